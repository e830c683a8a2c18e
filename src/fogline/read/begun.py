"""On which day was a deed done that a report tells by since when it has been so: "have held the town since Sunday"?

A town changes hands and a captive is seized at once, and what sets something off was done before it lasted: they have
the first of those days. Fighting, or arrests of many, may have gone on through all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from fogline.lexicon.events import ATTACK
from fogline.lexicon.status import status_words
from fogline.lexicon.time import time_words
from fogline.model import DateMention
from fogline.read.calendar_words import any_of
from fogline.read.dating import opens_when
from fogline.read.trigger import Trigger
from fogline.read.what import VIOLENT

SINCE = "since "
SETTING_OFF = frozenset({"after", "following", "when", "because"})


def begun_on(date: DateMention, cluster: Sequence[Trigger], doc: Doc, start: int) -> DateMention:
    """The day of a deed in a sentence that starts at `start`: of "since Sunday" the first, if it was at once."""
    if not date.text.lower().startswith(SINCE) or date.first is None or not _one_day().search(date.text):
        return date
    tokens = [doc[t.token] for t in cluster]
    word = next((t for t in doc if t.idx >= date.start - start), None)
    at_once = any(t.group == "territory" for t in cluster) or any(
        t.lemma_.lower() in status_words().kept for t in tokens
    )
    ends = date.end - start
    behind = any(opens_when(doc.text[ends : t.idx].removeprefix(",")) for t in tokens if t.idx > ends)
    violent = any(t.group in VIOLENT | {ATTACK} for t in cluster)
    if at_once or behind or (violent and word is not None and any(_set_off(t, word) for t in tokens)):
        return replace(date, last=date.first, precision="day")
    return date


def _set_off(deed: Token, since: Token) -> bool:
    """Whether a deed is what began a state that has lasted since: "has been shut since Friday after shells hit it"."""
    path = [deed, *(up for up in deed.ancestors if not (up == since or up.is_ancestor(since)))]
    if deed == since or deed.is_ancestor(since):
        return False
    marks = (c for up in path for c in (up, *(c for c in up.children if c.dep_ in ("mark", "advmod"))))
    return any(mark.lower_ in SETTING_OFF for mark in marks)


@cache
def _one_day() -> re.Pattern[str]:
    """A word or a number that names one day, and no month or year."""
    return re.compile(rf"\b(?:{any_of(time_words().weekdays)}|yesterday|\d{{1,2}}(?:st|nd|rd|th)?)\b", re.IGNORECASE)
