"""Are those who do a deed no crowd, though called youths or residents: do they bear arms, or a group's name?"""

from spacy.tokens import Token

from fogline.lexicon.parties import party_named
from fogline.read.company import Around
from fogline.read.doers import doers_of


def armed_doers(verb: Token) -> bool:
    """Whether who acts is armed: "armed youths attacked the barges" are no crowd."""
    return any(c.lower_ == "armed" for d in doers_of(verb) for c in d.children)


def of_a_group(verb: Token, around: Around) -> bool:
    """Whether those who do it are an armed group's by its name: "White Army youths"."""
    groups = [p for p in around.parties if p.party and party_named(p.party).kind == "armed_group"]
    spans = [(d.left_edge.idx, d.idx + len(d.text)) for d in doers_of(verb)]
    return any(a <= p.start - around.sentence.start < b for p in groups for a, b in spans)
