"""Which kinds of words of time are in a sentence? Only the rules that need one of them are tried on it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read.calendar_words import any_of, plain_abbreviations

# Kinds that are told by their digits. A year is one of four digits, "nth" an ordinal.
DIGITS = {
    "numeric": r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}",
    "item": r"\d{1,2}[/.]\d{1,2}[,:.]? (?=[A-Z])",
    "pair": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    r"(?:,|\s{0,2}[-‐‑–—]|,?\s+(?:to\b|through\b|until\b|till\b|and\b|or\b|&))"
    r"\s*(?:the\s+)?\d{1,2}(?!\d)",
    "decade_digits": r"(?:(?:19|20)\d0|\d0)s",
    "iso": r"(?:19|20)\d\d(?:-?W\d\d|-(?:0[1-9]|1[0-2])(?![\d-]))",
    "year": r"(?:19|20)\d\d(?!\d)",
    "basic": r"(?:19|20)\d{6}(?!\d)",
    "short_quarter": r"[QH][1-4]",
    "nth": r"\d{1,2}(?:st|nd|rd|th)",
}
# What is told by the same words or digits.
ALSO = {"iso": "year", "pair": "nth", "months_of": "unit", "days_of": "day"}
WORD = re.compile(r"\w+")
OPENINGS = frozenset("0123456789QH")  # of what is told by its digits

Fit = tuple[re.Pattern[str] | None, str]
"""What has to follow the first word of a hint (None: nothing), and the hint's kind."""


@cache
def _hints() -> Mapping[str, tuple[Fit, ...]]:
    """The kinds of hints by their first word as it is written in a text; the first that fits counts."""
    words = time_words()
    names = {
        "weekday": (*words.weekdays, *plain_abbreviations()),
        "season": tuple(words.seasons),
        "holiday": tuple(words.holidays),
        **words.hints,
    }
    found: dict[str, list[Fit]] = {}
    for kind, entries in names.items():
        for entry in sorted(entries, key=lambda entry: (-len(entry), entry)):
            first = WORD.match(entry)
            assert first is not None, entry
            rest = entry[first.end() :]
            fit = re.compile(rf"{any_of([rest])}\b", re.IGNORECASE) if rest else None
            for written in {first[0], first[0].lower(), first[0].capitalize(), first[0].upper()}:
                found.setdefault(written, []).append((fit, kind))
    for month in words.months:  # "May" is a month, "may" is none
        for written in (month, month.upper()):
            found.setdefault(written, []).insert(0, (None, "month"))
    return {word: tuple(fits) for word, fits in found.items()}


@cache
def _digits() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in DIGITS.items()))


def kinds_of_hints(text: str, start: int, end: int) -> Mapping[str, int]:
    """The kinds of hints in a stretch of text, each with the place where its first one begins."""
    found: dict[str, int] = {}
    for at, kind in _in(text, start, end):
        found.setdefault(kind, at)
    return found


def _in(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    hints = _hints()
    for match in WORD.finditer(text, start, end):
        word = match[0]
        if word in hints:
            at = match.end()
            kind = next((kind for rest, kind in hints[word] if rest is None or rest.match(text, at, end)), "")
            if kind:
                yield match.start(), kind
                if kind in ALSO:
                    yield match.start(), ALSO[kind]
        elif word[0] in OPENINGS:
            told = _digits().match(text, match.start(), end)
            if told:
                yield match.start(), told.lastgroup or ""
                if told.lastgroup in ALSO:
                    yield match.start(), ALSO[told.lastgroup]
