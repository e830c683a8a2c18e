"""Which spellings lie next to a name: other transliterations, one letter more, less, other or swapped?"""

from collections.abc import Iterator
from typing import Final

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz "
# Pairs between which transliterations from Russian, Ukrainian, Arabic and Persian waver.
_TRANSLITERATIONS: Final = (
    ("iy", "y"),
    ("yi", "y"),
    ("ii", "y"),
    ("iya", "ia"),
    ("iye", "ie"),
    ("ya", "ia"),
    ("yo", "o"),
    ("yo", "e"),
    ("ye", "e"),
    ("skoye", "ske"),
    ("ovka", "ivka"),
    ("evka", "ivka"),
    ("kh", "h"),
    ("zh", "j"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("gh", "g"),
    ("q", "k"),
    ("ei", "ai"),
    ("eh", "a"),
    ("ah", "a"),
    ("eh", "ah"),
    ("iyah", "iya"),
    ("iyeh", "iya"),
)


def neighbours(folded: str) -> Iterator[str]:
    """Folded spellings near a folded name, transliterations before edits; the name itself is not among them.

    The first letter stands: names that differ there are different names more often than not.
    """
    seen = {folded}
    for spelling in (*_transliterated(folded), *_edited(folded)):
        if spelling not in seen:
            seen.add(spelling)
            yield spelling


def _transliterated(folded: str) -> Iterator[str]:
    for one, other in _TRANSLITERATIONS:
        for old, new in ((one, other), (other, one)):
            at = folded.find(old, 1)
            while at > 0:
                yield folded[:at] + new + folded[at + len(old) :]
                at = folded.find(old, at + 1)


def _edited(folded: str) -> Iterator[str]:
    for at in range(1, len(folded) + 1):
        head, tail = folded[:at], folded[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)
