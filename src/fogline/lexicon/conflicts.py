"""Which parties fight each other, and who holds which place: `conflicts.toml`."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fogline.lexicon.load import need, table
from fogline.lexicon.parties import parties
from fogline.model.place import Place

FILE = "conflicts.toml"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two parties at war from one day to another, None where it goes on."""

    sides: tuple[str, str]
    since: dt.date
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Held:
    """First-level regions, by name, and settlements, by GeoNames number, that a party held in a stretch of time."""

    party: str
    since: dt.date
    until: dt.date | None
    regions: frozenset[str]
    places: frozenset[int]


@cache
def conflicts() -> tuple[Conflict, ...]:
    """The wars of the lexicon, in its order. Raises LexiconError where an entry is malformed."""
    return tuple(_conflict(i, entry) for i, entry in enumerate(table(FILE)["conflict"]))


@cache
def held() -> tuple[Held, ...]:
    """The holdings of the lexicon, in its order. Raises LexiconError where an entry is malformed."""
    return tuple(_held(i, entry) for i, entry in enumerate(table(FILE)["held"]))


def foes_of(party: str, day: dt.date) -> frozenset[str]:
    """The parties that a party is at war with on a day."""
    return frozenset(_foes(party, day))


def holder_of(place: Place, day: dt.date) -> str | None:
    """The party that holds a place on a day against the state that it belongs to; None where that state does."""
    for one in held():
        there = place.region in one.regions or (place.geonameid is not None and place.geonameid in one.places)
        if there and _lasts(one, day):
            return one.party
    return None


def _foes(party: str, day: dt.date) -> Iterator[str]:
    for conflict in conflicts():
        if party in conflict.sides and _lasts(conflict, day):
            yield conflict.sides[1] if conflict.sides[0] == party else conflict.sides[0]


def _lasts(one: Conflict | Held, day: dt.date) -> bool:
    return one.since <= day and (one.until is None or day <= one.until)


def _conflict(number: int, entry: Mapping[str, Any]) -> Conflict:
    where = f"{FILE} conflict {number + 1}"
    need(set(entry) <= {"sides", "since", "until"}, where, f"unknown keys {sorted(entry)}")
    sides = entry.get("sides", [])
    need(len(sides) == len(set(sides)) == 2, where, "needs two different sides")
    for side in sides:
        need(side in parties(), where, f"no party {side!r} in parties.toml")
    return Conflict((sides[0], sides[1]), *_days(entry, where))


def _held(number: int, entry: Mapping[str, Any]) -> Held:
    where = f"{FILE} held {number + 1}"
    need(set(entry) <= {"party", "since", "until", "regions", "places"}, where, f"unknown keys {sorted(entry)}")
    party = entry.get("party")
    need(party in parties(), where, f"no party {party!r} in parties.toml")
    regions, places = entry.get("regions", []), entry.get("places", [])
    need(bool(regions or places), where, "names no regions and no places")
    need(all(isinstance(name, str) for name in regions), where, "regions are names")
    need(all(isinstance(number, int) for number in places), where, "places are GeoNames numbers")
    return Held(str(party), *_days(entry, where), frozenset(regions), frozenset(places))


def _days(entry: Mapping[str, Any], where: str) -> tuple[dt.date, dt.date | None]:
    since, until = entry.get("since"), entry.get("until")
    need(isinstance(since, dt.date) and not isinstance(since, dt.datetime), where, "since is no day")
    need(until is None or isinstance(until, dt.date), where, "until is no day")
    assert isinstance(since, dt.date)
    need(until is None or since <= until, where, "ends before it begins")
    return since, until
