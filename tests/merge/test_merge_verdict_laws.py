"""The laws of merging hold with verdicts in the mix."""

import random

from hypothesis import given
from hypothesis import strategies as st
from test_merge_laws import REPORTS, some_claims, some_reports
from verdict_builders import says, undo

from fogline.merge import merge, rulings
from fogline.model import Claim, Report
from fogline.model.verdict import Verdict

tellings = st.builds("{}/{}".format, st.sampled_from(REPORTS), st.integers(0, 3))


@st.composite
def verdict_sets(draw: st.DrawFn) -> list[Verdict]:
    """Up to eight verdicts, some of which take others back; times repeat."""
    found: list[Verdict] = []
    for _ in range(draw(st.integers(0, 8))):
        minute = draw(st.integers(0, 5))
        if found and draw(st.booleans()) and draw(st.booleans()):
            found.append(undo(draw(st.sampled_from(found)), minute))
            continue
        names = draw(st.lists(tellings, min_size=2, max_size=5, unique=True))
        cut = draw(st.integers(1, len(names) - 1))
        kind = draw(st.sampled_from(("same", "different", "split")))
        found.append(says(kind, " ".join(names[:cut]), " ".join(names[cut:]), minute))
    return found


@given(some_reports, some_claims, verdict_sets(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(
    reports: list[Report], claims: list[Claim], verdicts: list[Verdict], chance: random.Random
):
    once = merge(reports, claims, [], verdicts)
    shuffled = [chance.sample(list(values) * 2, len(values) * 2) for values in (reports, claims, [], verdicts)]
    assert merge(*shuffled) == once


@given(some_reports, some_claims, verdict_sets())
def test_every_claim_is_in_one_event_and_tellings_stay_whole(
    reports: list[Report], claims: list[Claim], verdicts: list[Verdict]
):
    events = merge(reports, claims, [], verdicts).events
    assert sorted(c.id for event in events for c in event.claims) == sorted(c.id for c in claims)
    holders = {}
    for event in events:
        for told in event.claims:
            assert holders.setdefault((told.report, told.happening), event.id) == event.id


@given(some_reports, some_claims, verdict_sets())
def test_what_is_in_force_is_obeyed(reports: list[Report], claims: list[Claim], verdicts: list[Verdict]):
    holder = {(c.report, c.happening): e.id for e in merge(reports, claims, [], verdicts).events for c in e.claims}
    for ruling in rulings(verdicts, set(holder)):
        given_ = ruling.verdict
        one, other = ([holder.get((t.report, t.happening)) for t in side] for side in (given_.one, given_.other))
        if ruling.state == "in_force" and given_.kind == "same":
            assert len({event for event in one + other if event}) == 1
        elif ruling.state == "in_force" and given_.kind != "undo":
            assert not {event for event in one if event} & {event for event in other if event}


@given(some_reports, some_claims, verdict_sets())
def test_undoing_the_latest_verdict_gives_what_there_was_without_it(
    reports: list[Report], claims: list[Claim], verdicts: list[Verdict]
):
    last = says("same", "r1/0 r1/1", "r2/0", 90)
    assert merge(reports, claims, [], [*verdicts, last, undo(last, 91)]) == merge(reports, claims, [], verdicts)


@given(some_claims, verdict_sets())
def test_two_happenings_of_one_report_meet_only_where_a_person_says_so(claims: list[Claim], verdicts: list[Verdict]):
    apart = [one for one in verdicts if one.kind in ("different", "split")]
    for event in merge([], claims, [], apart).events:
        told = {(c.report, c.happening) for c in event.claims}
        assert len({source for source, _ in told}) == len(told)
