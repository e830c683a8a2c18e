"""Which tellings are worth comparing? Those of one kind, of neighbouring days, in one stretch of the map.

Every unit stands under a few keys and asks under a few; only units that meet under a key are compared, so the cost
grows with the number of claims and not with its square.
"""

import datetime as dt
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from fogline.merge.evidence import GUESSED_GAP, LASTING_GAP, LONG_DAYS
from fogline.merge.kinds import ATTACKS, SAID
from fogline.merge.unit import Unit
from fogline.model import Days, Place

Key = tuple[str, ...]
Block = list[tuple[Key, int]]

CELL_DEGREES = 0.5  # wider than the 15 km within which settlements are compared, up to 70 degrees north
MOST_MONTHS = 24  # of a longer period only the first and last month are keys
UNDATED_REACH = 4  # days before publication in which an undated happening may lie
# In a block of more units than this each is compared with its neighbours by place and day alone.
MOST_COMPARED = 150

ANYWHERE = "anywhere"
UNDATED = "undated"


def candidates(units: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    """Pairs of units of different reports worth comparing, each pair once, by the units' order."""
    blocks: defaultdict[Key, Block] = defaultdict(list)
    sort_keys = [_sort_key(unit) for unit in units]
    for at in sorted(range(len(units)), key=lambda at: (sort_keys[at], at)):
        for key in set(_keys(units[at], 0, _stands_in)):
            blocks[key].append((sort_keys[at], at))
    pairs: set[tuple[int, int]] = set()
    for at, unit in enumerate(units):
        reach = LASTING_GAP if unit.group == "territory" else 1
        for key in set(_keys(unit, reach, _asks_in)):
            near = _neighbours(blocks.get(key, []), (sort_keys[at], at))
            pairs.update((i, at) if i < at else (at, i) for i in near)
    return [(units[i], units[j]) for i, j in sorted(pairs) if units[i].report != units[j].report]


def _keys(unit: Unit, reach: int, places: Callable[[Unit], Iterator[Key]]) -> Iterator[Key]:
    """The keys of a unit: each of its days (and `reach` days around) with each of its places; and its sentences."""
    kind = ("attack" if unit.group in ATTACKS else unit.group, str(unit.ahead))
    where = list(places(unit))
    for day in _when(unit, reach):
        for place in where:
            yield (*kind, day, *place)
    for sentence in unit.sentences:
        yield (*kind, "sentence", sentence)


def _when(unit: Unit, reach: int) -> Iterator[str]:
    """Days, or the months of a long period, or for an undated telling the days up to its publication."""
    days = unit.days
    if days is None:
        yield UNDATED
        if unit.published is not None:
            yield from _each_day(Days(unit.published.first - dt.timedelta(days=UNDATED_REACH), unit.published.last))
    elif days.length > LONG_DAYS:
        yield from _each_month(days)
    else:
        back = GUESSED_GAP if unit.guessed else reach
        yield from _each_day(Days(days.first - dt.timedelta(days=back), days.last + dt.timedelta(days=reach)))


def _each_day(days: Days) -> Iterator[str]:
    for offset in range(days.length):
        yield (days.first + dt.timedelta(days=offset)).isoformat()


def _each_month(days: Days) -> Iterator[str]:
    first, last = (day.year * 12 + day.month - 1 for day in (days.first, days.last))
    months = range(first, last + 1) if last - first < MOST_MONTHS else (first, last)
    for month in months:
        yield f"{month // 12}-{month % 12 + 1}"


def _stands_in(unit: Unit) -> Iterator[Key]:
    """Where others look for this unit: its parties where somebody speaks, its cell, name and country otherwise."""
    if unit.group in SAID:
        yield from _party_keys(unit)
        return
    place = unit.place
    yield (ANYWHERE,)
    if place is None:
        yield ("area", "")
    elif place.precision == "settlement":
        yield ("cell", *_cell(place, 0, 0))
        yield ("name", place.name.casefold())
        yield ("in", place.country or "")
    else:
        yield ("area", place.country or "")


def _asks_in(unit: Unit) -> Iterator[Key]:
    """Where this unit looks for others: the cells around it, its country's areas; everywhere where it has no place."""
    if unit.group in SAID:
        yield from _party_keys(unit)
        return
    place = unit.place
    if place is None:
        yield (ANYWHERE,)
        return
    yield ("area", place.country or "")
    yield ("area", "")
    if place.precision != "settlement":
        yield ("in", place.country or "")
        return
    yield ("name", place.name.casefold())
    for north in (-1, 0, 1):
        for east in (-1, 0, 1):
            yield ("cell", *_cell(place, north, east))


def _party_keys(unit: Unit) -> Iterator[Key]:
    for party in unit.actor | unit.target:
        yield ("party", party)


def _cell(place: Place, north: int, east: int) -> Key:
    across = round(360 / CELL_DEGREES)
    return (
        str(math.floor(place.lat / CELL_DEGREES) + north),
        str((math.floor(place.lon / CELL_DEGREES) + east) % across),
    )


def _sort_key(unit: Unit) -> Key:
    place = unit.place
    days = unit.days.iso() if unit.days else ["", ""]
    return (
        (place.country or "", place.region or "", place.name, *days, unit.id) if place else ("", "", "", *days, unit.id)
    )


def _neighbours(block: Block, entry: tuple[Key, int]) -> Iterator[int]:
    """The others of a block, or in a large one those nearest by place and day."""
    if len(block) > MOST_COMPARED:
        middle = bisect_left(block, entry)
        block = block[max(0, middle - MOST_COMPARED // 2) : middle + MOST_COMPARED // 2]
    return (at for _, at in block if at != entry[1])
