"""`fogline show`: an event opened."""

import json
import re

import pytest


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
