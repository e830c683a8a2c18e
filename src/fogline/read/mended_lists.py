"""The second of two things that are told alike: "fired rockets at Safed and a drone at Nahariya".

Where each of two things has a place of its own, the small model hangs the second on the place of the first ("the
village of Bara and the town of Rahad"), or on the verb.
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

NEARBY = frozenset({"near", "outside", "inside", "off", "around", "beyond", "behind"})
SHORTEST = 5  # words of such a sentence
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


def mend_opening(doc: Doc) -> None:
    """Make "Near" a preposition that opens a sentence, and what stands behind the comma its subject.

    The small model takes "Near Manbij" for a name: "Near Manbij, a mine killed a shepherd".
    """
    if len(doc) < SHORTEST or doc[0].lower_ not in NEARBY or doc[0].dep_ != "compound":
        return
    near, name = doc[0], doc[0].head
    verb = name.head
    if name.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ != "VERB" or not 0 < name.i < verb.i:
        return
    subject = next((c for c in name.children if c.dep_ == "appos" and c.nbor(-1).i > name.i), None)
    if subject is None or doc[name.i + 1].text != ",":
        return
    subject.dep_, subject.head = name.dep_, verb
    near.dep_, near.head, near.pos_, near.tag_ = "prep", verb, "ADP", "IN"
    name.dep_, name.head = "pobj", near


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
