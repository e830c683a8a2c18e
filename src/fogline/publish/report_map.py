"""What is drawn on the report's map: a mark for each place with events, arcs for answers, names for orientation."""

import math
from dataclasses import dataclass
from typing import Final

from fogline.model.event import Event
from fogline.model.place import Place
from fogline.model.report import Report
from fogline.publish import words
from fogline.publish.drawn_labels import Labels, cities
from fogline.publish.drawn_map import HEIGHT, NONE, WIDTH, View, country_labels, outlines, rings_in, scale_bar
from fogline.publish.part import Part
from fogline.publish.situation import FAMILIES, dead, family, numbers
from fogline.publish.table_acled import countries

LEAST_RADIUS, MOST_RADIUS = 5.0, 22.0
MOST_SHRUNK: Final = 0.4
PER_ROOT: Final = 2.4  # a mark's area grows with the dead: at most so many units of radius for the root of one
ROOMY: Final = 40  # beyond so many places the largest mark shrinks, so that marks do not cover each other
BEND: Final = 0.18  # how far an arc leaves the straight line, of its length
CORNER: Final = 1.25  # the corners of a mark stand out by so much
RING: Final = 5.0  # the ring around a disputed mark, with its line
# The scale in the corner: where it begins, how high it is, and what its words take beyond its end.
SCALE_LEFT, SCALE_HIGH, SCALE_WORDS = 12.0, 32.0, 70.0
MOST_TOLD: Final = 6  # events named in a mark's words
MOST_LABELS: Final = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with its events: where it stands, how large, of which kind, and its words."""

    x: float
    y: float
    radius: float
    family: str
    is_region: bool
    is_disputed: bool
    path: str
    label: str
    label_x: float | None
    label_y: float | None
    told: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The whole map; `left_out` counts events placed by country alone or not at all."""

    land: tuple[tuple[str, str], ...]
    names: tuple[tuple[float, float, str], ...]
    towns: tuple[tuple[float, float, float, float, str], ...]
    marks: tuple[Mark, ...]
    arcs: tuple[str, ...]
    bar: float
    km: int
    left_out: int
    has_lines: bool
    families: tuple[str, ...]
    width: float = WIDTH
    height: float = HEIGHT


def drawn(part: Part, borders: str) -> Drawn | None:
    """The map of a part's events; None where none has a place finer than a country."""
    by_place: dict[tuple[float, float], list[Event]] = {}
    for event in part.events:
        if event.place and event.place.precision != "country":
            by_place.setdefault((event.place.lon, event.place.lat), []).append(event)
    if not by_place:
        return None
    view = View.of(list(by_place))
    reports, number = part.report_by_id(), numbers(part)
    labels = Labels()
    names = {code: name for code, (_, name) in countries().items()}
    rings = rings_in(view, borders)
    bar, km = scale_bar(view)
    labels.keep_off((SCALE_LEFT, HEIGHT - SCALE_HIGH, SCALE_LEFT + bar + SCALE_WORDS, HEIGHT))
    radii = _radii({at: _dead(events, reports) for at, events in by_place.items()})
    sized = sorted(((radii[at], at, events) for at, events in by_place.items()), key=lambda one: (-one[0], one[1]))
    for radius, at, events in sized:
        labels.block(*view.at(*at), _reach(radius, events))
    marks = tuple(
        _mark(view, at, events, radius, number=number, labels=labels if n < MOST_LABELS else None)
        for n, (radius, at, events) in enumerate(sized)
    )
    drawn_events = sum(len(events) for events in by_place.values())
    named = country_labels(rings, names) if borders != NONE else []
    countries_at = ((labels.around(x, y, name), name) for x, y, name in named)
    return Drawn(
        land=tuple(outlines(rings)),
        names=tuple((*at, name) for at, name in countries_at if at),
        towns=tuple(cities(view, labels, [(mark.x, mark.y) for mark in marks])),
        marks=marks,
        arcs=tuple(_arcs(part, view)),
        bar=bar,
        km=km,
        left_out=len(part.events) - drawn_events,
        has_lines=borders != NONE,
        families=tuple(name for name in FAMILIES if any(mark.family == name for mark in marks)),
    )


def _dead(events: list[Event], reports: dict[str, Report]) -> int:
    return sum(span.low for event in events if (span := dead(event, reports)))


def _radii(dead_at: dict[tuple[float, float], int]) -> dict[tuple[float, float], float]:
    """A radius for each place by the root of its dead (their lower bound), so that areas compare."""
    shrink = min(1.0, max(MOST_SHRUNK, math.sqrt(ROOMY / len(dead_at))))
    least, largest, most = LEAST_RADIUS * shrink, MOST_RADIUS * shrink, max(dead_at.values())
    per_root = min(PER_ROOT, (largest - least) / math.sqrt(most)) if most else 0.0
    return {at: round(least + per_root * math.sqrt(dead), 1) for at, dead in dead_at.items()}


def _reach(radius: float, events: list[Event]) -> float:
    """How far a mark reaches from its middle: its corners, and the ring around what is disputed."""
    return max(radius * CORNER, radius + RING if any(event.disputed for event in events) else 0.0)


def _mark(
    view: View,
    at: tuple[float, float],
    events: list[Event],
    radius: float,
    *,
    number: dict[str, int],
    labels: Labels | None,
) -> Mark:
    place = events[0].place
    assert place is not None
    x, y = view.at(*at)
    label = place.name if len(events) == 1 else f"{place.name} ({len(events)})"
    found = labels.place(x, y, _reach(radius, events), label) if labels else None
    kinds = [family(event) for event in events]
    kind = max(dict.fromkeys(kinds), key=kinds.count)
    return Mark(
        round(x, 1),
        round(y, 1),
        radius,
        kind,
        place.precision == "region",
        any(event.disputed for event in events),
        _shape(kind, x, y, radius),
        label,
        found[0] if found else None,
        found[1] if found else None,
        _told(place, events, number),
    )


def _told(place: Place, events: list[Event], number: dict[str, int]) -> str:
    named = [f"{number[event.id]} {words.what(event)}, {words.days(event.date)}" for event in events[:MOST_TOLD]]
    more = [f"and {len(events) - MOST_TOLD} more"] if len(events) > MOST_TOLD else []
    return f"{words.place(place)}: {'; '.join([*named, *more])}"


def _shape(kind: str, x: float, y: float, r: float) -> str:
    """The outline of a mark: each kind has its own, so that nobody needs the colours."""
    if kind == "strikes":
        return f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0Z"
    corners = {
        "fighting": ((0, -1.15), (1.1, 0.8), (-1.1, 0.8)),
        "abuse": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        "unrest": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "words": ((-1.1, -0.8), (1.1, -0.8), (0, 1.15)),
    }[kind]
    return "M" + "L".join(f"{x + r * dx:.1f} {y + r * dy:.1f}" for dx, dy in corners) + "Z"


def _arcs(part: Part, view: View) -> list[str]:
    """A bent line from the event answered to its answer, where both are drawn and apart."""
    found = []
    for later, earlier, _ in part.pairs():
        if not later.place or not earlier.place or "country" in (later.place.precision, earlier.place.precision):
            continue
        (x0, y0), (x1, y1) = (view.at(one.place.lon, one.place.lat) for one in (earlier, later) if one.place)
        length = math.hypot(x1 - x0, y1 - y0)
        if length < 2 * MOST_RADIUS:
            continue
        bent = (x0 + x1) / 2 - (y1 - y0) * BEND, (y0 + y1) / 2 + (x1 - x0) * BEND
        short = LEAST_RADIUS * 2 / length  # the arrow ends before the mark
        end = x1 + (bent[0] - x1) * short, y1 + (bent[1] - y1) * short
        found.append(f"M{x0:.1f} {y0:.1f}Q{bent[0]:.1f} {bent[1]:.1f} {end[0]:.1f} {end[1]:.1f}")
    return list(dict.fromkeys(found))


def family_shape(kind: str, x: float, y: float, radius: float) -> str:
    """A kind's mark for the legend."""
    return _shape(kind, x, y, radius)
