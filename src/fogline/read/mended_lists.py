"""The second of two things that are told alike: "fired rockets at Safed and a drone at Nahariya".

Where each of two things has a place of its own, the small model hangs the second on the place of the first ("the
village of Bara and the town of Rahad"), or on the verb.
"""

from collections.abc import Iterable

from spacy.tokens import Token

NAMES = frozenset({"PROPN", "NOUN"})


def mend_lists(joined: Iterable[Token]) -> None:
    """Hang the second of two things on the first, not on the first one's place."""
    for second in joined:
        first = _told_alike(second)
        if first is not None:
            second.head = first


def _told_alike(second: Token) -> Token | None:
    """The thing that a second one is joined to, by the same preposition before their places; none where it is."""
    preps = {c.lower_ for c in second.children if c.dep_ == "prep" and c.i > second.i}
    place = second.head
    if second.pos_ != "NOUN" or not preps or place.i > second.i:
        return None
    if place.pos_ == "VERB":
        first = _object(place)
        return first if first is not None and preps & {c.lower_ for c in place.children if c.dep_ == "prep"} else None
    if place.dep_ != "pobj" or place.pos_ not in NAMES or place.head.lower_ not in preps:
        return None
    holder = place.head.head
    return holder if holder.pos_ == "NOUN" else _object(holder) if holder.pos_ == "VERB" else None


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
