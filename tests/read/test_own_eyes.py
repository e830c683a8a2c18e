"""What a reporter saw and pictures that an outlet has looked through are a word of its own; what others see is none."""

import pytest

from fogline.model import Report
from fogline.read import Reader

TOLD = "Drones struck a fuel depot in Kassala on Monday, the army said."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def heard(reader: Reader, text: str) -> set[str | None]:
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", text, "2025-03-12", "en"))
    return {c.by for c in read.claims if c.place and c.place.name == "Kassala" and c.stance == "asserts"}


@pytest.mark.parametrize(
    ("seen", "by"),
    [
        ("A Reuters reporter saw a crater beside the burnt tanks.", "Reuters reporter"),
        ("An AFP photographer heard two explosions there.", "AFP photographer"),
        ("The rebels denied it, and an AP journalist saw tail sections of rockets.", "AP journalist"),
        ("Our correspondent saw flames behind the fence.", "River Herald"),
        ("Satellite images reviewed by Reuters show two burnt tanks and a crater.", "Reuters"),
        ("Footage verified by this newspaper shows two tanks in flames.", "River Herald"),
        ("Video filmed by residents and analysed by the BBC shows drones over the tanks.", "BBC"),
    ],
)
def test_who_saw_it_for_an_outlet_vouches_for_it(reader: Reader, seen: str, by: str) -> None:
    assert by in heard(reader, f"{TOLD} {seen}")


@pytest.mark.parametrize(
    "other",
    [
        "A Reuters reporter did not see the fire.",
        "A letter seen by Reuters says oil will cost more.",
        "The army said reporters would see the tanks.",
        "The minister saw the burnt tanks.",
        "Images show two burnt tanks.",
        "Our correspondent travelled to the town.",
    ],
)
def test_what_was_not_seen_for_it_is_no_word_of_its_own(reader: Reader, other: str) -> None:
    assert heard(reader, f"{TOLD} {other}") == {"army"}
