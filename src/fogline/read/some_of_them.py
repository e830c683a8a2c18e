"""Does a sentence tell who came to die in the deed told before: "four of the eight were killed with axes"?

Or in what it names by "the": "thirty were killed in the exchange". It tells of no deed of its own.
"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words
from fogline.lexicon.status import status_words

SUFFERING = ("nsubjpass", "dobj")
DURING = ("in", "during")


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


def harmed_in_it(verb: Token) -> bool:
    """Whether somebody was harmed in what was told before: "killed in the exchange", "hurt during that raid"."""
    return any(_the(noun) or any(c.lower_ in ("that", "this") for c in noun.children) for noun in _in_what(verb))


def harmed_by_fire(exchange: Token) -> bool:
    """Whether it is of fire, as somebody was killed or hurt in it: "two soldiers died in the exchange"."""
    verb = exchange.head.head
    figures = (count_words().figures[name] for name in ("killed", "injured"))
    return exchange in _in_what(verb) and any(verb.lemma_.lower() in f.objects | f.subjects for f in figures)


def _in_what(verb: Token) -> list[Token]:
    """The deeds in which something befell somebody, by the words for one told before."""
    inside = (c for p in verb.children if p.dep_ == "prep" and p.lower_ in DURING for c in p.children)
    return [c for c in inside if c.lemma_.lower() in status_words().anaphors]
