"""Two deeds of one sentence, each in a clause of its own: kind, place, day and count stay with the clause."""

from collections.abc import Callable

import pytest

from fogline.model import Claim

Deed = tuple[str, str | None, str, int | None]  # type, place, day, and who was killed or taken

APART: list[tuple[str, list[Deed]]] = [
    (
        "A car bomb killed 12 people in Mogadishu on Wednesday, and five soldiers were kidnapped near Afgoye.",
        [("bombing", "Mogadishu", "2025-03-05", 12), ("abduction_detention", "Afgooye", "2025-03-05", 5)],
    ),
    (
        "Shelling killed 12 people in Bara on Wednesday, and five people were shot dead near Rahad.",
        [
            ("missile_artillery_attack", "Bara", "2025-03-05", 12),
            ("violence_against_civilians", "Rahad", "2025-03-05", 5),
        ],
    ),
    (
        "Shelling killed 12 people in Bara on Wednesday, while five others were shot dead near Rahad.",
        [
            ("missile_artillery_attack", "Bara", "2025-03-05", 12),
            ("violence_against_civilians", "Rahad", "2025-03-05", 5),
        ],
    ),
    (
        "An air strike on a house in Jabalia killed 12 people on Wednesday, and five people were shot dead in Rafah.",
        [("air_drone_strike", "Jabalia", "2025-03-05", 12), ("violence_against_civilians", "Rafah", "2025-03-05", 5)],
    ),
]

TOGETHER: list[tuple[str, list[Deed]]] = [
    (
        "Drones struck the port of Odesa on Wednesday and two ships were set ablaze.",
        [("air_drone_strike", "Odesa", "2025-03-05", None)],
    ),
    (
        "A Ukrainian drone attack set fire to a refinery in Syzran on Wednesday, killing two people.",
        [("air_drone_strike", "Syzran", "2025-03-05", 2)],
    ),
    (
        "A Ukrainian drone was brought down over Engels on Wednesday and its debris set fire to a depot.",
        [("air_drone_strike", "Engels", "2025-03-05", None)],
    ),
    (
        "Russian forces shelled Nikopol and Marhanets on Wednesday, and a woman was killed in Marhanets.",
        [
            ("missile_artillery_attack", "Marhanets", "2025-03-05", 1),
            ("missile_artillery_attack", "Nikopol", "2025-03-05", None),
        ],
    ),
    (
        "A missile hit the market in Sumy on Wednesday and 40 stalls were burned.",
        [("missile_artillery_attack", "Sumy", "2025-03-05", None)],
    ),
    (
        "A missile hit a house in Sumy on Wednesday, and five people were killed.",
        [("missile_artillery_attack", "Sumy", "2025-03-05", 5)],
    ),
    (
        "Shelling killed five people in Sloviansk and three in Kramatorsk on Wednesday.",
        [
            ("missile_artillery_attack", "Sloviansk", "2025-03-05", 5),
            ("missile_artillery_attack", "Kramatorsk", "2025-03-05", 3),
        ],
    ),
]

FOUGHT = "Rebels and soldiers fought near Rahad on Wednesday. "
# A sentence behind one on a fight on Wednesday, and the deeds of it alone.
THERE: list[tuple[str, list[Deed]]] = [
    (
        "On Thursday at least 11 people were killed and 85 injured near Bara, medics said.",
        [("violence_against_civilians", "Bara", "2025-03-06", 11)],
    ),
    (
        "On Thursday five women were killed as they queued for water in Bara, residents said.",
        [("violence_against_civilians", "Bara", "2025-03-06", 5)],
    ),
    (
        "On Thursday five farmers were reportedly killed while harvesting sorghum near Bara.",
        [("violence_against_civilians", "Bara", "2025-03-06", 5)],
    ),
    ("On Thursday five farmers died when their boat sank near Bara.", []),
    ("On Thursday five boys were killed while crossing a swollen river near Bara.", []),
    # What arms or somebody do as a rule
    ("Bara is the base from which the rebels shell our towns.", []),
    ("The army blamed rebels, who have besieged the town of Bara for more than a year.", []),
]


def _told(claim: Claim) -> Deed:
    count = claim.figures.get("killed") or claim.figures.get("captured")
    day = str(claim.date.first) if claim.date else ""
    return claim.type, claim.place.name if claim.place else None, day, count.low if count else None


@pytest.mark.parametrize(("text", "told"), APART + TOGETHER, ids=[text for text, _ in APART + TOGETHER])
def test_each_clause_tells_its_own_deed(claims: Callable[..., tuple[Claim, ...]], text: str, told: list[Deed]) -> None:
    assert sorted(map(_told, claims(text)), key=str) == sorted(told, key=str)


@pytest.mark.parametrize(("text", "told"), THERE, ids=[text for text, _ in THERE])
def test_the_dead_of_a_town_and_a_day_are_a_deed_whatever_they_were_about(
    claims: Callable[..., tuple[Claim, ...]], text: str, told: list[Deed]
) -> None:
    found = [claim for claim in claims(FOUGHT + text) if claim.place and claim.place.name != "Rahad"]
    assert [_told(claim) for claim in found] == told


def test_a_toll_that_rose_is_not_that_of_a_deed_with_more_dead(claims: Callable[..., tuple[Claim, ...]]) -> None:
    text = (
        "A drone strike on a market in Kadugli killed at least 14 people on Saturday, activists said. It came two days "
        "after the army captured the town of Dilling and killed dozens of fighters. On Sunday the toll rose to 19."
    )
    strike = [claim for claim in claims(text) if claim.type == "air_drone_strike"]
    assert max(figure.low for claim in strike for figure in claim.figures.values()) == 19
