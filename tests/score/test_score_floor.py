"""Floors rise and never sink; what falls under one is told."""

import pytest

from fogline.score import floor
from fogline.score.checks import CaseError

RUN = {"ledger": {"event_precision": 0.9, "event_f1": 0.8, "place_accuracy": 0.7}, "mentions": {"what_f1": 0.6}}


def written(tmp_path, floors):
    path = tmp_path / "floor.toml"
    path.write_text(floor.text_of(floors), encoding="utf-8")
    return floor.load(path)


def test_a_figure_at_its_floor_holds_and_one_under_it_falls():
    floors = {"ledger": {"event": 0.8, "place": 0.701}, "mentions": {"what": 0.6}}
    (fall,) = floor.falls(RUN, floors)
    assert str(fall) == "place (ledger) fell to 0.7000, under its floor of 0.701"


def test_a_floor_rises_to_a_little_below_the_figure_and_never_sinks():
    floors = floor.raised(RUN, {"ledger": {"event": 0.5, "place": 0.9}})
    assert floors == {"ledger": {"event": 0.795, "place": 0.9}, "mentions": {"what": 0.595}}
    assert floor.differing(floors, {"ledger": {"event": 0.5, "place": 0.9}}) == 2


def test_what_this_run_has_no_figure_for_keeps_its_floor():
    assert floor.raised({"ledger": {"event_f1": 0.8}}, {"mentions": {"what": 0.4}})["mentions"] == {"what": 0.4}


def test_a_file_of_floors_reads_back_as_it_was_written(tmp_path):
    floors = floor.raised(RUN, {})
    assert written(tmp_path, floors) == floors


def test_why_a_floor_was_lowered_stays_told_where_others_rise(tmp_path):
    path = tmp_path / "floor.toml"
    path.write_text("# The least figures.\n# Lowered by hand: a wave is read at a town.\n\n[ledger]\nevent = 0.500\n")
    path.write_text(floor.text_of(floor.raised(RUN, floor.load(path)), floor.head_of(path)))
    assert path.read_text().startswith(
        "# The least figures.\n# Lowered by hand: a wave is read at a town.\n\n[ledger]\n"
    )
    assert floor.load(path)["ledger"]["event"] == 0.795


def test_a_floor_for_no_figure_is_told():
    with pytest.raises(CaseError, match=r"a floor for ledger\.colour, but these cases have no such figure"):
        floor.falls(RUN, {"ledger": {"colour": 0.5}})


@pytest.mark.parametrize(("text", "fault"), [("[ledger", "is broken TOML"), ("[ledger]\nevent = 'high'", "must be a")])
def test_a_broken_file_is_one_line(tmp_path, text, fault):
    path = tmp_path / "floor.toml"
    path.write_text(text)
    with pytest.raises(CaseError, match=fault):
        floor.load(path)
