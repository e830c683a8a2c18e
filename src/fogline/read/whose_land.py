"""Does a state's adjective before a deed tell whose it was or where: "the Colombian car bombing", "an Israeli attack"?

A blast, an ambush or a killing in the state's own land, by nobody who is named, is not the state's deed. What came from
the air or from afar is, what falls on an armed group, and what a state at war does in land that its foe holds.
"""

import datetime as dt
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from fogline.lexicon.conflicts import foes_of, holder_of
from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named
from fogline.model import PartyMention
from fogline.read.happenings import Happening
from fogline.read.named_in import is_bare_state
from fogline.read.telling import Telling

# Between the adjective and the words for the deed: "Iraqi | market | bombing", "Pakistan's | worst | attack".
BETWEEN = re.compile(r"(?:['’]s?)? (?:[\w-]+ ){0,3}")
FROM_THE_AIR = frozenset({"airstrike", "drone", "missile", "artillery", "rocket"})  # families of weapons


def without_land(found: Sequence[Happening], named: AbstractSet[str], day: dt.date | None) -> list[Happening]:
    """The happenings, without the actors that only tell in which state they were; `named` are the report's parties."""
    for happening in found:
        lands = {p for t in happening.tellings for p in t.actors if _tells_where(p, t)}
        lands = {p for p in lands if _at_home(p, happening, named, day)}
        if lands:
            kept = [tuple(p for p in t.actors if p not in lands) for t in happening.tellings]
            happening.tellings = [replace(t, actors=a) for t, a in zip(happening.tellings, kept, strict=True)]
            happening.actors = {p.party for t in happening.tellings for p in t.actors if p.party}
    return list(found)


def _tells_where(party: PartyMention, telling: Telling) -> bool:
    """Whether a state's bare adjective or its owning name stands before a noun for what unknown hands do."""
    low, high = (at - telling.sentence.start for at in telling.span)
    text, end = telling.sentence.text, party.end - telling.sentence.start
    told = text[low:high].lower().split()
    if not told or told[-1].removesuffix("s") not in deeds().by_unknown or not 0 <= end <= low:
        return False
    owns = text[end : end + 1] in ("'", "’")
    bare = (party.form == "demonym" and " " not in party.text) or (owns and is_bare_state(party))
    return bare and BETWEEN.fullmatch(text, end, low) is not None


def _at_home(party: PartyMention, happening: Happening, named: AbstractSet[str], day: dt.date | None) -> bool:
    """Whether a deed was in a state's own land, which it holds, and in no war of states; nor done as states do it."""
    state = party_named(party.party or "")
    place = happening.place.place if happening.place else None
    if state.kind != "state" or place is None or place.country != state.iso2 or happening.weapons & FROM_THE_AIR:
        return False
    if any(p.party and party_named(p.party).kind == "armed_group" for t in happening.tellings for p in t.targets):
        return False
    foes = foes_of(state.name, day) & named if day else frozenset()
    held = holder_of(place, day) if day else None
    return held in (None, state.name) and not any(party_named(foe).kind == "state" for foe in foes)
