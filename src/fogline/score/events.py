"""What is compared: the events of a case and those of an exported ledger, in one form.

A case's `case.json` is checked against the codebook; a ledger, which any reader may have written, only where a value
could not be compared: what it leaves out it did not find.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from fogline.model import AGAINST, EFFECTS, EVENT_TYPES, FIGURES, STANCES, STATUSES, WEAPONS
from fogline.model.vocabulary import DISPUTABLE
from fogline.score.checks import Value

LISTS = ("actor", "target", "against", "weapon", "effects")
VOCABULARIES = {"against": AGAINST, "weapon": WEAPONS, "effects": EFFECTS}
OCCURRED = "occurred"
RESPONSE = "response_to"

Days = tuple[dt.date, dt.date]
Span = tuple[int, int]
# A figure's name, its low and its high; None where that is open.
Figure = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Point:
    """A place: degrees, and for a place of a case how far from it in kilometres still counts as there."""

    name: str | None
    lat: float | None
    lon: float | None
    radius_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Claim:
    """One voice's word. What follows `figures` is there for a ledger's claims only."""

    report: str | None
    by: str | None
    side: str | None
    stance: str | None
    figures: frozenset[Figure]
    type: str | None = None
    date: Days | None = None
    place: Point | None = None
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening."""

    id: str
    type: str | None
    status: str | None
    date: Days | None
    place: Point | None
    lists: Mapping[str, tuple[str, ...]]
    claims: tuple[Claim, ...]
    disputed: frozenset[str]
    optional: bool = False

    @property
    def figures(self) -> frozenset[Figure]:
        """All figures that any claim gives."""
        return frozenset(figure for claim in self.claims for figure in claim.figures)


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader's ledger holds: events, and pairs of event ids of which the first is called an answer."""

    events: tuple[Event, ...]
    links: frozenset[tuple[str, str]]


def gold_event(value: Value) -> Event:
    """An event of a case. Raises CaseError where it breaks the codebook."""
    place = value["place"]
    return Event(
        id=value["id"].text(),
        type=value["type"].one_of(EVENT_TYPES),
        status=value["status"].one_of(STATUSES),
        date=value["date"].days(),
        place=None if place.of is None else _gold_place(place),
        lists={name: _gold_list(value, name) for name in LISTS},
        claims=tuple(_gold_claim(claim) for claim in value["claims"].items()),
        disputed=frozenset(item.one_of((*DISPUTABLE, *FIGURES)) for item in value["disputed"].items()),
        optional=value["optional"].flag(),
    )


def _gold_place(value: Value) -> Point:
    lat, lon = value["lat"].number(), value["lon"].number()
    return Point(value["name"].text(), lat, lon, value["radius_km"].number())


def _gold_list(value: Value, name: str) -> tuple[str, ...]:
    known = VOCABULARIES.get(name)
    return tuple(item.one_of(known) if known else item.text() for item in value[name].items())


def _gold_claim(value: Value) -> Claim:
    return Claim(
        report=value["report"].text(),
        by=value["by"].text(),
        side=value["side"].text_or_none(),
        stance=value["stance"].one_of(STANCES),
        figures=_figures(value["figures"], known=FIGURES),
    )


def found_ledger(value: Value) -> Found:
    """A ledger in the exported form. Raises CaseError where a value is none that could be compared."""
    if "events" not in value.mapping():
        raise value.fault('is no ledger: it has no "events"')
    return Found(
        events=tuple(_found_event(event) for event in value["events"].items()),
        links=frozenset(
            (link["from"].text(), link["to"].text())
            for link in value["links"].items()
            if link.mapping().get("kind") == RESPONSE
        ),
    )


def _found_event(value: Value) -> Event:
    return Event(
        id=value["id"].text(),
        type=value["type"].text_or_none(),
        status=value["status"].text_or_none() if "status" in value.mapping() else OCCURRED,
        date=_found_days(value["date"]),
        place=_found_place(value["place"]),
        lists={name: value[name].texts() for name in LISTS},
        claims=tuple(_found_claim(claim) for claim in value["claims"].items()),
        disputed=frozenset(value["disputed"].texts()),
    )


def _found_claim(value: Value) -> Claim:
    return Claim(
        report=value["report"].text_or_none(),
        by=value["by"].text_or_none(),
        side=value["side"].text_or_none(),
        stance=value["stance"].text_or_none(),
        figures=_figures(value["figures"]),
        type=value["type"].text_or_none(),
        date=_found_days(value["date"]),
        place=_found_place(value["place"]),
        actor=value["actor"].texts(),
        target=value["target"].texts(),
        spans=_spans(value["spans"]),
    )


def _found_days(value: Value) -> Days | None:
    """None where no day is given, or an open beginning."""
    if value.of is None:
        return None
    first = next(value.items(), None)
    return None if first is None or first.of is None else value.days()


def _found_place(value: Value) -> Point | None:
    if value.of is None:
        return None
    lat, lon = value["lat"], value["lon"]
    unknown = lat.of is None
    return Point(value["name"].text_or_none(), None if unknown else lat.number(), None if unknown else lon.number())


def _figures(value: Value, known: tuple[str, ...] = ()) -> frozenset[Figure]:
    """Figures that are given; `known` are the names that they may have."""
    found = []
    for name in value.mapping() if value.of is not None else ():
        if known and name not in known:
            raise value.fault(f"{name!r} is none of {', '.join(known)}")
        bounds = list(value[name].items())
        if not bounds:
            continue
        if len(bounds) != 2:
            raise value[name].fault("must be [low, high], high null where it is open")
        low, high = (None if bound.of is None else bound.whole() for bound in bounds)
        found.append((name, low, high))
    return frozenset(found)


def _spans(value: Value) -> tuple[tuple[str, Span], ...]:
    found = []
    for role in value.mapping() if value.of is not None else ():
        bounds = [bound.whole() for bound in value[role].items()]
        if len(bounds) != 2:
            raise value[role].fault("must be [start, end]")
        found.append((role, (bounds[0], bounds[1])))
    return tuple(found)
