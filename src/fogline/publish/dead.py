"""How many dead, where a form has room for one number?

A ledger keeps each voice's count. What one number loses is told beside it.
"""

from typing import Final, Literal

from fogline.model.claim import Claim
from fogline.model.event import Event
from fogline.model.figure import Figure
from fogline.model.report import Report
from fogline.publish.words import moment

Count = Literal["conservative", "latest", "lowest", "highest"]
COUNTS: Final = ("conservative", "latest", "lowest", "highest")
KILLED: Final = "killed"


def one_count(event: Event, reports: dict[str, Report], count: Count) -> int | None:
    """One number of dead; None where no claim gives any.

    "conservative" is the newest count, as a toll grows; where the count is in dispute, the lowest of the sides' newest.
    "latest" is the newest in any case, "lowest" and "highest" are those of all claims ever made. A count that is open
    upwards ("at least six") stands for its lower bound.
    """
    found = event.figures.get(KILLED)
    if found is None:
        return None
    if count == "latest" or (count == "conservative" and KILLED not in event.disputed):
        return found.latest.low
    if count == "lowest":
        return found.low
    if count == "highest":
        return max(found.latest.low, found.low, *(one.low for _, one in _counts(event)), found.high or 0)
    newest = newest_by_side(event, reports)
    # "no civilians died" counts only a part, which the range leaves out
    return max(found.low, min((one.low for one in newest.values()), default=found.low))


def newest_by_side(event: Event, reports: dict[str, Report]) -> dict[str | None, Figure]:
    """The newest count of dead of each side, and of all voices without a side together (None).

    Of counts in reports of one moment the highest is the newest, as a toll grows.
    """
    newest: dict[str | None, tuple[tuple[bool, str, int], Figure]] = {}
    for claim, figure in _counts(event):
        when = moment(reports[claim.report].published) if claim.report in reports else None
        at = (when is not None, when.isoformat() if when else "", figure.low)
        if claim.side not in newest or at > newest[claim.side][0]:
            newest[claim.side] = (at, figure)
    return {side: figure for side, (_, figure) in newest.items()}


def _counts(event: Event) -> list[tuple[Claim, Figure]]:
    return [(claim, claim.figures[KILLED]) for claim in event.claims if KILLED in claim.figures]
