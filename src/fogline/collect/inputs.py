"""Which inputs a name stands for: a file, a folder, a pattern, an address, standard input, or fields at hand."""

import glob
import io
import itertools
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from fogline.collect.address import is_address
from fogline.collect.article import feed_reports
from fogline.collect.clean import clean_line
from fogline.collect.feed import looks_like_feed
from fogline.collect.files import (
    HTML,
    JSON,
    JSON_LINES,
    KNOWN,
    TEXT,
    is_known,
    json_reports,
    known_files,
    read_file,
    text_report,
)
from fogline.collect.html import html_report
from fogline.collect.lines import UTF8_MARK, NumberedLine, numbered_lines, read_json_lines
from fogline.collect.polite import Politeness
from fogline.collect.shape import MEBIBYTE, REPORT_BYTES, Defaults, shape
from fogline.collect.skip import Skip
from fogline.collect.web import Asking, Fetched, fetch
from fogline.collect.world import World
from fogline.model.problem import Passed, Problem
from fogline.model.report import Report

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"
SUFFIXES = ", ".join(sorted(KNOWN))
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
JSON_TYPES = frozenset({"application/json"})
TEXT_TYPES = frozenset({"text/plain"})
UNKNOWN_TYPE = "application/octet-stream"
JSON_LINES_TYPES = frozenset(
    {
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
    }
)

Input = str | Path | Mapping[str, object]
Found = Iterator[Report | Problem | Passed]
Named = Iterator[tuple[str, Report | Problem | Passed]]


def collect(inputs: Sequence[Input], defaults: Defaults | None = None) -> Found:
    """The reports of all inputs, in their order, and a problem for each thing that had to be skipped.

    An input is a file (.txt, .jsonl, .ndjson, .json, .html, a saved feed, a WARC file, a Telegram channel's export),
    a folder of such files, a pattern with `*`, an http(s) address of a page, a file or a feed, "-" for standard input,
    or a mapping with the keys of an input line. Files of a folder come sorted by name.
    Nothing is raised for a bad input. Raises UsageError where the defaults themselves are no date or language.
    """
    return (item for _, item in collect_named(inputs, defaults))


def collect_named(inputs: Sequence[Input], defaults: Defaults | None = None) -> Named:
    """The same as `collect`, each item with the name of the file, address or mapping that it came from."""
    return _collect(inputs, (defaults or Defaults()).checked())


def _collect(inputs: Sequence[Input], defaults: Defaults) -> Named:
    for number, one in enumerate(inputs, start=1):
        if isinstance(one, Mapping):
            name = f"report {number}"
            yield from _named(name, _read_mapping(one, name, defaults))
        elif one == STANDARD_INPUT:
            yield from _named(STANDARD_INPUT_NAME, _read_standard_input(defaults))
        elif isinstance(one, str) and is_address(one):
            yield from _named(one, _read_address(one, defaults))
        else:
            yield from _read_path(str(one), defaults)


def _named(name: str, found: Found) -> Named:
    return ((clean_line(name), item) for item in found)


def _read_mapping(fields: Mapping[str, object], name: str, defaults: Defaults) -> Found:
    try:
        yield shape(fields, defaults)
    except Skip as skip:
        yield skip.at(name)


def _read_path(name: str, defaults: Defaults) -> Named:
    """A file or folder of that very name, or else all that the pattern matches."""
    path = Path(name)
    try:
        if not name:  # an unset variable of a shell, as a rule; to `Path` it is the folder that one stands in
            yield name, Skip("missing", "is an empty name: name a file or a folder").at("an input")
        elif path.is_dir():
            yield from _read_all([path], name, defaults)
        elif path.exists():
            yield from _named(name, read_file(path, defaults))
        elif glob.has_magic(name):
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern may start anywhere
            yield from _read_all([Path(match) for match in matches], name, defaults)
        else:
            yield name, Skip("missing", "is not there: check the name").at(name)
    except (OSError, ValueError) as error:  # a name that no file can have
        yield name, Skip("unreadable", f"cannot be read ({type(error).__name__})").at(name)


def _read_all(paths: Sequence[Path], name: str, defaults: Defaults) -> Named:
    """All files of known kinds among and below the paths, each once; a problem where there are none."""
    files = list(dict.fromkeys(itertools.chain.from_iterable(map(_matched, paths))))
    if not paths:
        yield name, Skip("missing", "matches nothing: check the pattern").at(name)
    elif not files:
        yield name, Skip("empty", f"holds no file of a kind that is read ({SUFFIXES})").at(name)
    for file in files:
        yield from _named(str(file), read_file(file, defaults))


def _matched(path: Path) -> Iterator[Path]:
    return known_files(path) if path.is_dir() or is_known(path.name) else iter(())


def _read_standard_input(defaults: Defaults) -> Found:
    """JSON Lines where the first character that is not blank is "{", otherwise one plain text."""
    lines = numbered_lines(sys.stdin.buffer)
    first = next((line for line in lines if line.data.strip()), None)
    try:
        if first is None:
            raise Skip("empty", "is empty")
        every = itertools.chain([first], lines)
        if first.data.removeprefix(UTF8_MARK).lstrip().startswith(b"{"):
            yield from read_json_lines(every, STANDARD_INPUT_NAME, defaults)
        else:
            yield text_report(_joined(every), defaults)
    except Skip as skip:
        yield skip.at(STANDARD_INPUT_NAME)


def _joined(lines: Iterator[NumberedLine]) -> bytes:
    """The lines as one text. Raises Skip where it is too large for one report."""
    data = bytearray()
    for line in lines:
        data += line.data
        if len(data) > REPORT_BYTES or not line.whole:
            raise Skip("too_large", f"is larger than {REPORT_BYTES // MEBIBYTE} MB: split it, or use JSON Lines")
    return bytes(data)


def _read_address(url: str, defaults: Defaults) -> Found:
    try:
        yield from _read_answer(fetch(url), defaults)
    except Skip as skip:
        yield skip.at(url)


def _read_feed(answer: Fetched, defaults: Defaults) -> Found:
    """The items of a feed; the articles behind its stubs are asked for as its site wants."""
    politeness = Politeness(World())

    def article(url: str) -> Fetched:
        return fetch(url, Asking(before=politeness.before))

    return feed_reports(answer.body, answer.url, defaults, answer.charset, article)


def _read_answer(answer: Fetched, defaults: Defaults) -> Found:
    """The reports in what an address answered, by its content type, or by the address's suffix where it says none."""
    kind = answer.content_type
    if looks_like_feed(answer.body):
        yield from _read_feed(answer, defaults)
        return
    suffix = "" if kind and kind != UNKNOWN_TYPE else Path(urlsplit(answer.url).path).suffix.lower()
    if kind in JSON_LINES_TYPES or suffix in JSON_LINES:
        yield from read_json_lines(numbered_lines(io.BytesIO(answer.body)), answer.url, defaults)
    elif kind in JSON_TYPES or suffix in JSON:
        yield from json_reports(answer.body, answer.url, defaults)
    elif kind in TEXT_TYPES or suffix in TEXT:
        yield text_report(answer.body, defaults, answer.charset, answer.url)
    elif kind in HTML_TYPES or suffix in HTML or answer.body.lstrip()[:1] == b"<":
        yield html_report(answer.body, defaults, answer.url, answer.charset)
    else:
        raise Skip(
            "unknown_kind", f"answers with {clean_line(kind) or 'an unknown kind'}, not with a page, text or JSON"
        )
