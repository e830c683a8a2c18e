"""Who is at war with whom, and who holds a place, by the lexicon and by what a report tells."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from fogline.lexicon.conflicts import foes_of, holder_of, holds_land, ruler_of
from fogline.lexicon.parties import parties, party_named, state_of
from fogline.model import Place
from fogline.read.facts import Span
from fogline.read.happenings import Happening
from fogline.read.kinds import FIGHTING

NEAR = 300  # characters before a deed in which a foe named is the one that it is done to
Named = tuple[str, Span]  # a party and words that stand for it


@dataclass(frozen=True, slots=True)
class War:
    """What tells who fights whom in a report: its day, and each party that it names with all the words for it.

    `fought` is, of a party that the report tells fighting just one other, that other.
    """

    day: dt.date | None
    mentioned: Mapping[str, Sequence[Span]]
    fought: Mapping[str, Named] = field(default_factory=dict)

    def holder(self, place: Place) -> str | None:
        """The party that holds a place: whoever took it, else its state."""
        taken = holder_of(place, self.day) if self.day else None
        return taken or (state_of().get(place.country) if place.country else None)

    def ruler(self, party: str) -> str:
        """Who acts for a state: the party that holds the whole of it, else itself."""
        iso2 = party_named(party).iso2
        state = iso2 is not None and party_named(party).kind == "state"
        return (ruler_of(iso2, self.day) if state and self.day and iso2 else None) or party

    def holds_land(self, party: str) -> bool:
        """Whether a party holds any place against its state."""
        return self.day is not None and holds_land(party, self.day)

    def first(self, party: str) -> Named:
        """A party that the report names, with the first words for it."""
        return party, self.mentioned[party][0]

    def attacker(self, place: Place) -> Named | None:
        """Who alone of the parties named is at war with those at a place, with the words that name it first."""
        holder = self.holder(place)
        if self.day is None or holder is None:
            return None
        homes = {name for name, party in parties().items() if party.iso2 == place.country}
        sides = {holder} if party_named(holder).iso2 != place.country else homes
        found = {foe for side in sorted(sides) for foe in foes_of(side, self.day)} & self.mentioned.keys() - sides
        return self.first(next(iter(found))) if len(found) == 1 else None

    def at_war(self, party: str) -> frozenset[str]:
        """All that a party is at war with, named or not."""
        return foes_of(party, self.day) if self.day else frozenset()

    def foes(self, actors: Sequence[str]) -> frozenset[str]:
        """The parties named that one of these is at war with."""
        found = {foe for actor in actors for foe in self.at_war(actor)}
        return frozenset(found & self.mentioned.keys() - set(actors))

    def strikes_abroad(self, actors: Collection[str], place: Place) -> bool:
        """Whether these are the state of a place, and all whom they fight in this report are other states.

        Not where one of them holds land of it, which the state strikes as its own.
        """
        doers, struck = ([party_named(party) for party in side] for side in (actors, self.foes(sorted(actors))))
        home = all(doer.kind == "state" and doer.iso2 == place.country for doer in doers)
        abroad = all(one.kind == "state" and one.iso2 != place.country for one in struck)
        abroad = abroad and not any(self.holds_land(foe) for foe in self.foes(sorted(actors)))
        return bool(doers) and bool(struck) and home and abroad

    def arrests_at_home(self, actors: Collection[str], place: Place) -> bool:
        """Whether these are states that have nothing to do with the land of a place, where they can arrest nobody."""
        doers = [party_named(party) for party in actors]
        states = bool(doers) and all(doer.kind == "state" and doer.iso2 != place.country for doer in doers)
        fought = {party_named(foe).iso2 for party in actors for foe in self.at_war(party)}
        return states and place.country is not None and place.country not in fought

    def nearest(self, among: frozenset[str], at: int) -> Named | None:
        """The one of these parties that is named just before `at`, else the one that the report names most."""
        spans = [(party, span) for party in sorted(among) for span in self.mentioned[party]]
        near = [one for one in spans if 0 <= at - one[1][0] <= NEAR]
        if near:
            return max(near, key=lambda one: one[1])
        return self.first(max(sorted(among), key=lambda party: len(self.mentioned[party]))) if among else None

    def foe(self, actors: Sequence[str], at: int) -> Named | None:
        """Whom these fight in this report: the foe named nearest, else the one that they are told fighting."""
        told = [self.fought[actor] for actor in actors if actor in self.fought]
        return self.nearest(self.foes(actors), at) or (told[0] if told else None)

    def only_foe(self, party: str) -> Named | None:
        """The one party that this one fights in this report; None where it names several."""
        foes = self.foes([party])
        if len(foes) > 1:
            return None
        return self.first(next(iter(foes))) if foes else self.fought.get(party)

    def between(self, start: int, end: int) -> dict[str, Span]:
        """The parties that are named between two offsets."""
        return {
            party: span
            for party, spans in self.mentioned.items()
            for span in spans
            if start <= span[0] < end or start < span[1] <= end
        }

    def sides(self) -> tuple[str, ...]:
        """The two parties at war that the report names most."""
        pairs = {tuple(sorted((one, foe))) for one in self.mentioned for foe in self.foes([one])}
        pairs |= {tuple(sorted((one, foe))) for one, (foe, _) in self.fought.items()}
        pairs = {pair for pair in pairs if set(pair) <= self.mentioned.keys()}
        return max(sorted(pairs), key=lambda pair: min(len(self.mentioned[one]) for one in pair), default=())


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
