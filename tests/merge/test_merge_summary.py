"""What the claims of one happening add up to."""

import pytest
from merge_builders import CHUHUIV, KHARKIV, KHARKIV_REGION, UKRAINE, claim, day

from fogline.merge.summary import summarise
from fogline.model import Event


def event(*told) -> Event:
    return summarise(told, {}, {})


def test_the_type_is_what_most_reports_give_and_other_only_for_want_of_better():
    shelling, drones, other = ("missile_artillery_attack", "air_drone_strike", "other")

    told = [claim("r1/a", type=shelling), claim("r2/a", type=drones), claim("r3/a", type=drones)]
    assert event(*told).type == drones
    assert event(claim("r1/a", type=other), claim("r2/a", type=other), claim("r3/a", type=shelling)).type == shelling


def test_the_most_exact_place_outdoes_the_more_frequent():
    told = [claim("r1/a", place=KHARKIV_REGION), claim("r2/a", place=UKRAINE), claim("r3/a", place=KHARKIV)]

    assert event(*told).place == KHARKIV


def test_of_two_towns_the_one_in_more_reports_is_the_place():
    told = [claim("r1/a", place=KHARKIV), claim("r1/a/2", place=KHARKIV), claim("r2/a", place=CHUHUIV)]

    assert event(*told, claim("r3/a", place=CHUHUIV)).place == CHUHUIV


def test_the_day_is_the_narrowest_that_most_leave_room_for():
    told = [claim("r1/a", on="2024-05-01..2024-05-31"), claim("r2/a", on="2024-05-02"), claim("r3/a", on=None)]

    assert event(*told).date == day("2024-05-02")


def test_a_day_of_most_reports_outdoes_another_day():
    told = [claim("r1/a", on="2024-05-01"), claim("r2/a", on="2024-05-02"), claim("r3/a", on="2024-05-02")]

    assert event(*told).date == day("2024-05-02")


def test_a_day_told_in_words_outdoes_days_of_publication():
    deed, monday = {"what": (0, 9)}, {"what": (0, 9), "when": (20, 29)}
    told = [claim("r1/a", on="2024-05-01", spans=monday)]
    guessed = [claim(f"r{at}/a", on="2024-05-02", spans={**deed, "when": (0, 9)}) for at in (2, 3)]

    assert event(*told, *guessed).date == day("2024-05-01")


def test_of_days_of_publication_the_first_is_the_latest_that_it_can_be():
    guessed = [claim(f"r{at}/a", on=f"2024-05-0{at}", spans={"what": (0, 9), "when": (0, 9)}) for at in (1, 2, 2)]

    assert event(*guessed).date == day("2024-05-01")


def test_a_place_told_with_the_deed_outdoes_one_that_other_sentences_lend():
    named = {"sentence": "A missile hit Chuhuiv.", "spans": {"where": (14, 21)}}
    lent = {"sentence": "A missile hit a school.", "sentence_start": 90, "spans": {"where": (14, 21)}}
    told = [claim("r1/a", place=CHUHUIV, **named), claim("r2/a", **lent), claim("r3/a", **lent)]

    assert event(*told).place == CHUHUIV


def test_a_general_weapon_gives_way_to_the_exact_one():
    assert event(claim("r1/a", weapon=("missile", "rocket")), claim("r2/a", weapon=("ballistic_missile",))).weapon == (
        "ballistic_missile",
        "rocket",
    )


def test_other_stands_only_alone():
    assert event(claim("r1/a", against=("other",)), claim("r2/a", against=("school",))).against == ("school",)
    assert event(claim("r1/a", against=("other",))).against == ("other",)


def test_what_only_a_denial_names_is_not_the_events():
    told = [claim("r1/a/1", effects=("fire",)), claim("r1/a/2", stance="denies", effects=("power_outage",))]

    assert event(*told).effects == ("fire",)


def test_a_word_of_one_claim_gives_way_to_what_claims_agree_on():
    told = [claim("r1/a", against=("school",)), claim("r2/a", against=("school", "market")), claim("r3/a")]

    assert event(*told).against == ("school",)


def test_where_the_sides_contradict_each_other_every_word_stands():
    told = [claim("r1/a", against=("school",)), claim("r2/a", against=("school",))]

    assert event(*told, claim("r3/a", side="Russia", against=("military",))).against == ("military", "school")


@pytest.mark.parametrize(
    ("actor", "target", "left"),
    [
        (("Russia",), ("Ukraine",), (("Russia",), ("Ukraine",))),
        (("Russia",), ("Russia",), (("Russia",), ())),
        (("Russia",), ("Russia", "Ukraine"), (("Russia",), ("Ukraine",))),
        (("Russia", "Ukraine"), ("Ukraine",), (("Russia",), ("Ukraine",))),
        (("ELN", "FARC"), ("ELN", "FARC"), (("ELN", "FARC"), ("ELN", "FARC"))),
    ],
)
def test_no_party_attacks_itself(actor, target, left):
    found = event(claim("r1/a", actor=actor, target=target))

    assert (found.actor, found.target) == left


def test_lists_of_words_are_alphabetical():
    told = claim("r1/a", weapon=("rocket", "drone"), against=("transport", "energy"), effects=("fire", "evacuation"))

    found = event(told)
    assert (found.weapon, found.against) == (("drone", "rocket"), ("energy", "transport"))
    assert found.effects == ("evacuation", "fire")


def test_of_a_blow_laid_at_each_others_door_nobody_is_the_foe():
    """Each side's claim has the other's foe at the receiving end, for want of words; the words are elsewhere."""
    far = {"what": (0, 9), "target": (900, 906)}
    ours = claim("r1/a", actor=("Russia",), target=("Ukraine",), spans=far, sentence="Missiles hit.")
    theirs = claim("r2/a", actor=("Ukraine",), target=("Russia",), spans=far, sentence="Missiles hit.")
    named = claim("r1/b", actor=("Russia",), target=("Ukraine",), spans={"target": (3, 9)}, sentence="Missiles hit.")

    assert event(ours, theirs).target == ()
    assert event(named, theirs).target == ("Ukraine",)


def test_whose_spokesman_accuses_the_other_is_not_thereby_the_target():
    spoken = {"target": (15, 21), "said": (15, 31)}
    ours = claim(
        "r1/a", actor=("Russia",), target=("Ukraine",), spans=spoken, sentence="A market hit, a spokesman said."
    )
    theirs = claim(
        "r2/a", actor=("Ukraine",), target=("Russia",), spans=spoken, sentence="A market hit, a spokesman said."
    )
    alone = claim(
        "r2/a", actor=("Russia",), target=("Ukraine",), spans=spoken, sentence="A market hit, a spokesman said."
    )

    assert event(ours, theirs).target == ()
    assert event(ours, alone).target == ("Ukraine",)


def test_who_holds_the_place_is_struck_whoever_did_it():
    at = {"what": (0, 9), "target": (900, 906), "where": (900, 906)}
    ours = claim("r1/a", actor=("Russia",), target=("Ukraine",), spans=at, sentence="Missiles hit.")
    theirs = claim("r2/a", actor=("Ukraine",), target=(), spans={}, sentence="Missiles hit.")

    assert event(ours, theirs).target == ("Ukraine",)


def test_the_more_exact_weapon_stands_and_what_burst_is_not_told_of_what_was_dropped():
    general = [claim(f"r{n}/a", weapon=("missile",), type="missile_artillery_attack") for n in (1, 2)]
    exact = claim("r3/a", weapon=("ballistic_missile",), type="missile_artillery_attack")
    other = claim("r3/a", weapon=("rocket",), type="missile_artillery_attack")
    dropped = [claim(f"r{n}/a", weapon=("glide_bomb", "explosive"), type="air_drone_strike") for n in (1, 2)]
    burst = [claim(f"r{n}/a", weapon=("gun", "explosive"), type="bombing") for n in (1, 2)]

    assert event(*general, exact).weapon == ("ballistic_missile",)
    assert event(*general, other).weapon == ("missile",)
    assert event(*dropped).weapon == ("glide_bomb",)
    assert event(*burst).weapon == ("explosive", "gun")


def test_what_blew_up_was_a_mine_where_one_is_told():
    blown_up = [claim(f"r{n}/a", weapon=("explosive",), type="bombing") for n in (1, 2)]
    mine = claim("r3/a", weapon=("mine",), type="bombing")
    gun = claim("r3/b", weapon=("gun",), type="bombing")
    assert event(*blown_up, mine).weapon == ("mine",)
    assert event(*blown_up, gun).weapon == ("explosive",)
