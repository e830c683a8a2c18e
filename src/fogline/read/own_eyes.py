"""What do reporters vouch for themselves: what one of them saw or counted, pictures that an outlet has looked through?

"A Reuters reporter saw smoke", "satellite images reviewed by the agency show two ruins": evidence of an outlet's own,
which is its word beside that of whoever speaks.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.read.contribution import Contribution

SUBJECT = "nsubj"
WHAT = ("dobj", "ccomp", "nsubj", "prep")


def saw_it(verb: Token, subject: Token | None) -> bool:
    """Whether it tells what a reporter saw, heard or counted at a place."""
    lexicon = saying()
    if verb.lemma_.lower() not in lexicon.witnessing or subject is None:
        return False
    looks = subject.lemma_.lower() in lexicon.lookers
    return looks and any(c.dep_ in WHAT and c != subject for c in verb.children)


def looked_through(doc: Doc) -> Iterator[tuple[Token, Token, Token]]:
    """Pictures, the verb of looking and who has looked them through: "video verified by the agency shows"."""
    lexicon = saying()
    for verb in doc:
        if verb.tag_ != "VBN" or verb.lemma_.lower() not in lexicon.looking:
            continue
        agent = next((p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
        top = verb
        while top.dep_ in ("conj", "acl") and top.head.i < top.i and top.head.pos_ == "VERB":
            top = top.head
        pictures = top.head if top.dep_ == "acl" else next((c for c in top.children if c.dep_ == "nsubjpass"), None)
        if agent is not None and pictures is not None and pictures.lemma_.lower() in lexicon.pictures:
            yield pictures, verb, agent


def is_evidence(told: Sequence[Contribution]) -> bool:
    """Whether an outlet's own word on a deed is what its people saw there: "our reporter saw the crater"."""
    return any(c.voice.start is not None and _seen(c) for c in told)


def _seen(told: Contribution) -> bool:
    start, end = (told.voice.start or 0) - told.sentence.start, (told.voice.end or 0) - told.sentence.start
    return not words(told.sentence.text[start:end]).present.isdisjoint(saying().witnessed_forms)
