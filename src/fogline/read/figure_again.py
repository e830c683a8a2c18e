"""Who is counted by a number without a noun: "the ombudsman now puts it at 176", "Beirut counts nine"?

Those who were counted last before it: the dead, the hurt, the missing. The words around the number say that a count is
told again: somebody counts, gives or puts it, it has reached or stands at so many.
"""

import re
from collections.abc import Mapping, Sequence

from fogline.lexicon.figures import count_words
from fogline.lexicon.telltales import telltales
from fogline.model import FigureMention
from fogline.read.counted import Count
from fogline.read.figure_tellings import PASSIVE
from fogline.read.text import Sentence

PARAGRAPHS = 2  # back to the dead whom "the figure" counts again
LOSE = "lose"
BACK = 3  # sentences back to those whom a number counts again
CLOSES = re.compile(r"[\"”’]?\s*(?:[.,;]|$)")
ALL_OF_THEM = re.compile(
    r"(?:all|most|none|some|several|of (?:these|those|them)|the rest|they|\w+ of them)\b", re.IGNORECASE
)
REACH = 60  # characters before a number in which it is told again


def counted_again(count: Count, last: str | None) -> str | None:
    """The figure of those counted last, where a number without a noun counts them again; None where it does not."""
    if last is None or count.kind != "number" or not _bare(count):
        return None
    before = count.head.doc.text[max(0, count.start - REACH) : count.start]
    if telltales().counted_again.search(before) and not _parted(before):
        return last
    if telltales().said_again.search(before) and CLOSES.match(count.head.doc.text, count.end):
        return last
    head = count.head
    verb = head.head
    if last == "captured" and head.dep_ in PASSIVE and verb.lemma_.lower() in count_words().marks["taken_again"]:
        return last
    if verb.lemma_ == LOSE and head.dep_ == "dobj" and verb.i < head.i:
        return "killed"  # "fifty soldiers died; the rebels lost 15"
    counts = verb.lemma_.lower() in count_words().marks["recounts"] and head.dep_ in ("dobj", "attr", "npadvmod")
    return last if counts and verb.i < head.i else None


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
