"""Tables on terminals of every width: whole words, the important columns, and nothing lost without a word."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from fogline.cli.output import Page
from fogline.cli.table import NARROW, Column, lay_out

COLUMNS = [
    Column("#", right=True, wraps=False),
    Column("when", wraps=False),
    Column("where"),
    Column("killed", named=True),
    Column("injured", rank=1, named=True),
    Column("voices", rank=3, named=True),
]
ROWS = [
    ["1", "30 Jul 2023", "Dnipropetrovsk region, UA", "1 … 6", "11 … 75+", "8"],
    ["2", "21 Dec 2024", "Kazan, RU", "0", "0–3 ⚠", "12"],
]
WORDS = {word for row in ROWS for cell in row[:4] for word in cell.split()}


def printed(columns: int) -> str:
    page = Page(Console(file=io.StringIO(), force_terminal=True, width=columns, color_system=None))
    page.table(COLUMNS, ROWS, indent=0)
    return page.console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("columns", [200, 80, 60, 52, 49, 40, 30])
def test_no_word_is_broken_and_none_that_matters_is_lost(columns: int) -> None:
    shown = printed(columns)
    assert set(shown.replace("·", " ").split()) >= WORDS
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= columns


@pytest.mark.parametrize(("columns", "missing"), [(200, None), (60, None), (56, "no room for: voices")])
def test_the_least_important_columns_go_first_and_are_named(columns: int, missing: str | None) -> None:
    last = printed(columns).splitlines()[-1]
    assert last == missing if missing else "no room" not in last


def test_a_narrow_terminal_gets_lines() -> None:
    assert printed(40).splitlines() == [
        "1 · 30 Jul 2023",
        "  Dnipropetrovsk region, UA",
        "  killed 1 … 6 · injured 11 … 75+",
        "2 · 21 Dec 2024 · Kazan, RU · killed 0",
        "  injured 0–3 ⚠",
        "no room for: voices",
    ]


def test_a_very_narrow_terminal_still_gets_everything_that_matters() -> None:
    shown = "".join(printed(12).split())
    assert all(word in shown for word in WORDS)


def test_a_word_is_broken_only_where_it_is_longer_than_the_terminal() -> None:
    page = Page(Console(file=io.StringIO(), force_terminal=True, width=60, color_system=None))
    page.table([Column("a"), Column("b")], [["word " * 20, "x" * 200]], indent=0)
    shown = page.console.file.getvalue()  # type: ignore[attr-defined]
    assert shown.count("word") == 20
    assert shown.count("x") == 200


cells = st.text(st.characters(categories=("Lu", "Ll", "Nd", "Zs")), max_size=60)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4), st.integers(1, 120))
def test_a_layout_never_needs_more_room_than_there_is(rows: list[tuple[str, str, str]], room: int) -> None:
    columns = [Column("a"), Column("b", wraps=False), Column("c", rank=1)]
    found = lay_out(columns, [[Text(cell) for cell in row] for row in rows], room)
    if found is not None:
        assert sum(found.widths) + 2 * (len(found.widths) - 1) <= room
        assert {0, 1} <= set(found.kept)
        assert room >= NARROW or len(found.kept) == len(columns)
