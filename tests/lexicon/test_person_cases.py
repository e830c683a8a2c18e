"""Every well-known person speaks for his party, and words of offices are no offices everywhere."""

import pytest
from spacy.language import Language

from fogline.lexicon.parties import party_named, persons
from fogline.model import Report
from fogline.read.sentences import sentences
from fogline.read.text import ParsedText
from fogline.read.who import find_parties

SHARED = {"Pedro Sanchez": "Spain's prime minister and Colombia's defence minister"}  # the report tells which
PLAIN = {"Barbecue"}  # a name that is a word: read only beside his other names

# Words of persons and of offices that speak for no party.
NOBODY = [
    "She read a life of Stalin.",
    "The bush was dry.",
    "A General Hospital opened.",
    "The minister for magic cast a spell.",
    "The chief ingredient is salt.",
    "The captain of the team spoke.",
    "A major road was closed.",
    "A general rule was kept.",
    "The private garden was shut.",
    "The president of the chess club spoke.",
    "The speaker hummed.",
]


def parties_of(nlp: Language, text: str) -> set[str | None]:
    report = Report("r1", None, None, "What is known", text, "2024-11-20", "en")
    split = sentences(report)
    parsed = ParsedText(report, split, {s.index: nlp(s.text) for s in split})
    return {m.party for m in find_parties(parsed, [])}


@pytest.mark.parametrize("party", persons())
def test_a_person_speaks_for_a_party(nlp: Language, party: str) -> None:
    names = [name.replace("<", "").replace(">", "") for name in persons()[party]]
    side = party_named(party).side  # a body that watches or helps has none
    read = {name: parties_of(nlp, f"{name} spoke on Sunday.") for name in names if name not in {*PLAIN, *SHARED}}
    assert {name: found for name, found in read.items() if found != {side}} == {}


@pytest.mark.parametrize("party", ["Spain", "Colombia"])
def test_whose_a_name_of_two_is_the_report_tells(nlp: Language, party: str) -> None:
    assert parties_of(nlp, f"{party} mourned. Minister Pedro Sanchez spoke.") == {party}


@pytest.mark.parametrize("text", NOBODY)
def test_words_of_offices_speak_for_no_party_everywhere(nlp: Language, text: str) -> None:
    assert parties_of(nlp, text) <= {None}
