"""`fogline judge`, and the ledger as it stood."""

import json

import pytest


@pytest.fixture(autouse=True)
def ann(monkeypatch):
    monkeypatch.setenv("FOGLINE_AUTHOR", "Ann")


def ids(run, *words):
    return [event["id"] for event in json.loads(run("events", "--format", "json", *words).stdout)]


def listed(run):
    return json.loads(run("judge", "list", "--format", "json").stdout)


def test_a_split_is_obeyed_told_listed_and_undone(run, ledger):
    before = ids(run)
    answer = run("judge", "split", "1", "a2", "--reason", "another street")
    assert answer.stdout.splitlines()[0].endswith("by Ann: in force")
    assert [line.split()[0] for line in answer.stdout.splitlines()[1:]] == ["of", "1", "2"]
    assert len(ids(run)) == len(before) + 1
    (said,) = listed(run)
    assert (said["kind"], said["author"], said["reason"], said["state"]) == (
        "split",
        "Ann",
        "another street",
        "in_force",
    )
    undone = run("judge", "undo", said["id"][:6], "--reason", "a mistake", "--author", "Ben")
    assert "is now undone" in undone.stderr
    assert ids(run) == before
    assert [one["state"] for one in listed(run)] == ["undone", "in_force"]


def test_a_number_of_a_list_that_has_changed_since_is_refused(run, ledger):
    run("judge", "split", "1", "a2", "--reason", "another street")
    run("events")
    joined = run("judge", "same", "1", "2", "--reason", "one strike")
    assert joined.stdout.count("  of Drones on Kazan, RU · 21 Dec 2024") == 2, "what was joined is told by title"
    assert "numbers in the list may have changed" in joined.stderr
    again = run("judge", "same", "1", "2", "--reason", "one strike")
    assert (again.exit_code, len(listed(run))) == (2, 2)
    assert "the list has changed since it was last shown, and 1 may be another event now" in again.stderr
    assert len(ids(run)) == 2
    run("events")
    assert run("judge", "same", "1", "2", "--reason", "a strike and its answer").exit_code == 0


def test_a_number_of_the_list_as_it_stood_is_refused(run, ledger):
    run("events", "--as-of", "2024-12-21")
    assert run("judge", "split", "1", "a2", "--reason", "another street").exit_code == 2


def test_an_id_is_taken_whatever_has_become_of_the_list(run, ledger):
    run("events")
    run("judge", "split", "1", "a2", "--reason", "another street")
    one, other = ids(run)[:2]
    assert run("judge", "same", one, other, "--reason", "one strike").exit_code == 0


def test_where_no_list_can_be_kept_numbers_are_those_of_now(run, ledger, here, monkeypatch):
    (here / "file").write_text("")
    monkeypatch.setattr("fogline.cli.last_list.cache_folder", lambda: here / "file")
    assert run("events").exit_code == 0
    assert run("judge", "split", "1", "a2", "--reason", "another street").exit_code == 0


def test_what_is_undone_again_is_told(run, ledger):
    run("judge", "split", "1", "a2", "--reason", "another street")
    (said,) = listed(run)
    assert "was undone before" not in run("judge", "undo", said["id"], "--reason", "a mistake").stderr
    again = run("judge", "undo", said["id"], "--reason", "a mistake")
    assert again.stderr == f"fogline: verdict {said['id']} was undone before: nothing changes\n"
    assert len(ids(run)) == 2


def test_verdicts_can_come_before_the_first_report(run, ledger, here, reports_file):
    run("judge", "split", "1", "a2", "--reason", "another street")
    whole = run("export").stdout
    answer = run("judge", "import", "-", "--ledger", "mine.db", input=whole)
    assert answer.stdout == "1 new, 0 already here; 1 wait for their reports\n"
    run("read", reports_file, "--ledger", "mine.db")
    assert run("export", "--ledger", "mine.db").stdout == whole


def test_what_a_later_verdict_overrules_is_told(run, ledger):
    first, second = ids(run)[:2]
    run("judge", "same", first, second, "--reason", "one")
    assert len(ids(run)) == 1
    claim = json.loads(run("show", "1", "--format", "json").stdout)["event"]["claims"][-1]["id"]
    answer = run("judge", "split", "1", claim, "--reason", "two")
    assert "(same, by Ann" in answer.stderr
    assert "overruled in part" in answer.stderr
    assert "overruled in part by" in run("judge", "list").stdout


def test_another_ledger_takes_the_verdicts_over_also_twice(run, ledger, here, reports_file):
    run("judge", "split", "1", "a2", "--reason", "another street")
    whole = run("export").stdout
    (here / "theirs.json").write_text(whole, encoding="utf-8")
    run("read", reports_file, "--ledger", "mine.db")
    assert run("judge", "import", "theirs.json", "--ledger", "mine.db").stdout == "1 new, 0 already here\n"
    assert run("judge", "import", "-", "--ledger", "mine.db", input=whole).stdout == "0 new, 1 already here\n"
    assert run("export", "--ledger", "mine.db").stdout == whole


def test_verdicts_wait_for_their_reports(run, ledger, here, reports_file):
    run("judge", "split", "1", "a2", "--reason", "another street")
    whole = run("export").stdout
    (here / "theirs.json").write_text(run("judge", "list", "--format", "json").stdout, encoding="utf-8")
    (here / "none.jsonl").write_text("")
    run("read", "none.jsonl", "--ledger", "mine.db")
    answer = run("judge", "import", "theirs.json", "--ledger", "mine.db")
    assert answer.stdout == "1 new, 0 already here; 1 wait for their reports\n"
    assert "waiting for its reports" in run("judge", "list", "--ledger", "mine.db").stdout
    run("read", reports_file, "--ledger", "mine.db")
    assert run("export", "--ledger", "mine.db").stdout == whole


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("same", "1", "1", "--reason", "x"), 2, "are one event"),
        (("same", "1", "77", "--reason", "x"), 1, "there is no event"),
        (("split", "1", "nothing", "--reason", "x"), 2, "is no report or claim of event"),
        (("split", "1", "a1", "a2", "a3", "--reason", "x"), 2, "nothing would stay"),
        (("split", "1", "a", "--reason", "x"), 2, "fits a1, a1-0, a2"),
        (("undo", "ffff", "--reason", "x"), 1, "there is no verdict"),
        (("same", "1", "2", "--reason", "  "), 2, "needs its reason"),
        (("same", "1", "2", "--reason", "x" * 3000), 2, "2000 are the most"),
        (("import", "missing.json"), 1, "No such file"),
    ],
)
def test_a_verdict_that_means_nothing_is_one_line(run, ledger, words, status, said):
    answer = run("judge", *words)
    assert answer.exit_code == status
    assert said in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert listed(run) == []


@pytest.mark.parametrize("content", [b"\xff\xfe", b"not json", b"{}", b'{"verdicts": [{"kind": "same"}]}'])
def test_a_strange_file_is_one_line(run, ledger, here, content):
    (here / "strange.json").write_bytes(content)
    answer = run("judge", "import", "strange.json")
    assert answer.exit_code == 2
    assert len(answer.stderr.splitlines()) == 1


def test_without_verdicts_the_list_says_how_to_begin(run, ledger):
    assert run("judge", "list").stdout.startswith("Nobody has judged yet: fogline judge same")


def test_the_words_of_a_verdict_cannot_steer_the_terminal(run, ledger):
    run("judge", "split", "1", "a2", "--reason", "red \x1b[31m", "--author", "A\x1b[1mnn")
    assert "\x1b" not in run("judge", "list").stdout


def test_the_list_as_it_stood(run, ledger):
    assert ids(run, "--as-of", "2024-12-20") == []
    assert len(ids(run, "--as-of", "2024-12-21")) == 1
    early = json.loads(run("events", "--as-of", "2024-12-21T08:00Z", "--format", "json").stdout)
    assert [claim["report"] for event in early for claim in event["claims"]] == ["a1"]
    assert json.loads(run("export", "--as-of", "2030-01-01").stdout) == json.loads(run("export").stdout)
    assert [report["id"] for report in json.loads(run("export", "--as-of", "2024-12-21").stdout)["reports"]] == [
        "a1",
        "a2",
    ]


def test_an_event_of_today_as_it_stood(run, ledger):
    today = ids(run)[0]
    then = json.loads(run("show", today, "--as-of", "2024-12-21T08:00Z", "--format", "json").stdout)["event"]
    assert [claim["report"] for claim in then["claims"]] == ["a1"]
    answer = run("show", today, "--as-of", "2024-12-20")
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (1, 1)


def test_reports_without_a_date_are_left_out_and_told(run, ledger, here):
    (here / "u.jsonl").write_text(json.dumps({"text": "Drones hit Kazan.", "language": "en"}) + "\n")
    run("read", "u.jsonl")
    assert "1 report without a date left out" in run("events", "--as-of", "2025-01-01").stderr


@pytest.mark.parametrize(
    ("time", "then"),
    [("2024-11", 0), ("2024-12", 2), ("2024-W51", 2), ("2024W51", 2), ("2024-W50", 0), ("2024-12-21", 1)],
)
def test_a_month_a_week_and_a_day_are_their_ends(run, ledger, time, then):
    assert len(ids(run, "--as-of", time)) == then


@pytest.mark.parametrize(
    "time", ["yesterday", "2024-13-01", "2024-13", "2024-W54", "2024", "", "9999-12-31T23:59-12:00"]
)
def test_a_time_that_is_none_is_one_line(run, ledger, time):
    answer = run("events", "--as-of", time)
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)


def test_the_history_names_each_report_and_what_it_changed(run, ledger):
    lines = run("show", "1", "--history").stdout.splitlines()
    assert lines[0] == "Drones on Kazan, RU · 21 Dec 2024"
    assert "21 Dec 12:00 · a2 · an agency · “Nobody hurt in Kazan, city says”" in lines
    assert "  injured    1, a doctor → 0" not in lines
    assert any(line.split() == ["injured", "⚠", "disputed", "from", "here", "on"] for line in lines)
    steps = json.loads(run("show", "1", "--history", "--format", "json").stdout)["history"]
    assert [step["report"] for step in steps] == ["a1", "a2", "a3"]
    assert steps[1]["begun"] == ["injured"]
    assert steps[-1]["event"] == json.loads(run("show", "1", "--format", "json").stdout)["event"]
