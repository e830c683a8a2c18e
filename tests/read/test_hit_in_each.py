"""Things of one sentence that are hit in several towns are as many strikes."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

# A sentence, and for each happening that is read its town, its day in August, what was hit and how many were killed.
TOLD = [
    (
        "Drones hit an oil depot in Kharkiv and a school in Odesa on Monday, the ministry said.",
        {("Kharkiv", 11, ("energy",), None), ("Odesa", 11, ("school",), None)},
    ),
    (
        "A market in El Fasher and a hospital in Kadugli were shelled on Monday.",
        {("El Fasher", 11, ("market",), None), ("Kadugli", 11, ("hospital",), None)},
    ),
    (
        "Ukrainian drones set fire to an oil depot near Kropotkin and to a refinery near Slavyansk-on-Kuban on Monday.",
        {("Kropotkin", 11, ("energy",), None), ("Slavyansk-on-Kuban", 11, ("energy",), None)},
    ),
    (
        "The army destroyed a base near Djibo on 4 August and a second one near Arbinda two days later.",
        {("Djibo", 4, ("military",), None), ("Arbinda", 6, (), None)},
    ),
    (
        "Israeli jets bombed a bridge in Tyre and a fuel station in Nabatieh, killing three people, on Monday.",
        {("Tyre", 11, ("transport",), 3), ("Nabatieh", 11, ("energy",), None)},
    ),
    ("The army bombed a depot in Kharkiv and a bridge on Monday.", {("Kharkiv", 11, ("transport",), None)}),
    ("A bomb killed a teacher from Gao and a nurse from Kidal on Monday.", {(None, 11, ("people",), 2)}),
    (
        "Russia carried out strikes on a plant in Kharkiv, and on an army train in Odesa on Monday.",
        {("Kharkiv", 11, ("industry",), None), ("Odesa", 11, ("military",), None)},
    ),
    (
        "Drones hit a school in Odesa and a hospital near Odesa on Monday.",
        {("Odesa", 11, ("hospital", "school"), None)},
    ),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[told[0][:60] for told in TOLD])
def test_each_town_has_what_was_hit_there(sentence: str, expected: set[object], reader: Reader):
    report = Report("r1", "wire", None, "News of the day", sentence, "2025-08-14", "en")
    claims = reader.read(report).claims
    dead = [(c, c.figures.get("killed")) for c in claims]
    assert {
        (c.place and c.place.name, c.date and c.date.last.day, tuple(sorted(c.against)), killed and killed.low)
        for c, killed in dead
    } == expected


# What follows "Drones attacked Kharkiv on Monday.", and the towns with their types and dead or hurt.
BESIDE = [
    ("Two houses were destroyed and a woman was hurt in Izium.", {("Kharkiv", None), ("Izium", 1)}),
    ("In Izium, a school was damaged.", {("Kharkiv", None), ("Izium", None)}),
    ("Three are dead, 17 are in hospitals, among them a girl born in 2019.", {("Kharkiv", 17)}),
]


@pytest.mark.parametrize(("sentence", "expected"), BESIDE)
def test_harm_in_another_town_is_of_the_strike_told_before(sentence: str, expected: set[object], reader: Reader):
    text = f"Drones attacked Kharkiv on Monday. {sentence}"
    claims = reader.read(Report("r1", "wire", None, "News of the day", text, "2025-08-14", "en")).claims
    hurt = [(c, c.figures.get("injured")) for c in claims]
    assert {(c.place and c.place.name, injured and injured.low) for c, injured in hurt} == expected
    assert {(c.type, c.date and c.date.last.day) for c in claims} == {("air_drone_strike", 11)}
