"""A division named as a part of a land lies in it: El Fasher, of North Darfur, in Darfur."""

import pytest

from fogline.model import Place, is_part
from fogline.read.nearby import contains


@pytest.mark.parametrize(
    ("land", "region", "inside"),
    [("Darfur", "North Darfur", True), ("Kivu", "Nord-Kivu", False), ("Darfur", "North Kordofan", False)],
)
def test_a_part_of_a_land_lies_in_it(land, region, inside):
    wide = Place(land, "XX", land, 13.5, 24.5, None, "region")
    town = Place("Town", "XX", region, 13.6, 25.3, None, "settlement")
    assert contains(wide, town) is inside


def test_an_attack_told_of_the_land_and_of_its_town_is_one(claims):
    told = claims(
        "Nine people were killed in a drone attack in the Darfur region, activists said on Sunday. The attack, "
        "carried out by the Rapid Support Forces, hit the centre of El Fasher."
    )
    assert {(claim.happening, claim.place.name) for claim in told if claim.place} == {("0", "El Fasher")}


@pytest.mark.parametrize(
    ("division", "land", "part"),
    [
        ("North Darfur", "Darfur", True),
        ("south kordofan", "Kordofan", True),
        ("Darfur", "Darfur", False),
        ("Nord-Kivu", "Kivu", False),
        (None, "Darfur", False),
        ("North Darfur", None, False),
    ],
)
def test_a_division_is_called_a_part_of_a_land(division, land, part):
    assert is_part(division, land) is part
