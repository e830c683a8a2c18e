"""Who is at the receiving end of an attack, where no words say so?"""

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named
from fogline.read.deed import Deed
from fogline.read.facts import Facts, Span, Values
from fogline.read.kinds import FOUGHT, NO_PARTY_OF_ITS_OWN, OF_THE_STATE
from fogline.read.wars import Named, War

# What is the people's: rebels who shell it at home strike no party, by the codebook of `corpus/README.md`.
CIVILIAN = frozenset({"people", "residential", "market", "school", "hospital", "religious", "aid"})
SENT = frozenset({"launched", "intercepted"})
REMOTE = frozenset({"air_drone_strike", "missile_artillery_attack"})


def other_side(facts: Facts, deed: Deed, war: War) -> Values:
    """Who is attacked, by who attacks and who holds the place; the words behind are the party's, else the place's.

    An army strikes its foe: on its own soil, on that of a neighbour that it is not at war with, or where the foe is at
    home; else the state that holds the place. Rebels fight the state; what they or nobody named hit is the state's
    where it is soldiers or offices, or where the two sides are at war with arms from afar.
    """
    actors, holder = sorted(facts.actor), _holder(deed, war)
    of_the_state = bool(OF_THE_STATE & facts.against.keys())
    of_the_state = of_the_state or (deed.kind == "bombing" and bool(deed.spoken & deeds().forces))
    held: Values = {holder: _span(deed)} if holder else {}
    if not actors:
        at_sea = facts.against.keys() == {"ship"}  # a ship off a coast is not that of who holds it
        return held if not at_sea and (of_the_state or _open_to_attack(holder, deed, war)) else {}
    if _at_home(actors, holder):
        return _values(war.foe(actors, deed.at))
    groups = _groups_there(actors, holder, deed, war)
    if groups:
        return {party: war.first(party)[1] for party in sorted(groups)}
    if not holder:
        wave = deed.kind in REMOTE and bool(SENT & facts.figures.keys())  # a night's count, over no town
        return _values(war.foe(actors, deed.at)) if wave or deed.kind in FOUGHT else {}
    rebels = _rebels(actors)
    guest = None if rebels and not of_the_state and deed.kind not in FOUGHT else _guest(actors, holder, deed, war)
    if guest:
        return _values(guest)
    at_war = any(holder in war.at_war(actor) for actor in actors)
    on_civilians = rebels and bool(facts.against) and CIVILIAN.issuperset(facts.against)
    fought = deed.kind in FOUGHT or of_the_state or (deed.kind in REMOTE and at_war and not on_civilians)
    return held if fought or party_named(holder).iso2 not in _homes(actors) else {}


def _holder(deed: Deed, war: War) -> str | None:
    place = deed.place
    return war.holder(place) if place and place.country not in NO_PARTY_OF_ITS_OWN else None


def _span(deed: Deed) -> Span:
    return (deed.mention.start, deed.mention.end) if deed.mention else deed.span


def _open_to_attack(holder: str | None, deed: Deed, war: War) -> bool:
    """Whether what nobody is said to have hit was hit by a foe of who holds the place.

    Where two states are at war, it was; and what bursts where one of them holds the other's soil is meant for it.
    """
    state = holder is not None and party_named(holder).kind == "state"
    if deed.kind == "bombing":
        country = deed.place.country if deed.place else None
        return state and holder is not None and party_named(holder).iso2 not in (country, None)
    at_war = any(party_named(foe).kind == "state" for foe in war.foes([holder])) if holder else False
    return deed.kind in REMOTE and at_war


def _at_home(actors: list[str], holder: str | None) -> bool:
    """Whether those who attack hold the place themselves, or it is their state's and they are no rebels."""
    if holder is None:
        return False
    return holder in actors or (party_named(holder).iso2 in _homes(actors) and not _rebels(actors))


def _groups_there(actors: list[str], holder: str | None, deed: Deed, war: War) -> frozenset[str]:
    """The armed groups named that these fight and that are at home at a place abroad, where they do not hold it."""
    if holder and party_named(holder).iso2 in _homes(actors):
        return frozenset()
    country = deed.place.country if deed.place else None
    groups = {foe for foe in war.foes(actors) if party_named(foe).kind == "armed_group"}
    return frozenset(group for group in groups if party_named(group).iso2 == country and group != holder)


def _guest(actors: list[str], holder: str, deed: Deed, war: War) -> Named | None:
    """The foe struck on the soil of a state that nobody is at war with, or that left the actors' own soil for it."""
    foes, homes = war.foes(actors), _homes(actors)
    if deed.kind in REMOTE and not _rebels(actors):
        gone = frozenset(f for f in foes if party_named(f).kind == "armed_group" and party_named(f).iso2 in homes)
        if gone:
            return war.nearest(gone, deed.at)
    at_war = any(holder in war.at_war(actor) for actor in actors)
    return None if at_war else war.nearest(foes, deed.at)


def _homes(actors: list[str]) -> set[str | None]:
    return {party_named(actor).iso2 for actor in actors}


def _rebels(actors: list[str]) -> bool:
    return all(party_named(actor).kind != "state" for actor in actors)


def _values(named: Named | None) -> Values:
    return dict([named]) if named else {}
