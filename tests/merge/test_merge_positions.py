"""Who stands for what in a dispute, since when, and who came over; what the sides' counts agree on."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_builders import claim, counts, report

from fogline.merge import merge
from fogline.model import Dispute, Event, Figure, Position

DAYS = ("2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04")
RUSSIA = {"side": "Russia", "by": "defence ministry"}


def event(*told: dict[str, Any], origins: bool = False) -> Event:
    """The event of claims of which each comes in a report of its own, a day after the one before."""
    claims = [claim(f"r{at}/a", **values) for at, values in enumerate(told)]
    same = "The same words stand in this text for every outlet that prints it, as agencies like it." if origins else ""
    reports = [report(f"r{at}", day, same) for at, day in zip(range(len(told)), DAYS, strict=False)]
    (found,) = merge(reports, claims, []).events
    return found


def dead(number: int | tuple[int, int | None]) -> dict[str, Any]:
    return {"figures": counts(killed=number)}


def test_a_dispute_tells_who_says_what_since_when():
    (dispute,) = event(dead(6), {**RUSSIA, **dead(0)}).disputes

    assert dispute == Dispute(
        "killed",
        (
            Position("Ukraine", "governor", "asserts", (), Figure(6, 6), ("r0/a",)),
            Position("Russia", "defence ministry", "asserts", (), Figure(0, 0), ("r1/a",)),
        ),
        since="2024-05-02",
    )


def test_a_dispute_is_settled_when_a_side_takes_over_the_others_count():
    (dispute,) = event(dead(6), {**RUSSIA, **dead(0)}, {**RUSSIA, **dead(6)}).disputes

    assert (dispute.settled, dispute.conceded) == ("2024-05-03", "Russia")


def test_a_dispute_is_settled_when_a_side_takes_over_a_count_that_has_grown_since():
    (dispute,) = event(dead(6), {**RUSSIA, **dead(2)}, dead(9), {**RUSSIA, **dead(9)}).disputes

    assert (dispute.settled, dispute.conceded) == ("2024-05-04", "Russia")


def test_a_dispute_was_settled_when_a_side_came_over_not_when_it_or_the_other_says_so_again():
    for again in ({**RUSSIA, **dead(6)}, dead(6)):
        (dispute,) = event(dead(6), {**RUSSIA, **dead(0)}, {**RUSSIA, **dead(6)}, again).disputes
        assert (dispute.settled, dispute.conceded) == ("2024-05-03", "Russia")


def test_a_dispute_is_settled_when_who_denied_the_deed_owns_up_to_it():
    (dispute,) = event(dead(6), {**RUSSIA, "stance": "denies"}, RUSSIA).disputes

    assert (dispute.field, dispute.settled, dispute.conceded) == ("actor", "2024-05-03", "Russia")


def test_a_dispute_goes_on_while_a_side_only_says_it_again():
    (dispute,) = event(dead(6), {**RUSSIA, **dead(0)}, dead(6), {**RUSSIA, **dead(0)}).disputes

    assert dispute.settled is None
    assert [len(position.claims) for position in dispute.positions] == [2, 2]


@pytest.mark.parametrize(
    "told",
    [
        (dead(3), dead(5), dead(6), {**RUSSIA, **dead(6)}),
        (dead(3), {**RUSSIA, **dead(5)}, dead(5)),
        (dead(3), {**RUSSIA, **dead(5)}, dead(8)),
        (dead(10), dead(7), {**RUSSIA, **dead(7)}),
    ],
    ids=["told at the last height", "reached a day later", "passed a day later", "told as the side has corrected it"],
)
def test_a_toll_that_both_sides_tell_as_it_grows_is_no_dispute(told: tuple[dict[str, Any], ...]):
    assert event(*told).disputed == ()


@pytest.mark.parametrize(
    "told",
    [
        (dead(3), dead(6), {**RUSSIA, **dead(3)}),
        (dead(3), dead(6), {**RUSSIA, **dead(9)}),
        (dead(3), {**RUSSIA, **dead(0)}, {**RUSSIA, **dead(3)}),
        (dead(0), {**RUSSIA, **dead(3)}, dead(3)),
    ],
    ids=["an earlier height", "never reached", "none, and then as many", "none at first"],
)
def test_counts_of_sides_that_are_not_in_step_are_a_dispute(told: tuple[dict[str, Any], ...]):
    assert event(*told).disputed == ("killed",)


def test_two_sides_that_give_different_counts_at_one_moment_differ_though_one_comes_over_later():
    claims = [claim("r0/a", **dead(3)), claim("r1/a", **RUSSIA, **dead(5)), claim("r2/a", **dead(5))]
    reports = [report("r0"), report("r1"), report("r2", "2024-05-02")]
    (found,) = merge(reports, claims, []).events

    (dispute,) = found.disputes
    assert (dispute.since, dispute.settled, dispute.conceded) == ("2024-05-01", "2024-05-02", "Ukraine")


def test_a_late_copy_of_an_early_count_disputes_nothing():
    words = "The same words stand in this text for every outlet that prints it, as agencies like it to be done."
    told = [dead(3), dead(6), {**RUSSIA, **dead(6)}, dead(3)]
    reports = [report(f"r{at}", day, words if at in (0, 3) else "") for at, day in enumerate(DAYS)]
    (found,) = merge(reports, [claim(f"r{at}/a", **values) for at, values in enumerate(told)], []).events

    assert found.disputed == ()


def test_who_counts_the_dead_stands_for_people_against_soldiers():
    (dispute,) = event(dead(6), {**RUSSIA, "against": ("military",)}).disputes

    assert [(one.side, one.values) for one in dispute.positions] == [
        ("Ukraine", ("people",)),
        ("Russia", ("military",)),
    ]
    assert (dispute.field, dispute.since, dispute.within) == ("against", "2024-05-02", None)


def test_who_names_no_party_stands_for_what_was_hit_against_whom_it_was_aimed_at():
    band = {**RUSSIA, "against": ("military",), "target": ("Band",)}
    doctor = {"side": None, "by": "doctor", "target": (), "against": ("residential",)}
    target = event(band, {**doctor, **dead(3)}).disputes[0]

    assert target.field == "target"
    assert [one.values for one in target.positions] == [("Band",), ("residential",)]


def test_a_denial_says_nothing_of_the_weapon():
    rockets = {**RUSSIA, "actor": ("Ukraine",), "target": (), "weapon": ("rocket",)}
    disputes = event({**dead(6), "weapon": ("airstrike",)}, {**RUSSIA, "stance": "denies"}, rockets).disputes

    assert [[one.stance for one in dispute.positions] for dispute in disputes if dispute.field == "weapon"] == [
        ["asserts", "asserts"]
    ]


def test_a_denial_of_the_deed_says_nothing_of_what_was_hit():
    homes, soldiers = {"against": ("residential",), **dead(6)}, {**RUSSIA, "against": ("military",)}
    disputes = {one.field: one for one in event(homes, {**RUSSIA, "stance": "denies"}, soldiers).disputes}

    assert [one.stance for one in disputes["actor"].positions] == ["asserts", "denies", "asserts"]
    assert [one.values for one in disputes["against"].positions] == [("residential",), ("military",)]
    assert (disputes["actor"].since, disputes["against"].since) == ("2024-05-02", "2024-05-03")


@pytest.mark.parametrize(
    "later",
    [
        {**RUSSIA, "against": ()},
        {**RUSSIA, "against": (), **dead(2)},
        {**RUSSIA, "against": ("military",), **dead(2)},
        {"against": ("residential",), **dead(7)},
    ],
    ids=["it happened", "it counts dead", "it says so again", "the other side says more"],
)
def test_a_dispute_goes_on_where_nobody_concedes_what_the_other_says(later: dict[str, Any]):
    homes = {"against": ("residential",), **dead(6)}
    for earlier in ({**RUSSIA, "against": ("military",)}, {**RUSSIA, "stance": "denies", "against": ("military",)}):
        dispute = next(one for one in event(homes, earlier, later).disputes if one.field == "against")
        assert dispute.settled is None


def test_a_dispute_is_settled_when_a_side_takes_over_what_the_other_says_was_hit():
    homes = {"against": ("residential",)}
    (dispute,) = event(homes, {**RUSSIA, "against": ("military",)}, {**RUSSIA, **homes}).disputes

    assert (dispute.settled, dispute.conceded) == ("2024-05-03", "Russia")


def test_a_side_may_come_over_to_a_witness():
    doctor = {"side": None, "by": "doctor", "against": ("residential",)}
    soldiers, homes = {**RUSSIA, "against": ("military",)}, {**RUSSIA, "against": ("residential",)}
    (dispute,) = event(doctor, soldiers, homes).disputes

    assert (dispute.settled, dispute.conceded) == ("2024-05-03", "Russia")


def test_more_that_a_side_tells_of_the_deed_does_not_own_it():
    accused = {**RUSSIA, "actor": (), **dead(6)}
    (dispute,) = event(dead(6), {**RUSSIA, "stance": "denies"}, accused).disputes

    assert (dispute.field, dispute.settled) == ("actor", None)


def test_a_report_that_contradicts_itself_is_a_dispute_within_it():
    told = [claim("r0/a/1", **dead(6)), claim("r0/a/2", **RUSSIA, **dead(0))]
    (found,) = merge([report("r0")], told, []).events

    assert [(one.field, one.within, one.since) for one in found.disputes] == [("killed", "r0", "2024-05-01")]


def test_both_sides_agree_on_what_their_latest_counts_leave_room_for():
    assert event(dead((6, None)), {**RUSSIA, **dead(8)}).figures["killed"].agreed == Figure(8, 8)
    assert event(dead(6), {**RUSSIA, **dead(8)}).figures["killed"].agreed is None
    assert event(dead(6), dead(8)).figures["killed"].agreed is None, "one side agrees with itself alone"


def test_what_a_voice_only_repeats_is_told_once():
    assert event(dead(6), dead(6), dead(8)).figures["killed"].told == ("r0/a", "r2/a")


def test_a_copy_that_comes_late_is_not_the_latest_word():
    words = "The same words stand in this text for every outlet that prints it, as agencies like it to be done."
    reports = [report("r0", "2024-05-01", words), report("r1", "2024-05-02"), report("r2", "2024-05-03", words)]
    (found,) = merge(reports, [claim(f"r{at}/a", **dead(n)) for at, n in enumerate((6, 8, 6))], []).events

    assert found.figures["killed"].latest == Figure(8, 8)
    assert found.disputed == ()


numbers = st.one_of(st.integers(0, 3), st.tuples(st.integers(0, 3), st.none()))
a_word = st.fixed_dictionaries(
    {
        "side": st.sampled_from(("Russia", "Ukraine", None)),
        "by": st.sampled_from(("governor", "mayor")),
        "stance": st.sampled_from(("asserts", "asserts", "denies")),
        "actor": st.sampled_from(((), ("Russia",), ("Ukraine",))),
        "target": st.sampled_from(((), ("Ukraine",), ("Band",))),
        "against": st.sampled_from(((), ("military",), ("residential",))),
        "figures": st.one_of(st.just({}), st.builds(lambda n: counts(killed=n), numbers)),
    }
)


@given(st.lists(a_word, min_size=2, max_size=4))
def test_a_claim_that_is_repeated_disputes_nothing_more_and_settles_nothing(told: list[dict[str, Any]]):
    once, twice = (
        event(*told),
        merge(
            [report(f"r{at}", day) for at, day in enumerate(DAYS[: len(told)])],
            [claim(f"r{at}/a/{n}", **values) for at, values in enumerate(told) for n in (0, 1)],
            [],
        ).events[0],
    )

    assert twice.disputed == once.disputed
    assert [(d.field, d.since, d.settled) for d in twice.disputes] == [
        (d.field, d.since, d.settled) for d in once.disputes
    ]
    assert {n: (f.low, f.high, f.latest, f.agreed) for n, f in twice.figures.items()} == {
        n: (f.low, f.high, f.latest, f.agreed) for n, f in once.figures.items()
    }
    assert [len(f.told) for f in twice.figures.values()] == [len(f.told) for f in once.figures.values()]


@given(st.lists(a_word, min_size=2, max_size=4))
def test_every_disputed_field_has_positions_of_its_claims_and_a_day(told: list[dict[str, Any]]):
    found = event(*told)
    known = {one.id for one in found.claims}

    assert sorted(dispute.field for dispute in found.disputes) == list(found.disputed)
    for dispute in found.disputes:
        assert {name for one in dispute.positions for name in one.claims} <= known
        assert len(dispute.positions) > 1
        assert dispute.since in DAYS
        assert (dispute.settled is None) == (dispute.conceded is None)
        assert dispute.settled is None or dispute.settled >= dispute.since
