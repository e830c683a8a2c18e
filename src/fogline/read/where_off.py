"""Where is "100 km northeast of Mandalay"? A stated way and distance from a town is a place of its own."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fogline.lexicon.places import place_words
from fogline.model import Place, PlaceMention

KM_PER_MILE: Final = 1.609344
KM_PER_DEGREE: Final = 111.2  # of latitude
LEAST_KM: Final = 15.0  # nearer than this it is as good as the town
BACK: Final = 80  # characters before the town
OFF: Final = re.compile(
    r"\b(?P<far>\d{1,3}(?:\.\d)?)[ -]?(?P<unit>kms?|kilomet(?:er|re)s?|miles?)(?: \([^()\n]{1,20}\))?"
    r"(?: to the| due)? (?P<way>[a-z]+(?:-[a-z]+)?) of (?:the )?(?:(?:[a-z]+ ){0,2}(?:town|city|village|capital) )?"
    r"(?:of )?$"
)


def at_distance(places: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, a town from which a way and a distance are told at that distance from itself."""
    return [_moved(mention, text) for mention in places]


def _moved(mention: PlaceMention, text: str) -> PlaceMention:
    place = mention.place
    if mention.role != "place" or place is None or place.precision != "settlement":
        return mention
    match = OFF.search(text[max(0, mention.start - BACK) : mention.start])
    way = place_words().ways.get(match["way"]) if match else None
    if match is None or way is None or not any(way):
        return mention
    km = float(match["far"]) * (KM_PER_MILE if match["unit"].startswith("mile") else 1.0)
    return (
        replace(mention, place=_off(place, km, way, f"{match['far']} {match['unit']} {match['way']} of"))
        if km >= LEAST_KM
        else mention
    )


def _off(place: Place, km: float, way: tuple[int, int], words: str) -> Place:
    length = math.hypot(*way)
    there = moved(place, (km * way[0] / length, km * way[1] / length))
    return replace(there, name=f"{words} {place.name}", geonameid=None)


def moved(place: Place, way: tuple[float, float]) -> Place:
    """The place so many kilometres east and north of itself."""
    lat = place.lat + way[1] / KM_PER_DEGREE
    lon = place.lon + way[0] / (KM_PER_DEGREE * math.cos(math.radians(place.lat)))
    return replace(place, lat=round(lat, 5), lon=round(lon, 5)) if any(way) else place
