"""The laws of merging: order and repetition change nothing, no claim is lost, nothing is made up."""

import random
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from merge_builders import CHUHUIV, DERHACHI, KHARKIV, KHARKIV_REGION, ODESA, UKRAINE, claim, counts, report

from fogline.merge import merge
from fogline.model import Claim, ClaimLink, Report

REPORTS = ("r1", "r2", "r3", "r4")
PLACES = (KHARKIV, DERHACHI, CHUHUIV, ODESA, KHARKIV_REGION, UKRAINE, None)
DAYS = ("2024-05-01", "2024-05-02", "2024-05-01..2024-05-02", "2024-04-01..2024-04-30", None)
TYPES = ("missile_artillery_attack", "air_drone_strike", "ground_battle", "threat", "negotiation", "other")


@st.composite
def a_claim(draw: st.DrawFn) -> Claim:
    name = f"{draw(st.sampled_from(REPORTS))}/{draw(st.integers(0, 3))}/{draw(st.integers(0, 2))}"
    parties = st.sampled_from(((), ("Russia",), ("Ukraine",), ("Russia", "Ukraine")))
    return claim(
        name,
        on=draw(st.sampled_from(DAYS)),
        place=draw(st.sampled_from(PLACES)),
        type=draw(st.sampled_from(TYPES)),
        status=draw(st.sampled_from(("occurred", "threatened"))),
        stance=draw(st.sampled_from(("asserts", "asserts", "denies", "no_comment"))),
        side=draw(st.sampled_from(("Russia", "Ukraine", None))),
        actor=draw(parties),
        target=draw(parties),
        weapon=draw(st.sampled_from(((), ("drone",), ("missile", "ballistic_missile")))),
        against=draw(st.sampled_from(((), ("military",), ("residential",)))),
        figures=draw(st.sampled_from(({}, counts(killed=3), counts(killed=(5, None), injured=9), counts(killed=0)))),
    )


some_claims = st.lists(a_claim(), max_size=14, unique_by=lambda one: one.id)
some_reports = st.lists(
    st.builds(
        report,
        st.sampled_from(REPORTS),
        st.sampled_from(("2024-05-01", "2024-05-02T08:00:00+03:00", None)),
        st.sampled_from(
            ("", "The same words stand in this text for every outlet that prints it, as agencies like it.")
        ),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)


@given(some_reports, some_claims, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(reports: list[Report], claims: list[Claim], chance: random.Random):
    links = [ClaimLink(a.id, b.id, "response_to", a.report, (0, 4)) for a, b in pairwise(claims)]
    once = merge(reports, claims, links)

    shuffled = [chance.sample(list(values) * 2, len(values) * 2) for values in (reports, claims, links)]

    assert merge(*shuffled) == once


@given(some_reports, some_claims)
def test_every_claim_is_in_exactly_one_event(reports: list[Report], claims: list[Claim]):
    events = merge(reports, claims, []).events

    assert sorted(c.id for event in events for c in event.claims) == sorted(c.id for c in claims)


@given(some_reports, some_claims)
def test_claims_of_one_report_on_one_happening_stay_together(reports: list[Report], claims: list[Claim]):
    events = merge(reports, claims, []).events

    holders = {}
    for event in events:
        for told in event.claims:
            assert holders.setdefault((told.report, told.happening), event.id) == event.id


@given(some_reports, some_claims)
def test_two_happenings_of_one_report_are_two_events(reports: list[Report], claims: list[Claim]):
    for event in merge(reports, claims, []).events:
        told = {(c.report, c.happening) for c in event.claims}
        assert len({source for source, _ in told}) == len(told)


@given(some_reports, some_claims)
def test_no_value_of_an_event_is_made_up(reports: list[Report], claims: list[Claim]):
    for event in merge(reports, claims, []).events:
        assert event.type in {c.type for c in event.claims}
        assert event.status in {c.status for c in event.claims}
        assert event.date in {c.date for c in event.claims}
        assert event.place in [c.place for c in event.claims]
        for field in ("actor", "target", "against", "weapon", "effects"):
            assert set(getattr(event, field)) <= {value for c in event.claims for value in getattr(c, field)}
        for name, found in event.figures.items():
            told = [c.figures[name] for c in event.claims if name in c.figures]
            assert found.latest in told
            assert found.low in {figure.low for figure in told}
            assert found.high in {figure.high for figure in told}


def test_the_id_of_an_event_depends_on_its_claims_alone():
    told = [claim("r1/a/1"), claim("r2/b/1")]

    (event,) = merge([report("r1"), report("r2")], told, []).events
    (same,) = merge([], [replace(c, confidence=0.5) for c in told], []).events

    assert event.id == same.id


def test_events_come_by_first_day_and_the_undated_last():
    told = [
        claim("r1/a", on=None, place=ODESA),
        claim("r1/b", on="2024-05-03"),
        claim("r1/c", on="2024-05-01"),
    ]

    events = merge([], told, []).events

    assert [event.date.first.day if event.date else None for event in events] == [1, 3, None]
