"""What tells too little to be a deed of its own is a part of the deed told right before it."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader

RAID = "Gunmen of Boko Haram attacked the village of Kala in Borno on Tuesday, killing nine people, a farmer said. "
TAKEN = "Bandits kidnapped worshippers in a church at Eruku on Tuesday."
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


@pytest.mark.parametrize(
    ("text", "name", "low"),
    [
        (
            TAKEN + "\n\nPolice arrived late.\n\nTwo people were killed in the attack.",
            "killed",
            2,
        ),
        (
            "Bandits kidnapped worshippers in a church at Eruku on Tuesday. Two people were killed in Gao.",
            "killed",
            None,
        ),
        (
            "Police fired on protesters in Nairobi on Tuesday. Medics counted eight dead.\n\nSixty were arrested.",
            "detained",
            60,
        ),
        (
            "Police fired on protesters in Nairobi on Tuesday.\n\nOn Monday sixty were arrested in Lagos.",
            "detained",
            None,
        ),
    ],
)
def test_its_count_is_that_of_the_deed(reader: Reader, text: str, name: str, low: int | None) -> None:
    found = [c for c in claims(reader, text) if c.type in ("abduction_detention", "protest") and c.place]
    counted = [c.figures[name].low for c in found if name in c.figures and c.place.name in ("Eruku", "Nairobi")]
    assert counted == ([low] if low else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen stormed a mine at Abba on Sunday. Four guards were killed; three cooks were taken away.", "captured"),
        ("Police raided a market in Goma on Sunday. Some 60 men were taken away.", "detained"),
        ("Soldiers entered Katana on Sunday after clashes with rebels. Some 60 men were taken away.", "detained"),
        ("Bandits came to Eruku on Sunday. Nine girls were taken away on Monday.", "captured"),
    ],
)
def test_who_took_them_tells_what_they_are(reader: Reader, text: str, name: str) -> None:
    found = [key for claim in claims(reader, text) for key in claim.figures if key in ("captured", "detained")]
    assert found == [name]


@pytest.mark.parametrize(
    ("behind", "dead"),
    [
        ("Officials said that four had died. By evening it was six.", {4}),
        ("Officials had earlier put the number of dead at four.", {4}),
        ("The toll rose to six from four.", {6}),
        ("An earlier report said four people had died.", set()),
    ],
)
def test_earlier_tolls_of_a_speaker_count(reader: Reader, behind: str, dead: set[int]) -> None:
    told = claims(reader, "A drone struck a bus near Nikopol on Monday. " + behind)
    assert {claim.figures["killed"].low for claim in told if "killed" in claim.figures} == dead


@pytest.mark.parametrize(
    ("behind", "captives"),
    [("Residents put the number of the abducted at 35. The police said 11 had been taken.", {35, 11})],
)
def test_captives_are_counted_again(reader: Reader, behind: str, captives: set[int]) -> None:
    told = claims(reader, "Bandits kidnapped worshippers in a church at Eruku on Tuesday. " + behind)
    assert {claim.figures["captured"].low for claim in told if "captured" in claim.figures} == captives
