"""What parties put out in their own words: what they call lands and men, what they announce, what ships report."""

from collections.abc import Callable

import pytest

from fogline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]
Told = tuple[str | None, tuple[str, ...], tuple[str, ...]]


def told(found: tuple[Claim, ...]) -> set[Told]:
    """Where, by whom and to whom each claim says it was."""
    return {(c.place.name if c.place else None, c.actor, c.target) for c in found}


STATEMENTS: list[tuple[str, Told]] = [
    (
        "The Islamic Resistance targeted the Meron base in the north of occupied Palestine on Monday with drones, "
        "Hezbollah said.",
        ("Mount Meron", ("Hezbollah",), ("Israel",)),
    ),
    (
        "The missile force of the Yemeni Armed Forces targeted Lod airport in the occupied Yaffa area on Monday with a "
        "ballistic missile, Yahya Saree said.",
        ("Lod", ("Houthis",), ("Israel",)),
    ),
    (
        "The Houthi air force carried out an operation against a vital target in Umm al-Rashrash with two drones on "
        "Monday, its spokesman said.",
        ("Eilat", ("Houthis",), ("Israel",)),
    ),
    (
        "Amaq said soldiers of the caliphate attacked a post of the Nigerian army in Damboa on Monday.",
        ("Damboa", ("Islamic State",), ("Nigeria",)),
    ),
    (
        "JNIM claims the capture of a FAMa post in Soumpi, Timbuktu region, on Monday.",
        ("Soumpi", ("JNIM",), ("Mali",)),
    ),
    (
        "Al-Quds Brigades: we shelled enemy soldiers around the Morag axis near Khan Younis with mortars on Monday.",
        ("Morag corridor", ("Palestinian Islamic Jihad",), ("Israel",)),
    ),
]


@pytest.mark.parametrize(("text", "deed"), STATEMENTS)
def test_a_statement_is_read_as_its_party_words_it(claims: Claims, text: str, deed: Told) -> None:
    assert told(claims(text)) == {deed}


def test_the_army_took_what_it_announces_the_capture_of(claims: Claims) -> None:
    assert told(claims("Mali's army announced the capture of the town of Soumpi on Monday.")) == {
        ("Soumpi", ("Mali",), ())
    }


def test_a_group_of_forces_is_russias(claims: Claims) -> None:
    found = claims("Units of the Vostok group of forces hit two Ukrainian brigades near Huliaipole on Monday.")
    assert {claim.actor for claim in found} == {("Russia",)}


@pytest.mark.parametrize(
    "text",
    [
        "UKMTO said a vessel had been struck by missiles off Yemen's port of Mokha on Monday.",
        "UKMTO received a report of an incident 60 nautical miles off Mokha, Yemen. A ship was hit by a missile.",
    ],
)
def test_a_ship_hit_off_a_coast_is_no_blow_to_who_holds_it_nor_by_who_tells(claims: Claims, text: str) -> None:
    found = claims(text)
    assert [(c.place.name, c.actor, c.target, c.against) for c in found if c.place] == [("Mocha", (), (), ("ship",))]


def test_who_looks_into_a_deed_is_silent_and_the_outlet_tells_of_its_dead(claims: Claims) -> None:
    found = claims("Israel's army said it was investigating a strike on Tyre on Monday that killed nine people.")
    assert {(c.side, c.stance, "killed" in c.figures) for c in found} == {
        ("Israel", "no_comment", False),
        (None, "asserts", True),
    }


def test_settlers_are_their_state_to_a_party_of_another_land(claims: Claims) -> None:
    found = claims(
        "Israel bombed Beirut on Monday. Hezbollah's Naim Qassem vowed to strike the settlers of northern Israel."
    )
    threats = [claim for claim in found if claim.type == "threat"]
    assert [claim.target for claim in threats] == [("Israel",)]
