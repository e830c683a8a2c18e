"""With what a deed was done that another sentence says, and which arms were not used."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

# The report's words, the place of the deed, and the weapons read of it.
TOLD_NEARBY = [
    # another sentence tells the wounds, the shots, the charges
    (
        "Rebels ambushed a convoy near Wau on Tuesday, killing five soldiers. "
        "Three of the dead had been hit by bullets in the back.",
        "Wau",
        ["gun"],
    ),
    (
        "Students marched in Dakar on Monday. A nurse said that she had treated one with a bullet in the leg.",
        "Dakar",
        ["gun"],
    ),
    # debris, a second wave, another target are of the strike told just before
    (
        "Ukrainian drones hit an oil depot in Saratov on Monday night. Debris also fell on a house in Engels.",
        "Engels",
        ["drone"],
    ),
    ("Israeli jets bombed a school in Tyre on Monday. A strike on Sidon killed four.", "Sidon", ["airstrike"]),
    # the shots are told before the mutiny
    (
        "Residents of Bissau heard gunfire on Tuesday night. Soldiers of a battalion there had mutinied over pay.",
        "Bissau",
        ["gun"],
    ),
    (
        "Residents of Bissau heard thunder on Tuesday night. Soldiers of a battalion there had mutinied over pay.",
        "Bissau",
        [],
    ),
    # near misses: what was found, what burned, whose jets struck, another day and another hand
    (
        "Rebels ambushed a convoy near Wau on Tuesday, killing five soldiers. "
        "Two mortars and nine rifles were recovered.",
        "Wau",
        [],
    ),
    (
        "Rebels ambushed a convoy near Wau on Tuesday, killing five soldiers. Many of the trucks were set ablaze.",
        "Wau",
        [],
    ),
    (
        "Ukrainian drones hit an oil depot in Saratov on Monday night. A Russian strike on Sumy killed two.",
        "Sumy",
        ["airstrike"],
    ),
]

NOT_USED = [
    ("The army raided a village near Bria on Monday, killing six rebels and seizing a mortar and eleven rifles.", []),
    ("The army raided a village near Bria on Monday, killing six rebels along with mortars.", ["artillery"]),
    ("Rebels stormed Bria on Monday, killing 90 soldiers and capturing 12, along with a mortar.", []),
    ("The army raided a village near Bria on Monday with mortars, killing six rebels.", ["artillery"]),
    ("Russia hit a plant in Odesa on Tuesday that assembles drones.", []),
    ("The army raided a village near Bria on Monday, killing six rebels who hid mortars in barns.", []),
    ("Whoever conceals a rocket will lose his house, Turkey's interior minister warned on Tuesday.", []),
    ("Russia hit a plant in Odesa on Tuesday with drones.", ["drone"]),
    ("Gunmen abducted nine pupils in Kaduna on Monday.", []),
    ("Gunmen killed nine villagers in Kaduna on Monday.", ["gun"]),
    ("Hezbollah threatened on Tuesday to strike Haifa if one more drone takes off.", []),
    ("Hezbollah threatened on Tuesday to strike Haifa should another bomb fall on Tyre.", []),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


def _weapons(reader: Reader, text: str, place: str | None = None) -> list[str]:
    report = Report("r1", "Daily News", None, "News of the week", text, "2025-11-05", "en")
    claims = [c for c in reader.read(report).claims if place is None or (c.place and c.place.name == place)]
    assert claims, text
    return sorted({weapon for claim in claims for weapon in claim.weapon})


@pytest.mark.parametrize(("text", "place", "used"), TOLD_NEARBY)
def test_the_weapon_may_be_told_beside_the_deed(reader: Reader, text: str, place: str, used: list[str]) -> None:
    assert _weapons(reader, text, place) == used


@pytest.mark.parametrize(("text", "used"), NOT_USED)
def test_arms_that_are_only_named_were_not_used(reader: Reader, text: str, used: list[str]) -> None:
    assert _weapons(reader, text) == used
