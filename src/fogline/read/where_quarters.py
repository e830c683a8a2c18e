"""Which namesakes elsewhere are no place of a report, since the text calls the name a part of a city?

"The Faladié district of Mali's capital" is in Bamako, wherever a village Faladié lies.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from fogline.lexicon.places import place_words
from fogline.model import PlaceMention

QUARTER_KM: Final = 20.0  # a quarter lies no further from the middle of its city
DISTRICT_KM: Final = 60.0  # nor a district, which may be a rural one around it


def in_cities(places: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, a quarter of a city that is called like a place elsewhere at its city."""
    named = [p for p in places if p.place and p.place.precision == "settlement"]
    out = list(places)
    for part, city in pairwise(named):
        reach = _reach(text[part.end : city.start])
        if reach and part.place and city.place and part.place.km_to(city.place) > reach:
            out[out.index(part)] = replace(part, place=city.place)
    return out


def _reach(between: str) -> float:
    """How far a part can lie from its city, by the words between them; 0 where they call it none."""
    match = _part_of().fullmatch(between)
    if match is None:
        return 0.0
    return QUARTER_KM if match["kind"].lower() in place_words().quarter else DISTRICT_KM


@cache
def _part_of() -> re.Pattern[str]:
    kinds = "|".join(sorted(place_words().quarter | place_words().city_parts))
    owner = r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s? )?"  # "Mali's", before "capital"
    return re.compile(
        rf" (?P<kind>{kinds}),? (?:of|in) (?:the )?(?:(?:[a-z]+ )?(?:city|town) of )?{owner}(?:[A-Z][a-z]+ )?"
    )
