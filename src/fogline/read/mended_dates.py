"""A date that the parser makes a part of the noun behind it: "On the night of 15 January units of the army shelled X".

The noun is the subject of the verb behind it, and the number that of the month's day, which counts nobody.
"""

from collections.abc import Iterable
from typing import Final

from spacy.tokens import Token

from fogline.lexicon.time import time_words

BEFORE: Final = frozenset({"on", "of"})  # a date; "after 3 March attacks" are those of that day
SUBJECTS: Final = ("nsubj", "nsubjpass")
LAST_DAY: Final = 31


def mend_dates(compounds: Iterable[Token]) -> None:
    """Free the nouns from the months of `compounds` that stand before them with a day."""
    for month in compounds:
        noun = month.head
        if month.i < 2 or noun.i <= month.i or month.text not in time_words().months:
            continue
        day, link = month.nbor(-1), month.nbor(-2)
        if link.lower_ not in BEFORE or day.head != noun or not (day.text.isdigit() and 0 < int(day.text) <= LAST_DAY):
            continue
        if noun.dep_ == "pobj" and not _made_subject(noun):
            continue
        if noun.dep_ in SUBJECTS:
            month.dep_, month.head, day.head = "pobj", link, month


def _made_subject(noun: Token) -> bool:
    """Make a noun the subject of the verb behind it that has none; whether there is one."""
    verb = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
    if verb is None or verb.i < noun.right_edge.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    if any(t.is_punct for t in noun.doc[noun.right_edge.i + 1 : verb.i]):
        return False
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    noun.head = verb
    return True
