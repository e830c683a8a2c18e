"""Is a town only where somebody came from, goes or landed: "the rebels entered from X", "the train pulled out of X"?

No story is there: what is told next happened elsewhere.
"""

import re
from functools import cache

from fogline.lexicon.places import place_words
from fogline.model import PlaceMention

BACK = 60  # characters before a town that can say that somebody only passed it
ARTICLES = r"(?:(?:the|town|city|village|of) )*"
# Who pulls out of a town does so there, what is far from it is near it, who fled from it and what is sent from it tells
# of it.
STAYS = re.compile(
    r"\b(?:(?:withdr\w+|retreat\w*|pull\w* (?:back|out)|expelled|driven|evacuat\w+|displaced|escaped|fled|fleeing"
    r"|km|kilomet\w+|miles?|away|far|reports?|footage|video|pictures|images|news) (?:\w+ )?"
    r"|(?:people|residents?|refugees|civilians|families|villagers|survivors|witness(?:es)?|those|evacuees|women|wounded)"
    rf"\b[^.;\n]{{0,50}} )(?:from|out of) {ARTICLES}$",
    re.IGNORECASE,
)


# "Wherever you hide, in Gao or in Kidal": a place where nothing was told to happen.
WHEREVER = re.compile(r"\b(?:wherever|no matter where|anywhere)\b[^.;!?\n]*$", re.IGNORECASE)


def passed_through(text: str, town: PlaceMention) -> bool:
    """Whether a town is only passed: "entered from X", "bound for X", "landed in X", "the X-bound train"."""
    before = text[max(0, town.start - BACK) : town.start].rpartition("\n")[2]
    if text.startswith("-", town.end) or WHEREVER.search(before):
        return True
    return _passing().search(before) is not None and STAYS.search(before) is None


@cache
def _passing() -> re.Pattern[str]:
    passed, arrived = (_any(words) for words in (place_words().passed, place_words().arrived))
    return re.compile(rf"\b(?:(?:{passed})|(?:{arrived}) (?:in|at)) {ARTICLES}$")


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
