"""Which of its namesakes does a name mean in this report?

Each candidate is weighed by what the report says of it: a container named beside it ("Lozova in the Kharkiv region"),
the countries that the report speaks of, places already known, whether it is the place's first name, its population.
One name has one sense in a report, but where two mentions name two containers.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from fogline.gazetteer import Candidate, Gazetteer
from fogline.gazetteer.fold import fold
from fogline.lexicon.places import place_words
from fogline.read.where_story import Name, Story, is_list

# Weights are in units of the strongest country's prior; set by hand on reports of a dozen wars, 2025.
IN_CONTAINER: Final = 6.0
PRIOR: Final = 4.0
FOREIGN: Final = -1.5  # the candidate's country is not in the report
FIRST_NAME: Final = 0.7  # the name is the place's own, no other spelling
BIG_BEARER: Final = 1.5  # more, where that place is a city
CAPITAL: Final = 1.5
NOTED: Final = 1.5  # a place of the package's own list, which holds what war reporting names
REGION_NAMED: Final = 1.0
CLOSE: Final = 3.0
CLOSE_KM: Final = 100.0
KIND: Final = {"country": 5.0, "area": 1.5, "region": -0.5, "settlement": 0.0, "facility": 0.3, "district": -1.0}
TYPED: Final = 2.5
MEANT: Final = 10.0  # what a name means by itself, see [bare] in the lexicon
POPULATION_SHARE: Final = 0.5  # a point for every hundredfold
SEAT_SHARE: Final = 0.05  # of a region's inhabitants: a town of its name with so many is what the bare name means

BIG: Final = 100_000  # a settlement of this size is known without its country
GOOD: Final = 10_000
HALF: Final = 0.5  # of the weight of the report's main country
# Settlers' countries are full of namesakes, and great powers are named in every report.
DAMPED: Final = {"US": 0.25, "GB": 0.3, "CA": 0.3, "AU": 0.3, "FR": 0.5}
WEIGHT_COUNTRY: Final = 1.0
WEIGHT_DEMONYM: Final = 0.7
WEIGHT_PLACE: Final = 0.8
WEIGHT_ONLY_THERE: Final = 0.5  # for a village's name that one country alone has
AT_HOME: Final = 0.3  # of the weight of the main country: a country of which villages are believed
NEAR_KM: Final = 60.0  # further apart no place is called near another
NEAR_WORDS: Final = 3  # "near the city of"
FAR_KM: Final = 100.0  # a village of another country this far from all places of the report is not meant


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name means: the candidate, how sure that is (0 to 1), and whether its container was named and fits."""

    candidate: Candidate
    confidence: float
    contained: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a report as a whole tells of where it is: countries with weights up to 1, regions, places known."""

    countries: Mapping[str, float]
    regions: frozenset[int]
    places: tuple[Candidate, ...]

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


@dataclass(frozen=True, slots=True)
class Holder:
    """The name that another lies in or near, by its position.

    `strict` where nothing else can be meant ("X in the Y region"), `near` where it only lies near.
    """

    at: int
    strict: bool = True
    near: bool = False


def containers(story: Story) -> dict[int, Holder]:
    """For each name what the text says that it lies in or near, by their positions: "Bamenda, Cameroon" is {0: 1}.

    Countries and areas lie in nothing.
    """
    found: dict[int, Holder] = {}
    names = story.names
    for at in range(len(names) - 1, -1, -1):
        name = names[at]
        if name.demonym or name.kinds() & {"country", "area"}:
            continue
        if at + 1 < len(names) and names[at + 1].sentence == name.sentence:
            between = story.text[name.to : names[at + 1].start]
            if _holds_behind(between, names[at + 1]):
                found[at] = Holder(at + 1, strict=between.strip() != ",")
            elif _near(between) and names[at + 1].kinds() & {"settlement"}:
                found[at] = Holder(at + 1, near=True)
            elif is_list(between) and at + 1 in found and found[at + 1].at > at + 1:
                found[at] = replace(found[at + 1], strict=False)
        if at not in found and at and names[at - 1].sentence == name.sentence:
            between = story.text[names[at - 1].end : name.start]
            if _holds_before(between, names[at - 1], name):
                found[at] = Holder(at - 1, strict=False)
    return found


def _near(between: str) -> bool:
    """Whether "X<between>Y" says that X is near Y."""
    words = [word.strip(",") for word in between.casefold().split()]
    return 0 < len(words) <= NEAR_WORDS and words[0] in place_words().near


def _holds_behind(between: str, container: Name) -> bool:
    """Whether "X<between>container" says that X is in the container."""
    if container.demonym or not container.kinds() & {"country", "region", "area", "district"}:
        return False
    plain = between.strip().casefold()
    if plain == ",":
        return _only_container(container)
    inner = plain.removeprefix(",").split()
    lexicon = place_words()
    words = [word.strip(",()") for word in inner]
    if not words or any(word and word not in lexicon.filler for word in words):
        return False
    beside = any(word in lexicon.ways and following == "of" for word, following in pairwise(words))
    holds = {"in", "of", "within", "inside"} & set(words) and not beside
    return bool(holds) and not {"and", "or", "to"} & set(words[:1])


def _only_container(name: Name) -> bool:
    """Whether a name can be nothing smaller than a region."""
    if name.typed == "region" or name.kinds() & {"country", "area"}:
        return True
    return not name.kinds() & {"settlement", "facility"} and "region" in name.kinds()


def _holds_before(between: str, container: Name, name: Name) -> bool:
    """Whether "container<between>X" says that X is in the container: "Sudan's El Fasher", "the Malian town of X"."""
    words = [word.strip(",") for word in between.casefold().replace("’", "'").split()]
    lexicon = place_words()
    known = lexicon.filler | lexicon.settlement | lexicon.directions | lexicon.possessed_places | lexicon.district
    if container.demonym:
        return all(word in known for word in words) and not {"in", "and", "or", "to"} & set(words)
    if not container.kinds() & {"country", "region", "area"}:
        return False
    possessive = words[:1] == ["'s"] or words[:1] == ["'"]
    rest = words[1:] if possessive else words
    if any(word not in known and word not in lexicon.region for word in rest) or {"in", "and", "or", "to"} & set(rest):
        return False
    of_noun = len(rest) >= 2 and rest[-1] == "of" and rest[-2] in lexicon.settlement
    return possessive or (of_noun and container.kinds() <= {"region", "area", "country", "district"})


def context(story: Story, gazetteer: Gazetteer, known: Iterable[Candidate] = ()) -> Context:
    """The countries, regions and places of a report; `known` are settlements that it is already known to name."""
    tally: defaultdict[str, float] = defaultdict(float)
    regions: set[int] = set()
    named = frozenset(country for name in story.names for country in _named_countries(name, gazetteer))
    only_there: dict[str, str] = {}
    for name in story.names:
        first = name.candidates[0] if name.candidates else None
        if name.demonym:
            tally[_demonym_country(name, gazetteer)] += WEIGHT_DEMONYM
        elif first is None:
            continue
        elif first.kind == "country":
            tally[first.place.country or ""] += WEIGHT_COUNTRY
        elif first.kind == "area" or _only_container(name):
            fitting = [c for c in name.candidates if c.kind in {"area", "region"}]
            for candidate in fitting:
                tally[candidate.place.country or ""] += WEIGHT_PLACE / len({c.place.country for c in fitting})
                regions.update(part for part in candidate.parts if isinstance(part, int))
                if candidate.kind == "region":
                    regions.add(candidate.row)
        elif _clear(name, named):
            tally[first.place.country or ""] += WEIGHT_PLACE
        elif _only_there(name):
            only_there[name.folded] = first.place.country or ""
    for country in only_there.values():
        tally[country] += WEIGHT_ONLY_THERE
    places = tuple(known)
    for candidate in places:
        tally[candidate.place.country or ""] += WEIGHT_PLACE / 2
        if candidate.region >= 0:
            regions.add(candidate.region)
    tally.pop("", None)
    damped = {country: math.sqrt(count) * DAMPED.get(country, 1.0) for country, count in tally.items()}
    top = max(damped.values(), default=1.0)
    return Context({country: damped[country] / top for country in sorted(damped)}, frozenset(regions), places)


def _named_countries(name: Name, gazetteer: Gazetteer) -> set[str]:
    """The countries that a name or demonym names outright, or by an area or region."""
    if name.demonym:
        return {_demonym_country(name, gazetteer)} - {""}
    first = name.candidates[0] if name.candidates else None
    if first is None or not (first.kind in {"country", "area"} or _only_container(name)):
        return set()
    return {c.place.country for c in name.candidates if c.kind == first.kind and c.place.country}


def _only_there(name: Name) -> bool:
    """Whether a name that stands as a place does belongs to settlements of one country alone."""
    told = bool(name.by) or name.typed == "settlement"
    if not told or name.folded in place_words().common:
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
    first = [c for c in big if fold(c.place.name) == name.folded or c.capital]
    return len(first) == 1 and (first[0].capital or first[0].population >= BIG)


def sense(name: Name, container: Candidate | None, report: Context, strict: bool = False) -> Sense | None:
    """The best candidate of a name, or None where none deserves it.

    `container` is the place that the text names as holding it, or a settlement as near it; a village elsewhere is
    never taken then, nor, with `strict`, a city.
    """
    fitting = [c for c in name.candidates if _typed_fit(name, c)]
    inside = [c for c in fitting if container is not None and _held(c, container)]
    if container is not None and not inside:
        if strict:
            return None
        # Only a place that needs no container stands against one: "Cairo, Israel and" was no container then.
        fitting = [c for c in fitting if _known_by_itself(name, c, report)]
    contained = bool(inside)
    fitting = inside or fitting
    scored = sorted(((-weigh(name, c, contained, report), c.row, c) for c in fitting), key=lambda s: s[:2])
    if not scored:
        return None
    best, runner = -scored[0][0], (-scored[1][0] if len(scored) > 1 else 0.0)
    confidence = 1 / (1 + math.exp(-(best - runner))) if len(scored) > 1 else 0.9
    return Sense(scored[0][2], round(confidence, 3), contained)


def _held(candidate: Candidate, container: Candidate) -> bool:
    if container.kind == "settlement":
        return candidate.row != container.row and candidate.place.km_to(container.place) <= NEAR_KM
    return candidate.lies_in(container)


def _known_by_itself(name: Name, candidate: Candidate, report: Context) -> bool:
    """Whether a place is known without a container: a capital, a city of that name, one on our list, at home."""
    first = fold(candidate.place.name) == name.folded
    if candidate.capital or (first and candidate.population >= BIG):
        return True
    noted = candidate.place.geonameid is None or candidate.population >= GOOD
    return noted and report.weight(candidate.place.country) >= HALF


def _typed_fit(name: Name, candidate: Candidate) -> bool:
    """Whether a candidate is of the kind that the type word asks for."""
    if name.typed == "region":
        asked = name.kinds() & {"region", "area", "country"}
        return candidate.kind in (asked or {"settlement", "district"})
    if name.typed == "settlement":
        asked = name.kinds() & {"settlement", "facility"}
        return candidate.kind in (asked or name.kinds())
    return True


def weigh(name: Name, candidate: Candidate, contained: bool, report: Context) -> float:
    """How well a candidate fits the report, in units of the strongest country's prior; see the weights above."""
    place = candidate.place
    score = KIND[candidate.kind] + (IN_CONTAINER if contained else 0.0)
    population = 0 if _named_for_its_city(name, candidate) else candidate.population
    score += POPULATION_SHARE * math.log10(population + 10)
    weight = report.weight(place.country)
    score += PRIOR * weight if weight else (FOREIGN if report.countries and place.country else 0.0)
    if fold(place.name) == name.folded:
        score += FIRST_NAME + (BIG_BEARER if population >= BIG else 0.0)
    if candidate.capital:
        score += CAPITAL
    if place.geonameid is None and candidate.kind in {"settlement", "facility"}:
        score += NOTED
    if candidate.region in report.regions:
        score += REGION_NAMED
    if name.typed == "district" and candidate.kind in {"district", "region"}:
        score += TYPED
    if place_words().bare.get(name.folded) == place.name and name.typed is None:
        score += MEANT
    return score + CLOSE * _closeness(candidate, report.places)


def _named_for_its_city(name: Name, candidate: Candidate) -> bool:
    """Whether a region or district shares its name with a main town inside: the bare name means the town then."""
    if candidate.kind not in {"region", "district"}:
        return False
    towns = (c for c in name.candidates if c.kind == "settlement" and c.place.country == candidate.place.country)
    inside = (c for c in towns if candidate.kind == "district" or c.region == candidate.row)
    return any(c.population >= SEAT_SHARE * candidate.population for c in inside)


def _closeness(candidate: Candidate, places: tuple[Candidate, ...]) -> float:
    if candidate.place.precision != "settlement":
        return 0.0
    nearest = min((candidate.place.km_to(p.place) for p in places if p.row != candidate.row), default=math.inf)
    return math.exp(-nearest / CLOSE_KM)


def deserves(name: Name, chosen: Sense, report: Context) -> bool:
    """Whether there is evidence enough to take a name for a place at all.

    A country, a region, a place whose container is named, or one in a country of the report needs no more; a place
    abroad must be a city, and a common word needs a preposition or a type word and its country.
    """
    candidate = chosen.candidate
    kind = candidate.kind
    common = place_words().common
    if place_words().bare.get(name.folded) == candidate.place.name or kind in {"country", "area"} or chosen.contained:
        return True
    if name.folded in common or all(word in common for word in name.folded.split()):
        return _proven(name, candidate, report)
    at_home = report.home(candidate.place.country)
    if kind in {"region", "district"}:
        return at_home or name.typed == "region" or (bool(name.by) and kind == "region")
    return kind == "facility" or candidate.capital or _settlement_deserves(name, candidate, report)


def _told(name: Name) -> bool:
    """Whether a name stands as places do: behind a preposition or beside a type word."""
    return bool(name.by) or name.typed in {"settlement", "region", "district"}


def _proven(name: Name, candidate: Candidate, report: Context) -> bool:
    """Whether a common word is a place none the less: a town of the main countries that stands as places do."""
    country = candidate.place.country
    big = candidate.population >= GOOD or candidate.capital
    return _told(name) and big and report.weight(country) >= HALF and country not in DAMPED


def _settlement_deserves(name: Name, candidate: Candidate, report: Context) -> bool:
    if candidate.population < GOOD and place_abroad(candidate, report):
        return False
    first = fold(candidate.place.name) == name.folded
    city = candidate.population >= BIG and (first or _told(name))
    return report.home(candidate.place.country) or city or (_told(name) and not report.countries)


def place_abroad(candidate: Candidate, report: Context) -> bool:
    """Whether a place lies outside the report's main country and far from all its other places."""
    others = [p.place for p in report.places if p.row != candidate.row]
    if not others or candidate.place.country == report.main_country:
        return False
    return min(candidate.place.km_to(other) for other in others) > FAR_KM
