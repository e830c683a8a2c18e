"""A merge that remembers the last one gives what a merge of everything gives, whatever came, changed and went."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from merge_builders import KHARKIV, ODESA, claim
from synthetic_war import war
from test_merge_laws import a_claim, some_claims, some_reports
from test_merge_verdict_laws import verdict_sets

from fogline.merge import merge, merging
from fogline.merge.blocks import MOST_COMPARED
from fogline.model import ClaimLink

SENTENCES = (
    "",
    "One sentence.",
    "A missile struck the Barok works near Kharkiv, and drivers burned.",
    "Drivers burned at the Barok works near Odesa as missiles struck.",
)
ledgers = st.tuples(some_reports, some_claims, verdict_sets())


def links_of(claims):
    return [ClaimLink(a.id, b.id, "response_to", a.report, (0, 4)) for a, b in pairwise(claims)]


@settings(deadline=None, max_examples=25)
@given(st.lists(ledgers, min_size=1, max_size=5))
def test_ledger_after_ledger_gives_the_same(found):
    remembering = merging()
    for reports, claims, verdicts in found:
        given_ = (reports, claims, links_of(claims), verdicts)
        assert remembering(*given_) == merge(*given_)


@settings(deadline=None, max_examples=25)
@given(
    some_reports, st.lists(a_claim(), min_size=2, max_size=14, unique_by=lambda one: one.id), verdict_sets(), st.data()
)
def test_a_ledger_that_grows_claim_by_claim_and_verdict_by_verdict_gives_the_same(reports, claims, verdicts, data):
    remembering = merging()
    held, said = [], []
    for one in data.draw(st.permutations([*claims, *verdicts])):
        (held if hasattr(one, "stance") else said).append(one)
        sentence = data.draw(st.sampled_from(SENTENCES))
        if hasattr(one, "stance"):
            held[-1] = replace(one, sentence=sentence)
        assert remembering(reports, held, [], said) == merge(reports, held, [], said)


@settings(deadline=None, max_examples=8)
@given(st.data())
def test_what_stands_in_crowded_blocks_gives_the_same(data):
    count = MOST_COMPARED + 6
    places = data.draw(st.lists(st.sampled_from((KHARKIV, ODESA, None)), min_size=count, max_size=count))
    told = [claim(f"r{n:03}/a", place=place, sentence="The same.") for n, place in enumerate(places)]
    order = data.draw(st.permutations(told))
    remembering = merging()
    for size in (count - 8, count - 7, count - 3, count - 2, count - 1, count):
        assert remembering([], order[:size], [], []) == merge([], order[:size], [])


def test_a_war_told_report_by_report_gives_the_same():
    told = war(120)
    remembering = merging()
    for size in range(len(told.reports) - 12, len(told.reports) + 1):
        reports = told.reports[:size]
        known = {one.id for one in reports}
        claims = [one for one in told.claims if one.report in known]
        assert remembering(reports, claims, [], []) == merge(reports, claims, [])


def test_a_merge_that_is_told_to_remember_does_so_from_the_first_time():
    told = [claim(f"r{n}/a", place=KHARKIV) for n in range(3)]
    remembering = merging()
    remembering.remember()
    assert remembering([], told[:2], [], []) == merge([], told[:2], [])
    whole = remembering._whole
    remembering._whole = None  # type: ignore[assignment]
    assert remembering([], told, [], []) == whole([], told, [], [])
