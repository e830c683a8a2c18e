"""Which event is called an answer to which."""

from merge_builders import CHUHUIV, DERHACHI, KHARKIV, KHARKIV_REGION, ODESA, claim

from fogline.merge import merge
from fogline.model import Claim, ClaimLink, Named
from fogline.model.days import Days

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


def named(what: Named, *others: Claim) -> list[tuple[str, str]]:
    """What a strike on Odesa, told by a report that tells nothing else, is linked to."""
    told = [*FIRST, claim("r3/b/1", on="2024-05-03", place=ODESA, actor=("Ukraine",), target=("Russia",)), *others]
    merged = merge([], told, [ClaimLink("r3/b/1", "r3/b/1", "response_to", "r3", (5, 15), what)])
    name = {event.id: event.claims[0].happening for event in merged.events}
    return [(name[link.later], name[link.earlier]) for link in merged.links]


def test_a_deed_that_a_report_only_names_is_found_where_others_tell_it():
    assert named(Named((KHARKIV,))) == [("b", "a")]
    assert named(Named(names=("Kharkiv",))) == [("b", "a")]
    assert named(Named(days=Days.parse("2024-05-01", "2024-05-01"))) == [("b", "a")]


def test_a_named_deed_is_of_the_place_and_day_that_are_named():
    assert named(Named((CHUHUIV,))) == []
    assert named(Named(names=("Derhachi",))) == []
    assert named(Named((KHARKIV,), days=Days.parse("2024-05-02", "2024-05-02"))) == []


def test_a_named_deed_was_not_done_by_who_answers_it():
    own = claim("r4/d/1", on="2024-05-02", place=CHUHUIV, actor=("Ukraine",), target=("Russia",))
    assert named(Named((CHUHUIV,)), own) == []


def test_of_the_deeds_that_a_name_fits_the_one_told_most_is_meant():
    other = claim("r4/d/1", on="2024-05-02", place=KHARKIV, weapon=("drone",), type="air_drone_strike", figures={})
    assert named(Named((KHARKIV,)), other) == [("b", "a")]
