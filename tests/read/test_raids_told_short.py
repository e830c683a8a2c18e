"""Raids and blasts as digests tell them: what opened an assault, whom a raid took, who bears a group's name."""

from collections.abc import Callable

import pytest

from fogline.model import Claim, Report
from fogline.read.reader import Reader

Claims = Callable[..., tuple[Claim, ...]]
Deed = tuple[str, tuple[str, ...], tuple[str, ...]]


def _deeds(claims: tuple[Claim, ...]) -> set[Deed]:
    return {(c.type, tuple(sorted(c.actor)), tuple(sorted(c.target))) for c in claims if c.stance == "asserts"}


SHABAAB, SOMALIA = ("Al-Shabaab",), ("Somalia",)

TOLD: list[tuple[str, set[Deed]]] = [
    # A blast that breached the walls is a part of the assault; another day's, or another thing's, is not.
    (
        "Al-Shabaab stormed an army base at Wanlaweyn on Sunday after two car bombs breached its walls.",
        {("ground_battle", SHABAAB, SOMALIA)},
    ),
    (
        "Al-Shabaab stormed an army base at Wanlaweyn on Sunday, a day after two car bombs hit the market of Afgooye.",
        {("ground_battle", SHABAAB, SOMALIA), ("bombing", (), ())},
    ),
    # "IS" is no verb.
    (
        "IS claimed the attack on the village of Nangade on Sunday.",
        {("violence_against_civilians", ("Islamic State",), ())},
    ),
    # Whom a raid took.
    (
        "Thirty women were abducted when bandits attacked a village near Gusau on Sunday.",
        {("abduction_detention", ("bandits",), ())},
    ),
    (
        "Nine people were killed and four abducted when bandits attacked a village near Gusau on Sunday.",
        {("violence_against_civilians", ("bandits",), ()), ("abduction_detention", ("bandits",), ())},
    ),
    # Youths of a group, and youths.
    (
        "White Army youths captured the barracks of Nasir on Sunday.",
        {("territory_change", ("White Army",), ("South Sudan",))},
    ),
    ("M23 youths burned two houses in Sake on Sunday.", {("property_destruction", ("M23",), ())}),
    ("Youths attacked a police post in Nasir on Sunday, killing two.", {("riot", (), ("South Sudan",))}),
    # Each side of two at war.
    (
        "India and Pakistan are at odds. Each side blamed the other for the clash at Uri on Sunday.",
        {("ground_battle", ("India", "Pakistan"), ())},
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_a_raid_was(claims: Claims, text: str, told: set[Deed]) -> None:
    assert _deeds(claims(text)) == told


COUNTED: list[tuple[str, list[dict[str, int]]]] = [
    ("Israeli drone kills man in Aitaroun on Sunday.", [{"killed": 1}]),
    ("Jihadist attack kills soldier near Djibo on Sunday.", [{"killed": 1}]),
    ("Israeli drone kills staff of a bank in Aitaroun on Sunday.", []),
    ("Drones hit Nikopol on Sunday. Death toll: 2.", [{"killed": 2}]),
    ("Drones hit Nikopol on Sunday. Three people injured: two women and a boy.", [{"injured": 3}]),
]


@pytest.mark.parametrize(("text", "counts"), COUNTED)
def test_whom_notes_count(claims: Claims, text: str, counts: list[dict[str, int]]) -> None:
    assert [{name: f.low for name, f in c.figures.items()} for c in claims(text) if c.figures] == counts


def test_who_is_counted_before_a_colon_does_not_speak(reader: Reader) -> None:
    text = "Drones hit Nikopol on Sunday. Three people injured: two women and a boy."
    claims = reader.read(Report("r1", "a news site", None, "", text, "2025-03-10", "en")).claims
    assert "people" not in {c.by for c in claims}


def test_is_speaks_by_its_letters(claims: Claims) -> None:
    told = claims("A mine hit a vehicle near Macomia on Sunday. IS claimed five Rwandans had been killed.")
    assert ("IS", "Islamic State") in {(c.by, c.side) for c in told}
