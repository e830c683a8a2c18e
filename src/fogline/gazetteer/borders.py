"""How far is a point from a country: the outlines of all countries, and the distance to them.

`borders.bin` was made once from Natural Earth's 1:10m states and provinces (public domain, as in Debian's qgis-common
3.22), joined to countries and simplified to 0.025 degrees; islands below 0.02 square degrees are left out. Crimea and
Sevastopol belong to Ukraine. It holds the length of a heading (4 bytes, little-endian), the heading (JSON: `rings`, a
list of country and number of points), then longitude and latitude of each point in hundredths of a degree (int16).
"""

import functools
import json
import math
from importlib import resources
from typing import Final

import numpy as np
import numpy.typing as npt

from fogline.errors import GazetteerError
from fogline.model.place import EARTH_DIAMETER_KM

FILE: Final = "borders.bin"
LENGTH_BYTES: Final = 4
PER_DEGREE: Final = 100.0

Points = npt.NDArray[np.float64]


def km_to_country(lat: float, lon: float, iso2: str) -> float | None:
    """Kilometres from a point to the outline of a country, from within or without; None for a country not drawn.

    Good to a few kilometres, and to 2 % beyond some hundreds.
    """
    rings = outlines().get(iso2)
    if not rings:
        return None
    return min(_km_to_ring(lat, lon, ring) for ring in rings)


def is_inside(lat: float, lon: float, iso2: str) -> bool:
    """Whether a point lies in a country's outline."""
    return sum(_crossings(lat, lon, ring) for ring in outlines().get(iso2, ())) % 2 == 1


def _km_to_ring(lat: float, lon: float, ring: Points) -> float:
    """The distance to the nearest side: found on a plane around the point, then measured on the sphere."""
    shrink = math.cos(math.radians(lat))
    x = (np.mod(ring[:, 0] - lon + 180.0, 360.0) - 180.0) * shrink
    y = ring[:, 1] - lat
    along_x, along_y = np.diff(x), np.diff(y)
    length = along_x**2 + along_y**2
    share = np.clip(-(x[:-1] * along_x + y[:-1] * along_y) / np.where(length > 0, length, 1.0), 0.0, 1.0)
    near_lon = np.radians((x[:-1] + share * along_x) / shrink)
    near_lat = np.radians(lat + y[:-1] + share * along_y)
    here = math.radians(lat)
    half = np.sin((near_lat - here) / 2) ** 2 + math.cos(here) * np.cos(near_lat) * np.sin(near_lon / 2) ** 2
    return float(EARTH_DIAMETER_KM * np.arcsin(np.sqrt(np.min(half))))


def _crossings(lat: float, lon: float, ring: Points) -> int:
    """How many sides a ray from the point to the east crosses."""
    x, y = ring[:, 0], ring[:, 1]
    over = (y[:-1] > lat) != (y[1:] > lat)
    rise = np.where(over, y[1:] - y[:-1], 1.0)
    at = x[:-1] + (lat - y[:-1]) / rise * (x[1:] - x[:-1])
    return int(np.count_nonzero(over & (at > lon)))


@functools.cache
def outlines() -> dict[str, tuple[Points, ...]]:
    """The rings of each country by ISO code: points as longitude and latitude, the last one again the first."""
    try:
        data = resources.files("fogline.gazetteer").joinpath(FILE).read_bytes()
        start = LENGTH_BYTES + int.from_bytes(data[:LENGTH_BYTES], "little")
        rings = json.loads(data[LENGTH_BYTES:start])["rings"]
        points = np.frombuffer(data, dtype="<i2", offset=start).reshape(-1, 2) / PER_DEGREE
    except (OSError, ValueError, KeyError) as error:
        raise GazetteerError(f"gazetteer/{FILE} is missing or damaged: install the package again") from error
    found: dict[str, list[Points]] = {}
    at = 0
    for iso2, count in rings:
        found.setdefault(iso2, []).append(points[at : at + count])
        at += count
    return {iso2: tuple(parts) for iso2, parts in found.items()}
