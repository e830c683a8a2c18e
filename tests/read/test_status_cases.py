"""Every list of `status.toml` that says whether something was done decides a sentence, and leaves another."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from fogline.read.status import is_habitual, is_recalled, reality

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "status_cases.toml").read_text("utf-8"))
LISTS = (
    "modals",
    "unreal_verbs",
    "unreal_nouns",
    "looking_into",
    "averting_verbs",
    "wanting_verbs",
    "ordering_verbs",
    "light_verbs",
    "unreal_marks",
    "unreal_modifiers",
)


@pytest.mark.parametrize(("words", "text", "deed", "told"), TABLE["cases"])
def test_what_a_deed_is_read_as(nlp: Language, words: str, text: str, deed: str, told: str) -> None:
    assert reality(next(token for token in nlp(text) if token.text == deed)) == told


@pytest.mark.parametrize("words", [*LISTS, "negations"])
def test_every_list_has_both_kinds_of_case(words: str) -> None:
    told = {told == "real" for name, _, _, told in TABLE["cases"] if name == words}
    assert told == {True, False}


@pytest.mark.parametrize(("text", "series"), TABLE["habitual"])
def test_what_is_told_as_a_habit(text: str, series: bool) -> None:
    assert is_habitual(text) is series


@pytest.mark.parametrize(("text", "verb", "before"), TABLE["recalling"])
def test_what_is_told_as_done_before(nlp: Language, text: str, verb: str, before: bool) -> None:
    assert is_recalled(next(token for token in nlp(text) if token.text == verb)) is before
