"""Which of its namesakes does a name mean in this report?

Each candidate is weighed by what the report says of it: a container named beside it ("Lozova in the Kharkiv region"),
the countries that the report speaks of, places already known, whether it is the place's first name, its population.
One name has one sense in a report, but where two mentions name two containers.
"""

import math
from dataclasses import dataclass
from typing import Final

from fogline.gazetteer import Candidate
from fogline.lexicon.places import place_words
from fogline.read.where_context import BIG, DAMPED, KNOWN_ALSO, Context
from fogline.read.where_pull import PULL
from fogline.read.where_story import Name

# Weights are in units of the strongest country's prior; set by hand on reports of a dozen wars, 2025.
IN_CONTAINER: Final = 6.0
PRIOR: Final = 4.0
FOREIGN: Final = -1.5  # the candidate's country is not in the report
FIRST_NAME: Final = 0.7  # the name is the place's own, no other spelling
SECOND_NAME: Final = -4.0  # another place's second name, where the name is a country's own: "Mexico" is not its capital
OTHERS_NAME: Final = -1.5  # another spelling of a place, where the name is a noted place's own
CITYS_NAME: Final = -4.0  # a small town's other spelling, where it is a city's own: Voronezh is not Voronizh
BIG_BEARER: Final = 1.5  # more, where that place is a city
CAPITAL: Final = 1.5
NOTED: Final = 1.5  # a place of the package's own list, which holds what war reporting names
REGION_NAMED: Final = 1.0
CLOSE: Final = 3.0
CLOSE_KM: Final = 100.0
KIND: Final = {"country": 5.0, "area": 3.5, "region": -0.5, "settlement": 0.0, "facility": 0.3, "district": -1.0}
TYPED: Final = 2.5
TAKEN: Final = 6.0  # a place that an army takes lies where it fights, and not at its home
AIMED_AT: Final = 3.0  # a city of a state's foe in a sentence that tells of the state's arms
MEANT: Final = 10.0  # what a name means by itself, see [bare] in the lexicon
NO_VILLAGE: Final = -4.0  # a town that the text calls a village
TOWN: Final = 50_000
CITY: Final = 200_000
SAME_COUNTRY_KM: Final = 400.0
ACROSS_KM: Final = 100.0  # as far from a town in another country a town may be told to lie near it
POPULATION_SHARE: Final = 0.5  # a point for every hundredfold
SEAT_SHARE: Final = 0.05  # of a region's inhabitants: a town of its name with so many is what the bare name means

GOOD: Final = 10_000
HALF: Final = 0.5  # of the weight of the report's main country
NEAR_KM: Final = 60.0  # further apart no place is called near another
FAR_KM: Final = 100.0  # a village of another country this far from all places of the report is not meant
OTHERS_KM: Final = 250.0  # a hamlet's second name is not meant so far from all places of the report
OWN_KM: Final = 400.0  # so near to other places of the report a place of the package's own lists may be meant


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name means: the candidate, how sure that is (0 to 1), and whether its container was named and fits."""

    candidate: Candidate
    confidence: float
    contained: bool


def sense(
    name: Name,
    container: Candidate | None,
    report: Context,
    *,
    strict: bool = False,
    loose: bool = False,
    perhaps: bool = False,
) -> Sense | None:
    """The best candidate of a name, or None where none deserves it.

    `container` is the place that the text names as holding it, or a settlement as near it; a village elsewhere is
    never taken then, nor, with `strict`, a city that is not known all over the container's country. With `loose` what
    it holds may be something else that lies by the name, and a town nearby may be meant. With `perhaps` a bearer near
    the container is meant before others but cities; where there is none, the container tells nothing.
    """
    fitting = [c for c in name.candidates if _typed_fit(name, c)]
    inside = [c for c in fitting if container is not None and _held(c, container)]
    beside = [] if container is None else [c for c in fitting if _well_known(name, c, container, loose)]
    if loose and beside and not any(c.population >= GOOD for c in inside):
        inside = []
    if perhaps and (not inside or any(c.population >= CITY for c in beside)):
        container, inside = None, []
    if container is not None and not inside:
        if strict and not beside:
            return None
        # Only a place that needs no container stands against one: "Cairo, Israel and" was no container then.
        apart = [c for c in fitting if not ((strict or name.village) and _elsewhere_in_its_land(c, container))]
        fitting = beside or [c for c in apart if _known_by_itself(name, c, report)]
    contained = bool(inside)
    fitting = inside or fitting
    scored = sorted(((-weigh(name, c, contained, report), c.row, c) for c in fitting), key=lambda s: s[:2])
    if not scored:
        return None
    best, runner = -scored[0][0], (-scored[1][0] if len(scored) > 1 else 0.0)
    confidence = 1 / (1 + math.exp(-(best - runner))) if len(scored) > 1 else 0.9
    return Sense(scored[0][2], round(confidence, 3), contained)


def _held(candidate: Candidate, container: Candidate) -> bool:
    if container.kind in {"settlement", "district"}:
        apart = container.kind == "district" and -1 != candidate.region != container.region != -1
        return not apart and candidate.row != container.row and candidate.place.km_to(container.place) <= NEAR_KM
    return candidate.lies_in(container)


def _well_known(name: Name, candidate: Candidate, container: Candidate, loose: bool) -> bool:
    """Whether a town is known so well in or near the container's country that no village is meant."""
    if name.village or candidate.kind != "settlement" or container.kind in {"country", "area"}:
        return False
    known = candidate.capital or candidate.population >= (TOWN if loose or container.kind == "settlement" else CITY)
    at_home = candidate.place.country == container.place.country
    far = SAME_COUNTRY_KM if at_home else ACROSS_KM
    return known and candidate.place.km_to(container.place) <= far


def _elsewhere_in_its_land(candidate: Candidate, container: Candidate) -> bool:
    """Whether a town lies in another part of the land than the region named as its own: "Tora, a village in Darfur"."""
    region = container.row if container.kind == "region" else container.region if container.kind == "district" else -1
    at_home = candidate.place.country == container.place.country
    town = candidate.kind == "settlement" and candidate.population < CITY and not candidate.capital
    return at_home and town and -1 != candidate.region != region != -1


def _known_by_itself(name: Name, candidate: Candidate, report: Context) -> bool:
    """Whether a place is known without a container: a capital, a city of that name, one on our list, at home."""
    first = candidate.folded == name.folded
    if candidate.capital or (first and candidate.population >= BIG):
        return True
    noted = candidate.noted or candidate.population >= GOOD
    return noted and report.weight(candidate.place.country) >= HALF


def _typed_fit(name: Name, candidate: Candidate) -> bool:
    """Whether a candidate is of the kind that the type word asks for."""
    if name.typed == "region":
        asked = name.kinds() & {"region", "area"} or name.kinds() & {"country"}  # "Niger state" is one of Nigeria
        return candidate.kind in (asked or {"settlement", "district"})
    if name.typed == "settlement":
        asked = name.kinds() & {"settlement", "facility"}
        return candidate.kind in (asked or name.kinds())
    return True


def weigh(name: Name, candidate: Candidate, contained: bool, report: Context) -> float:
    """How well a candidate fits the report, in units of the strongest country's prior; see the weights above."""
    country = candidate.place.country
    score = name.weights.get(candidate.row)
    if score is None:
        score = name.weights[candidate.row] = _by_itself(name, candidate)
    if contained:
        score += IN_CONTAINER
    aimed = country in name.aimed_at and _has_city(name, country)
    weight = 1.0 if aimed else report.weight(country)
    score += PRIOR * weight if weight else (FOREIGN if report.countries and country else 0.0)
    if candidate.region in report.regions:
        score += REGION_NAMED
    if name.taken_by and not contained:
        score += _at_war(name, country)
    if aimed:
        score += AIMED_AT
    elif _at_home_too(name, candidate, report):
        score -= BIG_BEARER
    pulled = PULL * report.pull.get(candidate.row, 0.0)
    return score + max(pulled, CLOSE * _closeness(candidate, report))


def _at_home_too(name: Name, candidate: Candidate, report: Context) -> bool:
    """Whether a city abroad has the name of a town of the report's main country: "Gaya" in news from Niger."""
    if candidate.population < BIG or candidate.folded != name.folded:
        return False
    country = report.main_country
    if candidate.place.country == country:
        return False
    main = (c for c in name.candidates if c.place.country == country and c.kind == "settlement")
    return any(c.population >= GOOD and c.folded == name.folded for c in main)


def _has_city(name: Name, country: str | None) -> bool:
    """Whether a city of a country bears a name as its own."""
    towns = (c for c in name.candidates if c.place.country == country and c.kind == "settlement")
    return any(c.population >= TOWN and c.folded == name.folded for c in towns)


def _at_war(name: Name, country: str | None) -> float:
    """What it tells of a place that another country's army takes it."""
    if country in place_words().fights[name.taken_by]:
        return TAKEN
    return -TAKEN if country == name.taken_by else 0.0


def _by_itself(name: Name, candidate: Candidate) -> float:
    """What speaks for a candidate whatever the rest of the report says."""
    population = 0 if _named_for_its_city(name, candidate) else candidate.population
    score = KIND[candidate.kind] + POPULATION_SHARE * math.log10(population + 10)
    first = candidate.folded == name.folded
    if candidate.kind != "country" and "country" in name.kinds() and not first:
        score += SECOND_NAME
    if not first and candidate.kind == "settlement" and _noted_bearer(name):
        score += OTHERS_NAME
    if not first and candidate.kind == "settlement" and candidate.population < GOOD and _city_of_name(name):
        score += CITYS_NAME
    if first:
        score += FIRST_NAME + (BIG_BEARER if population >= BIG else 0.0)
    if name.village and candidate.population >= TOWN:
        score += NO_VILLAGE
    if candidate.capital:
        score += CAPITAL
    if candidate.noted or (first and candidate.population >= TOWN and _noted_bearer(name)):
        score += NOTED  # a town is not less meant than a village of the list that bears its name
    if name.typed == "district" and (candidate.kind == "district" or (candidate.kind == "region" and first)):
        score += TYPED
    if name.typed == "region" and not name.kinds() & {"region", "area", "country"}:
        score += TYPED if candidate.kind == "district" and first else 0.0 if first else OTHERS_NAME
    if name.typed is None and place_words().bare.get(name.folded) == candidate.place.name:
        score += MEANT
    return score


def _noted_bearer(name: Name) -> bool:
    """Whether a name is the own one of a place that war reporting names: "Boni" in Mali, which is also Bonn's."""
    known = name.answers.get("noted")
    if known is None:
        known = name.answers["noted"] = any(c.noted and c.folded == name.folded for c in name.candidates)
    return known


def _city_of_name(name: Name) -> bool:
    """Whether a name is a city's own."""
    known = name.answers.get("city")
    if known is None:
        cities = (c for c in name.candidates if c.kind == "settlement" and c.population >= BIG)
        known = name.answers["city"] = any(c.folded == name.folded for c in cities)
    return known


def _named_for_its_city(name: Name, candidate: Candidate) -> bool:
    """Whether a region or district shares its name with a main town inside, or an area: the bare name means that."""
    if candidate.kind not in {"region", "district"}:
        return False
    if "area" in name.kinds():
        return True
    towns = (c for c in name.candidates if c.kind == "settlement" and c.place.country == candidate.place.country)
    inside = (c for c in towns if candidate.kind == "district" or c.region == candidate.row)
    return any(c.population >= SEAT_SHARE * candidate.population for c in inside)


def _closeness(candidate: Candidate, report: Context) -> float:
    if candidate.place.precision != "settlement" or not report.places:
        return 0.0
    return math.exp(-report.km_to_known(candidate) / CLOSE_KM)


def deserves(name: Name, chosen: Sense, report: Context) -> bool:
    """Whether there is evidence enough to take a name for a place at all.

    A country, a region, a place whose container is named, or one in a country of the report needs no more; a place
    abroad must be a city, and a common word needs a preposition or a type word and its country.
    """
    candidate = chosen.candidate
    kind = candidate.kind
    common = place_words().common
    if name.folded in place_words().never and not chosen.contained:
        return False  # "a white Toyota"
    if kind in {"country", "area"} or chosen.contained or place_words().bare.get(name.folded) == candidate.place.name:
        return True
    words = name.folded.split()
    if name.folded in common or all(word in common for word in words):
        return _proven(name, candidate, report)
    at_home = report.home(candidate.place.country)
    if kind == "district" and len(words) > 1 and words[-1] in place_words().district:
        return True
    if kind in {"region", "district"}:
        return at_home or name.typed == "region" or (bool(name.by) and kind == "region")
    return kind == "facility" or candidate.capital or _settlement_deserves(name, candidate, report)


def _told(name: Name) -> bool:
    """Whether a name stands as places do: behind a preposition, a verb such as "shelled", or beside a type word."""
    governed = bool(name.by) or bool(name.taken_by) or name.struck or name.seated
    return governed or name.typed in {"settlement", "region", "district"}


def _proven(name: Name, candidate: Candidate, report: Context) -> bool:
    """Whether a common word is a place none the less: a town of the main countries that stands as places do."""
    country = candidate.place.country
    known = candidate.population >= GOOD or candidate.capital or candidate.noted
    return _told(name) and known and report.weight(country) >= HALF and country not in DAMPED


def _settlement_deserves(name: Name, candidate: Candidate, report: Context) -> bool:
    first = candidate.folded == name.folded
    if first and _told(name) and _war_names_it(name, candidate) and report.km_to_known(candidate) <= OWN_KM:
        return True
    fought_over = candidate.place.country in name.aimed_at or _fought_in(candidate, report)
    if first and _told(name) and candidate.population >= GOOD and fought_over:
        return True
    if candidate.population < GOOD and place_abroad(candidate, report):
        return False
    if not first and _strange_by_that_name(candidate, report):
        return False
    if name.taken_by and candidate.place.country in place_words().fights[name.taken_by]:
        return True
    city = candidate.population >= BIG and (first or _told(name))
    town = candidate.population >= GOOD and first and (name.struck or name.seated or name.typed == "settlement")
    return report.home(candidate.place.country) or city or town or (_told(name) and report.silent)


def _fought_in(candidate: Candidate, report: Context) -> bool:
    """Whether a place lies in a land where the army of the report's main country fights: Jenin in news of Israel's."""
    return candidate.place.country in place_words().fights.get(report.main_country or "", ())


def _strange_by_that_name(candidate: Candidate, report: Context) -> bool:
    """Whether a place is not meant by another of its names: a hamlet far off, or one of a land not spoken of."""
    far = report.km_to_known(candidate)
    hamlet = candidate.population < KNOWN_ALSO and OTHERS_KM < far < math.inf
    unnamed = bool(report.countries) and not report.weight(candidate.place.country)
    return hamlet or (unnamed and not candidate.capital and FAR_KM < far < math.inf)


def _war_names_it(name: Name, candidate: Candidate) -> bool:
    """Whether a place stands in the package's own lists, or its country alone has the name and is no settlers'."""
    alone = {c.place.country for c in name.candidates} == {candidate.place.country}
    return candidate.place.geonameid is None or (alone and candidate.place.country not in DAMPED)


def place_abroad(candidate: Candidate, report: Context) -> bool:
    """Whether a place lies outside the report's main country and far from all its other places."""
    if candidate.place.country == report.main_country:
        return False
    return FAR_KM < report.km_to_known(candidate) < math.inf
