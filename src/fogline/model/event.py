"""An event: the claims that are about one happening, and what they add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fogline.model.claim import Claim
from fogline.model.days import Days
from fogline.model.figure import Figure
from fogline.model.place import Place


@dataclass(frozen=True, slots=True)
class FigureRange:
    """One figure over all claims of an event: lowest and highest word, and the latest with its voice."""

    low: int
    high: int | None
    latest: Figure
    by: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening in the world, drawn from its claims; nothing in it that no claim says.

    `sides` are the parties whose voices say that it happened, `corroboration` one of CORROBORATION_LEVELS, None where
    an older version drew the event.
    """

    id: str
    type: str
    status: str
    date: Days | None
    place: Place | None
    actor: tuple[str, ...]
    target: tuple[str, ...]
    against: tuple[str, ...]
    weapon: tuple[str, ...]
    effects: tuple[str, ...]
    figures: Mapping[str, FigureRange] = field(default_factory=dict)
    disputed: tuple[str, ...] = ()
    origins: int = 1
    sides: tuple[str, ...] = ()
    corroboration: str | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Event `later` is called an answer (`response_to`) to event `earlier` in `report`, in the words at `span`."""

    later: str
    earlier: str
    kind: str
    report: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """What claims add up to: events by first day then id, links between them, and each report's origin.

    `origins` maps a report's id to the id of the report whose words it copies, or to itself.
    """

    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
