"""What do the words right beside a number say of it: "ten in critical condition", "took prisoner 40", "as were six"?"""

from collections.abc import Sequence

from fogline.read.counted import Count
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_patterns import LABELS, MARK_REACH, pattern

# The figure that the words behind a number give, and those before it, by the name of their pattern.
BEHIND = {"condition": "injured", "fallen": "killed", "seized": "captured", "unseen": "missing"}
BEFORE = {"custody": "detained", "prisoner": "captured", "contact": "missing"}
OVER_THE_NOUN = ("condition", "unseen")  # said of the counted, behind their noun; the others follow the number


def told_beside(text: str, count: Count, found: Sequence[FoundFigure]) -> str | None:
    """The figure that the words right before or behind a number give it; None where they give none.

    `found` are the figures of the counts before it, of which "as were nine rebels" tells the same.
    """
    if count.classes and "person" not in count.classes:
        return None
    for name, figure in BEHIND.items():
        if pattern(name).match(text, count.end if name in OVER_THE_NOUN else count.number_end):
            return figure
    stated = pattern("stated").match(text, count.number_end)
    if stated:
        return LABELS[stated[1].lower()]  # "two dead and two injured"
    before = text[max(0, count.start - MARK_REACH) : count.start]
    for name, figure in BEFORE.items():
        if pattern(name).search(before):
            return figure
    if pattern("contact_with").search(before) and pattern("contact_lost").match(text, count.end):
        return "missing"
    return found[-1].figure if found and pattern("likewise").search(before) else None


def condition_behind(text: str) -> str | None:
    """The words right behind a count that say how the counted are: "in critical condition"."""
    match = pattern("condition").match(text)
    return match[0] if match else None
