"""How a name is compared with the words of a text: pieces of letters and digits, folded, with their offsets."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

PIECE = re.compile(r"[^\W_]+")
# What may stand between two pieces of one name: "al-Shabaab", "U.S.", "Ta'ang", "M23/AFC", "Johnson & Sons".
GLUE = re.compile(r"[ \t\u00a0\n\-–‑'’ʼ`´./&]{0,2}")
ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ul", "ur"})  # written with or without a capital


class Piece(NamedTuple):
    """A run of letters and digits: offsets, the letters as written, and folded to compare."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Letters without accents, in lower case."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in order."""
    return [Piece(m.start(), m.end(), part := m.group(), fold(part)) for m in PIECE.finditer(text)]


@lru_cache(maxsize=65536)
def keys(name: str) -> tuple[str, ...]:
    """The folded pieces of a name; two spellings with the same keys are one name."""
    return tuple(piece.key for piece in pieces(name))


LONGEST_ARTICLE = max(map(len, ARTICLES))


def glued(text: str, left: Piece, right: Piece) -> bool:
    """Whether two pieces stand close enough to be of one name."""
    if GLUE.fullmatch(text, left.end, right.start) is None:
        return False
    initials = left.end - left.start == right.end - right.start == 1
    return not initials or not text[left.end : right.start].isspace()  # "a U.N. official" is not of the A.U.


SHORT_MIXED = 4  # letters of an acronym written with small letters in it: LeT, JeM, SoS


def same_case(written: str, found: str, plain_words: frozenset[str]) -> bool:
    """Whether a piece of a text may be that piece of a name: capitals stay capitals, acronyms stay acronyms.

    An acronym of three letters or more may be printed with one capital ("Nato") unless that makes a plain word.
    """
    if not written[0].isupper() or (len(written) <= LONGEST_ARTICLE and fold(written) in ARTICLES):
        return True
    if len(written) > 1 and written.isupper():
        return found == written or (len(written) > 2 and found.istitle() and written not in plain_words)
    if len(written) <= SHORT_MIXED and not (written[1:].islower() or len(written) == 1):
        return found == written or found.isupper()  # "LeT" is not "Let us pray"
    return found[0].isupper() or found[0].isdigit()
