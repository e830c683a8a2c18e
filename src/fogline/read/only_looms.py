"""Do a threat's words tell what looms or is being done, and of nobody who says what he will do?

"The violence threatens to spread", "troops threatening the town", "hunted down the men", "a strike on a legitimate
target", "a drop in troops ready to fight".
"""

from spacy.tokens import Token

from fogline.lexicon.status import status_words
from fogline.read.company import Around
from fogline.read.nearby import is_town

THREATEN = "threaten"
PAST_OR_GOING_ON = ("VBD", "VBG", "VBN")
READY = ("ready", "prepared")
STRUCK_BY = ("on", "at", "against")


def only_looms(word: Token, around: Around) -> bool:
    """Whether nobody threatens by a word of a threat."""
    return _by_no_one(word) or _stands_before(word, around) or _is_done(word) or _was_struck(word) or _is_at_hand(word)


def _by_no_one(verb: Token) -> bool:
    """Whether it is no person and no side that threatens: "bloodshed that is threatening to push it into war"."""
    if verb.lemma_ != THREATEN:
        return False
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    clause = verb.dep_ in ("relcl", "acl") and not any(s.tag_ not in ("WDT", "WP") for s in subjects)
    who = [verb.head] if clause else subjects
    return bool(who) and all(s.lemma_.lower() in status_words().looming for s in who)


def _stands_before(verb: Token, around: Around) -> bool:
    """Whether men in arms are about to take a town, and say nothing: "with rebels threatening Benghazi"."""
    if verb.lemma_ != THREATEN or verb.tag_ != "VBG" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ == "prep" and c.lower_ == "with" for c in verb.children):
        return False
    shift = around.sentence.start
    towns = {p.start - shift for p in around.places if is_town(p)}
    return any(c.dep_ == "dobj" and any(t.idx in towns for t in c.subtree) for c in verb.children)


def _is_done(verb: Token) -> bool:
    """Whether those who are hunted down are so already: "raiding houses and hunting down activists"."""
    hunts = verb.lemma_ == "hunt" and verb.tag_ in PAST_OR_GOING_ON
    return hunts and not any(c.dep_ == "aux" for c in verb.children)


def _was_struck(noun: Token) -> bool:
    """Whether what is called a fair target was struck: "a precision strike on a legitimate military target"."""
    if noun.lemma_.lower() != "target":
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ in STRUCK_BY


def _is_at_hand(word: Token) -> bool:
    """Whether those who are ready to fight are only described so: "numbers of troops ready to fight"."""
    ready = word.head if word.dep_ == "xcomp" else word
    if ready.lower_ not in READY or any(c.dep_ == "nsubj" for c in ready.children):
        return False
    return ready.dep_ in ("amod", "acl") or (ready.i > 0 and ready.nbor(-1).pos_ == "NOUN")
