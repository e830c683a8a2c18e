"""Whose is what "its", "their" and "his" stand before: the subject of their clause, or who says what it does."""

from spacy.tokens import Token

from fogline.lexicon.saying import saying
from fogline.read.acts import token_at
from fogline.read.text import ParsedText


def possessor_at(parsed: ParsedText, offset: int) -> int | None:
    """The offset of the subject of the clause in which a possessive stands: "says that the militia shelled its camp".

    None where it stands in the subject itself, or its clause has none.
    """
    word = token_at(parsed, offset)
    if word is None or word.dep_ != "poss":
        return None
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    subject = _subject(verb) if verb is not None else None
    if subject is None or subject == word or subject.is_ancestor(word) or subject.pos_ == "PRON":
        return None
    return offset - word.idx + subject.idx


def sayer_at(parsed: ParsedText, offset: int) -> int | None:
    """The offset of who says what a pronoun or its own does: "while the militia said its drones had hit a depot".

    None where the pronoun is not in the subject of a clause that hangs on a verb of saying.
    """
    word = token_at(parsed, offset)
    if word is None:
        return None
    top = word.head if word.dep_ == "poss" else word
    verb = top.head
    if top.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in saying().say:
        return None
    speaker = _subject(verb.head)
    return None if speaker is None or speaker.i > word.i else offset - word.idx + speaker.idx


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is joined to."""
    while True:
        own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if own is not None or verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head == verb:
            return own
        verb = verb.head
