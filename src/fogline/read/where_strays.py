"""Which names were taken for a town of a country that the report has nothing to do with?

A surname, half of a compound name or a village that the gazetteer lacks may be the name of a city on another
continent. Where the report names neither that country nor anything else in it, and its other towns lie far away, such
a city is not meant.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from fogline.gazetteer import Candidate
from fogline.read.where_context import BIG, GREAT
from fogline.read.where_sense import Sense
from fogline.read.where_story import Name, Story

FAR_KM: Final = 800.0  # from all other towns of the report
TOWNS: Final = 3  # other towns, so that it is known where the report is


def without_strays(story: Story, senses: Mapping[int, Sense]) -> dict[int, Sense]:
    """The senses of the names by their position, without those of towns that are not meant."""
    bearers: defaultdict[str, set[Candidate]] = defaultdict(set)
    told = set()
    for at, chosen in senses.items():
        candidate, country = chosen.candidate, chosen.candidate.place.country or ""
        if candidate.kind == "settlement" and not chosen.contained:
            bearers[country].add(candidate)
        else:
            told.add(country)
        if story.names[at].demonym:
            told.add(country)
    told |= {c.place.country or "" for name in story.names if name.demonym for c in name.candidates}
    towns = {row for several in bearers.values() for row in several}
    alone = {next(iter(several)) for country, several in bearers.items() if country not in told and len(several) == 1}
    far = {town for town in alone if _is_far(town, towns)}
    often: defaultdict[Candidate, int] = defaultdict(int)
    for chosen in senses.values():
        often[chosen.candidate] += 1
    return {
        at: chosen
        for at, chosen in senses.items()
        if chosen.candidate not in far or _is_meant(story.names[at], chosen.candidate, often[chosen.candidate])
    }


def _is_far(town: Candidate, towns: set[Candidate]) -> bool:
    others = [other for other in towns if other != town]
    small = not town.capital and town.population < GREAT
    return small and len(others) >= TOWNS and all(town.place.km_to(other.place) > FAR_KM for other in others)


def _is_meant(name: Name, town: Candidate, often: int) -> bool:
    """Whether a city is named once, and as a place: "talks in Geneva"."""
    return often == 1 and bool(name.by) and not name.village and town.population >= BIG
