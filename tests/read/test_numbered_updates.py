"""The day on which a numbered update came out dates no deed; what came of a blow is no other deed."""

import pytest
from spacy.language import Language
from tests.read.contact_steps import read

from fogline.gazetteer import Gazetteer
from fogline.read.reader import Reader

LEFT = "In brief\n\n- Following the attack of 2 March, 3,400 people have left Dikwa town for Maiduguri."
TITLES = [
    "NIGERIA: Attacks in Dikwa and Ngala LGAs, Borno State – Flash Update #2 (8 March 2025)",
    "NIGERIA: Attacks in Dikwa and Ngala, Situation Report No. 4, 8 March 2025",
    "NIGERIA: Attacks in Dikwa – Bulletin 12, 8 March 2025",
]
FELL = [
    ("Army jets struck Nyala on Sunday, killing scores of mutineers.", {"air_drone_strike"}),
    ("The army said it had killed 40 mutineers in Babanusa, Sudan, on Sunday.", {"ground_battle"}),
    (
        "The air force struck a column near Nyala, Sudan, on Sunday, destroying 20 lorries.",
        {"air_drone_strike"},
    ),
    (
        "The air force carried out a strike on bandits in Zurmi on Sunday, destroying 30 lorries.",
        {"air_drone_strike"},
    ),
    ("The air force carried out precision strikes on rebel positions near Bhamo on Sunday.", {"air_drone_strike"}),
    ("Gunmen carried off nine rebels near Bhamo on Sunday.", {"abduction_detention"}),
    ("Rebels stormed Bunia on Sunday, burning nine houses.", {"property_destruction"}),
    ("Mutineers held the barracks at Kati in Mali on Sunday.", {"mutiny"}),
    ("The army put down the mutineers in Bangui on Sunday.", {"mutiny"}),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize("title", TITLES)
def test_the_day_of_issue_dates_no_deed(reader: Reader, title: str) -> None:
    assert {c.date.first.day for c in read(reader, LEFT, title) if c.date} == {2}


def test_a_day_of_a_headline_that_is_no_update_is_the_deeds(reader: Reader) -> None:
    title = "Gunmen killed 12 people in Dikwa on 8 March 2025"
    assert {c.date.first.day for c in read(reader, "The police in Nigeria gave no details.", title) if c.date} == {8}


@pytest.mark.parametrize(("text", "types"), FELL)
def test_what_came_of_a_blow_is_no_mutiny_and_no_arson(reader: Reader, text: str, types: set[str]) -> None:
    assert {c.type for c in read(reader, text)} == types
