"""Posts that a town heads, with or without a verb, and what is said of a town under fire."""

import pytest


@pytest.mark.parametrize(
    ("text", "place", "killed"),
    [
        ("Kherson. A Russian shell hit a tram on Monday. Two killed.", "Kherson", 2),
        ("Jenin: soldiers shot dead two men at dawn on Monday.", "Jenin", 2),
        ("Sumy: Iskander strike on a hostel, 11 dead and 40 injured as of noon.", "Sumy", 11),
        ("Zaporizhzhia. Explosions heard. One dead, nine wounded, the governor said.", "Zaporizhzhia", 1),
        ("Nikopol district was under fire all night, officials said on Monday. A man was killed.", "Nikopol", 1),
    ],
)
def test_the_town_that_heads_a_post_is_where_it_was(claims, text, place, killed):
    found = claims(text)
    assert {claim.place.name for claim in found if claim.place} == {place}
    assert max(claim.figures["killed"].low for claim in found if "killed" in claim.figures) == killed


@pytest.mark.parametrize(
    "text",
    [
        "Jenin: the bakers met the mayor on Monday.",
        "Zaporizhzhia. The concert was heard by hundreds.",
        "The minister was under fire in parliament over the budget.",
    ],
)
def test_a_post_on_peace_tells_no_event(claims, text):
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Myanmar junta jets bomb a clinic in Mrauk-U, nine dead", "air_drone_strike"),
        ("A jet bomb found in Mrauk-U killed nine people on Monday.", "bombing"),
    ],
)
def test_jets_that_bomb_strike_from_the_air(claims, text, kind):
    assert claims(text)[0].type == kind


def test_what_residents_of_a_town_tell_was_done_there(claims):
    (claim,) = claims("Residents of Bama in Nigeria told reporters that ISWAP killed six herders on Monday.")
    assert (claim.place.name, claim.actor) == ("Bama", ("Islamic State West Africa Province",))


def test_what_was_heard_as_drones_attacked_is_their_attack(claims):
    found = claims("Explosions were heard in Odesa on Monday as Russian drones attacked a port.")
    assert {(claim.happening, claim.place.name) for claim in found} == {("0", "Odesa")}


def test_debris_that_came_down_is_of_a_drone(claims):
    (claim,) = claims("Debris from a drone came down on a school in Kursk on Monday.")
    assert (claim.type, claim.place.name) == ("air_drone_strike", "Kursk")


def test_a_ministry_that_speaks_was_not_destroyed(claims):
    (claim,) = claims("Russia's defence ministry said it had destroyed 41 Ukrainian drones overnight.")
    assert claim.effects == ()
    (claim,) = claims("An Israeli air strike destroyed the defence ministry in Damascus on Monday.")
    assert "building_destroyed" in claim.effects
