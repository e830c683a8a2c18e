"""Which characters of a report stand inside quotation marks, also where a quotation runs over several sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARKS = re.compile(r"[\"“”„«»]|(?<!\w)‘|’(?!\w)")
OPENING, CLOSING = "“„«‘", "”»’"
MAX_QUOTE = 2500  # characters; a mark that stays open longer was a misprint
CLAUSE = 25  # characters from which a quotation is speech and not a word held at arm's length


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters [start, end) of the full text, marks included."""

    start: int
    end: int

    @property
    def speech(self) -> bool:
        """Whether it is long enough to be what somebody said, not a scare quote."""
        return self.end - self.start >= CLAUSE


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quotations, in order, none inside another.

    A paragraph that opens with a mark while one is open goes on with the same quotation. A mark that nothing closes
    ends with its paragraph.
    """
    found: list[Quote] = []
    start: int | None = None
    closing = ""
    for match in MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if start is not None and at - start > MAX_QUOTE:
            start = None
        if start is None:
            if mark in OPENING or (mark == '"' and _opens(text, at)):
                start, closing = at, {"“": '”"', "„": "“”", "«": "»", "‘": "’"}.get(mark, '"”')
        elif "\n" in text[start:at] and mark in OPENING + '"' and _opens(text, at):
            found.append(Quote(start, _paragraph_end(text, start)))
            start = at
        elif mark in closing:
            found.append(Quote(start, at + 1))
            start = None
    if start is not None:
        found.append(Quote(start, _paragraph_end(text, start)))
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    """A straight mark opens where a word follows it and no word ends before it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-:") and bool(after) and not after.isspace()


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def quoted(quotes: Sequence[Quote], start: int, end: int) -> Quote | None:
    """The quotation that covers all of [start, end) but for marks and stops, or None."""
    for quote in quotes:
        if quote.start <= start + 1 and end - 2 <= quote.end and quote.start < end:
            return quote
    return None


def inside(quotes: Sequence[Quote], at: int) -> bool:
    """Whether the character at `at` stands in a quotation."""
    return any(quote.start < at < quote.end - 1 for quote in quotes)
