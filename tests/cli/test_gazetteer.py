"""`fogline gazetteer`: look names up, see what there is, add places of one's own."""

import json

import pytest

from fogline.gazetteer import build, own


def test_all_places_of_a_name_are_told(run):
    lines = run("gazetteer", "find", "Artyomovsk").stdout.splitlines()
    assert lines[0].split() == ["name", "kind", "region", "country", "lat", "lon", "people", "geonameid"]
    assert any(line.startswith("Bakhmut") and " UA " in line for line in lines)


def test_a_program_gets_json(run):
    found = json.loads(run("gazetteer", "find", "Kazan", "--format", "json").stdout)
    assert {"kind", "name", "country", "region", "lat", "lon", "geonameid", "precision", "population"} == set(found[0])
    assert any(place["country"] == "RU" and place["population"] > 1_000_000 for place in found)


def test_an_unknown_name_is_told_with_its_neighbours(run):
    answer = run("gazetteer", "find", "Hulyajpole")
    assert answer.exit_code == 1
    assert "Huliaipole" in answer.stderr


def test_what_is_no_name_is_told_in_one_line(run):
    answer = run("gazetteer", "find", "\udcff")
    assert (answer.exit_code, answer.stderr.count("\n")) == (1, 1)
    answer = run("gazetteer", "find", "a" * 100_000)
    assert answer.exit_code == 2
    assert "longer than 200 characters" in answer.stderr


def test_info_tells_the_kinds_the_folder_and_the_source(run):
    text = run("gazetteer", "info").stdout
    assert "settlement" in text
    assert "GeoNames (CC BY 4.0)" in text
    assert json.loads(run("gazetteer", "info", "--format", "json").stdout)["places"]["country"] > 200


@pytest.fixture
def small(monkeypatch, here):
    monkeypatch.setenv(build.CACHE_VARIABLE, str(here / "cache"))
    monkeypatch.setenv(own.DATA_VARIABLE, str(here / "data"))
    monkeypatch.setattr(build, "cities", list)


def test_places_of_ones_own_are_added(run, here, small):
    (here / "mine.csv").write_text("name,country,lat,lon\nDovhe,UA,48.1,37.2\n")
    assert run("gazetteer", "add", "mine.csv").stdout == "1 new, 1 of your own\n"


def test_a_fault_in_a_file_is_one_line(run, here, small):
    (here / "mine.csv").write_text("name,country,lat,lon\nDovhe,UA,48.1,east\n")
    answer = run("gazetteer", "add", "mine.csv")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("fogline: mine.csv, line 2: lon 'east'")


def test_a_dump_is_built_from(run, here, small):
    cells = ["7", "Nove", "Nove", "", "48.1", "37.2", "P", "PPL", "UA", "", "05", "", "", "", "40", "", "", "", ""]
    (here / "UA.txt").write_text("\t".join(cells) + "\nno row\n")
    answer = run("gazetteer", "build", "UA.txt")
    assert answer.stdout == "UA.txt: 1 places of 2 rows\n"
    assert "left out, since no rows of a dump: 1 (the first: line 2)" in answer.stderr
