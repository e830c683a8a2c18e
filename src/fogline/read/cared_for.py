"""Does a place only tell where the dead and hurt were brought: "a hospital in Gao", "the Gao morgue"?"""

import re
from functools import cache

from fogline.lexicon.figures import count_words
from fogline.model import PlaceMention
from fogline.read.calendar_words import any_of
from fogline.read.text import Sentence

BETWEEN = r"(?: (?!(?:in|at|to|from|by|of|for|an?|the)\b)[\w’'-]+){0,3}?"  # "the Gao [regional] hospital"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What stands behind such a place, before it, and in its own name."""
    care = any_of(count_words().marks["care"])
    return (
        re.compile(rf"(?:['’]s)?{BETWEEN} {care}\b", re.IGNORECASE),
        re.compile(rf"\b{care}(?: (?:in|at|of|near))?(?: the)?(?: \w+){{0,2}} $", re.IGNORECASE),
        re.compile(rf"\b{care}\b", re.IGNORECASE),
    )


def cared_for(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a place of a sentence is that of a hospital or a morgue."""
    behind, before, named = _patterns()
    at, to = place.start - sentence.start, place.end - sentence.start
    return bool(behind.match(sentence.text[to:]) or before.search(sentence.text[:at]) or named.search(place.text))
