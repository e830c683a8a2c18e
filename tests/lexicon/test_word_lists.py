"""Every list of words of the lexicon is well formed: no word stands twice in it, none is blank or padded."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import fogline.lexicon
from fogline.errors import LexiconError
from fogline.lexicon.deeds import deeds
from fogline.lexicon.layout import layout
from fogline.lexicon.places import place_words
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import _keys_of, titles

FILES = sorted(Path(fogline.lexicon.__file__).parent.rglob("*.toml"))


def lists_of(entry: object, name: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a table, by where they stand."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            yield from lists_of(value, f"{name}.{key}")
    elif isinstance(entry, list) and entry and all(isinstance(word, str) for word in entry):
        yield name, entry
    elif isinstance(entry, list):
        for number, value in enumerate(entry):
            yield from lists_of(value, f"{name}[{number}]")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_word_stands_twice_in_a_list_and_none_is_blank(file: Path) -> None:
    for name, words in lists_of(tomllib.loads(file.read_text(encoding="utf-8")), file.stem):
        assert not [word for word in words if words.count(word) > 1], name
        assert all(word.strip() for word in words), name


def test_lists_that_belong_together_hold_what_they_must() -> None:
    assert titles().openers < titles().particles
    assert titles().armies < titles().armed_state
    assert not titles().several & titles().several_titled
    assert saying().thinking < saying().clause_only
    assert saying().contesting < saying().deny
    assert saying().inverted < saying().say
    words = place_words()
    assert words.whole_lands < words.region | words.settlement | words.district
    assert words.towns < words.settlement
    assert not words.between_ends & words.joins_ends
    assert not deeds().captives & deeds().circumstance
    assert "u.s" in layout().ending_abbreviations and "gen" not in layout().ending_abbreviations


@pytest.mark.parametrize("broken", ["army", ["army", "army"], [""], [1]])
def test_a_list_of_titles_that_is_none_is_told(broken: object) -> None:
    with pytest.raises(LexiconError, match=r"titles\.toml: bodies"):
        _keys_of(broken, "en/titles.toml: bodies.armies")
