"""What a WARC file holds (ISO 28500, CC-NEWS): the articles of the pages in it, with address and day (warcio)."""

import http.client
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from fogline.collect.clean import clean_line
from fogline.collect.html import html_report
from fogline.collect.shape import REPORT_BYTES, Defaults, read_published
from fogline.collect.skip import Skip
from fogline.model.problem import Passed, Problem
from fogline.model.report import Report

CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
HTML_TYPES = ("text/html", "application/xhtml+xml")
# A record without an address is an AttributeError to warcio.
BROKEN = (ArchiveLoadFailed, EOFError, ValueError, AttributeError, http.client.HTTPException, zlib.error)
PASSED = {
    "not_html": "records that are no web page",
    "http_status": "pages that were not there",
    "no_text": "pages without an article",
    "too_large": "pages of more than 10 MB",
}


class Step(NamedTuple):
    """What a record gave, None where nothing, and the offset in the file of the record after it."""

    found: Report | Problem | Passed | None
    after: int


def read_warc(path: Path, defaults: Defaults, start: int = 0) -> Iterator[Step]:
    """Read the records from an offset on, one step a record; what was passed over is counted at the end.

    A file that breaks off gives a problem and what stands before. Raises OSError.
    """
    passed: Counter[str] = Counter()
    after = start
    with path.open("rb") as file:
        file.seek(start)
        records = _Records(file)
        try:
            for record in records:
                found = _report(record, str(path), defaults, passed)
                records.read_to_end()
                after = records.offset
                yield Step(found, after)
        except BROKEN as error:
            problem = Skip("bad_warc", f"is broken after byte {after}{_why(error)}; the rest is not read")
            yield Step(problem.at(str(path)), after)
        finally:
            records.close()
    for reason, message in PASSED.items():
        if passed[reason]:
            yield Step(Passed(str(path), reason, message, passed[reason]), after)


def _why(error: Exception) -> str:
    """What the reader of archives says is wrong, where it is written for people."""
    told = str(error).strip().splitlines()
    return f" ({told[0]})" if isinstance(error, ArchiveLoadFailed) and told else ""


class _Records(ArchiveIterator):  # type: ignore[misc]
    """The same, without its own words on standard error."""

    INC_RECORD = ""


def _report(record: ArcWarcRecord, where: str, defaults: Defaults, passed: Counter[str]) -> Report | Problem | None:
    """The report of a record; None where it has none, which is counted."""
    if record.rec_type != "response":
        return None
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") or "").partition(";") if headers else ("", "", "")
    if kind[0].strip().lower() not in HTML_TYPES:
        passed["not_html"] += 1
        return None
    if headers.get_statuscode() != "200":
        passed["http_status"] += 1
        return None
    url = clean_line(record.rec_headers.get_header("WARC-Target-URI") or "")
    try:
        data = record.content_stream().read(REPORT_BYTES + 1)
        if len(data) > REPORT_BYTES:
            raise Skip("too_large", "is too large")
        report = html_report(data, defaults, url or None, _charset(kind[2]))
    except Skip as skip:
        if skip.reason not in PASSED:
            return skip.at(f"{where}, {url}")
        passed[skip.reason] += 1
        return None
    # What the page itself says of its day goes first: a page may be taken long after it was written.
    return report if report.published else replace(report, published=_day(record.rec_headers.get_header("WARC-Date")))


def _charset(parameters: str) -> str | None:
    found = CHARSET.search(parameters)
    return found[1] if found else None


def _day(written: str | None) -> str | None:
    try:
        return read_published(written)
    except Skip:
        return None
