"""Which sentences can carry a claim, and which reports tell of no war at all.

A sentence without a trigger word, a figure's word or a speaker is never parsed: that is where the speed comes from.
"""

from collections.abc import Sequence
from functools import cache

from fogline.lexicon.events import frames
from fogline.lexicon.phrases import words
from fogline.lexicon.triage import triage_words
from fogline.read.text import Sentence

# A report with so many words of sport, markets or the stage for each word of war tells of no war; set on invented
# texts of both kinds, where war reports stay below 0.5 and match reports above 2.
PEACEFUL_RATIO = 1.0
PEACEFUL_LEAST = 2


@cache
def _claim_words() -> frozenset[str]:
    return frames().forms | triage_words().also_parse


def can_carry_claim(sentence: Sentence) -> bool:
    """Whether a sentence is worth a parse: it is part of the story and has a word that claims are told with."""
    if sentence.part in ("byline", "tail"):
        return False
    return any(word.key in _claim_words() for word in words(sentence.text))


def tells_of_war(text: str) -> bool:
    """Whether a report can be about violent events or politics around them, not sport, markets, stage or weather."""
    keys = [word.key for word in words(text)]
    peace = sum(key in triage_words().peace for key in keys)
    war = sum(key in triage_words().war for key in keys)
    return peace < PEACEFUL_LEAST or peace <= war * PEACEFUL_RATIO


def stories(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that belong to the story."""
    return [s for s in sentences if s.part not in ("byline", "tail")]
