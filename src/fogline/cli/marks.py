"""Where in a text are the words that a value came from? Spans of claims as marks in the text."""

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


def marks_of(claims: Iterable[Claim]) -> list[Mark]:
    """All spans of the claims, by place in the text; spans on the same characters are one mark with several roles.

    A mark that crosses the edge of an earlier one is left out: marks lie apart or within each other.
    """
    roles: dict[tuple[int, int], dict[str, None]] = {}
    for claim in claims:
        for role, span in sorted(claim.spans.items()):
            roles.setdefault(span, {})[role.partition(":")[0]] = None
    marks: list[Mark] = []
    for (start, end), names in sorted(roles.items(), key=lambda item: (item[0][0], -item[0][1])):
        if end > start and all(end <= mark.end or start >= mark.end for mark in marks):
            marks.append(Mark(start, end, tuple(sorted(names))))
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
