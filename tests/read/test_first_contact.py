"""Faults that reports of many wars showed at first: voices, clocks, states, truces, weapons, counts."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def read(reader: Reader, text: str, title: str = "What is known so far") -> tuple[Claim, ...]:
    return reader.read(Report("r1", "a news site", None, title, text, "2024-06-13", "en")).claims


def place(claim: Claim) -> str | None:
    return claim.place.name if claim.place else None


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("At 4:10 a.m. Moscow time on Tuesday drones hit an oil depot near Saratov, the governor said.", "Saratov"),
        ("At about 2am (Kyiv time) on Tuesday, missiles hit a depot near Odesa, the army said.", "Odesa"),
        ("Rockets hit Gaza time and again on Tuesday, residents said.", "Gaza Strip"),
    ],
)
def test_whose_clock_it_was_is_not_where_it_happened(reader: Reader, told: str, where: str) -> None:
    assert {place(claim) for claim in read(reader, told)} == {where}


@pytest.mark.parametrize(
    ("told", "targets"),
    [
        ("Gunmen kidnapped 12 villagers in Gummi, Zamfara State on Tuesday, residents said.", set()),
        ("Armed men took two drivers near Bentiu in Unity State on Friday, residents said.", set()),
        ("Gunmen abducted an aide to the Kaduna State governor in Zaria on Tuesday, police said.", {"Nigeria"}),
    ],
)
def test_a_part_of_a_country_that_is_called_a_state_is_nobody(reader: Reader, told: str, targets: set[str]) -> None:
    assert {name for claim in read(reader, told) for name in claim.target} == targets


@pytest.mark.parametrize(
    ("told", "hit"),
    [
        ("Shells hit an ambulance in Donetsk on Tuesday, killing a paramedic, the mayor said.", {"aid"}),
        ("An ambulance taking patients to hospital was hit by a drone in Kherson on Tuesday, a medic said.", {"aid"}),
        ("A drone hit a market in Kherson on Tuesday and ambulances rushed four people away.", {"market"}),
        ("Rescue workers searched the rubble after a missile hit a house in Sumy on Tuesday.", {"residential"}),
        ("A missile hit a tanker off Aden on Friday, causing a fire in one of its cargo tanks.", {"ship"}),
    ],
)
def test_who_helps_was_not_hit_and_a_ship_has_tanks(reader: Reader, told: str, hit: set[str]) -> None:
    assert {value for claim in read(reader, told) for value in claim.against} == hit


@pytest.mark.parametrize(
    ("told", "targets"),
    [
        (
            "The Houthis said they fired a missile at a tanker in the Red Sea on Friday in support of Palestinians.",
            set(),
        ),
        ("Hezbollah fired rockets at northern Israel on Friday in defence of Lebanon, it said.", {"Israel"}),
    ],
)
def test_whose_friend_somebody_is_he_does_not_hit(reader: Reader, told: str, targets: set[str]) -> None:
    assert {name for claim in read(reader, told) for name in claim.target} == targets


@pytest.mark.parametrize(
    ("word", "stances"),
    [
        ("The bishops rejected the attack and called for peace.", {"asserts"}),
        ("The governor said he was not in a position to name a culprit.", {"asserts"}),
        ("The rebels rejected the accusation.", {"asserts", "denies"}),
        ("The rebels said they were not in the town.", {"asserts", "denies"}),
    ],
)
def test_who_condemns_or_cannot_tell_denies_nothing(reader: Reader, word: str, stances: set[str]) -> None:
    told = f"A bomb blamed on the rebels went off in Kismayo on Friday, killing six people, police said. {word}"
    assert {claim.stance for claim in read(reader, told)} == stances


@pytest.mark.parametrize(
    ("told", "voices"),
    [
        (
            "Drones struck Nikopol on Tuesday, killing a woman, the governor said. Two houses burned, he said.",
            {"governor"},
        ),
        (
            "A soldier and a farmer were hurt in a gunfight near Gao on Tuesday, a police officer said. "
            "He added that the gunmen fled.",
            {"police officer"},
        ),
        ("A teacher who fled said gunmen attacked Bama on Tuesday. He said they killed four people.", {"teacher"}),
        ("In an official statement issued Friday, the army said rebels attacked posts in Gondar.", {"army"}),
    ],
)
def test_he_who_says_more_is_he_who_spoke(reader: Reader, told: str, voices: set[str]) -> None:
    assert {claim.by for claim in read(reader, told)} == voices


@pytest.mark.parametrize(
    ("title", "text", "voice"),
    [
        (
            "Police Say Gunmen Kill Four In Market Raid",
            "Gunmen killed four traders in a raid on a market in Zaria on Tuesday, police said.",
            "police",
        ),
        (
            "At Least Nine Miners Killed in Mali, Governor Says",
            "Nine miners were killed in an attack near Kayes on Monday, the governor said.",
            "governor",
        ),
    ],
)
def test_a_headline_in_capitals_has_the_voice_of_its_text(reader: Reader, title: str, text: str, voice: str) -> None:
    assert {(claim.by or "").lower() for claim in read(reader, text, title)} == {voice}


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("The ceasefire in Sudan expired on Sunday, the army said.", set()),
        ("The truce between Armenia and Azerbaijan has collapsed, the ministry in Yerevan said on Tuesday.", set()),
        ("A ceasefire in Gaza was announced on Sunday by Qatar.", {"agreement"}),
        ("The ceasefire between Israel and Hamas is holding, Egypt said on Friday.", {"agreement"}),
        ("The army bombed a clinic in Kutum on Friday. Bombing a clinic crosses a line, a charity said.", {"bombing"}),
        ("Soldiers launched a cordon and search operation in Sopore on Friday, police said.", set()),
    ],
)
def test_the_end_of_a_truce_is_none_and_a_search_no_arrest(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


def test_the_day_for_which_talks_were_due_is_not_that_on_which_they_were_cancelled(reader: Reader) -> None:
    told = "Talks between Sudan's army and the RSF {} in Jeddah, mediators said."
    days = [read(reader, told.format(words))[0].date for words in ("due on Sunday were cancelled", "began on Sunday")]
    assert [day.first.day for day in days if day] == [13, 9]


def test_the_day_on_which_an_attack_was_confirmed_is_not_its_own(reader: Reader) -> None:
    told = "Four people were killed by gunmen in Shiroro. The police, who confirmed the attack on Wednesday, said the "
    told += "attackers invaded the town around midnight on Monday."
    assert {claim.date.first.day for claim in read(reader, told) if claim.date} == {10}


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ("The Jose Rizal Command of the NPA claimed an ambush in Quezon on Tuesday.", {"New People's Army"}),
        (
            "The Balochistan Liberation Army said it killed four soldiers in Kech on Tuesday.",
            {"Baloch Liberation Army"},
        ),
    ],
)
def test_a_unit_is_theirs_of_whom_it_is(reader: Reader, told: str, actors: set[str]) -> None:
    assert {name for claim in read(reader, told) for name in claim.actor} == actors


def test_militias_of_a_country_are_no_group_of_many_lands(reader: Reader) -> None:
    told = "{} launched two drones at a base near Erbil on Thursday, the US military said. US forces are in Iraq to "
    told += "fight the Islamic State group."
    militias, jihadists = (read(reader, told.format(who))[0].actor for who in ("Iraqi militias", "Jihadists"))
    assert (militias, jihadists) == ((), ("Islamic State",))


def test_the_camp_of_an_army_is_no_camp_of_civilians(reader: Reader) -> None:
    told = "Heavily armed TTP militants attacked the main camp of {} in Wana on Sunday."
    types = [read(reader, told.format(whose))[0].type for whose in ("the army", "the displaced")]
    assert types == ["ground_battle", "violence_against_civilians"]


def test_rockets_that_a_strike_made_others_fire_are_not_its_weapon(reader: Reader) -> None:
    told = "An Israeli strike killed three people in Tyre on Monday, {} rockets at a base in Haifa."
    title = "Israeli strike kills three in Lebanon, Hezbollah fires rockets"
    claims = read(reader, told.format("prompting Hezbollah to fire"), title)
    found = {(c.type, place(c), c.actor, c.weapon) for c in claims}
    strike = ("air_drone_strike", "Tyre", ("Israel",), ("airstrike",))
    assert found == {strike, ("missile_artillery_attack", "Haifa", ("Hezbollah",), ("rocket",))}


def test_a_blow_of_an_older_day_is_not_the_undated_news(reader: Reader) -> None:
    told = "Drones hit a bridge in the Sumy region and killed three people, the governor said Thursday.\n\n"
    told += "They flew in from the north, he said.\n\n"
    older = "On Tuesday, Russian shelling killed two farmers in the Sumy region, according to the governor."
    found = {(c.type, c.date.first.day, c.figures["killed"].low) for c in read(reader, told + older) if c.date}
    assert found == {("air_drone_strike", 13, 3), ("missile_artillery_attack", 11, 2)}
    same = "The drones on Tuesday killed two farmers in the Sumy region, according to the governor."
    assert {claim.type for claim in read(reader, told + same)} == {"air_drone_strike"}


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ("There was no claim for the Kabul mosque explosion, which killed six people on Friday, police said.", set()),
        ("The Kyiv government said it struck a depot in Crimea on Friday.", {"Ukraine"}),
        (
            "The head of the U.S.-backed Syrian Democratic Forces called for a ceasefire on Thursday.",
            {"Syrian Democratic Forces"},
        ),
        (
            "SULAIMANI, Kurdistan Region - A militia group on Friday claimed that it fired rockets at a base in Anbar.",
            set(),
        ),
    ],
)
def test_who_acts_is_no_place_friend_or_dateline(reader: Reader, told: str, actors: set[str]) -> None:
    assert {name for claim in read(reader, told) for name in claim.actor} == actors


@pytest.mark.parametrize(
    "background",
    [
        "Rebels took advantage of a brief coup in the capital, Abuja, in 1993 to seize much of the north.",
        "Rights groups accused both sides of crimes in a two-year conflict that forced 700,000 people to flee.",
    ],
)
def test_what_was_years_ago_or_in_a_whole_war_is_no_news(reader: Reader, background: str) -> None:
    claims = read(reader, f"The army shelled Bama on Sunday, killing two people, residents said. {background}")
    assert {claim.type for claim in claims} == {"missile_artillery_attack"}
    assert {name for claim in claims for name in claim.figures} == {"killed"}


def test_a_year_at_the_head_of_a_sentence_counts_nobody(reader: Reader) -> None:
    told = "The army seized a hill near Bama on Sunday. {} rebels seized Bama and burned the market."
    assert not [claim for claim in read(reader, told.format("In 2012")) if claim.figures]
