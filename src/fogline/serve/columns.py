"""What is kept in memory of every event, so that filters, counts and orders are answered without the database?

One array a field, a row an event, in no particular order. A new revision of the ledger gives new columns: rows of
events that changed or went are cut out and the new ones put at the end, so that a live ledger of 100,000 events is
followed in milliseconds. About 100 bytes an event.
"""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fogline.ledger.live import Drawn, News, Told
from fogline.model import CORROBORATION_LEVELS, EVENT_TYPES, STATUSES
from fogline.publish.words import has_fallen

Array = NDArray[Any]
NO_DAY: Final = np.iinfo(np.int32).min
NONE: Final = -1
PRECISIONS: Final = ("settlement", "region", "country")
EPOCH: Final = dt.date(1970, 1, 1).toordinal()
TYPE_CODES: Final = {name: code for code, name in enumerate(EVENT_TYPES)}
STATUS_CODES: Final = {name: code for code, name in enumerate(STATUSES)}
LEVEL_CODES: Final = {name: code for code, name in enumerate(CORROBORATION_LEVELS)}
PRECISION_CODES: Final = {name: code for code, name in enumerate(PRECISIONS)}
PlaceName = tuple[str, str | None, str | None]


@dataclass(slots=True)
class Names:
    """Parties and places by number; they are only ever added, so that all columns of a desk can share them."""

    parties: list[str] = field(default_factory=list)
    party_codes: dict[str, int] = field(default_factory=dict)
    places: list[PlaceName] = field(default_factory=list)
    place_codes: dict[PlaceName, int] = field(default_factory=dict)

    def party(self, name: str) -> int:
        """The number of a party, a new one for a new name."""
        if name not in self.party_codes:
            self.party_codes[name] = len(self.parties)
            self.parties.append(name)
        return self.party_codes[name]

    def place(self, name: PlaceName) -> int:
        """The number of a place's name, region and country."""
        if name not in self.place_codes:
            self.place_codes[name] = len(self.places)
            self.places.append(name)
        return self.place_codes[name]


@dataclass(frozen=True, slots=True)
class Columns:
    """The arrays, all of one length but the four of pairs.

    `first` and `last` are days since 1970-01-01 or NO_DAY; `lon` and `lat` NaN, `precision` and `place` -1 without a
    place; `killed_*` -1 without a number, `killed` what a list orders by; `ready` and `told` the first and the last
    publication behind an event in seconds since 1970, infinite where none is known. `party_event` and `party` are
    pairs: which event has which party; `report_event` and `report` likewise by the report's number.
    """

    ids: Array
    first: Array
    last: Array
    type: Array
    status: Array
    lon: Array
    lat: Array
    precision: Array
    place: Array
    disputed: Array
    origins: Array
    corroboration: Array
    killed_low: Array
    killed_high: Array
    killed: Array
    claims: Array
    reports: Array
    ready: Array
    told: Array
    changed: Array
    sides: Array
    party_event: Array
    party: Array
    report_event: Array
    report: Array

    def __len__(self) -> int:
        return len(self.ids)


PAIRS: Final = (("party_event", "party"), ("report_event", "report"))
PAIRED: Final = {name for pair in PAIRS for name in pair}
OF_EVENT: Final = tuple(one.name for one in fields(Columns) if one.name not in PAIRED)
TYPES: Final = {
    **dict.fromkeys(("first", "last", "place", "origins", "claims", "reports"), np.int32),
    **dict.fromkeys(("type", "status", "precision", "corroboration"), np.int8),
    **dict.fromkeys(("lon", "lat", "ready", "told"), np.float64),
    **dict.fromkeys(("killed_low", "killed_high", "killed", "changed"), np.int64),
    **dict.fromkeys(("party_event", "party", "report_event", "report"), np.int64),
    "disputed": np.int16,
}


def columns(drawn: Sequence[Drawn], told: Sequence[Told], names: Names) -> Columns:
    """The columns of these events and their tellings."""
    of_event: dict[str, list[Told]] = defaultdict(list)
    for telling in told:
        of_event[telling.event].append(telling)
    made: dict[str, list[Any]] = {name: [] for name in (*OF_EVENT, *PAIRED)}
    for at, event in enumerate(drawn):
        _add(made, at, event, of_event[event.id], names)
    arrays: dict[str, Array] = {name: np.array(made[name], dtype=kind) for name, kind in TYPES.items()}
    sides = np.empty(len(drawn), dtype=object)
    for at, those in enumerate(made["sides"]):  # one by one: numpy would make tuples of one length a table
        sides[at] = those
    return Columns(ids=np.array(made["ids"], dtype=np.str_), sides=sides, **arrays)


def followed(old: Columns, news: News, names: Names) -> Columns:
    """The columns after what is new."""
    fresh = columns(news.drawn, news.told, names)
    cut = {*news.gone, *(event.id for event in news.drawn)}
    keep = ~np.isin(old.ids, np.array(sorted(cut), dtype=np.str_)) if cut else np.ones(len(old), dtype=bool)
    place_of = np.cumsum(keep) - 1
    kept = int(keep.sum())
    joined: dict[str, Array] = {
        name: np.concatenate([getattr(old, name)[keep], getattr(fresh, name)]) for name in OF_EVENT
    }
    for event, value in PAIRS:
        stays = keep[getattr(old, event)] if len(old) else np.zeros(0, dtype=bool)
        joined[event] = np.concatenate([place_of[getattr(old, event)[stays]], getattr(fresh, event) + kept])
        joined[value] = np.concatenate([getattr(old, value)[stays], getattr(fresh, value)])
    return Columns(**joined)


def day_number(day: dt.date | None) -> int:
    """Days since 1970-01-01; NO_DAY for none."""
    return day.toordinal() - EPOCH if day else NO_DAY


def moment(published: str | None) -> float:
    """Seconds since 1970 of a publication; the end of the day where no time is told; infinite where nothing is."""
    if not published:
        return math.inf
    time = dt.datetime.fromisoformat(published)
    if len(published) <= len("2024-12-22"):
        time += dt.timedelta(days=1)
    return (time if time.tzinfo else time.replace(tzinfo=dt.UTC)).timestamp()


def level(body: Mapping[str, Any]) -> int:
    """How well an event is borne out (see `merge.corroboration`); of one that an older version drew, by its origins."""
    drawn = body.get("corroboration") or ("one_side" if body["origins"] > 1 else "one_origin")
    return LEVEL_CODES[drawn]


def shown(figure: Mapping[str, Any], *, is_disputed: bool) -> Sequence[int | None]:
    """The bounds of a figure that a list shows: its latest value, or all words on it where they are disputed or a lower
    count came after a higher one.
    """
    whole = is_disputed or has_fallen(figure["high"], *figure["latest"])
    return (figure["low"], figure["high"]) if whole else tuple(figure["latest"])


def most(bounds: Sequence[int | None]) -> int:
    """The one number that an order goes by: the upper bound, or the lower one of an open count."""
    low, high = bounds
    return int((low if high is None else high) or 0)


def _add(made: dict[str, list[Any]], at: int, event: Drawn, told: list[Told], names: Names) -> None:
    body = event.body
    killed = body["figures"].get("killed")
    reports = {one.report for one in told}
    known = [when for when in (moment(one.published) for one in told) if when < math.inf]
    place: Any = body["place"] or (None, None, None, math.nan, math.nan, None, None)
    row = {
        "ids": event.id,
        "first": day_number(event.first),
        "last": day_number(event.last),
        "type": TYPE_CODES[event.type],
        "status": STATUS_CODES[event.status],
        "lon": place[4],
        "lat": place[3],
        "precision": PRECISION_CODES.get(place[6], NONE),
        "place": names.place((place[0], place[2], place[1])) if body["place"] else NONE,
        "disputed": len(body["disputed"]),
        "origins": body["origins"],
        "corroboration": level(body),
        "killed_low": killed["low"] if killed else NONE,
        "killed_high": killed["high"] if killed and killed["high"] is not None else NONE,
        "killed": most(shown(killed, is_disputed="killed" in body["disputed"])) if killed else NONE,
        "claims": len(told),
        "reports": len(reports),
        "ready": min(known, default=math.inf),
        "told": max(known, default=math.inf),
        "changed": event.changed,
        "sides": tuple(body.get("sides", ())),
    }
    for name, value in row.items():
        made[name].append(value)
    parties = {*body["actor"], *body["target"], *(one.side for one in told if one.side)}
    made["party_event"] += [at] * len(parties)
    made["party"] += [names.party(name) for name in sorted(parties)]
    made["report_event"] += [at] * len(reports)
    made["report"] += sorted(reports)
