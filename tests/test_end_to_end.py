"""The sample reports, from their file to the export, by the real reader: what a newcomer sees first."""

import datetime as dt
import json

import jsonschema
import pytest

import fogline
from fogline.model import Days, Figure
from fogline.publish import schema
from fogline.samples import reports_path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("samples")


@pytest.fixture(scope="module")
def ledger(folder):
    with fogline.open(folder / "samples.db") as opened, reports_path() as path:
        summary = opened.read(path)
        assert (summary.new, summary.problems, summary.warnings) == (14, [], [])
        yield opened


def events_at(ledger, name, day):
    on = Days.on(dt.date.fromisoformat(day))
    return [e for e in ledger.events() if e.place and e.place.name == name and e.date == on]


def test_the_missiles_on_kryvyi_rih_are_one_event_with_a_toll_that_grows(ledger):
    (event,) = events_at(ledger, "Kryvyi Rih", "2023-07-31")
    assert event.type == "missile_artillery_attack"
    assert (event.actor, event.target) == (("Russia",), ("Ukraine",))
    assert {"residential", "school"} <= set(event.against)
    assert (event.figures["killed"].low, event.figures["killed"].latest) == (1, Figure(6, 6))
    assert "killed" not in event.disputed
    assert {claim.report for claim in event.claims} >= {"r4", "r6", "r7", "r8"}


@pytest.mark.parametrize(("town", "day", "counts"), [("Moscow", "2023-07-30", {0, 1}), ("Kazan", "2024-12-21", {0, 3})])
def test_who_was_hurt_is_told_in_two_ways_and_both_are_kept(ledger, town, day, counts):
    (event,) = [event for event in events_at(ledger, town, day) if "injured" in event.disputed]
    assert event.type == "air_drone_strike"
    assert "drone" in event.weapon
    assert {claim.figures["injured"].low for claim in event.claims if "injured" in claim.figures} == counts


def test_a_side_that_says_nothing_is_a_claim_too(ledger):
    silent = [claim for event in ledger.events() for claim in event.claims if claim.stance == "no_comment"]
    assert {(claim.side, claim.report) for claim in silent} >= {("Ukraine", "r11"), ("Russia", "r4")}


def test_a_vow_is_called_an_answer_to_the_drones_on_kazan(ledger):
    kazan = {event.id for event in events_at(ledger, "Kazan", "2024-12-21")}
    types = {event.id: event.type for event in ledger.events()}
    assert "threat" in {types[link.later] for link in ledger.links() if link.earlier in kazan}


def test_a_reprint_is_no_origin_of_its_own(ledger):
    origins = {report["id"]: report["origin"] for report in json.loads(ledger.export())["reports"]}
    assert origins["r5"] == "r4"
    assert origins["r6"] == "r6"


def test_every_value_points_at_words_of_its_report(ledger):
    texts = {report.id: report.full_text for report in ledger.reports()}
    for event in ledger.events():
        for claim in event.claims:
            text = texts[claim.report]
            assert text[claim.sentence_start :].startswith(claim.sentence)
            assert all(0 <= start < end <= len(text) for start, end in claim.spans.values())
            needed = {"what", *claim.figures}
            needed |= {"where"} if claim.place else set()
            needed |= {"actor"} if claim.actor else set()
            needed |= {"weapon"} if claim.weapon else set()
            assert needed <= set(claim.spans), claim.id


def test_the_export_fits_its_schema(ledger):
    jsonschema.Draft202012Validator(schema()).validate(json.loads(ledger.export(with_text=True)))


def test_another_order_in_two_runs_gives_the_same_bytes(ledger, folder):
    with fogline.open(folder / "reversed.db") as other:
        reports = sorted(ledger.reports(), key=lambda report: report.id, reverse=True)
        other.read(reports[:5])
        other.read(reports)
        assert other.export() == ledger.export()
