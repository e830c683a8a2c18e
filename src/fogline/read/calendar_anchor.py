"""From which day told before does "three days after the blast" count?

A report that looks back names what it told by a noun with "the" or "his" and counts on from its day: what stands beside
those words happened then. In "the arrests came three days after the blast" the words tell the day of the blast alone.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read.calendar_words import any_of

FAR = 3000  # characters back to where what is named was told
CAME = re.compile(
    r"\b(?:came|comes?|coming|follow(?:s|ed|ing)?|happened|occurred|took\s+place|was|were|is|are)"
    r"(?:\s+(?:only|just|barely|exactly|not|less\s+than|more\s+than))*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day on which something was told to happen, where it was told and in which sentence."""

    at: int
    sentence: tuple[int, int]
    day: dt.date
    nights: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of what words name: they count on from it and end `reach` characters behind, or only tell that day."""

    day: dt.date
    nights: int
    counts_on: bool
    reach: int


def anchor_of(text: str, bounds: tuple[int, int], span: tuple[int, int], told: Sequence[DayTold]) -> Anchor | None:
    """The day of the deed that "three days after" at a span names by a noun, where a sentence before tells it.

    `bounds` are those of the sentence, which must not date something itself: "on Friday, three days after the blast".
    """
    named = _named().match(text, span[1], bounds[1])
    if named is None or any(t.sentence == bounds and t.at < span[0] for t in told):
        return None
    noun = " ".join(named["noun"].lower().split())
    found = _told_as(noun, text, bounds[0], told)
    came = CAME.search(text[bounds[0] : span[0]].rstrip()) is not None
    if found is None or (came and noun in time_words().named_again[0].nouns):
        return None
    return Anchor(found.day, found.nights, not came, 0 if came else named.end() - span[1])


def _told_as(noun: str, text: str, end: int, told: Sequence[DayTold]) -> DayTold | None:
    """The day of the last sentence before an offset that tells and dates what a noun names, else the one before it."""
    before = [t for t in told if t.sentence[1] <= end]
    if not before:
        return None
    deeds = [m.start() for m in _words_for(noun).finditer(text, max(before[0].sentence[0], end - FAR), end)]
    dated = [(at, [t for t in before if t.sentence[0] <= at < t.sentence[1]]) for at in reversed(deeds)]
    for at, here in dated:
        if here:
            return min(here, key=lambda t: abs(t.at - at))
    first = next((at for at, _ in reversed(dated)), None)
    return next((t for t in reversed(before) if first is not None and t.at < first), None)


@cache
def _named() -> re.Pattern[str]:
    """A noun for what was told: "the mine blast", "his abduction", with where it was up to a stop."""
    nouns = any_of(noun for again in time_words().named_again for noun in again.nouns)
    return re.compile(
        rf"\s+(?:the|that|this|those|these|his|her|their|its)\s+(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{nouns})\b(?!['’-])"
        r"(?:\s+(?:on|in|at|of|near|against|outside)\s+(?:the\s+|a\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?(?=[,.;]))?",
        re.IGNORECASE,
    )


@cache
def _words_for(noun: str) -> re.Pattern[str]:
    """The words that tell what a noun names; one for any attack is told by all words of attacks."""
    kinds = [again for again in time_words().named_again if noun in again.nouns]
    words = any_of(word for again in kinds for word in again.told)
    return re.compile(rf"\b{words}(?:s|es)?\b", re.IGNORECASE)
