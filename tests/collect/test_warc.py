"""WARC files: the articles of their pages, with address and day; what is no article is counted; a stop is no loss."""

import io
import sys
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from fogline.collect import collect
from fogline.collect.files import read_from
from fogline.collect.shape import Defaults
from fogline.model import Report
from fogline.model.problem import Passed, Problem

PAGE = """<html lang="en"><head><title>Depot {n} burns</title></head><body><article><h1>Depot {n} burns</h1>
<p>A fuel depot near the harbour burned for six hours after a drone strike in the night, the mayor said.</p>
<p>Two workers were treated for burns, a spokeswoman for the hospital number {n} told reporters.</p>
</article></body></html>"""


def write(path: Path, *pages: tuple[str, str, bytes], packed: bool = True) -> Path:
    """Pages as (status, content type, body), each with its request record, behind a warcinfo record."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for n, (status, kind, body) in enumerate(pages):
            http = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            for record in ("request", "response"):
                writer.write_record(
                    writer.create_warc_record(
                        f"https://post.example/{n}",
                        record,
                        payload=io.BytesIO(body if record == "response" else b""),
                        http_headers=http,
                        warc_headers_dict={"WARC-Date": "2024-12-22T10:00:00Z"},
                    )
                )
    return path


def page(n: int) -> tuple[str, str, bytes]:
    return "200 OK", "text/html; charset=utf-8", PAGE.format(n=n).encode()


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False), ("no-suffix", False)])
def test_pages_become_reports(tmp_path: Path, name: str, packed: bool) -> None:
    found = list(collect([str(write(tmp_path / name, page(1), page(2), packed=packed))]))
    assert [(one.title, one.url, one.published) for one in found if isinstance(one, Report)] == [
        ("Depot 1 burns", "https://post.example/0", "2024-12-22T10:00:00+00:00"),
        ("Depot 2 burns", "https://post.example/1", "2024-12-22T10:00:00+00:00"),
    ]


def test_what_the_page_says_of_its_day_goes_first(tmp_path: Path) -> None:
    body = PAGE.format(n=1).replace("<title>", '<meta property="article:published_time" content="2024-12-20"><title>')
    (report,) = collect([str(write(tmp_path / "a.warc.gz", ("200 OK", "text/html", body.encode())))])
    assert isinstance(report, Report)
    assert report.published == "2024-12-20"


def test_what_is_no_article_is_counted(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.warc.gz",
        ("404 Not Found", "text/html", b"<p>gone"),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/html", b"<html><body></body></html>"),
        page(1),
        ("200 OK", "text/html", b"<p>" + b"word " * 2_200_000),
    )
    found = list(collect([str(path)]))
    assert {one.reason: one.count for one in found if isinstance(one, Passed)} == {
        "not_html": 1,
        "http_status": 1,
        "no_text": 1,
        "too_large": 1,
    }
    assert len([one for one in found if isinstance(one, Report)]) == 1


@pytest.mark.parametrize("cut", [1, 5, 40, 300])
def test_a_file_that_breaks_off_gives_what_stands_before(
    tmp_path: Path, cut: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.warc.gz", page(1), page(2))
    path.write_bytes(path.read_bytes()[:-cut])
    found = list(collect([str(path)]))
    assert isinstance(found[0], Report)
    assert all(isinstance(one, Report | Problem) for one in found)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "data", [b"WARC/1.0\r\n", b"WARC/", b"WARC/1.0\r\nContent-Length: nine\r\n\r\n", b"\x1f\x8b\x08"]
)
def test_files_that_are_none_are_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    for found in collect([str(path)]):
        assert isinstance(found, Problem | Passed), found


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_reading_goes_on_from_every_record(tmp_path: Path, name: str, packed: bool) -> None:
    path = write(tmp_path / name, page(1), ("404 Not Found", "text/html", b""), page(2), page(3), packed=packed)
    steps = list(read_from(path, Defaults()))
    whole = [step.found for step in steps if isinstance(step.found, Report)]
    for done, step in enumerate(steps, start=1):
        before = [one.found for one in steps[:done] if isinstance(one.found, Report)]
        after = [one.found for one in read_from(path, Defaults(), step.after) if isinstance(one.found, Report)]
        assert before + after == whole


def test_a_record_that_unpacks_without_end_is_left_out(tmp_path: Path) -> None:
    import gzip

    bomb = gzip.compress(b"<p>" + b" " * 40_000_000)
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record("https://x.example/", "response", payload=io.BytesIO(bomb), http_headers=http)
        )
    (passed,) = collect([str(path)])
    assert isinstance(passed, Passed)
    assert passed.reason == "too_large"
    assert sys.getsizeof(passed) < 1000


def test_a_record_without_an_address_ends_the_file_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n"
    path.write_bytes(head.encode() + http + b"\r\n\r\n")
    (found,) = collect([str(path)])
    assert isinstance(found, Problem)
    assert found.reason == "bad_warc"
