"""The words around toponyms: prepositions, kinds of places, what makes a party of a country, what is no place."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fogline.lexicon.load import need, table

FILE = ("en", "places.toml")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Word lists of places.toml, all in lower case; see there what each is for."""

    inside: frozenset[str]
    toward: frozenset[str]
    onto: frozenset[str]
    near: frozenset[str]
    settlement: frozenset[str]
    region: frozenset[str]
    district: frozenset[str]
    quarter: frozenset[str]
    facility: frozenset[str]
    filler: frozenset[str]
    type_modifiers: frozenset[str]
    loose_regions: frozenset[str]
    directions: frozenset[str]
    bodies: frozenset[str]
    possessed_places: frozenset[str]
    party_prepositions: frozenset[str]
    party_verbs: frozenset[str]
    undergo: frozenset[str]
    outlets: frozenset[str]
    before: frozenset[str]
    speaks: frozenset[str]
    calendar: frozenset[str]
    known_as: frozenset[str]
    known_as_markers: frozenset[str]
    bare: Mapping[str, str]
    given: frozenset[str]
    common: frozenset[str]


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


@cache
def place_words() -> PlaceWords:
    """The words of places.toml. Raises LexiconError where the file breaks the schema."""
    data = table(*FILE)
    bare = data.get("bare", {})
    need(all(isinstance(name, str) for name in bare.values()), "en/places.toml", "[bare] maps a name to a name")
    return PlaceWords(
        inside=_words(data, "prepositions", "inside"),
        toward=_words(data, "prepositions", "toward"),
        onto=_words(data, "prepositions", "onto"),
        near=_words(data, "prepositions", "near"),
        settlement=_words(data, "nouns", "settlement"),
        region=_words(data, "nouns", "region"),
        district=_words(data, "nouns", "district"),
        quarter=_words(data, "nouns", "quarter"),
        facility=_words(data, "nouns", "facility"),
        filler=_words(data, "nouns", "filler"),
        type_modifiers=_words(data, "nouns", "type_modifiers"),
        loose_regions=_words(data, "nouns", "loose_regions"),
        directions=_words(data, "directions", "words"),
        bodies=_words(data, "party", "bodies"),
        possessed_places=_words(data, "party", "places"),
        party_prepositions=_words(data, "party", "prepositions"),
        party_verbs=_words(data, "party", "verbs"),
        undergo=_words(data, "party", "undergo"),
        outlets=_words(data, "looks", "outlets"),
        before=_words(data, "looks", "before"),
        speaks=_words(data, "looks", "speaks"),
        calendar=_words(data, "looks", "calendar"),
        known_as=_words(data, "known_as", "words"),
        known_as_markers=_words(data, "known_as", "markers"),
        bare=dict(bare),
        given=_words(data, "given", "names"),
        common=_words(data, "common", "words"),
    )
