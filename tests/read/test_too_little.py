"""What tells too little to be a deed of its own is a part of the deed told right before it."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader

RAID = "Gunmen of Boko Haram attacked the village of Kala in Borno on Tuesday, killing nine people, a farmer said. "
DRONE = "A drone hit a terminal in Izmail on Monday, shattering windows in two offices, the governor said.\n\n"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def claims(reader: Reader, text: str) -> list[Claim]:
    report = Report("r1", "a news site", None, "What happened this week", text, "2025-02-12", "en")
    return list(reader.read(report).claims)


def effects(found: list[Claim], kind: str) -> set[str]:
    return {effect for claim in found if claim.type == kind for effect in claim.effects}


@pytest.mark.parametrize(
    ("behind", "burned"),
    [
        ("They set fire to seven houses.", True),
        ("They torched the clinic and left.", True),
        ("Soldiers of Chad set fire to seven houses.", False),
        ("They set fire to seven houses in Gwoza on Sunday.", False),
    ],
)
def test_what_the_raiders_burned_is_an_effect_of_the_raid(reader: Reader, behind: str, burned: bool) -> None:
    found = claims(reader, RAID + behind)
    assert ("fire" in effects(found, "violence_against_civilians")) == burned


def test_the_arms_of_a_part_are_those_of_the_deed(reader: Reader) -> None:
    told = "Boko Haram fighters ambushed a convoy of the Nigerian army near Kala on Tuesday, the governor said. "
    found = claims(reader, told + "The attackers opened fire with a machine gun, Bulama said.")
    assert {weapon for claim in found for weapon in claim.weapon} == {"gun"}


@pytest.mark.parametrize(
    ("behind", "more"), [("A fire broke out in a shed.", {"fire"}), ("Nobody saw any fire break out.", set())]
)
def test_what_the_outlet_adds_came_of_the_deed_as_well(reader: Reader, behind: str, more: set[str]) -> None:
    assert effects(claims(reader, DRONE + behind), "air_drone_strike") == {"building_damaged"} | more
