"""Whose hand was it, where nobody says so: who arrests in a place, who flies in a civil war, who shells a foe?"""

from typing import Final

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named, state_of
from fogline.lexicon.phrases import words
from fogline.lexicon.telltales import telltales
from fogline.model import Place, PlaceMention
from fogline.read.deed import Deed
from fogline.read.facts import Facts, Span
from fogline.read.fired_from import sender, sent_from_land
from fogline.read.kinds import FOUGHT, FROM_AFAR, NO_PARTY_OF_ITS_OWN
from fogline.read.receiving import SHIP, receive
from fogline.read.wars import Named, War

UNSAID: Final = (
    FROM_AFAR | FOUGHT | {"abduction_detention", "protest"}
)  # what somebody may have done though nobody says who
# What civilians live, trade, heal, learn and pray in.
OF_CIVILIANS: Final = frozenset({"residential", "market", "hospital", "aid", "people", "religious", "school"})


def ruling_hand(kind: str, told: str, mention: PlaceMention | None, war: War) -> dict[str, Span]:
    """Who rules where somebody was arrested, or who alone has the warplanes there; the words behind are the place's."""
    place = mention.place if mention else None
    if mention is None or place is None or place.country in NO_PARTY_OF_ITS_OWN:
        return {}
    hand: str | None = None
    marks = telltales()
    if kind == "abduction_detention" and marks.arrested.search(told) and not marks.kidnapped.search(told):
        hand = war.holder(place)
    elif kind in FROM_AFAR and (marks.warplanes if kind == "air_drone_strike" else marks.warships).search(told):
        hand = _only_state(place, war)
    return {hand: (mention.start, mention.end)} if hand else {}


def _only_state(place: Place, war: War) -> str | None:
    """The state of a place, where the report names rebels that it fights and it is at war with no other state.

    Nor is another state that the report names at war with a group that is at home there.
    """
    state = state_of().get(place.country) if place.country else None
    ruler = war.ruler(state) if state else None
    if ruler is None or not war.foes([ruler]):
        return None
    groups = [party for party in war.mentioned if party_named(party).iso2 == place.country and party != ruler]
    if any(party_named(foe).kind == "state" for foe in war.foes(groups) - {ruler}):
        return None
    return None if any(party_named(foe).kind == "state" for foe in war.at_war(ruler)) else ruler


def settle_sides(facts: Facts, deed: Deed, war: War, *, unclaimed: bool, alone: bool) -> None:
    """Give a deed its receiving end, and a strike from afar that nobody is said to have made (`unclaimed`) its author.

    What was struck in a civil war is no armed group's where one voice alone tells it and only of the houses of
    civilians, nor where only the warplanes tell who struck and nothing of those who fight was hit.
    """
    _both_armies(facts, deed, war)
    named, inferred = bool(facts.target), unclaimed and bool(facts.actor)
    receive(facts, deed, war)
    own = deed.voice.side
    if deed.kind in FOUGHT and own in facts.target and facts.actor.keys() - {own}:
        facts.actor.pop(own, None)  # of two who fought, who counts its own losses was hit
    if unclaimed and deed.voice.stance == "asserts":
        _foes_hand(facts, deed, war)
    hurt = named and "military" in facts.against and bool(facts.figures.keys() & {"killed", "injured"})
    if inferred and hurt and facts.actor.keys() <= facts.target.keys():
        facts.actor = {}  # whose soldiers were hit did not hit them
    of_civilians = bool(facts.against) and facts.against.keys() <= OF_CIVILIANS
    spared = (alone and of_civilians) or (inferred and deed.kind in FROM_AFAR and "military" not in facts.against)
    if not named and spared and deed.kind in FROM_AFAR:
        facts.target = {name: span for name, span in facts.target.items() if party_named(name).kind != "armed_group"}


def _both_armies(facts: Facts, deed: Deed, war: War) -> None:
    """Make the two states or groups of a report that are at war both sides of a fight of "the two armies"."""
    both = telltales().both_armies
    if facts.actor or not deed.mutual or not any(both.search(sentence.text) for sentence in deed.told):
        return
    pairs = [(a, b) for a in sorted(war.mentioned) for b in sorted(war.at_war(a) & war.mentioned.keys()) if a < b]
    if len(pairs) == 1:
        facts.actor = dict(war.first(party) for party in pairs[0])
        facts.target = {}


def _foes_hand(facts: Facts, deed: Deed, war: War) -> None:
    """Give a strike from afar on one side of a war, which nobody is said to have made, to the other.

    Where it is told out of which land it came, to the foe there, or to nobody.
    """
    if deed.kind not in FROM_AFAR or facts.actor or len(facts.target) != 1 or facts.against.keys() == SHIP:
        return
    ((struck, span),) = facts.target.items()
    origin = sent_from_land(deed.told)
    if origin and party_named(origin[0]).iso2 != party_named(struck).iso2:
        hand = sender(origin[0], war.at_war(struck))
        facts.actor = {hand: origin[1]} if hand else {}
        return
    foe = _foe(struck, span, war)
    if foe and not (party_named(foe[0]).kind == "state" and _by_men_in_arms(deed)):
        facts.actor = dict([foe])


def _by_men_in_arms(deed: Deed) -> bool:
    """Whether rebels, gunmen or the like, who are no state's, stand before the words for a deed: "rebels shelled"."""
    before = (s.text[: deed.at - s.start] for s in deed.told if s.start <= deed.at < s.end)
    keys = {word.key for text in before for word in words(text)}
    return not deeds().in_arms.isdisjoint(keys | {key.removesuffix("s") for key in keys})


def _foe(struck: str, span: Span, war: War) -> Named | None:
    """The foe named most, where it is a state or holds land; where none is named, the only state at war with one."""
    home = None if party_named(struck).kind == "state" else party_named(struck).iso2
    if home and not war.holds_land(struck):
        return None
    named = sorted(war.foes([struck]), key=lambda foe: (-len(war.mentioned[foe]), foe))
    if named:
        foe = named[0]
        state = party_named(foe).kind == "state" and home in (None, party_named(foe).iso2)
        armed = state or (len(named) == 1 and war.holds_land(foe))
        return war.first(foe) if armed else None
    foes, home = sorted(war.at_war(struck)), party_named(struck).iso2
    known = [foe for foe in foes if party_named(foe).kind == "state"]
    groups = [foe for foe in foes if party_named(foe).kind == "armed_group" and party_named(foe).iso2 != home]
    abroad = any(war.holds_land(group) for group in groups)
    sure = len(known) == 1 and not abroad  # groups of other lands strike a state as well
    return (known[0], span) if sure and party_named(struck).kind == "state" else None
