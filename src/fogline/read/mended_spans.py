"""A place that a span of time parts from its attack: "two raids in a week on its port", "a strike on Sunday on Tyre".

The parser hangs what stands behind such a span on the span, or on the verb above.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from spacy.tokens import Token

from fogline.lexicon.status import status_words
from fogline.lexicon.time import time_words

OPENING: Final = frozenset({"in", "within", "over", "on", "during", "at", "early", "late", "the", "a", "an"})
COUNTS: Final = frozenset({"NUM", "ADJ"})
HINTS: Final = ("unit", "day", "part", "today", "overnight")
UPON: Final = frozenset({"on", "against"})
SPAN: Final = 6  # words of a span of time and of what opens it


def mend_spans(prepositions: Iterable[Token]) -> None:
    """Hang the span and what stands behind it on the words for the attack before it."""
    for link in [t for t in prepositions if t.lower_ in UPON and t.i > 1 and t.nbor(-1).lower_ in _times()]:
        goal = next((c for c in link.children if c.dep_ == "pobj"), None)
        if goal is None or goal.lower_ in _times():
            continue
        first = link.i
        while link.i - first < SPAN and first > 0 and _is_time(link.doc[first - 1]):
            first -= 1
        attack = link.doc[first - 1] if 0 < first < link.i - 1 else link
        if attack.pos_ == "NOUN" and attack.lemma_.lower() in status_words().onslaughts and attack.head != link:
            for part in [t for t in link.doc[first : link.i] if t.dep_ == "prep" and t.head.i < first]:
                part.head = attack
            link.head = attack


@cache
def _times() -> frozenset[str]:
    """Weekdays, months, and words for a stretch of time."""
    words = time_words()
    named = (*words.weekdays, *words.months, *(word for kind in HINTS for word in words.hints[kind]))
    return frozenset(word.lower() for word in named)


def _is_time(word: Token) -> bool:
    return word.lower_ in _times() or word.lower_ in OPENING or word.pos_ in COUNTS
