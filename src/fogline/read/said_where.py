"""Where was it said, promised, talked over or decided, where no words of the telling say so?

Talks are where the story is: in the town that their own paragraph named, or one of a party to them. What one state
alone promises, proposes or turns down is done at its seat; what it imposes on another falls on that one.
"""

from collections.abc import Callable, Mapping

from fogline.gazetteer import Gazetteer
from fogline.lexicon.parties import party_named
from fogline.model import Place, PlaceMention
from fogline.read.facts import Facts, Span
from fogline.read.happenings import Happening, is_long
from fogline.read.placing import is_seat
from fogline.read.telling import Telling

TALKED = frozenset({"negotiation", "agreement"})


def said_where(facts: Facts, happening: Happening, kind: str, gazetteer: Gazetteer) -> tuple[Place, Span] | None:
    """The place of a deed of words that names none, with the words behind it."""
    if is_long(happening.date):
        return None
    if kind == "sanction":
        return _state(facts.target, gazetteer) or _story(happening, lambda told, _: told.context_here)
    if kind not in TALKED | {"pledge"}:
        return None
    homes = {party_named(name).iso2 for name in facts.actor}
    alone = len(facts.actor) == 1

    def meant(told: Telling, place: PlaceMention) -> bool:
        home = place.place is not None and place.place.country in homes
        if kind == "pledge":
            return is_seat(place) or (told.context_here and home)
        return not alone or told.context_here or is_seat(place) or not home

    return _story(happening, meant) or (_seat(facts.actor, gazetteer) if alone and kind != "agreement" else None)


def _story(happening: Happening, meant: Callable[[Telling, PlaceMention], bool]) -> tuple[Place, Span] | None:
    """The first place of the story that is meant, of the tellings of a happening."""
    for told in happening.tellings:
        place = told.context_place
        if place and place.place and meant(told, place):
            return place.place, (place.start, place.end)
    return None


def _state(parties: Mapping[str, Span], gazetteer: Gazetteer) -> tuple[Place, Span] | None:
    """The country of the one state among parties."""
    states = [(p, span) for name, span in sorted(parties.items()) if (p := party_named(name)).kind == "state"]
    country = gazetteer.country(states[0][0].iso2) if len(states) == 1 and states[0][0].iso2 else None
    return (country.place, states[0][1]) if country else None


def _seat(parties: Mapping[str, Span], gazetteer: Gazetteer) -> tuple[Place, Span] | None:
    """The seat of government of the one state among parties."""
    states = [(p, span) for name, span in sorted(parties.items()) if (p := party_named(name)).kind == "state"]
    capital = gazetteer.capital_of(states[0][0].iso2) if len(states) == 1 and states[0][0].iso2 else None
    return (capital.place, states[0][1]) if capital else None
