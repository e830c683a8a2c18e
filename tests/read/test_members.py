"""Members of an armed group are fighters, those of a family or a council are not."""

import pytest
from spacy.language import Language
from tests.read.contact_steps import read

from fogline.gazetteer import Gazetteer
from fogline.read.reader import Reader

TOLD = [
    ("Troops shot dead six presumed members of Boko Haram at Mora in Cameroon on Sunday.", {"ground_battle"}),
    ("Police shot dead four alleged members of the ELN in Cúcuta on Sunday.", {"ground_battle"}),
    ("Soldiers shot dead two Al-Shabaab members in Kismayo on Sunday.", {"ground_battle"}),
    ("Soldiers shot dead three members of a family in Mora on Sunday.", {"violence_against_civilians"}),
    ("Soldiers shot dead two members of the town council in Mora on Sunday.", {"violence_against_civilians"}),
    ("Turkish police arrested three members of Islamic State in Izmir on Sunday.", {"abduction_detention"}),
    (
        "Gunmen attacked a wing of the jail in Esmeraldas on Sunday where members of Los Lobos are held.",
        {"violence_against_civilians"},
    ),
    ("Israeli troops arrested three members of Hamas in Jenin on Sunday.", {"abduction_detention"}),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("text", "types"), TOLD)
def test_what_is_done_to_members(reader: Reader, text: str, types: set[str]) -> None:
    assert {c.type for c in read(reader, text)} == types


def test_a_town_where_the_army_of_the_report_fights_is_meant(reader: Reader) -> None:
    assert [c.place.name for c in read(reader, "Israeli troops shot a man in Jenin on Sunday.") if c.place] == ["Jenin"]
