"""Merging on a made-up war: right, and fast enough."""

import time

from synthetic_war import pairwise, war

from fogline.merge import merge
from fogline.score.merging import qualities
from fogline.score.war_told import war as war_of_claims

LEAST_F1 = 0.95
CLAIMS_OF_A_LONG_WAR = 10_000
SECONDS = 30.0  # measured: 4 s on one core; the rest is room for a slow machine


def test_neighbours_in_place_and_time_stay_apart_and_retellings_come_together():
    told = war(400)

    merged = merge(told.reports, told.claims, [])

    precision, recall = pairwise([list(event.claims) for event in merged.events], told.truth)
    assert 2 * precision * recall / (precision + recall) >= LEAST_F1, (precision, recall)


def test_a_war_of_look_alikes_is_told_apart():
    told = war_of_claims(CLAIMS_OF_A_LONG_WAR)

    merged = merge(told.reports, told.claims, [])

    pairs, _ = qualities((event.claims for event in merged.events), told.truth)
    assert pairs.f1 >= LEAST_F1, pairs  # measured: 0.953, and 0.948 to 0.964 with the seeds 2 to 4


def test_ten_thousand_claims_merge_in_seconds():
    told = war(2700)
    assert len(told.claims) >= CLAIMS_OF_A_LONG_WAR
    start = time.perf_counter()

    merged = merge(told.reports, told.claims, [])

    assert sum(len(event.claims) for event in merged.events) == len(told.claims)
    assert time.perf_counter() - start < SECONDS
