"""`fogline score`: shares of what is right, changes, differences, floors."""

import json
import sys

import pytest

from fogline.score import last

CLAIM = {"report": "a1", "by": "a doctor", "side": None, "stance": "asserts", "figures": {"injured": [1, 1]}}
STRIKE = {
    **{"id": "e1", "type": "air_drone_strike", "status": "occurred", "date": ["2024-12-21", "2024-12-21"]},
    "place": {"name": "Kazan", "country": "RU", "lat": 55.8, "lon": 49.1, "radius_km": 15},
    **{"actor": ["Ukraine"], "target": ["Russia"], "against": ["residential"], "weapon": ["drone"], "effects": []},
    **{"claims": [CLAIM], "disputed": []},
}
BATTLE = STRIKE | {"id": "e2", "type": "ground_battle", "claims": []}
MENTION = {"e": "e1", "r": "a1", "at": "Drones hit", "what": "hit", "where": "Kazan"}


@pytest.fixture
def cases(here, monkeypatch):
    """A folder with one case on the first report; what a run leaves behind stays in this test's folder."""
    monkeypatch.setattr(last, "cache_folder", lambda: here / "cache")
    folder = here / "cases" / "kazan"
    folder.mkdir(parents=True)
    reports = [{"id": "a1", "file": "r1.txt", "source": "a local site", "published": "2024-12-21", "language": "en"}]
    text = "Drones over Kazan\n\nDrones hit flats in Kazan. One person was hurt, a doctor said.\n"
    (folder / "r1.txt").write_text(text, encoding="utf-8")
    write_events(folder, [STRIKE, BATTLE], reports)
    return here / "cases"


def write_events(folder, events, reports=None):
    file = folder / "case.json"
    case = json.loads(file.read_text()) if reports is None else {"case": "kazan", "reports": reports, "links": []}
    file.write_text(json.dumps(case | {"events": events}), encoding="utf-8")


@pytest.fixture
def mentions(cases):
    (cases / "kazan/mentions.jsonl").write_text(json.dumps(MENTION) + "\n")


def row(answer, name):
    return next(line for line in answer.stdout.splitlines() if line.startswith(name)).split()


def test_cases_and_fields_have_a_line_each(run, cases):
    answer = run("score", cases)
    assert answer.exit_code == 0, answer.stderr
    assert row(answer, "kazan") == ["kazan", "1", "1", "0"]
    assert row(answer, "event") == ["event", "1.000", "0.500", "0.667"]
    assert row(answer, "place") == ["place", "1.000"]
    assert row(answer, "field") == ["field", "precision", "recall", "F1", "accuracy"]


def test_the_same_run_prints_the_same_bytes(run, cases):
    assert run("score", cases, "--last", "x.json").exit_code == 0
    first = run("score", cases, "--last", "x.json").stdout_bytes
    assert run("score", cases, "--last", "x.json").stdout_bytes == first


@pytest.mark.parametrize("more", [[], ["--last", "mine.json"]], ids=["of itself", "in a named file"])
def test_a_change_from_the_last_run_is_told(run, cases, more):
    assert "change" not in run("score", cases, *more).stdout
    assert row(run("score", cases, *more), "event") == ["event", "1.000", "0.500", "0.667", "="]
    write_events(cases / "kazan", [STRIKE])
    assert row(run("score", cases, *more), "event") == ["event", "1.000", "1.000", "1.000", "+0.333"]


def test_a_cache_that_cannot_be_written_to_is_no_fault(run, cases, here):
    (here / "cache").write_text("in the way")
    assert run("score", cases).exit_code == 0


def test_a_broken_file_in_the_cache_is_no_fault_and_a_named_one_is(run, cases, here):
    run("score", cases)
    (kept,) = (here / "cache").rglob("*.json")
    kept.write_text("{")
    assert run("score", cases, "--last", kept).exit_code == 1
    assert run("score", cases).exit_code == 0


def test_a_named_file_that_cannot_be_written_is_told(run, cases):
    answer = run("score", cases, "--last", "no/folder/x.json")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("fogline: cannot write no/folder/x.json")


def test_questions_are_told_on_request(run, cases, mentions):
    assert "question" not in run("score", cases).stdout
    answer = run("score", cases, "--mentions", "--last", "x.json")
    assert row(answer, "what") == ["what", "1.000", "1.000", "1.000"]
    assert row(answer, "how many")[2:] == ["0.000", "1.000", "0.000"]  # the case has no words for it


def test_questions_without_mentions_are_refused(run, cases):
    answer = run("score", cases, "--mentions")
    assert answer.exit_code == 2
    assert "none of these cases has a mentions.jsonl" in answer.stderr


def test_differences_are_shown_case_by_case(run, cases):
    write_events(cases / "kazan", [STRIKE | {"weapon": ["missile"]}, BATTLE])
    shown = run("score", cases, "--show").stdout
    assert "kazan: 1 event found, 1 missed, 0 added" in shown
    assert "weapon: − missile; + drone" in shown
    assert "missed  e2 · ground_battle · 2024-12-21 · Kazan · Ukraine → Russia" in shown


def test_json_holds_cases_figures_and_the_last_run(run, cases, mentions):
    run("score", cases)
    answer = json.loads(run("score", cases, "--format", "json", "--show", "--mentions").stdout)
    (case,) = answer["cases"]
    assert (case["case"], case["found"], case["missed"], case["added"]) == ("kazan", 1, 1, 0)
    assert [event["verdict"] for event in case["events"]] == ["found", "missed"]
    assert answer["ledger"]["event_f1"] == pytest.approx(2 / 3)
    assert answer["mentions"]["what_recall"] == 1
    assert answer["last"]["ledger"] == answer["ledger"]
    assert answer["under_floor"] == []


def test_a_floor_is_raised_then_holds_then_is_fallen_under(run, cases):
    assert run("score", cases, "--floor", "floor.toml", "--raise").stderr == "fogline: floor.toml: 14 floors raised\n"
    assert run("score", cases, "--floor", "floor.toml").exit_code == 0
    write_events(cases / "kazan", [STRIKE, BATTLE, BATTLE | {"id": "e3"}])
    answer = run("score", cases, "--floor", "floor.toml", "--raise")
    assert answer.exit_code == 1
    assert "fogline: event (ledger) fell to 0.5000, under its floor of 0.661\n" in answer.stderr
    assert run("score", cases, "--floor", "floor.toml").exit_code == 1


def test_exported_ledgers_and_other_readers_are_scored_alike(run, cases, here, reports_file):
    assert run("read", reports_file).exit_code == 0
    (here / "ledgers").mkdir()
    assert run("export", "--output", "ledgers/kazan.json").exit_code == 0
    exported = run("score", cases, "--ledgers", "ledgers").stdout
    (here / "reader.py").write_text("import sys; sys.stdout.write(open('ledgers/kazan.json').read())")
    assert run("score", cases, "--reader", f"{sys.executable} reader.py {{reports}}").stdout == exported


@pytest.mark.parametrize(
    ("words", "status", "fault"),
    [
        (["nowhere"], 1, "nowhere: there is no such folder"),
        (["."], 1, ".: has no case.json, and no folder in it has one"),
        (["cases", "--reader", "x {reports}", "--ledgers", "cases"], 2, "name a --reader or --ledgers, not both"),
        (["cases", "--ledgers", "nowhere"], 2, "--ledgers nowhere: there is no such folder"),
        (["cases", "--floor", "nowhere.toml"], 1, "nowhere.toml: No such file or directory"),
        (["cases", "--raise"], 2, "--raise needs --floor FILE"),
        (["cases", "--reader", "my-reader"], 2, "--reader must name its input"),
        (["cases", "--ledgers", "cases"], 1, "kazan.json: No such file or directory"),
    ],
)
def test_a_fault_is_one_line(run, cases, words, status, fault):
    answer = run("score", *words)
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (status, 1)
    assert fault in answer.stderr
