"""Which event is called an answer to which."""

from merge_builders import DERHACHI, KHARKIV_REGION, ODESA, claim

from fogline.merge import merge
from fogline.model import ClaimLink

FIRST = [claim("r1/a/1", on="2024-05-01"), claim("r2/a/1", on="2024-05-01")]
ANSWER = [claim("r1/b/1", on="2024-05-03", place=ODESA), claim("r2/b/1", on="2024-05-03", place=ODESA)]


def answers(later: str, earlier: str, report: str = "r1", start: int = 5) -> ClaimLink:
    return ClaimLink(later, earlier, "response_to", report, (start, start + 10))


def linked(*links: ClaimLink) -> list[tuple[str, str, str]]:
    merged = merge([], FIRST + ANSWER, links)
    name = {event.id: event.claims[0].happening for event in merged.events}
    return [(name[link.later], name[link.earlier], link.report) for link in merged.links]


def test_a_link_of_claims_becomes_one_of_events():
    assert linked(answers("r1/b/1", "r1/a/1")) == [("b", "a", "r1")]


def test_two_reports_that_say_so_make_one_link_with_the_words_of_the_first():
    assert linked(answers("r2/b/1", "r2/a/1", "r2"), answers("r1/b/1", "r1/a/1")) == [("b", "a", "r1")]


def test_an_event_does_not_answer_itself():
    assert linked(answers("r1/a/1", "r2/a/1")) == []


def test_a_link_to_no_known_claim_is_dropped():
    assert linked(answers("r1/b/1", "r9/a/1")) == []


def test_of_two_events_that_answer_each_other_the_later_is_the_answer():
    assert linked(answers("r1/a/1", "r1/b/1"), answers("r2/b/1", "r2/a/1", "r2")) == [("b", "a", "r2")]


def test_an_attack_named_without_a_town_is_the_only_one_of_that_day_in_that_land():
    named = claim("r3/c/1", type="ground_battle", on="2024-05-01", place=KHARKIV_REGION, weapon=(), figures={})
    told = [*FIRST, claim("r3/b/1", on="2024-05-03", place=ODESA), named]
    merged = merge([], told, [answers("r3/b/1", "r3/c/1", "r3")])
    name = {event.id: event.claims[0].happening for event in merged.events}
    assert [(name[link.later], name[link.earlier]) for link in merged.links] == [("b", "a")]
    second = claim("r4/d/1", on="2024-05-01", place=DERHACHI, weapon=("artillery",), target=("Ukraine",))
    merged = merge([], [*told, second], [answers("r3/b/1", "r3/c/1", "r3")])
    name = {event.id: event.claims[0].happening for event in merged.events}
    assert [(name[link.later], name[link.earlier]) for link in merged.links] == [("b", "c")]
