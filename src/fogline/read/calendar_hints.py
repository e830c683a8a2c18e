"""Which kinds of words of time are in a sentence? Only the rules that need one of them are tried on it."""

import re
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read.calendar_words import any_of

# Kinds that are told by their digits. A year is one of four digits, "nth" an ordinal.
DIGITS = {
    "numeric": r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}",
    "decade_digits": r"(?:(?:19|20)\d0|['’]\d0)s",
    "year": r"(?:19|20)\d\d(?!\d)",
    "short_quarter": r"(?-i:[QH])[1-4]",
    "nth": r"\d{1,2}(?:st|nd|rd|th)",
}


@cache
def _hints() -> re.Pattern[str]:
    words = time_words()
    names = {"weekday": words.weekdays, "season": tuple(words.seasons), "holiday": tuple(words.holidays), **words.hints}
    months = [*words.months, *(month.upper() for month in words.months)]
    kinds = [f"(?P<month>(?-i:{any_of(months)}))"]
    kinds += [f"(?P<{kind}>{any_of(entries)}\\b)" for kind, entries in names.items()]
    kinds += [f"(?P<{kind}>{pattern})" for kind, pattern in DIGITS.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})", re.IGNORECASE)


def kinds_of_hints(text: str, start: int, end: int) -> tuple[frozenset[str], int]:
    """The kinds of hints in a stretch of text, and where the first of them begins (`end` where there is none)."""
    found: set[str] = set()
    first = end
    for match in _hints().finditer(text, start, end):
        if not found:
            first = match.start()
        found.add(match.lastgroup or "")
    return frozenset(found), first
