"""Which counts of a happening that is left out count for another?

Those that stand in a paragraph which tells of the other: a count in a far paragraph was of what is left out. Nor does
one count for a happening of another day: "rebels raided a town on Friday, a week after a massacre killed ninety". What
a sentence counts that tells of no deed goes from one told with neither place nor day to the one told beside it: "a mine
stopped the convoy before gunmen opened fire. I saw thirty dead".
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.model import Days
from fogline.read.contribution import Contribution
from fogline.read.happenings import Happening

NEXT = 2  # paragraphs from a deed to the count that a part of it was first taken to have


@dataclass(frozen=True, slots=True)
class Of:
    """Of what a count was: its days, and whether it was a deed with neither place nor day, told in other sentences."""

    days: Days | None
    bare: bool


Counted = Mapping[tuple[int, int], Of]  # by the spans of figures in the full text


def counted_for(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], numbers: Collection[int]
) -> Counted:
    """The spans of the figures that the happenings of those numbers were counted with, and the days of these."""
    mine = [c for c in contributions if c.happening in numbers]
    return {(f.start, f.end): _of(happenings[c.happening], c, f.figure) for c in mine for f in c.figures}


def _of(happening: Happening, count: Contribution, figure: str) -> Of:
    told = count.sentence.index in happening.sentences
    told = told and not (figure == "captured" and happening.group == "detention")  # "and we hold 14 prisoners"
    return Of(_days(happening), bare=not told and not happening.places and happening.date is None)


def _days(happening: Happening) -> Days | None:
    return happening.date.days if happening.date else None


def without_far_counts(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], counted: Counted
) -> list[Contribution]:
    """The contributions, without the counts that were of what is left out, and of a far paragraph or another day."""
    paragraphs = [frozenset(t.sentence.paragraph for t in happening.tellings) for happening in happenings]
    days = [_days(happening) for happening in happenings]
    out = []
    for contribution in contributions:
        number = contribution.happening
        at = contribution.sentence.paragraph
        kept = tuple(
            f
            for f in contribution.figures
            if (of := counted.get((f.start, f.end))) is None
            or (_near(at, paragraphs[number], of) and not _apart(days[number], of.days))
        )
        if kept or not contribution.figures:
            out.append(replace(contribution, figures=kept))
    return out


def _near(paragraph: int, told: Collection[int], of: Of) -> bool:
    """Whether a count stands in a paragraph that tells of a happening, or not far behind where it was of no other."""
    return paragraph in told or (of.bare and any(0 <= paragraph - before <= NEXT for before in told))


def _apart(one: Days | None, other: Days | None) -> bool:
    """Whether two happenings were on days known not to be the same."""
    return one is not None and other is not None and one.gap(other) > 0
