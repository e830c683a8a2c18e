"""Which arms that a sentence names were not used: seized, found, stored or made ones, and guns that were destroyed?"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.read.arms_again import is_munition
from fogline.read.doers import doers_of
from fogline.read.things import Thing

HEAVY = frozenset({"artillery", "rocket"})  # arms that stand somewhere, so that they can be hit themselves
BESIDE = frozenset({"of", "with", "including", "like"})
ADDING = frozenset({"along", "together"})  # "captured 12 men, along with a mortar"
CONTROLLED = "controlled"
STEPS = 6  # from a weapon in a list to the verb of which the list is the object


def without_held(found: Sequence[Thing], doc: Doc) -> tuple[Thing, ...]:
    """The things but for arms that were not used: "seized a mortar", "assembles drones", "destroyed two howitzers"."""
    return tuple(t for t in found if t.kind != "weapon" or not _is_held(t, doc))


def only_made_safe(word: Token) -> bool:
    """Whether a bomb was found and hurt nobody: "seized an explosives-laden drone", "soldiers blew up two mines"."""
    lists = deeds()
    if word.pos_ in ("NOUN", "PROPN"):
        done = done_to(word) if any(t.lemma_.lower() in lists.bombs for t in word.subtree) else None
        found = done is not None and done.lemma_.lower() in lists.not_fired | lists.making_safe
        return found or any(c.lower_ == CONTROLLED for c in word.children)
    if word.lemma_.lower() in lists.making_safe:
        return True
    blown = [c for c in word.children if c.dep_ in ("dobj", "nsubjpass")]
    doers = doers_of(word)
    on_bombs = bool(blown) and all(b.lemma_.lower() in lists.bombs for b in blown)
    return on_bombs and bool(doers) and all(d.lemma_.lower() in lists.bomb_disposers for d in doers)


def _is_held(thing: Thing, doc: Doc) -> bool:
    word = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    verb = done_to(word) if word is not None else None
    if verb is None:
        return False
    lemma = verb.lemma_.lower()
    if lemma in deeds().not_fired or _serves_to(verb):
        return True
    struck = thing.value in HEAVY and lemma in deeds().wrecking
    return struck and not is_munition(doc.text[thing.start : thing.end])


def _serves_to(verb: Token) -> bool:
    """Whether it is told what a place is used for: "a complex that was being used to launch drones"."""
    used = verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_ == "use"
    return used and any(c.dep_ == "auxpass" for c in verb.head.children)


def done_to(word: Token) -> Token | None:
    """The verb of which a word is the object, alone, in a list, or as what a pile or a cache is of."""
    for _ in range(STEPS):
        if word.dep_ in ("dobj", "nsubjpass"):
            return word.head if word.head.pos_ in ("VERB", "AUX") else None
        if word.dep_ == "pobj" and word.head.lower_ in BESIDE:
            holder = word.head.head
            if holder.lower_ in ADDING:
                return holder.head if holder.head.pos_ == "VERB" else None
            if holder.pos_ == "VERB":  # "found a depot with mortars", which the parse may hang on the verb
                return holder if holder.lemma_.lower() in deeds().finding else None
            word = holder
        elif word.dep_ in ("conj", "appos", "compound", "nmod"):
            word = word.head
        else:
            return None
    return None
