"""What was known of an event after each of its reports?

The tellings are those that the event has now; what they added up to at each step is summed up as every merge sums up
claims. How they were grouped at the time is another question: the ledger as of that moment answers it.
"""

from collections.abc import Iterator, Mapping

from fogline.merge.order import told_at
from fogline.merge.summary import summarise
from fogline.model import FIGURES, Event, Report
from fogline.model.history import Change, Step, Value

FIELDS = ("type", "status", "date", "place", "actor", "target", "against", "weapon", "effects")


def history(event: Event, reports: Mapping[str, Report], origins: Mapping[str, str]) -> list[Step]:
    """A step for each report, in order of publication, those without a date last."""
    order = sorted({claim.report for claim in event.claims}, key=lambda key: (told_at(reports.get(key)), key))
    steps: list[Step] = []
    before: Event | None = None
    for at, report in enumerate(order, start=1):
        known = set(order[:at])
        after = summarise([claim for claim in event.claims if claim.report in known], reports, origins)
        begun, settled = _turns(before, after)
        steps.append(Step(report, after, tuple(_changes(before, after)), begun, settled))
        before = after
    return steps


def _turns(before: Event | None, after: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields on which a dispute began, or began again, and those on which one ended.

    It ends where a side comes over to the others, or where what seemed a contradiction turns out to be none: a toll
    that both sides tell as it grows.
    """
    disputed = set(before.disputed) if before else set()
    over = _settled(before) if before else set()
    begun = (set(after.disputed) - disputed) | (over - _settled(after)) & set(after.disputed)
    ended = (disputed - over - set(after.disputed)) | (_settled(after) - over)
    return tuple(sorted(begun)), tuple(sorted(ended))


def _settled(event: Event) -> set[str]:
    return {dispute.field for dispute in event.disputes if dispute.conceded}


def _changes(before: Event | None, after: Event) -> Iterator[Change]:
    for field in FIELDS:
        old: Value = getattr(before, field) if before else None
        new: Value = getattr(after, field)
        if old != new and (old or new):
            yield Change(field, old, new)
    for name in FIGURES:
        earlier, later = (before.figures.get(name) if before else None), after.figures.get(name)
        if earlier != later:
            yield Change(name, earlier, later)
