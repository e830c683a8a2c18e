"""Does a speaker assert or deny: what the verb of saying and the words after it make of it."""

from spacy.tokens import Token

from fogline.lexicon.saying import saying

DOING = (
    "fire",
    "strike",
    "carry",
    "conduct",
    "attack",
    "shoot",
    "hit",
    "target",
    "bomb",
    "shell",
    "kill",
    "launch",
    "use",
    "take",
    "deploy",
    "lose",
    "retreat",
    "be",
    "do",
    "have",
    "operate",
    "open",
    "cross",
    "abduct",
    "detain",
    "destroy",
    "loot",
    "touch",
    "enter",
    "leave",
    "fall",
    "capture",
)


def stance_of(verb: Token, subject: Token) -> str:
    """`asserts` or `denies` for a verb of saying with its subject."""
    lexicon = saying()
    lemma = verb.lemma_.lower()
    denies = lemma in lexicon.deny
    if denies and not any(c.dep_ == "neg" for c in verb.children):
        return "denies"
    if lemma in lexicon.refuse:
        return (
            "no_comment"
            if any(t.lemma_ in ("comment", "say", "answer", "confirm", "discuss", "respond") for t in verb.subtree)
            else "denies"
        )
    return "denies" if _denied(verb, subject) else "asserts"


def _denied(verb: Token, subject: Token) -> bool:
    """ "Said its forces had not fired", "called it a lie", "said it had nothing to do with the blast"."""
    lexicon = saying()
    words = " ".join(t.text for t in verb.subtree)
    if verb.lemma_ in ("call", "describe", "brand", "label", "dismiss") and lexicon.denial.search(words):
        return True
    for child in verb.children:
        if child.dep_ not in ("ccomp", "parataxis"):
            continue
        own = any(
            t.lower_ in lexicon.own for c in child.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree
        )
        negated = any(c.dep_ == "neg" for c in child.children) or any(
            t.lower_ in ("no", "none", "nothing")
            for c in child.children
            if c.dep_ in ("nsubj", "dobj", "nsubjpass")
            for t in c.subtree
        )
        if own and negated and child.lemma_ in DOING:
            return True
        if lexicon.denial.search(" ".join(t.text for t in child.subtree)) and (own or child.lemma_ == "be"):
            return True
    return False
