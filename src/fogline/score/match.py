"""Which event that was read is which of the case? One to one, the closest first."""

import datetime as dt
from collections.abc import Sequence

from fogline.model.vocabulary import TYPE_GROUPS
from fogline.score.compare import near, same_days, same_names
from fogline.score.events import LISTS, OCCURRED, Event
from fogline.score.names import Names

# Words are matched by who and when: where they were spoken, or of what place, is often told in several ways.
SPOKEN = frozenset({"threat", "pledge", "talks", "mobilisation", "sanction", "aid", "other"})
# A vow "occurred" for one coder and is "threatened" for another.
ANY_STATUS = "threat"
SLACK = dt.timedelta(days=1)
PLACE_POINTS = 2
SAME_REPORT_POINTS = 0.1  # breaks ties only

Pair = tuple[int, int]


def pair(gold: Sequence[Event], found: Sequence[Event], names: Names) -> list[Pair]:
    """Pairs of positions in `gold` and `found`; main events are paired before optional ones."""
    pairs: list[Pair] = []
    for optional in (False, True):
        taken = {j for _, j in pairs}
        options = sorted(
            (-closeness(g, f, names), i, j)
            for i, g in enumerate(gold)
            if g.optional == optional
            for j, f in enumerate(found)
            if j not in taken and could_be(g, f)
        )
        used: set[int] = set()
        for _, i, j in options:
            if i not in used and j not in taken:
                used.add(i)
                taken.add(j)
                pairs.append((i, j))
    return pairs


def could_be(gold: Event, found: Event) -> bool:
    """Whether an event can be the case's at all: of its group, at its time, and at its place unless it is words."""
    group = TYPE_GROUPS[gold.type or ""]
    if group != TYPE_GROUPS.get(found.type or ""):
        return False
    if (gold.status == OCCURRED) != (found.status == OCCURRED) and group != ANY_STATUS:
        return False
    if gold.date is None or found.date is None:
        return False
    if found.date[0] > gold.date[1] + SLACK or found.date[1] < gold.date[0] - SLACK:
        return False
    return group in SPOKEN or near(gold.place, found.place)


def closeness(gold: Event, found: Event, names: Names) -> float:
    """How much two events have in common: more for the type, the days, the place, each list, figures and reports."""
    points: float = (gold.type == found.type) + same_days(gold.date, found.date)
    points += PLACE_POINTS * (found.place is not None and near(gold.place, found.place))
    for name in LISTS:
        right, wanted, got = same_names(gold, found, name, names)
        points += right / max(1, wanted + got - right)
    points += len(gold.figures & found.figures) / max(1, len(gold.figures))
    reports = {claim.report for claim in gold.claims} & {claim.report for claim in found.claims}
    return points + SAME_REPORT_POINTS * len(reports)
