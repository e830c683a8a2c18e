"""`fogline show`: an event opened."""

import dataclasses
import io
import json
import re

import pytest
from rich.console import Console

from fogline import api
from fogline.cli.output import Page
from fogline.cli.show import show_event
from fogline.model import Dispute
from fogline.model.event import Position


def test_who_gives_which_figure_and_when(run, ledger):
    lines = run("show", "1").stdout.splitlines()
    assert lines[0] == "Drones on Kazan, RU · 21 Dec 2024 · homes"
    assert "occurred · Air/drone strike (ACLED) · 3 claims from 3 independent origins · several" in lines[1]
    assert "disputed: injured" in lines[1]
    cells = [[cell.strip() for cell in line.split("  ") if cell] for line in lines[3:5]]
    assert cells == [
        ["injured ⚠", "21 Dec 10:00", "a doctor", "1", "“One person”", "a1"],
        ["21 Dec 12:00", "The mayor (Russia)", "0 ← latest", "“nobody was hurt”", "a2"],
    ]


def test_every_voice_its_words_and_report_are_there(run, ledger):
    shown = run("show", "1").stdout
    assert "“One person”" in shown
    assert "“nobody was hurt”" in shown
    assert "The mayor (Russia)" in shown
    assert "a1  “One person was hurt, a doctor said.”" in shown


def test_who_denies_is_not_told_to_say_so_and_a_pipe_names_every_voice(run, denied):
    rows = [re.split("  +", line.strip()) for line in run("show", "1").stdout.splitlines()]
    assert ["occurred", "denies", "Ukraine", "a5"] in rows
    who = "says a doctor, Russia, an agency, a nurse; denied by Ukraine"
    for field, value in (("target", "Russia"), ("place", "Kazan, RU"), ("date", "21 Dec 2024"), ("weapon", "drones")):
        assert [field, value, who, "a1 a2 a3 a5"] in rows


def test_a_count_that_is_only_told_again_is_still_the_same(run, denied):
    assert "injured  still 0, a nurse (told so far: 0–1)" in run("show", "1", "--history").stdout


def test_days_in_dispute_are_written_as_all_days_are(run, ledger):
    """A day, or several, that two sides give."""
    page = Page(Console(file=io.StringIO(), width=200))
    with api.open(ledger) as opened:
        event = opened.event("1")
        first, last, *_ = (claim.id for claim in event.claims)
        night = Position("Ukraine", None, "asserts", ("2024-12-20", "2024-12-21"), None, (first,))
        morning = Position("Russia", None, "asserts", ("2024-12-21", "2024-12-21"), None, (last,))
        show_event(page, opened, dataclasses.replace(event, disputes=(Dispute("date", (night, morning), None),)))
    shown = page.console.file.getvalue()
    assert re.search(r"Ukraine +20–21 Dec 2024 ", shown)
    assert re.search(r"Russia +21 Dec 2024 ", shown)


@pytest.mark.parametrize(("disputed", "told"), [((), True), (("actor",), False)])
def test_where_the_sides_accuse_each_other_no_foe_of_the_accused_is_told_as_struck(ledger, disputed, told):
    page = Page(Console(file=io.StringIO(), width=200))
    with api.open(ledger) as opened:
        show_event(page, opened, dataclasses.replace(opened.event("1"), disputed=disputed, target=()))
    assert bool(re.search(r"^ *target +Russia ", page.console.file.getvalue(), re.MULTILINE)) == told


def test_an_event_before_anything_was_known(run, ledger):
    assert "nothing was known then" in run("show", "1", "--as-of", "1999-01-01").stderr
    assert "nothing was known then" not in run("show", "7", "--as-of", "2024-12-23").stderr


def test_a_number_of_a_past_list_says_which_list_it_is_of(run, ledger):
    past = run("show", "1", "--as-of", "2024-12-23")
    assert past.stdout.startswith("Number 1 in the list as it stood 2024-12-23")
    assert run("show", "1", "--history", "--as-of", "2024-12-23").stdout.startswith("Number 1 in the list")
    assert not run("show", "1").stdout.startswith("Number")
    missing = run("show", "99", "--as-of", "2024-12-23")
    assert missing.exit_code != 0
    assert 'no event "99" in the list as it stood then: see it with fogline events --as-of' in missing.stderr


def test_an_answer_is_shown_from_both_ends_with_the_words_that_say_so(run, ledger):
    assert "answered by  Threat: Kazan, RU, 22 Dec 2024" in run("show", "1").stdout
    later = run("show", "2").stdout
    assert "answers" in later
    assert "“in response to” says Russia  a3" in later


@pytest.mark.parametrize("key", ["1", "whole", "prefix"])
def test_an_event_is_named_by_number_id_or_the_beginning_of_its_id(run, ledger, key):
    first = json.loads(run("show", "1", "--format", "json").stdout)["event"]
    name = {"whole": first["id"], "prefix": first["id"][:-1]}.get(key, key)
    assert json.loads(run("show", name, "--format", "json").stdout)["event"] == first


@pytest.mark.parametrize("key", ["0", "77", "84", "no-such", "%"])
def test_an_event_that_is_not_there_is_one_line(run, ledger, key):
    """Of the two events one has an id that begins with 84: digits so few are a number in the list."""
    answer = run("show", key)
    assert answer.exit_code == 1
    assert len(answer.stderr.splitlines()) == 1


def test_no_count_of_a_report_without_a_date_is_called_the_latest(run, ledger, here):
    text = "Drones hit flats in Kazan. The mayor said one was hurt."
    undated = {"id": "a4", "source": "an agency", "title": "One hurt", "text": text, "language": "en"}
    (here / "undated.jsonl").write_text(json.dumps(undated), encoding="utf-8")
    run("read", "undated.jsonl")
    rows = [line for line in run("show", "1").stdout.splitlines() if "← latest" in line]
    assert [line.split()[-1] for line in rows] == ["a2"]
