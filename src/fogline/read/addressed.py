"""To whom is what is offered, promised, given or decided addressed, where no words say so?"""

from collections.abc import Sequence

from fogline.lexicon.conflicts import backed_by
from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named
from fogline.read.deed import Deed
from fogline.read.facts import Facts, Values
from fogline.read.wars import War


def address(facts: Facts, deed: Deed, war: War) -> None:
    """Give what is said or decided the one that it is meant for.

    Who fights offers talks to his foe; a third party to both sides that the report tells of. What others promise or
    give goes to the side that they back, else to the state that the report tells fighting a group; what they sanction
    is the other side's.
    """
    actors = sorted(facts.actor)
    if not actors:
        return
    if deed.kind == "negotiation":
        _offer(facts, actors, deed, war)
    elif deed.kind in ("pledge", "aid", "sanction") and not facts.target:
        facts.target = _meant(actors, deed.kind, war)


def _offer(facts: Facts, actors: Sequence[str], deed: Deed, war: War) -> None:
    sides = war.sides()
    foe = war.foe(actors, deed.at) if len(actors) == 1 and not facts.target else None
    if foe and deed.mutual and not deed.spoken & deeds().offering:
        facts.actor.update([foe])  # who talks with his foe: both take part alike
    elif len(actors) == 1 and not facts.target:
        facts.target = dict([foe]) if foe else {side: war.first(side)[1] for side in sides}
    elif deed.spoken & deeds().between and not set(sides) & set(actors) and facts.target.keys() <= set(sides):
        facts.target = {side: facts.target.get(side, war.first(side)[1]) for side in sides}


def _meant(actors: Sequence[str], kind: str, war: War) -> Values:
    backed = [one for actor in actors if war.day and (one := backed_by(actor, war.day))]
    named = [one for one in backed if {one.side, one.against} & war.mentioned.keys()]
    for one in named:
        party = one.against if kind == "sanction" else one.side
        if party in war.mentioned and party not in actors:
            return dict([war.first(party)])
    sides = war.sides()
    if named or set(sides) & set(actors):
        return {}
    meant = [side for side in sides if (party_named(side).kind == "state") != (kind == "sanction")]
    return dict([war.first(meant[0])]) if len(meant) == 1 else {}
