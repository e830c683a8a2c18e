"""Was whoever was taken away detained, or carried off? "Twenty men were led away" leaves it open.

A state's men detain, an armed group carries off, unless the words say otherwise: "kidnapped by soldiers".
"""

from collections.abc import Sequence

from fogline.lexicon.figures import count_words
from fogline.lexicon.parties import party_named
from fogline.lexicon.phrases import words
from fogline.read.facts import Facts
from fogline.read.text import Sentence

# By the kind of those who did it: the figure that they are not counted for, the other, the words that say it outright.
BY_WHOM = {"state": ("captured", "detained", "carried_off"), "armed_group": ("detained", "captured", "in_custody")}


def settle_taken(facts: Facts, kind: str, told: Sequence[Sentence]) -> None:
    """Count those whom an arrest or an abduction took as what its author makes them, where the words leave it open."""
    doers = {party_named(name).kind for name in facts.actor}
    if kind != "abduction_detention" or len(doers) != 1:
        return
    mine, other, outright = BY_WHOM.get(doers.pop(), ("", "", ""))
    if mine not in facts.figures or other in facts.figures:
        return
    value, span = facts.figures[mine]
    text = next((s.text for s in told if s.start <= span[0] < s.end), "")
    if not {word.key for word in words(text)} & set(count_words().marks[outright]):
        del facts.figures[mine]
        facts.figures[other] = (value, span)
