"""Is harm only foretold by those who would not do it: "analysts warned of more strikes", "it would have hit the plant"?

A threat is the word of whoever would do the harm, and it is of what is still to come.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.read.company import Around, auxiliaries_of, harms, party_acts
from fogline.read.doers import doers_of
from fogline.read.in_arms import in_arms
from fogline.read.trigger import Trigger

BESIDE = ("compound", "amod", "nmod", "poss")
OF = ("of", "at", "for", "from", "with")


def only_foretold(trigger: Trigger, around: Around) -> bool:
    """Whether the words of a threat are of somebody who would not do the harm, or of what did not come about."""
    verb = _verb_of(around.doc[trigger.token])
    auxiliaries = auxiliaries_of(verb)
    if "have" in auxiliaries and auxiliaries & status_words().modals:
        return True  # "the missile would have hit the airport"
    if verb.lemma_.lower() in status_words().menace and not harms(verb):
        return True  # "exports would be hit by the cost of the war"
    uttered = _uttered_by(verb)
    if uttered is None or (verb is not uttered and _told_as_done(verb, around)):
        return False  # "a doctor said that the gunmen had given him three days"
    speakers = doers_of(uttered)
    if verb is uttered and _only_warns(verb) and any(s.lemma_.lower() in status_words().forewarning for s in speakers):
        return True
    return any(_is_onlooker(s) for s in speakers) and not any(in_arms(s) for s in speakers)


def _only_warns(verb: Token) -> bool:
    """Whether somebody warns of a thing, and not that he will do it: "the embassy warned of attacks on hotels"."""
    of = any(c.dep_ == "prep" and c.lower_ in ("of", "about", "against") for c in verb.children)
    return verb.lemma_ == "warn" and of and not any(c.dep_ == "ccomp" for c in verb.children)


def _verb_of(word: Token) -> Token:
    """The verb of a word's clause; of an auxiliary the verb that it helps."""
    if word.dep_ in ("aux", "auxpass"):
        return word.head
    return next((t for t in (word, *word.ancestors) if t.pos_ in ("VERB", "AUX")), word)


def _uttered_by(verb: Token) -> Token | None:
    """The verb of saying by which the words of a clause are somebody's, which may be its own."""
    uttering = saying().say | deeds().vowing | status_words().bidding | status_words().hoping
    return next((t for t in (verb, *verb.ancestors) if t.pos_ == "VERB" and t.lemma_.lower() in uttering), None)


def _told_as_done(verb: Token, around: Around) -> bool:
    """Whether a clause under a verb of saying tells what armed men or a party did, and not what they will do."""
    if auxiliaries_of(verb) & status_words().modals or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    return party_acts(verb, around) or any(in_arms(d) for d in doers_of(verb))


def _is_onlooker(speaker: Token) -> bool:
    """Whether a speaker is one of those who do no harm themselves: a doctor, an aid group, the UN."""
    beside = [c for c in speaker.children if c.dep_ in BESIDE]
    of = [c for p in speaker.children if p.dep_ == "prep" and p.lower_ in OF for c in p.children]
    return _names_onlooker((speaker, *beside, *of, *(c for o in of for c in o.children if c.dep_ in BESIDE)))


def _names_onlooker(words: Iterable[Token]) -> bool:
    known = status_words().onlookers
    return any(t.lower_ in known or t.lower_.removesuffix("s") in known for t in words)
