"""Is something held out to whoever does not obey: "whoever hides them will lose the house", "resign or you are next"?

No word of harm need stand there. That it depends on what another does, and does nobody good, makes it a threat.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from fogline.lexicon.events import frames
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
REPORTED = "would"  # which outside of what somebody said only supposes
UNLESS = "unless"
OURSELVES = frozenset({"we", "i"})
STEPS = 4  # from a joined verb up to the one whose condition or subject it shares


def held_out_if(auxiliary: Token) -> bool:
    """Whether the verb of an auxiliary tells what will befall somebody, should he do or not do a thing."""
    verb = auxiliary.head
    if auxiliary.dep_ != "aux" or verb.i < auxiliary.i or (auxiliary.lower_ == REPORTED and not _is_reported(verb)):
        return False
    return not does_good(verb) and (_on_whoever(verb) or _on_condition(verb) or _or_else(verb, auxiliary))


def does_good(verb: Token) -> bool:
    """Whether what will be done harms nobody, or only tells how things will stand: "will be pardoned", "will know"."""
    words, lemma = status_words(), verb.lemma_.lower()
    if any(c.lemma_.lower() in words.bystanders for s in _subjects(verb) for c in (s, *s.children)):
        return True
    if lemma in words.met_with and any(c.dep_ == "auxpass" for c in verb.children):
        return False  # "will not be met with flowers", "will be treated as a soldier"
    if any(c.dep_ == "neg" or c.lower_ in words.negations for c in (*verb.children, *_determiners(verb))):
        return lemma in words.no_harm - words.promised
    if lemma in words.getting:
        return any(c.lemma_.lower() in words.goods for c in verb.subtree if c.i > verb.i)
    return lemma in words.promised | words.no_harm


def _on_whoever(verb: Token) -> bool:
    """Whether it is to befall whoever does a thing: "those who stay will be shot", "for each of ours we take ten"."""
    told = list(_subjects(verb))
    told += [c for p in verb.children if p.dep_ == "prep" and p.lower_ == "for" and p.i < verb.i for c in p.children]
    return any(_is_whoever(t) for t in told)


def _is_whoever(word: Token) -> bool:
    words = status_words()
    if word.dep_ in ("csubj", "csubjpass"):  # "whoever touches it"
        return any(c.lower_ == "whoever" for c in word.children) and word.lemma_.lower() not in words.no_offence
    deeds = [c for c in word.children if c.dep_ in ("relcl", "acl")]
    if any(d.lemma_.lower() in words.no_offence and not _negated(d) for d in deeds):
        return False
    if word.lower_ in words.whoever:
        return bool(deeds)
    if word.lower_ == "each" and any(c.lower_ == "of" for c in word.children):
        return True
    described = bool(deeds) or any(c.dep_ == "prep" for c in word.children)
    return described and any(c.dep_ == "det" and c.lower_ in ("any", "every", "each") for c in word.children)


def _on_condition(verb: Token) -> bool:
    """Whether it depends on a wrong, or a demand not met: "if they do not leave", "if one more bomb falls"."""
    for up in _shared(verb):
        for clause in up.children:
            if clause.dep_ == "advcl" and _is_offence(clause):
                return True
    return False


def _is_offence(clause: Token) -> bool:
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    if not marks & {"if", UNLESS}:
        return False
    subjects = _subjects(clause)
    unmoved = frames().peace.no_attackers | status_words().bystanders
    if any(s.lower_ in OURSELVES or s.lemma_.lower() in unmoved for s in subjects):
        return False
    lemma = clause.lemma_.lower()
    return UNLESS in marks or _negated(clause) or lemma in status_words().menace | status_words().offending


def _or_else(verb: Token, auxiliary: Token) -> bool:
    """Whether it stands behind a demand and "or": "told him to resign or the next car will be for his house"."""
    subjects = [s.left_edge.i for s in _subjects(verb)]
    doc = verb.doc
    for word in doc[: auxiliary.i]:
        if word.lower_ in ("or", "otherwise") and any(word.i < s for s in subjects):
            demands = status_words().bidding | status_words().wanting_verbs
            return any(t.pos_ == "VERB" and t.lemma_.lower() in demands for t in doc[: word.i])
    return False


def _is_reported(verb: Token) -> bool:
    said = saying().say
    return any(up.lemma_.lower() in said or up.lemma_.lower() in status_words().bidding for up in verb.ancestors)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS]


def _determiners(verb: Token) -> Iterator[Token]:
    return (c for s in _subjects(verb) for c in s.children if c.dep_ == "det")


def _shared(verb: Token) -> Iterator[Token]:
    """A verb and those before it that it is joined to."""
    for _ in range(STEPS):
        yield verb
        if verb.dep_ != "conj":
            return
        verb = verb.head
