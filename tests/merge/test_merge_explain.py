"""Each merge can be explained: what joined it, what stayed out and why, who contradicts whom, whose word a link is."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_builders import DERHACHI, ODESA, claim, counts, report
from test_merge_laws import some_claims, some_reports
from test_merge_verdict_laws import verdict_sets
from verdict_builders import says

from fogline.merge import explain_merge, merge
from fogline.model import Claim, ClaimLink, Report
from fogline.model.explained import Explained
from fogline.model.verdict import Verdict


def explained(
    claims: list[Claim], of: str, *verdicts: Verdict, links: tuple[ClaimLink, ...] = (), days: tuple[str, ...] = ()
) -> Explained:
    """The reasons of the event that holds a claim; the reports are of one day, or of these."""
    names = sorted({one.report for one in claims})
    reports = [report(name, day) for name, day in zip(names, days or ["2024-05-01"] * len(names), strict=True)]
    merged = merge(reports, claims, links, verdicts)
    event = next(event for event in merged.events if of in {one.id for one in event.claims})
    return explain_merge(event, reports, claims, links, verdicts=verdicts, event_links=merged.links)


HERE, TOO = claim("r1/a", figures=counts(killed=3)), claim("r2/a", figures=counts(killed=3))


def test_what_joined_two_tellings_is_told_with_its_features():
    (pairing,) = explained([HERE, TOO], "r1/a").joins
    assert {pairing.one, pairing.other} == {("r1", "a"), ("r2", "a")}
    assert {feature.name: feature.score for feature in pairing.features}["place"] == 3.0
    assert pairing.score == sum(feature.score for feature in pairing.features) >= pairing.enough


def test_an_event_of_one_telling_was_joined_by_nothing():
    assert explained([HERE], "r1/a").joins == ()


@pytest.mark.parametrize(
    ("other", "against"),
    [
        (claim("r2/a", place=DERHACHI, figures=counts(killed=20)), "place contradicts it (Kharkiv | Derhachi)"),
        (claim("r2/a", on="2024-05-02"), "too little speaks for it"),
    ],
)
def test_what_came_near_is_told_with_what_spoke_against_it(other, against):
    (near,) = explained([HERE, other], "r1/a").near
    assert near.against.startswith(against)
    assert near.event == merge([], [other], []).events[0].id


def test_two_happenings_of_one_report_stay_two_and_that_is_told():
    told = [HERE, TOO, claim("r1/b", figures=counts(killed=3))]
    assert "r1 tells both, as two" in {near.against for near in explained(told, "r1/b").near}


def test_what_a_person_holds_apart_is_told_as_that():
    found = explained([HERE, TOO], "r1/a", says("different", "r1/a", "r2/a"))
    assert [near.against for near in found.near] == ["a person holds them apart"]
    assert [ruling.state for ruling in found.rulings] == ["in_force"]


def test_only_verdicts_on_the_event_are_told():
    told = [HERE, TOO, claim("r3/a", place=ODESA), claim("r4/a", place=ODESA)]
    assert explained(told, "r1/a", says("different", "r3/a", "r4/a")).rulings == ()


def test_the_claims_that_contradict_each_other_are_paired():
    told = [HERE, claim("r2/a", figures=counts(killed=3)), claim("r3/a", side="Russia", figures=counts(killed=9))]
    (dispute,) = explained(told, "r1/a").disputes
    assert dispute.field == "killed"
    assert set(dispute.pairs) == {("r1/a", "r3/a"), ("r2/a", "r3/a")}


def test_a_count_that_its_side_no_longer_gives_contradicts_no_later_one():
    told = [HERE, claim("r2/a", figures=counts(killed=9)), claim("r3/a", side="Russia", figures=counts(killed=9))]
    days = ("2024-05-01", "2024-05-03", "2024-05-04")
    early = claim("r1/a/2", side="Russia", figures=counts(killed=1))
    (dispute,) = explained([*told, early], "r1/a", days=days).disputes
    assert dispute.pairs == (("r1/a", "r1/a/2"),)


def test_each_reports_word_for_an_answer_is_told():
    told = [
        claim(f"r{n}/{happening}", place=place) for n in (1, 2) for happening, place in (("a", ODESA), ("b", DERHACHI))
    ]
    links = tuple(ClaimLink(f"r{n}/b", f"r{n}/a", "response_to", f"r{n}", (0, 3)) for n in (1, 2))
    for key in ("r1/a", "r1/b"):
        (answer,) = explained(told, key, links=links).answers
        assert answer.told == links


@given(some_reports, some_claims, verdict_sets(), st.randoms(use_true_random=False))
def test_the_pairs_told_hold_the_event_together_and_order_changes_nothing(
    reports: list[Report], claims: list[Claim], verdicts: list[Verdict], chance: random.Random
):
    merged = merge(reports, claims, [], verdicts)
    mixed = [chance.sample(list(values), len(values)) for values in (reports, claims, verdicts)]
    for event in merged.events:
        found = explain_merge(event, reports, claims, [], verdicts=verdicts, event_links=merged.links)
        again = explain_merge(event, mixed[0], mixed[1], [], verdicts=mixed[2], event_links=merged.links)
        assert again == found
        names = {(one.report, one.happening) for one in event.claims}
        bound = [said for said in verdicts if said.kind == "same"]
        edges = [{pairing.one, pairing.other} for pairing in found.joins]
        edges += [{(t.report, t.happening) for t in (*said.one, *said.other)} & names for said in bound]
        reached = {min(names)}
        while more := set().union(*(edge for edge in edges if edge & reached)) - reached:
            reached |= more
        assert reached == names
        assert {one.field for one in found.disputes} == set(event.disputed)
        assert all(near.against for near in found.near)


def test_words_in_common_are_told_as_they_stand_in_each():
    ours = claim("r1/a", sentence="Explosions wrecked a library's annexe.")
    theirs = claim("r2/a", sentence="An explosion has wrecked the libraries' annexe.")
    (pairing,) = explained([ours, theirs], "r1/a").joins
    told = {feature.name: feature.detail for feature in pairing.features}
    assert told["rare words"] == "annexe, explosion | Explosions, libraries | library, wrecked"


def test_a_sentence_in_common_is_told_as_it_stands():
    told = [claim(f"{name}/a", sentence="Missiles hit Kharkiv, the Governor said.") for name in ("r1", "r2")]
    (pairing,) = explained(told, "r1/a").joins
    assert "Missiles hit Kharkiv, the Governor said." in {feature.detail for feature in pairing.features}


def test_of_very_many_claims_those_that_say_something_new_are_compared_and_the_others_counted():
    sides = ("Ukraine", "Russia")
    own: list[dict[str, Any]] = [
        {"side": side, "actor": (sides[1 - n],), "target": (), "weapon": (("missile", "drone")[n],)}
        for n, side in enumerate(sides)
    ]
    told = [claim(f"r{n:03}/a", by=None, **own[n % 2]) for n in range(130)]
    actor, dispute = explained(told, "r000/a").disputes
    assert (actor.field, dispute.field, dispute.pairs) == ("actor", "weapon", (("r000/a", "r001/a"),))
    assert dispute.uncompared == 128
