"""Who frees captives, who enters a town to kill, whose own soldiers are hurt, and what was an accident."""

import pytest


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Nigerian soldiers freed nine hostages near Bama on Monday.", ("Nigeria",), ()),
        (
            "Nigerian troops rescued nine farmers abducted by Boko Haram near Bama on Monday.",
            ("Nigeria",),
            ("Boko Haram",),
        ),
    ],
)
def test_who_frees_captives_acts(claims, text, actor, target):
    (claim,) = claims(text)
    assert (claim.type, claim.actor, claim.target, claim.figures["captured"].low) == ("other", actor, target, 9)


def test_who_was_taken_and_freed_by_nobody_was_taken(claims):
    found = claims("Nine farmers were abducted by Boko Haram near Bama in Nigeria on Monday.")
    assert [claim.type for claim in found] == ["abduction_detention"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Gunmen entered the Nigerian town of Bama on Monday and killed six herders.", {"violence_against_civilians"}),
        ("Rebels of the M23 entered the Congolese town of Uvira on Monday.", {"territory_change"}),
    ],
)
def test_who_enters_a_town_to_kill_takes_none(claims, text, types):
    assert {claim.type for claim in claims(text)} == types


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Boko Haram fighters wounded six traders in Bama, Nigeria, on Monday.", 6),
        ("A bull wounded six traders in Bama, Nigeria, on Monday.", None),
    ],
)
def test_whom_armed_men_wound_they_attacked(claims, text, injured):
    assert [claim.figures["injured"].low for claim in claims(text)] == ([injured] if injured else [])


def test_whose_soldiers_were_hurt_did_not_hit_them(claims):
    (claim,) = claims("Two soldiers were hurt by an anti-tank missile in Khan Younis on Monday, the Israeli army said.")
    assert (claim.actor, claim.target) == ((), ("Israel",))


def test_who_was_killed_when_men_fired_is_told_once(claims):
    found = claims("Two soldiers were killed in Bama, Nigeria, on Monday when militants fired an RPG at their truck.")
    assert len({claim.happening for claim in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was not an attack but an accident, police said: a bus fell into a ravine near Kalat on Monday; six died.",
        "A bus plunged into a ravine near Kalat on Monday, killing nine; it was not an attack, police said.",
    ],
)
def test_an_accident_that_was_no_attack(claims, text):
    assert claims(text) == ()
