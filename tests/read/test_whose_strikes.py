"""Whose a blow is by the adjectives and letters before it."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

# A heading, a text, who did it, to whom, and the towns.
TOLD = [
    (
        "News",
        "US and British aircraft hit Salif in Yemen on Monday.",
        {"United States", "United Kingdom"},
        None,
        "Salif",
    ),
    ("News", "Russian and Syrian jets bombed Idlib in Syria on Monday.", {"Russia", "Syria"}, None, "Idlib"),
    (
        "News",
        "Five US-British airstrikes hit Hodeidah in Yemen.",
        {"United States", "United Kingdom"},
        None,
        "Hodeidah",
    ),
    ("News", "Eleven people were killed in the US strikes on Hodeidah in Yemen.", {"United States"}, None, "Hodeidah"),
    ("News", "Two people were killed in a U.S. raid in Marib, Yemen.", {"United States"}, None, "Marib"),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("title", "text", "actors", "targets", "town"), TOLD)
def test_whose_strikes(
    reader: Reader, title: str, text: str, actors: set[str], targets: set[str] | None, town: str
) -> None:
    claims = reader.read(Report("r1", "Daily News", None, title, text, "2024-03-13", "en")).claims
    assert {c.place.name for c in claims if c.place} == {town}
    assert {a for c in claims for a in c.actor} == actors
    assert targets is None or {t for c in claims for t in c.target} == targets


OUT_OF = [
    ("Three shells that came from the southern Gaza Strip toward Sderot were intercepted by Israel.", ("Hamas",)),
    ("A drone launched from Lebanon toward Haifa was shot down by the Israeli Air Force.", ("Hezbollah",)),
    ("A missile launched from Yemen was intercepted by the Israeli Air Force.", ("Houthis",)),
    ("A drone that approached Haifa in Israel from Jordan was shot down by the Israeli Air Force.", ()),
    ("Missiles launched from Iran hit Haifa in Israel.", ("Iran",)),
]


@pytest.mark.parametrize(("text", "actor"), OUT_OF, ids=[text for text, _ in OUT_OF])
def test_what_flew_out_of_a_land_is_of_the_foe_there(nlp: Language, text: str, actor: tuple[str, ...]) -> None:
    report = Report("r1", "a news site", None, "", text, "2025-03-10", "en")
    assert {claim.actor for claim in Reader(nlp, Gazetteer.open()).read(report).claims} == {actor}
