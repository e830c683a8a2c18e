"""Does somebody in arms threaten whom no list of parties names: "gunmen", "a gang boss", "the cartel's leaflets"?"""

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.read.doers import doers_of

TOLD_BY = ("acl", "relcl")
BESIDE = ("compound", "amod", "poss", "nmod")


def in_arms(noun: Token) -> bool:
    """Whether a noun names men in arms or who speaks for them: "rebels", "a rebel commander", not "rebel lawmakers"."""
    beside = [c.lower_ for c in noun.children if c.dep_ in BESIDE]
    counted = [c.lower_ for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children]
    return _names_arms(noun.lower_, [*beside, *counted])


def armed_say(word: Token) -> bool:
    """Whether the one who utters what a word tells of is in arms: who does the verb of saying above, else its doer.

    "Gunmen told villagers to leave"; not "the governor warned that gunmen would attack".
    """
    uttering = saying().say | deeds().vowing | status_words().bidding
    for up in (word, *word.ancestors):
        if up.pos_ == "VERB" and up.lemma_.lower() in uttering:
            doers = doers_of(up) or ([up.head] if up.dep_ in TOLD_BY else [])
            if doers:
                return any(in_arms(d) for d in doers)
    return any(in_arms(d) for d in doers_of(word))


def notice_says(order: Token) -> bool:
    """Whether leaflets, loudspeakers or messages tell people to do a thing, where no flood or fire is told of."""
    doers = doers_of(order) or ([order.head] if order.dep_ in TOLD_BY else [])
    return any(d.lemma_.lower() in deeds().notices for d in doers) and not _in_hazard(order.doc)


def said_in_arms(word: Token, placed: bool) -> bool:
    """Whether men in arms threaten, or notices that tell a town to leave."""
    return armed_say(word) or (placed and any(notice_says(up) for up in word.ancestors if up.pos_ == "VERB"))


def voice_in_arms(name: str | None) -> bool:
    """Whether the words for a speaker name men in arms: "Armed jihadists", "a gang leader"."""
    found = _described().split(name or "", maxsplit=1)[0].lower().replace("'s", "").replace("’s", "").split()
    return bool(found) and _names_arms(found[-1], found[:-1])


@cache
def _described() -> re.Pattern[str]:
    """Where the words begin that only describe a speaker."""
    return re.compile(rf"\b(?:{'|'.join(sorted(deeds().describing))})\b|[,(]")


def _names_arms(head: str, beside: Sequence[str]) -> bool:
    lists = deeds()
    if _one_of(head, lists.in_arms) or ("armed" in beside and _one_of(head, lists.carrying_arms)):
        return True
    return _one_of(head, lists.of_bands) and any(_one_of(w, lists.in_arms) for w in beside)


def _one_of(word: str, words: frozenset[str]) -> bool:
    lower = word.lower()
    return lower in words or lower.removesuffix("s") in words


def _in_hazard(doc: Doc) -> bool:
    return any(t.lemma_.lower() in deeds().hazards for t in doc)
