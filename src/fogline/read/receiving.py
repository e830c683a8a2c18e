"""Who did it, to whom and where, where no words say it outright: one hand behind a series, the state meant."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.gazetteer import Gazetteer
from fogline.lexicon.conflicts import foes_of, holder_of
from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import parties, party_named, state_of
from fogline.lexicon.phrases import words
from fogline.model import TYPE_GROUPS, Place, PlaceMention, Voice
from fogline.read.facts import Facts, Span, Values
from fogline.read.happenings import Happening
from fogline.read.kinds import ANNOUNCED, CROSS_BORDER, FIGHTING, FOUGHT, NO_PARTY_OF_ITS_OWN, OF_THE_STATE


@dataclass(frozen=True, slots=True)
class War:
    """What tells who fights whom in a report: its day, and each party that it names with the first words for it."""

    day: dt.date | None
    named: Mapping[str, Span]

    def holder(self, place: Place) -> str | None:
        """The party that holds a place: whoever took it, else its state."""
        taken = holder_of(place, self.day) if self.day else None
        return taken or (state_of().get(place.country) if place.country else None)

    def attacker(self, place: Place) -> tuple[str, Span] | None:
        """Who alone of the parties named is at war with those at a place, with the words that name it first."""
        holder = self.holder(place)
        if self.day is None or holder is None:
            return None
        homes = {name for name, party in parties().items() if party.iso2 == place.country}
        sides = {holder} if party_named(holder).iso2 != place.country else homes
        found = {foe for side in sorted(sides) for foe in foes_of(side, self.day)} & self.named.keys() - sides
        return (foe, self.named[foe]) if len(found) == 1 and (foe := next(iter(found))) else None

    def groups(self, actors: Values, country: str | None) -> dict[str, Span]:
        """The armed groups at home in a country that the report names and that one of these parties fights there."""
        foes = {foe for actor in actors for foe in (foes_of(actor, self.day) if self.day else ())}
        there = {p for p in foes if party_named(p).kind == "armed_group" and party_named(p).iso2 == country}
        return {party: self.named[party] for party in sorted(there & self.named.keys())}

    def foe(self, party: str) -> tuple[str, Span] | None:
        """The one of the parties named that a party is at war with, with the first words for it."""
        found = foes_of(party, self.day) & self.named.keys() if self.day else frozenset()
        return (foe, self.named[foe]) if len(found) == 1 and (foe := next(iter(found))) else None


def receive(facts: Facts, place: PlaceMention | None, kind: str, voice: Voice, war: War) -> None:
    """The receiving end of an attack across a border is the state where it struck; the place's words say so.

    Who counts what was shot down is the one attacked. Whoever fights rebels or loses a place to them, and whose forces
    or offices are hit by them or by nobody named, is the state of the place.
    """
    if facts.target or kind not in CROSS_BORDER:
        return
    if _counts_interceptions(facts, voice) and voice.side and voice.start is not None and voice.end is not None:
        facts.target[voice.side] = (voice.start, voice.end)
    if facts.target:
        return
    country = place.place.country if place and place.place else None
    state = war.holder(place.place) if place and place.place and country not in NO_PARTY_OF_ITS_OWN else None
    if not place or not state or state in facts.actor:
        return
    country = party_named(state).iso2
    homes = {party_named(actor).iso2 for actor in facts.actor}
    rebels = bool(facts.actor) and all(party_named(actor).kind != "state" for actor in facts.actor)
    across = bool(facts.actor) and country not in homes
    groups = war.groups(facts.actor, country) if across else {}
    if groups:
        facts.target.update(groups)
    elif across or (rebels and kind in FOUGHT) or (OF_THE_STATE & facts.against.keys() and (rebels or not facts.actor)):
        facts.target[state] = (place.start, place.end)


def _counts_interceptions(facts: Facts, voice: Voice) -> bool:
    """Whether a state's side tells how many it shot down."""
    state = voice.side is not None and party_named(voice.side).kind == "state"
    return state and "intercepted" in facts.figures and voice.side not in facts.actor


def place_meant(
    facts: Facts, place: PlaceMention | None, kind: str, gazetteer: Gazetteer, war: War
) -> tuple[Place, Span] | None:
    """The place of a happening, with the words behind it.

    A threat is against a place, wherever it was spoken, and forces go to one or are raised in one: where the words tell
    no such place it is the state threatened, sent to or raising them. A night's tally of what was sent and shot down is
    that of the state attacked: the one named, or the one that who sent it is at war with.
    """
    told = (place.place, (place.start, place.end)) if place and place.place else None
    if kind == "threat" and (told is None or _at_home(told[0], facts)):
        return _state(facts.target, gazetteer) or told
    if kind == "mobilisation" and told is None:
        elsewhere = {name: span for name, span in facts.target.items() if name not in facts.actor}
        return _state(elsewhere, gazetteer) or _state(facts.actor, gazetteer)
    if told is None and {"launched", "intercepted"} & facts.figures.keys() and TYPE_GROUPS[kind] == "remote":
        foe = war.foe(next(iter(facts.actor))) if len(facts.actor) == 1 and not facts.target else None
        return _state(facts.target or dict([foe] if foe else []), gazetteer)
    return told


def _at_home(place: Place, facts: Facts) -> bool:
    """Whether a place lies in the state of who acts, and in none of those at the receiving end."""
    homes, theirs = ({party_named(name).iso2 for name in names} for names in (facts.actor, facts.target))
    return place.country in homes and place.country not in theirs


def _state(parties: Values, gazetteer: Gazetteer) -> tuple[Place, Span] | None:
    """The country of the party named first, where it is a state's."""
    for name, span in sorted(parties.items(), key=lambda item: item[1]):
        party = party_named(name)
        country = gazetteer.country(party.iso2) if party.iso2 and party.kind == "state" else None
        if country:
            return country.place, span
    return None


def foes(happenings: Sequence[Happening]) -> Mapping[str, tuple[str, Span]]:
    """For each party that a report tells fighting just one other: that other, with the words that name it there."""
    found: dict[str, dict[str, Span]] = {}
    for happening in happenings:
        for telling in happening.tellings if happening.group in FIGHTING else ():
            for one, other in ((telling.actors, telling.targets), (telling.targets, telling.actors)):
                for party in one:
                    for foe in other:
                        if party.party and foe.party and party.party != foe.party:
                            found.setdefault(party.party, {}).setdefault(foe.party, (foe.start, foe.end))
    return {party: next(iter(others.items())) for party, others in found.items() if len(others) == 1}


def same_hand(happenings: Sequence[Happening], war: War) -> Mapping[int, tuple[str, Span]]:
    """For strikes that the report gives to nobody: who struck those who hold the place in all others that it tells of,
    or who alone of the parties that it names is at war with them.

    "Russian missiles hit Kharkiv. In the evening another struck Dnipro": the words behind are those of the first.
    """
    by_holder: dict[str, dict[str, Span]] = {}
    for happening in happenings:
        holder = _holder(happening, war)
        if holder and happening.group == "remote":
            for actor, span in _actors(happening).items():
                by_holder.setdefault(holder, {}).setdefault(actor, span)
    found: dict[int, tuple[str, Span]] = {}
    for number, happening in enumerate(happenings):
        place = happening.place.place if happening.place else None
        holder = _holder(happening, war)
        if happening.group != "remote" or _actors(happening) or not place or not holder:
            continue
        hands = by_holder.get(holder, {})
        if len(hands) == 1:
            actor, span = next(iter(hands.items()))
            if party_named(actor).iso2 not in (None, party_named(holder).iso2):
                found[number] = (actor, span)
        elif not hands and happening.type != "bombing" and (foe := war.attacker(place)):
            found[number] = foe
    return found


def announced_by(kind: str, told: str, place: PlaceMention | None, voice: Voice, war: War) -> dict[str, Span]:
    """The state that announces, on its own soil, what nobody else is said to have done: arrests, fighters killed."""
    known = deeds().arresting if kind == "abduction_detention" else deeds().fighting
    if kind not in ANNOUNCED or voice.stance != "asserts" or voice.start is None or not place or not place.place:
        return {}
    state = war.holder(place.place)
    its_own = state == voice.side or (voice.by or "").lower() in deeds().state_media
    if not state or not its_own or not any(word.key in known for word in words(told)):
        return {}
    return {state: (voice.start, voice.end or voice.start)}


def _holder(happening: Happening, war: War) -> str | None:
    place = happening.place.place if happening.place else None
    return war.holder(place) if place else None


def _actors(happening: Happening) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for telling in happening.tellings:
        for party in telling.actors:
            if party.party:
                found.setdefault(party.party, (party.start, party.end))
    return found
