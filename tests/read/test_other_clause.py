"""A day behind a semicolon dates the deed before it only where the words there are of that deed."""

import pytest
from spacy.language import Language
from tests.read.contact_steps import read

from fogline.gazetteer import Gazetteer
from fogline.read.reader import Reader

STORMED = "Gunmen stormed Bunia on Thursday, killing nine people. "
DATED = [
    ("They abducted six nuns in Mambasa; the bishop spoke to their captors on Saturday.", 6),
    ("A school in Mambasa was shelled; lessons resumed on Saturday.", 6),
    ("Mambasa was shelled; schools opened again on Saturday.", 6),
    ("Mambasa was shelled; the attack came on Saturday.", 8),
    ("Mambasa was shelled; it happened on Saturday.", 8),
    ("Mambasa was shelled; two people were killed on Saturday.", 8),
]
CARRIED_OFF = [
    ("Bandits made away with 30 villagers in Maru on Sunday.", "abduction_detention", 30),
    ("Kidnappers made off with four schoolgirls in Tegina on Sunday.", "abduction_detention", 4),
    ("Rebels made away with 200 cattle at Bambu on Sunday.", "property_destruction", None),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("words", "day"), DATED)
def test_a_day_of_what_else_is_told_dates_no_deed(reader: Reader, words: str, day: int) -> None:
    told = [c for c in read(reader, STORMED + words) if c.place and c.place.name == "Mambasa"]
    assert {c.date.first.day for c in told if c.date} == {day}


@pytest.mark.parametrize(("text", "kind", "captured"), CARRIED_OFF)
def test_whom_raiders_make_away_with_are_carried_off(
    reader: Reader, text: str, kind: str, captured: int | None
) -> None:
    (claim,) = read(reader, text)
    figure = claim.figures.get("captured")
    assert (claim.type, figure.low if figure else None) == (kind, captured)
