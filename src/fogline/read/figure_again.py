"""Who is counted by a number without a noun: "the ombudsman now puts it at 176", "Beirut counts nine"?

Those who were counted last before it: the dead, the hurt, the missing. The words around the number say that a count is
told again: somebody counts, gives or puts it, it has reached or stands at so many.
"""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.telltales import telltales
from fogline.model import FigureMention
from fogline.read.counted import Count
from fogline.read.figure_tellings import PASSIVE
from fogline.read.text import Sentence

PARAGRAPHS = 2  # back to the dead whom "the figure" counts again
LOSE = "lose"
WHOLE_FRONT = 500  # men, more than a side says that another lost in one fight
BACK = 3  # sentences back to those whom a number counts again
CLOSES = re.compile(r"[\"”’]?\s*(?:[.,;]|$)")
ALL_OF_THEM = re.compile(
    r"(?:all|most|none|some|several|of (?:these|those|them)|the rest|they|\w+ of them)\b", re.IGNORECASE
)
REACH = 60  # characters before a number in which it is told again


def counted_again(count: Count, last: str | None) -> str | None:
    """The figure of those counted last, where a number without a noun counts them again; None where it does not."""
    if count.kind != "number" or not _bare(count):
        return None
    if count.value.low < WHOLE_FRONT and _lost_by_a_side(count.head):
        return "killed"
    if last is None:
        return None
    before = count.head.doc.text[max(0, count.start - REACH) : count.start]
    if _told_again(before, count):
        return last
    head = count.head
    verb = head.head
    if last == "captured" and head.dep_ in PASSIVE and verb.lemma_.lower() in count_words().marks["taken_again"]:
        return last
    counts = verb.lemma_.lower() in count_words().marks["recounts"] and head.dep_ in ("dobj", "attr", "npadvmod")
    return last if counts and verb.i < head.i else None


def _told_again(before: str, count: Count) -> bool:
    """Whether the words before a number say that a count is told again: "now puts it at", "was later revised to"."""
    again = telltales().counted_again.search(before)
    if again is not None and not _parted(again[0]):
        return True
    return bool(telltales().said_again.search(before) and CLOSES.match(count.head.doc.text, count.end))


def _lost_by_a_side(head: Token) -> bool:
    """Whether men are lost by a side of a war: "the rebels lost 15", "we lost over 40"."""
    bound = head.dep_ == "pobj" and head.head.lower_ in ("over", "about", "around")
    verb = head.head.head if bound else head.head
    if verb.lemma_ != LOSE or verb.i > head.i or not (bound or head.dep_ == "dobj"):
        return False
    if head.i + 1 < len(head.doc) and head.nbor(1).pos_ in ("NOUN", "SYM", "PROPN"):
        return False
    doers = [c for v in (verb, *(verb.head,) * (verb.dep_ == "conj")) for c in v.children if c.dep_ == "nsubj"]
    marks = count_words().marks
    sides = {*marks["of_a_state"], *marks["of_its_foes"], *marks["sides"]}
    return any(t.lemma_.lower() in sides or t.tag_ in ("NNP", "NNPS") for t in doers)


def _bare(count: Count) -> bool:
    """Whether nothing is counted that has a name of its own."""
    return count.noun is None or count.noun.pos_ == "PRON" or count.noun.lemma_.lower() in count_words().marks["bare"]


def _parted(before: str) -> bool:
    return bool(re.search(r"[;.]", before))


def counted_before(
    index: int, figures: Mapping[int, tuple[FigureMention, ...]], sentences: Sequence[Sentence]
) -> tuple[FigureMention, ...]:
    """The figures of the last sentence before that has any, of this paragraph and not far back.

    What a paragraph opens on ("All of them were shot down") was sent in the one before; whoever "put the figure at six"
    counts the dead of the paragraphs before.
    """
    last = figures.get(index - 1, ()) if index and ALL_OF_THEM.match(sentences[index].text) else ()
    if last and sentences[index].paragraph - sentences[index - 1].paragraph == 1:
        return tuple(figure for figure in last if figure.figure == "launched")
    named = telltales().as_a_figure.search(sentences[index].text) is not None
    for before in range(index - 1, max(-1, index - 1 - BACK), -1):
        apart = sentences[index].paragraph - sentences[before].paragraph
        if apart and named and apart <= PARAGRAPHS and sentences[before].part == sentences[index].part:
            if dead := tuple(f for f in figures.get(before, ()) if f.figure == "killed"):
                return dead
            continue
        if apart:
            return ()
        if figures.get(before):
            return figures[before]
    return ()
