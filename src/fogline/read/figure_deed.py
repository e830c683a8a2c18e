"""Of which deed of its sentence is a count: "days after a bombing in A killed nine, jets struck B, wounding four"?

What tells of it in the count's own clause, before what stands nearer to it in another.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.read.bonds import steps
from fogline.read.what import Trigger

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")


def deed_of(word: Token, triggers: Sequence[Trigger]) -> Trigger | None:
    """The trigger of the clause in which a counted noun stands; None where its clause has none."""
    doc = word.doc
    by_token = {t.token: t for t in triggers}
    for up in word.ancestors:
        if up.tag_ == "VBG" and up.dep_ == "advcl" and (before := _right_before(up, triggers, doc)) is not None:
            return before
        if up.i in by_token:
            return by_token[up.i]
        if up.pos_ not in VERBAL:
            continue
        inside = [t for t in triggers if _in_clause(doc[t.token], up)]
        if inside:
            return min(inside, key=lambda t: (steps(word, doc[t.token]), t.token))
        if up.dep_ != "relcl" and any(child.dep_ in SUBJECTS for child in up.children):
            return None
    return None


def _in_clause(token: Token, verb: Token) -> bool:
    """Whether a word stands in a verb's clause and in none of its own below it."""
    if not verb.is_ancestor(token):
        return False
    for up in (token, *token.ancestors):
        if up == verb:
            return True
        if up.pos_ in VERBAL and any(child.dep_ in SUBJECTS for child in up.children):
            return False
    return False


def _right_before(verb: Token, triggers: Sequence[Trigger], doc: Doc) -> Trigger | None:
    """The deed of a clause that ends right before: "in answer to a missile that hit B, wounding six"."""
    comma = doc[verb.left_edge.i - 1] if verb.left_edge.i else None
    if comma is None or comma.text != ",":
        return None
    for trigger in triggers:
        token = doc[trigger.token]
        clause = token.pos_ == "VERB" and verb.head.is_ancestor(token) and token.i > verb.head.i
        if clause and token.right_edge.i == comma.i - 1:
            return trigger
    return None
