"""Speakers that the parser takes for something else: a part of what they say, or what their name is called.

"Killed nine, an official who asked not to be named told AFP", "the medical charity Médecins Sans Frontières said".
"""

from collections.abc import Iterable

from spacy.tokens import Token

from fogline.lexicon.saying import saying

SUBJECTS = ("nsubj", "nsubjpass")


def mend_speakers(verbs: Iterable[Token]) -> None:
    """Make the one described right before it the subject: "killed nine, [a man who asked not to be named] told AFP"."""
    for verb in [t for t in verbs if t.lemma_.lower() in saying().say and t.tag_ in ("VBD", "VBN", "VBZ")]:
        if verb.i < 2 or any(c.dep_ in SUBJECTS or c.dep_ in ("agent", "auxpass", "mark") for c in verb.children):
            continue
        speaker = _described(verb)
        if speaker is None:
            continue
        main = speaker.head
        while main.pos_ not in ("VERB", "AUX") and main.head != main:
            main = main.head
        verb.head, verb.dep_ = (verb, "ROOT") if main.dep_ == "ROOT" else (main.head, main.dep_)
        verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
        speaker.head, speaker.dep_ = verb, "nsubj"
        main.head, main.dep_ = verb, "ccomp"


def _described(verb: Token) -> Token | None:
    """The noun behind a comma that a clause describes which ends right before a verb."""
    for clause in verb.nbor(-1).ancestors:
        noun = clause.head
        if clause.dep_ == "relcl" and noun.dep_ == "appos" and noun.head != verb:
            opens = noun.doc[noun.left_edge.i - 1].text == "," if noun.left_edge.i else False
            return noun if opens and noun.pos_ == "NOUN" else None
    return None


def mend_actives(subjects: Iterable[Token]) -> None:
    """Make who does it act where no auxiliary says that it is done to him: "a man who fled [blamed the rebels]"."""
    for subject in subjects:
        verb = subject.head
        links = {c.dep_ for c in verb.children}
        described = any(c.dep_ == "relcl" for c in subject.children)
        if verb.tag_ == "VBN" and described and "dobj" in links and not links & {"aux", "auxpass", "agent", "dative"}:
            subject.dep_, verb.tag_ = "nsubj", "VBD"


def mend_apposed(subjects: Iterable[Token]) -> None:
    """Make a name right behind what it is called no second subject: "[the medical charity Médecins ...] said"."""
    for name in [t for t in subjects if t.pos_ == "PROPN"]:
        first = next((c for c in name.head.children if c.dep_ == "nsubj" and c.i < name.i), None)
        if first is not None and first.pos_ == "NOUN" and first.i + 1 == name.left_edge.i and first.tag_ == "NN":
            name.dep_, name.head = "appos", first


def mend_callers(modifiers: Iterable[Token]) -> None:
    """Make a past with a subject the verb, not what describes its object: "[The RSF called reports] of it false"."""
    for verb in [t for t in modifiers if t.tag_ in ("VBN", "VBD") and t.head.dep_ == "ROOT" and t.head.i > t.i]:
        noun = verb.head
        if noun.pos_ != "NOUN" or not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
            continue
        verb.head, verb.dep_, verb.pos_, verb.tag_ = verb, "ROOT", "VERB", "VBD"
        noun.head, noun.dep_ = verb, "dobj"
        for child in [c for c in noun.children if c.dep_ == "punct"]:
            child.head = verb
