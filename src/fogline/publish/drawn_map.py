"""Where do outlines, places and answers stand on the report's map? Mercator, fitted to the places that are drawn.

Outlines come from the gazetteer (Natural Earth, Crimea and Sevastopol in Ukraine), or from a GeoJSON file of the
user's own, or are left without lines between countries: the view of borders is a setting.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from fogline.errors import FoglineError

RECOGNISED, NONE = "recognised", "none"
WIDTH, HEIGHT = 960.0, 540.0
MARGIN: Final = 24.0  # outlines are cut so far outside the drawing, where the cut's own lines are not seen
PAD: Final = 0.16  # of the places' extent, left free around them
LEAST_DEGREES: Final = 3.0  # one town alone still has its surroundings
MOST_LAT: Final = 78.0
NEAR_PIXELS: Final = 0.7  # points of an outline closer than that are one
LABEL_AREA: Final = 14_000.0  # a country that fills so much of the drawing has its name on it
MOST_BYTES: Final = 64 * 2**20  # of a file of outlines
KM_PER_DEGREE: Final = 111.32
SCALE_SHARE: Final = 0.2  # of the drawing's width, at most, for the bar of the scale
Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class View:
    """What the drawing shows: the centre in Mercator's units, and units of the drawing for one of them."""

    x: float
    y: float
    scale: float

    @classmethod
    def of(cls, positions: Sequence[Point]) -> "View":
        """A view that holds all positions (longitude, latitude), with room around them."""
        lons, lats = [lon for lon, _ in positions], [lat for _, lat in positions]
        half_lon = max((max(lons) - min(lons)) * (0.5 + PAD), LEAST_DEGREES)
        half_lat = max((max(lats) - min(lats)) * (0.5 + PAD), LEAST_DEGREES * HEIGHT / WIDTH)
        mid_lon, mid_lat = (max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2
        west, south = mercator(mid_lon - half_lon, mid_lat - half_lat)
        east, north = mercator(mid_lon + half_lon, mid_lat + half_lat)
        return cls((west + east) / 2, (south + north) / 2, min(WIDTH / (east - west), HEIGHT / (north - south)))

    def at(self, lon: float, lat: float) -> Point:
        """Where a position stands in the drawing."""
        x, y = mercator(lon, lat)
        return WIDTH / 2 + (x - self.x) * self.scale, HEIGHT / 2 - (y - self.y) * self.scale

    def latitude(self) -> float:
        """The latitude of the middle."""
        return unmercator(self.y)

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north of the drawing with its margin, in degrees."""
        wide, high = (WIDTH / 2 + MARGIN) / self.scale, (HEIGHT / 2 + MARGIN) / self.scale
        return self.x - wide, unmercator(self.y - high), self.x + wide, unmercator(self.y + high)


def mercator(lon: float, lat: float) -> Point:
    """A position in degrees of longitude, and of latitude as Mercator stretches it."""
    within = max(-MOST_LAT, min(MOST_LAT, lat))
    return lon, math.degrees(math.log(math.tan(math.pi / 4 + math.radians(within) / 2)))


def unmercator(y: float) -> float:
    """The latitude that Mercator stretches to `y`."""
    return math.degrees(2 * math.atan(math.exp(math.radians(y))) - math.pi / 2)


def rings_in(view: View, borders: str) -> list[tuple[str, Ring]]:
    """The outlines that reach into the drawing, in its units, with each one's country. Raises FoglineError.

    The code is "" where a file of one's own gives none.
    """
    rings = _own(borders) if borders not in (RECOGNISED, NONE) else _known(*view.bounds())
    return [(code, _thinned([view.at(*point) for point in ring])) for code, ring in rings]


def outlines(rings: Iterable[tuple[str, Ring]]) -> list[tuple[str, str]]:
    """The land as SVG paths, each with its country's code; by code."""
    found: dict[str, list[str]] = {}
    for code, ring in rings:
        path = _path(_cut(ring))
        if path:
            found.setdefault(code, []).append(path)
    return [(code, "".join(found[code])) for code in sorted(found)]


def country_labels(rings: Iterable[tuple[str, Ring]], names: dict[str, str]) -> list[tuple[float, float, str]]:
    """The names of countries that fill enough of the drawing, at the middle of their largest part in it."""
    best: dict[str, tuple[float, Point]] = {}
    for code, ring in rings:
        area, middle = _middle(_cut(ring, margin=0.0))
        if area > max(LABEL_AREA, best.get(code, (0.0, (0, 0)))[0]) and code in names:
            best[code] = (area, middle)
    return [(round(x, 1), round(y, 1), names[code]) for code, (_, (x, y)) in sorted(best.items())]


def _known(west: float, south: float, east: float, north: float) -> Iterator[tuple[str, Ring]]:
    """The gazetteer's outlines that reach into a frame of degrees."""
    from fogline.gazetteer.borders import outlines as known

    for code, rings in known().items():
        for ring in rings:
            (low_lon, low_lat), (high_lon, high_lat) = ring.min(axis=0), ring.max(axis=0)
            if low_lon <= east and high_lon >= west and low_lat <= north and high_lat >= south:
                yield code, [(float(lon), float(lat)) for lon, lat in ring]


@cache
def _own(path: str) -> tuple[tuple[str, Ring], ...]:
    """The polygons of a GeoJSON file. Raises FoglineError, in one line, for what is none."""
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            raise FoglineError(f"borders {path}: larger than {MOST_BYTES >> 20} MB")
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        return tuple(_polygons(data.get("features", [data])))
    except OSError as error:
        raise FoglineError(f"borders {path}: {error.strerror or error}: give recognised, none or a file") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FoglineError(f"borders {path}: no GeoJSON of polygons") from error


def _polygons(features: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Ring]]:
    for feature in features:
        shape = feature.get("geometry", feature)
        several = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        if shape["type"] not in ("Polygon", "MultiPolygon"):
            continue
        code = str((feature.get("properties") or {}).get("iso2", ""))
        for polygon in several:
            for ring in polygon:
                yield code, [(float(point[0]), float(point[1])) for point in ring]


def _thinned(ring: Ring) -> Ring:
    """The ring without points that follow another by less than is seen."""
    kept: Ring = []
    for point in ring:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= NEAR_PIXELS:
            kept.append(point)
    return kept


def _cut(ring: Ring, margin: float = MARGIN) -> Ring:
    """What of a ring lies within the drawing and its margin (Sutherland and Hodgman, 1974)."""
    edges = ((0, -margin, 1), (0, WIDTH + margin, -1), (1, -margin, 1), (1, HEIGHT + margin, -1))
    for axis, edge, sign in edges:
        kept: Ring = []
        for n, here in enumerate(ring):
            before = ring[n - 1]
            inside, was = (here[axis] - edge) * sign >= 0, (before[axis] - edge) * sign >= 0
            if inside != was:
                share = (edge - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if inside:
                kept.append(here)
        ring = kept
    return ring


def _path(ring: Ring) -> str:
    if len(ring) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _middle(ring: Ring) -> tuple[float, Point]:
    """Area and centre of a polygon (the shoelace formula)."""
    twice = x = y = 0.0
    for n, (x1, y1) in enumerate(ring):
        x0, y0 = ring[n - 1]
        cross = x0 * y1 - x1 * y0
        twice, x, y = twice + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (abs(twice) / 2, (x / (3 * twice), y / (3 * twice))) if twice else (0.0, (0.0, 0.0))


def scale_bar(view: View) -> tuple[float, int]:
    """Length in the drawing and kilometres of a round distance at the middle's latitude."""
    per_km = view.scale / (KM_PER_DEGREE * math.cos(math.radians(view.latitude())))
    most = WIDTH * SCALE_SHARE / per_km
    power = 10 ** math.floor(math.log10(max(most, 1)))
    km = max(int(power * one) for one in (1, 2, 5) if power * one <= max(most, 1))
    return round(km * per_km, 1), km
