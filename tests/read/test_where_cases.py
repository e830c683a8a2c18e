"""What names of places mean: the table of where_cases.toml, row by row."""

import tomllib
from pathlib import Path

import pytest

import fogline

CASES = tomllib.loads(Path(__file__).with_name("where_cases.toml").read_text(encoding="utf-8"))
ROWS = [pytest.param(*row, id=f"{section}: {row[1]} | {row[0]}") for section, rows in CASES.items() for row in rows]


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize(("text", "words", "role", "place", "precision"), ROWS)
def test_words_mean_the_place(text: str, words: str, role: str, place: str, precision: str) -> None:
    found = [m for m in fogline.places(text) if m.text == words]
    if role == "none":
        assert found == []
        return
    assert [m.role for m in found] == [role]
    named = found[0].place
    assert (", ".join(part for part in (named.name, named.country) if part) if named else "") == place
    assert (named.precision if named else "") == precision
