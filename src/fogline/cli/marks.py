"""Where in a text are the words that a value came from? Spans of claims as marks in the text."""

import heapq
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.model import Claim


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters [start, end) of a text and the questions that they answer ("what", "where", "killed")."""

    start: int
    end: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with the marks that cover it, the outermost first."""

    text: str
    marks: tuple[Mark, ...]


def marks_of(claims: Iterable[Claim], text: str = "") -> list[Mark]:
    """All spans of the claims, by place in the text; spans on the same characters are one mark with several roles.

    Marks lie apart or within each other: a span that crosses the end of an earlier mark is cut there into two,
    at the next word of `text`.
    """
    roles: dict[tuple[int, int], dict[str, None]] = {}
    for claim in claims:
        for role, span in sorted(claim.spans.items()):
            roles.setdefault(span, {})[role.partition(":")[0]] = None
    marks: list[Mark] = []
    waiting = [(start, -end, tuple(sorted(names))) for (start, end), names in roles.items() if end > start]
    heapq.heapify(waiting)
    while waiting:
        start, negative, names = heapq.heappop(waiting)
        cut = min((mark.end for mark in marks if start < mark.end < -negative), default=-negative)
        marks.append(Mark(start, cut, names))
        while text[cut : cut + 1].isspace():
            cut += 1
        if cut < -negative:
            heapq.heappush(waiting, (cut, negative, names))
    return marks


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text cut at every mark's edges, in order; joined, the pieces are the text again."""
    known = [mark for mark in marks if mark.end <= len(text)]
    edges = sorted({0, len(text), *(mark.start for mark in known), *(mark.end for mark in known)})
    for start, end in itertools.pairwise(edges):
        covering = tuple(mark for mark in known if mark.start <= start and end <= mark.end)
        yield Piece(text[start:end], covering)


def bracketed(text: str, marks: Iterable[Mark]) -> str:
    """The text with each mark in brackets behind its roles: "[weapon: Drones] [what: struck] [where: Kazan]"."""
    out = ""
    open_marks: list[Mark] = []
    for piece in pieces(text, marks):
        while open_marks and open_marks[-1] not in piece.marks:
            open_marks.pop()
            out += "]"
        for mark in piece.marks[len(open_marks) :]:
            open_marks.append(mark)
            out += f"[{', '.join(mark.roles)}: "
        out += piece.text
    return out + "]" * len(open_marks)
