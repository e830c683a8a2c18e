"""Whose men they are, taken for what the sentence says: "Activists said troops [loyal to Assad] killed 78 people".

The parser makes a clause of the adjective, hangs the men on it, and leaves the verb without a subject.
"""

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds

LINKS = ("to", "with", "by")
PAST = ("VBD", "VBN")
FINITE = (*PAST, "VBP", "VBZ")
HUNG = frozenset({"ccomp", "dep", "advcl", "conj", "xcomp"})
HELPERS = frozenset({"aux", "auxpass", "neg", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mend_loyal(doc: Doc) -> None:
    """Give the verb behind such words its subject, and hang the words on the men."""
    sided = deeds().sided
    for word in [t for t in doc if t.lower_ in sided]:
        if 0 < word.i < len(doc) - 1 and word.nbor().lower_ in LINKS:
            men, verb = word.nbor(-1), _verb_behind(word)
            if verb is not None and men.head == word and men.dep_ == "nsubj" and not _helped(word):
                _turn(men, word, verb)


def _helped(word: Token) -> bool:
    """Whether the words are said of the men after all: "troops were loyal to Assad"."""
    return any(c.dep_ in HELPERS for c in word.children)


def _verb_behind(word: Token) -> Token | None:
    """The first verb behind the words that has no subject of its own, and nothing that parts it from them."""
    for token in word.doc[word.i + 2 :]:
        if token.tag_ in FINITE and token.pos_ == "VERB":
            bare = not any(c.dep_ in SUBJECTS for c in token.children)
            fits = token.head in (word, word.head) and (token.dep_ in HUNG or token.head == token)
            return token if bare and fits else None
        if token.is_punct or token.dep_ in ("cc", "mark"):
            return None
    return None


def _turn(men: Token, word: Token, verb: Token) -> None:
    root = word.head == word
    for child in [c for c in word.children if c.i > verb.i or c.i < men.i]:
        child.head = verb
    above = verb if root else word.head
    verb.head, verb.dep_ = above, word.dep_
    if verb.tag_ == "VBN" and not any(c.dep_ in HELPERS for c in verb.children):
        verb.tag_ = "VBD"
    men.head, men.dep_ = verb, "nsubj"
    word.head, word.dep_ = men, "acl" if word.tag_ in PAST else "amod"
