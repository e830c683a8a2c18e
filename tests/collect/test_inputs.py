"""Reports from files, folders, patterns, standard input and Python: what is read, and what is said of the rest."""

import datetime as dt
import io
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from web_server import PAGE

from fogline.collect import Defaults, collect, collect_named, lines
from fogline.collect.encoding import decode
from fogline.errors import FoglineError
from fogline.model import Report
from fogline.model.problem import Problem
from fogline.model.report import report_id

NEWS = "Bridge hit again\n\nThe bridge over the river was hit for the second time, the army said.\nNobody was hurt.\n"
LINE = {"id": "a1", "source": "an agency", "url": "https://agency.example/1", "title": "Bridge hit", "text": "It was."}


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def one(*inputs: object, **defaults: str) -> Report:
    (report,) = collect(inputs, Defaults(**defaults))  # type: ignore[arg-type]
    assert isinstance(report, Report), report
    return report


def trouble(*inputs: object) -> Problem:
    (found,) = collect(inputs)  # type: ignore[arg-type]
    assert isinstance(found, Problem), found
    assert "\n" not in found.message
    return found


# Plain text


def test_a_text_has_its_headline_in_the_first_line(tmp_path: Path) -> None:
    report = one(write(tmp_path, "r1.txt", NEWS), source="an agency", published="2024-12-22")
    assert report.title == "Bridge hit again"
    assert report.text == NEWS.partition("\n")[2].strip()
    assert (report.source, report.url, report.published, report.language) == ("an agency", None, "2024-12-22", "en")
    assert report.id == report_id("an agency", None, report.title, report.text)


def test_a_text_of_one_line_has_no_headline(tmp_path: Path) -> None:
    report = one(write(tmp_path, "post.txt", "\n  Explosions in the city.  \n"))
    assert (report.title, report.text, report.published) == ("", "Explosions in the city.", None)


def test_a_text_may_begin_with_a_byte_order_mark_and_end_lines_as_it_likes(tmp_path: Path) -> None:
    report = one(write(tmp_path, "r1.txt", b"\xef\xbb\xbfTitle\r\nOne.\r\rTwo.\x00\x07"))
    assert (report.title, report.text) == ("Title", "One.\n\nTwo.")


# JSON Lines and JSON


def test_a_broken_line_with_zero_bytes_costs_itself_alone(tmp_path: Path) -> None:
    good = json.dumps({"id": "r1", "text": "Shells fell."}).encode()
    found = list(collect([write(tmp_path, "r.jsonl", b"\x00\x00\n" + good)]))
    assert [item.reason if isinstance(item, Problem) else item.id for item in found] == ["bad_json", "r1"]


def test_a_line_is_kept_as_it_is_given(tmp_path: Path) -> None:
    fields = {**LINE, "title": " Bridge  hit ", "text": "\n It was.  Twice.\t\n", "published": "2024-12-22T08:00:00Z"}
    report = one(write(tmp_path, "r.jsonl", json.dumps(fields) + "\n"))
    assert (report.id, report.source, report.url) == ("a1", "an agency", "https://agency.example/1")
    assert (report.title, report.text) == (" Bridge  hit ", "\n It was.  Twice.\t\n")
    assert report.published == "2024-12-22T08:00:00+00:00"


def test_the_lines_of_a_file_are_read_whatever_stands_between_them(tmp_path: Path) -> None:
    good = [json.dumps({"id": f"r{number}", "text": "Shells fell."}) for number in (1, 2, 3)]
    content = (
        f'\ufeff{good[0]}\n\n{{"text": "x"\n[1]\n  {good[1]}  \r\n{{"text": ""}}\n'.encode() + b'{"text": "\xff"}\n'
    )
    found = list(collect([write(tmp_path, "r.jsonl", content + good[2].encode())]))
    assert [item.id for item in found if isinstance(item, Report)] == ["r1", "r2", "r3"]
    told = [(item.where.rpartition("/")[2], item.reason) for item in found if isinstance(item, Problem)]
    assert told == [
        ("r.jsonl:3", "bad_json"),
        ("r.jsonl:4", "bad_json"),
        ("r.jsonl:6", "no_text"),
        ("r.jsonl:7", "not_utf8"),
    ]


def test_fifty_megabytes_of_one_line_cost_one_problem_and_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(50):
            file.write(b"x" * 1024 * 1024)
        file.write(b'"}\n{"id": "next", "text": "Shells fell."}\n')
    tracemalloc.start()
    found = list(collect([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30_000_000
    problem, report = found
    assert isinstance(problem, Problem)
    assert (problem.where, problem.reason) == (f"{path}:1", "too_large")
    assert isinstance(report, Report)
    assert report.id == "next"


def test_a_line_of_just_the_limit_is_whole() -> None:
    stream = io.BytesIO(b"abcd\nabcde\nabcdef\nab")
    assert [(line.number, line.whole) for line in lines.numbered_lines(stream, limit=5)] == [
        (1, True),
        (2, True),
        (3, False),
        (4, True),
    ]


def test_a_json_file_has_one_report_or_a_list_of_them(tmp_path: Path) -> None:
    assert one(write(tmp_path, "one.json", json.dumps(LINE, indent=2))).id == "a1"
    first, second, third = collect([write(tmp_path, "list.json", json.dumps([LINE, 5, {"id": "b", "text": "Yes."}]))])
    assert isinstance(first, Report)
    assert isinstance(second, Problem)
    assert second.where.endswith("list.json, item 2")
    assert isinstance(third, Report)


BAD_FIELDS = [
    ({"text": "x", "id": 7}, "bad_id", '"id" is no string: write "7" in quotes, or leave it out'),
    ({"text": "x", "id": "a\nb"}, "bad_id", '"id" must be at most 200 printable characters: a b'),
    (
        {"text": "x", "published": "yesterday"},
        "bad_published",
        '"published" is no ISO date such as 2024-12-22: yesterday',
    ),
    ({"text": "x", "published": 20241222}, "bad_published", '"published" is no ISO date such as 2024-12-22: 20241222'),
    ({"text": "x", "published": "0001-01-01"}, "bad_published", '"published" is not between 1800 and 2200: 0001-01-01'),
    ({"text": "x", "language": "English"}, "bad_language", '"language" is no two-letter code such as en: English'),
    ({"text": ["x"]}, "bad_field", "\"text\" is no string: ['x']"),
    ({"text": "x", "title": 1}, "bad_field", '"title" is no string: 1'),
    ({"title": "Only a title"}, "no_text", 'has no text: give it in the key "text"'),
    ({"text": " \n\x00"}, "no_text", 'has no text: give it in the key "text"'),
    ({"text": "word " * 2_200_000}, "too_large", "has more than 10 MB of text: split it into single reports"),
]


@pytest.mark.parametrize(("fields", "reason", "message"), BAD_FIELDS)
def test_what_is_said_of_bad_fields(fields: dict[str, object], reason: str, message: str) -> None:
    assert trouble(fields) == Problem("report 1", reason, message)


HOSTILE = [
    (b'{"text": ' + b"[" * 200_000, "bad_json"),
    (b'{"text": "x", "id": ' + b"9" * 5000 + b"}", "bad_json"),
    (b'{"text": "x', "bad_json"),
    (b'\xff\xfe{"text": "x"}', "not_utf8"),
]


@pytest.mark.parametrize(("content", "reason"), HOSTILE)
def test_hostile_json(tmp_path: Path, content: bytes, reason: str) -> None:
    assert trouble(write(tmp_path, "r.json", content)).reason == reason
    assert trouble(write(tmp_path, "r.jsonl", content)).reason == reason


def test_half_an_emoji_is_replaced_and_a_whole_one_kept(tmp_path: Path) -> None:
    report = one(write(tmp_path, "r.jsonl", rb'{"title": "\ud83d", "text": "\ud83d\udca5 \ud83d\u0000!"}'))
    assert (report.title, report.text) == ("\ufffd", "💥 \ufffd!")
    report.full_text.encode()


# Dates and languages


DATES = [
    ("2024-12-22", "2024-12-22"),
    ("20241222", "2024-12-22"),
    ("2024-12-22T10:00:00", "2024-12-22"),
    ("2024-12-22 10:00:00+02:00", "2024-12-22T10:00:00+02:00"),
    ("2024-12-22T10:00:00Z", "2024-12-22T10:00:00+00:00"),
    (dt.date(2024, 12, 22), "2024-12-22"),
    (dt.datetime(2024, 12, 22, 10, tzinfo=dt.UTC), "2024-12-22T10:00:00+00:00"),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("given", "kept"), DATES)
def test_publication_dates(given: object, kept: str | None) -> None:
    assert one({"text": "x", "published": given}).published == kept


LANGUAGES = [
    ({"language": "en"}, "Вибухи в місті, є поранені", "en"),
    ({"language": "en-GB"}, "", "en"),
    ({"language": "UK"}, "", "uk"),
    ({"language": "und"}, "The governor said that two people were killed.", "en"),
    ({}, "The governor said that two people were killed.", "en"),
    ({}, "У неділю вночі в місті пролунали вибухи, є поранені.", "uk"),
    ({}, "Ночью в городе прогремели взрывы, пострадали два человека.", "ru"),
    ({}, "قتل شخصان في هجوم على المدينة", "ar"),
    ({}, "Zwei Menschen wurden bei dem Angriff getötet.", "de"),
    ({}, "Kharkiv", None),
    ({}, "12 / 45 ***", None),
]


@pytest.mark.parametrize(("fields", "text", "language"), LANGUAGES)
def test_languages(fields: dict[str, object], text: str, language: str | None) -> None:
    assert one({"text": text or "Explosion.", **fields}).language == language


def test_defaults_hold_where_the_input_is_silent() -> None:
    given = one(
        {**LINE, "published": "2024-12-21", "language": "en"}, source="b", published="2024-12-22", language="uk"
    )
    assert (given.source, given.published, given.language) == ("an agency", "2024-12-21", "en")
    silent = one({"text": "Explosion."}, source="b", published="2024-12-22T10:00", language="uk")
    assert (silent.source, silent.published, silent.language) == ("b", "2024-12-22", "uk")


@pytest.mark.parametrize("defaults", [Defaults(published="soon"), Defaults(language="Ukrainian")])
def test_bad_defaults_are_refused_at_once(defaults: Defaults) -> None:
    with pytest.raises(FoglineError, match="is no"):
        collect([], defaults)


# Pages


def test_a_saved_page(tmp_path: Path) -> None:
    report = one(write(tmp_path, "page.html", PAGE))
    assert (report.title, report.source) == ("Depot burns after drone strike", "Harbour Post")
    assert (report.url, report.published, report.language) == ("https://post.example/depot", "2024-12-22", "en")
    assert "Subscribe" not in report.text


def test_a_page_in_an_older_encoding_that_it_names(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
    assert "city’s hospital" in one(write(tmp_path, "page.htm", page)).text


def test_an_encoding_that_is_none_of_text_is_not_obeyed() -> None:
    assert decode('<meta charset="punycode"> é'.encode(), "punycode", "zlib") == '<meta charset="punycode"> é'


BAD_PAGES = [
    ("<html><body></body></html>", "no_text"),
    ("", "empty"),
    ("no page at all", "no_text"),
    (b"<html><p>\xff\xfe\xfd", "not_utf8"),
    ("<div>" * 20_000 + "deep", "no_text"),
]


@pytest.mark.parametrize(("content", "reason"), BAD_PAGES)
def test_bad_pages(tmp_path: Path, content: str | bytes, reason: str) -> None:
    assert trouble(write(tmp_path, "page.html", content)).reason == reason


def test_nothing_but_the_problem_is_said_of_a_bad_page(tmp_path: Path) -> None:
    code = f"from fogline.collect import collect; print(len(list(collect([{write(tmp_path, 'p.html', '<p>')!r}]))))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("1\n", "")


# Names, folders, patterns


def test_a_folder_is_read_in_order_without_what_is_hidden_or_of_another_kind(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.jsonl", ".git/x.txt", ".hidden.txt", "b/picture.png"):
        write(tmp_path, name, '{"text": "c.jsonl"}' if name.endswith("l") else f"Title\n{name}")
    (tmp_path / "b" / "again").symlink_to(tmp_path)
    assert [item.text for item in collect([tmp_path]) if isinstance(item, Report)] == [
        "a.txt",
        "c.jsonl",
        "b/1.txt",
        "b/2.txt",
    ]


def test_a_pattern_is_read_in_order(tmp_path: Path) -> None:
    for name in ("r2.txt", "r1.txt", "deep/r3.txt", "r4.png"):
        write(tmp_path, name, f"Title\n{name}")
    found = list(collect([f"{tmp_path}/r*"]))
    assert [item.text for item in found if isinstance(item, Report)] == ["r1.txt", "r2.txt"]
    assert len(list(collect([f"{tmp_path}/**/*.txt"]))) == 3
    write(tmp_path, "odd[1].txt", "Title\nA name with brackets.")
    assert one(f"{tmp_path}/odd[1].txt").text == "A name with brackets."


def test_an_empty_name_is_not_the_folder_that_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "near.txt", b"A headline\n\nDrones hit Kazan.")
    monkeypatch.chdir(tmp_path)
    (found,) = collect([""])
    assert isinstance(found, Problem)
    assert "is an empty name" in found.message


def test_what_is_said_of_names_that_lead_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    picture = write(tmp_path, "picture.png", b"\x89PNG")
    os.mkfifo(tmp_path / "pipe.txt")  # nobody writes into it
    cases = [
        (f"{tmp_path}/pipe.txt", "no_file", "is no file: name a file, a folder or -"),
        (write(tmp_path, "noise.warc.gz", b"\x07noise"), "not_its_kind", "does not begin as a WARC file does"),
        (write(tmp_path, "noise.xml", "<html>no feed</html>"), "not_its_kind", "does not begin as an RSS or Atom feed"),
        (f"{tmp_path}/none.txt", "missing", "is not there: check the name"),
        (f"{tmp_path}/none*.txt", "missing", "matches nothing: check the pattern"),
        (f"{tmp_path}/bare", "empty", "holds no file of a kind"),
        (picture, "unknown_kind", "is of no kind that is read: .atom, .htm, .html, .json"),
        ("x" * 5000, "unreadable", "cannot be read"),
        (write(tmp_path, "empty.txt", " \n"), "empty", "is empty"),
        (write(tmp_path, "empty.jsonl", "\n"), "empty", "is empty"),
        (write(tmp_path, "empty.json", ""), "empty", "is empty"),
        (write(tmp_path, "packed.jsonl", b"\x00\x01\n\x02\xff\n" * 9), "not_utf8", "holds binary data"),
        (write(tmp_path, "latin.txt", "Café".encode("latin-1")), "not_utf8", "is not UTF-8 text"),
        (write(tmp_path, "huge.txt", b"x " * 6_000_000), "too_large", "is larger than 10 MB"),
    ]
    for name, reason, message in cases:
        found = trouble(name)
        assert (found.reason, message in found.message) == (reason, True), (name[:80], found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "secret.txt", NEWS)
    Path(path).chmod(0)
    assert trouble(path).reason == "unreadable"


def test_a_name_that_no_file_can_have_is_told_without_its_control_characters() -> None:
    assert trouble("no\x00\x1b[31mfile.txt").where == "no[31mfile.txt"


def test_bad_inputs_do_not_keep_the_rest_from_being_read(tmp_path: Path) -> None:
    found = list(collect(["nowhere.txt", write(tmp_path, "r.txt", NEWS), {"text": 1}, LINE]))
    assert [type(item) for item in found] == [Problem, Report, Problem, Report]
    assert isinstance(found[2], Problem)
    assert found[2].where == "report 3"


def test_each_item_has_the_name_of_what_it_came_from(tmp_path: Path) -> None:
    text, lines = write(tmp_path, "r.txt", NEWS), write(tmp_path, "s.jsonl", '{"text": "One."}\n{oops\n')
    found = list(collect_named([tmp_path, {"text": "Two."}, "nowhere.txt"]))
    assert [name for name, _ in found] == [text, lines, lines, "report 2", "nowhere.txt"]


# Standard input


STANDARD_INPUTS = [
    ("Title\nBody of it.\n", ["Body of it."]),
    ('\n\n{"text": "One."}\nbroken\n{"text": "Two."}\n', ["One.", "standard input:4", "Two."]),
    ("", ["standard input"]),
    (" \n \n", ["standard input"]),
]


@pytest.mark.parametrize(("content", "expected"), STANDARD_INPUTS)
def test_standard_input(content: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    found = [item.text if isinstance(item, Report) else item.where for item in collect(["-"])]
    assert found == expected
