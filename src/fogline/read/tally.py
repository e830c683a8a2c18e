"""Is a count that of a whole night over a whole country, and so none of the strikes that the report tells of?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from fogline.lexicon.events import ATTACK
from fogline.lexicon.phrases import words
from fogline.lexicon.places import place_words
from fogline.model import FigureMention, PlaceMention
from fogline.read.company import Around

# "Over five regions", "across several Russian oblasts".
REGIONS = re.compile(
    r"\b(?:over|across|above|in) (?:the )?(?:territory of )?(?:\w+ ){0,3}(?:regions|oblasts|provinces|governorates)\b"
)
MANY = 20  # drones or missiles: more than are sent at one town and counted by an air force


def is_wave(figures: Sequence[FigureMention]) -> bool:
    """Whether so much was sent that it is one wave, whatever flew and wherever it came down."""
    return any(f.figure == "launched" and f.value.low >= MANY for f in figures)


def is_tally(group: str, places: Sequence[PlaceMention], figures: Sequence[FigureMention], around: Around) -> bool:
    """Whether an air force counts what was sent and shot down over the whole country: "downed 44 of 62 drones"."""
    if places or group not in ("remote", ATTACK):
        return False
    counted = [f.value.low for f in figures if f.figure in ("launched", "intercepted")]
    if counted and REGIONS.search(around.sentence.text):
        return True
    spoken = [word.key for word in words(around.sentence.text)]
    local = place_words().region | place_words().settlement
    if any(before == "the" and key in local for before, key in pairwise(spoken)):
        return False  # "28 drones aimed at the region"
    guards = place_words().air_guards
    named = [" ".join(word.key for word in words(p.text)) for p in around.parties]
    return max(counted, default=0) >= MANY and any(guard in name for name in named for guard in guards)
