"""`fogline demo`: the samples read and shown, as often as one likes."""

import importlib
import json
from pathlib import Path

from fogline.samples import reports_path

module = importlib.import_module("fogline.cli.demo")


def test_the_samples_are_read_into_a_ledger_here(run, here):
    answer = run("demo")
    assert answer.exit_code == 0
    with reports_path() as path:
        count = len(path.read_text(encoding="utf-8").splitlines())
    assert answer.stdout.startswith(f"{count} new reports with ")
    assert [path.name for path in here.iterdir() if path.suffix == ".db"] == ["demo.db"]


def test_a_second_run_changes_nothing(run, here):
    run("demo")
    before = run("export", "--ledger", "demo.db").stdout
    again = run("demo")
    assert again.exit_code == 0
    assert "known by id" in again.stdout
    assert run("export", "--ledger", "demo.db").stdout == before


def test_events_are_listed_one_is_opened_and_what_to_try_next_is_said(run, reports_file, monkeypatch):
    monkeypatch.setattr("fogline.samples.reports_path", lambda: _open(reports_file))
    shown = run("demo", "--ledger", "mine.db").stdout
    assert "2 events, 1 disputed, 1 answer" in shown
    assert "Event 1, opened" in shown
    assert "“nobody was hurt”" in shown
    assert "fogline show 1 --ledger mine.db" in shown
    assert "fogline explain r3 --ledger mine.db" in shown


def test_the_demonstration_leaves_the_ledger_of_the_environment_alone(run, here, monkeypatch):
    monkeypatch.setenv("FOGLINE_LEDGER", "precious.db")
    run("demo")
    assert not Path("precious.db").exists()


def test_a_folder_that_cannot_be_written_to_is_no_hindrance(here, monkeypatch):
    monkeypatch.setattr(module.os, "access", lambda path, mode: False)
    name = Path(module.demo_ledger())
    assert name.name == "demo.db"
    assert name.parent.is_dir()
    assert name.parent != here


def test_where_the_ledger_is_then_is_told(run, here, monkeypatch):
    monkeypatch.setattr(module.os, "access", lambda path, mode: False)
    assert run("demo").stderr.startswith("fogline: nothing may be written in this folder: the ledger is ")


def test_the_report_to_look_at_is_a_sample():
    with reports_path() as path:
        ids = [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert module.TELLING_REPORT in ids


def test_the_next_commands_can_be_run_as_they_are(here, monkeypatch):
    monkeypatch.setattr(module.sys, "argv", [str(here / ".venv/bin/fogline")])
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    assert module.program_name() == ".venv/bin/fogline"
    monkeypatch.setattr(module.shutil, "which", lambda name: str(here / ".venv/bin/fogline"))
    assert module.program_name() == "fogline"


class _open:  # noqa: N801 - stands in for a context manager function
    def __init__(self, path):
        self.path = path

    def __enter__(self):
        return self.path

    def __exit__(self, *rest):
        return None
