"""Does a sentence tell how some of those counted before came to die: "four of the eight were killed with axes"?

It tells of the deed told before and of none of its own.
"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words

SUFFERING = ("nsubjpass", "dobj")


def tells_of_some(verb: Token) -> bool:
    """Whether those to whom a deed is done are some of the victims of one told before, or are called its victims."""
    verbs = [v for v in (verb, *([verb.head] if verb.dep_ == "conj" else [])) if v.pos_ == "VERB"]
    return any(_are_victims(c) or _part_of_counted(c) for v in verbs for c in v.children if c.dep_ in SUFFERING)


def _the(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "these", "those") for c in noun.children)


def _are_victims(noun: Token) -> bool:
    """Whether a noun is "the victims", "one of the dead"."""
    named = [noun, *(w for p in noun.children if p.lower_ == "of" for w in p.children if w.dep_ == "pobj")]
    return any(w.lower_ in count_words().marks["victims"] and _the(w) for w in named)


def _part_of_counted(number: Token) -> bool:
    """Whether a number is of a definite count of people: "four of the eight civilians"."""
    wholes = [w for p in number.children if p.lower_ == "of" for w in p.children if w.dep_ == "pobj"]
    classes = count_words().classes
    counted = [w for w in wholes if any(c.dep_ == "nummod" for c in w.children)]
    return any(
        _the(w) and "person" in classes.get(w.lemma_.lower(), ()) and w.lemma_.lower() not in deeds().captives
        for w in counted
    )
