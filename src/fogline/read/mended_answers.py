"""What hangs on the deed that words of answering name: "in response to the missile [fired at Eilat]".

The small model hangs what stands behind that deed on the verb of the answer, and the answer itself on the deed
("retaliated for the raid on Gao [by shelling Kidal]"). Then the answer loses its words, and the deed its place.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from fogline.lexicon.answers import answers
from fogline.lexicon.events import frames
from fogline.lexicon.phrases import words
from fogline.lexicon.time import time_words
from fogline.read.arms_again import is_munition

NAMING = frozenset({"later", "after"})  # phrases behind which the deed stands that was answered
WHERE = frozenset({"on", "at", "in", "near", "against", "into", "over", "inside", "outside", "around"})
BY_WHOM = "by"
PARTICIPLES = frozenset({"VBD", "VBN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = SUBJECTS | {"aux", "auxpass", "mark"}  # what shows that a verb has a clause of its own
OPENING = frozenset({"prep", "csubj"})  # how the words of answering can hang on it: "killing two [in reply to] …"
BEFORE_NOUN = frozenset({"det", "amod", "poss", "compound", "nmod"})
LINKED = 4  # words behind the deed at most that hang on it: "fired", "at Eilat", "by the rebels"


def mend_answers(doc: Doc) -> None:
    """Hang what an answer names, and what it consists of, where they belong."""
    spoken = words(doc.text)
    for match in answers().phrases.find(spoken):
        if match.value not in NAMING:
            continue
        link = next((t for t in doc if t.idx >= spoken[match.last].start), None)
        deed = _named_behind(link) if link is not None else None
        if deed is None:
            continue
        if _is_deed(deed):
            _hang_on(deed)
        verb = next((t for t in doc if t.idx >= spoken[match.first].start), None)
        if match.value == "later" and verb is not None and verb.pos_ == "VERB" and verb.is_ancestor(deed):
            _take_means(verb, deed)


def _named_behind(link: Token) -> Token | None:
    """The noun that stands for what is answered, behind the last word of a phrase."""
    if link.dep_ in BEFORE_NOUN and link.head.i > link.i:
        noun: Token | None = link.head
    else:
        noun = next((c for c in link.children if c.dep_ in ("pobj", "dobj") and c.i > link.i), None)
        noun = noun or _taken_for_subject(link)
    if noun is not None and noun.dep_ == "nsubj":
        return noun if _give_back(noun, link) else None
    return noun


def _taken_for_subject(link: Token) -> Token | None:
    """The noun behind a preposition that the parser takes for the subject of the participle on it."""
    if link.pos_ != "ADP" or link.i + 1 >= len(link.doc):
        return None
    first = link.nbor()
    noun = first.head if first.dep_ in BEFORE_NOUN else first
    return noun if noun.dep_ == "nsubj" and noun.left_edge == first else None


def _give_back(noun: Token, link: Token) -> bool:
    """Make a noun what is answered, not the subject of its own participle: "answered [the missile] fired at Eilat"."""
    participle = noun.head
    if participle.i != noun.i + 1 or participle.tag_ not in PARTICIPLES or participle.head == participle:
        return False
    above = participle.head
    for child in [c for c in participle.children if c.i < noun.i]:
        child.head = above
    behind_preposition = link.pos_ == "ADP"
    noun.head, noun.dep_ = (link, "pobj") if behind_preposition else (above, "dobj")
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
    return True


def _is_deed(noun: Token) -> bool:
    """Whether a noun is one of a deed or of what is fired: "the raid", "mortar fire", "the missile"."""
    if noun.lemma_.lower() in frames().by_noun or is_munition(noun.text):
        return True
    spoken = words(noun.doc.text)
    return any(spoken[m.last].start == noun.idx for m in frames().phrases.find(spoken))


def _take_means(verb: Token, deed: Token) -> None:
    """Hang on the verb what the answer was: "answered the raid on Gao [with strikes on Kidal]", "[by shelling it]"."""
    links = [
        t for t in verb.subtree if t.i > deed.i and t.dep_ in ("prep", "agent") and (_by_doing(t) or _with_blow(t))
    ]
    links = [t for t in links if t.head == verb or deed.is_ancestor(t)]
    if not links:
        return
    means = links[-1]
    means.head, means.dep_ = verb, "prep"
    for word in [t for t in deed.subtree if t.i > means.i and t.head.i < means.i]:  # "on Monday" behind the answer
        word.head = verb


def _by_doing(link: Token) -> bool:
    return link.lower_ == BY_WHOM and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in link.children)


def _with_blow(link: Token) -> bool:
    """Whether "with" brings in what is done or fired."""
    return link.lower_ == "with" and any(c.dep_ == "pobj" and _is_deed(c) for c in link.children)


def _hang_on(deed: Token) -> None:
    """Hang on a deed the words right behind it that tell where it was, how it was done and by whom."""
    for word in _behind(deed):
        if word.pos_ == "VERB":
            for opening in [c for c in word.children if c.i < word.i]:
                opening.head, opening.dep_ = word.head, "advcl" if opening.dep_ == "csubj" else opening.dep_
            word.head, word.dep_, word.tag_ = deed, "acl", "VBN"
        else:
            word.head = _holder(deed, word)


def _holder(deed: Token, link: Token) -> Token:
    """The participle on the deed before a word, else the deed: "the missile [fired] at Eilat"."""
    clauses = [c for c in deed.children if c.dep_ == "acl" and deed.i < c.i < link.i]
    return clauses[-1] if clauses else deed


def _behind(deed: Token) -> Iterator[Token]:
    """The words that stand right behind a deed one after another, each on something outside it."""
    for _ in range(LINKED):
        edge = deed.right_edge
        if edge.i + 1 >= len(deed.doc):
            return
        word = edge.nbor()
        if word.head == word or not word.head.is_ancestor(deed) or not (_fired(word, deed) or _says_where(word)):
            return
        yield word


def _fired(word: Token, deed: Token) -> bool:
    """Whether a word is a participle that tells what was done with the thing before it."""
    if word.pos_ != "VERB" or word.tag_ not in PARTICIPLES or any(c.dep_ in CLAUSES for c in word.children):
        return False
    return all(c.dep_ in OPENING and c.i < deed.i for c in word.children if c.i < word.i)


def _says_where(word: Token) -> bool:
    """Whether a preposition brings in a place or a doer, and no day."""
    if word.dep_ not in ("prep", "agent") or word.lower_ not in (*WHERE, BY_WHOM) or _by_doing(word):
        return False
    named = [c for c in word.children if c.dep_ == "pobj"]
    if word.lower_ != BY_WHOM and not all(c.pos_ == "PROPN" for c in named):
        return False  # "responded to the raid at a news conference"
    return bool(named) and not any(_of_day(t) for c in named for t in c.subtree)


def _of_day(word: Token) -> bool:
    return word.text in time_words().weekdays or word.lower_ in time_words().months or word.like_num
