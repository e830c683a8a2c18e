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


@pytest.mark.parametrize(
    ("source", "by"),
    [
        ("So says the Harbour Rights Group.", "Harbour Rights Group"),
        ("This was reported by the Harbour Rights Group.", "Harbour Rights Group"),
        ("Halyna Boiko, a lawyer, said so on Telegram.", "Halyna Boiko"),
        ("So far nobody knows why.", "River Herald"),
        ("This was followed by a statement of the Harbour Rights Group.", "River Herald"),
        ("A lawyer, Halyna Boiko, said she had told them so.", "River Herald"),
    ],
)
def test_a_sentence_is_the_word_of_whom_the_next_names_as_its_source(reader: Reader, source: str, by: str) -> None:
    body = f"Masked men took three teachers from their homes in Kherson on Monday. {source}"
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", body, "2025-03-12", "en"))
    assert {c.by for c in read.claims if "captured" in c.figures} == {by}


def test_what_a_deed_did_that_somebody_owns_up_to_is_the_outlets_word(reader: Reader) -> None:
    body = "The Taliban claimed responsibility for a bombing in Kabul on Monday that killed 24 people."
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", body, "2025-03-12", "en"))
    counted = {c.by: "killed" in c.figures for c in read.claims}
    assert counted == {"Taliban": False, "River Herald": True}
