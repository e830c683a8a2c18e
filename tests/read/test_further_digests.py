"""More of what digests tell: old mines, the remnants of a regime, militias that fight jihadists, borders."""

from collections.abc import Callable

import pytest

from fogline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]
Row = tuple[str, str | None, tuple[str, ...]]


def _rows(claims: tuple[Claim, ...]) -> set[Row]:
    return {(c.type, c.place.name if c.place else None, tuple(sorted(c.actor))) for c in claims}


TOLD: list[tuple[str, set[Row]]] = [
    (
        "Near Manbij, a mine left over from the war killed a shepherd and his son on Sunday.",
        {("bombing", "Manbij", ())},
    ),
    # A regime that is gone is no party, and whose jets strike elsewhere has not laid the bomb.
    (
        "A device planted by remnants of the defunct regime went off in a car near Jableh on Sunday, killing two. "
        "Israeli drones hit two tanks near Izraa on Sunday.",
        {("bombing", "Jableh", ()), ("air_drone_strike", "Izraa", ("Israel",))},
    ),
    # Two districts with one border are one place, two towns are two.
    (
        "Gunmen shot dead nine passengers on the border of Zhob and Loralai districts on Sunday.",
        {("violence_against_civilians", "Zhob", ())},
    ),
    (
        "Gunmen shot dead nine passengers in Zhob and Loralai on Sunday.",
        {("violence_against_civilians", "Zhob", ()), ("violence_against_civilians", "Loralai", ())},
    ),
    # Prisoners who come home in an exchange that somebody brokered.
    (
        "Some 175 Ukrainian soldiers returned in an exchange mediated by the Emirates on Sunday.",
        {("agreement", None, ("Ukraine",))},
    ),
    (
        "Six New People's Army men were killed in a series of encounters with troops in Bacolod on Sunday.",
        {("ground_battle", "Bacolod City", ("Philippines",))},
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told(claims: Claims, text: str, told: set[Row]) -> None:
    assert _rows(claims(text)) == told


def test_a_militia_beside_jihadists_is_none_of_theirs(claims: Claims) -> None:
    told = claims("Boko Haram fighters killed nine people in Banki on Sunday, residents and a militia commander said.")
    assert {c.side for c in told} == {None}


def test_the_dead_since_a_day_are_those_of_no_one_blow(claims: Claims) -> None:
    told = claims("Israel struck a bank in Tehran on Sunday. The ministry puts the number of dead since Friday at 224.")
    assert not any("killed" in c.figures for c in told)
