"""Does a clause only tell who those were whom a deed befell: "killed the gunmen who had taken over a hotel"?"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.read.trigger import Trigger

WHO = ("who", "that", "which")


def without_their_past(triggers: Sequence[Trigger], doc: Doc) -> list[Trigger]:
    """The triggers without those of what the killed of the same sentence had done before."""
    killings = {t.token for t in triggers if doc[t.token].lemma_.lower() in deeds().casualty}
    killings |= {t.token for t in triggers if doc[t.token].lemma_.lower() in deeds().shooting}
    return [t for t in triggers if not _had_done(doc[t.token], killings)]


def _had_done(verb: Token, killings: set[int]) -> bool:
    """Whether a verb stands in the past perfect in a clause on those who are killed."""
    if verb.dep_ != "relcl" or not killings:
        return False
    before = any(c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in verb.children)
    who = any(c.dep_ == "nsubj" and c.lower_ in WHO for c in verb.children)
    return before and who and _struck(verb.head, killings)


def _struck(noun: Token, killings: set[int]) -> bool:
    """Whether a noun is whom one of these verbs is done to, or one of whom some are: "six of the men"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.i in killings
