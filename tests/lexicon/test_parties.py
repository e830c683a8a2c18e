"""The parties and persons are well formed, and their names find them again."""

import pytest

from fogline.errors import LexiconError
from fogline.lexicon import parties as lexicon
from fogline.lexicon.names import keys, same_case
from fogline.lexicon.parties import index, parties, party_named, persons, plural, seats, state_of
from fogline.lexicon.titles import metonyms, titles

STATES = 195  # members and observers of the United Nations, and a few that are fought over
GROUPS = 230


def test_there_are_as_many_parties_as_a_reader_of_war_news_needs() -> None:
    kinds = [party.kind for party in parties().values()]
    assert kinds.count("state") >= STATES
    assert kinds.count("armed_group") >= GROUPS


@pytest.mark.parametrize("party", parties().values(), ids=lambda party: party.name)
def test_every_name_leads_to_its_party(party: lexicon.Party) -> None:
    for name in (party.name, *party.names, *party.demonyms, *party.metonyms, *party.forces):
        entries = index()[keys(name)[0]]
        assert party.name in {e.party for e in entries if keys(" ".join(e.written)) == keys(name)}


def test_each_iso_code_has_one_state() -> None:
    states = [party for party in parties().values() if party.kind == "state" and party.iso2]
    assert len({party.iso2 for party in states}) == len(states) == len(state_of())


def test_persons_and_seats_belong_to_parties() -> None:
    assert set(persons()) <= set(parties())
    assert set(seats().values()) <= set(parties())


def test_a_group_that_no_list_knows_is_an_armed_group() -> None:
    assert party_named("Free Homeland Front").kind == "armed_group"
    assert party_named("OCHA").side is None


@pytest.mark.parametrize(
    ("written", "found", "same"),
    [("NATO", "Nato", True), ("CAR", "Car", False), ("Hamas", "hamas", False), ("al", "Al", True), ("US", "us", False)],
)
def test_capitals_of_a_name_count(written: str, found: str, same: bool) -> None:
    assert same_case(written, found, lexicon.plain_words()) is same


@pytest.mark.parametrize(("word", "people"), [("Ukrainian", "Ukrainians"), ("Chinese", None), ("French", None)])
def test_the_people_of_a_demonym(word: str, people: str | None) -> None:
    assert plural(word) == people


def test_a_party_with_an_unknown_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        lexicon, "table", lambda file: {"state": {"Atlantis": {"iso": "AT"}}} if "states" in file else {}
    )
    parties.cache_clear()
    try:
        with pytest.raises(LexiconError, match="Atlantis"):
            parties()
    finally:
        parties.cache_clear()


def test_titles_and_metonyms_are_well_formed() -> None:
    assert titles().sorts[("defence", "ministry")] == "body"
    assert "accuse" in metonyms().objects_of
