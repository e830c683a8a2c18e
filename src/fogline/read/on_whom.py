"""On whom does it fall, where the words tell of soldiers, of peacekeepers, of an embassy or of a government?"""

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named
from fogline.lexicon.telltales import telltales
from fogline.read.deed import Deed
from fogline.read.facts import Facts, Values
from fogline.read.kinds import FROM_AFAR
from fogline.read.wars import War

UNITED_NATIONS = "United Nations"
STREET = frozenset({"protest", "riot"})
UP_TO_EMBASSY = 12  # characters from the name of a state to its embassy: "Cambodia's embassy", "the embassy of Chad"


def fall_on(facts: Facts, deed: Deed, war: War) -> None:
    """Give a deed the party that what it struck belongs to.

    A mutiny is against the state where it breaks out, a protest against the state whose embassy or government it turns
    on. Peacekeepers are the United Nations'. Civilians are no party, so that a killing face to face has one at its
    receiving end only where it is of those who fight. A base is theirs whose troops it houses.
    """
    spoken = deed.spoken
    state = war.holder(deed.place) if deed.place else None
    if deed.kind in STREET:
        _protest(facts, deed, state, war)
    elif deed.kind == "mutiny" and state and not facts.target:
        facts.actor.pop(state, None)
        facts.target = {state: deed.span}
    elif deed.kind == "violence_against_civilians":
        _killing(facts, deed, war)
    elif deed.kind in FROM_AFAR and (guests := _housed(deed, war)) and facts.target.keys() <= {state}:
        facts.target = guests
        facts.actor = {party: at for party, at in facts.actor.items() if party not in guests}
    elif spoken & deeds().harmed and not facts.target and (spoken & deeds().peacekeepers or _of_the_un(deed)):
        facts.target = {UNITED_NATIONS: deed.span}


def _of_the_un(deed: Deed) -> bool:
    """Whether a patrol or the like of the United Nations is what was hit, and nobody of theirs tells of it alone."""
    return any(telltales().of_the_un.search(sentence.text) for sentence in deed.told)


def _protest(facts: Facts, deed: Deed, home: str | None, war: War) -> None:
    spoken, marched_on = deed.spoken, {}
    for sentence in deed.told:
        for embassy in telltales().embassies.finditer(sentence.text):
            start, end = sentence.start + embassy.start() - UP_TO_EMBASSY, sentence.start + embassy.end()
            marched_on.update(war.between(start, end + UP_TO_EMBASSY))
    if home:
        marched_on.pop(home, None)
    if marched_on:
        facts.target = marched_on
    elif home and deed.kind == "protest" and spoken & deeds().firing and not facts.actor:
        facts.actor = {home: deed.span}
    elif home and not spoken & deeds().quelling and spoken & deeds().demanding and spoken & deeds().governing:
        facts.actor.pop(home, None)
        facts.target.setdefault(home, deed.span)


def _housed(deed: Deed, war: War) -> Values:
    """The states whose troops are in the base that was struck: "a base that hosts American forces"."""
    found: Values = {}
    for sentence in deed.told:
        if "base" not in sentence.text and "barracks" not in sentence.text:
            continue
        for match in telltales().housing.finditer(sentence.text):
            end = sentence.start + match.end()
            found.update(war.between(end, end + 1))
    return {party: span for party, span in found.items() if party_named(party).kind == "state"}


def _killing(facts: Facts, deed: Deed, war: War) -> None:
    spoken = deed.spoken
    if not spoken & (deeds().captive | deeds().forces):
        facts.target = {name: at for name, at in facts.target.items() if party_named(name).kind == "armed_group"}
    elif spoken & deeds().captive and spoken & deeds().forces and not facts.target:
        foe = war.foe(sorted(facts.actor), deed.at) if facts.actor else None
        facts.target = dict([foe]) if foe else {}
