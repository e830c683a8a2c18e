"""The pieces that patterns of time are built of, as regular expressions over the lexicon's words.

Named groups are given by the rules; a piece here is a plain alternation. All are matched without regard to case, except
that a month must begin with a capital.
"""

import re
from collections.abc import Iterable
from functools import cache

from fogline.lexicon.numbers import number_words
from fogline.lexicon.time import time_words

DASH = r"\s{0,2}[-‐‑–—]\s{0,2}"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
SHORTEST_WEEKDAY = 3  # letters of an abbreviation that can be another word: "Sun", "Mon", "Sat"
DAY_ORDINAL = rf"{DAY}(?:st|nd|rd|th)?(?![\d%]|:\d|[.,]\d|\s?(?:km|kilomet|per\scent|percent|a\.?m|p\.?m))"
YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
UNIT = r"(?:hours?|days?|weeks?|months?|years?|decades?|fortnights?)"
TO = rf"(?:\s+(?:to|through|until|till|and)\s+(?:the\s+)?|{DASH})"

MANY = 4  # alternatives that are worth a look ahead


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest word first, with white space of any kind between the words of a phrase.

    A look at the first letter comes first: it is what fails nearly everywhere, and one test of a set is fast.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    first = "".join(re.escape(letter) for letter in sorted({word[0] for word in ordered}))
    look = f"(?=[{first}])" if len(ordered) >= MANY else ""
    return f"(?:{look}(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + "))"


@cache
def pieces() -> dict[str, str]:
    """The named pieces that rules are written with (`{WEEKDAY}` in a rule's pattern)."""
    words = time_words()
    numbers = number_words()
    part = any_of(words.words["day_parts"])
    preposition = any_of(words.words["part_prepositions"])
    hours = any_of(words.words["part_hours"])
    counts = [
        *numbers.units,
        *numbers.tens,
        *numbers.pairs,
        "a",
        "an",
        "several",
        "a few",
        "some",
        "half a dozen",
        "a dozen",
    ]
    whole = list(words.months)[: len(set(words.months.values()))]  # the full names come first in the lexicon
    short = any_of(word + tail for word in words.months if word not in whole for tail in ("", "."))
    abbreviation = any_of(words.weekday_abbreviations)
    weekday = any_of([*words.weekdays, *plain_abbreviations()])
    return {
        "DASH": DASH,
        "DAY": DAY_ORDINAL,
        "YEAR": YEAR,
        "UNIT": UNIT,
        "NAMED_YEAR": r"(?:(?:last|this|next|that|the\s+same|the\s+previous)\s+year|the\s+year\s+before)",
        "TO": TO,
        # "said that Saturday was calm": the weekday begins a clause
        "CONJUNCT": r"(?:was|is|had|has|will|would|could|might)",
        "WEEKDAY": weekday,
        "ANY_WEEKDAY": rf"(?:{weekday}|{abbreviation}\.?)",
        "MONTH": rf"(?:{any_of(whole)}|{short}(?![a-z]))",
        "PART": part,
        "COUNT": rf"(?:\d{{1,3}}|{any_of(numbers.tens)}[\s-]{any_of(numbers.units)}|{any_of(counts)})",
        "HOLIDAY": any_of(words.holidays),
        "SEASON": any_of(words.seasons),
        "ORDINAL": any_of(words.ordinals),
        "MONTH_PART": rf"(?:{any_of(words.month_parts)}[\s-]+(?:of\s+)?(?:in\s+)?)",
        # "shortly before dawn on", "in the early hours of", "late on", "at around 10 p.m. on"
        "OPENING": rf"(?:(?:(?:shortly|just|soon|sometime)\s+)?(?:{preposition}\s+)?(?:the\s+)?"
        rf"(?:{hours}\s+hours|(?:{hours}\s+)?{part}(?:\s+hours)?)\s+(?:of|on)\s+"
        r"|(?:early|late|later|earlier)\s+(?:on\s+|in\s+the\s+\w+\s+of\s+)?|on\s+|of\s+(?=\d))",
        # "Thursday before dawn", "Friday late evening", "Sunday at noon"
        "CLOSING": r"(?:,?\s+(?:(?:before|after|at|around|in\s+the|during\s+the)\s+)?"
        rf"(?:(?:early|late|mid)[\s-]+)?{part}\b)",
        "BOUND": any_of([*words.words["bounds_from"], *words.words["bounds_to"]]) + r"\s+(?:the\s+)?",
    }


def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern with its pieces filled in; braces that are not pieces are doubled as in str.format."""
    return re.compile(rf"\b{pattern.format(**pieces())}", re.IGNORECASE)


@cache
def count_of(word: str) -> int | None:
    """The number that a count word stands for; None for a vague one ("several", "a few")."""
    numbers = number_words()
    folded = " ".join(word.lower().split())
    if folded.isdigit():
        return int(folded)
    special = {"a": 1, "an": 1, "half a dozen": 6, "a dozen": 12}
    for source in (special, numbers.units, numbers.tens, numbers.pairs):
        if folded in source:
            return source[folded]
    ten, _, unit = folded.replace("-", " ").partition(" ")
    return numbers.tens[ten] + numbers.units[unit] if ten in numbers.tens and unit in numbers.units else None


@cache
def plain_abbreviations() -> tuple[str, ...]:
    """The abbreviations of weekdays that are no other word: "Tues", not "Sun"."""
    return tuple(word for word in time_words().weekday_abbreviations if len(word) > SHORTEST_WEEKDAY)


@cache
def _folded(kind: str) -> dict[str, int]:
    words = time_words()
    if kind == "month":
        return {word.lower(): number for word, number in words.months.items()}
    whole = {word.lower(): number for number, word in enumerate(words.weekdays)}
    short = {
        one.lower(): n for one in plain_abbreviations() for word, n in whole.items() if word[:3] == one[:3].lower()
    }
    return whole | short


def month_number(word: str) -> int | None:
    """1 to 12; None where the word does not begin as a name does."""
    return _folded("month").get(word.rstrip(".").lower()) if word[:1].isupper() else None


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, of a full name."""
    return _folded("weekday")[word.lower()]
