"""Notes without verbs, lists of two things that each have a place, and what a label or a byline leaves to be read."""

from collections.abc import Callable
from typing import Any

import pytest

from fogline.model import Claim, Report
from fogline.read.reader import Reader

Claims = Callable[..., tuple[Claim, ...]]
Row = tuple[str, str | None, tuple[str, ...], tuple[str, ...]]


def _rows(claims: tuple[Claim, ...]) -> set[Row]:
    return {
        (c.type, c.place.name if c.place else None, tuple(sorted(c.actor)), tuple(sorted(c.target)))
        for c in claims
        if c.stance == "asserts"
    }


SDN, RSF = ("Sudanese Armed Forces",), ("Rapid Support Forces",)

TOLD: list[tuple[str, set[Row]]] = [
    # Two things alike, each with a place.
    (
        "The army retook the village of Bara and the railway town of Rahad on Sunday.",
        {("territory_change", "Bara", SDN, ()), ("territory_change", "Rahad", SDN, ())},
    ),
    (
        "Hezbollah fired rockets at Metula and a drone at Nahariya on Sunday.",
        {
            ("missile_artillery_attack", "Metula", ("Hezbollah",), ("Israel",)),
            ("air_drone_strike", "Nahariya", ("Hezbollah",), ("Israel",)),
        },
    ),
    (
        "Russian forces launched missiles at Odesa and drones at Izmail on Sunday.",
        {
            ("missile_artillery_attack", "Odesa", ("Russia",), ("Ukraine",)),
            ("air_drone_strike", "Izmail", ("Russia",), ("Ukraine",)),
        },
    ),
    # Who is told of by a participle alone suffered it.
    ("Troops of the 7th Brigade ambushed at Damboa on Sunday.", {("ground_battle", "Damboa", (), ("Nigeria",))}),
    ("Two nurses abducted in Jere on Sunday.", {("abduction_detention", "Jere", (), ())}),
    ("The army killed two rebels near Bara on Sunday.", {("ground_battle", "Bara", SDN, ())}),
    # A land before a colon does nothing.
    (
        "Mexico: A drone dropped explosives on an army patrol in Aguililla on Sunday.",
        {("air_drone_strike", "Aguililla", (), ("Mexico",))},
    ),
    # Men of a clan are no group's.
    ("Fighting between two clan militias in Guriceel on Sunday killed nine.", {("ground_battle", "Guriel", (), ())}),
    # What a weapon is used on is attacked.
    (
        "Hezbollah used rockets against a barracks in Safed on Sunday.",
        {("missile_artillery_attack", "Safed", ("Hezbollah",), ("Israel",))},
    ),
    ("Hezbollah used a school in Tyre as a store on Sunday.", set()),
    ("The army used drones on Sunday to film the village of Bara.", set()),
    # A note that a town heads.
    (
        "The Kharkiv region over the past day.\n\nKupiansk: three guided bombs. Two houses damaged.\n\n"
        "Zolochiv – 4 Geran drones, a farm on fire.",
        {("air_drone_strike", "Kupiansk", (), ()), ("air_drone_strike", "Zolochiv", (), ())},
    ),
    ("The Kharkiv region over the past day.\n\nKupiansk: 40 drones for the army arrived from volunteers.", set()),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told_where_and_of_whom(claims: Claims, text: str, told: set[Row]) -> None:
    names = {c.place.name for c in claims(text) if c.place}
    assert _rows(claims(text)) == told, names


HIT: list[tuple[str, set[str]]] = [
    ("Bandits on motorcycles raided Dansadau on Sunday, killing six residents.", {"people"}),
    ("Jihadists aboard three boats attacked the island of Karamga on Sunday, killing nine fishermen.", {"people"}),
    ("Gunmen in a car opened fire on a bus in Swabi on Sunday, killing four.", {"people", "transport"}),
]


@pytest.mark.parametrize(("text", "hit"), HIT)
def test_what_the_doers_came_in_was_not_hit(claims: Claims, text: str, hit: set[str]) -> None:
    assert {thing for c in claims(text) for thing in c.against} == hit


COUNTED: list[tuple[str, list[dict[str, int]]]] = [
    ("Clashes in Kurram on Sunday left seven soldiers and 20 militants dead.", [{"killed": 7}, {"killed": 20}]),
    ("The fighting in Gwa on Sunday left nine soldiers dead and 112 surrendered.", [{"killed": 9, "captured": 112}]),
    ("Shelling of Nikopol on Sunday. Killed – 2, injured – 5.", [{"killed": 2, "injured": 5}]),
    ("Shelling of Nikopol on Sunday. Two people dead, six in hospital.", [{"killed": 2, "injured": 6}]),
    ("A shell hit Nikopol on Sunday. Two patients in hospital were killed.", [{"killed": 2}]),
    ("Shelling of Nikopol on Sunday. Five in critical condition died.", [{"killed": 5}]),
]


@pytest.mark.parametrize(("text", "counts"), COUNTED)
def test_whom_notes_count(claims: Claims, text: str, counts: list[dict[str, int]]) -> None:
    told = [{name: f.low for name, f in c.figures.items()} for c in claims(text) if c.figures]
    assert sorted(told, key=str) == sorted(counts, key=str)


SAID: list[tuple[str, str, str]] = [
    ("Four soldiers killed in Diffa ambush: army", "An ambush near Diffa killed four soldiers on Sunday.", "army"),
    ("Three dead in Tyre strike: health ministry", "A strike on Tyre killed three on Sunday.", "health ministry"),
    ("Police: Nine killed in Jos blast", "A blast in Jos on Sunday killed nine people.", "police"),
]


@pytest.mark.parametrize(("title", "body", "by"), SAID)
def test_who_signs_a_headline_speaks(reader: Reader, title: str, body: str, by: str) -> None:
    claims = reader.read(Report("r1", "a news site", None, title, body, "2025-03-10", "en")).claims
    assert by in {(c.by or "").lower() for c in claims}
    assert "soldiers" not in {c.by for c in claims}


def test_what_somebody_is_said_to_deny_of_old_is_no_word_on_a_deed(claims: Claims) -> None:
    told = claims("Rwanda, which denies backing M23, said on Sunday that it had shot down a drone at Gisenyi.")
    assert [c.stance for c in told] == ["asserts"]


@pytest.mark.parametrize("agency", ["AFP", "dpa", "Reuters"])
def test_a_byline_with_an_agency_places_nothing(claims: Claims, agency: str) -> None:
    told: Any = claims(f"Aden ({agency}) - Houthi rebels detained nine UN staff in Sanaa on Sunday.")
    assert {c.place.name for c in told if c.place} == {"Sanaa"}
