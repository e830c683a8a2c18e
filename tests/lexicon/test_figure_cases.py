"""Every figure of the ledger is counted in a sentence, and left in one that has its words."""

import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import FIGURES
from fogline.read.how_many import find_figures
from fogline.read.text import Sentence

HERE = Path(__file__).parent
CASES: dict[str, list[tuple[str, str, int]]] = tomllib.loads((HERE / "figure_cases.toml").read_text("utf-8"))
ANSWERS: list[tuple[str, str]] = tomllib.loads((HERE / "answer_cases.toml").read_text("utf-8"))["cases"]


def lows(nlp: Language, figure: str, text: str) -> list[int]:
    found = find_figures(Sentence(0, 0, len(text), text, "body", 0), nlp(text), ())
    return [m.value.low for m in found if m.figure == figure]


@pytest.mark.parametrize(("figure", "text", "low"), CASES["counts"])
def test_words_count(nlp: Language, figure: str, text: str, low: int) -> None:
    assert lows(nlp, figure, text) == [low]


@pytest.mark.parametrize(("figure", "text", "low"), CASES["leaves"])
def test_the_same_words_may_count_something_else(nlp: Language, figure: str, text: str, low: int) -> None:
    assert lows(nlp, figure, text) == []


@pytest.mark.parametrize("table", ["counts", "leaves"])
def test_every_figure_has_a_case(table: str) -> None:
    assert {figure for figure, _, _ in CASES[table]} == set(FIGURES)


@pytest.mark.parametrize(("text", "first"), ANSWERS)
def test_words_of_answering_say_which_deed_came_later(text: str, first: str) -> None:
    found = {m.value for m in answers().phrases.find(words(text))} - {"alone", "deed", "opens"}
    assert found == ({first} if first else set())
