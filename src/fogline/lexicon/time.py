"""The words of time of a language: months, seasons, parts of the day, what marks the future."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from fogline.lexicon.load import need, table

LISTS = (
    "day_parts",
    "part_prepositions",
    "part_hours",
    "bounds_from",
    "bounds_to",
    "leaning",
    "not_a_day_after",
    "not_a_day_before",
    "named_by_a_day",
    "year_nouns",
    "counted_nouns",
    "said",
    "future",
    "future_asked",
    "future_called",
    "future_near",
    "future_plural",
    "future_not",
    "may_not",
    "future_ends",
    "standing",
    "future_after",
    "numbered",
    "hurt",
    "reviews",
    "weekly",
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that everyone knows, with words (lower case) that name its happening.

    With one of `cues` beside it, its date without a year means this day; with one of `anniversary`, "the third
    anniversary" counts from it.
    """

    day: dt.date
    cues: tuple[str, ...]
    anniversary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedAgain:
    """Nouns by which a report names again what it told, and words (without their plural) by which that is told."""

    nouns: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of `lexicon/<language>/time.toml`.

    `weekdays` run from Monday; `months` map a name or abbreviation to 1..12, `seasons` to (first, last month),
    `holidays` to (month, day), `month_parts` to (first, last day, 31 for the end of the month), `ordinals` to a number.
    `words` are plain lists, `hints` kinds of words of which every expression has one.
    """

    weekdays: tuple[str, ...]
    weekday_abbreviations: tuple[str, ...]
    months: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    month_parts: dict[str, tuple[int, int]]
    holidays: dict[str, tuple[int, int]]
    ordinals: dict[str, int]
    words: dict[str, tuple[str, ...]]
    named_days: tuple[NamedDay, ...] = ()
    named_again: tuple[NamedAgain, ...] = ()
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _pairs(data: dict[str, Any], where: str, top: int) -> dict[str, tuple[int, int]]:
    for name, pair in data.items():
        good = isinstance(pair, list) and len(pair) == 2 and all(isinstance(n, int) and 1 <= n <= top for n in pair)
        need(good, where, f"{name!r} needs two whole numbers from 1 to {top}")
    return {name: (pair[0], pair[1]) for name, pair in data.items()}


def _holidays(data: dict[str, Any], where: str) -> dict[str, tuple[int, int]]:
    for name, (month, day) in _pairs(data, where, 31).items():
        need(month <= 12, where, f"{name!r} needs a month and a day, not {month} and {day}")
    return _pairs(data, where, 31)


def _strings(data: object, where: str) -> tuple[str, ...]:
    good = isinstance(data, list) and bool(data) and all(isinstance(word, str) and word.strip() for word in data)
    need(good, where, "needs a list of words")
    return tuple(data) if isinstance(data, list) else ()


def _again(entry: dict[str, Any], where: str) -> NamedAgain:
    lists = {key: _strings(entry.get(key), f"{where} {key}") for key in ("nouns", "told")}
    return NamedAgain(lists["nouns"], lists["told"])


def _named_day(entry: dict[str, Any], where: str) -> NamedDay:
    day = entry.get("day")
    need(isinstance(day, dt.date), where, f"{entry!r} needs a day")
    assert isinstance(day, dt.date)
    lists = {key: _strings(entry[key], f"{where} {day} {key}") for key in ("cues", "anniversary") if key in entry}
    need(bool(lists), f"{where} {day}", "needs cues or anniversary")
    return NamedDay(day, lists.get("cues", ()), lists.get("anniversary", ()))


@cache
def time_words(language: str = "en") -> TimeWords:
    """Load and check the time words of a language; raises LexiconError naming the bad entry."""
    data = table(language, "time.toml")
    name = f"{language}/time.toml"
    weekdays = _strings(data.get("weekdays"), f"{name} weekdays")
    need(len(weekdays) == 7, f"{name} weekdays", "needs seven names from Monday on")
    months = data.get("months", {})
    need(set(months.values()) == set(range(1, 13)), f"{name} months", "needs a name for each month from 1 to 12")
    ordinals = data.get("ordinals", {})
    need(all(isinstance(n, int) for n in ordinals.values()), f"{name} ordinals", "needs whole numbers")
    words = {key: _strings(data.get("words", {}).get(key), f"{name} words.{key}") for key in LISTS}
    return TimeWords(
        weekdays=weekdays,
        weekday_abbreviations=_strings(data.get("weekday_abbreviations"), f"{name} weekday_abbreviations"),
        months=dict(months),
        seasons=_pairs(data.get("seasons", {}), f"{name} seasons", 12),
        month_parts=_pairs(data.get("month_parts", {}), f"{name} month_parts", 31),
        holidays=_holidays(data.get("holidays", {}), f"{name} holidays"),
        ordinals=dict(ordinals),
        words=words,
        hints={kind: _strings(hints, f"{name} hints.{kind}") for kind, hints in data.get("hints", {}).items()},
        named_again=tuple(_again(entry, f"{name} named_again") for entry in data.get("named_again", [])),
        named_days=tuple(_named_day(entry, f"{name} named_days") for entry in data.get("named_days", [])),
    )
