"""What is a word on a deed in a paragraph that tells of none, and what is other news?"""

import pytest

from fogline.model import Report
from fogline.read import Reader

TOLD = "Russian drones hit a market in the Ukrainian town of Izium on Monday, killing nine people, the governor said."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def heard_on_izium(reader: Reader, text: str) -> set[str]:
    read = reader.read(Report("r1", "a news site", None, "What happened this week", text, "2025-03-12", "en"))
    return {c.by or "" for c in read.claims if c.place and c.place.name == "Izium"}


@pytest.mark.parametrize(
    ("remark", "by"),
    [
        ("Three of the nine were children, a nurse said.", "nurse"),
        ("Residents said there had been no warning.", "Residents"),
        ("Rescuers said they were still searching the rubble.", "Rescuers"),
        ("The drones came in from the east, a watchman said.", "watchman"),
        ('"We ran into the cellar," said Halyna Boiko, who sells cheese there.', "Halyna Boiko"),
        ("Prosecutors said that fragments had been sent to a laboratory.", "Prosecutors"),
        ("A priest said he had buried four of the dead.", "priest"),
    ],
)
def test_who_saw_or_counted_speaks_of_the_deed_told_before(reader: Reader, remark: str, by: str) -> None:
    assert by in heard_on_izium(reader, f"{TOLD}\n\n{remark}")


@pytest.mark.parametrize(
    "remark",
    [
        "The U.N. condemned the attack.",
        "The mayor called for an end to the attacks.",
        "The government said it would send drones to the front.",
        "Analysts say the drones have grown more dangerous.",
        "Prices in the town have doubled since, traders say.",
        "The U.N. says 4,000 people died in the shelling of 2022.",
        "A nurse in Sumy said that a rocket had hit her house.",
    ],
)
def test_who_speaks_of_something_else_is_not_heard_on_it(reader: Reader, remark: str) -> None:
    assert heard_on_izium(reader, f"{TOLD}\n\n{remark}") == {"governor"}


def test_of_two_deeds_nobody_knows_which_is_meant(reader: Reader) -> None:
    two = (
        f"{TOLD}\n\nOn Monday shells also struck a farm in Bakhmut, police said.\n\nA nurse said the wounded were many."
    )
    assert "nurse" not in heard_on_izium(reader, two)
