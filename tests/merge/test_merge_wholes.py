"""Counts of a part of those whom others count: children among the dead, soldiers, civilians."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
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


@pytest.mark.parametrize("kind", ["children", "civilians", "soldiers"])
def test_at_least_four_hides_no_count_of_eleven_of_a_part(kind: str):
    at_least_four = claim("r1/a", figures=counts(killed=(4, None)))
    found = event(at_least_four, claim("r2/a", figures=counts(killed=11), **part(kind)))
    assert (found.figures["killed"].high, found.figures["killed"].latest.low) == (11, 11)
    assert found.disputed == ()


def test_a_part_that_nobody_counts_the_whole_of_stands():
    found = event(claim("r1/a/1", figures=counts(killed=4), **part("children")))
    assert found.figures["killed"].low == 4


@pytest.mark.parametrize("kind", ["children", "civilians"])
def test_that_none_of_a_part_was_counted_is_no_count_of_the_whole(kind: str):
    none = claim("r1/a/1", figures=counts(killed=0, injured=0), **part(kind))
    found = event(none)
    assert list(found.figures) == ["injured"]
    assert found.claims[0].figures == counts(killed=0, injured=0)
    assert event(none, claim("r2/a/1", figures=counts(killed=0))).figures["killed"].high == 0
    assert event(none, claim("r2/a/1", figures=counts(killed=2), **part("soldiers"))).figures["killed"].high == 2


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


FOUR_CHILDREN = {"figures": counts(killed=4), **part("children")}
NO_CIVILIANS = {"figures": counts(killed=0), **part("civilians"), **ATTACKER}
TWELVE_IN_ALL = {"side": None, "by": "a doctor", "figures": counts(killed=12)}


def in_days(*told: dict[str, Any]) -> Event:
    return event(*(claim(f"r{at}/a", **values) for at, values in enumerate(told, 1)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FOUR_CHILDREN, NO_CIVILIANS),
        (FOUR_CHILDREN, {**FOUR_CHILDREN, **ATTACKER, "figures": counts(killed=0)}),
        ({**FOUR_CHILDREN, **part("civilians")}, NO_CIVILIANS),
        ({**FOUR_CHILDREN, **part("helpers")}, NO_CIVILIANS),
    ],
)
def test_who_counts_all_leaves_open_what_stands_between_counts_of_the_same_people(one: Any, other: Any):
    assert in_days(one, other).disputed == ("killed",)
    (dispute,) = in_days(one, other, TWELVE_IN_ALL).disputes
    assert (dispute.since, dispute.settled) == ("2024-05-02", None)
    assert [position.claims for position in dispute.positions] == [("r1/a",), ("r2/a",), ("r3/a",)]


def test_a_part_that_is_more_than_all_then_disputes_them_though_all_turn_out_more():
    none, all_after_all = {**ATTACKER, "figures": counts(killed=0)}, {**ATTACKER, "figures": counts(killed=12)}
    assert in_days(none, FOUR_CHILDREN, all_after_all).disputed == ("killed",)


def test_a_part_is_in_step_with_a_toll_that_grows_past_it():
    three, nine = ({**ATTACKER, "figures": counts(killed=number)} for number in (3, 9))
    assert in_days(three, FOUR_CHILDREN, nine).disputed == ()
    assert in_days(three, FOUR_CHILDREN).disputed == ("killed",)


@pytest.mark.parametrize("kind", ["women", "soldiers", "helpers"])
def test_counts_of_different_people_contradict_nothing(kind: str):
    assert in_days(FOUR_CHILDREN, {**ATTACKER, "figures": counts(killed=11), **part(kind)}).disputed == ()
    assert in_days(NO_CIVILIANS, {"figures": counts(killed=11), **part("soldiers")}).disputed == ()


def test_who_counts_a_part_over_which_nobody_quarrels_takes_no_part_in_the_dispute():
    (dispute,) = in_days(
        FOUR_CHILDREN, {"figures": counts(killed=12)}, {**ATTACKER, "figures": counts(killed=40)}
    ).disputes
    assert [position.claims for position in dispute.positions] == [("r2/a",), ("r3/a",)]


def test_a_side_comes_over_by_a_count_of_the_same_people_alone():
    in_all = {**ATTACKER, "figures": counts(killed=12)}
    owned = {**ATTACKER, **FOUR_CHILDREN}
    assert [one.conceded for one in in_days(FOUR_CHILDREN, NO_CIVILIANS, in_all).disputes] == [None]
    assert [one.conceded for one in in_days(FOUR_CHILDREN, NO_CIVILIANS, TWELVE_IN_ALL, owned).disputes] == ["Russia"]


voices = st.sampled_from(({"side": "Ukraine"}, ATTACKER, {"side": None, "by": "a doctor"}))
of_few = st.builds(
    lambda who, kind, number: {"figures": counts(killed=number), **part(kind), **who},
    voices,
    st.sampled_from(("children", "women", "helpers")),
    st.integers(0, 4),
)
of_none = st.builds(lambda who: {**NO_CIVILIANS, **who}, voices)
of_all = st.builds(lambda who, number: {"figures": counts(killed=number), **who}, voices, st.integers(0, 20))


@given(st.lists(of_few | of_none, min_size=2, max_size=4), st.lists(of_all, min_size=1, max_size=3))
def test_no_count_of_all_ends_a_dispute_over_a_part(parts: list[dict[str, Any]], wholes: list[dict[str, Any]]):
    disputed = in_days(*parts).disputed
    assert set(disputed) <= set(in_days(*parts, *wholes).disputed)
