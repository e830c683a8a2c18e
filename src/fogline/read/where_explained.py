"""Do the words around a name that no gazetteer lists say that it is a place?

"X, a farming village", "the village, X, lies in", "X, 20 km from Y", and an item of a list, "2. X, 10 May – arson".
"""

import re
from functools import cache
from typing import Final

from fogline.lexicon.places import place_words

WINDOW: Final = 60  # characters around a name that can say what it is
# ", some 60 kilometres north of ", ", 30 km from ".
_OFF: Final = re.compile(
    r", (?:just |some |about |around |roughly )*\d{1,3} ?(?:km|kms|kilomet(?:er|re)s?|miles?)\b"
    r"[^.,;]{0,24} (?:of|from|outside) "
)
_ITEM: Final = re.compile(r"\n\s*(?:\d{1,2}[.)]|[•*–-])?\s*$")
# ", 10 May – ", ", night of 10–11 May: ".
_ITEM_DAY: Final = re.compile(
    r"(?: and [A-Z]\w+)?, (?:night of |on )?"
    r"(?:\d{1,2}(?:[–-]\d{1,2})? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})[^.\n]{0,12}(?: [–—-] |: )"
)


def explained(text: str, start: int, end: int) -> bool:
    """Whether the text around the name at [start, end) says that it is a place."""
    before, behind = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    if _apposition().match(behind) or _OFF.match(behind):
        return True
    if behind.startswith(",") and _village_before().search(before):
        return True
    heads = not before.strip() or bool(_ITEM.search(before))
    return heads and bool(_ITEM_DAY.match(behind))


@cache
def _nouns() -> str:
    return "|".join(sorted(place_words().settlement - place_words().not_explained))


@cache
def _apposition() -> re.Pattern[str]:
    """A farming village, the town where."""
    return re.compile(rf", (?:a|an|the) (?:[a-z-]+ ){{0,3}}(?:{_nouns()})\b")


@cache
def _village_before() -> re.Pattern[str]:
    """The village, right before a name."""
    return re.compile(rf"\b[Tt]he (?:{_nouns()}), $")
