"""`fogline watch`: what it prints, what it refuses, and its status."""

import json

import pytest

ONE = '[[folder]]\nname = "drop"\npath = "incoming"\nside = "Ukraine"\n'
MISSING = '[[folder]]\nname = "gone"\npath = "nowhere"\n'


@pytest.fixture
def listed(here, reports_file):
    (here / "incoming").mkdir()
    reports_file.rename(here / "incoming/reports.jsonl")
    path = here / "feeds.toml"
    path.write_text(ONE)
    return path


def test_one_look_reads_what_is_new(run, listed):
    answer = run("watch", listed, "--once")
    assert answer.exit_code == 0
    assert answer.stdout.endswith("Z drop: 3 new reports with 4 claims, 2 events new or changed\n")
    assert run("watch", listed, "--once").stdout.endswith("Z drop: nothing new\n")
    assert len(json.loads(run("events", "--format", "json").stdout)) == 2


def test_a_source_that_fails_is_told_once_and_the_status_is_1(run, listed):
    listed.write_text(ONE + MISSING)
    answer = run("watch", listed, "--once")
    assert answer.exit_code == 1
    assert "Z gone: failed, is not there: check the path" in answer.stdout
    assert "3 new reports" in answer.stdout
    assert answer.stderr == ""


def test_an_export_that_is_refused_ends_with_status_1_and_its_words_stand_in_the_status(run, here):
    (here / "exports").mkdir()
    group = {"name": "Us", "type": "private_group", "id": 1, "messages": []}
    (here / "exports/result.json").write_text(json.dumps(group))
    (here / "feeds.toml").write_text('[[telegram]]\nname = "odesa"\npath = "exports"\n')
    for _ in range(2):
        answer = run("watch", "feeds.toml", "--once")
        assert answer.exit_code == 1
        assert "Z odesa: failed, result.json: is an export of a private_group" in answer.stdout
    assert "result.json: is an export of a private_group" in run("watch", "--status").stdout


def test_a_folder_of_archives_without_one_says_so(run, here):
    (here / "warc").mkdir()
    (here / "feeds.toml").write_text('[[warc]]\nname = "news"\npath = "warc"\n')
    answer = run("watch", "feeds.toml", "--once")
    assert answer.exit_code == 0
    assert answer.stdout.endswith("Z news: nothing new, holds no WARC file (.warc, .warc.gz)\n")


def test_json_has_a_line_for_each_piece(run, listed):
    lines = [json.loads(line) for line in run("watch", listed, "--once", "--format", "json").stdout.splitlines()]
    assert sum(line["new"] for line in lines) == 3
    assert lines[0]["reports"] == ["a1", "a2", "a3"]
    assert [line["over"] for line in lines] == [False, False, True]
    assert lines[-1]["feed"]["reports"] == 3


def test_the_status_is_a_table_of_what_was_watched(run, listed):
    listed.write_text(ONE + MISSING)
    run("watch", listed, "--once")
    head, drop, gone = run("watch", "--status").stdout.splitlines()
    assert head.split()[:3] == ["source", "kind", "side"]
    assert drop.split()[:3] == ["drop", "folder", "Ukraine"]
    assert gone.endswith("is not there: check the path")
    feeds = json.loads(run("watch", "--status", "--format", "json").stdout)
    assert [(feed["name"], feed["items"], feed["reports"]) for feed in feeds] == [("drop", 3, 3), ("gone", 0, 0)]


def test_the_status_of_a_ledger_that_nothing_was_watched_into(run, ledger):
    answer = run("watch", "--status")
    assert answer.exit_code == 0
    assert answer.stdout.startswith("Nothing was watched into this ledger yet")


def test_every_fault_of_a_list_is_a_line(run, here):
    (here / "feeds.toml").write_text('[[feed]]\nname = "x"\n[[folder]]\nname = "y"\n')
    answer = run("watch", "feeds.toml")
    assert answer.exit_code == 1
    assert answer.stderr.splitlines() == [
        'fogline: feeds.toml: [[feed]] "x": needs an address: address = "https://…"',
        'fogline: feeds.toml: [[folder]] "y": needs a path: path = "…"',
    ]
    assert not (here / "fogline.db").exists()


@pytest.mark.parametrize("words", [(), ("feeds.toml",)])
def test_a_call_that_watches_nothing_is_wrong(run, here, words):
    (here / "feeds.toml").write_text(run("watch", "--example").stdout)
    answer = run("watch", *words)
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)


def test_words_of_a_report_s_source_do_not_steer_the_terminal(run, here):
    (here / "feeds.toml").write_text('[[folder]]\nname = "a\\u001b[31m\\nb"\npath = "nowhere"\n')
    answer = run("watch", "feeds.toml", "--once")
    assert "\x1b" not in answer.stdout + answer.stderr
    assert len(answer.stdout.splitlines()) == 1
