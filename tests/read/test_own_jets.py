"""Whose jets struck: of those who say what they struck abroad they are the speaker's, at home the state's."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

TOLD = [
    ("Israel's military said fighter jets struck a depot in Hanine, Lebanon, on Monday.", {"Israel"}),
    ("The Turkish defence ministry said warplanes hit caves of the PKK in Gara, Iraq, on Monday.", {"Turkey"}),
    ("The Indian army said jets hit a camp of Lashkar-e-Taiba in Muridke, Pakistan, on Monday.", {"India"}),
    ("The Lebanese army said jets struck a house in Tyre on Monday.", set()),
    ("Ukraine's army said aircraft from the Belgorod region dropped bombs on Sumy on Monday.", set()),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("text", "actors"), TOLD)
def test_whose_jets(reader: Reader, text: str, actors: set[str]) -> None:
    claims = reader.read(Report("r1", "Daily News", None, "News of the week", text, "2025-04-02", "en")).claims
    assert {c.type for c in claims} == {"air_drone_strike"}
    assert {a for c in claims for a in c.actor} == actors
