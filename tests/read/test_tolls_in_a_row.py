"""Two tolls in a row share the place and the day behind the last."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


# A sentence, and of each happening its place and its dead and wounded.
TOLLS = [
    ("12 civilians killed and 30 wounded in El Fasher on Sunday.", [("El Fasher", 12, 30)]),
    ("Two killed and five injured in Nikopol on Sunday.", [("Nikopol", 2, 5)]),
    ("Nine people were killed and 12 wounded in Goma on Sunday.", [("Goma", 9, 12)]),
    ("Nine people were killed and 12 were wounded in Goma on Sunday.", [("Goma", 9, 12)]),
    ("Nine were killed in Tyre and four wounded in Sidon on Sunday.", [("Tyre", 9, None), ("Sidon", None, 4)]),
    (  # who says so behind a comma is none of the dead
        "Gunmen raided Dansadau on Monday, killing 20 people, police said.",
        [("Dan Sadau", 20, None)],
    ),
    (
        "Israel killed nine people in Tyre and wounded four in Sidon on Sunday.",
        [("Tyre", 9, None), ("Sidon", None, 4)],
    ),
]


@pytest.mark.parametrize(("sentence", "meant"), TOLLS)
def test_tolls_in_a_row(reader: Reader, sentence: str, meant: list[tuple[str, int | None, int | None]]) -> None:
    claims = reader.read(Report("r", "Wire", None, "Situation update", sentence, "2025-03-04", "en")).claims
    lows = [{k: f.low for k, f in c.figures.items()} for c in claims]
    assert [
        (c.place and c.place.name, low.get("killed"), low.get("injured")) for c, low in zip(claims, lows, strict=True)
    ] == meant


def test_speakers_behind_a_comma_are_none_of_the_dead(reader: Reader) -> None:
    body = "Gunmen raided Goma on Monday, killing at least 20 people, residents and a police officer said."
    claims = reader.read(Report("r", "Wire", None, "News", body, "2025-03-04", "en")).claims
    assert claims
    assert {c.figures["killed"].low for c in claims} == {20}
