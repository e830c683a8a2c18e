"""Which words name a quarter or a half of a year: "the third quarter", "the year-earlier quarter", "the 1988 period".

Reports on money and production name a quarter once and then count from it: "the quarter", "a year earlier".
"""

import datetime as dt
import re
from functools import cache

from fogline.lexicon.time import time_words
from fogline.model.mention import DateAnchor, DatePrecision
from fogline.read import calendar_days as days
from fogline.read.calendar_context import TOLD_VERB, Context, Resolved, bounded, unresolved
from fogline.read.calendar_rule import Rule, bound_of, looks_ahead, rule, year_told
from fogline.read.calendar_words import any_of, count_of

QUARTER, HALF = 3, 6  # months
UNITS = {"days": 1, "weeks": days.WEEK}
LONGEST = {"days": 100, "weeks": 30, "months": 11}  # more of them are no part of a year that anyone counts
# A quarter told without its year may lie so many days ahead: a firm speaks of the one that is about to begin.
SOON = 31
SOON_TOLD = 92  # where the clause speaks of what is to come: the next quarter
SHIFTS = {"last": -1, "next": 1, "current": 0, "the current": 0, "this": 0}
# Counted from the quarter that was told before.
STORY = {"the": 0, "that": 0, "the same": 0, "its": 0} | dict.fromkeys(
    ("the previous", "the preceding", "the prior"), -1
)
STORY["the following"] = 1


def quarter_of(day: dt.date, quarters: int = 0) -> days.Span:
    """The quarter of the calendar that a day lies in, moved by whole quarters."""
    year, month = days.month_shift(day.year, (day.month - 1) // QUARTER * QUARTER + 1, QUARTER * quarters)
    return days.month(year, month)[0], days.month(year, month + QUARTER - 1)[1]


def _part(year: int, number: int, length: int) -> days.Span:
    """The first, second … part of a year, of `length` months."""
    return days.month(year, number * length - length + 1)[0], days.month(year, number * length)[1]


def _resolved(span: days.Span, match: re.Match[str], context: Context, anchor: DateAnchor = "calendar") -> Resolved:
    return bounded(Resolved(span[0], span[1], "quarter", anchor), bound_of(match, context), context)


def _numbered(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the third quarter", "the first half of 2024", "the 1988 third quarter", "next year's first quarter"."""
    number = _number(match["n"].lower(), match["kind"].lower())
    length = QUARTER if match["kind"].lower().startswith("q") else HALF
    told_year = match["y"] or match["y2"]
    needs_year = length == HALF or match["n"].lower() in ("last", "final")
    if number is None or number * length > days.MONTHS or (needs_year and not told_year):
        return None
    year = year_told(told_year, context)
    if year is None:
        if context.published is None:
            return unresolved("quarter", "calendar")
        ahead = looks_ahead(match, context)
        past = not ahead and TOLD_VERB.search(f"{context.before} {context.rest}") is not None
        year = _near_year(context.published, number, length, 0 if past else SOON_TOLD if ahead else SOON)
        if match["ago"]:
            year -= 1
    return _resolved(_part(year, number, length), match, context)


def _number(word: str, kind: str) -> int | None:
    """Which of the year's quarters or halves: "third", "last", "3"."""
    if word in ("last", "final"):
        return days.MONTHS // (QUARTER if kind.startswith("q") else HALF)
    return int(word) if word.isdigit() else time_words().ordinals.get(word)


def _near_year(published: dt.date, number: int, length: int, reach: int) -> int:
    """The year of a quarter told without one: the last that has begun, or that is to begin within `reach` days."""
    begin = _part(published.year, number, length)[0]
    following = _part(published.year + 1, number, length)[0]
    if (following - published).days <= reach:
        return published.year + 1
    return published.year - ((begin - published).days > reach)


def _of_half(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the last half of 1989", "the first two quarters of 1990", "the first half of the year"."""
    year = year_told(match["y"], context)
    if year is None:
        return unresolved("quarter", "calendar")
    number = 1 if match["which"].lower() == "first" else 2
    return _resolved(_part(_begun(year, _part(year, number, HALF)[0], match, context), number, HALF), match, context)


def _begun(year: int, first: dt.date, match: re.Match[str], context: Context) -> int:
    """The year of a part of "the year": the one before, where it has not begun and nothing speaks of the future."""
    unnamed = " ".join(match["y"].lower().split()) == "the year"
    late = context.published is not None and first > context.published
    return year - int(unnamed and late and not looks_ahead(match, context))


def _months_of_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the first three months of 2024", "the last ten days of the year"."""
    year, count = year_told(match["y"], context), count_of(match["n"])
    unit = match["unit"].lower()
    if count is None or count > LONGEST[unit]:
        return None
    if year is None:
        return unresolved("month", "calendar")
    first_day, last_day = days.year_span(year)
    if match["which"].lower() == "first":
        last_day = (
            days.month(year, count)[1] if unit == "months" else days.plus_days(first_day, count * UNITS[unit] - 1)
        )
    elif unit == "months":
        first_day = days.month(year, days.MONTHS - count + 1)[0]
    else:
        first_day = days.plus_days(last_day, 1 - count * UNITS[unit])
    back = year - _begun(year, first_day, match, context)
    span = days.plus_years(first_day, -back), days.plus_years(last_day, -back)
    precision: DatePrecision = "quarter" if (unit, count) == ("months", QUARTER) else "month"
    return bounded(Resolved(*span, precision, "calendar"), bound_of(match, context), context)


def _told_quarter(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the quarter", "the current quarter", "last quarter": from the one told before, else the publication."""
    which = " ".join(match["which"].lower().split())
    if which in STORY:
        # "the quarter" where none was told is a part of a town
        told = context.quarter
        return _resolved(quarter_of(told, STORY[which]), match, context, "narrative") if told else None
    if context.published is None:
        return unresolved("quarter")
    return _resolved(quarter_of(context.published, SHIFTS[which]), match, context, "publication")


def _quarter_of_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the 1988 quarter": the one that was told before, of that year; without it "the 1988 period" is the year."""
    year = year_told(match["y"], context)
    if year is None:
        return unresolved("quarter")
    if context.quarter is not None:
        there = days.plus_years(context.quarter, year - context.quarter.year)
        return _resolved(quarter_of(there), match, context)
    return Resolved(*days.year_span(year), "year", "calendar") if match["kind"].lower() == "period" else None


def _latest(match: re.Match[str], context: Context) -> Resolved:
    """Read "the latest quarter": the one that was told before, else the last that has ended."""
    day = context.quarter
    if day is None and context.published is not None:
        day = days.plus_days(quarter_of(context.published)[0], -1)
    return _resolved(quarter_of(day), match, context, "narrative") if day else unresolved("quarter", "narrative")


def _year_earlier(match: re.Match[str], context: Context) -> Resolved:
    """Read "the year-earlier quarter", "the year-ago results": the quarter told before, else the year before."""
    if context.quarter is not None:
        before = quarter_of(days.plus_years(context.quarter, -1))
        return _resolved(before, match, context, "narrative")
    told = context.told_month
    return Resolved(*days.year_span(told.year - 1), "year", "narrative") if told else unresolved("year", "narrative")


@cache
def quarter_rules() -> tuple[Rule, ...]:
    """The rules for quarters and halves of a year."""
    bound = r"(?P<bound>{BOUND})?(?:(?:in|during|for|over|through|throughout|from|of)\s+)?"
    determiner = r"(?:(?:the|its|their|his|her|an?)\s+)?"
    some_year = r"{YEAR}|(?:last|this|next)\s+year"
    ago = r"(?:comparable\s+|same\s+)?year[-\s](?:earlier|ago)"
    which = any_of([*SHIFTS, *STORY])
    end = r"(?![-\w]|\s+of\s)(?:['’]s)?"
    return (
        rule(
            bound + determiner + r"(?:latest\s+)?(?:(?P<y>" + some_year + r")(?:['’]s)?\s+)?(?P<ago>" + ago + r"\s+)?"
            r"(?:fiscal[-\s])?(?P<n>{ORDINAL}|last|final)[\s-](?P<kind>quarter|half)(?![-\s]?(?:final|finals|hour|mile)\b|\w)"
            r"(?:['’]s)?(?!\s+of\s+(?:an|the|his|her|their|its)\b(?!\s+year))"
            r"(?:\s+(?:of\s+)?(?:the\s+year\s+|fiscal\s+)?(?P<y2>" + some_year + r"))?",
            _numbered,
            "quarter",
        ),
        rule(
            bound
            + r"(?:the\s+)?(?P<which>first|last|second)\s+(?:half|(?:two|2)\s+quarters)\s+of\s+(?P<y>"
            + some_year
            + r"|the\s+year\b)",
            _of_half,
            "quarter",
        ),
        rule(
            bound
            + r"(?:the\s+)?(?P<which>first|last|final)\s+(?P<n>{COUNT})\s+(?P<unit>months|weeks|days)\s+of\s+(?P<y>"
            + some_year
            + r"|the\s+year\b)",
            _months_of_year,
            "months_of days_of",
        ),
        rule(
            bound + determiner + "(?P<y>" + some_year + r")(?:['’]s)?\s+(?P<kind>quarter|period)" + end,
            _quarter_of_year,
            "quarter",
        ),
        rule(
            bound + determiner + ago + r"(?:\s+(?:quarter|period)" + end + r"|(?=\s+[a-z]))", _year_earlier, "quarter"
        ),
        rule(
            bound + r"(?P<ago>)(?:(?P<y>{YEAR})\s+)?(?-i:(?P<kind>Q|H)(?P<n>[1-4]))\b"
            r"(?:\s+(?:of\s+)?(?P<y2>{YEAR}))?(?![-/])",
            _numbered,
            "short_quarter",
        ),
        rule(bound + r"the\s+latest\s+(?:fiscal\s+)?(?:quarter|period)" + end, _latest, "quarter"),
        rule(bound + r"(?P<which>" + which + r")\s+(?:fiscal\s+)?quarter" + end, _told_quarter, "quarter"),
    )
