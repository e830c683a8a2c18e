"""Whose hand was it in a fight that is told with the dead of both sides?

"Rebels attacked a post. Twenty of them died in the exchange": who fell was no target of an attack of the others, and
the soldiers who shot them did not attack. Where a deed is told, words of harm beside it turn no sides round.
"""

from dataclasses import replace

from fogline.lexicon.parties import party_named
from fogline.read.happening import Happening
from fogline.read.telling import Telling

FOUGHT = "ground"


def sides_as_told(happening: Happening) -> None:
    """Take from words of harm in a fight the parties that would turn round who attacked whom."""
    deeds = [t for t in happening.tellings if t.sort == "deed" and t.group == FOUGHT and not t.mutual]
    attackers, hit = _parties(deeds, "actors"), _parties(deeds, "targets")
    if happening.group != FOUGHT or not (attackers or hit):
        return
    turned = [t for t in happening.tellings if t.sort == "harm" and _turns_round(t, attackers, hit)]
    if turned:
        happening.tellings = [replace(t, actors=(), targets=()) if t in turned else t for t in happening.tellings]
        happening.actors = _parties(happening.tellings, "actors")


def _turns_round(telling: Telling, attackers: set[str], hit: set[str]) -> bool:
    doing, fallen = _parties([telling], "actors"), _parties([telling], "targets")
    if (doing & hit) - attackers or (fallen & attackers) - hit:
        return True
    rebels = bool(fallen) and all(party_named(party).kind == "armed_group" for party in fallen)
    return rebels and not (doing or fallen & hit) and any(party_named(party).kind == "state" for party in hit)


def _parties(tellings: list[Telling], role: str) -> set[str]:
    return {p.party for t in tellings for p in getattr(t, role) if p.party}
