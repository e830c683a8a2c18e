"""Which sources are watched? A list in TOML, checked whole when it is loaded (docs/watch.md has an example).

Every table is one source: `[[feed]]` for RSS and Atom, `[[folder]]`, `[[telegram]]` for exports of a channel, and
`[[warc]]`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from fogline.collect.address import is_address, parse_address
from fogline.collect.clean import clean_line
from fogline.collect.guard import is_loopback
from fogline.collect.shape import MEBIBYTE, read_language
from fogline.collect.skip import Skip
from fogline.errors import SourcesError
from fogline.model.feed import Kind

Value = TypeVar("Value")
KINDS: tuple[Kind, ...] = get_args(Kind)
Articles = Literal["auto", "always", "never"]
ARTICLES: tuple[Articles, ...] = get_args(Articles)
# What publishers ask of programs that poll (many feeds name an hour): never more often than once a minute, by default
# every ten. Folders and servers on this machine are nobody else's: they may be looked at several times a second.
LEAST_SECONDS, LEAST_SECONDS_HERE = 60.0, 0.1
DEFAULT_SECONDS: Mapping[Kind, float] = {"feed": 600.0, "folder": 2.0, "telegram": 10.0, "warc": 60.0}
MOST_SECONDS = 7 * 24 * 3600.0
DURATION = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s?(s|seconds?|min|minutes?|h|hours?|d|days?)")
UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
MOST_PAGES = 20
NAME_CHARACTERS = 100
FILE_BYTES = MEBIBYTE
COMMON = ("name", "source", "side", "language", "every", "enabled")
KEYS: Mapping[Kind, tuple[str, ...]] = {
    "feed": (*COMMON, "address", "articles", "pages"),
    "folder": (*COMMON, "path"),
    "telegram": (*COMMON, "path", "address"),
    "warc": (*COMMON, "path"),
}
# What has no better name than that of the list: an export names its channel, and pages of folders and archives outlets.
NAMED_BY_LIST = ("feed",)


@dataclass(frozen=True, slots=True)
class Source:
    """One source that is watched.

    `name` is its own in the list; `source` is who publishes it, as its reports will name it. `address` is that of a
    feed; of a Telegram channel its public one, to which `/1234` is added for a message. `path` is a file or folder.
    `every` are seconds between two looks. `articles` says when the article behind an item of a feed is fetched: `auto`
    where the feed has only its beginning. `pages` are how many pages of a feed with `next` links are followed.
    """

    name: str
    kind: Kind
    address: str | None = None
    path: Path | None = None
    source: str | None = None
    side: str | None = None
    language: str | None = None
    every: float = DEFAULT_SECONDS["feed"]
    articles: Articles = "auto"
    pages: int = 1
    enabled: bool = True

    @property
    def where(self) -> str:
        """The address or path, as it is told."""
        return self.address if self.kind == "feed" and self.address else str(self.path)


class _Fault(Exception):  # noqa: N818 - collected, told together
    """One fault of one key of a table."""


class _Faults(Exception):  # noqa: N818 - collected, told together
    """All faults of one table, in the order of its keys."""


def load_sources(path: Path) -> list[Source]:
    """All sources of a list, those that are not enabled too. Raises SourcesError with every fault that it has."""
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError as error:
        raise SourcesError([f"{path}: cannot be read: {error.strerror or type(error).__name__}"]) from error
    if len(data) > FILE_BYTES:
        raise SourcesError([f"{path}: is larger than {FILE_BYTES // MEBIBYTE} MB: this is no list of sources"])
    try:
        return parse_sources(data.decode(), path.parent)
    except UnicodeDecodeError as error:
        raise SourcesError([f"{path}: is not UTF-8 (byte {error.start + 1}): save it as UTF-8"]) from error
    except SourcesError as error:
        raise SourcesError([f"{path}: {fault}" for fault in error.faults]) from error


def parse_sources(text: str, folder: Path) -> list[Source]:
    """The sources of a list; relative paths count from `folder`. Raises SourcesError."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourcesError([f"is no TOML: {clean_line(str(error))}"]) from error
    faults = [
        f'"{clean_line(key)}" is no kind of source: [[{"]], [[".join(KINDS)}]]' for key in sorted(tables.keys() - KINDS)
    ]
    found: list[Source] = []
    for kind, number, table in _tables(tables, faults):
        try:
            found.append(_source(kind, table, folder))
        except _Faults as those:
            faults += [f"[[{kind}]] {_called(table, number)}: {fault}" for fault in those.args]
    faults += _repeated(found)
    if not found and not faults:
        faults.append("lists no source: fogline watch --example prints a list to start from")
    if faults:
        raise SourcesError(faults)
    return found


def _tables(tables: Mapping[str, object], faults: list[str]) -> Iterator[tuple[Kind, int, dict[str, object]]]:
    for kind in KINDS:
        many = tables.get(kind, [])
        if not isinstance(many, list) or not all(isinstance(one, dict) for one in many):
            faults.append(f"[{kind}] is one table: write [[{kind}]], for each source anew")
            continue
        for number, one in enumerate(many, start=1):
            yield kind, number, one


def _called(table: Mapping[str, object], number: int) -> str:
    name = table.get("name")
    return f'"{clean_line(name)[:NAME_CHARACTERS]}"' if isinstance(name, str) and name.strip() else f"number {number}"


def _repeated(found: list[Source]) -> list[str]:
    names = [source.name for source in found]
    return [f'two sources are called "{name}": each needs a name of its own' for name in _twice(names)]


def _twice(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _source(kind: Kind, table: Mapping[str, object], folder: Path) -> Source:
    """The source of a table. Raises _Faults."""
    faults = [f'"{clean_line(key)}" is no key: {", ".join(KEYS[kind])}' for key in sorted(table.keys() - KEYS[kind])]

    def get(read: Callable[[], Value], instead: Value) -> Value:
        try:
            return read()
        except (_Fault, Skip) as fault:
            faults.append(str(fault))
            return instead

    name = get(lambda: _needed(table, "name"), "")
    address = get(lambda: _address(table, needed=kind == "feed"), None)
    path = get(lambda: _line(table, "path") if kind == "feed" else _needed(table, "path"), None)
    found = Source(
        name=name,
        kind=kind,
        address=address,
        path=folder / path if path else None,
        source=get(lambda: _line(table, "source"), None) or (name if kind in NAMED_BY_LIST else None),
        side=get(lambda: _line(table, "side"), None),
        language=get(lambda: read_language(table.get("language")), None),
        every=get(lambda: _every(kind, table, address), 0.0),
        articles=get(lambda: _articles(table), ARTICLES[0]),
        pages=get(lambda: _pages(table), 1),
        enabled=get(lambda: _enabled(table), True),
    )
    if faults:
        raise _Faults(*faults)
    return found


def _needed(table: Mapping[str, object], key: str) -> str:
    found = _line(table, key)
    if found is None:
        raise _Fault(f'needs a {key}: {key} = "…"')
    return found


def _line(table: Mapping[str, object], key: str) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not clean_line(value):
        raise _Fault(f"{key} must be a text in quotes")
    if key != "path" and len(value) > NAME_CHARACTERS:
        raise _Fault(f"{key} is longer than {NAME_CHARACTERS} characters")
    return clean_line(value)


def _address(table: Mapping[str, object], *, needed: bool) -> str | None:
    value = table.get("address")
    if value is None and not needed:
        return None
    if not isinstance(value, str) or not is_address(value):
        raise _Fault('needs an address: address = "https://…"')
    parse_address(value)  # raises Skip
    return value


def _every(kind: Kind, table: Mapping[str, object], address: str | None) -> float:
    value = table.get("every", DEFAULT_SECONDS[kind])
    if isinstance(value, str):
        found = DURATION.fullmatch(value.strip())
        value = float(found[1]) * UNITS[found[2][0]] if found else None
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _Fault('every must be a duration such as "10 min", "30 s" or "2 h"')
    here = kind != "feed" or (address is not None and is_loopback(parse_address(address).host))
    least = LEAST_SECONDS_HERE if here else LEAST_SECONDS
    if not least <= value <= MOST_SECONDS:
        raise _Fault(f"every must be from {least:g} seconds to {MOST_SECONDS / UNITS['d']:g} days")
    return float(value)


def _articles(table: Mapping[str, object]) -> Articles:
    value = table.get("articles", "auto")
    if value not in ARTICLES:
        raise _Fault(f"articles must be one of {', '.join(ARTICLES)}")
    return value


def _pages(table: Mapping[str, object]) -> int:
    value = table.get("pages", 1)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_PAGES:
        raise _Fault(f"pages must be a number from 1 to {MOST_PAGES}")
    return value


def _enabled(table: Mapping[str, object]) -> bool:
    value = table.get("enabled", True)
    if not isinstance(value, bool):
        raise _Fault("enabled must be true or false")
    return value
