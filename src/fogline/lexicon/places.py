"""The words around toponyms: prepositions, kinds of places, what makes a party of a country, what is no place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fogline.lexicon.load import need, table

FILE = ("en", "places.toml")
CODE = re.compile(r"[A-Z]{2}\.[0-9A-Z]{1,4}")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Word lists of places.toml, all in lower case; see there what each is for."""

    inside: frozenset[str]
    toward: frozenset[str]
    onto: frozenset[str]
    assaults: frozenset[str]
    near: frozenset[str]
    settlement: frozenset[str]
    village: frozenset[str]
    towns: frozenset[str]
    like_village: frozenset[str]
    settlement_sorts: frozenset[str]
    other_towns: frozenset[str]
    region: frozenset[str]
    whole_lands: frozenset[str]
    lands: frozenset[str]
    like_region: frozenset[str]
    district: frozenset[str]
    city_parts: frozenset[str]
    quarter: frozenset[str]
    facility: frozenset[str]
    facility_sorts: frozenset[str]
    local_facilities: frozenset[str]
    town_facilities: frozenset[str]
    town_facility_sorts: frozenset[str]
    care: frozenset[str]
    filler: frozenset[str]
    type_modifiers: frozenset[str]
    of_region: frozenset[str]
    of_parts: frozenset[str]
    air_guards: frozenset[str]
    causes: frozenset[str]
    stood_by: frozenset[str]
    lying: frozenset[str]
    adjoining: frozenset[str]
    loose_regions: frozenset[str]
    directions: frozenset[str]
    ways: Mapping[str, tuple[int, int]]
    measures: frozenset[str]
    takes: frozenset[str]
    never: frozenset[str]
    bodies: frozenset[str]
    mens: frozenset[str]
    possessed_places: frozenset[str]
    grounds: frozenset[str]
    ground_kinds: frozenset[str]
    ground_guards: frozenset[str]
    joined: frozenset[str]
    party_prepositions: frozenset[str]
    party_verbs: frozenset[str]
    governs: frozenset[str]
    cuts: frozenset[str]
    ties: frozenset[str]
    addressed: frozenset[str]
    wills: frozenset[str]
    blows: frozenset[str]
    hits: frozenset[str]
    seats: frozenset[str]
    borders: frozenset[str]
    parts: frozenset[str]
    named_parts: frozenset[str]
    undergo: frozenset[str]
    lives_through: frozenset[str]
    minded: frozenset[str]
    before_minded: frozenset[str]
    moving: frozenset[str]
    outlets: frozenset[str]
    papers: frozenset[str]
    before: frozenset[str]
    makes: frozenset[str]
    crashes: frozenset[str]
    speaks: frozenset[str]
    past: frozenset[str]
    meets: frozenset[str]
    land: frozenset[str]
    struck: frozenset[str]
    befallen: frozenset[str]
    befalling: frozenset[str]
    under: frozenset[str]
    money: frozenset[str]
    not_capital: frozenset[str]
    not_explained: frozenset[str]
    calendar: frozenset[str]
    named_things: frozenset[str]
    named_road_names: frozenset[str]
    named_people: frozenset[str]
    named_bodies: frozenset[str]
    named_states: frozenset[str]
    local_people: frozenset[str]
    local_kinds: frozenset[str]
    local_areas: frozenset[str]
    named_bound: frozenset[str]
    named_ordered: frozenset[str]
    named_routes: frozenset[str]
    named_whence: frozenset[str]
    named_care: frozenset[str]
    named_speaking: frozenset[str]
    spoke: frozenset[str]
    audience: frozenset[str]
    vouched: frozenset[str]
    passed: frozenset[str]
    arrived: frozenset[str]
    locating: frozenset[str]
    lies: frozenset[str]
    hedges: frozenset[str]
    lies_off: frozenset[str]
    units: frozenset[str]
    district_kinds: frozenset[str]
    areas_held: frozenset[str]
    roads: frozenset[str]
    between_ends: frozenset[str]
    joins_ends: frozenset[str]
    from_there: frozenset[str]
    street_kinds: frozenset[str]
    streets: frozenset[str]
    named_seats: frozenset[str]
    at_seats: frozenset[str]
    based: frozenset[str]
    taking: frozenset[str]
    taking_of: frozenset[str]
    arms: frozenset[str]
    fights: Mapping[str, frozenset[str]]
    fights_for: Mapping[str, str]
    known_as: frozenset[str]
    known_as_markers: frozenset[str]
    bare: Mapping[str, str]
    rivers: Mapping[str, str]
    abbreviations: Mapping[str, str]
    abbreviations_behind: Mapping[str, str]
    given: frozenset[str]
    one_person: frozenset[str]
    common: frozenset[str]
    arabic_parties: frozenset[str]


def _words(data: Mapping[str, Any], section: str, key: str) -> frozenset[str]:
    value = data.get(section, {}).get(key)
    need(isinstance(value, list | str), "en/places.toml", f"[{section}] {key} must be a list of words or one string")
    words = value.split() if isinstance(value, str) else value
    for word in words:
        need(
            isinstance(word, str) and word == word.lower() and word.strip() == word != "",
            "en/places.toml",
            f"[{section}] {key}: {word!r} must be a word in lower case",
        )
    return frozenset(words)


def _names(data: Mapping[str, Any], section: str) -> dict[str, str]:
    names = data.get(section, {})
    need(all(isinstance(name, str) for name in names.values()), "en/places.toml", f"[{section}] maps a name to a name")
    return dict(names)


def _codes(data: Mapping[str, Any], section: str) -> dict[str, str]:
    """Written forms of regions to GeoNames' codes of them, such as "US.TX"."""
    codes = {name: code for name, code in data.get(section, {}).items() if not isinstance(code, dict)}
    need(
        all(isinstance(code, str) and CODE.fullmatch(code) for code in codes.values()),
        "en/places.toml",
        f"[{section}] maps a written form to a code such as US.TX",
    )
    return codes


def _ways(data: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """The directions that have a way: steps east and north, each -1, 0 or 1."""
    ways = {word: way for word, way in data.items() if word != "words"}
    for word, way in ways.items():
        need(
            isinstance(way, list) and len(way) == 2 and all(step in (-1, 0, 1) for step in way),
            "en/places.toml",
            f"[directions] {word} must be two steps, east and north, of -1, 0 or 1",
        )
    return {word: (way[0], way[1]) for word, way in ways.items()}


@cache
def place_words() -> PlaceWords:
    """The words of places.toml. Raises LexiconError where the file breaks the schema."""
    data = table(*FILE)
    return PlaceWords(
        inside=_words(data, "prepositions", "inside"),
        toward=_words(data, "prepositions", "toward"),
        onto=_words(data, "prepositions", "onto"),
        assaults=_words(data, "prepositions", "assaults"),
        near=_words(data, "prepositions", "near"),
        settlement=_words(data, "nouns", "settlement"),
        village=_words(data, "nouns", "village"),
        towns=_words(data, "nouns", "towns"),
        like_village=_words(data, "nouns", "like_village"),
        settlement_sorts=_words(data, "nouns", "settlement_sorts"),
        other_towns=_words(data, "nouns", "other_towns"),
        region=_words(data, "nouns", "region"),
        whole_lands=_words(data, "nouns", "whole_lands"),
        lands=_words(data, "nouns", "lands"),
        like_region=_words(data, "nouns", "like_region"),
        district=_words(data, "nouns", "district"),
        city_parts=_words(data, "nouns", "city_parts"),
        quarter=_words(data, "nouns", "quarter"),
        facility=_words(data, "nouns", "facility"),
        facility_sorts=_words(data, "nouns", "facility_sorts"),
        local_facilities=_words(data, "nouns", "local_facilities"),
        town_facilities=_words(data, "nouns", "town_facilities"),
        town_facility_sorts=_words(data, "nouns", "town_facility_sorts"),
        care=_words(data, "nouns", "care"),
        filler=_words(data, "nouns", "filler"),
        type_modifiers=_words(data, "nouns", "type_modifiers"),
        of_region=_words(data, "nouns", "of_region"),
        of_parts=_words(data, "nouns", "of_parts"),
        air_guards=_words(data, "nouns", "air_guards"),
        causes=_words(data, "nouns", "causes"),
        stood_by=_words(data, "nouns", "stood_by"),
        lying=_words(data, "nouns", "lying"),
        adjoining=_words(data, "nouns", "adjoining"),
        loose_regions=_words(data, "nouns", "loose_regions"),
        directions=_words(data, "directions", "words"),
        ways=_ways(data.get("directions", {})),
        measures=_words(data, "strange", "measures"),
        takes=_words(data, "strange", "takes"),
        never=_words(data, "strange", "never"),
        bodies=_words(data, "party", "bodies"),
        mens=_words(data, "party", "mens"),
        possessed_places=_words(data, "party", "places"),
        grounds=_words(data, "party", "grounds"),
        ground_kinds=_words(data, "party", "ground_kinds"),
        ground_guards=_words(data, "party", "ground_guards"),
        joined=_words(data, "party", "joined"),
        party_prepositions=_words(data, "party", "prepositions"),
        party_verbs=_words(data, "party", "verbs"),
        governs=_words(data, "party", "governs"),
        cuts=_words(data, "party", "cuts"),
        ties=_words(data, "party", "ties"),
        addressed=_words(data, "party", "addressed"),
        wills=_words(data, "party", "wills"),
        blows=_words(data, "party", "blows"),
        hits=_words(data, "party", "hits"),
        seats=_words(data, "party", "seats"),
        borders=_words(data, "party", "borders"),
        parts=_words(data, "party", "parts"),
        named_parts=_words(data, "party", "named_parts"),
        undergo=_words(data, "party", "undergo"),
        lives_through=_words(data, "party", "lives_through"),
        minded=_words(data, "party", "minded"),
        before_minded=_words(data, "party", "before_minded"),
        moving=_words(data, "party", "moving"),
        outlets=_words(data, "looks", "outlets"),
        papers=_words(data, "looks", "papers"),
        before=_words(data, "looks", "before"),
        makes=_words(data, "looks", "makes"),
        crashes=_words(data, "looks", "crashes"),
        speaks=_words(data, "looks", "speaks"),
        past=_words(data, "looks", "past"),
        meets=_words(data, "looks", "meets"),
        land=_words(data, "looks", "land"),
        struck=_words(data, "looks", "struck"),
        befallen=_words(data, "looks", "befallen"),
        befalling=_words(data, "looks", "befalling"),
        under=_words(data, "looks", "under"),
        money=_words(data, "looks", "money"),
        not_capital=_words(data, "looks", "not_capital"),
        not_explained=_words(data, "looks", "not_explained"),
        calendar=_words(data, "looks", "calendar"),
        named_things=_words(data, "named", "things"),
        named_road_names=_words(data, "named", "road_names"),
        named_people=_words(data, "named", "people"),
        named_bodies=_words(data, "named", "bodies"),
        named_states=_words(data, "named", "states"),
        local_people=_words(data, "named", "local"),
        local_kinds=_words(data, "named", "local_kinds"),
        local_areas=_words(data, "named", "local_areas"),
        named_bound=_words(data, "named", "bound"),
        named_ordered=_words(data, "named", "ordered"),
        named_routes=_words(data, "named", "routes"),
        named_whence=_words(data, "named", "whence"),
        named_care=_words(data, "named", "care"),
        named_speaking=_words(data, "named", "speaking"),
        spoke=_words(data, "named", "spoke"),
        audience=_words(data, "named", "audience"),
        vouched=_words(data, "named", "vouched"),
        passed=_words(data, "named", "passed"),
        arrived=_words(data, "named", "arrived"),
        locating=_words(data, "named", "locating"),
        lies=_words(data, "named", "lies"),
        hedges=_words(data, "named", "hedges"),
        lies_off=_words(data, "named", "off"),
        units=_words(data, "named", "units"),
        district_kinds=_words(data, "named", "district_kinds"),
        areas_held=_words(data, "named", "areas_held"),
        roads=_words(data, "named", "roads"),
        between_ends=_words(data, "named", "between_ends"),
        joins_ends=_words(data, "named", "joins_ends"),
        from_there=_words(data, "named", "from_there"),
        street_kinds=_words(data, "named", "street_kinds"),
        streets=_words(data, "named", "streets"),
        named_seats=_words(data, "named", "seats"),
        at_seats=_words(data, "named", "at_seats"),
        based=_words(data, "named", "based"),
        taking=_words(data, "wars", "taking"),
        taking_of=_words(data, "wars", "of"),
        arms=_words(data, "wars", "arms"),
        fights={code: frozenset(abroad.split()) for code, abroad in _names(data.get("wars", {}), "abroad").items()},
        fights_for=_names(data.get("wars", {}), "groups"),
        known_as=_words(data, "known_as", "words"),
        known_as_markers=_words(data, "known_as", "markers"),
        bare=_names(data, "bare"),
        rivers=_names(data, "rivers"),
        abbreviations=_codes(data, "abbreviations"),
        abbreviations_behind=_codes(data.get("abbreviations", {}), "behind") | _codes(data, "postal"),
        given=_words(data, "given", "names"),
        one_person=_words(data, "given", "one_person"),
        common=_words(data, "common", "words"),
        arabic_parties=_words(data, "looks", "arabic_parties"),
    )
