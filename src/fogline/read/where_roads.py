"""Where is "the Juba-Yei road", "the highway between Gao and Ansongo"? Half-way, or at the end named before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from fogline.lexicon.places import place_words
from fogline.model import Place, PlaceMention
from fogline.read.nearby import is_town
from fogline.read.passing import passed_through

SHORTEST_KM: Final = 20.0  # the first end of a shorter road is as good as its middle
LONGEST_KM: Final = 500.0  # further apart two towns mark off no stretch of one road
BACK: Final = 60  # characters before the first town
JOINS: Final = re.compile(r"(?: ?[-–—] ?|-to-| to )")
LINKS: Final = re.compile(r" (?:and|with) (?:the )?(?:(?:town|city|village|border post|crossing) of )?")
AT_TOWN: Final = (" near ", " at ", " in ", " outside ", " of ")


def on_roads(places: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, the two towns that a road is named after as one place on that road."""
    towns = [p for p in places if p.role in ("place", "other") and is_town(p)]
    ends = [(a, b) for a, b in pairwise(towns) if _marks_off(a, b, text)]
    if not ends:
        return list(places)
    both = {p for pair in ends for p in pair}
    named = [p for p in towns if p.role == "place" and p not in both and not passed_through(text, p)]
    roads = {a: road for a, b in ends if (road := _road(a, b, named, text)) is not None}
    lain = {a for a in roads if any(_lies_by_it(p, a, text) for p in named)}
    roads = {a: replace(road, role="other") if a in lain else road for a, road in roads.items()}
    gone = {p for a, b in ends if a in roads for p in (a, b)}
    return sorted([*(p for p in places if p not in gone), *roads.values()], key=lambda p: (p.start, -p.end))


def _marks_off(a: PlaceMention, b: PlaceMention, text: str) -> bool:
    """Whether two towns name one road: "the A-B road", "the road between A and B"."""
    between = text[a.end : b.start]
    if JOINS.fullmatch(between):
        return _road_behind().match(text, b.end) is not None
    return (
        LINKS.fullmatch(between) is not None
        and _road_before().search(text[max(0, a.start - BACK) : a.start]) is not None
    )


def _road(a: PlaceMention, b: PlaceMention, named: Sequence[PlaceMention], text: str) -> PlaceMention | None:
    if a.place is None or b.place is None or a.place.country != b.place.country:
        return None
    far = a.place.km_to(b.place)
    if not 0 < far <= LONGEST_KM:
        return None
    before = {p.place.name for p in named if p.place and p.start < a.start}
    told = [p for p in (a, b) if p.place and p.place.name in before]
    if far < SHORTEST_KM:
        return None if a.role == b.role == "place" else replace(a, role="place")
    if len(told) == 1:
        return replace(told[0], role="place")
    middle = _half_way(a.place, b.place)
    return PlaceMention(a.start, b.end, text[a.start : b.end], "place", middle, a.confidence, unlisted=True)


def _half_way(a: Place, b: Place) -> Place:
    lat, lon = round((a.lat + b.lat) / 2, 5), round((a.lon + b.lon) / 2, 5)
    region = a.region if a.region == b.region else None
    return Place(f"{a.name}-{b.name} road", a.country, region, lat, lon, None, precision="region")


@cache
def _road_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:[A-Za-z]+ )?(?i:{_any(place_words().roads)})\b")


@cache
def _road_before() -> re.Pattern[str]:
    """Before the ends of a road: "on the highway between", "the road that links"."""
    words = place_words()
    joins, towns = _any(words.between_ends | words.joins_ends), _any(words.towns)
    return re.compile(rf"\b(?:{_any(words.roads)}),? (?:(?:that|which) )?(?:{joins}) (?:the )?(?:(?:{towns})s? of )?$")


def _lies_by_it(town: PlaceMention, end: PlaceMention, text: str) -> bool:
    """Whether a road only tells where the town right before it lies, not by which road somebody left it."""
    at = text[max(0, town.start - BACK) : town.start]
    return at.endswith(AT_TOWN) and town.end <= end.start and bool(_lies_on().fullmatch(text, town.end, end.start))


@cache
def _lies_on() -> re.Pattern[str]:
    """Between a town and the ends of the road that it lies on: "near Gao, on the road linking"."""
    return re.compile(r",? (?:on|along|off|beside) (?:the |a )?[a-z -]{0,40}")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words))
