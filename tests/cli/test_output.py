"""What a terminal gets and what a pipe gets."""

import io

import pytest
from rich.console import Console

from fogline.cli.output import Page, one_line, width
from fogline.cli.table import Column
from fogline.publish.clean import harmless


def page(terminal, columns=100):
    return Page(Console(file=io.StringIO(), force_terminal=terminal, width=columns, color_system="standard"))


def printed(page):
    return page.console.file.getvalue()


def test_a_pipe_gets_aligned_words_and_nothing_else():
    out = page(terminal=False)
    out.table([Column("a"), Column("number", right=True)], [("Київ", "1"), ("x", "20")], indent=0)
    assert printed(out) == "a     number\nКиїв       1\nx         20\n"


def test_a_terminal_gets_colours_and_the_same_words():
    out = page(terminal=True)
    out.table([Column("a", style="bold red"), Column("b")], [("one", "two")])
    assert "\x1b[" in printed(out)
    assert "one" in printed(out)
    assert not set(printed(out)) & set("│┃─━┌┐└┘")


def test_a_narrow_terminal_wraps_and_loses_no_word():
    out = page(terminal=True, columns=30)
    out.table([Column("a"), Column("b")], [("one two three four five", "six seven eight nine ten eleven")])
    assert all(word in printed(out) for word in ("one", "five", "six", "eleven"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\r\nlines", "two\nlines"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07 and \x9b31m", "bell and 31m"),
        ("turned \u202eback\u202c", "turned back"),
    ],
)
def test_control_characters_are_taken_out(text, shown):
    assert harmless(text) == shown


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("two  words\nhere", None, "two words here"),
        ("short", 10, "short"),
        ("a long sentence, cut", 16, "a long sentence…"),
    ],
)
def test_one_line(text, limit, shown):
    assert one_line(text, limit) == shown


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("⚠", 1)])
def test_width_in_columns_of_a_terminal(text, columns):
    assert width(text) == columns
