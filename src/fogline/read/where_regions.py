"""Does a name that holds another mean the region and not its city: "Spin Boldak district in Kandahar"?"""

from collections.abc import Mapping
from typing import Final

from fogline.read.where_holders import Holder
from fogline.read.where_sense import Sense
from fogline.read.where_story import Story

OUTSIDE_KM: Final = 15.0  # so far from a city's middle no place is told to be in it


def as_regions(story: Story, senses: dict[int, Sense], holders: Mapping[int, Holder]) -> dict[int, Sense]:
    """The senses, of cities that hold a far place those of the regions named like them, where the place lies in one."""
    found = dict(senses)
    for at, holder in holders.items():
        held, city = senses.get(at), senses.get(holder.at)
        if held is None or city is None or city.candidate.kind != "settlement" or holder.near or holder.region:
            continue
        if held.candidate.place.km_to(city.candidate.place) <= OUTSIDE_KM:
            continue
        regions = [c for c in story.names[holder.at].candidates if c.kind == "region" and held.candidate.lies_in(c)]
        if regions:
            found[holder.at] = Sense(regions[0], city.confidence, city.contained)
    return found
