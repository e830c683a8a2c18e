"""Clauses of a noun that the parser takes for a participle: "an attack that residents [blamed on the militia]".

It makes the one who acts a noun of its own behind "that", and the verb a participle that tells of him.
"""

from collections.abc import Iterable

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")


def mend_clauses(participles: Iterable[Token]) -> None:
    """Make such a participle the verb of the clause, and "that" what it is done to."""
    for verb in [t for t in participles if t.tag_ == "VBN" and t.i > 2]:
        subject = verb.head
        link = subject.head
        acts = any(c.dep_ in ("agent", "dobj", *SUBJECTS) for c in verb.children)
        if acts or subject.dep_ not in SUBJECTS or link.lower_ not in ("that", "which") or verb.i != subject.i + 1:
            continue
        noun = link.nbor(-1)
        if link.i + 1 != subject.left_edge.i or noun.pos_ != "NOUN":
            continue
        verb.head, verb.dep_, verb.tag_ = noun, "relcl", "VBD"
        subject.head, subject.dep_ = verb, "nsubj"
        link.head, link.dep_, link.tag_ = verb, "dobj", "WDT"
