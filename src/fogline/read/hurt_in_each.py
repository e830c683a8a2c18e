"""Where were those hurt whom one sentence counts town by town: "killed five in Sloviansk and three in Kramatorsk"?

Each town with a count of its own was struck: the telling is one of all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK
from fogline.model import FigureMention, PlaceMention
from fogline.read.nearby import is_town, same_place
from fogline.read.placing import Found
from fogline.read.telling import Telling
from fogline.read.text import ParsedText, Sentence
from fogline.read.what import VIOLENT

# Between a count and the town behind it: "five people were killed in the town of ", " in ", " others near ".
BEHIND = re.compile(r"(?:\s[\w'’-]+){0,5}?\s(?:in|at|near|outside)\s(?:the\s)?(?:\w+\s){0,3}", re.IGNORECASE)
# Between a town and the count that opens on it: ", ", " region ".
AHEAD = re.compile(r",?\s(?:another\s|an?\s)?")
OPENS = re.compile(r"(?:^|[,;]|\band|\bwhile|\bwhereas|\bbut)\s*(?:\w+\s)?in\s$", re.IGNORECASE)
FEW = 2


def with_each_town(tellings: Sequence[Telling], parsed: ParsedText, found: Found) -> list[Telling]:
    """The tellings, each of a sentence that counts the hurt of several towns at all of them."""
    out: list[Telling] = []
    done: set[int] = set()
    for telling in tellings:
        violent = telling.group in VIOLENT or telling.group == ATTACK
        towns: list[PlaceMention] = []
        if violent and telling.status == "occurred" and not telling.denied and telling.sentence.index not in done:
            others = [p for t in tellings if t is not telling and t.sentence is telling.sentence for p in t.places]
            towns = [p for p in _towns(telling, parsed, found) if p not in others]
        several = len(towns) >= FEW
        if several:
            done.add(telling.sentence.index)
        out.append(replace(telling, places=tuple(towns)) if several else telling)
    return out


def _towns(telling: Telling, parsed: ParsedText, found: Found) -> list[PlaceMention]:
    """The towns of a sentence that have a count of their own, each once."""
    index = telling.sentence.index
    counts = [f for f in found.figures.get(index, ()) if f.figure in ("killed", "injured") and not f.subset]
    places = [p for p in found.places.get(index, ()) if p.place and is_town(p)]
    towns: list[PlaceMention] = []
    for count in counts:
        town = next((p for p in places if tied(count, p, counts, telling.sentence)), None)
        if town is not None and not any(same_place(town.place, t.place) for t in towns if t.place and town.place):
            towns.append(town)
    return towns if any(p in towns or p in telling.places for p in places) else []


def tied(count: FigureMention, town: PlaceMention, counts: Sequence[FigureMention], sentence: Sentence) -> bool:
    """Whether a town is where the counted were hurt: right behind the count, or opening its clause."""
    text, offset = sentence.text, sentence.start
    if count.end <= town.start:
        parted = any(count.end <= other.start < town.start for other in counts)
        return not parted and bool(BEHIND.fullmatch(text[count.end - offset : town.start - offset]))
    opened = OPENS.search(text[: town.start - offset])
    ahead = AHEAD.fullmatch(text[town.end - offset : count.start - offset]) if town.end <= count.start else None
    return bool(opened and ahead)
