"""What became known of an event, report by report."""

from dataclasses import dataclass

from fogline.model.days import Days
from fogline.model.event import Event, FigureRange
from fogline.model.place import Place

Value = str | Days | Place | FigureRange | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an event, or one of its figures by name, before and after a report; None and () where nothing was."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Step:
    """A report of an event in order of publication, the event as it was known after it, and what the report changed.

    `begun` and `settled` are the fields on which a dispute began or ended with this report: where a side came over, the
    event's dispute says which.
    """

    report: str
    event: Event
    changes: tuple[Change, ...]
    begun: tuple[str, ...]
    settled: tuple[str, ...]
