"""What kind of input a file is, and the reports in it."""

from collections.abc import Iterator
from pathlib import Path

from fogline.collect.clean import clean_text
from fogline.collect.encoding import decode
from fogline.collect.html import html_report
from fogline.collect.lines import as_object, numbered_lines, parse_json, read_json_lines
from fogline.collect.shape import MEBIBYTE, REPORT_BYTES, Defaults, shape
from fogline.collect.skip import Skip
from fogline.model.problem import Problem
from fogline.model.report import Report

TEXT = frozenset({".txt", ".text"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
HTML = frozenset({".html", ".htm", ".xhtml"})
KNOWN = TEXT | JSON_LINES | JSON | HTML
# A .json file is read whole; a larger collection goes into JSON Lines, which are read one by one.
JSON_FILE_BYTES = 100 * MEBIBYTE


def read_file(path: Path, defaults: Defaults) -> Iterator[Report | Problem]:
    """The reports of one file, by its suffix; each thing that cannot be read is a problem."""
    try:
        suffix = path.suffix.lower()
        if suffix in JSON_LINES:
            with path.open("rb") as stream:
                yield from _some(read_json_lines(numbered_lines(stream), str(path), defaults), str(path))
        elif suffix in JSON:
            yield from json_reports(_whole(path, JSON_FILE_BYTES), str(path), defaults)
        elif suffix in HTML:
            yield html_report(_whole(path), defaults)
        elif suffix in TEXT:
            yield text_report(_whole(path), defaults)
        else:
            raise Skip("unknown_kind", f"is of no kind that is read: {', '.join(sorted(KNOWN))}")
    except Skip as skip:
        yield skip.at(str(path))
    except OSError as error:
        yield Skip("unreadable", f"cannot be read: {error.strerror or type(error).__name__}").at(str(path))


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
