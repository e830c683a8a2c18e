"""Is a blow told as one more at another time of the day: "in the evening the city was shelled again"?"""

import re
from collections.abc import Iterable
from functools import lru_cache

from fogline.lexicon.events import ATTACK
from fogline.read.telling import Telling
from fogline.read.what import VIOLENT

# The part of the day that words name. Noon and what follows it is no evening yet; "3pm" can be either.
PARTS = {
    "early": re.compile(r"\b(?:morning|dawn|sunrise|daybreak|first light)\b|\d ?a\.?m\b", re.IGNORECASE),
    "middle": re.compile(r"\b(?:noon|midday|afternoon)\b|\d ?p\.?m\b", re.IGNORECASE),
    "late": re.compile(r"\b(?:evening|dusk|sunset|nightfall)\b|\d ?p\.?m\b", re.IGNORECASE),
}
HOURS_LATER = re.compile(
    r"\W*(?:[\w-]+ ){0,4}(?:hours? later|later (?:in the|that|(?:on )?the same) (?:day|afternoon|evening|night))\b",
    re.IGNORECASE,
)
ONE_MORE = re.compile(r"\b(?:again|another|anew|once more|further|fresh|a second|a third|more)\b", re.IGNORECASE)
KEPT = 1024  # sentences


def one_more_later(telling: Telling, told: Iterable[Telling]) -> bool:
    """Whether a telling is of one more blow, at another part of the day than those of these tellings or hours later."""
    if telling.definite or telling.group not in VIOLENT | {ATTACK} or not _one_more(telling.sentence.text):
        return False
    mine = _parts(telling.sentence.text)
    theirs = frozenset[str]().union(*(_parts(t.sentence.text) for t in told if t.sentence is not telling.sentence))
    return bool(mine and theirs and not mine & theirs) or bool(HOURS_LATER.match(telling.sentence.text))


@lru_cache(maxsize=KEPT)
def _one_more(sentence: str) -> bool:
    return bool(ONE_MORE.search(sentence))


@lru_cache(maxsize=KEPT)
def _parts(sentence: str) -> frozenset[str]:
    return frozenset(part for part, words in PARTS.items() if words.search(sentence))
