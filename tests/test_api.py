"""Fogline in Python: `fogline.open` and what a ledger answers."""

import datetime as dt
import re
import subprocess
import sys

import pytest

import fogline
from fogline import api, asked
from fogline.errors import FoglineError, UsageError
from fogline.model import Claim, Days, Figure, Place, Reading, Report
from fogline.settings import Settings, SettingsError, settings_from


class OneStrike:
    """Reads a strike on Kazan with two killed into every report."""

    def read_many(self, reports):
        place = Place("Kazan", "RU", "Tatarstan", 55.79, 49.12, 551487, "settlement")
        for report in reports:
            claim = Claim(
                id=f"{report.id}-0",
                report=report.id,
                happening="0",
                by=None,
                side=None,
                stance="asserts",
                type="air_drone_strike",
                status="occurred",
                date=Days.on(dt.date(2024, 12, 21)),
                place=place,
                target=("Russia",),
                weapon=("drone",),
                figures={"killed": Figure(2, None)},
            )
            yield Reading(report.id, (claim,))


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.setattr(api, "own_readers", lambda settings: lambda language: OneStrike() if language == "en" else None)
    with fogline.open(tmp_path / "x.db") as opened:
        yield opened


MAPPING = {"text": "Drones struck Kazan and killed two.", "published": "2024-12-21", "language": "en"}


def test_mappings_reports_and_paths_are_read(ledger, tmp_path):
    (tmp_path / "a.txt").write_text("Drones over Kazan\n\nDrones struck Kazan on Saturday.")
    report = Report("r9", None, None, "", "Two were killed in Kazan.", "2024-12-21", "en")
    summary = ledger.read([MAPPING, report, tmp_path / "a.txt"], language="en", published="2024-12-21")
    assert (summary.new, summary.claims, summary.events) == (3, 3, 1)
    assert {one.published for one in ledger.reports()} == {"2024-12-21"}


@pytest.mark.parametrize("one", [MAPPING, Report("r1", None, None, "", "Words.", "2024-12-21", "en")])
def test_one_input_need_not_be_in_a_list(ledger, one):
    assert ledger.read(one).new == 1


def test_events_are_the_model(ledger):
    ledger.read(MAPPING)
    (event,) = ledger.events(since="2024-12-21", until=dt.date(2024, 12, 21), type="air_drone_strike", party="Russia")
    assert event.place.name == "Kazan"
    assert event.figures["killed"].latest == Figure(2, None)
    assert ledger.event(1) == ledger.event("1") == ledger.event(event.id) == event


def test_near_takes_degrees_and_kilometres(ledger):
    ledger.read(MAPPING)
    assert ledger.events(near=(55.8, 49.1, 10.0))
    assert ledger.events(near="55.8, 49.1 10km")
    assert not ledger.events(near="50.45,30.52 100 km")


@pytest.mark.parametrize(
    ("near", "circle"),
    [
        ("55.8,49.1", (55.8, 49.1, 50.0)),
        ("55.8 49.1 20km", (55.8, 49.1, 20.0)),
        ("-1.5, -30 7.5 KM", (-1.5, -30.0, 7.5)),
    ],
)
def test_a_point_is_read_without_the_gazetteer(near, circle):
    assert asked.circle(near) == circle


def test_a_town_is_meant_before_the_region_of_its_name():
    lat, lon, km = asked.circle("Kharkiv 20km")
    assert (lat, lon, km) == (pytest.approx(49.99, abs=0.1), pytest.approx(36.25, abs=0.1), 20.0)


@pytest.mark.parametrize(
    ("near", "words"),
    [
        ("Kyiv 100000km", "the distance is more than 20,040 km"),
        ("Kazan 30mi", "mi is no unit that is known here: write kilometres, such as 30km"),
        ("Kazan 50", "the distance has no unit: write kilometres, such as 50km"),
        ("Kazan -5km", "the distance must be more than 0"),
        ("55.8, 49.1 20", "the distance has no unit"),
        ("50km", "write a place and a distance"),
        ((55.8, 49.1, 0.0), "the distance must be more than 0"),
        ((float("nan"), 49.1, 5.0), "latitude runs from"),
    ],
)
def test_what_is_wrong_with_a_distance_is_told(near, words):
    with pytest.raises(UsageError, match=re.escape(words)):
        asked.circle(near)


@pytest.mark.parametrize(
    ("name", "found"),
    [("russian", ["Russia"]), ("Ukrainians", ["Ukraine"]), ("RUSSIA", ["Russia"]), ("Nobody", []), ("", [])],
)
def test_a_party_is_known_by_its_other_names(name, found):
    assert asked.parties_called(name) == found


@pytest.mark.parametrize("inputs", [5, None, [5], [None], b"bytes"])
def test_what_is_no_input_is_told(ledger, inputs):
    with pytest.raises(FoglineError, match="is no input: give a file") as caught:
        ledger.read(inputs)
    assert isinstance(caught.value, TypeError)


def test_a_closed_ledger_says_so(ledger):
    ledger.close()
    with pytest.raises(FoglineError, match="the ledger is closed"):
        ledger.events()


def test_a_warning_knows_the_file_that_it_came_from(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(
        OneStrike, "read_many", lambda self, reports: [Reading(r.id, (), (), ("dull",)) for r in reports]
    )
    (tmp_path / "a.txt").write_text("Drones over Kazan\n\nDrones struck Kazan on Saturday.")
    summary = ledger.read([MAPPING, tmp_path / "a.txt"], language="en")
    assert [summary.names[key] for key, _ in summary.warnings] == ["report 1", str(tmp_path / "a.txt")]


@pytest.mark.parametrize("near", ["Nowhere-on-Earth 20km", "", "   ", "95, 10 5km", "10, 200 5km"])
def test_what_is_no_place_on_earth_is_refused(near):
    with pytest.raises(FoglineError, match="near"):
        asked.circle(near)


def test_a_table_for_pandas(ledger):
    ledger.read(MAPPING)
    table = ledger.to_pandas()
    assert list(table["place"]) == ["Kazan"]
    assert table["first"][0].isoformat() == "2024-12-21T00:00:00"
    assert (table["killed_low"][0], table["killed_latest"][0]) == (2, "2+")
    assert table["injured_low"].isna().all()


def test_an_empty_ledger_is_an_empty_table(ledger):
    assert len(ledger.to_pandas()) == 0
    assert len(ledger.to_geopandas()) == 0


def test_events_are_points_for_geopandas(ledger):
    ledger.read(MAPPING)
    table = ledger.to_geopandas(place="RU")
    assert table.crs == "OGC:CRS84"
    assert [round(x) for x in table.geometry.x] == [49]
    assert len(ledger.to_geopandas(place="UA")) == 0


def test_geopandas_that_is_missing_is_told(ledger, monkeypatch):
    monkeypatch.setitem(sys.modules, "geopandas", None)
    with pytest.raises(FoglineError, match="fogline\\[geo\\]"):
        ledger.to_geopandas()


@pytest.mark.parametrize(
    "filters", [{"since": "soon"}, {"type": "strike"}, {"type": ["threat", "strike"]}, {"status": "maybe"}]
)
def test_filters_that_mean_nothing_are_told(ledger, filters):
    with pytest.raises(FoglineError):
        ledger.events(**filters)


def test_exports(ledger):
    ledger.read(MAPPING)
    assert ledger.export().startswith("{\n")
    assert ledger.export("csv").startswith("id,type")
    assert '"FeatureCollection"' in ledger.export("geojson")
    with pytest.raises(FoglineError, match="json, csv, geojson"):
        ledger.export("xml")


def test_the_events_of_a_run_that_was_cut_off_are_made_when_the_ledger_is_opened_again(ledger, tmp_path, monkeypatch):
    def cut_off(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr("fogline.ledger.Store.rebuild", cut_off)
    with pytest.raises(KeyboardInterrupt):
        ledger.read(MAPPING)
    assert ledger.events() == []
    monkeypatch.undo()
    with fogline.open(tmp_path / "x.db") as again:
        assert len(again.events()) == 1


def test_opening_without_making(tmp_path):
    with pytest.raises(FoglineError, match="there is no ledger yet"):
        fogline.open(tmp_path / "none.db", create=False)


@pytest.mark.parametrize(
    ("environ", "settings"),
    [
        ({}, Settings()),
        ({"FOGLINE_LEDGER": "", "FOGLINE_BATCH": ""}, Settings()),
        ({"FOGLINE_LEDGER": "mine.db", "FOGLINE_BATCH": "4"}, Settings(ledger="mine.db", batch=4)),
        ({"FOGLINE_SPACY_MODEL": "en_core_web_lg"}, Settings(spacy_model="en_core_web_lg")),
    ],
)
def test_settings_come_from_the_environment(environ, settings):
    assert settings_from(environ) == settings


@pytest.mark.parametrize("batch", ["0", "-1", "many", "100000"])
def test_a_wrong_setting_is_told(batch):
    with pytest.raises(SettingsError, match="FOGLINE_BATCH"):
        settings_from({"FOGLINE_BATCH": batch})


def test_importing_the_package_loads_nothing_else():
    code = "import sys, fogline; print([name for name in sys.modules if name.startswith('fogline.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
