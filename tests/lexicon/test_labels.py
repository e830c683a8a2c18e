"""Every value of the vocabulary has words for people."""

import pytest

from fogline.errors import LexiconError
from fogline.lexicon import labels as module
from fogline.lexicon.labels import labels


def test_every_value_has_words():
    words = labels()
    assert words.types["air_drone_strike"] == "air strike"
    assert words.weapons["sea_drone"] == "sea drones"
    assert words.stances["no_comment"] == "has not commented"


def test_no_words_claim_more_than_the_ledger_knows():
    words = labels()
    everything = [*words.types.values(), *words.stances.values(), *words.statuses.values()]
    assert not any("confirm" in text for text in everything)


def test_a_value_without_words_is_an_error_that_names_the_section(monkeypatch):
    whole = module.table("en", "labels.toml")
    del whole["weapons"]["drone"]
    monkeypatch.setattr(module, "table", lambda *path: whole)
    with pytest.raises(LexiconError, match=r"\[weapons\]"):
        labels.__wrapped__()


def test_a_type_that_acled_tells_apart_by_the_actor_has_words_for_both():
    words = labels()
    assert set(words.acled_at_home) == set(words.acled_armed_group) == {"territory_change"}
