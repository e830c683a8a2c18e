"""Which count is only the latest part of a toll: "three bodies were recovered, bringing the toll to 14"?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.model import FigureMention
from fogline.read.figure_patterns import pattern
from fogline.read.text import Sentence

COUNTED = ("killed", "injured", "missing")
STATED = re.compile(r"\b(?:put|puts|gave|gives|cited|cites|said|says)\b")
REACH = 80  # characters from the words that lead to a toll up to its number


def parts_of_tolls(counted: Sequence[FigureMention], sentence: Sentence) -> list[FigureMention]:
    """The figures of a sentence, those that a larger toll behind them takes in as parts of it."""
    if len(counted) == 1:
        return list(counted)
    led = [sentence.start + match.start() for match in pattern("led").finditer(sentence.text)]
    return [replace(f, subset=True) if any(_takes_in(at, f, counted, sentence) for at in led) else f for f in counted]


def _takes_in(at: int, part: FigureMention, counted: Sequence[FigureMention], sentence: Sentence) -> bool:
    """Whether the toll to which words at `at` lead is of the same figure, and larger than a count before them.

    Whoever puts it at a number gives another: "six had died, a councillor put the number at 14".
    """
    if part.figure not in COUNTED or part.end > at:
        return False
    if STATED.search(sentence.text, part.end - sentence.start, at - sentence.start + REACH // 4):
        return False
    tolls = (f for f in counted if f.figure == part.figure and 0 <= f.start - at <= REACH)
    return any(toll.value.low > part.value.low and not (toll.period or toll.subset) for toll in tolls)
