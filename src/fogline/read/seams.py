"""Where a sentence passes from a deed to the one that it answers: "in response to", "called it revenge for"."""

from collections.abc import Sequence
from functools import lru_cache

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words

FEWEST_AHEAD = 2  # words: "it was a response to"
KEPT = 1024  # sentences: the same one is asked about for each of its words


def answered_between(text: str, end: int, start: int) -> bool:
    """Whether the words at `start` of a sentence are of what the deed that ends at `end` answers."""
    return any(end <= at < start for at in answers_at(text))


def answered_by_the_last(text: str, start: int, others: Sequence[int]) -> bool:
    """Whether a deed at `start` of a sentence is what the deed told last answers: "it was a response to the ambush".

    Not where the sentence itself tells at `others`, outside the words that name it, which deed that was.
    """
    behind = [at for at in answers_at(text) if len(text[:at].split()) >= FEWEST_AHEAD and at < start]
    return bool(behind) and all(other > behind[-1] for other in others)


@lru_cache(maxsize=KEPT)
def answers_at(text: str) -> tuple[int, ...]:
    """The offsets of the words of a sentence behind which stands what a deed answers."""
    spoken = words(text)
    return tuple(spoken[m.first].start for m in answers().phrases.find(spoken) if m.value == "later")
