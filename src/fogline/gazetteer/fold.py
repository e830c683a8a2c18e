"""When are two spellings of a name the same name?

Names are compared folded: case, diacritics, apostrophes, hyphens and full stops do not count ("Fada N'Gourma" is
"fada ngourma", "St. Petersburg" is "st petersburg"). Latin letters lose their marks; Cyrillic й and ї stay letters of
their own; Arabic loses vowel signs and the variants of alef.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import zip_longest
from typing import Final, NamedTuple

LONGEST_NAME: Final = 200  # characters; no place is called longer
APOSTROPHES: Final = "'’‘ʼʻ`´ʹ′ʾʿ"
_PUNCTUATION: Final = "-–—‐‑./,()&_"
_LETTERS: Final = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ə": "e",
    "ɓ": "b",
    "ɗ": "d",
    "ŋ": "ng",
    "ё": "е",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
}
_LATIN_BLOCKS: Final = ((0x00C0, 0x0250), (0x1E00, 0x1F00))
_DROPPED_BLOCKS: Final = ((0x0300, 0x0370), (0x064B, 0x0653), (0x0640, 0x0641))  # marks, vowel signs, tatweel


def _folding() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for first, end in _LATIN_BLOCKS:
        for code in range(first, end):
            base = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c))
            table[code] = base.casefold()
    for first, end in _DROPPED_BLOCKS:
        table.update(dict.fromkeys(range(first, end)))
    table.update({ord(letter): plain for letter, plain in _LETTERS.items()})
    table.update({ord(mark): None for mark in APOSTROPHES})
    table.update({ord(mark): " " for mark in _PUNCTUATION})
    return table


_TABLE: Final = _folding()


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """The form in which names are compared; empty where nothing of it counts."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().translate(_TABLE).split())


_WORD: Final = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
# What may part the words of one name: "Kryvyi Rih", "Deir ez-Zor", "St. Petersburg", a name broken at a line's end.
_JOINT: Final = re.compile(r"[ \u00a0]?[-–‑][ \u00a0]?|\.?[ \u00a0]{1,3}|[ \u00a0]{0,3}\r?\n[ \u00a0]{0,3}|\.")


class Word(NamedTuple):
    """A word of a text: offsets [start, end), its folded form, whether it begins as names do, and whether the next
    word can belong to the same name. A possessive ending is no part of the word."""

    start: int
    end: int
    folded: str
    capital: bool
    joins: bool


def _joined(text: str, end: int, start: int) -> bool:
    """Whether what stands between two words can stand inside one name."""
    return (start - end == 1 and text[end] == " ") or _JOINT.fullmatch(text, end, start) is not None


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    spans = [match.span() for match in _WORD.finditer(text)]
    starts = [start for start, _ in spans[1:]]
    out = []
    for (start, end), following in zip_longest(spans, starts):
        word = text[start:end]
        possessive = word[-2:-1] in _APOSTROPHES and word[-1] in "sS" and len(word) > 2
        joins = following is not None and not possessive and _joined(text, end, following)
        folded, capital = _written(word[:-2] if possessive else word)
        out.append(Word(start, end - 2 * possessive, folded, capital, joins))
    return tuple(out)


_APOSTROPHES: Final = frozenset(APOSTROPHES)


@lru_cache(maxsize=100_000)
def _written(word: str) -> tuple[str, bool]:
    """A word folded, and whether it begins as names do."""
    letter = word[0]
    return fold(word), not letter.islower() and (letter.isupper() or letter.isalpha() or letter.isdigit())
