"""`fogline read`: what it prints, what it skips, and its status."""

import json

import pytest


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
    assert "1 new report with 0 claims" in answer.stdout
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
        (("read", "missing.txt", "--published", "someday"), 1),
    ],
)
def test_wrong_calls_have_a_status_and_a_line(run, words, status):
    answer = run(*words)
    assert answer.exit_code == status
    assert answer.stderr.strip()
    assert "Traceback" not in answer.stderr


def test_an_id_that_another_report_has_is_skipped(run, reports_file, ledger, here):
    other = {"id": "a1", "text": "Something else altogether.", "published": "2024-01-01", "language": "en"}
    (here / "other.jsonl").write_text(json.dumps(other) + "\n")
    answer = run("read", "other.jsonl")
    assert answer.exit_code == 1
    assert "another report in the ledger has this id" in answer.stderr
