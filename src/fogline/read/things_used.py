"""Is a word that names a thing used for it in its sentence, or for who tells of it?"""

from collections.abc import Sequence

from spacy.tokens import Doc

from fogline.lexicon.saying import saying
from fogline.read.things import Thing


def is_named(thing: Thing, doc: Doc) -> bool:
    """Whether the word is used as the name of a thing: "drones hit" and not "she drones on"."""
    head = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    if head is None or thing.kind == "effects" or thing.start < thing.head:
        return True
    counted = thing.kind == "against" and head.pos_ == "NUM"  # "a nine-storey block"
    return counted or head.pos_ in ("NOUN", "PROPN", "ADJ")


def speaks(thing: Thing, doc: Doc) -> bool:
    """Whether the word names who tells it: "residents said", "according to reporters"."""
    head = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    if head is None or thing.kind != "against":
        return False
    governor = head.head
    if head.dep_ == "pobj":
        if governor.lower_ == "to" and governor.head.lower_ == "according":
            return True
        if governor.lower_ not in ("at", "in", "of", "from", "with") or governor.head.pos_ not in ("NOUN", "PROPN"):
            return False
        head = governor.head  # "a doctor at the hospital said"
        governor = head.head
        if head.dep_ != "nsubj":
            return False
    return head.dep_ in ("nsubj", "dobj", "dative") and governor.lemma_.lower() in saying().say


def in_party(thing: Thing, parties: Sequence[tuple[int, int]]) -> bool:
    """Whether the word is part of a party's or a speaker's name: the Defence Ministry is no building that was hit."""
    return thing.kind == "against" and any(start <= thing.start and thing.end <= end for start, end in parties)
