"""An event: the claims that are about one happening, and what they add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fogline.model.claim import Claim
from fogline.model.days import Days
from fogline.model.figure import Figure
from fogline.model.place import Place


@dataclass(frozen=True, slots=True)
class FigureRange:
    """One figure over all claims of an event: lowest and highest word, and the latest with its voice.

    `agreed` is what the latest words of all sides that give it leave room for, None where they contradict each other or
    one side alone gives it. `told` are the ids of the claims that give it in order of time, less what a voice or a copy
    only repeats.
    """

    low: int
    high: int | None
    latest: Figure
    by: str | None
    agreed: Figure | None = None
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What one side, or one voice without a side, says on a disputed field.

    `values` are names or words of the vocabulary, a place's name or two ISO days; `count` the figure of a disputed
    count; both are empty where the side only denies (`stance`) or only says that it happened. Of `against` and `target`
    who counts dead and names nothing else says `people`, and who names no party says what was hit. `claims` are ids in
    order of time.
    """

    side: str | None
    by: str | None
    stance: str
    values: tuple[str, ...]
    count: Figure | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field on which the claims of an event contradict each other.

    `since` is when the report came out that first set a second position against the first, `settled` when a side came
    over to what the others say, `conceded` that side (both None while they differ), each time as that report gives it;
    `within` the one report that holds all positions, None where several do. Positions are in order of time.
    """

    field: str
    positions: tuple[Position, ...]
    since: str | None
    settled: str | None = None
    conceded: str | None = None
    within: str | None = None


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
    disputes: tuple[Dispute, ...] = ()
    origins: int = 1
    sides: tuple[str, ...] = ()
    corroboration: str | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Event `later` is called an answer (`response_to`) to event `earlier` in `report`, in the words at `span`.

    `loose` marks a link that no words make: two sides struck each other within days, the later deed is told at `span`.
    """

    later: str
    earlier: str
    kind: str
    report: str
    span: tuple[int, int]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """What claims add up to: events by first day then id, links between them, and each report's origin.

    `origins` maps a report's id to the id of the report whose words it copies, or to itself.
    """

    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
