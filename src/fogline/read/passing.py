"""Is a town only where somebody came from, goes, landed or spoke: "the rebels entered from X", "the army said in X"?

No story is there: what is told next happened elsewhere.
"""

import re
from functools import cache

from fogline.lexicon.places import place_words
from fogline.lexicon.status import status_words
from fogline.lexicon.telltales import telltales
from fogline.model import PlaceMention

BACK = 60  # characters before a town that can say that somebody only passed it
# "Wherever you hide, in Gao or in Kidal": a place where nothing was told to happen.
WHEREVER = re.compile(r"\b(?:wherever|no matter where|anywhere)\b[^.;!?\n]*$", re.IGNORECASE)


def passed_through(text: str, town: PlaceMention) -> bool:
    """Whether a town is only passed: "entered from X", "bound for X", "landed in X", "the X-bound train"."""
    before = text[max(0, town.start - BACK) : town.start].rpartition("\n")[2]
    if text.startswith("-", town.end) or WHEREVER.search(before):
        return True
    if spoken_in(text, town.start):
        return True
    return _passing().search(before) is not None and _stays().search(before) is None


def spoken_in(text: str, start: int) -> bool:
    """Whether a town is only where somebody spoke: "the army said in X", "told a news conference in X"."""
    before, preposition, between = text[max(0, start - BACK) : start].rpartition("\n")[2].rpartition(" in ")
    return bool(preposition) and _articles().issuperset(between.split()) and _spoke().search(before) is not None


def speaks_at_its_seat(text: str, town: PlaceMention) -> bool:
    """Whether a capital that opens a sentence is where its state speaks: "In Moscow, the Defence Ministry said"."""
    before = text[max(0, town.start - BACK) : town.start]
    return _opening().search(before) is not None and _of_state().match(text, town.end) is not None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.!?\n”\"] ?)(?:(?:Meanwhile|Separately|Earlier|Later|But|And),? )?[Ii]n $")


@cache
def _of_state() -> re.Pattern[str]:
    bodies, says = _any(place_words().named_states), _any(place_words().speaks - {"who"})
    return re.compile(rf",? (?=(?:[\w’'-]+ ){{0,6}}(?i:{bodies})\b)(?:[\w’'-]+ ){{1,9}}(?:{says})\b")


@cache
def _articles() -> frozenset[str]:
    """What may stand before the name of a town: "the city of Gao"."""
    return place_words().towns | {"the", "of", "capital"}


@cache
def _spoke() -> re.Pattern[str]:
    spoke, audience = _any(place_words().spoke), _any(place_words().audience)
    vouched, deeds = _any(place_words().vouched), _any(status_words().anaphors)
    known = rf"(?:{vouched}) (?:(?:the|this|that|it) )?(?:(?:{deeds}|development|news|report) )?(?=to |on |at |during )"
    outlet = r"\b(?:told|telling) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"  # "told the Coast Daily in Mpeketoni"
    return re.compile(
        rf"(?:\b(?i:(?:{spoke})(?: (?:{audience})){{0,6}}|{known}(?:{audience})(?: (?:{audience})){{1,6}})|{outlet})$"
    )


@cache
def _stays() -> re.Pattern[str]:
    """Before a town of which something is told though it was left: "withdrew from", "the families who fled from"."""
    return re.compile(rf"{telltales().stays.pattern}(?:from|out of) (?:(?:{_any(_articles())}) )*$", re.IGNORECASE)


@cache
def _passing() -> re.Pattern[str]:
    passed, arrived = (_any(words) for words in (place_words().passed, place_words().arrived))
    return re.compile(rf"\b(?:(?:{passed})|(?:{arrived}) (?:in|at)) (?:(?:{_any(_articles())}) )*$")


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
