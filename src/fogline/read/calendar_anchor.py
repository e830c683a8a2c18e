"""From which day told before does "three days after the blast" count?

A report that looks back names what it told by a noun with "the" or "his" and counts on from its day: what stands beside
those words happened then. In "the arrests came three days after the blast" and behind a day of the sentence's own the
words tell the day of the blast alone.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read.calendar_words import any_of

NAME = re.compile(r"\b[A-Z][\w’'-]+")
STEM = 5  # letters of a name, so that "the Israeli strike" finds Israel
OF_THEM = re.compile(r"\s+(?:they|he|she|it|we|I)\s+[^,.;:]{2,50}(?=,)")  # "four days before they left, "
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
    """The day that words count on from; they end `reach` characters behind."""

    day: dt.date
    nights: int
    reach: int


def anchor_of(text: str, bounds: tuple[int, int], span: tuple[int, int], told: Sequence[DayTold]) -> Anchor | None:
    """The day of the deed that "three days after" at a span names by a noun, where a sentence before tells it.

    `bounds` are those of the sentence, which must not date something itself: "on Friday, three days after the blast".
    """
    named = _named().match(text, span[1], bounds[1])
    before = [t for t in told if t.sentence[1] <= bounds[0]]
    if named is None and before and not text[bounds[0] : span[0]].strip():
        spoken_of = OF_THEM.match(text, span[1], bounds[1])
        return Anchor(before[-1].day, before[-1].nights, spoken_of.end() - span[1]) if spoken_of else None
    if named is None or any(t.sentence == bounds and t.at < span[0] for t in told):
        return None
    if CAME.search(text[bounds[0] : span[0]].rstrip()):
        return None
    noun = " ".join(named["noun"].lower().split())
    found = _told_as(noun, NAME.findall(named[0]), text, before)
    return Anchor(found.day, found.nights, named.end() - span[1]) if found else None


def _told_as(noun: str, names: Sequence[str], text: str, told: Sequence[DayTold]) -> DayTold | None:
    """The day of the last sentence that tells and dates what a noun names, in the towns named."""
    if not told:
        return None
    end = told[-1].sentence[1]
    deeds = [m.start() for m in _words_for(noun).finditer(text, max(told[0].sentence[0], end - FAR), end)]
    for at in reversed(deeds):
        here = [t for t in told if t.sentence[0] <= at < t.sentence[1]]
        if here and all(text.find(name[:STEM], *here[0].sentence) >= 0 for name in names):
            return min(here, key=lambda t: abs(t.at - at))
    return None


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
