"""Which of the things that a sentence names were hit, and with what."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

BEGINNING = "The war has gone on for weeks.\n\n"

# What was hit, in exactly these words of the vocabulary.
HIT = [
    ("A shell hit the public hospital in Lashio on Friday, killing a nurse.", ["hospital"]),
    (
        "A bomb hidden on a motorcycle exploded outside a police station in Pasto on Sunday, killing two.",
        ["government"],
    ),
    ("A truck loaded with explosives blew up outside an army barracks in Gao on Friday.", ["military"]),
    ("A bus hit a mine near Bama on Monday, killing six.", ["transport"]),
    ("A drone struck a tank of the Syrian army on the road to Suwayda on Monday.", ["military"]),
    ("A drone killed two soldiers near Kherson on Tuesday.", ["military"]),
    ("A constable was killed on Tuesday when a mine went off in Batticaloa.", ["government"]),
    ("A drone killed two nurses near Kherson on Tuesday.", []),
    ("Drones set fire to a fuel depot in Port Sudan on Tuesday.", ["energy"]),
    ("A drone struck the harbour of Port Sudan on Tuesday.", ["port"]),
    ("The soldiers said that a drone struck a school in Kherson on Tuesday.", ["school"]),
    ("Gunmen killed two soldiers in a clash near Gao on Tuesday.", ["military"]),
    ("Rebels and herders clashed near Gao on Tuesday, killing two nurses.", []),
    ("The army threatened on Tuesday to bomb the bases of the rebels in Goma.", ["military"]),
    ("At a base near Tartus on Tuesday, Russia threatened to strike Ukraine.", []),
    (
        "Militiamen killed nine villagers in Bunia on Tuesday and burned their houses to the ground.",
        ["people", "residential"],
    ),
    ("Militiamen killed nine villagers outside their houses in Bunia on Tuesday.", ["people"]),
    (
        "Militiamen killed nine villagers in Bunia on Tuesday and burned the clinic, the church and dozens of houses.",
        ["hospital", "people", "religious", "residential"],
    ),
    ("Militiamen killed nine villagers in Bunia on Tuesday, the church and the clinic said.", ["people"]),
    (
        "Gunmen killed nine worshippers in Bunia on Tuesday, setting fire to homes and a church.",
        ["people", "religious", "residential"],
    ),
    ("Gunmen killed nine worshippers in Bunia on Tuesday, the head of a church said.", ["people"]),
    ("A mob ransacked a bank branch in Tripoli on Tuesday.", ["office"]),
    ("Rebels attacked Gao with some 60 pickups on Tuesday.", []),
    ("Gunmen attacked a convoy of lorries near Gao with machine guns on Tuesday.", ["people", "transport"]),
    # what lies by it, what it was fired from, who fired, what was not hit, what was only shut
    ("A rocket hit a house near the central market of Hodeidah on Tuesday.", ["residential"]),
    ("A rocket fell beside the bus station of Hodeidah on Tuesday.", ["transport"]),
    ("Two missiles struck a block of flats close to the railway station in Sumy on Tuesday.", ["residential"]),
    ("The M23 shelled the market of Goma from positions on a hill on Tuesday.", ["market"]),
    ("Tanks shelled the market of Tripoli on Tuesday.", ["market"]),
    ("A warship shelled the market of Ramree on Tuesday.", ["market"]),
    ("Bus struck by drone in Kherson on Tuesday, killing four.", ["transport"]),
    ("The M23 shelled two tanks near Goma on Tuesday.", ["military"]),
    ("A drone hit a warship off Kerch on Tuesday.", ["ship"]),
    ("A drone hit a plant in Saratov on Tuesday, closing the airport.", ["industry"]),
    ("A drone hit the airport of Saratov on Tuesday.", ["airport"]),
    ("Drones attacked Odesa on Tuesday and no vessel was hit.", []),
    ("Drones attacked Odesa on Tuesday and a vessel was hit.", ["ship"]),
    ("A man hurt when a rocket hit a shop in Ashkelon on Monday died in hospital on Tuesday.", ["market"]),
    ("A drone hit a railway college in Gao on Tuesday.", ["school"]),
    ("Drones struck the port city of Izmail on Tuesday.", []),
    ("Drones struck the port of Izmail on Tuesday.", ["port"]),
    # what is an armed group's, but for its men's homes; munitions that lay in what was hit
    ("A drone struck a camp of the Fano militia in Alamata, Ethiopia, on Tuesday.", ["military"]),
    ("Israel struck a Hezbollah facility in Tyre from the air on Tuesday.", ["military"]),
    ("Israel struck a meeting of Hamas commanders in Rafah from the air on Tuesday.", ["military"]),
    ("A drone struck the house of a Fano commander in Alamata, Ethiopia, on Tuesday.", ["residential"]),
    ("A drone struck a community centre in Alamata, Ethiopia, on Tuesday as Fano fighters left.", ["other"]),
    ("A drone struck a camp of displaced people in Alamata, Ethiopia, on Tuesday.", ["people"]),
    # aircraft that something was done to
    ("Rockets destroyed two Su-24s at an airfield near Gao on Tuesday.", ["military"]),
    # what is burned or fired on in a killing, and what only stands by
    ("Militiamen killed nine villagers in Bunia on Tuesday and burned down the clinic.", ["hospital", "people"]),
    ("Gunmen opened fire on a bus near Barkhan on Tuesday, killing seven passengers.", ["people", "transport"]),
    ("Gunmen shot three boys dead behind a school in Uvira on Tuesday.", ["people"]),
    # who is taken
    ("Protesters seized two policemen in Juliaca on Tuesday.", ["government", "people"]),
    ("Rebels captured nine soldiers near Goma on Tuesday.", ["military", "people"]),
    ("The army arrested nine militants in Goma on Tuesday.", ["people"]),
    ("Gunmen abducted two aid workers in Goma on Tuesday.", ["aid", "people"]),
    ("Police arrested a man near the embassy in Goma on Tuesday.", ["people"]),
]

# With what.
USED = [
    ("Police opened fire on marchers in Conakry on Monday, killing two.", ["gun"]),
    ("Police broke up a march in Conakry on Monday.", []),
    ("Soldiers and rebels exchanged fire near Goma on Monday.", ["gun"]),
    ("Nine drones were shot down over Kherson on Monday.", ["drone"]),
    ("Two Iskander-Ms hit an airfield near Myrhorod on Monday.", ["ballistic_missile"]),
    ("A bus hit a mine near Bama on Monday, killing six.", ["mine"]),
    ("Two guards were killed near Bama on Monday when a mine exploded.", ["mine"]),
    ("A drone hit a gold mine near Abba on Monday, killing two.", ["drone"]),
    ("An Israeli strike on a house in Gaza City killed five people on Monday.", ["airstrike"]),
    ("An Israeli drone strike on a house in Gaza City killed five people on Monday.", ["drone"]),
    ("A Houthi strike on a house in Marib killed five people on Monday.", []),
    ("Insurgents beheaded nine farmers in Palma on Monday.", ["knife_fire"]),
    ("Soldiers beat two teachers to death in Sagaing on Monday.", []),
    ("Soldiers executed two teachers in Sagaing on Monday.", ["gun"]),
    ("Soldiers blew up three houses in Jenin on Monday.", ["explosive"]),
    ("Soldiers bulldozed three houses in Jenin on Monday.", []),
    ("A missile bombardment of Poltava killed two people on Monday.", ["missile"]),
    ("A bombardment of Poltava killed two people on Monday.", ["artillery"]),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


def _read(reader: Reader, text: str, field: str) -> list[str]:
    report = Report("r1", "Daily News", None, "News of the week", BEGINNING + text, "2025-11-05", "en")
    claims = [c for c in reader.read(report).claims if c.sentence == text]
    assert claims, text
    return sorted({value for claim in claims for value in getattr(claim, field)})


@pytest.mark.parametrize(("text", "hit"), HIT)
def test_what_was_hit_is_what_the_deed_falls_on(reader: Reader, text: str, hit: list[str]) -> None:
    assert _read(reader, text, "against") == hit


@pytest.mark.parametrize(("text", "used"), USED)
def test_shots_are_fired_with_guns_where_no_other_arms_are_named(reader: Reader, text: str, used: list[str]) -> None:
    assert _read(reader, text, "weapon") == used


def test_a_crowd_that_is_fired_on_is_people(reader: Reader) -> None:
    assert _read(reader, "Police fired on a march against the junta in Conakry on Monday.", "against") == ["people"]


def test_who_is_taken_off_a_bus_is_people(reader: Reader) -> None:
    assert _read(reader, "Gunmen stopped a bus near Zaria on Monday and abducted nine passengers.", "against") == [
        "people"
    ]
