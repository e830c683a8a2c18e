"""Which distances does a report state ("about 1,000 km from the border"), and what does the map say of them?

A stated distance has a place that it is told of, where one stands before it, and what it is counted from: a place, a
country's border, or a front line, which no map of ours knows.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from fogline.gazetteer import Gazetteer
from fogline.gazetteer.borders import is_inside, km_to_country
from fogline.model import Place, PlaceMention
from fogline.model.distance import StatedDistance
from fogline.read.where import places_in

KM_PER_MILE: Final = 1.609344
MOST_KM: Final = 20_100.0  # half the earth's girth; more is no distance between places
REACH: Final = 160  # characters before a distance in which the place stands that it is told of

# "about 1,000 km (620 miles) north-east of", up to the words that it is counted from.
DISTANCE: Final = re.compile(
    r"(?P<hedge>\b(?:about|around|some|roughly|approximately|nearly|almost|over|more than|less than|at least|up to|only"
    r"|just|barely)\s)?"
    r"\b(?P<number>\d{1,3}(?:,\d{3})|\d{1,5}(?:\.\d)?)[ \u00a0-]?"
    r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b"
    r"(?:\s\([^()\n]{1,30}\))?"
    r"(?:\s(?:away|to the|deep|further|north|south|east|west|north-?east|north-?west|south-?east|south-?west))*"
    r"\s(?:from|of|inside|off|beyond|behind|into|outside|across)\s",
    re.IGNORECASE,
)
LINE: Final = re.compile(
    r"(?:the\s)?(?:[a-z]+\s){0,2}(?:front\s?line|front-line|line of contact|contact line|front)\b", re.IGNORECASE
)
BORDER: Final = re.compile(
    r"(?P<before>[^.,;:()\n]{0,60}?)\bborders?\b(?P<with>\s(?:with|of)\s(?:the\s)?)?", re.IGNORECASE
)
BEFORE_PLACE: Final = len("the city of the ")

SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True)
class _Places:
    """The mentions of a text that have a place, in order."""

    text: str
    mentions: tuple[PlaceMention, ...]
    starts: tuple[int, ...]

    def starting(self, first: int, end: int) -> tuple[PlaceMention, ...]:
        """Those that start at characters [first, end)."""
        return self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, end)]

    @cached_property
    def countries(self) -> list[str]:
        """The countries of the text, those that it speaks of most first."""
        counts = Counter(m.place.country for m in self.mentions if m.place and m.place.country)
        return [iso2 for _, iso2 in sorted((-count, iso2) for iso2, count in counts.items())]


def find_distances(
    text: str, gazetteer: Gazetteer, places: Sequence[PlaceMention] | None = None
) -> list[StatedDistance]:
    """The distances that a text states, in order; `places` are its mentions of places, where they are known."""
    mentions = tuple(m for m in (places_in(text, gazetteer) if places is None else places) if m.place)
    known = _Places(text, mentions, tuple(m.start for m in mentions))
    found = []
    for match in DISTANCE.finditer(text):
        km = float(match["number"].replace(",", "")) * (KM_PER_MILE if match["unit"].lower().startswith("mi") else 1.0)
        stated = _counted_from(match, km, known) if km <= MOST_KM else None
        if stated:
            found.append(stated)
    return found


def _counted_from(match: re.Match[str], km: float, known: _Places) -> StatedDistance | None:
    """The distance with what it is counted from, None where that is neither place, border nor line."""
    text, start = known.text, match.start()
    of = _told_of(start, known)
    line = LINE.match(text, match.end())
    if line:
        return StatedDistance(start, line.end(), text[start : line.end()], km, "line", of)
    border = BORDER.match(text, match.end())
    if border:
        end, country = _border(border, of, known)
        return StatedDistance(start, end, text[start:end], km, "border", of, None, country, _km_to_border(of, country))
    there = next(iter(known.starting(match.end(), match.end() + BEFORE_PLACE)), None)
    between = text[match.end() : there.start] if there else ""
    if there is None or there.place is None or (between and not between.islower()):
        return None
    exact = of and of.precision == there.place.precision == "settlement"
    measured = round(of.km_to(there.place), 1) if of and exact else None
    return StatedDistance(start, there.end, text[start : there.end], km, "place", of, there.place, None, measured)


def _told_of(start: int, known: _Places) -> Place | None:
    """The last settlement that stands as a place before a distance, in its sentence."""
    for mention in reversed(known.starting(start - REACH, start)):
        if SENTENCE_END.search(known.text, mention.end, start):
            return None
        if mention.role == "place" and mention.place and mention.place.precision == "settlement":
            return mention.place
    return None


def _border(border: re.Match[str], of: Place | None, known: _Places) -> tuple[int, str | None]:
    """Where the words of a border end, and the country whose border is counted from.

    "The Ukrainian border" and "the border with Ukraine" name it; of two that they name, it is the one in which the
    place does not lie. A bare "the border" is that of the other country of which the text speaks most.
    """
    end = border.end()
    named = known.starting(border.start(), border.end("before"))
    if border["with"]:
        behind = known.starting(end, end + 1)
        end = behind[0].end if behind else border.start("with")
        named = behind or named
    home = of.country if of else None
    isos = [m.place.country for m in named if m.place and m.place.country]
    abroad = [iso2 for iso2 in isos or known.countries if iso2 != home]
    return end, next(iter([*abroad, *isos]), None)


def _km_to_border(of: Place | None, country: str | None) -> float | None:
    if of is None or country is None:
        return None
    if of.country != country and is_inside(of.lat, of.lon, country):
        return 0.0
    km = km_to_country(of.lat, of.lon, country)
    return None if km is None else round(km, 1)
