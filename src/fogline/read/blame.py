"""Whose deed somebody says it was, in a sentence that does not tell the deed itself."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import PartyMention
from fogline.read.text import Sentence

SUBJECTS = ("nsubj", "nsubjpass")


def find_blamed(doc: Doc, sentence: Sentence, parties: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """The parties that somebody blames, in the order of the text.

    "The army blamed the rebels", "accused the rebels of it", "said the rebels were behind it", "said the rebels had
    staged it"; not those of "denied being to blame".
    """
    found = [*_objects(doc), *_subjects(doc)]
    spans = [(sentence.start + t.left_edge.idx, sentence.start + t.idx + len(t.text)) for t in found]
    return tuple(p for p in parties if p.party and any(start <= p.start < end for start, end in spans))


def _objects(doc: Doc) -> Iterator[Token]:
    """Of whom a verb of blame says that it was his deed, and of accusing where the charge is what was told."""
    for verb in doc:
        lemma = verb.lemma_.lower()
        if _negated(verb) or lemma not in saying().accuse:
            continue
        if lemma not in saying().blame and not any(_points(c) for c in verb.children if c.lower_ == "of"):
            continue
        yield from (child for child in verb.children if child.dep_ == "dobj")


def _subjects(doc: Doc) -> Iterator[Token]:
    """Who "was behind it", "was responsible", "had staged the attack", in what somebody says."""
    for verb in doc:
        if verb.dep_ not in ("ccomp", "parataxis", "conj") or _negated(verb):
            continue
        lemma = verb.lemma_.lower()
        charged = lemma == "be" and any(c.lower_ in saying().guilt for c in verb.children if c.i > verb.i)
        done = verb.lower_ in saying().doing and any(c.dep_ == "dobj" and _points(c) for c in verb.children)
        if charged or done:
            yield from (child for child in verb.children if child.dep_ in SUBJECTS)


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _points(head: Token) -> bool:
    """Whether words stand for what was told before: "it", "the attack"."""
    told = status_words()
    keys = {word.key for token in head.subtree for word in words(token.text)}
    return bool(keys & (told.anaphors | saying().standing_for))
