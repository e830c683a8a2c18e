"""Does an area only say which town is meant: "the Red Sea resort of Eilat", "the West Bank city of Jenin"?

The deed is in the town then, and hangs on its words as closely as those of the area do.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from fogline.lexicon.places import place_words
from fogline.model import PlaceMention
from fogline.read.company import Around
from fogline.read.nearby import is_town


def areas_before(around: Around) -> Mapping[PlaceMention, PlaceMention]:
    """The towns of a sentence before which an area stands that they lie in or by, each with it."""
    text, offset = around.sentence.text, around.sentence.start
    places = [p for p in around.places if p.role == "place" and p.place is not None]
    return {
        town: area
        for area, town in pairwise(places)
        if not is_town(area) and is_town(town) and _town_of().fullmatch(text, area.end - offset, town.start - offset)
    }


@cache
def _town_of() -> re.Pattern[str]:
    kinds = "|".join(sorted(place_words().settlement))
    return re.compile(rf" (?:[a-z-]+ ){{0,2}}(?:{kinds})(?:,|,? (?:of|called|named))? (?:the )?")
