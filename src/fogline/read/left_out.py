"""Which counts of a happening that is left out count for another?

Those that stand in a paragraph which tells of the other: a count in a far paragraph was of what is left out.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from fogline.read.contribution import Contribution
from fogline.read.happenings import Happening

Counted = frozenset[tuple[int, int]]  # spans of figures in the full text


def counted_for(contributions: Sequence[Contribution], numbers: Collection[int]) -> Counted:
    """The spans of the figures that the happenings of those numbers were counted with."""
    return frozenset((f.start, f.end) for c in contributions if c.happening in numbers for f in c.figures)


def without_far_counts(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], counted: Counted
) -> list[Contribution]:
    """The contributions, without those counts where no telling of their happening is in the same paragraph."""
    paragraphs = [{t.sentence.paragraph for t in happening.tellings} for happening in happenings]
    out = []
    for contribution in contributions:
        if contribution.sentence.paragraph in paragraphs[contribution.happening]:
            out.append(contribution)
            continue
        kept = tuple(f for f in contribution.figures if (f.start, f.end) not in counted)
        if kept or not contribution.figures:
            out.append(replace(contribution, figures=kept))
    return out
