"""Which part of a report a line is: headline, subhead, body, caption, byline or tail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.lexicon.layout import layout
from fogline.model import Report
from fogline.model.report import TITLE_END
from fogline.read.text import Part

SUBHEAD_WORDS = 11  # a line of at most so many words without a full stop is a subhead
BYLINE_WORDS = 8  # a line with a full stop that begins like a byline and is longer tells something
CAPTION_WORDS = 45  # a caption is at most as long
OPENING_LINES = 5  # of a report, headline included: among them stand its picture and whose it is
WRAP_COLUMNS = range(50, 100)  # a line broken by hand has about this many characters
ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
STOP_INSIDE = re.compile(r"[.!?]\s+[A-Z]")
BULLET = re.compile(r"^\s*(?:[•●▪■◦‣–—*-]|\d{1,2}[.)])\s+")
NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+")
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line of its own: offsets in the full text, and what it is."""

    start: int
    end: int
    part: Part


def blocks(report: Report) -> list[Block]:
    """The report's headline and the blocks of its body, in order; white space around them is left out."""
    text, begin = report.full_text, len(report.title) + len(TITLE_END)
    found = [Block(0, len(report.title), "headline")] if report.title.strip() else []
    for start, end in _paragraphs(text, begin):
        line = text[start:end]
        part = _part(line)
        if part == "caption" and len(found) <= OPENING_LINES and _captioned(line, text, found):
            found[-1] = replace(found[-1], part="caption")
        listed = part == "body" and _links_go_on(line, text, found)
        found.append(Block(start, end, "tail" if listed or _heads_links(line) else part))
    return found


def _heads_links(line: str) -> bool:
    """Whether a line heads links to other stories: "More to read", "Top stories"."""
    return line.strip(" :*»>").lower() in layout().link_heads


def _links_go_on(line: str, text: str, found: list[Block]) -> bool:
    """Whether an item of a list is a link, as is what stands before it: a headline of another story, without a stop."""
    before = text[found[-1].start : found[-1].end] if found else ""
    linked = bool(found) and found[-1].part == "tail" and (_heads_links(before) or BULLET.match(before) is not None)
    return linked and BULLET.match(line) is not None and not ENDS_SENTENCE.search(line)


def _captioned(line: str, text: str, found: list[Block]) -> bool:
    """Whether a line at the head of a report credits the picture that the one before it describes."""
    before = found[-1]
    if not line.lower().startswith(layout().credits) or before.part not in ("body", "subhead"):
        return False
    told = text[before.start : before.end]
    return len(told.split()) <= CAPTION_WORDS and not STOP_INSIDE.search(told)


def _paragraphs(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Offsets of the body's paragraphs: a line each, lines that were wrapped by hand joined."""
    start = end = -1
    for match in LINE.finditer(text, begin):
        line = match.group()
        if not line.strip():
            continue
        first, last = match.start() + len(line) - len(line.lstrip()), match.end() - (len(line) - len(line.rstrip()))
        if start >= 0 and _wrapped(text[start:end], text[first:last], text[end:first]):
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


def _wrapped(before: str, line: str, between: str) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if between.count("\n") > 1 or BULLET.match(line) or ENDS_SENTENCE.search(before):
        return False
    return len(before.rsplit("\n", 1)[-1]) in WRAP_COLUMNS and (line[:1].islower() or len(line) in WRAP_COLUMNS)


def _short(line: str) -> bool:
    return len(line.split()) <= BYLINE_WORDS


def _begins(line: str, openings: tuple[str, ...]) -> bool:
    """Whether a line begins with one of these, as whole words: "Donate", not "Donated ambulances"."""
    if not line.startswith(openings):
        return False
    found = (opening for opening in openings if line.startswith(opening))
    return any(not (opening[-1].isalnum() and line[len(opening) :][:1].isalnum()) for opening in found)


def _marked(low: str) -> bool:
    """Whether a line names whose picture it is about."""
    return low.endswith(layout().caption_ends) or any(mark in low for mark in layout().caption_marks)


def _part(line: str) -> Part:
    words, low = layout(), line.lower()
    if low.startswith(words.captions) or (len(low.split()) <= CAPTION_WORDS and _marked(low)):
        return "caption"
    if low.startswith(words.bylines) and (line[0] == "(" or not ENDS_SENTENCE.search(line) or _short(line)):
        return "byline"
    if _begins(low, words.tails) or not any(c.isalpha() for c in line):
        return "tail"
    if len(line.split()) <= SUBHEAD_WORDS and not ENDS_SENTENCE.search(line):
        return "subhead" if NUMBERED.match(line) or not BULLET.match(line) else "body"
    return "body"
