"""Two tolls in a row, of which the last has the place and the day: "12 civilians killed and 30 wounded in El Fasher".

The parser hangs what stands behind on the wounded alone, and makes of those killed without "were" the killers. Of
"left two soldiers and nine rebels dead" it takes only the rebels to be dead.
"""

from collections.abc import Collection
from itertools import pairwise

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds

PAST = frozenset({"VBD", "VBN"})
ACTIVE = frozenset({"dobj", "agent"})
LEAVE = "leave"
BETWEEN = 6  # words at most between the two: "and at least 30 others"
JOINING = frozenset({"CCONJ", "PUNCT", "NUM", "ADV", "ADP", "ADJ", "NOUN", "DET", "SCONJ", "AUX"})


def mend_tolls(doc: Doc) -> None:
    """Hang place and day on the first toll, and make its counted those who suffered."""
    for word in doc:
        if word.lemma_.lower() == LEAVE and word.pos_ == "VERB":
            _say_of_all(word)
        elif word.dep_ == "nummod" and word.head.tag_ in PAST and word.head.dep_ == "conj":
            word.dep_ = "nsubj"  # "40 were killed and 112 surrendered"
    tolls = [t for t in doc if t.tag_ in PAST and t.lemma_.lower() in deeds().casualty and not _has(t, ACTIVE)]
    for first, last in pairwise(tolls):
        between = doc[first.i + 1 : last.i]
        if not 1 < len(between) <= BETWEEN or not all(t.pos_ in JOINING for t in between) or between[0].pos_ == "ADP":
            continue
        if not any(t.pos_ == "NUM" or t.lemma_.lower() in deeds().several for t in between) or _has(first, {"prep"}):
            continue
        if not _has(first, {"aux", "auxpass"}):
            for subject in [c for c in first.children if c.dep_ == "nsubj"]:
                subject.dep_ = "nsubjpass"
            first.tag_ = "VBN"
        for behind in [c for c in last.children if c.i > last.i and c.dep_ == "prep"]:
            behind.head = first


def _say_of_all(leave: Token) -> None:
    """Make what is said of the last of those left what is said of all: "left two soldiers and nine rebels dead"."""
    left = next((c for c in leave.children if c.dep_ == "dobj" and c.i > leave.i), None)
    last = [c for c in left.conjuncts if c.i > left.i][-1:] if left is not None else []
    for noun in last:
        state = next((c for c in noun.children if c.dep_ in ("amod", "acl") and c.i == noun.i + 1), None)
        if state is not None and (state.dep_ == "amod" or state.tag_ == "VBN"):
            state.dep_, state.head = "oprd", leave


def _has(word: Token, links: Collection[str]) -> bool:
    return any(child.dep_ in links for child in word.children)
