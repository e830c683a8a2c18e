"""Whom does somebody mark out for harm: as a target that may be struck, or as those who ought to be killed?"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds

STEPS = 2  # from what is called for up to the verb that calls


def declares_target(verb: Token) -> bool:
    """Whether a verb of declaring says whom its speaker may strike: "declared the posts military objectives"."""
    for noun in verb.subtree:
        lemma = noun.lemma_.lower()
        if noun.i < verb.i or lemma not in deeds().marked:
            continue
        allowed = any(c.dep_ in ("amod", "compound") and c.lower_ in deeds().may_be_struck for c in noun.children)
        if allowed or (lemma not in deeds().struck_at and noun.head.lower_ == "as"):
            return True
    return False


def called_for(verb: Token) -> bool:
    """Whether somebody asks that the harm be done: "called for them to be beheaded", "demanded that he be hanged"."""
    if not any(c.dep_ == "auxpass" for c in verb.children):
        return False
    above = verb
    for _ in range(STEPS):
        beside, above = above.dep_ == "conj", above.head
        if not beside and above.lemma_.lower() in deeds().calling:
            return True
    return False
