"""Whose men are the dead and wounded of a deed: "three American soldiers were killed in fighting in Anbar".

They were on the receiving end, whatever word tells the deed and whoever holds the place, where no other words say so.
"""

from collections.abc import Iterable

from fogline.model import FigureMention, PartyMention
from fogline.read.company import Around

CASUALTIES = ("killed", "injured")


def those_lost(figures: Iterable[FigureMention], around: Around) -> list[PartyMention]:
    """Whose fighters are counted among the dead and wounded; nobody's where those of both sides are.

    The words that count them say whose they are.
    """
    counted = [f for f in figures if f.figure in CASUALTIES and f.value.low]
    found = [p for f in counted for p in around.parties if p.party and _counted(p, f) and _fights(p, f, around)]
    return list(dict.fromkeys(found)) if len({p.party for p in found}) == 1 else []


def _counted(party: PartyMention, figure: FigureMention) -> bool:
    """Whether a party stands in the words that count its dead: "three American soldiers"."""
    return party.form != "person" and party.start < figure.end and figure.start < party.end


def _fights(party: PartyMention, figure: FigureMention, around: Around) -> bool:
    """Whether those who are counted are fighters: not "eight Israelis"."""
    shift = around.sentence.start
    start, end = min(party.start, figure.start) - shift, max(party.end, figure.end) - shift
    return any(t.kind == "person" and t.value == "fighter" and start <= t.start < end for t in around.things)
