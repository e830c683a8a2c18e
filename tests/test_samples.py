"""The packaged reports: complete, dated, retold, and with what the demonstration needs to show."""

import datetime as dt
import json

import pytest

from fogline.samples import reports_path

KEYS = {"id", "source", "title", "published", "language", "text"}


def samples() -> list[dict[str, str]]:
    with reports_path() as path:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


REPORTS = {report["id"]: report for report in samples()}


def test_there_are_at_least_twelve_with_ids_in_order():
    assert list(REPORTS) == [f"r{n}" for n in range(1, len(REPORTS) + 1)]
    assert len(REPORTS) >= 12


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_sample_has_what_a_report_needs(report):
    assert set(report) == KEYS
    assert report["language"] == "en"
    assert dt.datetime.fromisoformat(report["published"]).tzinfo is not None
    assert 80 <= len((report["title"] + " " + report["text"]).split()) <= 250


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_sample_says_in_its_last_line_that_it_is_retold(report):
    assert report["text"].splitlines()[-1] == "Retold in Fogline's own words after public reporting."


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_source_is_named_by_its_kind(report):
    assert report["source"].endswith(("agency", "site", "channel", "portal", "update"))


def test_reports_come_from_many_sources():
    assert len({report["source"] for report in REPORTS.values()}) >= 9


def test_a_toll_grows_over_the_day():
    tolls = {"r4": "at least one person", "r6": "Two people", "r7": "four people", "r8": "risen to six"}
    assert all(words in REPORTS[name]["text"] for name, words in tolls.items())
    times = [REPORTS[name]["published"] for name in tolls]
    assert times == sorted(times)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("r3", "no casualties"),
        ("r3", "a security guard at one of the towers was injured"),
        ("r3", "Kyiv has not commented"),
        ("r8", "in retaliation for"),
        ("r13", "in response to"),
        ("r11", "Ukraine has not commented"),
    ],
)
def test_a_contradiction_a_silence_and_an_answer_are_told(name, words):
    assert words in REPORTS[name]["text"]


def test_one_report_prints_the_words_of_another():
    first, copy = REPORTS["r4"]["text"].splitlines(), REPORTS["r5"]["text"].splitlines()
    assert first[0].removeprefix("KYIV, July 31 – ") == copy[0]
