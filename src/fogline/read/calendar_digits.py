"""Which day do digits alone name: "2024-11-18", "18/11/24", "20241218", "2024-W50-3"? Patterns with their meaning."""

import datetime as dt
import re
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved, bounded, on_day
from fogline.read.calendar_rule import Rule, bound_of, rule
from fogline.read.calendar_words import any_of

# A date that may be read in two orders is the one of the last few days, where a report is most likely to speak of it.
JUST_NOW = 3
LAST_WEEKS = 31  # days before publication of which a log tells without a year
LATEST_SHORT_YEAR = 2068  # as POSIX has it: 69 to 99 are of the 20th century
# After a number that is no date.
COUNTED = re.compile(r"\s+(?!at\b|in\b|on\b|to\b|and\b|by\b)[a-z]+s\b|\s+people\b|\s*\d|\s*%")


def _numeric(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "2024-11-18", "18.11.2024", "11/18/2024", "18/11/24"."""
    groups = match.groupdict()
    if groups["y"]:
        date = days.valid_date(int(groups["y"]), int(groups["a"]), int(groups["b"]))
    elif groups["y2"]:
        date = _either_order(int(groups["y2"]), int(groups["a2"]), int(groups["b2"]), context)
    else:
        year = _whole_year(int(groups["y3"]), context)
        a, b = int(groups["a3"]), int(groups["b3"])
        date = days.valid_date(year, b, a) if groups["dot"] == "." else _either_order(year, a, b, context)
    return bounded(on_day(date, "calendar"), bound_of(match, context), context) if date else None


def _heads_an_item(match: re.Match[str], context: Context) -> Resolved | None:
    """Read the day that heads the items of a log: "8/12 Bhamo: …", of the last weeks before publication."""
    published = context.published
    if published is None:
        return None
    a, b = int(match["a"]), int(match["b"])
    read = [
        days.valid_date(year, *order) for year in (published.year, published.year - 1) for order in ((b, a), (a, b))
    ]
    told = [date for date in read if date and 0 <= (published - date).days <= LAST_WEEKS]
    return on_day(told[0], "calendar") if told else None


def _whole_year(short: int, context: Context) -> int:
    """The year of two digits: of this century, unless that lies well ahead."""
    newest = context.published.year if context.published else LATEST_SHORT_YEAR
    century = newest // 100 * 100
    return century + short if century + short <= newest + 10 else century - 100 + short


def _either_order(year: int, a: int, b: int, context: Context) -> dt.date | None:
    """Day first, as outside the United States; month first where only that is a date, or one of just now."""
    dates = [date for date in (days.valid_date(year, b, a), days.valid_date(year, a, b)) if date]
    published = context.published
    if published is not None:
        now = [date for date in dates if 0 <= (published - date).days <= JUST_NOW]
        told = [date for date in dates if date <= published]
        dates = now or (told if len(told) == 1 else dates)
    return dates[0] if dates else None


@cache
def _numbered() -> re.Pattern[str]:
    """In front of a number that is no date: "telephone", "resolution"."""
    return re.compile(rf"(?:\b{any_of(time_words().words['numbered'])}\b\.?:?|[#+№=_$€£/]|\d)\s*$", re.IGNORECASE)


def _iso(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "20241218", "2024-12", "2024-W50", "2024-W50-3"; not the number of a telephone or a file."""
    groups = match.groupdict()
    year = int(groups["y"])
    newest = context.published.year + 1 if context.published else LATEST_SHORT_YEAR
    if _numbered().search(context.before) or COUNTED.match(context.rest) or year > newest:
        return None
    if groups.get("w"):
        monday = dt.date.fromisocalendar(year, int(groups["w"]), 1)
        if groups["weekday"]:
            return bounded(
                on_day(days.plus_days(monday, int(groups["weekday"]) - 1), "calendar"), groups["bound"], context
            )
        return bounded(Resolved(*days.week(monday), "week", "calendar"), groups["bound"], context)
    if groups.get("b"):
        date = days.valid_date(year, int(groups["a"]), int(groups["b"]))
        return bounded(on_day(date, "calendar"), groups["bound"], context) if date else None
    if int(groups["a"]) > year % 100:
        return None  # "2008-11": years
    return bounded(Resolved(*days.month(year, int(groups["a"])), "month", "calendar"), groups["bound"], context)


@cache
def digit_rules() -> tuple[Rule, ...]:
    """The rules for days, months and weeks told by digits alone, the more specific first."""
    bound = r"(?P<bound>{BOUND})?(?:on\s+)?"
    return (
        rule(
            bound + r"(?<![\d./-])(?:(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<a>\d{{1,2}})(?P=sep)(?P<b>\d{{1,2}})"
            r"|(?P<a2>\d{{1,2}})(?P<sep2>[-/.])(?P<b2>\d{{1,2}})(?P=sep2)(?P<y2>(?:19|20)\d\d)"
            r"|(?P<a3>\d{{1,2}})(?P<dot>[/.])(?P<b3>\d\d)(?P=dot)(?P<y3>\d\d))(?![^\WT]|[./-]\w)",
            _numeric,
            "numeric",
        ),
        rule(
            r"(?<![^\n])(?P<a>\d{{1,2}})(?:/(?=\d)|(?<=\d\d)\.(?=\d\d))(?P<b>\d{{1,2}})(?=[,:.]? (?-i:[A-Z]))",
            _heads_an_item,
            "item",
        ),
        rule(
            bound + r"(?<![\w./:+#-])(?P<y>(?:19|20)\d\d)(?P<a>0[1-9]|1[0-2])(?P<b>0[1-9]|[12]\d|3[01])"
            r"(?![^\WT]|[./:-]\w)",
            _iso,
            "basic",
        ),
        rule(
            r"(?P<bound>{BOUND})?(?:(?:in|on)\s+)?(?<![\w./:+#-])(?P<y>(?:19|20)\d\d)(?:-(?P<a>0[1-9]|1[0-2])"
            r"|-?W(?P<w>0[1-9]|[1-4]\d|5[0-3])(?:-(?P<weekday>[1-7]))?)(?![\w%]|[./:-]\w)",
            _iso,
            "iso",
        ),
    )
