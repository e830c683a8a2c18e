"""How many were shot down of "all were", "all of them" and "all but two were"? As many as were sent, or fewer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.lexicon.figures import count_words
from fogline.model.figure import Figure
from fogline.model.mention import FigureMention
from fogline.read.counted import Count
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_tellings import OBJECT, PASSIVE, Telling, phrases

ALL_BUT = re.compile(r"\ball but\s+$", re.IGNORECASE)
ALL = re.compile(r"(?<!\bin )\ball (?:of )?(?:the )?[\w-]+$", re.IGNORECASE)
ALL_REACH = 20  # characters of "all of the"
BUT_REACH = 12  # characters of "all but"


def all_of_them(doc: Doc, found: Sequence[FoundFigure], before: Sequence[FigureMention]) -> list[FoundFigure]:
    """As many as were sent, of "all were shot down" and "shot down all of them"."""
    out = []
    for token in doc:
        if token.lower_ != "all" or token.dep_ not in (*PASSIVE, *OBJECT):
            continue
        if any(child.lower_ == "but" for child in token.children):
            continue
        sent = [item.value for item in found if item.figure == "launched" and item.end <= token.idx]
        sent = sent or [mention.value for mention in before if mention.figure == "launched"]
        if sent and phrases(token.head) & count_words().figures["intercepted"].objects:
            start, end = token.idx, token.idx + len(token)
            count = Count(start, end, sent[-1], token, None, frozenset(), "number", start, end)
            out.append(FoundFigure(count, "intercepted", sent[-1], start, end, Telling("object", token.head)))
    return out


def all_sent(text: str, found: Sequence[FoundFigure], before: Sequence[FigureMention]) -> list[FoundFigure]:
    """What was sent, where all of it was shot down: "all six rockets were intercepted"."""
    if "launched" in {item.figure for item in found} | {mention.figure for mention in before}:
        return []
    down = [i for i in found if i.figure == "intercepted" and i.count.kind == "number" and not (i.subset or i.former)]
    whole = [item for item in down if ALL.search(text[max(0, item.start - ALL_REACH) : item.count.number_end])]
    return [replace(item, figure="launched", telling=None) for item in whole[:1]]


def without_the_rest(text: str, found: Sequence[FoundFigure], before: Sequence[FigureMention]) -> list[FoundFigure]:
    """The figures, those told as "all but two of them" as the others that were sent."""
    sent = [item.value for item in found if item.figure == "launched"]
    sent += [mention.value for mention in before if mention.figure == "launched"]
    return [_all_but(item, sent[0], text) if sent else item for item in found]


def _all_but(item: FoundFigure, sent: Figure, text: str) -> FoundFigure:
    told = item.figure == "intercepted" and ALL_BUT.search(text[max(0, item.start - BUT_REACH) : item.start])
    left = item.value.high
    if not told or sent.high is None or left is None or left > sent.low:
        return item
    return replace(item, value=Figure(sent.low - left, sent.high - item.value.low))
