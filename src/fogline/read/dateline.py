"""Where a dateline ends: "KAZAN, Russia, Dec 21 – " says where a report was filed, not where something happened."""

import re

# An opening of at most 70 characters up to a dash, or the closing of an agency's name.
DATELINE = re.compile(r"[A-Z\u00C0-\u00DE][^\n]{2,70}?(?:[) ]\s?(?:-|–|—|--)\s|\./\s|/\.\s)")
FIRST_WORD = re.compile(r"[^\W\d_]+")
CAPITALS = 3  # letters of its first word, all capitals


def dateline_end(text: str, start: int, end: int) -> int:
    """Offset behind the dateline that opens text[start:end], or `start` where there is none."""
    match = DATELINE.match(text, start, end)
    first = FIRST_WORD.match(text, start)
    if not match or not first or len(first.group()) < CAPITALS or not first.group().isupper():
        return start
    return match.end()
