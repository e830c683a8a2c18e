"""Who says one thing and keeps silent on another; whose ministry speaks that is phoned in a capital."""

import pytest

from fogline.model import Report
from fogline.read import Reader

TOLD = "Nine people died in a strike on Tyre on Monday, the mayor said. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def stances(reader: Reader, text: str) -> set[tuple[str | None, str]]:
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", text, "2025-03-12", "en"))
    return {(c.side, c.stance) for c in read.claims}


@pytest.mark.parametrize(
    "said",
    [
        "Israel's army said it struck a weapons store and that it was reviewing reports of civilian deaths.",
        "Israel's army declined to comment on the dead but said it had struck a weapons store in the town.",
    ],
)
def test_who_says_what_he_hit_is_not_silent_on_it(reader: Reader, said: str) -> None:
    assert ("Israel", "asserts") in stances(reader, TOLD + said)


@pytest.mark.parametrize(
    "said",
    [
        "Israel's army said it would not comment.",
        "Israel's army said it was looking into the report and had no further comment.",
        "Israel's army said it had no information about a strike there.",
        "Israel's army did not comment on the report.",
        "Israel's army said nothing.",
        "Israel's army says nothing about it.",
    ],
)
def test_who_says_nothing_else_is(reader: Reader, said: str) -> None:
    assert {stance for side, stance in stances(reader, TOLD + said) if side == "Israel"} == {"no_comment"}


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("A government spokesman said by phone from Kigali that no troops had been sent.", "Rwanda"),
        ("A government spokesman said by phone that no troops had been sent.", "Democratic Republic of the Congo"),
    ],
)
def test_who_is_phoned_in_a_capital_speaks_for_its_state(reader: Reader, said: str, side: str) -> None:
    text = f"M23 fighters took Pinga in Congo on Monday, residents said. {said}"
    assert side in {one for one, _ in stances(reader, text)}
