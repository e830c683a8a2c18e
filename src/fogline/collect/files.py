"""What kind of input a file is, and the reports in it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fogline.collect import telegram_html, telegram_json
from fogline.collect.article import feed_reports
from fogline.collect.clean import clean_text
from fogline.collect.encoding import decode
from fogline.collect.feed import looks_like_feed
from fogline.collect.html import html_report
from fogline.collect.lines import as_object, numbered_lines, parse_json, read_json_lines
from fogline.collect.shape import MEBIBYTE, REPORT_BYTES, Defaults, shape
from fogline.collect.skip import Skip
from fogline.model.problem import Passed, Problem
from fogline.model.report import Report

TEXT = frozenset({".txt", ".text"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
HTML = frozenset({".html", ".htm", ".xhtml"})
FEED = frozenset({".xml", ".rss", ".atom"})
WARC = frozenset({".warc", ".warc.gz"})
KNOWN = TEXT | JSON_LINES | JSON | HTML | FEED | WARC
GZIP_MAGIC, WARC_MAGIC = b"\x1f\x8b", b"WARC/"
# Enough to tell what a file is.
HEAD_BYTES = 16 * 1024
Found = Iterator[Report | Problem | Passed]
# A .json file is read whole; a larger collection goes into JSON Lines, which are read one by one.
JSON_FILE_BYTES = 100 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Position:
    """What was found at one step through a file, None where nothing, and where the next step begins.

    `after` is an offset in a WARC file, and the number of steps in any other.
    """

    found: Report | Problem | Passed | None
    after: int


def read_file(path: Path, defaults: Defaults) -> Found:
    """The reports of one file; each thing that cannot be read is a problem, and what holds no report is counted.

    Archives, Telegram exports and feeds are known by how they begin, everything else by its suffix.
    """
    return (step.found for step in read_from(path, defaults) if step.found is not None)


def read_from(path: Path, defaults: Defaults, start: int = 0, address: str | None = None) -> Iterator[Position]:
    """The same, step by step from a position on; `address` is the public one of a Telegram channel."""
    after = start
    try:
        if not path.is_file() and path.exists():
            raise Skip("no_file", "is no file: name a file, a folder or - for standard input")
        head = _head(path)
        if looks_like_warc(head, path.name):
            from fogline.collect.warc import read_warc

            for found, after in read_warc(path, defaults, start):
                yield Position(found, after)
            return
        for after, found in enumerate(_found(path, head, defaults, address), start=1):
            if after > start:
                yield Position(found, after)
    except Skip as skip:
        yield Position(skip.at(str(path)), after + 1)
    except OSError as error:
        fault = Skip("unreadable", f"cannot be read: {error.strerror or type(error).__name__}")
        yield Position(fault.at(str(path)), after + 1)


def known_files(path: Path) -> Iterator[Path]:
    """The readable files below a folder, hidden ones left out, in sorted order; of a file, itself."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if is_known(name) and not name.startswith(".") and file.is_file():
                yield file


def is_known(name: str) -> bool:
    """Whether a file's name is that of a kind that is read."""
    return name.lower().endswith(tuple(KNOWN))


def _found(path: Path, head: bytes, defaults: Defaults, address: str | None) -> Found:
    """What a file that is no archive holds. Raises Skip, OSError."""
    suffix = path.suffix.lower()
    if telegram_json.looks_like_export(head):
        yield from telegram_json.read_export(path, defaults, address)
    elif telegram_html.looks_like_export(head):
        yield from telegram_html.export_reports(_whole(path), str(path), defaults, address)
    elif looks_like_feed(head):
        yield from feed_reports(_whole(path), str(path), defaults)
    elif suffix in JSON_LINES:
        if _is_binary(head):
            raise Skip("not_utf8", "holds binary data and no JSON Lines in UTF-8: give one JSON object a line")
        with path.open("rb") as stream:
            yield from _some(read_json_lines(numbered_lines(stream), str(path), defaults), str(path))
    elif suffix in JSON:
        yield from json_reports(_whole(path, JSON_FILE_BYTES), str(path), defaults)
    elif suffix in HTML:
        yield html_report(_whole(path), defaults)
    elif suffix in TEXT:
        yield text_report(_whole(path), defaults)
    elif is_known(path.name):
        raise Skip(
            "not_its_kind", f"does not begin as {_called(suffix)} does: it may be cut off, or be another kind of file"
        )
    else:
        raise Skip("unknown_kind", f"is of no kind that is read: {', '.join(sorted(KNOWN))}")


def _called(suffix: str) -> str:
    """What a file of that ending should be."""
    return "an RSS or Atom feed" if suffix in (".xml", ".rss", ".atom") else "a WARC file"


def looks_like_warc(head: bytes, name: str) -> bool:
    """Whether a file is a WARC: by its first bytes, or packed by its name."""
    return head.startswith(WARC_MAGIC) or (head.startswith(GZIP_MAGIC) and name.lower().endswith(".warc.gz"))


def _is_binary(head: bytes) -> bool:
    """Whether a file of lines is none, told once and not line by line: zero bytes, and no line opens an object."""
    return b"\0" in head and not any(line.lstrip().startswith(b"{") for line in head.splitlines())


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(HEAD_BYTES)


def text_report(data: bytes, defaults: Defaults, charset: str | None = None, url: str | None = None) -> Report:
    """A plain text: its first line the headline, the rest the body; a single line is a body. Raises Skip."""
    text = clean_text(decode(data, charset)).strip()
    if not text:
        raise Skip("empty", "is empty")
    title, _, body = (part.strip() for part in text.partition("\n"))
    if not body:
        title, body = "", title
    return shape({"url": url, "title": title, "text": body}, defaults)


def json_reports(data: bytes, where: str, defaults: Defaults) -> Iterator[Report | Problem]:
    """The reports of a JSON object or of a list of them; `where` names the file. Raises Skip for the whole."""
    if not data.strip():
        raise Skip("empty", "is empty")
    value = parse_json(data)
    if not isinstance(value, list):
        yield shape(as_object(value), defaults)
        return
    for number, item in enumerate(value, start=1):
        try:
            yield shape(as_object(item), defaults)
        except Skip as skip:
            yield skip.at(f"{where}, item {number}")


def _some(found: Iterator[Report | Problem], where: str) -> Iterator[Report | Problem]:
    """The same, with a problem where there is nothing at all."""
    nothing = True
    for item in found:
        nothing = False
        yield item
    if nothing:
        yield Skip("empty", "is empty").at(where)


def _whole(path: Path, limit: int = REPORT_BYTES) -> bytes:
    """The bytes of a file that is not too large. Raises Skip, OSError."""
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise Skip("too_large", f"is larger than {limit // MEBIBYTE} MB: split it, or use JSON Lines")
    return data
