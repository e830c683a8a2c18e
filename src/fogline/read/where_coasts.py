"""Where is "off the Turkish coast", "off Yemen", "Libya's coast"? On that country's shore, by the sea named."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fogline.gazetteer.data import coasts
from fogline.model import Place, PlaceMention

BACK, AHEAD = 40, 40  # characters around a country's name
SHORE: Final = r"(?:coast|coasts|coastline|shore|shores|shoreline|waters|littoral|seaboard)"
WAY: Final = r"(?:(?:southern|northern|eastern|western|territorial|south|north|east|west|Black|Red|Sea) ){0,2}"
# "off Yemen", "off the coast of Libya", "the Black Sea shore of Turkey".
BEFORE: Final = re.compile(rf"\b(?:[Oo]ff(?: of)?|{SHORE} of) (?:the )?{WAY}$")
# "Libya's coast", "Myanmar's western coast".
BEHIND: Final = re.compile(rf"(?:['’]s)? {WAY}{SHORE}\b(?! guard)")
ENDS: Final = re.compile(rf"\b{SHORE}$")  # "Turkish coast", named as one


def on_coasts(places: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, a country of whose coast the text speaks at that coast."""
    seas = [(p.start, p.place.name) for p in places if p.place and p.place.precision == "region"]
    return [_ashore(mention, text, seas) for mention in places]


def _ashore(mention: PlaceMention, text: str, seas: Sequence[tuple[int, str]]) -> PlaceMention:
    place = mention.place
    if mention.role != "place" or place is None or place.precision != "country" or place.country is None:
        return mention
    before, behind = text[max(0, mention.start - BACK) : mention.start], text[mention.end : mention.end + AHEAD]
    if not (ENDS.search(mention.text) or BEFORE.search(before) or BEHIND.match(behind)):
        return mention
    points = coasts().get(place.country, {})
    named = sorted((abs(at - mention.start), sea) for at, sea in seas if sea in points)
    sea = named[0][1] if named else next(iter(points), None)
    return mention if sea is None else replace(mention, place=_point(place, points[sea]))


def _point(place: Place, point: tuple[float, float]) -> Place:
    name = f"coast of {place.name}"  # no nearer told than the country, for what else is told of it
    return replace(place, name=name, lat=point[0], lon=point[1], geonameid=None)
