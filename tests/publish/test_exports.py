"""The three exports: their schema, their bytes (golden files beside this one), and what each promises."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from publish_cases import EVENTS, HIT, LINKS, ORIGINS, REPORTS, STRIKE, THREAT, VERDICTS

from fogline.model import vocabulary
from fogline.model.figure import FIGURES, Figure
from fogline.publish import claim_json, event_json, place_json, schema, to_csv, to_geojson, to_json
from fogline.publish.table_csv import figure_text, guarded

HERE = Path(__file__).parent


# The keys of the format, in its order.
VALUES = ["actor", "target", "against", "weapon", "effects", "figures"]
HEAD = ["type", "status", "date", "place"]
CLAIM_KEYS = ["id", "report", "by", "side", "stance", *HEAD, *VALUES, "spans", "sentence", "confidence"]
EVENT_KEYS = ["id", *HEAD, *VALUES, "disputed", "origins", "sides", "corroboration", "claims"]


def exported(*, with_text: bool = False) -> str:
    return to_json(REPORTS, ORIGINS, EVENTS, LINKS, VERDICTS, version="0.1.0", with_text=with_text)


GOLDEN = {
    "ledger.json": exported(),
    "ledger_with_text.json": exported(with_text=True),
    "events.csv": to_csv(EVENTS, LINKS),
    "events.geojson": to_geojson(EVENTS, LINKS),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_exports_are_the_golden_files_to_the_byte(name: str) -> None:
    assert GOLDEN[name].encode() == (HERE / name).read_bytes()


def test_lists_are_alphabetical_and_claims_by_report_and_place_in_it() -> None:
    for event in json.loads(exported())["events"]:
        for one in (event, *event["claims"]):
            assert all(one[name] == sorted(one[name]) for name in VALUES[:-1])
        assert event["disputed"] == sorted(event["disputed"])
        assert [claim["report"] for claim in event["claims"]] == sorted(claim["report"] for claim in event["claims"])


@pytest.mark.parametrize("with_text", [False, True])
def test_the_json_fits_its_schema(with_text: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(exported(with_text=with_text)), schema(), jsonschema.Draft202012Validator)


def test_an_empty_ledger_fits_its_schema() -> None:
    jsonschema.validate(json.loads(to_json((), {}, (), (), version="0.1.0")), schema())


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("events", 0, "type"), "air_strike"),
        (("events", 0, "date"), ["2024-12-20"]),
        (("events", 0, "extra"), 1),
        (("events", 0, "claims", 0, "spans", "what"), [3]),
        (("reports", 0, "published"), "yesterday"),
        (("format",), 2),
    ],
)
def test_the_schema_refuses_what_is_no_ledger(where: tuple[str | int, ...], value: object) -> None:
    ledger = json.loads(exported())
    inner = ledger
    for key in where[:-1]:
        inner = inner[key]
    inner[where[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(ledger, schema())


def test_the_schema_has_the_vocabulary() -> None:
    event = schema()["$defs"]["event"]["properties"]
    assert event["type"]["enum"] == list(vocabulary.EVENT_TYPES)
    assert event["weapon"]["items"]["enum"] == list(vocabulary.WEAPONS)
    assert event["against"]["items"]["enum"] == list(vocabulary.AGAINST)
    assert event["effects"]["items"]["enum"] == list(vocabulary.EFFECTS)
    assert event["figures"]["propertyNames"]["enum"] == list(FIGURES)
    assert event["disputed"]["items"]["enum"] == [*vocabulary.DISPUTABLE, *FIGURES]


def test_the_order_of_what_is_given_does_not_matter() -> None:
    origins = dict(reversed(ORIGINS.items()))
    backwards = to_json(REPORTS[::-1], origins, EVENTS[::-1], LINKS, VERDICTS[::-1], version="0.1.0")
    assert backwards == exported()
    assert to_csv(EVENTS[::-1], LINKS) == to_csv(EVENTS, LINKS)
    assert to_geojson(EVENTS[::-1], LINKS) == to_geojson(EVENTS, LINKS)


def test_reports_come_by_id_and_events_by_first_day_those_without_one_last() -> None:
    ledger = json.loads(exported())
    assert [report["id"] for report in ledger["reports"]] == ["r0", "r1", "r2"]
    assert [report["origin"] for report in ledger["reports"]] == ["r0", "r1", "r1"]
    assert [event["id"] for event in ledger["events"]] == ["e-strike", "a-threat", "b-talks"]
    assert [claim["id"] for claim in ledger["events"][0]["claims"]] == ["c1", "c2"]


def test_a_claim_has_the_keys_of_the_format_and_nothing_of_the_reader() -> None:
    claim = claim_json(HIT)
    assert list(claim) == [
        "id",
        "report",
        "by",
        "side",
        "stance",
        "type",
        "status",
        "date",
        "place",
        "actor",
        "target",
        "against",
        "weapon",
        "effects",
        "figures",
        "spans",
        "sentence",
        "confidence",
    ]
    assert list(claim["figures"].items()) == [("killed", [2, None]), ("injured", [3, 5])]
    assert list(claim["spans"]) == ["what", "where", "killed", "against:port"]


def test_an_event_has_the_keys_of_the_format() -> None:
    event = event_json(STRIKE)
    assert list(event) == [
        "id",
        "type",
        "status",
        "date",
        "place",
        "actor",
        "target",
        "against",
        "weapon",
        "effects",
        "figures",
        "disputed",
        "disputes",
        "origins",
        "sides",
        "corroboration",
        "claims",
    ]
    killed = {"low": 0, "high": None, "latest": [2, None], "by": "the governor", "agreed": [2, None]}
    assert event["figures"]["killed"] == {**killed, "told": ["c1", "c2"]}
    assert [dispute["field"] for dispute in event["disputes"]] == ["killed", "occurred"]
    assert event_json(THREAT)["date"] is None
    assert place_json(None) is None


def test_the_text_goes_along_only_where_it_is_asked_for() -> None:
    assert "text" not in json.loads(exported())["reports"][0]
    assert json.loads(exported(with_text=True))["reports"][0]["text"] == "=Порт без даты"


def test_the_table_has_a_row_an_event_and_the_same_columns_in_each() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(EVENTS, LINKS))))
    assert [row["id"] for row in rows] == ["e-strike", "a-threat", "b-talks"]
    strike, threat, talks = rows
    assert (strike["first"], strike["last"]) == ("2024-12-20", "2024-12-21")
    assert (strike["killed_low"], strike["killed_high"], strike["killed_latest"]) == ("0", "", "2+")
    assert strike["injured_latest"] == "3–5"
    assert (strike["claims"], strike["reports"], strike["answers"]) == ("2", "r1; r2", "")
    assert threat["answers"] == "e-strike"
    assert (talks["place"], talks["lat"], talks["missing_low"]) == ("", "", "")


def test_no_cell_of_the_table_is_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(EVENTS, LINKS))))
    assert rows[1]["actor"] == "'+Front"
    assert rows[1]["lat"] == "-12.5", "a number is no formula"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        ("\tx", "'\tx"),
        ("a=b", "a=b"),
        ("", ""),
        (-5, -5),
        (None, None),
    ],
)
def test_formulas_are_guarded(cell: object, shown: object) -> None:
    assert guarded(cell) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "text"), [(Figure(6, 6), "6"), (Figure(6, None), "6+"), (Figure(45, 55), "45–55"), (Figure(0, 0), "0")]
)
def test_a_figure_in_a_cell(figure: Figure, text: str) -> None:
    assert figure_text(figure) == text


def test_points_are_longitude_first_and_no_place_is_a_null_geometry() -> None:
    collection = json.loads(to_geojson(EVENTS, LINKS))
    assert collection["type"] == "FeatureCollection"
    strike, threat, talks = collection["features"]
    assert strike["geometry"] == {"type": "Point", "coordinates": [30.73, 46.48]}
    assert threat["geometry"]["coordinates"] == [-71.25, -12.5]
    assert talks["geometry"] is None
    assert (strike["id"], strike["type"], strike["properties"]["type"]) == ("e-strike", "Feature", "air_drone_strike")
    assert threat["properties"]["answers"] == ["e-strike"]
