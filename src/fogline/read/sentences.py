"""Where sentences begin and end.

Rules instead of a parser, so that sentences which cannot carry a claim need not be parsed at all.
"""

import re

from fogline.lexicon.layout import layout
from fogline.model import Report
from fogline.read.dateline import dateline_end
from fogline.read.layout import BULLET, Block, blocks
from fogline.read.text import Sentence

# A stop with closing quotes or brackets, white space, then what can begin a sentence.
BOUNDARY = re.compile(r"([.!?…]+)([\"'”’»)\]]*)\s+(?=[\"'“‘«(\[—–-]*\s?[A-Z0-9\u00C0-\u00DE\u0400-\u042F])")
LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.\-]*)$")
MAX_SENTENCE = 800  # characters; a longer run without a stop is cut, so that a parse stays bounded


def sentences(report: Report) -> tuple[Sentence, ...]:
    """All sentences of a report, headline first, with the part and paragraph that each stands in."""
    found: list[Sentence] = []
    text = report.full_text
    opened = False  # whether the body has begun
    for number, block in enumerate(blocks(report)):
        body = block.part == "body"
        filed = dateline_end(text, block.start, block.end, not opened) if body else block.start
        opened = opened or body
        if filed > block.start:
            found.append(Sentence(len(found), block.start, filed, text[block.start : filed], "byline", number))
        for start, end in _split(text, Block(filed, block.end, block.part)):
            found.append(Sentence(len(found), start, end, text[start:end], block.part, number))
    return tuple(found)


def _split(text: str, block: Block) -> list[tuple[int, int]]:
    """Offsets of the sentences of one block."""
    if block.part in ("headline", "subhead"):
        return _cut(block.start, block.end)
    out: list[tuple[int, int]] = []
    bullet = BULLET.match(text[block.start : block.end])
    start = block.start + (bullet.end() if bullet else 0)
    for match in BOUNDARY.finditer(text, start, block.end):
        if (
            match.group(1) == "."
            and not match.group(2)
            and _abbreviated(text[start : match.start()], text[match.end() :])
        ):
            continue
        out += _cut(start, match.end(2))
        start = match.end()
    if start < block.end:
        out += _cut(start, block.end)
    return out


def _abbreviated(before: str, after: str) -> bool:
    """Whether the stop between the two belongs to an abbreviation or an initial ("Gen. X", "J. Smith", "Nov. 18")."""
    last = LAST_WORD.search(before)
    if not last:
        return False
    word = last.group(1)
    if len(word) == 1 and word.isupper():
        return True
    low = word.lower()
    if low in layout().ending_abbreviations:
        return after[:1].isdigit() or not re.match(
            r"[\"“‘(]?(?:The|A|An|In|It|He|She|They|On|At|No|But|Two|Three)\b", after
        )
    parts = [part.strip(".") for part in low.split("-")]  # "Brig.-Gen. X"
    return low in layout().abbreviations or all(part in layout().abbreviations for part in parts)


def _cut(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + MAX_SENTENCE, end)) for at in range(start, end, MAX_SENTENCE)]
