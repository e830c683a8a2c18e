"""Which parties fight each other, and who holds which place: `conflicts.toml`."""

import datetime as dt
from collections.abc import Mapping
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
    """What a party held in a stretch of time: first-level regions by name, settlements by GeoNames number, and places
    without a number by country and name."""

    party: str
    since: dt.date
    until: dt.date | None
    regions: frozenset[str]
    places: frozenset[int]
    called: frozenset[tuple[str, str]] = frozenset()
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Backing:
    """Parties that back one side of a war against the other."""

    side: str
    against: str
    since: dt.date
    until: dt.date | None
    by: frozenset[str]


@cache
def backings() -> tuple[Backing, ...]:
    """Who backs whom, in the order of the lexicon. Raises LexiconError where an entry is malformed."""
    return tuple(_backing(i, entry) for i, entry in enumerate(table(FILE)["backing"]))


@cache
def conflicts() -> tuple[Conflict, ...]:
    """The wars of the lexicon, in its order. Raises LexiconError where an entry is malformed."""
    return tuple(one for i, entry in enumerate(table(FILE)["conflict"]) for one in _conflict(i, entry))


@cache
def held() -> tuple[Held, ...]:
    """The holdings of the lexicon, in its order. Raises LexiconError where an entry is malformed."""
    return tuple(_held(i, entry) for i, entry in enumerate(table(FILE)["held"]))


def foes_of(party: str, day: dt.date) -> frozenset[str]:
    """The parties that a party is at war with on a day."""
    return frozenset(foe for foe, conflict in _by_party().get(party, ()) if _lasts(conflict, day))


def holder_of(place: Place, day: dt.date) -> str | None:
    """The party that holds a place on a day against the state that it belongs to; None where that state does."""
    for one in held():
        there = place.region in one.regions or (place.geonameid is not None and place.geonameid in one.places)
        there = there or (place.country, place.name) in one.called or place.country in one.countries
        if there and _lasts(one, day):
            return one.party
    return None


def ruler_of(country: str, day: dt.date) -> str | None:
    """The party that holds the whole of a country on a day against the state on the map."""
    return next((one.party for one in held() if country in one.countries and _lasts(one, day)), None)


def holds_land(party: str, day: dt.date) -> bool:
    """Whether a party holds any place on a day against the state that it belongs to."""
    return any(one.party == party and _lasts(one, day) for one in held())


def backed_by(party: str, day: dt.date) -> Backing | None:
    """The side of a war that a party backs on a day."""
    return next((one for one in backings() if party in one.by and _lasts(one, day)), None)


@cache
def where_it_fights(party: str) -> frozenset[str]:
    """The countries, beside its own, where a party is known: those of the states it has fought, and its `abroad`."""
    known = parties()
    foes = (known[foe] for foe, _ in _by_party().get(party, ()))
    states = {foe.iso2 for foe in foes if foe.kind == "state" and foe.iso2}
    return frozenset(states | set(known[party].abroad)) - {known[party].iso2 or ""}


@cache
def fights_at_home(state: str) -> bool:
    """Whether a state has ever fought an armed group of its own country."""
    known = parties()
    foes = (known[foe] for foe, _ in _by_party().get(state, ()))
    return any(f.kind == "armed_group" and f.iso2 == known[state].iso2 for f in foes)


@cache
def _by_party() -> Mapping[str, tuple[tuple[str, Conflict], ...]]:
    """For each party, those that it has ever fought, with the war."""
    found: dict[str, list[tuple[str, Conflict]]] = {}
    for conflict in conflicts():
        for one, other in (conflict.sides, conflict.sides[::-1]):
            found.setdefault(one, []).append((other, conflict))
    return {party: tuple(foes) for party, foes in found.items()}


def _lasts(one: Conflict | Held | Backing, day: dt.date) -> bool:
    return one.since <= day and (one.until is None or day <= one.until)


def _conflict(number: int, entry: Mapping[str, Any]) -> list[Conflict]:
    where = f"{FILE} conflict {number + 1}"
    need(set(entry) <= {"sides", "since", "until"}, where, f"unknown keys {sorted(entry)}")
    sides = entry.get("sides", [])
    need(len(sides) == 2, where, "needs two different sides")
    one, others = sides[0], sides[1] if isinstance(sides[1], list) else [sides[1]]
    need(bool(others) and len({one, *others}) == 1 + len(others), where, "needs two different sides")
    for side in (one, *others):
        need(side in parties(), where, f"no party {side!r} in parties.toml")
    return [Conflict((one, other), *_days(entry, where)) for other in others]


def _backing(number: int, entry: Mapping[str, Any]) -> Backing:
    where = f"{FILE} backing {number + 1}"
    need(set(entry) <= {"side", "against", "since", "until", "by"}, where, f"unknown keys {sorted(entry)}")
    by = entry.get("by", [])
    need(bool(by), where, "names nobody who backs it")
    for party in (entry.get("side"), entry.get("against"), *by):
        need(party in parties(), where, f"no party {party!r} in parties.toml")
    return Backing(str(entry["side"]), str(entry["against"]), *_days(entry, where), frozenset(by))


def _held(number: int, entry: Mapping[str, Any]) -> Held:
    where = f"{FILE} held {number + 1}"
    need(
        set(entry) <= {"party", "since", "until", "regions", "places", "called", "countries"},
        where,
        f"unknown keys {sorted(entry)}",
    )
    party = entry.get("party")
    need(party in parties(), where, f"no party {party!r} in parties.toml")
    regions, places = entry.get("regions", []), entry.get("places", [])
    called, countries = entry.get("called", []), entry.get("countries", [])
    need(bool(regions or places or called or countries), where, "names no regions and no places")
    need(all(isinstance(name, str) for name in regions), where, "regions are names")
    need(all(isinstance(number, int) for number in places), where, "places are GeoNames numbers")
    need(all(isinstance(one, list) and len(one) == 2 for one in called), where, "called is of countries and names")
    named = frozenset((str(country), str(name)) for country, name in called)
    return Held(str(party), *_days(entry, where), frozenset(regions), frozenset(places), named, frozenset(countries))


def _days(entry: Mapping[str, Any], where: str) -> tuple[dt.date, dt.date | None]:
    since, until = entry.get("since"), entry.get("until")
    need(isinstance(since, dt.date) and not isinstance(since, dt.datetime), where, "since is no day")
    need(until is None or isinstance(until, dt.date), where, "until is no day")
    assert isinstance(since, dt.date)
    need(until is None or since <= until, where, "ends before it begins")
    return since, until
