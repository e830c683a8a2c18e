"""The situation report: what stands on it, where its marks stand, and what its policy forbids."""

import base64
import dataclasses
import datetime as dt
import hashlib
import itertools
import json
import re

import pytest
from publish_cases import EVENTS, LINKS, ORIGINS, REPORTS, STRIKE

from fogline.errors import FoglineError
from fogline.model import Days, Figure, FigureRange
from fogline.publish import Part
from fogline.publish.drawn import Axes, Span, nice_step, ranges, slots, step_of, total
from fogline.publish.drawn_labels import Labels
from fogline.publish.drawn_map import View, outlines, rings_in, scale_bar
from fogline.publish.report_page import to_report
from fogline.publish.situation import MOST_LISTED, answers, dead, period_of

WHOLE = Part.of(REPORTS, ORIGINS, EVENTS, LINKS)
PAGE = to_report(WHOLE)


def days(first: str, last: str) -> Days:
    return Days.parse(first, last)


def test_the_same_ledger_gives_the_same_page():
    assert to_report(Part.of(REPORTS[::-1], ORIGINS, EVENTS[::-1], LINKS)) == PAGE


def test_the_policy_names_the_one_style_by_its_hash_and_allows_nothing_else():
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', PAGE)[1].replace("&#39;", "'")
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "unsafe" not in policy


def test_nothing_is_asked_of_another_host():
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)[1]
    assert "url(" not in style
    assert "@import" not in style
    assert not re.findall(r"\s(?:src|srcset|style)=", PAGE)


def test_who_says_what_stands_with_the_sentence_and_the_report():
    assert "<b>the governor (Ukraine)</b> says" in PAGE
    assert "<b>the ministry (Russia)</b> denies" in PAGE
    assert "At least two people were killed, the governor said." in PAGE
    assert "https://ministry.example/2" in PAGE
    assert "disputed: killed, occurred" in PAGE


def test_answers_sources_and_the_statement_of_harm_are_there():
    assert "is called an answer to" in PAGE
    assert "“Drones”" in PAGE
    assert "a ministry’s channel" in PAGE or "a ministry&#39;s channel" in PAGE
    assert "not made for" in PAGE


def test_headings_run_without_a_gap_and_every_table_has_a_caption():
    levels = [int(level) for level in re.findall(r"<h([1-6])", PAGE)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert PAGE.count("<table") == PAGE.count("<caption")
    drawings = re.findall(r"<svg[^>]*>", PAGE)
    assert all('role="img"' in one or 'aria-hidden="true"' in one for one in drawings)
    ids = re.findall(r'\sid="([^"]+)"', PAGE)
    assert len(ids) == len(set(ids))


def test_links_within_the_page_lead_somewhere():
    ids = set(re.findall(r'\sid="([^"]+)"', PAGE))
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= ids


def test_no_event_is_told_in_a_sentence():
    page = to_report(Part())
    assert "No event fits" in page
    assert "does not mean that nothing happened" in page


def test_a_long_list_is_cut_and_says_so():
    many = [dataclasses.replace(STRIKE, id=f"e{n:04}") for n in range(MOST_LISTED + 5)]
    page = to_report(Part.of(REPORTS, ORIGINS, many, ()))
    assert f"{MOST_LISTED} events of {MOST_LISTED + 5}" in page


def test_dead_run_from_the_lowest_of_the_sides_to_the_highest_and_stay_open():
    assert dead(STRIKE, WHOLE.report_by_id()) == Span(0, 2, is_open=True)
    assert total([Span(1, 2), Span(0, 3, is_open=True)]) == Span(1, 5, is_open=True)
    assert [Span(2, 2).told(), Span(1, 4).told(), Span(3, 3, is_open=True).told()] == ["2", "1–4", "3+"]


def test_a_count_of_one_word_that_nobody_disputes_is_no_range():
    calm = dataclasses.replace(
        STRIKE, disputed=(), claims=(), figures={"killed": FigureRange(3, 3, Figure(3, 3), "the governor")}
    )
    assert dead(calm, {}) == Span(3, 3)


@pytest.mark.parametrize(
    ("period", "step", "count"),
    [
        (days("2024-12-20", "2024-12-22"), "day", 3),
        (days("2024-01-01", "2024-06-30"), "week", 26),
        (days("2023-01-31", "2024-12-01"), "month", 24),
    ],
)
def test_a_period_has_days_weeks_or_months_without_a_gap(period, step, count):
    assert step_of(period) == step
    assert len(slots(period, step)) == count


@pytest.mark.parametrize(("most", "step"), [(1, 1), (4, 1), (7, 2), (30, 10), (900, 500)])
def test_lines_of_value_are_round(most, step):
    assert nice_step(most) == step


def test_a_range_is_a_bar_to_the_low_bound_and_one_from_there_to_the_high():
    named = slots(days("2024-12-20", "2024-12-21"), "day")
    chart = ranges(named, [Span(2, 6, is_open=True), None])
    low, high, open_end = chart.boxes
    assert (low.name, high.name, open_end.is_open) == ("low", "high", True)
    assert high.y + high.height == pytest.approx(low.y)
    assert low.y + low.height == pytest.approx(Axes.of(2, 6).y(0))
    assert chart.rows == (("20 Dec", "2", "6+"),)


def test_the_period_is_what_was_asked_for_else_what_the_events_span():
    assert period_of(WHOLE, (None, None)) == STRIKE.date
    assert period_of(WHOLE, ("2024-12-01", None)) == Days(dt.date(2024, 12, 1), dt.date(2024, 12, 21))
    assert period_of(Part(), (None, None)) is None


def test_a_circle_of_answers_ends():
    one = dataclasses.replace(STRIKE, id="e1")
    two = dataclasses.replace(STRIKE, id="e2")
    links = [
        dataclasses.replace(LINKS[0], later="e1", earlier="e2"),
        dataclasses.replace(LINKS[0], later="e2", earlier="e1"),
    ]
    assert [answer.depth for answer in answers(Part.of(REPORTS, ORIGINS, [one, two], links))] == [0, 0]


def test_a_view_holds_its_places():
    view = View.of([(30.7, 46.5), (49.1, 55.8)])
    for lon, lat in [(30.7, 46.5), (49.1, 55.8)]:
        x, y = view.at(lon, lat)
        assert 0 < x < 960
        assert 0 < y < 540
    west, _ = view.at(30.7, 46.5)
    east, _ = view.at(49.1, 46.5)
    assert west < east


def test_crimea_is_drawn_as_part_of_ukraine():
    view = View.of([(34.1, 44.95)])
    paths = dict(outlines(rings_in(view, "recognised")))
    x, y = view.at(34.1, 44.95)
    assert _holds(paths["UA"], x, y)
    assert "RU" not in paths or not _holds(paths["RU"], x, y)


def _holds(path: str, x: float, y: float) -> bool:
    """Whether a point lies within a path's rings (ray casting)."""
    inside = False
    for ring in re.findall(r"M([^Z]*)Z", path):
        points = [tuple(float(one) for one in pair.split()) for pair in ring.split("L")]
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                inside = not inside
    return inside


def test_borders_can_be_left_out_or_be_a_file_of_ones_own(tmp_path):
    assert 'class="map plain"' in to_report(WHOLE, borders="none")
    own = tmp_path / "own.geojson"
    ring = [[-90, -60], [60, -60], [60, 60], [-90, 60], [-90, -60]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    own.write_text(json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": shape}]}))
    assert to_report(WHOLE, borders=str(own)).count('class="land"') == 1


@pytest.mark.parametrize(
    "content", [None, "no json", "[1]", '{"features": [{"geometry": null}]}', '{"type": "Polygon"}']
)
def test_outlines_that_cannot_be_read_are_one_line(tmp_path, content):
    path = tmp_path / "own.geojson"
    if content is not None:
        path.write_text(content)
    with pytest.raises(FoglineError, match=r"borders .*own\.geojson"):
        to_report(WHOLE, borders=str(path))


def test_labels_do_not_lie_on_each_other():
    labels = Labels()
    found = [labels.place(480, 270, 5, "Zelena Bay") for _ in range(9)]
    placed = [one for one in found if one]
    assert len(placed) == len(set(placed)) == 4
    assert found[-1] is None


def test_a_countrys_name_makes_way_for_marks_and_is_left_out_where_no_room_is():
    labels = Labels()
    assert labels.around(480, 270, "Ukraine") == (480, 270)
    moved = labels.around(480, 270, "Ukraine")
    assert moved
    assert moved != (480, 270)
    labels.block(480, 270, 300)
    assert labels.around(480, 270, "Ukraine") is None


def test_the_scale_is_a_round_distance():
    length, km = scale_bar(View.of([(30.7, 46.5), (49.1, 55.8)]))
    assert km == 200
    assert 0.08 * 960 < length <= 0.2 * 960
