"""Is a blow told as one more at another time of the day: "in the evening the city was shelled again"?"""

import re
from collections.abc import Iterable
from functools import lru_cache

from fogline.lexicon.events import ATTACK
from fogline.lexicon.telltales import telltales
from fogline.read.telling import Telling
from fogline.read.what import VIOLENT

HEAD = re.compile(r"\W*(?:[\w-]+ ){0,4}")  # what may stand before "hours later" at the head of a sentence
KEPT = 1024  # sentences


def one_more_later(telling: Telling, told: Iterable[Telling]) -> bool:
    """Whether a telling is of one more blow, at another part of the day than those of these tellings or hours later."""
    if telling.definite or telling.group not in VIOLENT | {ATTACK} or not _one_more(telling.sentence.text):
        return False
    mine = _parts(telling.sentence.text)
    theirs = frozenset[str]().union(*(_parts(t.sentence.text) for t in told if t.sentence is not telling.sentence))
    return bool(mine and theirs and not mine & theirs) or _hours_later(telling.sentence.text)


def at_another_hour(telling: Telling, told: Iterable[Telling]) -> bool:
    """Whether a telling names another part of the day than those of these tellings: "in the evening rockets hit it"."""
    mine = _parts(telling.sentence.text)
    theirs = frozenset[str]().union(*(_parts(t.sentence.text) for t in told))
    return bool(mine and theirs) and not mine & theirs


@lru_cache(maxsize=KEPT)
def _one_more(sentence: str) -> bool:
    return telltales().one_more.search(sentence) is not None


def _hours_later(sentence: str) -> bool:
    match = telltales().hours_later.search(sentence)
    return match is not None and HEAD.fullmatch(sentence, 0, match.start()) is not None


@lru_cache(maxsize=KEPT)
def _parts(sentence: str) -> frozenset[str]:
    """The parts of the day that words name."""
    words = telltales()
    parts = {"early": words.early, "middle": words.middle, "late": words.late}
    return frozenset(part for part, pattern in parts.items() if pattern.search(sentence))
