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
# "14 over the Bryansk region, 11 over the Kursk region", "most of them over the Rostov region".
SHARE = re.compile(
    r"\b(?:\d+|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|most|half|more|others?"
    r"|the rest|the remainder|another \w+)(?: of them| more| each| drones?| UAVs?| were downed| were destroyed)? "
    r"(?:over|above|across|in) (?:the )?[A-Z]"
)
ALL_OVER = re.compile(r"\b(?:across|throughout|all over|over)\s+(?:the\s+)?$", re.IGNORECASE)  # a country
MANY = 20  # drones or missiles: more than are sent at one town and counted by an air force


def is_wave(figures: Sequence[FigureMention]) -> bool:
    """Whether so much was sent that it is one wave, whatever flew and wherever it came down."""
    return any(f.figure == "launched" and f.value.low >= MANY for f in figures)


def is_shared_out(group: str, figures: Sequence[FigureMention], around: Around) -> bool:
    """Whether what was sent or shot down is counted by region, so that none of them is where it all was."""
    if group not in ("remote", ATTACK) or not any(f.figure in ("launched", "intercepted") for f in figures):
        return False
    shares = len(SHARE.findall(around.sentence.text))
    high = max(f.value.low for f in figures if f.figure in ("launched", "intercepted"))
    return shares > 2 or (shares > 0 and high >= MANY)


def is_sum(group: str, places: Sequence[PlaceMention], figures: Sequence[FigureMention], around: Around) -> bool:
    """Whether those killed or hurt all over a country are counted: "attacks killed seven across Ukraine"."""
    harm = any(f.figure in ("killed", "injured") for f in figures)
    if not harm or not places or group not in ("remote", ATTACK):
        return False
    lands = [p for p in places if p.place is not None and p.place.precision == "country"]
    shift = around.sentence.start
    over = (ALL_OVER.search(around.sentence.text[: p.start - shift]) for p in lands)
    return len(lands) == len(places) and any(over)


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
