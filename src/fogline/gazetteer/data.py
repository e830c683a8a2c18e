"""Which countries, regions and informal areas there are: the package's own data files, read and checked."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from fogline.errors import GazetteerError

VILLAGES: Final = "villages.csv"


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """A country or territory of ISO 3166-1 with its names, demonyms ("Ukrainian", "Ukrainians"), capitals, centre.

    `point` is GeoNames' point of it (lat, lon), which may lie elsewhere than the centre.
    """

    iso2: str
    name: str
    also: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    lat: float
    lon: float
    geonameid: int | None
    point: tuple[float, float]


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """A first-level region: `code` is GeoNames' ("UA.07"), `lat` and `lon` its centre."""

    code: str
    geonameid: int | None
    name: str
    also: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """An area that is no first-level region: Donbas, the Sahel, the Black Sea.

    `parts` are the codes of regions ("UA.05") or countries ("ML") that it takes in, where it has such.
    """

    name: str
    country: str | None
    also: tuple[str, ...]
    parts: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class DistrictEntry:
    """A second-level district or county: `region` is the code of the first-level region that holds it.

    The point is the middle of the district's settlements, or its region's centre where none is known; `population`
    theirs, 0 where it is not known. `known` is false where the point is only the region's.
    """

    name: str
    region: str
    also: tuple[str, ...]
    lat: float
    lon: float
    population: int
    known: bool = True


@dataclass(frozen=True, slots=True)
class SettlementEntry:
    """A place that reports name and GeoNames' cities lack, or spell otherwise.

    Near a settlement of the same name it only adds its names to that. `facility` is true for a base, plant or crossing,
    `village` for a place that is meant only where the report is near it.
    """

    name: str
    country: str
    region: str | None
    lat: float
    lon: float
    facility: bool
    also: tuple[str, ...]
    village: bool = False


def _text(name: str) -> str:
    try:
        return resources.files("fogline.gazetteer").joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise GazetteerError(f"gazetteer/{name} is missing: install the package again") from error


def _toml(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise GazetteerError(f"gazetteer/{name} is not valid TOML: {error}") from error


def _rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in _text(name).splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def countries() -> tuple[CountryEntry, ...]:
    """All countries, sorted by ISO code."""
    return tuple(
        CountryEntry(
            iso2,
            entry["name"],
            tuple(entry.get("also", ())),
            tuple(entry.get("adjective", ())),
            tuple(entry.get("people", ())),
            tuple(entry.get("capital", ())),
            float(entry["lat"]),
            float(entry["lon"]),
            entry.get("geonameid"),
            tuple(entry.get("point", (float(entry["lat"]), float(entry["lon"])))),
        )
        for iso2, entry in sorted(_toml("countries.toml").items())
    )


def regions() -> tuple[RegionEntry, ...]:
    """All first-level regions, in the file's order."""
    return tuple(
        RegionEntry(
            f"{row['country']}.{row['admin1']}",
            int(row["geonameid"]) if row["geonameid"] else None,
            row["name"],
            _parts(row["also"]),
            float(row["lat"]),
            float(row["lon"]),
        )
        for row in _rows("regions.csv")
    )


def areas() -> tuple[AreaEntry, ...]:
    """All informal areas, in the file's order."""
    return tuple(
        AreaEntry(
            name,
            entry.get("country"),
            tuple(entry.get("also", ())),
            tuple(entry.get("parts", ())),
            float(entry["lat"]),
            float(entry["lon"]),
        )
        for name, entry in _toml("areas.toml").get("area", {}).items()
    )


@cache
def coasts() -> dict[str, dict[str, tuple[float, float]]]:
    """For each country's code a point on its coast by the sea that washes it, the sea most told of first."""
    found = _toml("coasts.toml").get("coast", {})
    return {iso2: {sea: (point[0], point[1]) for sea, point in seas.items()} for iso2, seas in found.items()}


def region_adjectives() -> dict[str, str]:
    """Adjectives and people of regions and areas: "Crimean" to "Crimea"."""
    return dict(_toml("areas.toml").get("adjective", {}))


def endings() -> tuple[str, ...]:
    """The words in small letters in which a name may end: "camp", "airbase"."""
    return tuple(_toml("areas.toml").get("names", {}).get("endings", ()))


def districts() -> tuple[DistrictEntry, ...]:
    """All second-level districts, in the file's order."""
    return tuple(
        DistrictEntry(
            row["name"],
            f"{row['country']}.{row['admin1']}",
            _parts(row["also"]),
            float(row["lat"]),
            float(row["lon"]),
            int(row["population"] or 0),
            row["known"] != "0",
        )
        for row in _rows("districts.csv")
    )


def settlements() -> tuple[SettlementEntry, ...]:
    """All settlements and facilities that the package adds to GeoNames' cities, in the files' order."""
    return tuple(
        SettlementEntry(
            row["name"],
            row["country"],
            row["admin1"] or None,
            float(row["lat"]),
            float(row["lon"]),
            row["kind"] == "facility",
            _parts(row["also"]),
            name == VILLAGES,
        )
        for name in ("settlements.csv", VILLAGES)
        for row in _rows(name)
    )
