"""From where did the counted flee, and whither: "nearly 3,000 people have reached Dori from Sebba"?

What drove them out was where they left; where they arrived nothing has happened.
"""

import re
from collections.abc import Sequence
from functools import cache

from fogline.lexicon.figures import count_words
from fogline.model import PlaceMention
from fogline.read.calendar_words import any_of
from fogline.read.text import Sentence

FLEEING = ("displaced", "evacuated")
BACK = 48  # characters before a place that can say so
ARTICLES = r"(?:the |its |their )?(?:[a-z]+ (?:of )?){0,2}?"  # "from the nearby town of X"
LISTED = re.compile(r"(?:,|,? and|,? or)(?: the)? ")
NAMES = ("place", "other")


def left_behind(
    sentence: Sentence, named: Sequence[PlaceMention], every: Sequence[PlaceMention]
) -> tuple[PlaceMention, ...] | None:
    """The places that people fled from, else those of a sentence where they did not arrive; None where none says so.

    `named` are the places where the sentence has something happen, `every` all names of places in it.
    """
    ways = _ways(sentence, [p for p in every if p.role in NAMES and p.place])
    origins = tuple(p for p, way in ways if way == "from" and p.place and p.place.precision != "country")
    arrived = [p for p, way in ways if way == "to"]
    if not origins and not arrived:
        return None
    return origins or tuple(p for p in named if p not in arrived)


def _ways(sentence: Sentence, towns: Sequence[PlaceMention]) -> list[tuple[PlaceMention, str]]:
    """Each place with "from" or "to", or "" where neither stands before it; of a list each as the first.

    Places behind one where they arrived tell more of it: "reached Chad, where nuns sheltered them".
    """
    ways: list[tuple[PlaceMention, str]] = []
    for town in towns:
        at = town.start - sentence.start
        before = sentence.text[max(0, at - BACK) : at]
        ways_before = {"from": _last(_from(), before), "to": _last(_to(), before)}
        way = max(ways_before, key=lambda one: ways_before[one])
        way = way if ways_before[way] >= 0 else ""
        if ways and LISTED.fullmatch(sentence.text[ways[-1][0].end - sentence.start : at]):
            way = ways[-1][1]
        way = way or ("to" if ways and ways[-1][1] == "to" else "")
        ways.append((town, way))
    return ways


def _last(words: re.Pattern[str], before: str) -> int:
    """Where the last of the words right before a place begins; -1 without any."""
    return max((at for at in range(len(before)) if words.match(before, at)), default=-1)


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(count_words().marks['fled_from'])} {ARTICLES}$", re.IGNORECASE)


@cache
def _to() -> re.Pattern[str]:
    """Before where people arrived: "fled to", "arrived on foot in", "are sheltering in schools in"."""
    marks = count_words().marks
    there = rf"{any_of(marks['settled_in'])}(?: [\w-]+){{0,3}}? (?:in|at|near|around|outside)"
    return re.compile(rf"\b(?:{any_of(marks['fled_to'])}|{there}) {ARTICLES}$", re.IGNORECASE)
