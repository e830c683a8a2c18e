"""Counts of a part of those whom others count: children among the dead, soldiers, civilians."""

from typing import Any

import pytest
from merge_builders import claim, counts, report

from fogline.merge import merge
from fogline.model import Claim, Event

ATTACKER = {"side": "Russia", "by": "defence ministry"}


def part(kind: str, figure: str = "killed") -> dict[str, Any]:
    return {"spans": {figure: (0, 9), f"{figure}:{kind}": (0, 9)}}


def event(*told: Claim) -> Event:
    reports = [report(name, f"2024-05-0{at}") for at, name in enumerate(sorted({one.report for one in told}), 1)]
    (found,) = merge(reports, told, []).events
    return found


@pytest.mark.parametrize(
    ("kind", "whole", "counted", "of"),
    [
        ("children", 12, 4, {}),
        ("women", (6, None), 4, ATTACKER),
        ("civilians", 12, 0, ATTACKER),
        ("soldiers", 34, 11, {}),
    ],
)
def test_a_part_neither_replaces_nor_disputes_the_whole(kind: str, whole: Any, counted: int, of: dict[str, Any]):
    all_of_them = claim("r1/a/1", figures=counts(killed=whole))
    some = claim("r2/a/1", figures=counts(killed=counted), **part(kind), **of)
    found = event(all_of_them, some)
    assert found.figures == event(all_of_them).figures
    assert "killed" not in found.disputed
    assert next(c.figures for c in found.claims if c.id == some.id) == counts(killed=counted)


def test_a_part_that_nobody_counts_the_whole_of_stands():
    found = event(claim("r1/a/1", figures=counts(killed=4), **part("children")))
    assert found.figures["killed"].low == 4


def test_soldiers_whom_the_other_side_counts_dispute_the_whole_and_do_not_replace_it():
    told = [claim("r1/a/1", figures=counts(killed=12)), claim("r2/a/1", figures=counts(killed=4), **part("soldiers"))]
    theirs = [told[0], claim("r2/a/1", figures=counts(killed=4), **part("soldiers"), **ATTACKER)]
    assert "killed" not in event(*told).disputed
    assert "killed" in event(*theirs).disputed
    assert event(*told).figures == event(*theirs).figures


def test_a_part_that_is_more_than_the_whole_disputes_it():
    of_all, soldiers = counts(killed=3), counts(killed=60)
    found = event(claim("r1/a/1", figures=of_all), claim("r2/a/1", figures=soldiers, **part("soldiers"), **ATTACKER))
    assert "killed" in found.disputed


def test_two_counts_of_one_kind_dispute_each_other():
    some, none = counts(killed=6), counts(killed=0)
    told = [
        claim("r1/a/1", figures=some, **part("civilians")),
        claim("r2/a/1", figures=none, **part("civilians"), **ATTACKER),
    ]
    assert "killed" in event(*told).disputed


def test_only_the_figure_that_is_marked_is_a_part():
    marked = part("children", "injured")
    found = event(
        claim("r1/a/1", figures=counts(killed=2, injured=9)),
        claim("r2/a/1", figures=counts(killed=5, injured=3), **marked),
    )
    assert (found.figures["killed"].high, found.figures["injured"].low) == (5, 9)
