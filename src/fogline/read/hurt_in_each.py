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
            towns = [*_own_beside(telling, towns, found), *towns]
        several = len(towns) >= FEW
        if several:
            done.add(telling.sentence.index)
        out.append(replace(telling, places=tuple(towns)) if several else telling)
    return out


def _own_beside(telling: Telling, towns: Sequence[PlaceMention], found: Found) -> tuple[PlaceMention, ...]:
    """Where a deed was told before a clause that opens on one more town: "killed two in A; in B three were hurt"."""
    own = telling.places
    if (
        len(towns) != 1
        or not own
        or any(same_place(p.place, towns[0].place) for p in own if p.place and towns[0].place)
    ):
        return ()
    text = telling.sentence.text[: towns[0].start - telling.sentence.start]
    counts = [f for f in found.figures.get(telling.sentence.index, ()) if f.figure in ("killed", "injured")]
    before = any(not f.subset and f.end < towns[0].start for f in counts)
    return own if before and OPENS.search(text) and telling.span[1] < towns[0].start else ()


def _towns(telling: Telling, parsed: ParsedText, found: Found) -> list[PlaceMention]:
    """The towns of a sentence that have a count of their own, each once."""
    index = telling.sentence.index
    counts = [f for f in found.figures.get(index, ()) if f.figure in ("killed", "injured") and not f.subset]
    places = [p for p in found.places.get(index, ()) if p.place and is_town(p)]
    towns: list[PlaceMention] = []
    for count in counts:
        town = in_turn(count, counts, places, telling.sentence)
        town = town or next((p for p in places if tied(count, p, counts, telling.sentence)), None)
        if town is not None and not any(same_place(town.place, t.place) for t in towns if t.place and town.place):
            towns.append(town)
    return towns if any(p in towns or p in telling.places for p in places) else []


def in_turn(
    count: FigureMention, counts: Sequence[FigureMention], places: Sequence[PlaceMention], sentence: Sentence
) -> PlaceMention | None:
    """The town of a count where as many towns are named: "hit A and B, leaving four and nine dead respectively"."""
    if "respectively" not in sentence.text:
        return None
    alike = [c for c in counts if c.figure == count.figure]
    towns = list({p.text: p for p in reversed(places) if p.place and is_town(p)}.values())
    towns.sort(key=lambda p: p.start)
    return towns[alike.index(count)] if count in alike and len(alike) == len(towns) > 1 else None


def without_places_of_parts(
    places: Sequence[PlaceMention], figures: Sequence[FigureMention], sentence: Sentence
) -> tuple[PlaceMention, ...]:
    """The places of a sentence without those where only some of the counted fell, where it names another.

    "Killed five in the Donetsk region, including two in Kostiantynivka".
    """
    parts = [f for f in figures if f.figure in ("killed", "injured") and f.subset]
    if not parts or len(places) < FEW:
        return tuple(places)
    only = [p for p in places if any(tied(f, p, figures, sentence) for f in parts)]
    left = tuple(p for p in places if p not in only)
    return left if any(p.place and p.role == "place" for p in left) else tuple(places)


def tied(count: FigureMention, town: PlaceMention, counts: Sequence[FigureMention], sentence: Sentence) -> bool:
    """Whether a town is where the counted were hurt: right behind the count, or opening its clause."""
    text, offset = sentence.text, sentence.start
    if count.end <= town.start:
        parted = any(count.end <= other.start < town.start for other in counts)
        return not parted and bool(BEHIND.fullmatch(text[count.end - offset : town.start - offset]))
    opened = OPENS.search(text[: town.start - offset])
    ahead = AHEAD.fullmatch(text[town.end - offset : count.start - offset]) if town.end <= count.start else None
    return bool(opened and ahead)
