"""Which columns of a table does a terminal have room for, and how wide is each?

A word is never broken unless it is longer than a column may be. Where the room is short the least important columns go
first; where even the rest has no room, or the terminal is very narrow, rows are printed as lines (`stacked`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

GAP = 2
# Below this many columns of a terminal a table that has to wrap is harder to read than lines.
NARROW = 50
# A column that may wrap is not squeezed below this before columns of lower rank have gone.
COMFORTABLE = 16
# A longer word, an address as a rule, may be broken.
LONGEST_WORD = 30
# Columns of this rank and above are left out where rows are printed as lines.
LEAST = 3
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its style on a terminal, whether it may wrap there, and its alignment.

    `rank` says how early it goes where the room is short: 0 never, the highest first. `named` tells that its value
    needs its heading beside it where rows are printed as lines.
    """

    heading: str
    style: str = ""
    wraps: bool = True
    right: bool = False
    rank: int = 0
    named: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that are shown, by number, and the width of each."""

    kept: tuple[int, ...]
    widths: tuple[int, ...]


Rows = Sequence[Sequence[Text]]


def lay_out(columns: Sequence[Column], rows: Rows, room: int) -> Layout | None:
    """The layout for so many columns of a terminal; None where the rows must be printed as lines."""
    cells = [[column.heading, *(row[n].plain for row in rows)] for n, column in enumerate(columns)]
    natural = [max(map(cell_len, texts)) for texts in cells]
    words = [max((cell_len(word) for text in texts for word in text.split()), default=0) for texts in cells]
    least = [
        min(word, LONGEST_WORD) if column.wraps else whole
        for column, word, whole in zip(columns, words, natural, strict=True)
    ]
    easy = [min(whole, max(word, COMFORTABLE)) for word, whole in zip(least, natural, strict=True)]
    kept = list(range(len(columns)))
    if _sum(natural, kept) <= room:
        return Layout(tuple(kept), tuple(natural))
    if room < NARROW:
        return None
    for n in sorted((n for n in kept if columns[n].rank), key=lambda n: -columns[n].rank):
        if _sum(easy, kept) <= room:
            break
        kept.remove(n)
    start = easy if _sum(easy, kept) <= room else least
    if _sum(start, kept) > room:
        return None
    return Layout(tuple(kept), _grown([start[n] for n in kept], [natural[n] for n in kept], room))


def _sum(widths: Sequence[int], kept: Sequence[int]) -> int:
    return sum(widths[n] for n in kept) + GAP * (len(kept) - 1)


def _grown(widths: list[int], natural: Sequence[int], room: int) -> tuple[int, ...]:
    """The widths with all the room shared out, each time to the column that wraps the most."""
    for _ in range(room - _sum(widths, range(len(widths)))):
        short = [n for n, width in enumerate(widths) if width < natural[n]]
        if not short:
            break
        widths[max(short, key=lambda n: natural[n] / widths[n])] += 1
    return tuple(widths)


def print_table(console: Console, columns: Sequence[Column], rows: Rows, indent: int) -> None:
    """Print rows under headings on a terminal, and name the columns that it had no room for."""
    found = lay_out(columns, rows, console.width - indent)
    if found is None:
        _print_stacked(console, columns, rows)
        return
    console.print(Padding.indent(_rich_table(columns, rows, found), indent))
    _tell_missing(console, columns, found.kept)


def _tell_missing(console: Console, columns: Sequence[Column], kept: Sequence[int]) -> None:
    missing = [column.heading for n, column in enumerate(columns) if n not in kept and column.heading]
    if missing:
        console.print(Text(f"no room for: {', '.join(missing)}", style="dim"))


def _rich_table(columns: Sequence[Column], rows: Rows, layout: Layout) -> Table:
    table = Table(
        box=None,
        padding=(0, GAP, 0, 0),
        pad_edge=False,
        show_header=any(column.heading for column in columns),
        header_style="bold",
    )
    for n, width in zip(layout.kept, layout.widths, strict=True):
        table.add_column(
            columns[n].heading,
            style=columns[n].style,
            width=max(width, 1),
            justify="right" if columns[n].right else "left",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(row[n] for n in layout.kept))
    return table


def _print_stacked(console: Console, columns: Sequence[Column], rows: Rows) -> None:
    """A row in as many lines as it needs, all but the first set in; lines end between cells where they can."""
    room = max(console.width - GAP, 1)
    kept = [n for n, column in enumerate(columns) if column.rank < LEAST]
    for row in rows:
        cells = [_named(columns[n], row[n]) for n in kept if row[n].plain.strip()]
        lines = [line for cells_of_line in _packed(cells, room) for line in cells_of_line.wrap(console, room)]
        for number, line in enumerate(lines):
            line.rstrip()
            console.print(Padding.indent(line, GAP if number else 0))
    _tell_missing(console, columns, kept)


def _packed(cells: Sequence[Text], room: int) -> list[Text]:
    """The cells on as few lines as they fit on whole; a longer cell is a line that has to wrap."""
    lines: list[Text] = []
    for cell in cells:
        longer = Text(BETWEEN).join([lines[-1], cell]) if lines else cell
        if lines and longer.cell_len <= room:
            lines[-1] = longer
        else:
            lines.append(cell)
    return lines


def _named(column: Column, cell: Text) -> Text:
    value = Text(cell.plain.strip(), style=column.style)
    return Text.assemble(f"{column.heading} ", value) if column.named else value
