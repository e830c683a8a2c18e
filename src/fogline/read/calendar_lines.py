"""Where the sentences of a text begin, where no parser has told: at stops, and at line ends that part what they divide.

A file broken at 80 columns, or at 40, has a line end in the middle of a sentence, and of a date ("on 3", "May 2024");
a headline and the items of a list end with one too. Words tell them apart, and how far the lines reach.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fogline.lexicon.time import time_words
from fogline.read.calendar_days import MONTHS
from fogline.read.calendar_words import DAY, YEAR, any_of

# The stop of an initial or a title ends no sentence: "Daniel P. Holm", "Gen. Holm".
SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\s[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bGen\.)(?<!\bCol\.)(?<!\bLt\.)(?<!\bMaj\.)(?<!\bSgt\.)(?<!\bGov\.)(?<!\bSen\.)[\"”’)]*\s+(?=[A-Z“\"‘(•–—-])|\n\s*"
)
STOPS = (".", "!", "?", ":", "”", '"')
# A line of at least so many characters is one of running text where its next word would not have fitted on it.
WRAPPED = 50
NARROW = 20  # where every line of a block is filled, so short a line will do
BLOCK = 3  # lines that a block needs for that
NEARLY = 0.8  # of the longest line
LINE_LOOK = 40  # characters on each side of a line end that its words are looked for in
FIRST_WORD = re.compile(r"\S{0,100}")
BULLET = re.compile(r"[-–—*•·]|\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that no empty line parts.

    They are `even` where there are several and more than one is about as long as the longest, `filled` where no line
    but the last had room for the word that follows it.
    """

    begin: int
    end: int
    width: int
    even: bool
    filled: bool


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Where sentences begin and end, near enough."""
    starts = [0]
    block = _Block(0, 0, 0, even=False, filled=False)
    for match in SENTENCE_END.finditer(text):
        at, after = match.span()
        if match[0].count("\n") == 1 and after < len(text) and not BULLET.match(text, after):
            if _runs_on(text[max(0, at - LINE_LOOK) : at], text[after : after + LINE_LOOK]):
                continue
            if match[0][0] == "\n" and not text.startswith(STOPS, at - 1):
                if not block.begin <= at < block.end:
                    block = _block(text, at)
                if block.filled or _is_filled(text, at, after, block):
                    continue
        starts.append(after)
    return [(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if start < end]


def _runs_on(line: str, following: str) -> bool:
    """Whether the words on both sides of a line end belong to one sentence."""
    line = line.rstrip()
    if following[:1].islower():
        return True
    if line.endswith(STOPS) and not _month_end().search(line):
        return False
    leans, month, day, following_day, following_month = _leanings()
    if leans.search(line):
        return True
    if month.search(line):
        return following_day.match(following) is not None
    return day.search(line) is not None and following_month.match(following) is not None


@cache
def _month_end() -> re.Pattern[str]:
    """An abbreviated month, whose stop ends no sentence."""
    months = list(time_words().months)
    return re.compile(rf"\b{any_of(months[MONTHS:])}\.$")


@cache
def _leanings() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Ends of lines that need what follows, months and days at the end of a line and at the beginning of the next."""
    words = time_words()
    month = rf"{any_of(words.months)}\.?"
    counted = any_of([*words.words["counted_nouns"], *words.words["hurt"]])
    return (
        re.compile(rf"(?:\b(?i:{any_of(words.words['leaning'])})|[,–—&-])$"),
        re.compile(rf"\b{month}(?:\s+{DAY}(?:st|nd|rd|th)?)?$"),
        re.compile(rf"(?<![\d.,:/-]){DAY}(?:st|nd|rd|th)?$"),
        re.compile(rf"(?:{DAY}(?:st|nd|rd|th)?|{YEAR})(?![\d/-]|[.)]\s|\s+{counted}\b)"),
        # "Raid kills 3" over "May 4 -" is a headline and a dateline
        re.compile(rf"\b{month}(?!\w)(?!\s+{DAY}(?:st|nd|rd|th)?\b)"),
    )


def _block(text: str, at: int) -> _Block:
    """The lines around a place that no empty line parts."""
    begin, end = text.rfind("\n\n", 0, at), text.find("\n\n", at)
    begin, end = (begin + 2 if begin >= 0 else 0), (end if end >= 0 else len(text))
    lines = [line.rstrip() for line in text[begin:end].split("\n")]
    width = max(map(len, lines))
    filled = len(lines) >= BLOCK and width >= NARROW
    for line, following in pairwise(lines) if filled else ():
        if BULLET.match(following) or len(line) + 1 + len(following.split(" ", 1)[0]) <= width:
            filled = False
            break
    even = len(lines) >= BLOCK and sum(len(line) >= NEARLY * width for line in lines) > 1
    return _Block(begin, end, width, even, filled)


def _is_filled(text: str, at: int, after: int, block: _Block) -> bool:
    """Whether a line is as long as those of text that is broken to a width, so that the next word did not fit."""
    line = at - max(text.rfind("\n", block.begin, at) + 1, block.begin)
    word = FIRST_WORD.match(text, after)
    return block.even and line >= WRAPPED and line + 1 + (len(word[0]) if word else 0) > block.width
