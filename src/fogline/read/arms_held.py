"""Which arms that a sentence names were not used: seized, found, stored or made ones, and guns that were destroyed?"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.read.arms_again import is_munition
from fogline.read.things import Thing

HEAVY = frozenset({"artillery", "rocket"})  # arms that stand somewhere, so that they can be hit themselves
BESIDE = frozenset({"of", "with", "including", "like"})
ADDING = frozenset({"along", "together"})  # "captured 12 men, along with a mortar"
STEPS = 6  # from a weapon in a list to the verb of which the list is the object


def without_held(found: Sequence[Thing], doc: Doc) -> tuple[Thing, ...]:
    """The things but for arms that were not used: "seized a mortar", "assembles drones", "destroyed two howitzers"."""
    return tuple(t for t in found if t.kind != "weapon" or not _is_held(t, doc))


def _is_held(thing: Thing, doc: Doc) -> bool:
    word = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    verb = _done_to(word) if word is not None else None
    if verb is None:
        return False
    lemma = verb.lemma_.lower()
    if lemma in deeds().not_fired:
        return True
    struck = thing.value in HEAVY and lemma in deeds().wrecking
    return struck and not is_munition(doc.text[thing.start : thing.end])


def _done_to(word: Token) -> Token | None:
    """The verb of which a word is the object, alone, in a list, or as what a pile or a cache is of."""
    for _ in range(STEPS):
        if word.dep_ in ("dobj", "nsubjpass"):
            return word.head if word.head.pos_ in ("VERB", "AUX") else None
        if word.dep_ == "pobj" and word.head.lower_ in BESIDE:
            holder = word.head.head
            if holder.lower_ in ADDING:
                return holder.head if holder.head.pos_ == "VERB" else None
            if holder.pos_ == "VERB":
                return None
            word = holder
        elif word.dep_ in ("conj", "appos", "compound", "nmod"):
            word = word.head
        else:
            return None
    return None
