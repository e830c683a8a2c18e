"""Which places did the user add to the gazetteer, and where are they kept?

In the user's data folder ($FOGLINE_DATA, or where the system keeps such things): `places.csv` holds the places of
`fogline gazetteer add`, `dump-NAME.jsonl.gz` what was kept of a GeoNames dump. Every index that is built later, also
after an upgrade, takes them in.
"""

import csv
import gzip
import hashlib
import io
import json
import os
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import platformdirs

from fogline.errors import GazetteerError
from fogline.gazetteer.data import SettlementEntry, countries, regions
from fogline.gazetteer.fold import LONGEST_NAME, fold

DATA_VARIABLE: Final = "FOGLINE_DATA"
OWN_FILE: Final = "places.csv"
COLUMNS: Final = ("name", "country", "region", "lat", "lon", "kind", "also")
DUMP_PREFIX, DUMP_SUFFIX = "dump-", ".jsonl.gz"
GZIP_TRAILER: Final = 8  # bytes: CRC-32 and size (RFC 1952)
MOST_BYTES: Final = 64 << 20  # of a file of places: about a million rows
UNREADABLE: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})  # Unicode's categories of control characters and line ends
SHOWN: Final = 30  # characters of a name that is too long
MOST_LAT, MOST_LON = 90.0, 180.0


def data_folder() -> Path:
    """Where the user's own places are kept; it need not exist yet."""
    return Path(os.environ.get(DATA_VARIABLE) or platformdirs.user_data_dir("fogline"))


def own_places() -> tuple[SettlementEntry, ...]:
    """The places that the user added. Raises GazetteerError where the file cannot be read."""
    path = data_folder() / OWN_FILE
    return tuple(read_places(path)) if path.is_file() else ()


def add_places(path: Path) -> tuple[int, int]:
    """Keep the places of a CSV file besides those added before; how many are new, and how many there are now.

    All of the file is taken or nothing. A place of the same name, country and point as one there replaces it. Raises
    GazetteerError for a row that is no place.
    """
    before = {_key(entry): entry for entry in own_places()}
    added = {_key(entry): entry for entry in read_places(path)}
    if not added:
        raise GazetteerError(f"{path} names its columns but holds no row")
    together = before | added
    _write(data_folder() / OWN_FILE, _csv(together[key] for key in sorted(together)))
    return len(added.keys() - before.keys()), len(together)


def read_places(path: Path) -> list[SettlementEntry]:
    """The places of a CSV file: columns name, country, lat, lon, and if wanted region, kind, also ("|" between names).

    `country` is ISO 3166-1 alpha-2, `region` a first-level region's GeoNames code ("07") or name, `kind` settlement
    (the default) or facility; the columns' names may be in capitals. Raises GazetteerError with the line of the first
    row that is no place.
    """
    known_countries = {entry.iso2 for entry in countries()}
    by_name = {
        (entry.code.partition(".")[0], name.casefold()): entry.code.partition(".")[2]
        for entry in regions()
        for name in (entry.code.partition(".")[2], entry.name, *entry.also)
    }
    table = csv.DictReader(io.StringIO(_text(path)))
    found = []
    try:
        table.fieldnames = [name.strip().casefold() for name in table.fieldnames or ()]
        missing = {"name", "country", "lat", "lon"} - set(table.fieldnames)
        if missing:
            lacks = ", ".join(sorted(missing))
            raise GazetteerError(f"{path} lacks the column {lacks}: its first line names the columns")
        for row in table:
            found.append(_entry(row, known_countries, by_name))
    except (ValueError, csv.Error) as error:
        raise GazetteerError(f"{path}, line {table.line_num}: {error}") from error
    return found


def _entry(row: Mapping[str, str | None], known: set[str], by_name: Mapping[tuple[str, str], str]) -> SettlementEntry:
    """The place of a row. Raises ValueError that says what is wrong with it."""
    cell = {
        key: (value or "").strip() for key, value in row.items() if isinstance(key, str) and not isinstance(value, list)
    }
    name, country, region, kind = (cell.get(key, "") for key in ("name", "country", "region", "kind"))
    if not name:
        raise ValueError("the name is empty")
    also = tuple(part.strip() for part in cell.get("also", "").split("|") if part.strip())
    for one in (name, *also):
        _check_name(one)
    if country.upper() not in known:
        raise ValueError(f"country {country!r} is no ISO 3166-1 code such as UA")
    code = by_name.get((country.upper(), region.casefold())) if region else None
    if region and code is None:
        raise ValueError(f"region {region!r} is no first-level region of {country.upper()}")
    if kind not in {"", "settlement", "facility"}:
        raise ValueError(f"kind {kind!r} is neither settlement nor facility")
    lat, lon = _degrees(cell.get("lat", ""), MOST_LAT, "lat"), _degrees(cell.get("lon", ""), MOST_LON, "lon")
    return SettlementEntry(name, country.upper(), code, lat, lon, kind == "facility", also)


def _check_name(name: str) -> None:
    """Raises ValueError where a name is none that a text could hold."""
    if any(unicodedata.category(letter) in UNREADABLE for letter in name):
        raise ValueError(f"the name {name[:LONGEST_NAME]!r} holds a control character")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"the name {name[:SHOWN]!r}… is longer than {LONGEST_NAME} characters")
    if not fold(name):
        raise ValueError(f"the name {name!r} holds no letter")


def _degrees(text: str, most: float, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = most + 1
    if not abs(value) <= most:
        raise ValueError(f"{what} {text!r} is no number of degrees from -{most:g} to {most:g}")
    return value


def kept_dumps() -> list[Path]:
    """What was kept of GeoNames dumps, by name."""
    folder = data_folder()
    return sorted(folder.glob(f"{DUMP_PREFIX}*{DUMP_SUFFIX}")) if folder.is_dir() else []


def keep_dump(name: str, cities: Iterable[Mapping[str, Any]]) -> Path:
    """Keep the places of a dump under its name, in place of what was kept under that name before."""
    safe = "".join(letter for letter in name if letter.isalnum() or letter in "-_") or "dump"
    path = data_folder() / f"{DUMP_PREFIX}{safe}{DUMP_SUFFIX}"
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as stream:  # the same places give the same bytes
        for city in cities:
            stream.write(json.dumps(city, ensure_ascii=False).encode() + b"\n")
    _write(path, packed.getvalue())
    return path


def dump_cities() -> Iterator[dict[str, Any]]:
    """The places of all kept dumps. Raises GazetteerError where one is damaged."""
    for path in kept_dumps():
        try:
            with gzip.open(path, "rb") as stream:
                for line in stream:
                    yield json.loads(line)
        except (OSError, EOFError, ValueError) as error:
            raise GazetteerError(f"{path} is damaged: build from the dump again, or delete it") from error


def own_version() -> bytes:
    """Changes with what the user added; empty where that is nothing."""
    digest = hashlib.sha256()
    own, dumps = data_folder() / OWN_FILE, kept_dumps()
    if own.is_file():
        digest.update(own.read_bytes())
    for path in dumps:
        with path.open("rb") as stream:
            stream.seek(-min(GZIP_TRAILER, path.stat().st_size), os.SEEK_END)
            digest.update(path.name.encode() + stream.read())  # the trailer is the content's checksum and length
    return digest.digest() if own.is_file() or dumps else b""


def _key(entry: SettlementEntry) -> tuple[str, str, float, float]:
    return entry.country, entry.name, entry.lat, entry.lon


def _csv(entries: Iterable[SettlementEntry]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        kind = "facility" if entry.facility else "settlement"
        also = "|".join(entry.also)
        writer.writerow([entry.name, entry.country, entry.region or "", entry.lat, entry.lon, kind, also])
    return out.getvalue().encode()


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise GazetteerError(f"{path} is longer than {MOST_BYTES >> 20} MB")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path} is not UTF-8 (byte {error.start + 1}): save it as UTF-8") from error
    except OSError as error:
        raise GazetteerError(f"cannot read {path}: {error.strerror}") from error


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises GazetteerError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise GazetteerError(f"cannot write {path}: {error.strerror}: set {DATA_VARIABLE}") from error
