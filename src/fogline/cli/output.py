"""How does a command print? Tables with colours on a terminal, the same words plainly in a pipe."""

import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console
from rich.text import Text

from fogline.cli.table import Column, print_table
from fogline.publish.clean import harmless

# Wide enough that nothing wraps where no terminal sets a width.
PIPE_WIDTH = 10_000
ELLIPSIS = "…"


def one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, cut at a word's end where it is longer than `limit` characters."""
    line = " ".join(harmless(text).split())
    if limit is None or len(line) <= limit:
        return line
    return line[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + ELLIPSIS


def stdout_console() -> Console:
    """Standard output; plain and unwrapped where it is no terminal, without colours where NO_COLOR is set."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")  # a sign in place of what the encoding has no room for
    plain = not stream.isatty()
    return Console(file=stream, width=PIPE_WIDTH if plain else None, no_color=plain or None, highlight=False)


@dataclass(slots=True)
class Page:
    """Where a command's answer goes: standard output, as a terminal or as a pipe."""

    console: Console = field(default_factory=stdout_console)

    @property
    def is_terminal(self) -> bool:
        """Whether a person looks at it."""
        return self.console.is_terminal

    @property
    def has_colours(self) -> bool:
        """Whether colours can tell words apart: not in a pipe, on a dumb terminal, or where NO_COLOR is set."""
        return self.is_terminal and self.console.color_system is not None and not self.console.no_color

    def say(self, text: str | Text = "", style: str = "") -> None:
        """One line or paragraph."""
        shown = text if isinstance(text, Text) else Text(harmless(text), style=style)
        if self.is_terminal:
            self.console.print(shown, soft_wrap=False)
        else:
            self.console.file.write(shown.plain + "\n")

    def flush(self) -> None:
        """Hand on what was said: a command that runs on would keep it back, since a pipe is written in blocks."""
        self.console.file.flush()

    def data(self, content: str | bytes) -> None:
        """Data for a program, exactly as it is; text in UTF-8, whatever the terminal's encoding."""
        self.console.file.flush()
        buffer = getattr(self.console.file, "buffer", None)
        if buffer is not None:
            buffer.write(content.encode() if isinstance(content, str) else content)
            buffer.flush()
        elif isinstance(content, str):
            self.console.file.write(content)

    def json(self, value: Any) -> None:
        """A value as indented JSON."""
        self.data(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str | Text]], indent: int = 2) -> None:
        """Rows under headings, or as lines on a narrow terminal. A heading row of empty strings is left out."""
        texts = [[cell if isinstance(cell, Text) else Text(harmless(cell)) for cell in row] for row in rows]
        if self.is_terminal:
            print_table(self.console, columns, texts, indent)
        else:
            self.console.file.write(_plain_table(columns, texts, indent))


def _plain_table(columns: Sequence[Column], rows: Sequence[Sequence[Text]], indent: int) -> str:
    """Columns aligned with spaces, two between them; no line is broken."""
    lines = [[one_line(cell.plain) for cell in row] for row in rows]
    if any(column.heading for column in columns):
        lines.insert(0, [column.heading for column in columns])
    widths = [max((width(line[n]) for line in lines), default=0) for n in range(len(columns))]
    text = ""
    for line in lines:
        cells = [_padded(cell, widths[n], columns[n].right) for n, cell in enumerate(line)]
        text += (" " * indent + "  ".join(cells)).rstrip() + "\n"
    return text


def width(text: str) -> int:
    """Columns that a terminal gives the text: two for East Asian wide characters, none for combining marks."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _padded(text: str, columns: int, right: bool) -> str:
    gap = " " * (columns - width(text))
    return gap + text if right else text + gap


def tell(message: str) -> None:
    """One line on standard error, for what is no answer: warnings, what was skipped."""
    sys.stderr.write(f"fogline: {one_line(message)}\n")


def silence_output() -> None:
    """Point standard output at nothing, so that Python's exit does not complain where nobody or no room takes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
