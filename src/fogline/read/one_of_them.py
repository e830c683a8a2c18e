"""Is somebody told of apart one of those whom the report has counted: "killed nine. A mother died in her kitchen"?

Who is told of by what he is ("a woman of 61", "his wife"), and how many of the hurt are in a grave state, adds nobody
to the larger count of the same happening, unless words say that they are more.
"""

import re
from collections.abc import Iterable

from fogline.model import FigureMention
from fogline.read.figure_beside import condition_behind
from fogline.read.text import Sentence

SINGLED_OUT = re.compile(
    r"(?:an?|his|her|the)\b(?! (?:dozen|hundred|thousand|few|couple|total|further|score))", re.IGNORECASE
)
MORE = re.compile(
    r"\b(?:also|another|more|further|additional|additionally|separately|elsewhere|later|too|since|meanwhile|then|"
    r"earlier|before|after|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)
REMAIN = re.compile(r"\s(?:remain(?:s|ed)?|(?:are|were|is|was)(?: still)?)(?= )")


def is_one_of_them(figure: FigureMention, sentence: Sentence, counted: Iterable[int]) -> bool:
    """Whether a count is of some of those counted before for the same happening; `counted` are these numbers."""
    if figure.value.low != figure.value.high or not any(figure.value.low < number for number in counted):
        return False
    start, end = figure.start - sentence.start, figure.end - sentence.start
    told = sentence.text[start:end]
    if MORE.search(sentence.text):
        return False
    remaining = REMAIN.match(sentence.text, end)
    grave = remaining is not None and condition_behind(sentence.text[remaining.end() :]) is not None
    return bool(SINGLED_OUT.match(told)) or grave
