"""Is what somebody will not do a threat: "will not stop at Khost", "there will be nowhere to hide"?

The words alone do not say: "the attack would not stop exports", "the wounded had nowhere to hide".
"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.read.company import Around, parties_of, party_acts, subjects_of
from fogline.read.doers import doers_of
from fogline.read.in_arms import armed_say, in_arms

DONE_TO = ("dobj", "ccomp", "xcomp", "nsubjpass")
ARMED = ("attacker", "fighter")
OPENING, CLOSING = "“", "”"


def defies(verb: Token, around: Around) -> bool:
    """Whether what somebody says that he will not do holds out harm."""
    words = status_words()
    if not _may_threaten(verb, around):
        return False
    done_to = [c for c in verb.children if c.dep_ in DONE_TO]
    match verb.lemma_.lower():
        case lemma if lemma in words.putting_up_with:
            defying = any(_is_wrong(o, around) for o in done_to)
        case lemma if lemma in words.bearing_in_mind:
            defying = all(o.pos_ == "PRON" or o.dep_ == "ccomp" or _is_wrong(o, around) for o in done_to)
        case "sit" | "stand":
            defying = any(t.lower_ in words.idle for t in verb.subtree)
        case "spare":
            defying = not any(o.lemma_.lower() in words.pains for o in done_to)
        case "rest" if any(c.dep_ == "advcl" for c in verb.children):
            defying = any(t.lemma_.lower() in words.culprits for t in verb.subtree)
        case _:
            defying = not any(_is_no_harm(o, around) for o in done_to)
    return defying


def held_out_to_come(verb: Token, around: Around) -> bool:
    """Whether words that only describe ("nowhere to hide", "a heavy price") are said of what is to come.

    What is to come stands in their sentence, or a verb of threatening does, or a side says them, or they are quoted.
    """
    armed = any(t.kind == "person" and t.value in ARMED for t in around.things) or armed_say(verb)
    if not (armed or around.parties):
        return False
    to_come = status_words().announcing | status_words().unreal_marks
    told = any(t.lower_ in to_come or t.lemma_.lower() in deeds().vowing for t in around.doc)
    return told or _is_quoted(verb) or _said_by_a_side(verb, around)


def _said_by_a_side(verb: Token, around: Around) -> bool:
    """Whether a party, somebody by name or a pronoun says it: not "nowhere to hide, a driver said"."""
    uttered = next((u for u in verb.ancestors if u.pos_ == "VERB" and u.lemma_.lower() in saying().say), None)
    if uttered is None:
        return False
    return party_acts(uttered, around) or any(d.pos_ in ("PROPN", "PRON") for d in doers_of(uttered))


def _may_threaten(verb: Token, around: Around) -> bool:
    """Whether it is a side, somebody in arms, a pronoun or the attacks themselves that will not do it."""
    subjects = subjects_of(verb) or (subjects_of(verb.head) if verb.dep_ == "conj" else [])
    fighting = status_words().shooters | status_words().onslaughts
    named = bool(parties_of(subjects, around))
    return (
        not subjects
        or named
        or any(s.pos_ in ("PRON", "PROPN") or s.lemma_.lower() in fighting or in_arms(s) for s in subjects)
    )


def _is_no_harm(done: Token, around: Around) -> bool:
    """Whether what will not be stopped, spared or hesitated over is no harm: "exports", "to talk"."""
    if done.pos_ == "VERB":
        return done.lemma_.lower() in status_words().promised | status_words().no_harm
    return done.dep_ == "dobj" and done.pos_ in ("NOUN", "PROPN") and not _is_wrong(done, around)


def _is_wrong(word: Token, around: Around) -> bool:
    """Whether a wrong stands in what is not put up with, or a party is it or does it."""
    words = status_words()
    wrongs = words.wrongs | words.onslaughts | words.culprits
    doing, shift = (subjects_of(word) if word.pos_ == "VERB" else [word]), around.sentence.start
    named = any(p.party and p.start - shift <= d.idx < p.end - shift for p in around.parties for d in doing)
    return named or any(t.lemma_.lower() in wrongs for t in word.subtree)


def _is_quoted(word: Token) -> bool:
    before = word.doc.text[: word.idx]
    return before.count('"') % 2 == 1 or before.rfind(OPENING) > before.rfind(CLOSING)
