"""Who did it and to whom, where a sentence leaves it to the report: one hand behind a series, the state struck."""

from collections.abc import Mapping, Sequence

from fogline.lexicon.parties import party_named, state_of
from fogline.model import PlaceMention
from fogline.read.facts import Facts, Span
from fogline.read.happenings import Happening
from fogline.read.kinds import CROSS_BORDER, NO_PARTY_OF_ITS_OWN


def receive(facts: Facts, place: PlaceMention | None, kind: str) -> None:
    """The receiving end of an attack across a border is the state where it struck; the place's words say so."""
    if facts.target or not facts.actor or kind not in CROSS_BORDER:
        return
    country = place.place.country if place and place.place else None
    state = state_of().get(country) if country and country not in NO_PARTY_OF_ITS_OWN else None
    homes = {party_named(actor).iso2 for actor in facts.actor}
    if place and state and country not in homes:
        facts.target[state] = (place.start, place.end)


def same_hand(happenings: Sequence[Happening]) -> Mapping[int, tuple[str, Span]]:
    """For strikes that the report gives to nobody: who struck that country in all others that it tells of.

    "Russian missiles hit Kharkiv. In the evening another struck Dnipro": the words behind are those of the first.
    """
    by_country: dict[str, dict[str, Span]] = {}
    for happening in happenings:
        country = _country(happening)
        if country and happening.group == "remote":
            for actor, span in _actors(happening).items():
                by_country.setdefault(country, {}).setdefault(actor, span)
    found: dict[int, tuple[str, Span]] = {}
    for number, happening in enumerate(happenings):
        country = _country(happening)
        hands = by_country.get(country or "", {})
        if happening.group == "remote" and not _actors(happening) and len(hands) == 1:
            actor, span = next(iter(hands.items()))
            if party_named(actor).iso2 not in (None, country):
                found[number] = (actor, span)
    return found


def _country(happening: Happening) -> str | None:
    return happening.place.place.country if happening.place and happening.place.place else None


def _actors(happening: Happening) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for telling in happening.tellings:
        for party in telling.actors:
            if party.party:
                found.setdefault(party.party, (party.start, party.end))
    return found
