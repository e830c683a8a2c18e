"""`fogline events`: the list and its filters, as a table, plain text, JSON and CSV."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from fogline.cli import app


def test_the_list_in_a_pipe_is_plain_and_aligned(run, ledger):
    assert run("events").stdout == (
        "2 events, 1 disputed, 1 answer\n"
        "\n"
        "#  when         what      where      who → whom        injured  voices  origins  answers\n"
        "1  21 Dec 2024  drones ⚠  Kazan, RU  Ukraine → Russia  0–1 ⚠         3        3\n"
        "2  22 Dec 2024  threat    Kazan, RU  Russia → Ukraine                1        1  1\n"
    )


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ((), ["1", "2"]),
        (("--since", "2024-12-22"), ["2"]),
        (("--until", "2024-12-21"), ["1"]),
        (("--type", "threat"), ["2"]),
        (("--type", "threat", "--type", "air_drone_strike"), ["1", "2"]),
        (("--party", "russia"), ["1", "2"]),
        (("--party", "Russian"), ["1", "2"]),
        (("--party", "Israel"), []),
        (("--status", "threatened"), ["2"]),
        (("--disputed",), ["1"]),
        (("--undisputed",), ["2"]),
        (("--near", "55.8,49.1 20km"), ["1", "2"]),
        (("--near", "50.45, 30.52 20km"), []),
        (("--text", "doctor"), ["1"]),
        (("--limit", "1"), ["1"]),
    ],
)
def test_filters_keep_the_numbers_of_the_whole_list(run, ledger, filters, numbers):
    lines = run("events", *filters).stdout.splitlines()
    assert [line.split()[0] for line in lines[3:]] == numbers


def test_a_limit_tells_how_many_there_are(run, ledger):
    assert run("events", "--limit", "1").stdout.splitlines()[0].startswith("2 events")
    assert run("events", "--limit", "1").stdout.splitlines()[0].endswith(": the first 1")
    assert "the first" not in run("events", "--limit", "2").stdout


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (("--since", "yesterday"), "since 'yesterday' is no ISO date"),
        (("--type", "strike"), "type 'strike' is not one of air_drone_strike"),
        (("--status", "happened"), "status 'happened' is not one of occurred"),
        (("--since", "2024-12-22", "--until", "2024-12-21"), "since 2024-12-22 is after until 2024-12-21"),
        (("--near", "55.8,49.1 30mi"), "near '55.8,49.1 30mi': mi is no unit that is known here: write kilometres"),
    ],
)
def test_a_filter_that_means_nothing_is_one_line(run, ledger, filters, words):
    answer = run("events", *filters)
    assert answer.exit_code == 2
    assert words in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_json_and_csv(run, ledger):
    events = json.loads(run("events", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("events", "--format", "csv").stdout)))
    assert [event["id"] for event in events] == [row["id"] for row in rows]
    assert events[0]["disputed"] == ["injured"]
    assert rows[1]["answers"] == events[0]["id"]


def test_an_empty_list_says_why(run, ledger, here):
    assert "take a filter away" in run("events", "--party", "Israel").stdout
    (here / "none.jsonl").write_text("")
    run("read", "none.jsonl", "--ledger", "empty.db")
    assert "The ledger is empty" in run("events", "--ledger", "empty.db").stdout
    assert "no report that was published by 1999-01-01" in run("events", "--as-of", "1999-01-01").stdout


def test_no_ledger_is_one_line_that_says_what_to_do(run, here):
    answer = run("events")
    assert answer.exit_code == 1
    assert "fogline read" in answer.stderr
    assert not list(here.iterdir()), "looking must not make a ledger"


def test_an_empty_file_is_no_ledger_and_stays_empty(run, here):
    (here / "nothing.db").touch()
    answer = run("events", "--ledger", "nothing.db")
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (1, 1)
    assert not (here / "nothing.db").stat().st_size


def test_the_environment_names_the_ledger(run, ledger, here, monkeypatch):
    monkeypatch.setenv("FOGLINE_LEDGER", ledger)
    (here / "elsewhere").mkdir()
    monkeypatch.chdir(here / "elsewhere")
    assert "2 events" in run("events").stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nobody", "no event has a party 'Nobody'; there are Russia, Ukraine"),
        ("Ukrane", "no event has a party 'Ukrane'; there are Ukraine"),
        ("russian", ""),
    ],
)
def test_a_party_that_no_event_has_is_told_with_those_that_there_are(run, ledger, name, words):
    answer = run("events", "--party", name)
    assert answer.exit_code == 0
    assert answer.stderr == (f"fogline: {words}\n" if words else "")


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("--type thr", ["threat"]), ("--status p", ["planned"]), ("--format c", ["csv"])],
)
def test_values_complete_in_the_shell(typed, completed):
    words = f"fogline events {typed}"
    environ = {"_FOGLINE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "3"}
    answer = CliRunner().invoke(app, [], prog_name="fogline", env=environ)
    assert answer.stdout.split() == completed
