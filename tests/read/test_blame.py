"""Whom a speaker blames for a deed, in the sentence that tells it or in the next."""

from collections.abc import Callable

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader

BOMB = "A car bomb killed five people in Coahuayana on Saturday. "
CARTEL = "Jalisco New Generation Cartel"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def blamed(reader: Reader, text: str) -> set[str]:
    report = Report("r1", "a news site", None, "What happened this week", text, "2024-09-08", "en")
    return {actor for claim in reader.read(report).claims for actor in claim.actor}


@pytest.mark.parametrize(
    "blame",
    [
        "The governor pinned it on the Jalisco New Generation Cartel.",
        "The governor attributed it to the Jalisco New Generation Cartel.",
        "The governor pointed the finger at the Jalisco New Generation Cartel.",
        "The governor put the blame on the Jalisco New Generation Cartel.",
        "The governor held the Jalisco New Generation Cartel responsible.",
        "The Jalisco New Generation Cartel was to blame, the governor said.",
        "The governor blamed remnants of the Jalisco New Generation Cartel.",
        "The governor pointed the finger at a cell of the Jalisco New Generation Cartel.",
        "The governor accused a faction of the Jalisco New Generation Cartel of the attack.",
        "The governor said that the Jalisco New Generation Cartel had done it.",
        "The Jalisco New Generation Cartel claimed it.",
        "The Jalisco New Generation Cartel is suspected.",
        "The Jalisco New Generation Cartel was blamed.",
        "The governor suspects the Jalisco New Generation Cartel.",
        "The governor accused the Jalisco New Generation Cartel.",
        "The Jalisco New Generation Cartel claimed it on Sunday.",
        "It was seen on Sunday.\n\nThe Jalisco New Generation Cartel, a rival of them, claimed responsibility.",
    ],
)
def test_who_is_blamed_in_the_next_sentence_did_it(reader: Reader, blame: str) -> None:
    assert blamed(reader, BOMB + blame) == {CARTEL}


@pytest.mark.parametrize(
    "near_miss",
    [
        "The governor put it on the agenda of the council.",
        "The governor was not held responsible.",
        "The governor suspects that the Jalisco New Generation Cartel has left the state.",
        "The governor accused the Jalisco New Generation Cartel of smuggling petrol.",
        "The Jalisco New Generation Cartel is not suspected.",
        "The governor blamed the weakness of the Jalisco New Generation Cartel.",
        "The governor refused to blame the Jalisco New Generation Cartel.",
        "Nobody blamed members of the Jalisco New Generation Cartel.",
        "No official suspects the Jalisco New Generation Cartel.",
        "The governor said that the Jalisco New Generation Cartel would do it.",
        "The governor did not blame the Jalisco New Generation Cartel.",
        "Nobody at the Jalisco New Generation Cartel claimed it.",
        "The Jalisco New Generation Cartel claimed it had left the state.",
    ],
)
def test_who_is_not_blamed_did_nothing(reader: Reader, near_miss: str) -> None:
    assert blamed(reader, BOMB + near_miss) == set()


@pytest.mark.parametrize(
    "told",
    [
        "A bomb tore through a bus near Ann on Friday, killing seven, the Myanmar military said, {}the Arakan Army.",
        "Seven people died on Friday when a bomb hit a bus in Ann, the Myanmar military said, {}the Arakan Army.",
    ],
)
@pytest.mark.parametrize("words", ["blaming ", "pointing the finger at ", "attributing the attack to "])
def test_a_participle_at_the_end_blames_for_what_the_sentence_tells(reader: Reader, told: str, words: str) -> None:
    assert blamed(reader, told.format(words)) == {"Arakan Army"}


def test_an_attack_blamed_on_somebody_is_not_the_accusers(reader: Reader) -> None:
    told = "A bomb killed seven people in Ann on Friday, in an attack that the government blamed on the Arakan Army."
    assert blamed(reader, told) == {"Arakan Army"}


def test_who_is_blamed_beside_a_bomb_that_went_off_did_it(reader: Reader) -> None:
    told = (
        "A motorcycle bomb went off at a market in Caloto, Colombia, on Friday, killing two; officials blamed the ELN."
    )
    assert blamed(reader, told) == {"ELN"}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Nine people were killed in Beni on Saturday in an ambush that the army attributes to the ADF.", "army"),
        ("A raid on Gao, blamed by the army on jihadists, killed nine people on Saturday.", "army"),
        ("Two people died in Cali on Saturday in a bomb attack that the military blames on the ELN.", "military"),
        ("Nine people were killed in Beni on Saturday in an ambush that the army did not blame on the ADF.", None),
        ("Nine people were killed in Beni on Saturday in an ambush that has been blamed on the ADF.", None),
        ("Nine people were killed in Beni on Saturday in an ambush that the army survived.", None),
    ],
)
def test_who_lays_a_deed_on_somebody_in_a_clause_vouches_for_it(reader: Reader, text: str, by: str | None) -> None:
    report = Report("r1", "a news site", None, "What happened this week", text, "2024-09-08", "en")
    heard = {claim.by for claim in reader.read(report).claims} - {report.source}
    assert heard >= {by} if by else not heard


CHARGED = [
    ("Turkey bombed Qandil on Sunday after a bombing in Ankara for which it blames the PKK.", "Ankara", "PKK"),
    ("A car bomb, for which Damascus blames Islamic State, killed five in Homs on Sunday.", "Homs", "Islamic State"),
    (
        "India shut the border after an attack in Pahalgam on Sunday for which Delhi blames Pakistan.",
        "Pahalgam",
        "Pakistan",
    ),
    (
        "Kenya mourns after an attack in Lamu on Sunday for which police hold Al-Shabaab responsible.",
        "Lamu",
        "Al-Shabaab",
    ),
    (
        "A bombing in Bannu on Sunday, which Islamabad blamed on the TTP, killed nine.",
        "Bannu",
        "Tehreek-e-Taliban Pakistan",
    ),
    ("Pakistan shelled Khost on Sunday after a bombing in Bannu for which it blames militants.", "Bannu", None),
]


@pytest.mark.parametrize(("text", "town", "by"), CHARGED)
def test_who_blames_somebody_in_a_clause_on_the_deed_did_not_do_it(
    reader: Reader, text: str, town: str, by: str | None
) -> None:
    report = Report("r1", "a news site", None, "What happened this week", text, "2025-03-10", "en")
    there = [c for c in reader.read(report).claims if c.place and c.place.name == town]
    by = {"PKK": "Kurdistan Workers' Party"}.get(by or "", by)
    assert there and {p for c in there for p in c.actor} == ({by} if by else set())


EACH_OTHER = [
    ("India and Pakistan accused each other of shelling villages near Kupwara on Monday.", ["India", "Pakistan"]),
    ("Russia and Ukraine accused each other on Monday of shelling Enerhodar.", ["Russia", "Ukraine"]),
    ("Armenia and Azerbaijan accused each other of the shelling of Martuni on Monday.", ["Armenia", "Azerbaijan"]),
]


@pytest.mark.parametrize(("text", "sides"), EACH_OTHER, ids=[text for text, _ in EACH_OTHER])
def test_of_those_who_accuse_each_other_each_says_it_was_the_other(
    claims: Callable[..., tuple[Claim, ...]], text: str, sides: list[str]
) -> None:
    assert sorted((claim.side, *claim.actor) for claim in claims(text)) == [tuple(sides), tuple(reversed(sides))]


OUR_OWN = [
    ("Our armed forces struck an enemy depot in Tyre on Monday, the Israeli army said.", {"Israel"}),
    ("Our valiant forces struck a depot in Tyre on Monday, the Israeli army said.", {"Israel"}),
    ("The armed forces struck a depot in Gao on Monday, the Malian government said.", {"Mali"}),
]


@pytest.mark.parametrize(("text", "actor"), OUR_OWN, ids=[text for text, _ in OUR_OWN])
def test_our_forces_are_the_speakers(claims: Callable[..., tuple[Claim, ...]], text: str, actor: set[str]) -> None:
    assert {party for claim in claims(text) for party in claim.actor} == actor


@pytest.mark.parametrize("words", ["traded blame for", "swapped accusations over", "exchanged recriminations over"])
def test_who_only_lays_a_deed_on_each_other_did_not_do_it(reader: Reader, words: str) -> None:
    told = f"The army and the Rapid Support Forces {words} a strike that killed nine in El Obeid on Friday."
    assert blamed(reader, told) == set()


def test_a_headlines_initials_are_the_speaker_whom_the_text_names_in_full(reader: Reader) -> None:
    text = "Nine militants were killed in Bannu on Friday, Inter-Services Public Relations said."
    report = Report("r1", "a news site", None, "Nine militants killed in Bannu, ISPR says", text, "2024-09-08", "en")
    heard = {claim.by for claim in reader.read(report).claims if claim.by != report.source}
    assert heard == {"Inter-Services Public Relations"}
