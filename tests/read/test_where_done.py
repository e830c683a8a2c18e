"""Where was it done: in the town that heads a paragraph, or in one named further on?"""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


# A body, and the places of its claims.
DONE = [
    (
        "Nine hostages were rescued by soldiers near Maiduguri, Nigeria, and are being cared for in Abuja.",
        {"Maiduguri"},
    ),
    ("A bomb went off near Jos, Nigeria, on Friday and its makers were sought in Lafia.", {"Jos"}),
    ("Drones hit a market on Friday and killed two people in Izium in Ukraine.", {"Izium"}),
    ("Two drones hit a market on the edge of Kharkiv region and killed a guard near Izium in Ukraine.", {"Izium"}),
    ("KHARKIV. On Friday a Russian drone hit a bus near Izium. Two people died, residents said.", {"Izium"}),
    ("KHARKIV. On Friday a Russian drone hit a bus. Two people died, residents said.", {"Kharkiv"}),
    ("KHARKIV. On Friday a Russian drone hit a bus near the station. Two people died, residents said.", {"Kharkiv"}),
    ("POKROVSK. On Friday a Russian drone hit a bus near Myrnohrad. Two people died, residents said.", {"Pokrovsk"}),
    ("KHARKIV. On Friday a Russian drone hit a bus in Izium. Residents said that two people had died.", {"Izium"}),
]


@pytest.mark.parametrize(("body", "places"), DONE)
def test_where_it_was_done(reader: Reader, body: str, places: set[str]) -> None:
    claims = reader.read(Report("r", "Wire", None, "Situation update", body, "2025-03-10", "en")).claims
    assert {c.place.name for c in claims if c.place} == places
