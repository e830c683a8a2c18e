"""Every class of `things.toml` names something, and leaves what only seems so."""

import tomllib
from pathlib import Path

import pytest

from fogline.lexicon.things import things
from fogline.read.things import find_things, values

CASES: dict[str, list[list[str]]] = tomllib.loads((Path(__file__).parent / "thing_cases.toml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "value", "text"), CASES["names"])
def test_words_name_a_thing(kind: str, value: str, text: str) -> None:
    assert value in values(find_things(text), kind)


@pytest.mark.parametrize(("kind", "value", "text"), CASES["seems"])
def test_other_words_name_none(kind: str, value: str, text: str) -> None:
    assert value not in values(find_things(text), kind)


@pytest.mark.parametrize("table", ["names", "seems"])
def test_every_class_has_a_case(table: str) -> None:
    senses = {(m.value.kind, m.value.value) for phrases in things().index._by_first.values() for m in phrases}
    known = {*senses, *(("effects", effect) for effect in things().damage.values())}
    assert {(kind, value) for kind, value, _ in CASES[table]} == known
