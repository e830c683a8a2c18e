"""`fogline export`: the ledger in an open format, whole or not at all."""

import json
import os
import sys

import pytest

from fogline.cli.export import write_whole
from fogline.errors import FoglineError


def test_json_goes_to_standard_output(run, ledger):
    exported = json.loads(run("export").stdout)
    assert exported["format"] == 1
    assert [report["id"] for report in exported["reports"]] == ["a1", "a2", "a3"]
    assert "text" not in exported["reports"][0]


def test_the_text_comes_on_request(run, ledger):
    exported = json.loads(run("export", "--with-text").stdout)
    assert exported["reports"][0]["text"].startswith("Drones hit flats")


@pytest.mark.parametrize(
    ("form", "beginning"), [("json", "{\n"), ("csv", "id,type,status"), ("geojson", '{\n "type": "FeatureCollection"')]
)
def test_a_file_holds_what_standard_output_would(run, ledger, here, form, beginning):
    assert run("export", "--format", form, "--output", "out").exit_code == 0
    written = (here / "out").read_bytes()
    assert written == run("export", "--format", form).stdout_bytes
    assert written.decode().startswith(beginning)


def test_the_same_ledger_gives_the_same_bytes(run, ledger):
    assert run("export").stdout_bytes == run("export").stdout_bytes


def test_text_in_a_table_is_refused(run, ledger):
    answer = run("export", "--format", "csv", "--with-text")
    assert answer.exit_code == 2
    assert "only json holds reports" in answer.stderr


def test_a_folder_that_is_not_there_is_one_line(run, ledger):
    answer = run("export", "--output", "no/such/folder/x.json")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("fogline: cannot write no/such/folder/x.json: there is no folder no/such/folder")


def test_a_file_that_cannot_be_replaced_leaves_no_draft(here):
    (here / "out").mkdir()
    with pytest.raises(FoglineError):
        write_whole(here / "out", "new")
    assert [path.name for path in here.iterdir()] == ["out"]


def test_a_link_stays_and_what_it_leads_to_is_written(here):
    (here / "real").write_text("old")
    (here / "link").symlink_to(here / "real")
    write_whole(here / "link", "new")
    assert (here / "link").is_symlink()
    assert (here / "real").read_text() == "new"


def test_what_is_no_plain_file_is_written_into(here):
    os.mkfifo(here / "pipe")
    reading = os.open(here / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole(here / "pipe", "new")
    assert os.read(reading, 10) == b"new"
    os.close(reading)
    assert (here / "pipe").is_fifo()


def test_a_written_file_replaces_the_old_one_with_the_usual_mode(here):
    (here / "out").write_text("old")
    write_whole(here / "out", "new")
    assert (here / "out").read_text() == "new"
    assert (here / "out").stat().st_mode & 0o600 == 0o600


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("e.gpkg", b"SQLite format 3"),
        ("e.parquet", b"PAR1"),
        ("e.kml", b"<?xml"),
        ("e.hxl.csv", b"id,type"),
        ("e.acled.csv", b"event_id_cnty"),
        ("e.ftm.json", b'{"id": "fogline-'),
        ("e.jsonld", b'{\n "@context": "https://schema.org"'),
    ],
)
def test_the_ending_of_the_file_says_the_format(run, ledger, here, name, beginning):
    assert run("export", "--output", name).exit_code == 0
    assert (here / name).read_bytes().startswith(beginning)


def test_filters_are_those_of_the_list_of_events(run, ledger):
    exported = json.loads(run("export", "--type", "threat").stdout)
    assert [event["type"] for event in exported["events"]] == ["threat"]
    assert [report["id"] for report in exported["reports"]] == ["a3"]
    assert json.loads(run("export", "--place", "Tatarstan", "--disputed").stdout)["events"]


def test_a_stranger_among_the_parties_is_told(run, ledger):
    answer = run("export", "--party", "Atlantis")
    assert "no event has a party 'Atlantis'" in answer.stderr
    assert json.loads(answer.stdout)["events"] == []


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "csv", "--rows", "claims"),
        ("--format", "kml", "--fatalities", "latest"),
        ("--since", "soon"),
        ("--format", "shapefile"),
    ],
)
def test_options_that_mean_nothing_are_a_wrong_call(run, ledger, options):
    assert run("export", *options).exit_code == 2


def test_a_library_that_is_missing_is_one_line(run, ledger, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = run("export", "--output", "e.parquet")
    assert answer.exit_code == 1
    assert answer.stderr == "fogline: geoparquet needs pyarrow: pip install 'fogline[geo]'\n"


@pytest.mark.parametrize("command", [("export",), ("export", "--as-of", "2024-12-22"), ("report",)])
def test_no_answer_is_written_over_the_ledger_itself(run, ledger, here, command):
    (here / "link").symlink_to("fogline.db")
    for name in ("fogline.db", "link"):
        answer = run(*command, "--output", name)
        assert (answer.exit_code, answer.stderr) == (2, f"fogline: {name}: is the ledger itself: name another file\n")
    assert run("events").exit_code == 0
