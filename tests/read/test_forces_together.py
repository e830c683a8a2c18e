"""Whose forces act: "French, US and British forces" are those of three states, ships those of whose missiles flew."""

import pytest

TOGETHER = [
    ("Russian and Syrian warplanes bombed Idlib.", {"Russia", "Syria"}, set()),
    ("U.S. and British warships fired missiles at Hodeidah.", {"United Kingdom", "United States"}, {"Houthis"}),
    (
        "French, US and British forces launched air strikes near Hodeidah.",
        {"France", "United Kingdom", "United States"},
        {"Houthis"},
    ),
    ("Turkish, Syrian and Russian soldiers shelled Kobani.", {"Turkey", "Syria", "Russia"}, set()),
    ("Rwandan and M23 forces seized Goma.", {"Rwanda", "M23"}, set()),
    ("Rebels attacked Syrian and Russian troops near Homs, killing six.", set(), {"Russia", "Syria"}),
    ("Clashes between Armenian and Azerbaijani forces killed six near Lachin.", {"Armenia", "Azerbaijan"}, set()),
    ("Indian and Pakistani troops exchanged fire near Poonch.", {"India", "Pakistan"}, set()),
]
APART = [  # an adjective before it that stands in no list with the forces'
    ("The president met Turkish officials, and Russian forces shelled Kharkiv.", {"Russia"}),
    ("After talks that were Turkish, Russian forces shelled Kharkiv.", {"Russia"}),
]


@pytest.mark.parametrize(("text", "actor", "target"), TOGETHER)
def test_forces_of_several_states_are_all_of_theirs(claims, text, actor, target):
    (claim,) = claims(text)
    assert (set(claim.actor), target <= set(claim.target)) == (actor, True)


@pytest.mark.parametrize(("text", "actor"), APART)
def test_an_adjective_of_another_noun_is_none_of_them(claims, text, actor):
    assert {party for claim in claims(text) for party in claim.actor if claim.type.endswith("attack")} == actor


LAUNCHED = [
    ("Cruise missiles fired from American and British ships hit Hodeidah.", {"United Kingdom", "United States"}),
    ("Missiles fired from a Russian submarine struck Kremenchuk.", {"Russia"}),
    ("Rockets fired from Hezbollah positions hit Metula.", {"Hezbollah"}),
    ("Missiles dropped from Israeli aircraft hit Damascus.", {"Israel"}),
    ("Rockets fired from Lebanon hit Kiryat Shmona.", set()),  # which is only a land
    ("A missile launched from an Iranian-made launcher hit Erbil.", set()),
    ("Russian ships fired missiles at Odesa from the Black Sea.", {"Russia"}),
]


@pytest.mark.parametrize(("text", "actor"), LAUNCHED)
def test_what_it_was_fired_from_says_whose_it_was(claims, text, actor):
    told = claims(text)
    assert {party for claim in told for party in claim.actor} == actor
    assert not {party for claim in told for party in claim.target} & actor


def test_soldiers_are_those_of_the_land_that_opens_the_sentence(claims):
    told = claims(
        "Militants attacked a Malian army base in Boulkessi on Sunday and killed 30 Malian soldiers.\n\nIn Burkina "
        "Faso, militants attacked Djibo on Monday and killed 20 soldiers. In neighbouring Niger, 100 soldiers were "
        "killed in attacks in the Tahoua region on Tuesday."
    )
    targets = {(claim.place.name, claim.target) for claim in told if claim.place}
    assert targets == {("Boulkessi", ("Mali",)), ("Djibo", ("Burkina Faso",)), ("Tahoua", ("Niger",))}


@pytest.mark.parametrize(
    "text",
    [
        "Sixteen people were killed in El Fasher after shelling by the Rapid Support Forces.",
        "Sixteen people died in El Fasher following shelling by the RSF, doctors said.",
        "Sixteen people were killed in El Fasher by shelling by the Rapid Support Forces.",
    ],
)
def test_who_stands_behind_by_after_a_deed_told_as_a_noun_did_it(claims, text):
    assert {claim.actor for claim in claims(text)} == {("Rapid Support Forces",)}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rebels shot down a Congolese army helicopter near Masisi on Monday.", ()),
        ("Gunmen fired rockets at a Congolese army post near Masisi on Monday.", ()),
        ("A drone struck a Congolese army post near Masisi on Monday.", ("Rwanda",)),
    ],
)
def test_what_rebels_or_gunmen_do_is_no_neighbour_state_s(claims, text, actor):
    assert {claim.actor for claim in claims(text)} == {actor}
