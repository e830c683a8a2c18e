"""The exports beside JSON, CSV and GeoJSON: what each holds, read back by somebody else's library."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from outside import check_kml, graph_of, hxl_problems, read_layers, read_parquet
from publish_cases import EVENTS, LINKS, ORIGINS, REPORTS, STRIKE
from rdflib import URIRef
from rdflib.namespace import RDF, SDO

from fogline.errors import UsageError
from fogline.publish import FORMATS, Choices, Part, format_of, written
from fogline.publish.dead import one_count
from fogline.publish.table_acled import COLUMNS, WITHOUT, types_of

HERE = Path(__file__).parent
DOCUMENT = (HERE.parent.parent / "docs/exports.md").read_text(encoding="utf-8")
WHOLE = Part.of(REPORTS, ORIGINS, EVENTS, LINKS)
GOLDEN = {
    "ledger.kml": "kml",
    "ledger.ftm.json": "ftm",
    "events.hxl.csv": "hxl",
    "events.acled.csv": "acled",
    "claims.jsonld": "claimreview",
}


def exported(form: str, part: Part = WHOLE, **choices: object) -> str | bytes:
    return written(part, form, Choices(**choices), "0.1.0")  # type: ignore[arg-type]


def text(form: str, part: Part = WHOLE, **choices: object) -> str:
    found = exported(form, part, **choices)
    assert isinstance(found, str)
    return found


def data(form: str, part: Part = WHOLE, **choices: object) -> bytes:
    found = exported(form, part, **choices)
    assert isinstance(found, bytes)
    return found


@pytest.mark.parametrize("name", GOLDEN)
def test_text_exports_are_the_golden_files_to_the_byte(name):
    assert text(GOLDEN[name]).encode() == (HERE / name).read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_what_is_given_does_not_matter(form):
    backwards = Part.of(REPORTS[::-1], dict(reversed(ORIGINS.items())), EVENTS[::-1], LINKS[::-1])
    assert exported(form, backwards) == exported(form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_ledger_without_events_is_a_file_too(form):
    assert exported(form, Part()) or form == "ftm", "no entity is no line"


def test_geoparquet_is_read_back_with_its_points(tmp_path):
    table = read_parquet(data("geoparquet"))
    assert table.crs == "OGC:CRS84"
    assert table["id"].tolist() == ["e-strike", "a-threat", "b-talks"]
    assert [(point.x, point.y) if point else None for point in table.geometry] == [
        (30.73, 46.48),
        (-71.25, -12.5),
        None,
    ]
    assert list(table["disputed"][0]) == ["killed", "occurred"]
    assert table["killed_low"][0] == 0
    assert table["killed_high"].isna()[0]


def test_geoparquet_has_claims_as_rows_where_asked():
    claims = read_parquet(data("geoparquet", rows="claims"))
    assert claims[["id", "event", "stance"]].values.tolist()[:2] == [
        ["c1", "e-strike", "asserts"],
        ["c2", "e-strike", "denies"],
    ]
    assert claims["sentence"][0].startswith("At least two")


def test_geoparquet_metadata_is_that_of_version_1_1():
    import pyarrow.parquet as pq

    about = json.loads(pq.read_schema(io.BytesIO(data("geoparquet"))).metadata[b"geo"])
    column = about["columns"]["geometry"]
    assert (about["version"], about["primary_column"], column["encoding"]) == ("1.1.0", "geometry", "WKB")
    assert column["bbox"] == [-71.25, -12.5, 30.73, 46.48]
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]


def test_gdal_reads_every_layer_of_the_geopackage(tmp_path):
    layers = read_layers(data("gpkg"), tmp_path)
    assert set(layers) == {"events", "answers", "claims", "reports"}
    events = layers["events"]
    assert events.crs == "EPSG:4326"
    assert events["id"].tolist() == ["e-strike", "a-threat", "b-talks"]
    assert events.geometry[0].coords[0] == (30.73, 46.48)
    assert events.geometry[2] is None
    assert events["killed_latest"][0] == "2+"
    assert list(layers["answers"].geometry[0].coords) == [(30.73, 46.48), (-71.25, -12.5)]
    assert layers["answers"]["words"][0] == "Drones"
    assert layers["claims"]["event"].tolist()[:2] == ["e-strike", "e-strike"]
    assert layers["reports"]["origin"].tolist() == ["r0", "r1", "r1"]


def test_a_geopackage_says_when_the_newest_report_came_out_and_not_when_it_was_written():
    assert b"2024-12-21T06:30:00.000Z" in data("gpkg")


def test_kml_fits_the_schema_of_the_ogc(tmp_path):
    check_kml(text("kml"), tmp_path)


def test_kml_has_spans_of_time_and_arcs_of_answers():
    kml = text("kml")
    assert "<begin>2024-12-20</begin>" in kml
    assert "<end>2024-12-21</end>" in kml
    assert "<coordinates>30.73,46.48 -71.25,-12.5</coordinates>" in kml


def test_hxl_is_read_by_libhxl_without_an_error(tmp_path):
    tags, rows = hxl_problems(text("hxl"), tmp_path)
    assert {"#date+start", "#geo+lat", "#affected+killed+min"} <= set(tags)
    assert len(rows) == len(EVENTS)
    assert rows[0][tags.index("#affected+injured+max")] == "5"


def test_followthemoney_knows_every_entity_and_loses_no_value():
    model = pytest.importorskip("followthemoney").model
    entities = [json.loads(line) for line in text("ftm").splitlines()]
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        for name, values in entity["properties"].items():
            assert set(proxy.get(name)) == set(values), (entity["schema"], name)


def test_ftm_entities_point_at_entities_of_the_file():
    entities = [json.loads(line) for line in text("ftm").splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        for name in ("proof", "entity", "document", "resolved", "involved", "organizer", "subject", "object"):
            assert set(entity["properties"].get(name, ())) <= ids
    assert {entity["schema"] for entity in entities} == {
        *("Article", "PublicBody", "Organization", "Event", "Note", "UnknownLink", "Mention"),
    }


def test_claimreview_uses_only_words_of_schema_org():
    graph = graph_of(text("claimreview"))
    assert len(set(graph.subjects(RDF.type, SDO.Claim))) == 3
    assert (URIRef("urn:fogline:claim:c1"), SDO.appearance, URIRef("urn:fogline:report:r1")) in graph


def test_a_review_has_words_and_no_value_and_only_where_voices_contradict_each_other():
    graph = graph_of(text("claimreview"))
    assert not list(graph.subject_objects(SDO.ratingValue))
    reviewed = {str(claim) for claim in graph.objects(predicate=SDO.itemReviewed)}
    assert reviewed == {"urn:fogline:claim:c1", "urn:fogline:claim:c2"}
    body = str(next(graph.objects(URIRef("urn:fogline:review:c1"), SDO.reviewBody)))
    assert "the ministry (Russia) denies" in body


def rows(form: str, **choices: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(form, **choices))))


def test_acled_rows_have_its_columns_and_only_what_has_happened():
    found = rows("acled")
    assert list(found[0]) == list(COLUMNS)
    assert [row["event_id_cnty"] for row in found] == ["e-strike"], "a threat has no row, nor talks without a day"
    row = found[0]
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (row["disorder_type"], row["time_precision"], row["geo_precision"]) == ("Political violence", "2", "1")
    assert (row["iso"], row["country"], row["inter1"]) == ("804", "Ukraine", "External/Other forces")
    assert all(row[name] == "" for name in WITHOUT)


@pytest.mark.parametrize(("count", "dead"), [("conservative", 0), ("latest", 2), ("lowest", 0), ("highest", 2)])
def test_which_number_of_dead_is_put_in_is_a_choice_and_is_told(count, dead):
    row = rows("acled", fatalities=count)[0]
    assert row["fatalities"] == str(dead)
    assert f"fatalities={count} of 0–" in row["tags"]


def test_a_growing_toll_that_nobody_disputes_is_its_newest_count():
    import dataclasses

    calm = dataclasses.replace(STRIKE, disputed=())
    assert one_count(calm, WHOLE.report_by_id(), "conservative") == 2


def test_a_denial_of_part_of_the_dead_brings_no_count_below_the_lowest():
    import dataclasses

    killed = dataclasses.replace(STRIKE.figures["killed"], low=1)  # the 0 is of civilians alone
    part = dataclasses.replace(STRIKE, figures={**STRIKE.figures, "killed": killed})
    assert one_count(part, WHOLE.report_by_id(), "conservative") == 1


def test_a_type_that_acled_splits_by_what_the_ledger_does_not_know_is_left_open():
    import dataclasses

    assert types_of(dataclasses.replace(STRIKE, type="protest")) == ("Demonstrations", "Protests", "")
    assert types_of(dataclasses.replace(STRIKE, type="abduction_detention")) == ("", "", "")


def test_every_column_of_acled_and_every_hashtag_is_in_the_document():
    from fogline.publish.table_hxl import TAGS

    assert [name for name in (*COLUMNS, *TAGS.values()) if f"`{name}`" not in DOCUMENT] == []
    assert [form for form in FORMATS if f"`{form}`" not in DOCUMENT] == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.json", "json"),
        ("a.ftm.json", "ftm"),
        ("A.GPKG", "gpkg"),
        ("x.acled.csv", "acled"),
        ("x.hxl.csv", "hxl"),
        ("x.parquet", "geoparquet"),
        ("x.jsonld", "claimreview"),
        ("x.txt", None),
        ("json", None),
    ],
)
def test_the_ending_says_the_format(name, form):
    assert format_of(name) == form


@pytest.mark.parametrize(
    ("form", "choices"),
    [
        ("xml", {}),
        ("csv", {"with_text": True}),
        ("csv", {"rows": "claims"}),
        ("geoparquet", {"rows": "reports"}),
        ("gpkg", {"fatalities": "latest"}),
        ("acled", {"fatalities": "most"}),
    ],
)
def test_a_choice_that_means_nothing_is_one_line(form, choices):
    with pytest.raises(UsageError) as fault:
        exported(form, **choices)
    assert "\n" not in str(fault.value)


def test_a_part_has_the_reports_and_links_of_its_events():
    part = WHOLE.only([STRIKE])
    assert [report.id for report in part.reports] == ["r1", "r2"]
    assert [link.later for link in part.links] == ["a-threat"]
    assert part.pairs() == []
    assert re.search(r"e-strike", text("json", part))
