"""Is a count that of an older deed, for which somebody is sought, held or tried: "held over the murder of a judge"?"""

from spacy.tokens import Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.time import time_words
from fogline.read.figure_found import FoundFigure

OVER = ("in", "over", "for", "of", "with", "about", "behind")


def in_a_charge(item: FoundFigure) -> bool:
    """Whether the dead or hurt are those of a charge, whose words name no day: "suspects in the killing of a judge"."""
    if item.telling is None or item.figure not in ("killed", "injured"):
        return False
    word = item.telling.word
    over = word.head
    if word.dep_ not in ("pobj", "pcomp") or over.lower_ not in OVER:
        return False
    return _charged(over.head) and not _names_a_day(word)


def _charged(held: Token) -> bool:
    """Whether it is a charge on which somebody is held: "suspects in", "convicted a man of", "arrested, accused of"."""
    charged = count_words().marks["charged"]
    if held.lemma_.lower() in charged:
        return True
    held_so = held.dep_ in ("dobj", "nsubjpass") or (held.dep_ in ("advcl", "acl") and held.tag_ == "VBN")
    return held_so and held.head.lemma_.lower() in charged


def _names_a_day(word: Token) -> bool:
    words = time_words()
    days = {day.lower() for day in (*words.weekdays, *words.months)} | {"yesterday", "today", "overnight"}
    return any(token.lower_ in days for token in word.subtree)
