"""What strikes that answer strikes are told to be: whose, where, with what."""

import pytest
from answer_steps import links

from fogline.model import Report
from fogline.read import Reader

ODESA = "Ukrainian drones struck an oil depot in Saratov on Friday, killing two people. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def told(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    """Each deed as its type, its place and who did it, in order of the places; only those with a claim of their own."""
    report = Report("r1", "a news site", None, "What happened this week", text, "2024-09-08", "en")
    claims = reader.read(report).claims
    return sorted({(c.place.name if c.place else "", c.type, "+".join(c.actor)) for c in claims})


SHELLED, BOMBED = "missile_artillery_attack", "air_drone_strike"


@pytest.mark.parametrize(
    ("text", "later", "earlier"),
    [
        (
            "Israel shelled Hodeidah on Saturday in response to the Houthi missile fired at Eilat on Friday.",
            ("Hodeidah", SHELLED, "Israel"),
            ("Eilat", SHELLED, "Houthis"),
        ),
        (
            "In retaliation for the Pakistani missile fired at Jammu on Friday, India shelled Sialkot on Saturday.",
            ("Sialkot", SHELLED, "India"),
            ("Jammu", SHELLED, "Pakistan"),
        ),
        (
            "In response to a Ukrainian drone that hit Saratov, Russia bombed a depot in Odesa on Saturday.",
            ("Odesa", BOMBED, "Russia"),
            ("Saratov", BOMBED, "Ukraine"),
        ),
        (
            "Turkish drones struck Sinjar on Saturday, killing two people in retaliation for mortar fire on Hakkari.",
            ("Sinjar", BOMBED, "Turkey"),
            ("Hakkari", SHELLED, ""),
        ),
        (
            "Russia answered a Ukrainian strike on Saratov by shelling Odesa on Saturday.",
            ("Odesa", SHELLED, "Russia"),
            ("Saratov", BOMBED, "Ukraine"),
        ),
        (
            "The army answered Friday's RSF drone strike on Merowe with air strikes on Nyala on Saturday.",
            ("Nyala", BOMBED, "Sudanese Armed Forces"),
            ("Merowe", BOMBED, "Rapid Support Forces"),
        ),
        (
            "Israel responded to the Houthi missile fired at Eilat on Friday with air strikes on Hodeidah on Saturday.",
            ("Hodeidah", BOMBED, "Israel"),
            ("Eilat", SHELLED, "Houthis"),
        ),
        (
            "Russia retaliated for a Ukrainian drone that hit Saratov on Friday by shelling Odesa.",
            ("Odesa", SHELLED, "Russia"),
            ("Saratov", BOMBED, "Ukraine"),
        ),
        (
            "A Hezbollah drone that hit Safed prompted Israel to bomb Nabatieh on Saturday.",
            ("Nabatieh", BOMBED, "Israel"),
            ("Safed", BOMBED, "Hezbollah"),
        ),
        (
            "Russia shelled Odesa on Saturday in reply to the deaths of six men in a Ukrainian strike on Saratov.",
            ("Odesa", SHELLED, "Russia"),
            ("Saratov", BOMBED, "Ukraine"),
        ),
        (
            "Thai jets bombed Samraong on Saturday in a tit-for-tat strike after rockets hit Surin on Friday.",
            ("Samraong", BOMBED, "Thailand"),
            ("Surin", SHELLED, ""),
        ),
    ],
)
def test_each_side_has_its_own_deed_place_and_weapon(
    reader: Reader, text: str, later: tuple[str, str, str], earlier: tuple[str, str, str]
) -> None:
    assert told(reader, text) == sorted([later, earlier])
    assert links(reader, text) == [(later[0], earlier[0])]


@pytest.mark.parametrize(
    "text",
    [
        "Israel responded to the strike at a news conference in Haifa on Saturday.",
        "The governor of Haifa answered a question on Saturday with a shrug.",
        "Falling wreckage sparked a fire in Haifa on Saturday.",
        "Lithuania responded to the attack in a note. Russian missiles hit Odesa on Saturday.",
        "Police in Haifa answered a call about a noise with a warning on Saturday.",
        "The army avenged a defeat in Haifa, its team said on Saturday, by winning the cup.",
    ],
)
def test_what_is_only_said_or_put_out_is_no_answering_blow(reader: Reader, text: str) -> None:
    assert links(reader, ODESA + text) == []


def test_the_killing_that_a_strike_was_for_is_a_deed_of_its_own(reader: Reader) -> None:
    text = (
        "Israeli drones struck Hodeidah on Saturday, killing two people. "
        "The strike came in response to the killing of six people in Eilat by the Houthis, a spokesman said."
    )
    assert told(reader, text) == [
        ("Eilat", "violence_against_civilians", "Houthis"),
        ("Hodeidah", BOMBED, "Israel"),
    ]
    assert links(reader, text) == [("Hodeidah", "Eilat")]
