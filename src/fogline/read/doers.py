"""Who or what a word of attack says does it, whether it is a party or not: a storm, a shark, a bus."""

from spacy.tokens import Token

from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words


def doers_of(token: Token) -> list[Token]:
    """The words for who or what does it: the subject, what stands behind "by", what a noun is compounded with."""
    if token.pos_ not in ("VERB", "AUX"):
        beside = [c for c in token.children if c.dep_ in ("compound", "amod", "poss")]
        return beside + [g for p in token.children if p.lower_ == "by" for g in p.children]
    agents = [g for c in token.children if c.dep_ in ("agent", "prep") and c.lower_ == "by" for g in c.children]
    participle = token.dep_ == "acl" and token.tag_ == "VBN"
    if participle or any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children):
        return agents
    subjects = _subjects(token) or accused_of(token)
    while not subjects and token.dep_ in ("advcl", "conj", "xcomp") and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
        subjects = _subjects(token)
    return agents + subjects


def accused_of(verb: Token) -> list[Token]:
    """Who is said to do what a gerund says: "accused soldiers of burning", "was responsible for", "blamed for killing".

    None where the gerund depends on no word of a charge.
    """
    charge = verb.head.head
    if verb.dep_ != "pcomp":
        return []
    if charge.lower_ in saying().answerable:  # "the army was responsible for", "held the army responsible for"
        named = [c for c in (*charge.head.children, *charge.children) if c.dep_ in ("nsubj", "dobj")]
    elif charge.lemma_.lower() in status_words().charging:
        named = [c for c in charge.children if c.dep_ in ("dobj", "nsubjpass")]
    else:
        return []
    return [t for c in named for t in (c, *c.conjuncts)]


def _subjects(verb: Token) -> list[Token]:
    """What a verb's subject names; of "the earthquake that struck" the earthquake."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return [verb.head if verb.dep_ == "relcl" and s.tag_ in ("WDT", "WP") else s for s in subjects]


def sworn_to_pay(verb: Token) -> bool:
    """Whether somebody vows that others will pay, whatever for: "vowed that its firms would pay for every barrel"."""
    others = any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN") for c in verb.children)
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in status_words().swearing and others
