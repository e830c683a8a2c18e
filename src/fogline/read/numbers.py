"""Which words of a sentence are a number, and between which bounds?

The grammar knows digits, number words, dozens and vague words ("several", "hundreds"), ranges and bounds. It tells a
count from a height, an age, a price or a name with a number in it; what is counted is for `how_many` to say.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from fogline.lexicon.numbers import Bound, NumberWords, number_words
from fogline.lexicon.time import time_words
from fogline.model.figure import Figure
from fogline.read.calendar_words import any_of

THOUSANDS = r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3}){1,4}(?!\d)|\d+(?:[.,]\d+)?"
ROUNDING = 6  # decimals kept of n times a factor, so that 0.9 times 50 is 45
ROUND = 20  # a larger number that is no multiple of five is exact
YEARS = range(1900, 2100)
WORD = 24  # characters before a number in which the word before it stands
LARGEST = 10**10  # no count is larger; digits beyond are an identity number
# What stands around an age told by the number alone, as in "Halyna Bondar, 61, a teacher".
AGE_BEFORE = re.compile(r"\($|[A-Z][^\W\d_]+,\s$")
YEARS_OLD = re.compile(r"\s?(?:y\.o\.|y/o\b|yo\b)", re.IGNORECASE)
AGE_AFTER = re.compile(r"\s*[),;]|[.\s]*$")
# "A woman, 34, and her son, 6, were hurt"
OLDEST = 110
WORD_BEFORE = re.compile(r"[a-z],\s$")
COMMA_BEHIND = re.compile(r",")
# What stands behind the one that only stands out: "one of the war's deadliest raids".
ONE_OF_MANY = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){1,3}?(?:most|least|[a-z]{3,}est)\b", re.IGNORECASE)
YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d\s+(?:and|or|to)\s+$")  # "born in 1988 and 1996"
DAYS = re.compile(r"\d+|\d{1,2}(?:\s?[-‐‑–—]\s?|\s+(?:to|and|or)\s+)\d{1,2}")  # "8 and 12 August" are days
BOTH_KINDS = re.compile(r"both (?:[\w-]+ )?[\w-]*(?:s|en|people|police) and ", re.IGNORECASE)
SAME_NUMBER = re.compile(r"\b(?P<more>(?:twice|times|half) )?as many$", re.IGNORECASE)
OF_A_NAME = re.compile(r"\d+[-‐‑–][A-Z]")  # "a 7-Eleven"
NEXT_WORD = re.compile(r"\s*[-‐‑–]?\s?((?:[^\W\d_]|[.'’])+|%)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: [start, end) with its bounds, `core` the part that is the number itself."""

    start: int
    end: int
    value: Figure
    core: tuple[int, int]
    bound: str = ""


def find_numbers(text: str) -> list[Number]:
    """The counts told in a text, in order: "at least nine", "10-12", "two dozen", "several hundred", "none".

    Offsets count characters of `text`. Left out are ages, measures, prices, percentages, dates, clock times, ordinals
    and names with a number ("Flight 752", "Su-25").
    """
    found = [number for match in _pattern().finditer(text) for number in _numbers(text, match)]
    return _as_many(sorted(found, key=lambda number: number.start), text)


def _as_many(numbers: list[Number], text: str) -> list[Number]:
    """The numbers, "as many" with the value of the one before it: "killing two officers and wounding as many".

    "Both gunmen and civilians" are not two.
    """
    out: list[Number] = []
    for number in numbers:
        if BOTH_KINDS.match(text, number.start):
            continue
        same = SAME_NUMBER.search(text, 0, number.end) if number.end - number.start == len("many") else None
        if same is None or same["more"]:
            out += [number] if same is None else []
        elif out and not text.startswith(" as ", number.end):
            out.append(replace(number, value=out[-1].value))
    return out


def _numbers(text: str, match: re.Match[str]) -> Iterator[Number]:
    """One number, or the two of "rose from 6 to 9", which is no range."""
    moved = match["last"] and text[max(0, match.start() - WORD) : match.start()].lower().rstrip().endswith("from")
    number = None if moved else _number(text, match)
    if number:
        yield number
    if moved and not _no_count(text, match, match.span("first")):
        for part in ("first", "last"):
            value = _value(match[part])
            if value:
                yield Number(*match.span(part), value, match.span(part))


def _number(text: str, match: re.Match[str]) -> Number | None:
    if match["none"]:
        return Number(match.start(), match.end(), Figure(0, 0), match.span(), "none")
    core = match.span("first")
    if match["last"]:
        core = core[0], match.end("last")
    first = _value(match["first"])
    last = _value(match["last"]) if match["last"] else None
    if first is None or _no_count(text, match, core) or OF_A_NAME.match(text, core[0]):
        return None
    start, end = match.span()
    if match["twice"]:
        core = core[0], match.end("twice")
    bound = " ".join((match["bound"] or "").lower().split())
    if bound == "as many as" and text[start] == "A":
        bound = ""  # at the head of a sentence it only says that they are many
    if text[:start].split()[-1:] and text[:start].rsplit(maxsplit=1)[-1].lower() in number_words().no_bound_after.get(
        bound, ()
    ):
        bound, start = "", core[0]
    after = number_words().after.get(" ".join((match["after"] or "").lower().split()), "")
    value = _bounded(first, last, bound or after)
    return Number(start, end, value, core, bound or after) if value else None


def _bounded(first: Figure, last: Figure | None, bound: str) -> Figure | None:
    if last is not None:
        return Figure(first.low, last.high) if last.high is None or last.high >= first.low else None
    rule = number_words().bounds.get(bound)
    if rule is None or first.low == 0:
        return first
    if first.high is None:  # "at least several": no upper end to move
        return Figure(first.low + rule.plus, None)
    if rule.high is not None and rule.low < 1.0 < rule.high and first.low > ROUND and first.low % 5:
        return first  # nobody rounds to "some 117"
    return _apply(rule, first.low)


def _apply(rule: Bound, number: int) -> Figure:
    """What a bound makes of a number; a tenth more or less counts whole people only."""
    low = math.ceil(round(number * rule.low, ROUNDING)) + rule.plus
    if rule.high is None:
        return Figure(low, None)
    return Figure(low, max(low, math.floor(round(number * rule.high, ROUNDING)) - rule.less))


def _value(words: str) -> Figure | None:
    """The value of the words of one number, without bounds."""
    numbers = number_words()
    folded = " ".join(re.sub(r"[-‐‑]", " ", words.lower()).split())
    if folded in numbers.vague:
        return Figure(numbers.vague[folded], None)
    if folded in numbers.pairs:
        return Figure(numbers.pairs[folded], numbers.pairs[folded])
    for vague, factor in numbers.vague_factors.items():
        unit = folded.removeprefix(vague + " ").removesuffix("s") if folded.startswith(vague + " ") else ""
        size = numbers.multipliers.get(unit) or numbers.groups.get(unit)
        if size:
            return Figure(factor * size, None)
    exact = _exact(folded, numbers)
    return Figure(exact, exact) if exact is not None and exact <= LARGEST else None


def _exact(folded: str, numbers: NumberWords) -> int | None:
    """The whole number of "1,240", "1.2 million", "forty one", "two dozen", "a hundred and five", "half a million"."""
    half = folded.startswith("half a ")
    total = current = 0.0
    for word in folded.removeprefix("half ").split():
        size = numbers.multipliers.get(word.removesuffix("s"), 0) or numbers.groups.get(word.removesuffix("s"), 0)
        if word[0].isdigit():
            current += _digits(word, size_follows=any(name in folded for name in numbers.multipliers))
        elif word in numbers.units or word in numbers.tens:
            current += numbers.units.get(word, numbers.tens.get(word, 0))
        elif size:
            current = (current or 1) * size
            if size >= 1000:
                total, current = total + current, 0.0
        elif word not in ("a", "an", "and"):
            return None
    value = (total + current) / (2 if half else 1)
    if math.isinf(value):
        return None
    return round(value) if math.isclose(value, round(value)) else None


def _digits(word: str, size_follows: bool) -> float:
    if size_follows and re.fullmatch(r"\d+[.,]\d{1,2}", word):
        return float(word.replace(",", "."))
    if re.fullmatch(r"\d+[.,]\d{1,2}", word):
        return math.inf  # a measure, not a count
    return float(re.sub(r"\D", "", word))


@cache
def _months() -> frozenset[str]:
    return frozenset(name.lower() for name in time_words().months)


@cache
def _of_two_days() -> re.Pattern[str]:
    """What stands behind the first of two days of a month: " and 12 August"."""
    month = any_of(time_words().months)
    return re.compile(rf"(?:st|nd|rd|th)?(?:,| and| or| to|[-–—]| &) ?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {month}\b")


@cache
def _second_day() -> re.Pattern[str]:
    """What stands before the second of two days of a month: "August 15 and "."""
    return re.compile(rf"\b{any_of(time_words().months)} \d{{1,2}}(?:st|nd|rd|th)? (?:and|or|to|&) $")


def _no_count(text: str, match: re.Match[str], core: tuple[int, int]) -> bool:
    """Whether the number measures, dates or names something rather than counting it."""
    words = number_words()
    before = text[max(0, match.start() - WORD) : match.start()]
    last_word = before.split()[-1] if before.split() else ""
    if before[-1:] in ("$", "€", "£", "₴", "₽", "₹", "#", "№", "/") or last_word in words.not_before:
        return True
    following = NEXT_WORD.match(text, match.end())
    after = following[1].rstrip(".").lower() if following else ""
    stands_out = text[core[0] : core[1]].lower() == "one" and ONE_OF_MANY.match(text, core[1])
    if stands_out or after in words.not_after or after.removesuffix("s") in words.measures:
        return True
    month_before = last_word.rstrip(".").lower() in _months() and last_word[:1].isupper() and not match["bound"]
    number = text[core[0] : core[1]]
    if DAYS.fullmatch(number) and (
        month_before or (after in _months() and following is not None and following[1][:1].isupper())
    ):
        return True
    if number.isdigit() and (_is_one_of_two_days(before, text, core[1]) or _is_age(int(number), before, text, core[1])):
        return True
    if not (number.isdigit() and int(number) in YEARS and len(number) == 4) or match["bound"]:
        return False
    return not after or last_word.lower() in words.before_years or bool(YEAR_BEFORE.search(before))


def _is_one_of_two_days(before: str, text: str, end: int) -> bool:
    """Whether a number is a day of "on 11 and 12 August", "on August 15 and 16"."""
    return bool(_of_two_days().match(text, end) or _second_day().search(before))


def _is_age(number: int, before: str, text: str, end: int) -> bool:
    """Whether a number between commas or in brackets is somebody's age, or one before "y.o."."""
    if YEARS_OLD.match(text, end):
        return True
    named = AGE_BEFORE.search(before) and AGE_AFTER.match(text, end)
    return bool(named or (number < OLDEST and WORD_BEFORE.search(before) and COMMA_BEHIND.match(text, end)))


@cache
def _pattern() -> re.Pattern[str]:
    words = number_words()
    unit, ten = any_of(words.units), any_of(words.tens)
    size = rf"(?:{any_of(words.multipliers)}|{any_of(words.groups)})"
    small = rf"(?:{ten}(?:[-‐‑\s]{unit})?|{unit})"
    spelled = (
        rf"(?:half\s+an?|an?|{small}|{THOUSANDS})\s+{size}(?:s\b)?(?:\s+{any_of(words.multipliers)})?"
        rf"(?:,?\s+(?:and\s+)?{small})?"
    )
    factors = any_of(words.vague_factors)
    vague = rf"(?:{factors}\s+{size}|{any_of(words.vague)}|{any_of(words.pairs)})"
    number = rf"(?:{vague}|{spelled}|{small}|{THOUSANDS})"
    joint = r"(?:\s?[-‐‑–—]\s?|\s+(?:to|or)\s+|(?(lead)\s+and\s+|(?!)))"
    bound = any_of(words.bounds)
    after = any_of(words.after)
    return re.compile(
        rf"(?<![\w$€£#/:.,])(?<!\d[-–])(?<![^\W\d_][-‐‑])(?:(?P<none>{any_of(words.none)})(?![\w-]|\.\s?\d|\s+(?:fewer|less|more)\s+than)"
        rf"|(?:(?P<lead>between)\s+)?(?:(?P<bound>{bound})(?:\s+|(?<=[~>]))(?:of\s+)?(?:a\s+total\s+of\s+|the\s+)?)?"
        rf"(?P<first>{number})(?P<twice>\s?\(\d[\d,.]*\))?(?:{joint}(?P<last>{small}|{THOUSANDS})(?![\w-]))?"
        rf"(?:\s?(?P<after>{after}))?)(?![\w/]|:\d|[.,]\d|[-‐‑](?!\s|odd\b|plus\b))",
        re.IGNORECASE,
    )
