"""Does an area only say which town is meant: "the Red Sea resort of Eilat", "the West Bank city of Jenin"?

The deed is in the town then, and hangs on its words as closely as those of the area do.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from fogline.gazetteer.fold import fold
from fogline.lexicon.places import place_words
from fogline.model import Place, PlaceMention
from fogline.read.company import Around
from fogline.read.nearby import contains, is_town

LONGEST = 40  # characters of a word of a name
AROUND_KM = 150  # from the middle of an area to a town in it
LISTED = re.compile(r",? and |, [A-Z]")  # behind one more place of a list


def areas_before(around: Around) -> Mapping[PlaceMention, PlaceMention]:
    """The towns of a sentence before which an area stands that they lie in or by, each with it."""
    text, offset = around.sentence.text, around.sentence.start
    places = [p for p in around.places if p.role == "place" and p.place is not None]
    return {
        town: area
        for area, town in pairwise(places)
        if not is_town(area) and is_town(town) and _town_of().fullmatch(text, area.end - offset, town.start - offset)
    }


def areas_behind(around: Around) -> frozenset[PlaceMention]:
    """The areas right behind a town that lies in them: "Kobo village, Raya district", "Lasu in Yei County"."""
    text, offset = around.sentence.text, around.sentence.start
    places = [p for p in around.places if p.role == "place" and p.place is not None]
    found: set[PlaceMention] = set()
    for town, area in pairwise(places):
        if not (is_town(town) or town in found) or (is_town(area) and not is_district(text, area.end - offset)):
            continue
        lies_in = _lying_in().fullmatch(text, town.end - offset, area.start - offset)
        if lies_in and not LISTED.match(text, area.end - offset) and _holds(area.place, town.place):
            found.add(area)
    return frozenset(found)


def _holds(wide: Place | None, narrow: Place | None) -> bool:
    if wide is None or narrow is None or wide.country != narrow.country:
        return False
    return contains(wide, narrow) or wide.km_to(narrow) <= AROUND_KM


def is_district(text: str, end: int) -> bool:
    """Whether a name that ends there is a district's, though the gazetteer has only its town: "Morobo County"."""
    named = text[max(0, end - LONGEST) : end].split()[-1:] + text[end : end + LONGEST].split()[:1]
    return bool({fold(word).strip(",.;") for word in named} & (place_words().region | place_words().district))


@cache
def _lying_in() -> re.Pattern[str]:
    kinds = "|".join(sorted(place_words().settlement))
    return re.compile(rf"(?: (?:{kinds}))?(?:,|,? in|,? of) (?:the )?")


@cache
def _town_of() -> re.Pattern[str]:
    kinds = "|".join(sorted(place_words().settlement))
    return re.compile(rf" (?:[a-z-]+ ){{0,2}}(?:{kinds})(?:,|,? (?:of|called|named))? (?:the )?")
