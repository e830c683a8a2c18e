"""Whose area do counts and deeds fall in that who answers for it tells of?"""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def places_of(reader: Reader, text: str, figure: str, low: int) -> set[str]:
    """The places of the claims that count so many."""
    claims = reader.read(Report("f1", "The Outlet", None, "What happened", text, "2024-05-14", "en")).claims
    return {c.place.name for c in claims if c.place and any(n == figure and v.low == low for n, v in c.figures.items())}


OVER_THE_BORDER = (
    "A glide bomb hit an apartment block in Kharkiv on Sunday.\n\n"
    "Across the border, a drone struck a bus stop in Grayvoron on Saturday evening.\n\n"
)


@pytest.mark.parametrize(
    ("behind", "low", "place"),
    [
        ("Kharkiv governor Oleh Kovalenko said nine people had been injured.", 9, "Kharkiv"),
        ("The Belgorod region's governor, Pavel Orlov, said nine people had been injured.", 9, "Grayvoron"),
        ("The Belgorod governor, Pavel Orlov, said nine people had been injured.", 9, "Grayvoron"),
        ("The mayor of Kharkiv, Ihor Bondar, said nine people had been injured.", 9, "Kharkiv"),
        ("A spokesman said nine people had been injured.", 9, "Grayvoron"),  # of nobody's area the one told last
        ("Nine people had been injured in Grayvoron, Kharkiv governor Oleh Kovalenko said.", 9, "Grayvoron"),
    ],
)
def test_who_governs_counts_those_of_his_area(reader: Reader, behind: str, low: int, place: str) -> None:
    assert places_of(reader, OVER_THE_BORDER + behind, "injured", low) == {place}


@pytest.mark.parametrize(
    ("speaker", "place"),
    [("Poltava region governor Mykola Hnatiuk", "Myrhorod"), ("Samara governor Pavel Orlov", "Syzran")],
)
def test_who_governs_tells_of_a_deed_in_his_area(reader: Reader, speaker: str, place: str) -> None:
    text = (
        "A drone hit a warehouse in Myrhorod on Sunday.\n\nA drone hit a refinery in Syzran on Sunday.\n\n"
        f"Fourteen people were wounded in Sunday's strike, {speaker} said."
    )
    assert places_of(reader, text, "injured", 14) == {place}
