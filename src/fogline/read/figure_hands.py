"""By whose hand are the counted said to have fallen: "the group said it had killed 12", "killed by the army"?"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.model import FigureMention, PartyMention
from fogline.read.figure_tellings import OBJECT, PASSIVE, phrases
from fogline.read.text import Sentence

SUFFERED = ("killed", "injured", "captured", "detained", "launched", "hit")
DONE = ("VERB", "AUX")
ANYONE = "they"  # also what was fired: "they landed on a house and killed two"


def hands_of(figure: FigureMention, sentence: Sentence, doc: Doc, parties: Sequence[PartyMention]) -> frozenset[str]:
    """The parties that the verb of a count names as its doers; none where it names nobody, or another than a party."""
    if figure.figure not in SUFFERED:
        return frozenset()
    span = doc.char_span(figure.start - sentence.start, figure.end - sentence.start, alignment_mode="expand")
    verb = _verb_over(span.root) if span is not None and len(span) else None
    done = verb is not None and phrases(verb) & count_words().figures[figure.figure].objects
    doers = [token for token in _doers(verb) if token.lower_ != ANYONE] if verb is not None and done else []
    places = [(token.idx + sentence.start, token.idx + sentence.start + len(token)) for token in doers]
    return frozenset(p.party for p in parties if p.party and any(p.start < to and at < p.end for at, to in places))


def _verb_over(token: Token) -> Token | None:
    """The verb whose object, or passive subject, a counted noun is, also beside another or as "six of them"."""
    node = token
    while node.dep_ in ("conj", "pobj", "prep") and node.head != node and node.head.pos_ not in DONE:
        node = node.head
    return node.head if node.dep_ in (*OBJECT, *PASSIVE) and node.head.pos_ in DONE else None


def _doers(verb: Token) -> list[Token]:
    by = [inner for child in verb.children if child.dep_ == "agent" for inner in child.children if inner.dep_ == "pobj"]
    subject = [child for child in verb.children if child.dep_ == "nsubj"]
    while not by and not subject and verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in DONE:
        verb = verb.head  # "claimed to have killed nine", "killed nine and captured two"
        subject = [child for child in verb.children if child.dep_ == "nsubj"]
    return by or subject
