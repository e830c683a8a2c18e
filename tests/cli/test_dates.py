"""`fogline dates`: a table, JSON, and a filter over a stream of texts."""

import datetime as dt
import json
import subprocess
import sys

import pytest

import fogline
from fogline.errors import FoglineError

TEXT = "Shelling went on from Friday to Sunday. No bread since Thursday."


def test_a_table_of_words_and_days(run):
    shown = run("dates", "-", "--published", "2024-11-19", input=TEXT).stdout
    assert shown == (
        "words                  first       last        precision  counted from     at\n"
        "from Friday to Sunday  2024-11-15  2024-11-17  day        publication   17-38\n"
        "since Thursday         2024-11-14  2024-11-19  open       publication   49-63\n"
    )


def test_json_has_every_field(run, here):
    (here / "a.txt").write_text("They met before May 2021.", encoding="utf-8")
    answer = json.loads(run("dates", "a.txt", "--published", "2024-11-19", "--format", "json").stdout)
    assert answer == {
        "published": "2024-11-19",
        "mentions": [
            {
                "start": 9,
                "end": 24,
                "text": "before May 2021",
                "first": None,
                "last": "2021-04-30",
                "precision": "open",
                "anchor": "calendar",
            }
        ],
    }


def test_a_filter_gives_a_line_for_a_line(run):
    lines = [
        {"id": "a", "text": "It fell yesterday.", "published": "2024-11-19"},
        {"id": 2, "text": "Nothing was said."},
        {"text": "It fell yesterday.", "published": None},
    ]
    given = "".join(json.dumps(line) + "\n" for line in lines)
    answer = run("dates", "--jsonl", "-", "--published", "2024-03-01", input=given)
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [line["id"] for line in found] == ["a", 2, None]
    assert [[m["first"] for m in line["mentions"]] for line in found] == [["2024-11-18"], [], ["2024-02-29"]]
    assert answer.exit_code == 0


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "is broken JSON"),
        ("[]", 'needs a "text"'),
        ('{"text": 7}', 'needs a "text"'),
        ('{"text": "x", "published": "May"}', "published 'May' is no ISO date such as 2024-12-22"),
        ('{"text": "x", "published": 2024}', "\"published\" 2024 is no ISO date"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_rest_goes_on(run, line, fault):
    answer = run("dates", "--jsonl", "-", input=f'{line}\n\n{{"id": "b", "text": "It fell in 2016."}}\n')
    assert answer.exit_code == 1
    assert answer.stderr.startswith("fogline: skipped line 1: ") and fault in answer.stderr
    assert [json.loads(line)["id"] for line in answer.stdout.splitlines()] == ["b"]


def test_without_a_publication_the_user_is_told_what_is_missing(run):
    answer = run("dates", "-", input="It fell on Monday.")
    assert answer.stdout.splitlines()[1].split() == ["on", "Monday", "?", "?", "day", "publication", "8-17"]
    assert answer.stderr == "fogline: without --published only full dates are resolved\n"


@pytest.mark.parametrize("words", [("dates",), ("dates", "a.txt", "--jsonl", "-")])
def test_one_text_or_one_stream(run, words):
    answer = run(*words)
    assert answer.exit_code == 2
    assert "name one text, or a stream with --jsonl" in answer.stderr


def test_faults_are_one_line(run, here):
    (here / "x.txt").write_bytes(b"On Monday \xff")
    for words, status, fault in [
        (("dates", "none.txt"), 1, "fogline: none.txt: No such file or directory\n"),
        (("dates", "x.txt"), 1, "fogline: x.txt is not UTF-8 text (byte 11): save it as UTF-8\n"),
        (("dates", "-", "--published", "soon"), 2, "fogline: published 'soon' is no ISO date such as 2024-12-22\n"),
    ]:
        answer = run(*words, input="x")
        assert (answer.exit_code, answer.stderr) == (status, fault)


@pytest.mark.parametrize(
    "published",
    [
        "2024-11-19",
        "2024-11-19T23:30:00-05:00",
        "2024-11-19T00:10:00+13:00",
        dt.date(2024, 11, 19),
        dt.datetime(2024, 11, 19, 1, tzinfo=dt.timezone(dt.timedelta(hours=9))),
    ],
)
def test_the_day_of_publication_is_that_of_its_own_offset(published):
    (found,) = fogline.dates("It fell today.", published)
    assert found.first == found.last == dt.date(2024, 11, 19)


def test_in_python_a_day_that_is_none_is_an_error():
    with pytest.raises(FoglineError, match="no ISO date"):
        fogline.dates("It fell today.", "19/11/2024")


def test_dates_are_found_without_loading_a_parser():
    code = "import sys, fogline; fogline.dates('On Monday', '2024-11-19'); print({'spacy', 'numpy'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "set()\n"
