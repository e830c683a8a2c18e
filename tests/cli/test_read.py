"""`fogline read`: what it prints, what it skips, and its status."""

import json

import pytest

from fogline import api
from fogline.model import Reading


def test_new_reports_are_counted(run, reports_file):
    answer = run("read", reports_file)
    assert answer.exit_code == 0
    assert answer.stdout == "3 new reports with 4 claims\n2 events in the ledger\n"


def test_reading_again_tells_what_is_known(run, reports_file, ledger):
    answer = run("read", reports_file)
    assert answer.exit_code == 0
    assert "0 new reports" in answer.stdout
    assert "3 known by id" in answer.stdout


def test_the_same_words_of_one_source_are_read_once(run, here):
    first = {"source": "a site", "title": "T", "text": "Nothing happened here today.", "published": "2024-01-01"}
    (here / "two.jsonl").write_text(json.dumps({"id": "x1", **first}) + "\n" + json.dumps({"id": "x2", **first}) + "\n")
    answer = run("read", "two.jsonl")
    assert "1 new report with 0 claims\n" in answer.stdout
    assert "\n1 in which no happening was found\n" in answer.stdout
    assert "1 known by text" in answer.stdout


def test_a_language_without_a_reader_is_stored_told_and_no_fault(run, here):
    (here / "uk.txt").write_text("Заголовок\n\nУ місті пролунали вибухи, повідомила влада.", encoding="utf-8")
    answer = run("read", "uk.txt", "--language", "uk", "--published", "2024-01-01")
    assert answer.exit_code == 0
    assert "1 stored unread: no reader for language uk" in answer.stdout


def test_a_report_without_a_date_is_told(run, here):
    (here / "a.txt").write_text("Headline\n\nA long enough text in the English language.", encoding="utf-8")
    answer = run("read", "a.txt", "--language", "en")
    assert answer.exit_code == 0
    assert "1 without a date of publication" in answer.stdout


def test_what_is_skipped_is_told_and_the_rest_is_read(run, reports_file, here):
    (here / "broken.jsonl").write_text('{"text": "fine text", "published": "2024-01-01", "language": "en"}\n{oops\n')
    answer = run("read", reports_file, "missing.txt", "broken.jsonl")
    assert answer.exit_code == 1
    assert "4 new reports" in answer.stdout
    assert "2 skipped" in answer.stdout
    lines = answer.stderr.splitlines()
    assert [line for line in lines if line.startswith("fogline: skipped missing.txt: ")]
    assert [line for line in lines if line.startswith("fogline: skipped broken.jsonl:2: ")]


def test_a_thousand_faults_are_not_a_thousand_lines(run, here):
    (here / "bad.jsonl").write_text("{oops\n" * 1000)
    answer = run("read", "bad.jsonl")
    assert answer.exit_code == 1
    assert len(answer.stderr.splitlines()) == 51
    assert answer.stderr.splitlines()[-1] == "fogline: and 950 more were skipped"


def test_standard_input_is_read(run, reports_file):
    answer = run("read", "-", input=reports_file.read_text(encoding="utf-8"))
    assert "3 new reports" in answer.stdout


def test_json_on_request(run, reports_file):
    answer = json.loads(run("read", reports_file, "missing.txt", "--format", "json").stdout)
    assert (answer["new"], answer["claims"], answer["events"]) == (3, 4, 2)
    assert answer["skipped"][0]["reason"] == "missing"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("read",), 2),
        (("read", "a.txt", "--nonsense"), 2),
        (("read", "a.txt", "--format", "xml"), 2),
        (("read", "missing.txt"), 1),
        (("read", "missing.txt", "--published", "someday"), 2),
        (("read", "missing.txt", "--language", "Ukrainian"), 2),
    ],
)
def test_wrong_calls_have_a_status_and_a_line(run, words, status):
    answer = run(*words)
    assert answer.exit_code == status
    assert answer.stderr.strip()
    assert "Traceback" not in answer.stderr


def test_of_two_reports_with_one_id_one_is_kept_and_the_other_told(run, here):
    for number, text in enumerate(("Something.", "Something else altogether.")):
        line = {"id": "x1", "text": text, "published": "2024-01-01", "language": "en"}
        (here / f"{number}.jsonl").write_text(json.dumps(line) + "\n")
    assert run("read", "0.jsonl").exit_code == 0
    answer = run("read", "1.jsonl")
    assert answer.exit_code == 1
    assert "skipped 1.jsonl, report x1: another report in the ledger has this id" in answer.stderr


def test_a_forgotten_date_can_be_given_later(run, here):
    (here / "a.txt").write_text("Headline\n\nA long enough text in the English language.", encoding="utf-8")
    run("read", "a.txt", "--language", "en")
    answer = run("read", "a.txt", "--language", "en", "--published", "2024-12-22")
    assert answer.exit_code == 0
    assert "1 known, and read again with the date or language that it lacked" in answer.stdout
    assert json.loads(run("export").stdout)["reports"][0]["published"] == "2024-12-22"
    assert "1 known by id" in run("read", "a.txt", "--language", "en").stdout


def test_a_warning_names_the_file_and_the_report(run, here, monkeypatch):
    class Warns:
        def read_many(self, reports):
            return [Reading(report.id, warnings=("no publication date",)) for report in reports]

    monkeypatch.setattr(api, "own_readers", lambda settings: lambda language: Warns())
    (here / "a.txt").write_text("Headline\n\nA long enough text in the English language.", encoding="utf-8")
    answer = run("read", "a.txt")
    key = json.loads(run("export").stdout)["reports"][0]["id"]
    assert answer.stderr == f"fogline: a.txt, report {key}: no publication date\n"
    told = json.loads(run("read", "a.txt", "--ledger", "2.db", "--format", "json").stdout)["warnings"]
    assert told == [{"report": key, "where": "a.txt", "message": "no publication date"}]
