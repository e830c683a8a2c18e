"""Where two blame each other each says that it was the other; what they quarrel over else is no word on a deed."""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def blames(reader: Reader, text: str) -> dict[str | None, tuple[str, ...]]:
    """Whom each side's claims accuse."""
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", text, "2025-03-12", "en"))
    return {c.side: c.actor for c in read.claims if c.side and c.stance == "asserts"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Shells hit a market in Nyala on Monday. The army and the RSF blamed each other.",
            ("Rapid Support Forces", "Sudanese Armed Forces"),
        ),
        (
            "Shells hit a mill in Nyala on Monday. The army and the RSF traded accusations over the attack.",
            ("Rapid Support Forces", "Sudanese Armed Forces"),
        ),
        (
            "Thai and Cambodian troops clashed near Surin on Monday, each side blaming the other for opening fire.",
            ("Cambodia", "Thailand"),
        ),
        (
            "Fighting broke out between the SDF and the Syrian army in Tadef on Monday. Both sides blamed each other.",
            ("Syria", "Syrian Democratic Forces"),
        ),
        (
            "Fighters of M23 and the Wazalendo fought in Pinga on Monday. Each accused the other of breaking a truce.",
            ("M23", "Wazalendo"),
        ),
        (
            "Shells hit Hodeidah on Monday, with the Yemeni army and the Houthis accusing each other of firing them.",
            ("Houthis", "Yemen"),
        ),
    ],
)
def test_each_of_two_says_it_was_the_other(reader: Reader, text: str, sides: tuple[str, str]) -> None:
    one, other = sides
    assert blames(reader, text) == {one: (other,), other: (one,)}


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit a market in Nyala on Monday. The army and the RSF accused each other of arming smugglers.",
        "Shells hit a market in Nyala on Monday. The army and the RSF did not blame each other.",
        "Shells hit a market in Nyala on Monday. Both sides blamed each other.",
        "Thai and Cambodian troops clashed near Surin on Monday, each losing a drone to the other.",
        "Thai and Cambodian troops clashed near Surin on Monday. The two sides traded prisoners on Tuesday.",
    ],
)
def test_who_blames_nobody_for_a_deed_says_nothing_of_it(reader: Reader, text: str) -> None:
    assert all(not actors for actors in blames(reader, text).values())
