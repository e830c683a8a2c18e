"""Where does a line of a text only go on: which ends of lines and which runs of spaces are one space?

Files broken at eighty columns part names ("El\\nFasher"), and so do justified lines ("Port  Sudan"). A headline or a
line of a list ends where it ends.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from fogline.gazetteer import Gazetteer
from fogline.lexicon.places import place_words
from fogline.read.layout import BULLET, ENDS_SENTENCE

# A run of spaces inside a line, or the end of a line with the spaces around it and the blank lines behind it.
RUN: Final = re.compile(r"[ \u00a0]*(?:\r?\n|\r)(?:[ \t\u00a0\r]*\n)*[ \t\u00a0]*|[ \u00a0]{2,3}(?![ \u00a0\t])")
LINE_END: Final = re.compile(r"\r?\n|\r")
NARROW: Final = 40  # characters: lines no longer than that are broken for another reason than their length
FULL: Final = 0.8  # of the lines of a block: so many are as long as they can be where it was broken by its length
SHORTEST_BLOCK: Final = 3  # lines
NAME_WORDS: Final = 3  # of a name that stand on one of the two lines
ARTICLES: Final = frozenset({"the", "a", "an", "and", "or"})


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text with its wrapped lines joined, and where its characters stood before."""

    text: str
    steps: list[int] = field(default_factory=list)
    """Where in the new text a replaced run ends,"""
    shifts: list[int] = field(default_factory=list)
    """and how much further on everything stood from there on."""

    def old(self, at: int) -> int:
        """Where a character of the new text stood in the old one."""
        step = bisect_right(self.steps, at)
        return at + (self.shifts[step - 1] if step else 0)


def squeezed(text: str, gazetteer: Gazetteer) -> Squeezed:
    """The text with one space for each wrapped end of a line and each short run of spaces."""
    if "  " not in text and "\r" not in text and "\u00a0" not in text and "\n" not in text.replace("\n\n", ""):
        return Squeezed(text)
    runs = list(RUN.finditer(text))
    breaks = [run for run in runs if LINE_END.search(run.group())]
    wraps = _wraps(text, breaks, gazetteer)
    out = Squeezed("")
    pieces: list[str] = []
    length = done = 0
    for run in runs:
        if run.start() in wraps:
            new = "" if text[run.start() - 1 : run.start()] == "-" else " "
        else:
            new = run.group() if LINE_END.search(run.group()) else " "
        pieces += [text[done : run.start()], new]
        length += run.start() - done + len(new)
        done = run.end()
        if done - length != (out.shifts[-1] if out.shifts else 0):
            out.steps.append(length)
            out.shifts.append(done - length)
    return Squeezed("".join([*pieces, text[done:]]), out.steps, out.shifts)


def _wraps(text: str, breaks: list[re.Match[str]], gazetteer: Gazetteer) -> frozenset[int]:
    """Where the ends of lines begin behind which the line goes on."""
    lines: list[str] = []
    start = 0
    for end in breaks:
        lines.append(text[start : end.start()])
        start = end.end()
    lines.append(text[start:])
    single = [len(LINE_END.findall(end.group())) == 1 for end in breaks]
    found = set()
    first = 0
    while first < len(breaks):
        last = first
        while last < len(breaks) and single[last]:
            last += 1
        block = lines[first : last + 1]
        broken = _broken_by_length(block)
        for at, (before, after) in enumerate(pairwise(block)):
            if _goes_on(before, after, broken, gazetteer):
                found.add(breaks[first + at].start())
        first = last + 1
    return frozenset(found)


def _broken_by_length(block: list[str]) -> bool:
    """Whether nearly all lines of a block are so long that the next line's first word had no room on them."""
    if len(block) < SHORTEST_BLOCK:
        return False
    width = max(len(line) for line in block)
    full = sum(
        len(line) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(block) if after.split()
    )
    return width > NARROW and full >= FULL * (len(block) - 1)


def _goes_on(before: str, after: str, broken: bool, gazetteer: Gazetteer) -> bool:
    """Whether a line goes on with what the line before it says."""
    if not before.split() or not after or BULLET.match(after):  # one of separators alone has no word
        return False
    if broken or after[0].islower():
        return True
    if ENDS_SENTENCE.search(before):
        return False
    parts = before.split()
    if parts[-1].casefold() in _unfinished():
        return len(parts) > 1
    if not parts[-1][-1].isalpha() and parts[-1][-1] != "-":
        return False
    return len(parts) > 1 and _name_crosses(parts, after.split()[:NAME_WORDS], gazetteer)


def _name_crosses(before: list[str], after: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a name that the gazetteer knows begins on one line, not as its first word, and ends on the next."""
    tail = " ".join(before[1:][-NAME_WORDS:])
    joined = tail + " " * (not tail.endswith("-")) + " ".join(after)
    return any(match.start < len(tail) < match.end for match in gazetteer.scan(joined))


@cache
def _unfinished() -> frozenset[str]:
    """Words with which no line of its own ends."""
    lexicon = place_words()
    return (lexicon.inside | lexicon.toward | ARTICLES) - {"inside", "outside", "across", "near", "off", "over"}
