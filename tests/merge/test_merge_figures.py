"""Ranges of counts, the latest, and which counts contradict each other."""

from typing import Any

import pytest
from merge_builders import claim, counts, report

from fogline.merge import merge
from fogline.model import Claim, Event, Figure

AT_LEAST_ONE, AT_LEAST_SIX = (1, None), (6, None)


def event(*told: Claim, published: tuple[str | None, ...] = ()) -> Event:
    names = sorted({one.report for one in told})
    days = dict(zip(names, published, strict=False))
    (found,) = merge([report(name, days.get(name, "2024-05-01")) for name in names], told, []).events
    return found


def test_the_range_goes_from_the_lowest_to_the_highest_word():
    found = event(
        claim("r1/a/1", figures=counts(killed=AT_LEAST_ONE)),
        claim("r2/a/1", figures=counts(killed=4)),
        claim("r3/a/1", figures=counts(killed=6)),
        published=("2024-05-01", "2024-05-02", "2024-05-03"),
    ).figures["killed"]

    assert (found.low, found.high, found.latest) == (1, 6, Figure(6, 6))


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ([AT_LEAST_SIX, 8], 6, 8),
        ([AT_LEAST_SIX], 6, None),
        ([4, AT_LEAST_SIX], 4, None),
        ([6, AT_LEAST_SIX], 6, 6),
        ([0], 0, 0),
    ],
)
def test_an_open_count_opens_the_range_only_where_it_is_the_highest(told: list[Any], low: int, high: int | None):
    found = event(*(claim(f"r{at}/a", figures=counts(injured=value)) for at, value in enumerate(told)))

    assert (found.figures["injured"].low, found.figures["injured"].high) == (low, high)


def test_the_latest_is_of_the_last_report_and_further_down_in_it():
    found = event(
        claim("r1/a/1", by="mayor", figures=counts(killed=6)),
        claim("r2/a/1", by="governor", figures=counts(killed=5), sentence_start=300),
        claim("r2/a/2", by="police", figures=counts(killed=4), sentence_start=20),
        published=("2024-05-01T10:00:00+00:00", "2024-05-01T12:00:00+00:00"),
    ).figures["killed"]

    assert (found.latest, found.by) == (Figure(5, 5), "governor")


def test_a_report_without_a_date_has_the_latest_count_only_where_no_other_has_one():
    undated = claim("r2/a/1", by="rescuers", figures=counts(killed=5))
    told = [claim("r1/a/1", by="governor", figures=counts(killed=6)), undated]
    found = event(*told, published=("2024-05-01", None)).figures["killed"]
    assert (found.low, found.latest, found.by) == (5, Figure(6, 6), "governor")
    assert event(undated, published=(None,)).figures["killed"].by == "rescuers"


def test_a_count_that_somebody_denies_is_not_his():
    found = event(
        claim("r1/a/1", by="residents", figures=counts(killed=9)),
        claim("r2/a/1", by="police", stance="denies", figures=counts(killed=30)),
        published=("2024-05-01", "2024-05-02"),
    ).figures["killed"]

    assert (found.low, found.high, found.latest, found.by) == (9, 9, Figure(9, 9), "residents")


def test_who_denies_with_a_count_of_none_counts_none():
    found = event(
        claim("r1/a/1", by="residents", figures=counts(killed=9)),
        claim("r2/a/1", by="police", stance="denies", figures=counts(killed=0)),
        published=("2024-05-01", "2024-05-02"),
    ).figures["killed"]

    assert (found.low, found.high, found.latest) == (0, 9, Figure(0, 0))


@pytest.mark.parametrize("counted", [(3, 7), (7, 3)])
def test_of_what_one_voice_says_at_one_moment_the_highest_is_the_latest(counted: tuple[int, int]):
    found = event(
        claim("r1/a/1", by="mayor", figures=counts(killed=counted[0])),
        claim("r2/a/1", by="mayor", figures=counts(killed=counted[1])),
        published=("2024-05-01T10:00:00+00:00", "2024-05-01T12:00:00+02:00"),
    ).figures["killed"]

    assert (found.low, found.high, found.latest) == (3, 7, Figure(7, 7))


def test_a_later_count_of_the_same_voice_is_the_latest_though_it_is_lower():
    found = event(
        claim("r1/a/1", by="mayor", figures=counts(killed=7)),
        claim("r2/a/1", by="mayor", figures=counts(killed=3)),
        published=("2024-05-01T10:00:00+00:00", "2024-05-01T12:00:00+00:00"),
    ).figures["killed"]

    assert found.latest == Figure(3, 3)


OUTLET = {"side": None, "by": None}
DOCTOR = {"side": None, "by": "a doctor"}
ATTACKER = {"side": "Russia", "by": "defence ministry"}

DISPUTED = [
    ("two sides' numbers", "r1", {}, 3, "r2", ATTACKER, 40),
    ("two officials of one side in one report", "r1", {}, 38, "r1", {"by": "ombudsman"}, 44),
    ("none hurt and one hurt, by one outlet in one report", "r1", OUTLET, 0, "r1", OUTLET, 1),
    ("an official's none and a doctor's three", "r1", {}, 0, "r2", DOCTOR, 3),
    ("a doctor's count far above the official floor beside it", "r1", {}, (30, None), "r1", DOCTOR, 61),
    ("a later and lower count of another voice", "r1", DOCTOR, 19, "r2", {}, 9),
]
AGREED = [
    ("a toll that grows day by day", "r1", {}, 3, "r2", {}, 7),
    ("a side that corrects itself downwards", "r1", {}, 7, "r2", {}, 5),
    ("an outlet's later and higher count", "r1", {}, 3, "r2", OUTLET, 5),
    ("at least six, and eight", "r1", {}, AT_LEAST_SIX, "r1", ATTACKER, 8),
    ("who said that nobody was hurt, and then counts two", "r1", {}, 0, "r1", {}, 2),
    (
        "one body by its name and by its initials",
        "r1",
        {"side": None, "by": "Magen David Adom"},
        21,
        "r1",
        {"side": None, "by": "MDA"},
        34,
    ),
    ("the same number from both sides", "r1", {}, 3, "r2", ATTACKER, 3),
]


def disputed_killed(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    told = [claim(f"{r}/a/{at}", **who, figures=counts(killed=n)) for at, (r, who, n) in enumerate((one, other))]
    return "killed" in event(*told, published=("2024-05-01", "2024-05-02")).disputed


@pytest.mark.parametrize("case", DISPUTED, ids=[case[0] for case in DISPUTED])
def test_counts_in_dispute(case: tuple[Any, ...]):
    assert disputed_killed(case[1:4], case[4:7])


@pytest.mark.parametrize("case", AGREED, ids=[case[0] for case in AGREED])
def test_counts_not_in_dispute(case: tuple[Any, ...]):
    assert not disputed_killed(case[1:4], case[4:7])


def test_a_voice_that_says_its_count_again_as_its_sides_still_contradicts_the_other():
    mayor, governor = {"by": "mayor", "figures": counts(killed=25)}, {"by": "governor", "figures": counts(killed=3)}
    within = [claim("r2/a/1", **{**mayor, "side": None}), claim("r2/a/2", **governor)]

    for again in ("r1/a", "r3/a"):
        days = ("2024-05-01", "2024-05-02")
        assert event(claim(again, **mayor), *within, published=days).disputed == ("killed",)
