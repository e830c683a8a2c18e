"""Whom a charge makes act, whose day it is that comes after a deed, and who speaks where the parse goes wrong."""

from collections.abc import Callable

import pytest

from fogline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]

CHARGES = [
    ("The health ministry accused Israel of killing nine people in Tyre, Lebanon, on Monday.", "Israel", 9),
    ("Police blamed Boko Haram for killing nine people in Maiduguri on Monday.", "Boko Haram", 9),
    ("Boko Haram is suspected of killing nine people in Maiduguri on Monday.", "Boko Haram", 9),
    (
        "Residents said the RSF was responsible for killing nine people in El Fasher on Monday.",
        "Rapid Support Forces",
        9,
    ),
    ("Kyiv holds Moscow responsible for killing nine civilians in Kherson on Monday.", "Russia", 9),
]


@pytest.mark.parametrize(("text", "actor", "killed"), CHARGES)
def test_who_is_accused_of_killing_acts(claims: Claims, text: str, actor: str, killed: int) -> None:
    (claim,) = claims(text)
    assert (claim.actor, claim.figures["killed"].low) == ((actor,), killed)


@pytest.mark.parametrize(
    "charge",
    [
        "accused the RSF of looting shops",
        "held the RSF responsible for looting trucks",
        "accused the RSF of burning homes",
    ],
)
def test_who_is_accused_of_looting_acts(claims: Claims, charge: str) -> None:
    (claim,) = claims(f"The mayor {charge} in Saraf Omra on Monday.")
    assert (claim.type, claim.actor) == ("property_destruction", ("Rapid Support Forces",))


@pytest.mark.parametrize(
    "text",
    [
        "Three men were arrested on Monday in Lyon, accused of killing a shopkeeper in 2019.",
        "A court in Lyon on Monday convicted a man of killing nine people in 2015.",
    ],
)
def test_an_older_deed_that_somebody_is_held_for_counts_no_dead(claims: Claims, text: str) -> None:
    found = claims(text)
    assert found
    assert not any("killed" in claim.figures for claim in found)


def test_who_is_accused_of_one_deed_did_not_do_the_one_before_it(claims: Claims) -> None:
    found = claims(
        "Rebels accused Myanmar's military of blowing up a bridge near Hsipaw, days after insurgents captured Lashio."
    )
    taken = [claim for claim in found if claim.type == "territory_change"]
    assert taken
    assert all("Myanmar military" not in claim.actor for claim in taken)


@pytest.mark.parametrize(
    "text",
    [
        "A UN team visited the site of the air strike in Tyre on Wednesday and counted 14 graves.",
        "Nine people killed in the air strike on Tyre were buried on Wednesday.",
        "The toll of the air strike in Tyre stood at 11 on Wednesday, the health ministry said.",
    ],
)
def test_a_day_on_which_people_only_came_back_is_not_the_deeds(claims: Claims, text: str) -> None:
    (claim,) = claims(text)
    assert claim.spans.get("when") in (None, claim.spans["what"])


def test_where_people_were_killed_on_a_day_is_told_beside_something_else(claims: Claims) -> None:
    (claim,) = claims("In Tyre, where nine people were killed on Monday, banks reopened on Wednesday. Gunmen fled.")
    assert (claim.place.name if claim.place else None, claim.figures["killed"].low) == ("Tyre", 9)


def test_a_toll_of_a_town_stands_for_the_deed(claims: Claims) -> None:
    found = claims("The toll in Maiduguri stood at 11 on Wednesday, police said. A bomb had been planted there.")
    assert {c.figures["killed"].low for c in found if c.place and "killed" in c.figures} == {11}


@pytest.mark.parametrize("whom", ["the army", "it"])
def test_men_that_a_strike_costs_are_dead(claims: Claims, whom: str) -> None:
    (claim,) = claims(f"The drone strike on Bankilare on Saturday cost {whom} 16 men, the government says.")
    assert claim.figures["killed"].low == 16


TWO_DEEDS = (
    "Russian shelling hit a market in Kostiantynivka on Monday, killing seven people.\n\n"
    "Ukrainian drones struck an oil depot in Engels on Monday night, starting a fire.\n\n"
)


@pytest.mark.parametrize(
    ("word", "town"),
    [
        ("Russia's defence ministry denied the shelling.", "Kostiantynivka"),
        ("Ukraine's General Staff denied the drone attack.", "Engels"),
    ],
)
def test_what_is_called_by_its_kind_is_the_deed_of_that_kind(claims: Claims, word: str, town: str) -> None:
    denied = [claim for claim in claims(TWO_DEEDS + word) if claim.stance == "denies"]
    assert [claim.place.name for claim in denied if claim.place] == [town]


TOLD = "The attack on Kirawa, Nigeria, on Monday killed nine people, "
SPEAKERS = [
    (TOLD + "an official who asked not to be named told AFP.", "official", "Nigeria"),
    (TOLD + "a resident who declined to be named said.", "resident", None),
    (TOLD + "an official briefed on the matter said.", "official", None),
    (TOLD + "village head Musa Bala said.", "Musa Bala", None),
    (TOLD + "said the Palestinian news agency WAFA.", "WAFA", None),
    (TOLD + "MSF's Nigeria director said.", "MSF's Nigeria director", None),
    (TOLD + "the UN's humanitarian coordinator in Nigeria, Mohamed Fall, said.", "Mohamed Fall", None),
    (TOLD + "the National Emergency Management Agency said.", "National Emergency Management Agency", "Nigeria"),
    (TOLD + "President Bola Tinubu's office said.", "Bola Tinubu's office", "Nigeria"),
    (
        "The medical charity Bien Sans Frontiere said the attack on Kirawa, Nigeria, killed nine.",
        "Bien Sans Frontiere",
        None,
    ),
]


@pytest.mark.parametrize(("text", "by", "side"), SPEAKERS)
def test_who_speaks_and_for_whom(claims: Claims, text: str, by: str, side: str | None) -> None:
    (claim,) = claims(text)
    assert claim.by is not None
    assert claim.by.endswith(by)
    assert claim.side == side


@pytest.mark.parametrize("who", ["The governor, Babagana Zulum,", "A resident, Bukar Modu,"])
def test_who_calls_reports_untrue_denies(claims: Claims, who: str) -> None:
    found = claims(f"Gunmen attacked Kirawa, Nigeria, on Monday. {who} called reports of the attack untrue.")
    assert [claim.by for claim in found if claim.stance == "denies"] == [who.split(", ")[1].rstrip(",")]


def test_one_described_at_length_blames_and_is_not_blamed(claims: Claims) -> None:
    (claim,) = claims("A resident who asked not to be named blamed Boko Haram for the attack on Kirawa on Monday.")
    assert (claim.by, claim.actor) == ("resident", ("Boko Haram",))


def test_a_side_that_is_only_asked_keeps_silent(claims: Claims) -> None:
    (claim,) = claims("Israel's army, asked about the air strike in Tyre, said it was looking into the reports.")
    assert (claim.side, claim.stance) == ("Israel", "no_comment")


@pytest.mark.parametrize(
    "source", [" (Lebanon's health ministry).", " (Red Cross).", " - health ministry.", ", source: local hospital."]
)
def test_a_source_behind_a_sentence_vouches_for_it_and_was_not_hit(claims: Claims, source: str) -> None:
    (claim,) = claims(f"Nine people were killed in an air strike on Tyre on Monday{source}")
    assert claim.by is not None
    assert claim.by in source
    assert "government" not in claim.against
    assert "hospital" not in claim.against


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "NATO aircraft bombed Pec on Tuesday. Col. Henk Brouwer, an alliance spokesman, said they hit trucks.",
            "NATO",
        ),
        (
            "Saudi-led coalition jets hit a market in Saada on Monday. A coalition spokesman said it was a depot.",
            "Saudi-led coalition",
        ),
    ],
)
def test_an_alliances_spokesman_is_of_the_alliance_named(claims: Claims, text: str, side: str) -> None:
    assert side in {claim.side for claim in claims(text)}


def test_who_owns_up_to_what_he_may_have_done_did_it(claims: Claims) -> None:
    (claim,) = claims("Israel's army acknowledged on Monday that its forces may have hit civilians in Tyre on Sunday.")
    assert (claim.status, claim.side, claim.actor) == ("occurred", "Israel", ("Israel",))


def test_who_says_what_a_toll_came_to_vouches_for_it(claims: Claims) -> None:
    (claim,) = claims(
        "Rescuers in Tyre found two more bodies, bringing the toll of Monday's air strike to 11, the ministry said."
    )
    assert (claim.by, claim.figures["killed"].low) == ("ministry", 11)


def test_the_day_of_a_late_death_is_not_the_deeds(claims: Claims) -> None:
    (claim,) = claims(
        "Two of the wounded died on Tuesday, taking the toll of the bombing in Maiduguri to 11, police said."
    )
    assert claim.spans.get("when") in (None, claim.spans["what"])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Gunmen suspected of belonging to Boko Haram shot dead nine people in Gubio, Nigeria, on Monday.",
            "Boko Haram",
        ),
        (
            "Gunmen killed nine people in Gubio, Nigeria, on Monday. Amnesty blamed the army for failing.",
            "",
        ),
    ],
)
def test_who_is_suspected_acts_and_who_failed_does_not(claims: Claims, text: str, actor: str) -> None:
    assert {name for claim in claims(text) for name in claim.actor} == ({actor} if actor else set())


def test_who_is_held_responsible_is_not_held(claims: Claims) -> None:
    found = claims(
        "Congo's government held the M23 rebels responsible for the killing of 21 people in Kishishe on Monday."
    )
    assert {(claim.type, claim.actor) for claim in found} == {("violence_against_civilians", ("M23",))}


def test_the_number_of_a_make_counts_nothing(claims: Claims) -> None:
    found = claims("Hezbollah shot down an Israeli Hermes 900 drone near Nabatieh on Monday.")
    assert found
    assert 900 not in {figure.low for claim in found for figure in claim.figures.values()}


def test_a_funeral_is_on_a_day_of_its_own(claims: Claims) -> None:
    (claim,) = claims("Funeral prayers were offered on Tuesday for the seven policemen killed in the blast in Turbat.")
    assert claim.spans.get("when") in (None, claim.spans["what"])


def test_forces_behind_a_dotted_name_are_its_own(claims: Claims) -> None:
    (claim,) = claims("U.S. forces killed three Houthis in Hodeidah on Monday.")
    assert (claim.actor, claim.target, claim.figures["killed"].low) == (("United States",), ("Houthis",), 3)


def test_years_of_age_are_no_count(claims: Claims) -> None:
    found = claims("A missile strike on Kharkiv on Monday wounded nine, incl. a child, 8 y.o.")
    assert {claim.figures["injured"].low for claim in found if "injured" in claim.figures} == {9}


@pytest.mark.parametrize("words", ['reports that it was responsible "lies"', "reports of the shelling false"])
def test_who_calls_what_is_told_false_denies_it(claims: Claims, words: str) -> None:
    found = claims(f"Shells hit a funeral in Nyala on Monday, killing 11, medics said. The RSF called {words}.")
    assert [claim.by for claim in found if claim.stance == "denies"] == ["RSF"]
