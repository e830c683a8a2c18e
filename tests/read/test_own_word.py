"""Where an outlet goes on with what somebody said, and where it tells another happening in its own word."""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def speakers(reader: Reader, body: str, place: str) -> list[str | None]:
    """Who speaks of what was done at a place."""
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", body, "2025-03-12", "en"))
    return [c.by for c in read.claims if c.place and c.place.name == place]


@pytest.mark.parametrize(
    ("body", "place", "by"),
    [
        # another deed, first told here
        (
            "Shells hit a mill in Kherson on Monday, killing two, the mayor said. On Tuesday a bomb hurt ten in Odesa.",
            "Odesa",
            "River Herald",
        ),
        (
            "Gunmen shot two farmers dead in Bokkos on Monday, the police said. In Gwoza, rebels seized a truck.",
            "Gwoza",
            "River Herald",
        ),
        (
            "Jets bombed Nyala on Monday, doctors said. On Tuesday, drones hit Kosti. Nine people were killed there.",
            "Kosti",
            "River Herald",
        ),
        # what was told goes on
        (
            "Shells hit a mill in Kherson on Monday, a miller said. Two people were killed.",
            "Kherson",
            "miller",
        ),
        (
            "Our men shelled Kherson on Monday, a rebel of the Wagner Group said. We also bombed Odesa.",
            "Odesa",
            "rebel of the Wagner Group",
        ),
    ],
)
def test_whose_word_a_sentence_without_a_speaker_is(reader: Reader, body: str, place: str, by: str) -> None:
    assert set(speakers(reader, body, place)) == {by}


def test_what_a_deed_did_that_somebody_owns_up_to_is_the_outlets_word(reader: Reader) -> None:
    body = "The Taliban claimed responsibility for a bombing in Kabul on Monday that killed 24 people."
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", body, "2025-03-12", "en"))
    counted = {c.by: "killed" in c.figures for c in read.claims}
    assert counted == {"Taliban": False, "River Herald": True}
