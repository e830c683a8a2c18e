"""Which tellings are worth comparing? Those of one kind, of neighbouring days, in one stretch of the map.

Every telling stands under a few keys and asks under a few, period by period (a day, or the month of what lasted long);
only tellings that meet under a key are compared, so the cost grows with their number and not with its square. What is
told without a place, or for a whole country, is sought by its counts and by its weapon and what it hit.
"""

import datetime as dt
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from fogline.merge.evidence import TELLING
from fogline.merge.evidence_days import LASTING_GAP, LONG_DAYS, farthest_back
from fogline.merge.kinds import ATTACKS, LASTING, SAID
from fogline.merge.unit import Unit
from fogline.model import Days, Place

Key = tuple[object, ...]

# Degrees of a cell, north and east: wider than the 15 km within which settlements are compared, up to 62 degrees north.
CELL_NORTH, CELL_EAST = 0.15, 0.3
MOST_MONTHS = 24  # of a longer period only the first and last month are keys
UNDATED_REACH = 4  # days before publication in which an undated happening may lie
# In a block of more tellings than this each is compared with its neighbours by place and day alone, and not at all
# where the block is of a country or of everywhere: what is so vague must share a count, or its weapon and what it hit.
MOST_COMPARED = 60
WIDE = frozenset({"anywhere", "in", "area"})

ANYWHERE: Key = ("anywhere",)
UNDATED = "undated"


def candidates(units: Sequence[Unit], reach: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of positions of units of different reports worth comparing, the smaller first.

    Period by period, so that no more is held than the blocks of one; a pair that meets in two periods which do not
    follow each other comes twice. `reach` is the number of days around an exact one in which neighbours are sought
    too, for who wants to see them: they are other happenings.
    """
    ranked = sorted(range(len(units)), key=lambda at: sort_key(units[at]))
    stands: defaultdict[str, list[int]] = defaultdict(list)
    asks: defaultdict[str, list[int]] = defaultdict(list)
    for rank, at in enumerate(ranked):
        unit = units[at]
        for period in when(unit, 0):
            stands[period].append(rank)
        for period in when(unit, max(reach, reach_of(unit))):
            asks[period].append(rank)
    before: set[tuple[int, int]] = set()
    for period in sorted(stands.keys() & asks.keys()):
        met = meetings(units, ranked, stands[period], asks[period])
        yield from sorted(met - before)
        before = met
    yield from sorted(same_sentence(units, ranked))


def meetings(
    units: Sequence[Unit], ranked: Sequence[int], standing: Iterable[int], asking: Iterable[int]
) -> set[tuple[int, int]]:
    """The pairs that meet in one period."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for rank in standing:
        unit = units[ranked[rank]]
        for key in _stands_in(unit):
            blocks[kind_of(unit), key].append(rank)
    met: set[tuple[int, int]] = set()
    for rank in asking:
        at = ranked[rank]
        unit = units[at]
        kind, report = kind_of(unit), unit.report
        for key in _asks_in(unit):
            block = blocks.get((kind, key))
            if block is None or (len(block) > MOST_COMPARED and key[0] in WIDE):
                continue
            for other in _neighbours(block, rank):
                found = ranked[other]
                if units[found].report != report:
                    met.add((at, found) if at < found else (found, at))
    return met


def same_sentence(
    units: Sequence[Unit], ranked: Sequence[int], only: Collection[Key] | None = None
) -> set[tuple[int, int]]:
    """The pairs that have a sentence in common, or one of those asked for (`sentence_keys`)."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for rank, at in enumerate(ranked):
        for key in sentence_keys(units[at]):
            if only is None or key in only:
                blocks[key].append(rank)
    met: set[tuple[int, int]] = set()
    for block in blocks.values():
        for rank in block if len(block) > 1 else ():
            for other in _neighbours(block, rank):
                one, two = sorted((ranked[rank], ranked[other]))
                if units[one].report != units[two].report:
                    met.add((one, two))
    return met


def sentence_keys(unit: Unit) -> Iterator[Key]:
    """The blocks of a telling's sentences."""
    for sentence in unit.sentences:
        yield kind_of(unit), sentence


def kind_of(unit: Unit) -> tuple[str, bool]:
    """What a telling is compared with at all."""
    return ("attack" if unit.group in ATTACKS else unit.group, unit.ahead)


def reach_of(unit: Unit) -> int:
    """How many days around its own a telling asks in: an exact day and the one before or after are two strikes."""
    if unit.group == "territory":
        return LASTING_GAP
    exact = unit.days is not None and unit.days.length == 1 and unit.group not in SAID | LASTING
    return 0 if exact and not unit.guessed else 1


def when(unit: Unit, reach: int) -> Iterator[str]:
    """Days, or the months of a long period, or for an undated telling the days up to its publication."""
    days = unit.days
    if days is None:
        yield UNDATED
        if unit.published is not None:
            yield from _each_day(Days(unit.published.first - dt.timedelta(days=UNDATED_REACH), unit.published.last))
    elif days.length > LONG_DAYS:
        yield from _each_month(days)
    else:
        back = farthest_back(unit) or reach
        yield from _each_day(Days(days.first - dt.timedelta(days=back), days.last + dt.timedelta(days=reach)))


def _each_day(days: Days) -> Iterator[str]:
    for offset in range(days.length):
        yield (days.first + dt.timedelta(days=offset)).isoformat()


def _each_month(days: Days) -> Iterator[str]:
    first, last = (day.year * 12 + day.month - 1 for day in (days.first, days.last))
    months = range(first, last + 1) if last - first < MOST_MONTHS else (first, last)
    for month in months:
        yield f"{month // 12}-{month % 12 + 1}"


def _stands_in(unit: Unit) -> set[Key]:
    """Where others look for this unit: its parties where somebody speaks, its cell, name and country otherwise."""
    if unit.group in SAID:
        return set(_party_keys(unit))
    place = unit.place
    keys: set[Key] = {ANYWHERE, *_traits(unit)}
    if place is None:
        keys.add(("area", ""))
    elif place.precision == "settlement":
        keys |= {("cell", *_cell(place, 0, 0)), ("name", place.name.casefold()), ("in", place.country or "")}
        if place.region:
            keys.add(("region", place.country, place.region))
    else:
        keys.add(("area", place.country or ""))
        if place.precision == "region":
            keys.add(("regions", place.country, place.region or place.name))
    return keys


def _asks_in(unit: Unit) -> Iterator[Key]:
    """Where this unit looks for others: the cells around it, its country's areas; everywhere where it has no place."""
    if unit.group in SAID:
        yield from _party_keys(unit)
        return
    place = unit.place
    if place is None:
        yield ANYWHERE
        yield from _traits(unit)
        return
    yield ("area", place.country or "")
    yield ("area", "")
    if place.precision != "settlement":
        yield ("in", place.country or "")
        yield from _traits(unit)
        if place.precision == "region":
            yield ("region", place.country, place.region or place.name)
            yield ("regions", place.country, place.region or place.name)
        return
    if unit.place_guessed:
        yield from _traits(unit)
        yield ("in", place.country or "")
    if place.region:
        yield ("regions", place.country, place.region)
    yield ("name", place.name.casefold())
    for north in (-1, 0, 1):
        for east in (-1, 0, 1):
            yield ("cell", *_cell(place, north, east))


def _traits(unit: Unit) -> Iterator[Key]:
    """By what a telling without a town can be known again: its larger counts, its weapon with what it hit."""
    for name, figures in unit.figures.items():
        for figure in figures:
            if figure.low >= TELLING:
                yield (name, figure.low)
    for weapon in unit.weapon:
        for thing in unit.against:
            yield (weapon, thing)


def _party_keys(unit: Unit) -> Iterator[Key]:
    for party in unit.actor | unit.target:
        yield ("party", party)


def _cell(place: Place, north: int, east: int) -> tuple[int, int]:
    across = round(360 / CELL_EAST)
    return math.floor(place.lat / CELL_NORTH) + north, (math.floor(place.lon / CELL_EAST) + east) % across


def sort_key(unit: Unit) -> tuple[str, ...]:
    """By place, then day: neighbours in a large block are those that are most alike."""
    place = unit.place
    where = (place.country or "", place.region or "", place.name) if place else ("", "", "")
    return (*where, *(unit.days.iso() if unit.days else ("", "")), unit.id)


def _neighbours(block: Sequence[int], rank: int) -> Iterator[int]:
    """The others of a block, or in a large one those nearest by place and day."""
    if len(block) > MOST_COMPARED:
        middle = bisect_left(block, rank)
        block = block[max(0, middle - MOST_COMPARED // 2) : middle + MOST_COMPARED // 2]
    return (other for other in block if other != rank)
