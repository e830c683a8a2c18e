"""Who owns up behind the deed that a sentence tells says that it was his, and nothing of what others tell in it."""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def told(reader: Reader, text: str) -> dict[str | None, tuple[tuple[str, ...], bool]]:
    """For each side, whose deed it says it was and whether it counts the dead."""
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", text, "2025-03-12", "en"))
    return {c.side: (c.actor, "killed" in c.figures) for c in read.claims if c.stance == "asserts"}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Rockets hit Metula on Monday, the Israeli army said; Hezbollah claimed responsibility.", "Hezbollah"),
        ("Rockets hit Metula on Monday, the Israeli army said, and Hezbollah claimed responsibility.", "Hezbollah"),
        ("A bomb killed seven people in Gwoza on Monday, police said; Boko Haram took credit.", "Boko Haram"),
        (
            "A bomb killed seven people in Gwoza on Monday; a group called the Dawn Front claimed the blast.",
            "Dawn Front",
        ),
        (
            "Drones hit a base near Erbil on Monday; the Islamic Resistance in Iraq claimed it.",
            "Islamic Resistance in Iraq",
        ),
    ],
)
def test_who_owns_up_behind_the_deed_did_it_and_counts_nobody(reader: Reader, text: str, owner: str) -> None:
    assert told(reader, text)[owner] == ((owner,), False)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed seven people in Gwoza on Monday, police said; no group claimed responsibility.",
        "A bomb killed seven people in Gwoza on Monday, police said; Boko Haram did not claim responsibility.",
        "A bomb killed seven people in Gwoza on Monday, police said; Boko Haram has claimed other towns.",
    ],
)
def test_who_does_not_own_up_did_nothing(reader: Reader, text: str) -> None:
    assert all(not actors for actors, _ in told(reader, text).values())


def test_who_owns_up_to_another_deed_owns_that_one(reader: Reader) -> None:
    text = "A bomb killed seven in Gwoza on Monday, police said; Boko Haram claimed responsibility for a raid on Bama."
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", text, "2025-03-12", "en"))
    assert {c.place.name for c in read.claims if c.place and c.side == "Boko Haram"} == {"Bama"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Drones hit Sumy on Monday. Moscow has not commented on it.", "Moscow has not commented"),
        ("Drones hit Sumy on Monday. Moscow had not responded.", "Moscow had not responded"),
    ],
)
def test_words_of_silence_end_with_a_word(reader: Reader, text: str, words: str) -> None:
    report = Report("r1", "River Herald", None, "What happened this week", text, "2025-03-12", "en")
    (silent,) = [c for c in reader.read(report).claims if c.stance == "no_comment"]
    first, last = silent.spans["said"]
    assert report.full_text[first:last] == words
