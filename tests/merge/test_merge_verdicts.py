"""What people say of the merge is obeyed, and of contradicting words the later one."""

import pytest
from merge_builders import DERHACHI, KHARKIV, ODESA, claim, counts
from verdict_builders import says, undo

from fogline.merge import merge, rulings
from fogline.model import Claim
from fogline.model.verdict import Verdict


def grouped(claims: list[Claim], *verdicts: Verdict) -> list[str]:
    """The events, each as the names of its claims, sorted."""
    return sorted(" ".join(sorted(c.id for c in event.claims)) for event in merge([], claims, [], verdicts).events)


def states(claims: list[Claim], *verdicts: Verdict) -> dict[str, str]:
    """The state of each verdict, by its reason."""
    tellings = {(c.report, c.happening) for c in claims}
    return {ruling.verdict.reason: ruling.state for ruling in rulings(verdicts, tellings)}


HERE, TOO, ELSEWHERE = claim("r1/a"), claim("r2/a"), claim("r3/a", place=ODESA)


def test_without_verdicts_places_decide():
    assert grouped([HERE, TOO, ELSEWHERE]) == ["r1/a r2/a", "r3/a"]


def test_what_a_person_holds_together_is_one_whatever_speaks_against_it():
    assert grouped([HERE, TOO, ELSEWHERE], says("same", "r1/a r2/a", "r3/a")) == ["r1/a r2/a r3/a"]


def test_two_happenings_of_one_report_are_one_where_a_person_says_so():
    told = [claim("r1/a"), claim("r1/b", place=DERHACHI)]
    assert grouped(told, says("same", "r1/a", "r1/b")) == ["r1/a r1/b"]


@pytest.mark.parametrize("kind", ["different", "split"])
def test_what_a_person_holds_apart_never_meets(kind):
    assert grouped([HERE, TOO], says(kind, "r1/a", "r2/a")) == ["r1/a", "r2/a"]


def test_what_is_held_apart_does_not_meet_by_way_of_a_third():
    found = grouped([claim("r1/a"), claim("r2/a"), claim("r9/a")], says("different", "r1/a", "r2/a"))
    assert len(found) == 2
    assert not any("r1/a" in event and "r2/a" in event for event in found)


def test_those_that_a_split_takes_out_are_free_to_join_each_other():
    told = [claim(f"r{number}/a") for number in range(1, 5)]
    assert grouped(told, says("split", "r3/a r4/a", "r1/a r2/a")) == ["r1/a r2/a", "r3/a r4/a"]


def test_a_later_telling_joins_where_it_agrees_with_one_that_a_person_joined():
    later = claim("r4/a", place=ODESA, figures=counts(killed=3))
    told = [HERE, claim("r3/a", place=ODESA), later]
    assert grouped(told, says("same", "r1/a", "r3/a")) == ["r1/a r3/a r4/a"]


def test_a_telling_held_apart_from_one_is_held_apart_from_all_joined_with_it():
    same, apart = says("same", "r1/a", "r3/a"), says("different", "r2/a", "r3/a", 1)
    assert grouped([HERE, TOO, ELSEWHERE], same, apart) == ["r1/a r3/a", "r2/a"]


@pytest.mark.parametrize(("first", "later", "found"), [("same", "different", 2), ("different", "same", 1)])
def test_of_two_verdicts_that_contradict_each_other_the_later_holds(first, later, found):
    verdicts = says(first, "r1/a", "r3/a", 1, "first"), says(later, "r1/a", "r3/a", 2, "later")
    assert len(grouped([HERE, ELSEWHERE], *verdicts)) == found
    assert states([HERE, ELSEWHERE], *verdicts) == {"first": "overruled", "later": "in_force"}


def test_a_chain_of_words_yields_to_a_later_one_that_breaks_it():
    told = [claim("r1/a"), claim("r2/a", place=DERHACHI), claim("r3/a", place=ODESA)]
    apart = says("different", "r1/a", "r3/a", 3, "apart")
    chain = says("same", "r1/a", "r2/a", 1, "old"), says("same", "r2/a", "r3/a", 2, "new")
    assert grouped(told, *chain, apart) == ["r1/a", "r2/a r3/a"]
    assert states(told, *chain, apart) == {"apart": "in_force", "new": "in_force", "old": "overruled"}


def test_what_an_overruled_verdict_says_beside_it_stays_in_force():
    told = [claim("r1/a"), claim("r2/a", place=ODESA), claim("r3/a", place=DERHACHI)]
    same, split = says("same", "r1/a r2/a", "r3/a", 1, "same"), says("split", "r2/a", "r1/a r3/a", 2, "split")
    assert grouped(told, same, split) == ["r1/a r3/a", "r2/a"]
    assert states(told, same, split) == {"same": "partly_overruled", "split": "in_force"}


def test_an_undo_gives_the_events_that_there_were_and_can_be_undone():
    told = [HERE, TOO, ELSEWHERE]
    apart = says("different", "r1/a", "r2/a", 1)
    back = undo(apart, 2)
    assert grouped(told, apart, back) == grouped(told)
    assert grouped(told, apart, back, undo(back, 3)) == grouped(told, apart)
    assert [r.state for r in rulings([apart, back, undo(back, 3)], {("r1", "a"), ("r2", "a")})] == [
        "in_force",
        "undone",
        "in_force",
    ]


def test_an_undone_verdict_overrules_nothing():
    same, apart = says("same", "r1/a", "r3/a", 1), says("different", "r1/a", "r3/a", 2)
    assert grouped([HERE, ELSEWHERE], same, apart, undo(apart, 3)) == ["r1/a r3/a"]


def test_a_verdict_on_what_is_not_here_waits():
    waits = says("same", "r1/a", "r7/a", 0, "waits")
    assert grouped([HERE, TOO], waits) == ["r1/a r2/a"]
    assert states([HERE, TOO], waits) == {"waits": "waiting"}
    assert rulings([undo(waits)], set())[0].state == "waiting"


def test_a_verdict_on_a_claim_of_several_holds_for_the_whole_telling():
    told = [claim("r1/a/1"), claim("r1/a/2"), claim("r2/a", place=KHARKIV)]
    assert grouped(told, says("different", "r1/a", "r2/a")) == ["r1/a/1 r1/a/2", "r2/a"]
