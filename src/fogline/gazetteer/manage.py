"""What does the user's gazetteer hold, and how does more come into it? What `fogline gazetteer` asks for."""

import shutil
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from fogline.errors import GazetteerError
from fogline.gazetteer.build import Progress, ensure, index_folder
from fogline.gazetteer.data import countries
from fogline.gazetteer.dump import City, Tally, alternate_names, places_of
from fogline.gazetteer.own import add_places, data_folder, keep_dump, kept_dumps, own_places
from fogline.gazetteer.store import KINDS, open_store

MEBIBYTE: Final = 1 << 20
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Info:
    """What an index holds: places by kind, names, its size on disk in MiB, and what of it is the user's own."""

    folder: Path
    source: str
    places: dict[str, int]
    names: int
    mebibytes: float
    own_folder: Path
    own: int
    dumps: tuple[str, ...]


def info() -> Info:
    """What the user's gazetteer holds; it is built first where there is none. Raises GazetteerError."""
    folder = ensure()
    store = open_store(folder)
    counts = Counter(int(kind) for kind in store.places["kind"])
    return Info(
        folder,
        str(store.meta["source"]),
        {kind: counts[at] for at, kind in enumerate(KINDS)},
        len(store.names),
        sum(path.stat().st_size for path in folder.iterdir()) / MEBIBYTE,
        data_folder(),
        len(own_places()),
        tuple(path.name for path in kept_dumps()),
    )


def add(path: Path, progress: Progress | None = None) -> tuple[int, int]:
    """Take in the places of a CSV file; how many are new, and how many of one's own there are now.

    See `own.read_places` for the columns. Raises GazetteerError; nothing is added then.
    """
    return _renewed(lambda: add_places(path), progress)


def build(
    dumps: Sequence[Path],
    alternates: Path | None = None,
    of: Collection[str] = (),
    progress: Progress | None = None,
) -> list[tuple[Path, Tally]]:
    """Take in GeoNames dumps, of the countries named (ISO codes) or of all, and build the index anew.

    `alternates` is alternateNames.zip or alternateNamesV2.zip. A dump of the same file name replaces the former one.
    Raises GazetteerError where a file is none; nothing is changed then.
    """
    wrong = sorted(set(of) - {entry.iso2 for entry in countries()})
    if wrong:
        raise GazetteerError(f"country {wrong[0]!r} is no ISO 3166-1 code such as UA")

    def keep() -> list[tuple[Path, Tally]]:
        read = [(path, *_read(path, of)) for path in dumps]
        if alternates:
            _name_also([city for _, _, cities in read for city in cities], alternates)
        for path, _, cities in read:
            keep_dump(path.stem, cities)
        return [(path, tally) for path, tally, _ in read]

    return _renewed(keep, progress)


def _read(path: Path, of: Collection[str]) -> tuple[Tally, list[City]]:
    tally = Tally()
    return tally, list(places_of(path, of, tally))


def _name_also(cities: Sequence[City], alternates: Path) -> None:
    """Add the names of a table of alternate names to the cities that it names."""
    also = alternate_names(alternates, {city["geonameid"] for city in cities})
    for city in cities:
        names = [*city["alternatenames"], *also.get(city["geonameid"], ())]
        city["alternatenames"] = list(dict.fromkeys(names))


def _renewed(change: Callable[[], Answer], progress: Progress | None) -> Answer:
    """Do what changes the user's own places, then build the index that fits and remove the one that did."""
    before = index_folder()
    answer = change()
    if ensure(progress) != before:
        shutil.rmtree(before, ignore_errors=True)
    return answer
