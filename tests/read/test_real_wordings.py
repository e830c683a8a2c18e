"""Wordings of wires: whose a drone attack is, in which province of a land, and counts that nobody knows."""

import pytest


@pytest.mark.parametrize(
    ("text", "place", "actor"),
    [
        (
            "Four drivers were killed in a US drone attack in Afghanistan's southern province of Helmand.",
            "Helmand",
            1,
        ),
        ("Two gunmen were killed in a drone attack in Somalia's southern region of Gedo.", "Gedo", 0),
        ("Two men were killed in a US drone operation in the town of Jilib.", "Jilib", 1),
    ],
)
def test_a_region_is_named_more_exactly_than_its_land(claims, text, place, actor):
    (claim,) = claims(text)
    assert claim.place is not None
    assert (claim.place.name, claim.actor) == (place, ("United States",) * actor)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("An unknown number of civilians were killed on Friday when jets bombed a market in Idlib.", 1, None),
        ("Jets bombed a market in Idlib on Friday, killing an unspecified number of traders.", 1, None),
        ("Jets bombed a market in Idlib on Friday, killing an old trader.", 1, 1),
    ],
)
def test_a_number_that_nobody_knows_is_not_one(claims, text, low, high):
    (claim,) = claims(text)
    killed = claim.figures["killed"]
    assert (killed.low, killed.high) == (low, high)
