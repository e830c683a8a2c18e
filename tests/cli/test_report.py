"""`fogline report`: the page in a file or on standard output."""

import pytest


def test_the_report_is_one_page_in_a_file(run, ledger, here):
    answer = run("report", "--output", "kazan.html", "--title", "Kazan <b>")
    assert answer.exit_code == 0
    assert answer.stderr == "fogline: the report is in kazan.html\n"
    page = (here / "kazan.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<h1>Kazan &lt;b&gt;</h1>" in page
    assert "Drones on Kazan, RU" in page


def test_the_same_question_gives_the_same_bytes(run, ledger):
    assert run("report", "-o", "-").stdout_bytes == run("report", "-o", "-").stdout_bytes


def test_what_was_asked_for_stands_on_the_page(run, ledger):
    page = run("report", "-o", "-", "--since", "2024-12-20", "--region", "Tatarstan", "--disputed").stdout
    assert "Asked for: since 2024-12-20, place Tatarstan, disputed." in page
    assert "A vow" not in page


def test_nothing_found_is_a_page_that_says_so(run, ledger):
    answer = run("report", "-o", "-", "--since", "2030-01-01", "--until", "2030-02-01")
    assert "No event fits" in answer.stdout
    assert answer.stderr == "fogline: no event passes the filters: the report has none\n"


def test_an_empty_ledger_is_told_as_one_and_not_as_a_filter(run, here):
    (here / "none.jsonl").write_text("")
    run("read", "none.jsonl")
    assert run("report", "-o", "-").stderr == "fogline: the ledger has no event: the report has none\n"


def test_the_map_is_never_wider_than_a_narrow_screen(run, ledger):
    page = run("report", "-o", "-").stdout
    assert "svg { display: block; width: 100%; height: auto;" in page
    assert ".map { min-width" not in page


@pytest.mark.parametrize("options", [("--since", "soon"), ("--since", "2024-12-22", "--until", "2024-12-01")])
def test_days_that_mean_nothing_are_a_wrong_call(run, ledger, options):
    assert run("report", "-o", "-", *options).exit_code == 2


def test_outlines_that_are_not_there_are_one_line(run, ledger, here):
    answer = run("report", "--borders", "none.geojson")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("fogline: borders none.geojson: No such file")
    assert not (here / "report.html").exists()


def test_the_view_of_borders_is_a_setting(run, ledger, monkeypatch):
    monkeypatch.setenv("FOGLINE_BORDERS", "none")
    assert 'class="map plain"' in run("report", "-o", "-").stdout
