"""Which events pass a query: as a mask over the columns."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from fogline.asked import place_names
from fogline.model import CORROBORATION_LEVELS
from fogline.model.place import EARTH_DIAMETER_KM
from fogline.model.query import AREA_RADIUS_KM, plain
from fogline.serve.columns import (
    NO_DAY,
    PRECISIONS,
    STATUS_CODES,
    TYPE_CODES,
    Array,
    Columns,
    Names,
    day_number,
)

Numbers = Callable[[str], list[int]]
Number = Callable[[str], int | None]
# Gives what is kept under a key, made where it is not.
Keeping = Callable[[Hashable, Callable[[], Array]], Array]


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters that an event must all pass; None, () or False asks for nothing.

    `since` and `until` are days, both included; `bbox` west, south, east, north; `near` latitude, longitude and
    kilometres; of `types`, `parties`, `statuses`, `corroborations` and `ids` any will do; `origins` at least so many.
    `exactly` are pairs of a property (`name`, `region`, `country` of the place, `precision`, `origins`) and its value.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    bbox: tuple[float, float, float, float] | None = None
    near: tuple[float, float, float] | None = None
    types: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    disputed: bool | None = None
    origins: int | None = None
    corroborations: tuple[str, ...] = ()
    place: str | None = None
    text: str | None = None
    report: str | None = None
    ids: tuple[str, ...] = ()
    exactly: tuple[tuple[str, str | int], ...] = ()

    def without(self, name: str) -> "Asked":
        """The same without one filter of several values."""
        empty: Any = {name: ()}
        return replace(self, **empty)


ALL = Asked()


@dataclass(frozen=True, slots=True)
class Looking:
    """What a mask is made from: the columns, the names in them, how the ledger finds words and reports,
    and where a mask that many questions share is kept."""

    columns: Columns
    names: Names
    numbers_with: Numbers
    number_of: Number
    visible: Array | None = field(default=None)
    kept: Keeping = field(default=lambda key, make: make())

    def mask(self, asked: Asked) -> Array:
        """A boolean for each row: whether the event may be seen and passes every filter."""
        here, found = self.columns, self._start()
        self._by_time(asked, found)
        self._by_value(asked, found)
        if asked.bbox is not None:
            found &= in_box(here, asked.bbox)
        if asked.near is not None:
            found &= near(here, asked.near)
        if asked.place is not None:
            found &= self._at(asked.place)
        for name, value in asked.exactly:
            found &= self._exactly(name, value)
        if asked.parties:
            found &= self.kept(("party", asked.parties), lambda: self._with_party(asked.parties))
        if asked.text is not None:
            found &= self._told_by(np.array(self.numbers_with(asked.text), dtype=np.int64))
        if asked.report is not None:
            number = self.number_of(asked.report)
            found &= self._told_by(np.array([] if number is None else [number], dtype=np.int64))
        return found

    def _start(self) -> Array:
        return np.ones(len(self.columns), dtype=bool) if self.visible is None else self.visible.copy()

    def _by_time(self, asked: Asked, found: Array) -> None:
        here = self.columns
        if asked.since is not None:
            found &= here.last >= day_number(asked.since)
        if asked.until is not None:
            found &= (here.first <= day_number(asked.until)) & (here.first != NO_DAY)

    def _by_value(self, asked: Asked, found: Array) -> None:
        here = self.columns
        for column, values, codes in (
            (here.type, asked.types, TYPE_CODES),
            (here.status, asked.statuses, STATUS_CODES),
            (here.corroboration, asked.corroborations, CODES),
        ):
            if values:
                found &= among(column, [codes[value] for value in values])
        if asked.disputed is not None:
            found &= (here.disputed > 0) == asked.disputed
        if asked.origins is not None:
            found &= here.origins >= asked.origins
        if asked.ids:
            found &= np.isin(here.ids, np.array(asked.ids, dtype=np.str_))

    def _with_party(self, parties: tuple[str, ...]) -> Array:
        wanted = {name.casefold() for name in parties}
        codes = [code for code, name in enumerate(self.names.parties) if name.casefold() in wanted]
        found = np.zeros(len(self.columns), dtype=bool)
        found[self.columns.party_event[among(self.columns.party, codes)]] = True
        return found

    def _at(self, place: str) -> Array:
        wanted = {plain(name) for name in place_names(place)}
        codes = [
            code
            for code, names in enumerate(self.names.places)
            if any(name is not None and plain(name) in wanted for name in names)
        ]
        return among(self.columns.place, codes)

    def _exactly(self, name: str, value: str | int) -> Array:
        if name == "origins":
            found: Array = self.columns.origins == value
            return found
        if name == "precision":
            return among(self.columns.precision, [at for at, one in enumerate(PRECISIONS) if one == value])
        part = PLACE_PARTS.index(name)
        return among(self.columns.place, [at for at, one in enumerate(self.names.places) if one[part] == value])

    def _told_by(self, reports: Array) -> Array:
        found = np.zeros(len(self.columns), dtype=bool)
        found[self.columns.report_event[among(self.columns.report, reports)]] = True
        return found


PLACE_PARTS = ("name", "region", "country")
CODES = {name: code for code, name in enumerate(CORROBORATION_LEVELS)}
# So many comparisons of all values take less time than looking each up in a table.
FEW = 8
RADII = np.array([AREA_RADIUS_KM[name] for name in PRECISIONS])


def among(values: Array, wanted: Sequence[int] | Array) -> Array:
    """Which of numbers, -1 or more, are among the wanted, of which none is below 0."""
    if len(wanted) <= FEW:
        found: Array = np.zeros(len(values), dtype=bool)
        for one in wanted:
            found |= values == one
        return found
    table = np.zeros(max(int(values.max(initial=0)), int(max(wanted))) + 2, dtype=bool)
    table[np.asarray(wanted, dtype=np.int64)] = True
    table[-1] = False  # what has no number
    found = table[values]
    return found


def in_box(here: Columns, box: tuple[float, float, float, float]) -> Array:
    """Which events lie in west, south, east, north; west of more than east crosses the antimeridian."""
    west, south, east, north = box
    across = (here.lon >= west) & (here.lon <= east) if west <= east else (here.lon >= west) | (here.lon <= east)
    inside: Array = across & (here.lat >= south) & (here.lat <= north)
    return inside


def near(here: Columns, circle: tuple[float, float, float]) -> Array:
    """Which events lie within a circle; a region or country only in one that could hold it (as `EventQuery`)."""
    lat, lon, km = np.radians(circle[0]), np.radians(circle[1]), circle[2]
    there = np.radians(here.lat)
    half = np.sin((there - lat) / 2) ** 2 + np.cos(lat) * np.cos(there) * np.sin((np.radians(here.lon) - lon) / 2) ** 2
    distance = EARTH_DIAMETER_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    inside: Array = (here.precision >= 0) & (km >= RADII[here.precision]) & (distance <= km)
    return inside
