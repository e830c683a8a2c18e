"""Clauses that the parser hangs wrongly are mended: who is blamed, who did it, what was downed, who was taken."""

import pytest


def told(claims, text):
    """The actors and figures of the claims of a text, each low bound by its name."""
    found = claims(text)
    figures = {name: figure.low for claim in found for name, figure in claim.figures.items()}
    return {party for claim in found for party in claim.actor}, figures, len({claim.happening for claim in found})


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Six men were killed near Kandahar on Monday in a raid that elders blamed on Jaish al-Adl.",
            "Jaish al-Adl",
        ),
        ("Six traders were killed near Kandahar on Monday in a raid that elders blamed on the frost.", None),
    ],
)
def test_whom_others_blame_in_a_clause(claims, text, party):
    actors, _, _ = told(claims, text)
    assert actors == ({party} if party else set())


@pytest.mark.parametrize(
    "text",
    [
        "Elders told Reuters gunmen killed six herders in Bama, Nigeria, on Monday.",
        "Elders told Reuters that gunmen killed six herders in Bama, Nigeria, on Monday.",
    ],
)
def test_whom_a_paper_is_told_of(claims, text):
    (claim,) = claims(text)
    assert (claim.type, claim.figures["killed"].low) == ("violence_against_civilians", 6)


@pytest.mark.parametrize("verb", ["taken", "held"])
def test_a_heading_of_those_taken_hostage(claims, verb):
    (claim,) = claims(f"Eight nurses {verb} hostage by gunmen in Nigeria's Bama")
    assert (claim.type, claim.figures["captured"].low) == ("abduction_detention", 8)


def test_what_was_downed_of_what_was_fired(claims):
    (claim,) = claims("Ukraine shot down six of nine Russian drones fired at Kharkiv on Monday.")
    assert {name: figure.low for name, figure in claim.figures.items()} == {"launched": 9, "intercepted": 6}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("One man was killed and another wounded by a blast in Bama, Nigeria, on Monday, police said.", (1, 1)),
        ("One man was killed by a blast in Bama, Nigeria, on Monday and another fled, police said.", (1, None)),
    ],
)
def test_one_killed_and_another_wounded(claims, text, figures):
    _, counted, _ = told(claims, text)
    assert (counted.get("killed"), counted.get("injured")) == figures
