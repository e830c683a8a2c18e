"""The counts of a happening that is left out go to another of the same paragraph only."""

from dataclasses import replace

import pytest

from fogline.model import Report
from fogline.read.left_out import counted_for, without_far_counts
from fogline.read.reader import Reader

TOWN = "Russian glide bombs hit a market in Kharkiv, killing three people."
NIGHT = "Ukraine's air force said it shot down 21 drones over the Odesa region overnight."


@pytest.mark.parametrize(("between", "kept"), [(" ", True), ("\n\n", False)])
def test_a_count_of_a_far_paragraph_is_dropped(between: str, kept: bool) -> None:
    report = Report("r1", "news agency", None, "Day 100", f"{TOWN}{between}{NIGHT}", "2025-04-09", "en")
    steps = Reader.open()._steps(report, every=True)
    assert steps is not None
    town, night = (next(c.happening for c in steps.contributions if c.sentence.text == text) for text in (TOWN, NIGHT))
    assert town != night
    counted = counted_for(steps.contributions, steps.happenings, {night})
    moved = [replace(c, happening=town) for c in steps.contributions]
    figures = [f.figure for c in without_far_counts(moved, steps.happenings, counted) for f in c.figures]
    assert "killed" in figures
    assert ("intercepted" in figures) is kept


def test_a_count_of_another_day_is_dropped() -> None:
    told = "Gunmen raided Arlit on Friday, a week after a massacre killed 90 people in the region."
    report = Report("r1", "news agency", None, "Day 100", told, "2025-04-13", "en")
    steps = Reader.open()._steps(report, every=True)
    assert steps is not None
    raid, massacre = (steps.contributions[0].happening, steps.contributions[-1].happening)
    assert raid != massacre
    counted = counted_for(steps.contributions, steps.happenings, {massacre})
    moved = [replace(c, happening=raid) for c in steps.contributions]
    assert not [f for c in without_far_counts(moved, steps.happenings, counted) for f in c.figures]
    same = dict.fromkeys(counted)  # where no day is known of the one, it may be the other's
    assert [f for c in without_far_counts(moved, steps.happenings, same) for f in c.figures]
