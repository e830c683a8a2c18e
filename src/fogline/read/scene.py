"""A report as pieces of words, with the names and places that stand at each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fogline.lexicon.names import Piece
from fogline.model import PlaceMention
from fogline.read.hits import Hit

SPACE = re.compile(r"[ \t\u00a0]+")
DOTTED = re.compile(r"[A-Z]\.[A-Z]")  # "U.S"
HYPHEN = re.compile(r"\.?[-–‑]")  # "U.S.-backed"


@dataclass(frozen=True, slots=True)
class Scene:
    """A report as pieces, with what is known to stand at each: names, places, the end of its sentence."""

    text: str
    ps: Sequence[Piece]
    hit_at: Mapping[int, Hit]
    place_at: Mapping[int, PlaceMention]
    bounds: Sequence[tuple[int, int]] = field(default=())  # first and last piece of each sentence

    def gap(self, left: int) -> str:
        """The characters between piece `left` and the next, but for the stop that ends "U.S."."""
        piece = self.ps[left]
        between = self.text[piece.end : self.ps[left + 1].start]
        dotted = between[:2] == ". " and DOTTED.fullmatch(self.text, max(0, piece.start - 2), piece.end)
        return between[1:] if dotted else between

    def words(self, first: int, last: int) -> str:
        """The text of pieces first..last."""
        return self.text[self.ps[first].start : self.ps[last].end]
