"""Text from outside, whatever it is, stays text in every export, and every file still parses."""

import csv
import dataclasses
import io
import json
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outside import check_kml, graph_of, hxl_problems, read_layers, read_parquet
from publish_cases import HIT, LINKS, ORIGINS, REPORTS, SHOT_DOWN, STRIKE, THREAT

from fogline.publish import FORMATS, Choices, Part, written
from fogline.publish.report_page import to_report

SCRIPTS = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</style><script>alert(1)</script>",
    "]]></description><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    '=HYPERLINK("http://x")\u202e\x00\x1b[2J',
    "&lt;b&gt; &amp; ’“”",
)
VALUES = st.one_of(st.sampled_from(SCRIPTS), st.text(max_size=60))


def hostile(one: str, two: str) -> Part:
    """The ledger of the cases with these words in every text that comes from outside."""
    reports = tuple(
        dataclasses.replace(report, title=one, text=two, source=two, url=f"https://x.example/?{one}")
        for report in REPORTS
    )
    place = dataclasses.replace(STRIKE.place, name=one or "x", region=two)
    claims = tuple(
        dataclasses.replace(claim, by=one, side=two, sentence=one + two, place=place, actor=(two,))
        for claim in (HIT, SHOT_DOWN)
    )
    event = dataclasses.replace(STRIKE, claims=claims, place=place, actor=(one,), target=(two,))
    return Part.of(reports, ORIGINS, [event, THREAT], LINKS)


class Tags(HTMLParser):
    """What a browser would see of a page: its elements, and attributes that could run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def assert_harmless(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert not tags.names & {"script", "iframe", "img", "link", "object", "embed", "form", "base"}
    for name, value in tags.attributes:
        assert not name.startswith("on")
        assert name not in {"src", "style", "srcset", "xlink:href"}
        assert name != "href" or re.match(r"#|https?://", value)
    assert page.count("<style>") == page.count("</style>") == 1


@pytest.mark.parametrize("one", SCRIPTS)
def test_a_stored_script_stays_text_on_the_report(one):
    page = to_report(hostile(one, one), asked=[one], title=one)
    assert_harmless(page)
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", page)[0]
    assert "\u202e" not in page


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=VALUES, two=VALUES)
def test_any_text_is_harmless_on_the_report(one, two):
    assert_harmless(to_report(hostile(one, two), asked=[two], title=one))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x.example", "file:///etc/passwd"])
def test_only_addresses_of_the_web_are_links(address):
    reports = [dataclasses.replace(report, url=address) for report in REPORTS]
    page = to_report(Part.of(reports, ORIGINS, [STRIKE], ()))
    assert_harmless(page)
    assert address not in page


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=VALUES, two=VALUES)
def test_text_exports_of_any_text_parse_back(one, two):
    part = hostile(one, two)
    texts = {form: written(part, form, Choices(), "0.1.0") for form in FORMATS if form not in ("gpkg", "geoparquet")}
    assert all(isinstance(text, str) and text.encode() for text in texts.values())
    assert json.loads(texts["json"])["events"][0]["claims"][0]["sentence"] == one + two
    assert len(json.loads(texts["geojson"])["features"]) == 2
    for form in ("csv", "acled", "hxl"):
        table = list(csv.reader(io.StringIO(texts[form], newline="")))
        assert len({len(row) for row in table}) == 1
        assert not any(cell.startswith(("=", "@", "\t", "\r")) for row in table for cell in row)
    assert all(json.loads(line)["schema"] for line in texts["ftm"].split("\n") if line)
    graph_of(texts["claimreview"])
    root = ET.fromstring(texts["kml"])
    assert not [element.tag for element in root.iter() if element.tag.endswith("}script")]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=VALUES, two=VALUES)
def test_binary_exports_and_kml_of_any_text_are_read_by_others(one, two):
    part = hostile(one, two)
    assert read_parquet(written(part, "geoparquet", Choices(), "0.1.0"))["actor"][0].tolist() == [one]
    with tempfile.TemporaryDirectory() as folder:
        layers = read_layers(written(part, "gpkg", Choices(), "0.1.0"), Path(folder))
        assert len(layers["claims"]) == 3
        check_kml(written(part, "kml", Choices(), "0.1.0"), Path(folder))


@pytest.mark.parametrize("one", SCRIPTS)
def test_a_script_in_a_description_is_escaped_twice(one):
    root = ET.fromstring(written(hostile(one, one), "kml", Choices(), "0.1.0"))
    for element in root.iter("{http://www.opengis.net/kml/2.2}description"):
        tags = Tags()
        tags.feed(element.text or "")
        assert tags.names <= {"p", "b"}


def test_hxl_of_hostile_text_is_valid(tmp_path):
    for one in SCRIPTS:
        hxl_problems(written(hostile(one, one), "hxl", Choices(), "0.1.0"), tmp_path)
