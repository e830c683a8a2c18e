"""Who denied targeting civilians denies what his deed was aimed at; a creed and a denied friendship deny no deed."""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def denying(reader: Reader, text: str) -> set[str | None]:
    read = reader.read(Report("r1", "River Herald", None, "What happened this week", text, "2025-03-12", "en"))
    assert all(c.stance == "denies" or c.by not in ("Rwanda", "Algeria") for c in read.claims)
    return {c.side for c in read.claims if c.stance == "denies"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("A drone struck a clinic in Yabelo on Monday, locals said. The army denied targeting civilians.", "Ethiopia"),
        ("Shells hit a market in Nyala on Monday. The RSF denied that it aimed at civilians.", "Rapid Support Forces"),
        ("Israeli jets bombed a school in Tyre on Monday. Israel's army said it did not target civilians.", "Israel"),
        (
            "Jets hit a wedding in Homalin on Monday. The junta rejected charges that it had attacked civilian areas.",
            "Myanmar military",
        ),
        (
            "Israeli jets bombed a bus near Tyre on Monday.\n\nIsrael's army said that civilians were not a target.",
            "Israel",
        ),
    ],
)
def test_who_denied_targeting_civilians_denies_the_deed_as_told(reader: Reader, text: str, side: str) -> None:
    assert denying(reader, text) == {side}


@pytest.mark.parametrize(
    "text",
    [
        "Israeli jets bombed a school in Tyre on Monday. Israel denies targeting civilians.",
        "Israeli jets bombed a school in Tyre on Monday. Both sides denied targeting civilians.",
        "Israeli jets bombed a school in Tyre on Monday. Hezbollah denied targeting civilians.",
        "Israeli jets bombed a school in Tyre on Monday. A nurse denied targeting civilians.",
        "M23 fighters seized Walikale on Monday. Rwanda denied supporting them.",
        "M23 fighters seized Walikale on Monday. Rwanda has repeatedly denied backing M23.",
        "M23 fighters seized Walikale on Monday. Rwanda denied any links to the attackers.",
        "A truck bomb killed nine soldiers in Kidal on Monday. Algeria denied arming the attackers.",
    ],
)
def test_a_creed_and_a_denied_friendship_deny_no_deed(reader: Reader, text: str) -> None:
    assert denying(reader, text) == set()


def test_a_part_in_the_attack_is_denied(reader: Reader) -> None:
    text = "A truck bomb killed nine soldiers in Kidal on Monday. Algeria denied any part in the attack."
    assert denying(reader, text) == {"Algeria"}
