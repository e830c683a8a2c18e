"""A made-up war and what is said of merging on it."""

from collections import Counter

import pytest

from fogline.score.merging import exponent, qualities
from fogline.score.war_told import AS_READ, AS_TOLD, War, war


@pytest.fixture(scope="module")
def told() -> War:
    return war(2_000, seed=3)


def test_the_same_seed_tells_the_same_war(told):
    assert war(2_000, seed=3) == told
    assert war(2_000, seed=4) != told


def test_a_longer_war_begins_as_a_shorter_one(told):
    longer = war(3_000, seed=3)

    assert longer.claims[: len(told.claims)] == told.claims


def test_every_claim_has_a_report_and_a_truth(told):
    reports = {report.id for report in told.reports}
    assert {claim.report for claim in told.claims} <= reports
    assert {claim.id for claim in told.claims} == set(told.truth)


def test_no_report_tells_one_happening_twice(told):
    tellings = {(claim.report, claim.happening): told.truth[claim.id] for claim in told.claims}
    assert max(Counter((report, truth) for (report, _), truth in tellings.items()).values()) == 1


def test_what_is_read_lacks_more_than_what_is_told():
    def lacking(war_told: War) -> int:
        return sum(not claim.actor for claim in war_told.claims)

    assert lacking(war(2_000, rates=AS_READ)) > lacking(war(2_000, rates=AS_TOLD))


def test_the_truth_itself_scores_one_and_single_claims_find_no_pair(told):
    by_truth: dict[int, list] = {}
    for claim in told.claims:
        by_truth.setdefault(told.truth[claim.id], []).append(claim)

    pairs, cubed = qualities(by_truth.values(), told.truth)
    assert (pairs.f1, cubed.f1) == (1.0, 1.0)

    pairs, cubed = qualities(([claim] for claim in told.claims), told.truth)
    assert (pairs.recall, cubed.precision) == (0.0, 1.0)


def test_one_event_of_two_happenings_is_half_right():
    two = war(2_000, seed=3)
    pair = two.claims[:1] + [claim for claim in two.claims if two.truth[claim.id] != two.truth[two.claims[0].id]][-1:]

    pairs, cubed = qualities([pair], two.truth)

    assert (pairs.precision, cubed.precision, cubed.recall) == (0.0, 0.5, 1.0)


def test_a_cost_that_doubles_with_the_size_has_the_exponent_one():
    assert exponent({10: 1.0, 100: 10.0, 1000: 100.0}) == pytest.approx(1.0)
    assert exponent({10: 1.0, 100: 100.0}) == pytest.approx(2.0)
