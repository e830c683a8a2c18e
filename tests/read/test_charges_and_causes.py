"""A denial that goes on with a charge, the army that tells, debris that burns, those killed when others came."""

from collections.abc import Callable

import pytest

from fogline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]
Word = tuple[str | None, str, str | None]

SAID: list[tuple[str, set[Word]]] = [
    (
        "Armenia said Azerbaijani forces had fired on the village of Khoznavar on Sunday. Azerbaijan's Defence "
        'Ministry called the report "a lie" and accused Armenian troops of having fired at its positions near Lachin.',
        {
            ("Khoznavar", "asserts", "Armenia"),
            ("Khoznavar", "denies", "Azerbaijan"),
            ("Lachin", "asserts", "Azerbaijan"),
        },
    ),
    (
        "The RSF said the army had bombed a market in Bara on Sunday. The army denied it and accused the RSF of "
        "shelling El Obeid on Saturday.",
        {
            ("Bara", "asserts", "Rapid Support Forces"),
            ("Bara", "denies", "Sudanese Armed Forces"),
            ("El Obeid", "asserts", "Sudanese Armed Forces"),
        },
    ),
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_a_denial_is_not_of_the_charge_behind_it(claims: Claims, text: str, words: set[Word]) -> None:
    assert {(c.place.name if c.place else None, c.stance, c.side) for c in claims(text)} == words


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "An Israeli army spokesman said the military had killed a man of Hezbollah in Tyre on Sunday.",
            "Israel",
        ),
        ("Lebanon's president said the military had arrested a cell of Hezbollah in Tyre on Sunday.", "Lebanon"),
    ],
)
def test_the_military_is_that_of_the_army_that_tells(claims: Claims, text: str, doer: str) -> None:
    assert {party for c in claims(text) for party in c.actor} == {doer}


KINDS: list[tuple[str, str]] = [
    ("In Poltava region, debris set fire to an enterprise in Kremenchuk on Sunday.", "air_drone_strike"),
    ("Gunmen set fire to an enterprise in Kremenchuk on Sunday.", "property_destruction"),
    ("Five aid workers were killed when gunmen attacked a camp near Koma on Sunday.", "violence_against_civilians"),
    ("Five soldiers were killed when a convoy was attacked near Koma on Sunday.", "ground_battle"),
    ("Five people were killed when rebels attacked an army post near Kaya on Sunday.", "ground_battle"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_of_what_kind_it_was(claims: Claims, text: str, kind: str) -> None:
    assert {c.type for c in claims(text)} == {kind}


COUNTS: list[tuple[str, set[tuple[str, int]]]] = [
    (
        "Jihadists stormed Diapaga on Sunday. At least 12 traders were killed according to an official; a resident "
        "said that he had counted 30 bodies.",
        {("official", 12), ("resident", 30)},
    ),
    (
        "A strike hit Bara on Sunday. According to the army, nine people died; residents said that the dead were 14.",
        {("army", 9), ("residents", 14)},
    ),
    ("According to the army, a drone hit a market in Bara on Sunday; nine people were killed.", {("army", 9)}),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_each_half_of_a_sentence_has_its_speaker(claims: Claims, text: str, counts: set[tuple[str, int]]) -> None:
    assert {(c.by, c.figures["killed"].low) for c in claims(text) if c.by and "killed" in c.figures} == counts
