"""What does one part of a heading say: "Rebels claim town near Gao as toll of market blast climbs"?

A part tells of one thing. Its words, not those of the others, stand again in the sentences that tell of that below.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from fogline.lexicon.phrases import words
from fogline.model import FigureMention
from fogline.read.telling import Telling

CLAUSES = r";\s|\s[●•]\s|\s(?:as|while|after|amid|but)\s"  # what stands between them is a clause
SEAM = re.compile(rf"{CLAUSES}|[:|,]\s|\s[–—-]\s")
PARTED = re.compile(CLAUSES)
FEWEST_LETTERS = 4  # of a word that says which happening is meant
KEPT = 1024  # sentences
Part = tuple[int, int]


def part_of(telling: Telling) -> Part:
    """The offsets in the sentence of the part of a heading in which a telling's words stand."""
    text, at = telling.sentence.text, telling.span[0] - telling.sentence.start
    seams = [m.end() for m in SEAM.finditer(text)]
    return max((s for s in seams if s <= at), default=0), min((s for s in seams if s > at), default=len(text))


def in_their_parts(tellings: Sequence[Telling], headings: Iterable[str]) -> list[Telling]:
    """The tellings, those of headings without the places of other clauses and of parts that tell of a deed too."""
    parts = {id(t): part_of(t) for t in tellings if t.sentence.part in headings}
    return [_with_its_own(t, tellings, parts) if id(t) in parts else t for t in tellings]


def _with_its_own(telling: Telling, tellings: Sequence[Telling], parts: Mapping[int, Part]) -> Telling:
    mine = parts[id(telling)]
    others = {parts[id(t)] for t in tellings if id(t) in parts and t.sentence is telling.sentence} - {mine}
    text, start = telling.sentence.text, telling.sentence.start

    def apart(at: int) -> bool:
        outside = not mine[0] <= at < mine[1]
        parted = outside and bool(PARTED.search(text[min(at, mine[0]) : max(at, mine[0])]))
        return parted or any(a <= at < z for a, z in others)

    places = tuple(p for p in telling.places if not apart(p.start - start))
    context = telling.context
    elsewhere = context is not None and start <= context.start < telling.sentence.end and apart(context.start - start)
    return replace(telling, places=places, context=None if elsewhere else context)


def words_in_common(telling: Telling, told: Iterable[Telling]) -> int:
    """How many longer words of a heading's part, but those that tell the deed, stand again where the deed is told."""
    start, end = part_of(telling)
    at = telling.sentence.start
    own = [w for w in words(telling.sentence.text[start:end]) if len(w.key) >= FEWEST_LETTERS]
    deed = (telling.span[0] - at, telling.span[1] - at)
    mine = {_stem(w.key) for w in own if not deed[0] <= start + w.start < deed[1]}
    return max((len(mine & _keys(t.sentence.text)) for t in told), default=0) if mine else 0


def rounds_off(figure: FigureMention, counted: Iterable[FigureMention]) -> bool:
    """Whether a heading's number leaves out the bounds of the body's: "38 killed" for "at least 38 were killed"."""
    number = figure.value.low
    told = [other.value for other in counted if other.figure == figure.figure]
    if figure.value.high != number or figure.value in told:
        return False
    return any(v.low - 1 <= number <= (v.low if v.high is None else v.high) and v.low != v.high for v in told)


@lru_cache(maxsize=KEPT)
def _keys(text: str) -> frozenset[str]:
    return frozenset(_stem(word.key) for word in words(text))


def _stem(key: str) -> str:
    return key.removesuffix("'s").removesuffix("s")


def named_below(heading: Telling, told: Sequence[Telling]) -> bool:
    """Whether the sentence that first tells of these names the place of a heading too: "in X district of Bastar"."""
    first = told[0].sentence.text
    return any(re.search(rf"\b{re.escape(p.text)}\b(?![’']s)", first) for p in heading.places)
