"""What does a report as a whole tell of where it is: which countries, regions and places does it speak of?"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from fogline.gazetteer import Candidate, Gazetteer
from fogline.gazetteer.fold import fold
from fogline.lexicon.parties import parties
from fogline.lexicon.places import place_words
from fogline.read.where_story import Name, Story

# Settlers' countries are full of namesakes, and great powers are named in every report.
DAMPED: Final = {"US": 0.25, "GB": 0.3, "CA": 0.3, "AU": 0.3, "FR": 0.5}
WEIGHT_COUNTRY: Final = 1.0
WEIGHT_DEMONYM: Final = 0.7
WEIGHT_PLACE: Final = 0.8
WEIGHT_GROUP: Final = 0.5  # for the home of an armed group, where no country is named
WEIGHT_ONLY_THERE: Final = 0.5  # for a village's name that one country alone has
AT_HOME: Final = 0.3  # of the weight of the main country: a country of which villages are believed
BIG: Final = 100_000  # a settlement of this size is known without its country
KNOWN_ALSO: Final = 5_000  # a smaller settlement is not known by its second names
TOWNS: Final = 10  # times as many people as a town of its name: Texas, not Kano
GREAT: Final = 1_000_000  # a region with so many inhabitants may be meant where a country shares its name


@dataclass(frozen=True, slots=True)
class Context:
    """What a report as a whole tells of where it is: countries with weights up to 1, regions, places known."""

    countries: Mapping[str, float]
    regions: frozenset[int]
    places: tuple[Candidate, ...]
    pull: Mapping[int, float] = field(default_factory=dict)
    """How much the report's other names speak for a place, by its row; see `where_pull`."""
    told: Mapping[str, float] = field(default_factory=dict, compare=False)
    """How often its names tell of each country, weighted."""
    silent: bool = False
    """Whether no name tells of a country; `countries` then are at most the homes of armed groups."""
    measured: dict[int, float] = field(default_factory=dict, compare=False)
    """Kilometres to the nearest place known, by row, as far as they were asked for."""

    def km_to_known(self, candidate: Candidate) -> float:
        """How far a place lies from the nearest other place known, infinite where none is."""
        if candidate.row not in self.measured:
            others = (candidate.place.km_to(p.place) for p in self.places if p.row != candidate.row)
            self.measured[candidate.row] = min(others, default=math.inf)
        return self.measured[candidate.row]

    def weight(self, country: str | None) -> float:
        """How much the report speaks of a country, 0 to 1."""
        return self.countries.get(country, 0.0) if country else 0.0

    def home(self, country: str | None) -> bool:
        """Whether a village of that country may be meant."""
        return self.weight(country) >= AT_HOME

    @property
    def main_country(self) -> str | None:
        """The country that the report speaks of most."""
        return max(self.countries, key=lambda c: (self.countries[c], c), default=None)


def context(story: Story, gazetteer: Gazetteer) -> Context:
    """The countries and regions of a report, before it is known what its settlements are."""
    tally: defaultdict[str, float] = defaultdict(float)
    regions: set[int] = set()
    named = frozenset(country for name in story.names for country in _named_countries(name, gazetteer))
    only_there: dict[str, str] = {}
    for name in story.names:
        first = name.candidates[0] if name.candidates else None
        if name.demonym or first is None or first.kind == "country":
            outright = _outright(name, gazetteer)
            for country in outright:
                tally[country] += _weight(name, country) / len(outright)
        elif first.kind == "area" or only_container(name):
            fitting = [c for c in name.candidates if c.kind == first.kind or "area" not in name.kinds()]
            fitting = [c for c in fitting if c.kind in {"area", "region"}]
            for candidate in fitting:
                tally[candidate.place.country or ""] += WEIGHT_PLACE / len({c.place.country for c in fitting})
            regions |= _regions(fitting)
        elif _clear(name, named):
            country = first.place.country or ""
            tally[country] += WEIGHT_PLACE * (DAMPED.get(country, 1.0) if first.capital else 1.0)
        elif _only_there(name, named):
            only_there[name.folded] = first.place.country or ""
    for country in only_there.values():
        tally[country] += WEIGHT_ONLY_THERE
    tally.pop("", None)
    silent = not tally
    if silent:
        tally.update(dict.fromkeys(_groups_lands(story), WEIGHT_GROUP))
    return Context(_shares(tally), frozenset(regions), (), told=tally, silent=silent)


def _groups_lands(story: Story) -> list[str]:
    """The homes of the armed groups that a text names by short or by several words: "Masisi was captured by M23"."""
    found = []
    for at, word in enumerate(story.words):
        short = story.text[word.start : word.end].isupper()
        for name, country in _groups().get(word.folded, ()) if word.capital else ():
            if (short or len(name) > 1) and all(
                story.folded(at + n, story.sentence_of[at]) == part for n, part in enumerate(name)
            ):
                found.append(country)
    return sorted(set(found))


@cache
def _groups() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The names of armed groups at home in one country, folded, with that country, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for party in parties().values():
        if party.kind == "armed_group" and party.iso2 and not party.abroad:
            for written in (party.name, *party.names):
                words = tuple(fold(written).split())
                found.setdefault(words[0], []).append((words, party.iso2))
    return {first: tuple(sorted(names)) for first, names in found.items()}


def knowing(report: Context, places: Sequence[Candidate]) -> Context:
    """The context where these settlements are known to be named."""
    tally = defaultdict(float, report.told)
    for candidate in places:
        tally[candidate.place.country or ""] += WEIGHT_PLACE / 2
    tally.pop("", None)
    regions = report.regions | {candidate.region for candidate in places if candidate.region >= 0}
    return Context(_shares(tally), regions, tuple(places), report.pull, tally, silent=report.silent and not places)


def _shares(tally: Mapping[str, float]) -> dict[str, float]:
    """The weight of each country, 1 for that of which most is told: roots, so that a few words count."""
    roots = {country: math.sqrt(count) for country, count in tally.items()}
    top = max(roots.values(), default=1.0)
    return {country: roots[country] / top for country in sorted(roots)}


def _regions(wide: list[Candidate]) -> set[int]:
    """The rows of the regions that areas and regions are or take in."""
    parts = {part for candidate in wide for part in candidate.parts if isinstance(part, int)}
    return parts | {candidate.row for candidate in wide if candidate.kind == "region"}


def _outright(name: Name, gazetteer: Gazetteer) -> list[str]:
    """The countries that a demonym or a country's name speaks of: two for Georgia, where a big region shares it."""
    if name.demonym:
        return [_demonym_country(name, gazetteer)]
    great = (c for c in name.candidates if c.kind == "country" or (c.kind == "region" and c.population >= GREAT))
    return [candidate.place.country or "" for candidate in great]


def _weight(name: Name, country: str) -> float:
    return (WEIGHT_DEMONYM if name.demonym else WEIGHT_COUNTRY) * DAMPED.get(country, 1.0)


def _named_countries(name: Name, gazetteer: Gazetteer) -> set[str]:
    """The countries that a name or demonym names outright, or by an area or region."""
    if name.demonym:
        return {_demonym_country(name, gazetteer)} - {""}
    first = name.candidates[0] if name.candidates else None
    if first is None or not (first.kind in {"country", "area"} or only_container(name)):
        return set()
    return {c.place.country for c in name.candidates if c.kind == first.kind and c.place.country}


def _only_there(name: Name, named: frozenset[str]) -> bool:
    """Whether a name that stands as a place does belongs to settlements of one country alone.

    Where other countries are named, a village is not known by its second names.
    """
    told = bool(name.by) or name.struck or name.typed == "settlement"
    if not told or name.folded in place_words().common:
        return False
    second = all(c.folded != name.folded and c.population < KNOWN_ALSO for c in name.candidates)
    if second and named and name.candidates[0].place.country not in named:
        return False
    return len({c.place.country for c in name.candidates}) == 1 and name.candidates[0].place.country not in DAMPED


def _demonym_country(name: Name, gazetteer: Gazetteer) -> str:
    country = gazetteer.country_of_demonym(name.folded)
    if country:
        return country.iso2
    area = gazetteer.area_of_demonym(name.folded)
    return (area.place.country or "") if area else ""


def _clear(name: Name, named: frozenset[str]) -> bool:
    """Whether a settlement's name is clear without context: one big bearer, none other in the countries named."""
    if name.folded in place_words().common or any(c.place.country in named for c in name.candidates[1:]):
        return False
    big = [c for c in name.candidates if c.kind == "settlement" and (c.population >= BIG or c.capital)]
    first = [c for c in big if c.capital or c.folded == name.folded]
    return len(first) == 1 and (first[0].capital or first[0].population >= BIG)


def only_container(name: Name) -> bool:
    """Whether a name can be nothing smaller than a region, or is that of a great region with towns named after it."""
    known = name.answers.get("only_container")
    if known is None:
        known = name.answers["only_container"] = _only_container(name)
    return known


def _only_container(name: Name) -> bool:
    if name.typed == "region" or name.kinds() & {"country", "area"}:
        return True
    if not name.kinds() & {"settlement", "facility"}:
        return "region" in name.kinds()
    towns = max((c.population for c in name.candidates if c.kind == "settlement"), default=0)
    return any(c.kind == "region" and c.population >= max(GREAT, TOWNS * towns) for c in name.candidates)
