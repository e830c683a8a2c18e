"""A dispute that is settled: in the list, on the event's page and in its history."""

import json


def test_the_list_marks_it_no_more_and_counts_it(run, settled):
    lines = run("events").stdout.splitlines()
    assert lines[0].startswith("2 events, 1 disputed (1 settled)")
    assert "⚠" not in lines[3]
    assert [line.split()[0] for line in run("events", "--disputed").stdout.splitlines()[3:]] == ["1"]


def test_the_event_says_when_and_who_came_over(run, settled):
    shown = run("show", "1").stdout
    assert "disputed: injured (settled)" in shown
    assert "since 21 Dec 12:00; settled 23 Dec 12:00, when Russia came over" in shown
    assert "⚠" not in shown


def test_the_history_tells_with_which_report(run, settled):
    lines = [line.split() for line in run("show", "1", "--history").stdout.splitlines()]
    assert ["injured", "settled:", "Russia", "came", "over"] in lines
    steps = json.loads(run("show", "1", "--history", "--format", "json").stdout)["history"]
    assert [(step["report"], step["begun"], step["settled"]) for step in steps if step["begun"] or step["settled"]] == [
        ("a2", ["injured"], []),
        ("a4", [], ["injured"]),
    ]
