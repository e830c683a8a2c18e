"""Which counts of a happening that is left out count for another?

Those that stand in a paragraph which tells of the other: a count in a far paragraph was of what is left out. Nor does
one count for a happening of another day: "rebels raided a town on Friday, a week after a massacre killed ninety".
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from fogline.model import Days
from fogline.read.contribution import Contribution
from fogline.read.happenings import Happening

Counted = Mapping[tuple[int, int], Days | None]  # spans of figures in the full text, with the days of what they count


def counted_for(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], numbers: Collection[int]
) -> Counted:
    """The spans of the figures that the happenings of those numbers were counted with, and the days of these."""
    mine = [c for c in contributions if c.happening in numbers]
    return {(f.start, f.end): _days(happenings[c.happening]) for c in mine for f in c.figures}


def _days(happening: Happening) -> Days | None:
    return happening.date.days if happening.date else None


def without_far_counts(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], counted: Counted
) -> list[Contribution]:
    """The contributions, without the counts that were of what is left out, and of a far paragraph or another day."""
    paragraphs = [{t.sentence.paragraph for t in happening.tellings} for happening in happenings]
    days = [_days(happening) for happening in happenings]
    out = []
    for contribution in contributions:
        number = contribution.happening
        near = contribution.sentence.paragraph in paragraphs[number]
        kept = tuple(
            f
            for f in contribution.figures
            if (f.start, f.end) not in counted or (near and not _apart(days[number], counted[f.start, f.end]))
        )
        if kept or not contribution.figures:
            out.append(replace(contribution, figures=kept))
    return out


def _apart(one: Days | None, other: Days | None) -> bool:
    """Whether two happenings were on days known not to be the same."""
    return one is not None and other is not None and one.gap(other) > 0
