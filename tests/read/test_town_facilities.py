"""A town by which a station or a depot is called is where that stands."""

import pytest

from fogline.gazetteer import Gazetteer
from fogline.read.where import places_in

HITS = [
    ("Drones hit the Konotop locomotive depot on Monday.", "Konotop"),
    ("The Djugu bus station was attacked on Monday.", "Djugu"),
    ("Gunmen stormed the Tsafe council secretariat on Monday.", "Tsafe"),
    ("An air strike hit the Hpakant market on Monday.", "Hpakant"),
    ("Shepetivka depot struck again", "Shepetivka"),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(("text", "town"), HITS)
def test_a_facility_tells_its_town(gazetteer: Gazetteer, text: str, town: str) -> None:
    assert [m.place.name for m in places_in(text, gazetteer) if m.place and m.role == "place"] == [town]


@pytest.mark.parametrize(
    "text",
    [
        "Drones hit the Shukhov tower on Monday.",  # called after a man, though a village bears the name
        "The Johnson brothers and their depot were hit on Monday.",
        "Gunmen attacked the Lumumba police station on Monday.",
    ],
)
def test_what_is_called_after_somebody_tells_no_town(gazetteer: Gazetteer, text: str) -> None:
    assert [m.text for m in places_in(text, gazetteer) if m.role == "place"] == []
