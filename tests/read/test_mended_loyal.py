"""Whose men they are does not take their verb from them: "activists said troops loyal to Assad killed 78 people"."""

import pytest

DONE = [
    ("Activists said troops loyal to Assad killed at least 78 people in Houla on Friday.", "Houla", {"Syria"}, 78),
    ("Residents say gunmen loyal to the cartel killed nine people in Culiacan.", "Culiacán", set(), 9),
    ("Fighters linked to Islamic State killed ten farmers near Macomia.", "Macomia", {"Islamic State"}, 10),
    ("Police say fighters linked to Islamic State killed ten farmers near Macomia.", "Macomia", {"Islamic State"}, 10),
    ("Militias allied with the army killed nine people in Bara.", "Bara", set(), 9),
    ("Fighters close to the party killed ten farmers near Macomia.", "Macomia", set(), 10),
]


@pytest.mark.parametrize(("text", "place", "actor", "killed"), DONE)
def test_men_of_a_side_did_what_the_verb_says(claims, text, place, actor, killed):
    (claim,) = claims(text)
    assert claim.place is not None
    assert (claim.place.name, set(claim.actor)) == (place, actor)
    assert claim.figures["killed"].low == killed


def test_forces_sworn_to_a_commander_are_his(claims):
    (claim,) = claims("Forces loyal to General Khalifa Haftar shelled Misrata.")
    assert claim.actor == ("Libyan National Army",)


@pytest.mark.parametrize(
    "text",
    [
        "Troops were loyal to Assad, and 78 people died in Houla.",
        "Iran arrested 24 people linked to Israel in Khorramabad.",
        "Tribesmen opposed to Saleh attacked an army camp in Taiz.",
    ],
)
def test_others_are_not(claims, text):
    told = claims(text)
    assert not any({"Syria", "Israel", "Houthis"} & {*claim.actor} for claim in told)
    assert not any("Israel" in claim.target for claim in told)
