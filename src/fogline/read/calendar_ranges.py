"""Which days do two days named together tell of: "from Friday to Sunday", "1-3 May", "May 3, 4 and 5"?"""

import datetime as dt
import re
from functools import cache

from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved, on_day, unresolved
from fogline.read.calendar_rule import Rule, rule, year_told
from fogline.read.calendar_single import REF, day_of, is_weekday, listed_year
from fogline.read.calendar_words import month_number, weekday_number

# "May 3, 4 and", in front of a day of that month.
LISTED_MONTH = re.compile(
    r"(?P<m>\b[A-Z][a-z]{2,8}\.?)\s+\d{1,2}(?:st|nd|rd|th)?(?:,\s+\d{1,2}(?:st|nd|rd|th)?)*(?:,|,?\s+(?:and|or|&))$"
)
# What follows a number that is a day and no count: "on May 3 and 5 in the south", not "on May 3 and 5 people died".
NO_COUNT = (
    r"(?=\s*(?:[,;:.)!?–—](?!\d)|$)|,?\s+(?:19|20)\d\d\b|\s+(?:in|at|on|of|by|when|as|after|before|during|with|and|but"
    r"|for|to|from|against|near|around|while|until|were|was|had|last|this|that|the|it|he|she|they|respectively)\b)"
)
COUNT_FOLLOWS = re.compile(rf"(?!{NO_COUNT})")
BETWEEN = re.compile(r"(?:(?:on|in|during|over)\s+)?(?:the\s+)?(?:from|between|nights?|overnight)\b", re.IGNORECASE)


def _range(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "from Friday to Sunday", "the night of Monday to Tuesday", "late Friday into Saturday"."""
    joined = match["to"].strip().lower()
    plain = (match["lead"] or "").strip().lower() in ("", "on")
    if plain and joined.startswith("and") and not _day_after_day(match):
        return None
    last = day_of(match["b"], context, context.ahead)
    if last is None:
        return unresolved("day") if context.published is None else None
    if is_weekday(match["a"]):
        first: dt.date | None = days.weekday_back(last, weekday_number(match["a"]), strictly=True)
    else:
        first = day_of(match["a"], context, context.ahead, last.year)
        if first and first > last and not re.search(r"\d{4}", match["a"]):
            first = day_of(match["a"], context, context.ahead, last.year - 1)
    if first is None or first > last:
        return None
    return Resolved(first, last, "day", "publication" if is_weekday(match["b"]) else "calendar", tells=True)


def _day_after_day(match: re.Match[str]) -> bool:
    """Whether "on" is followed by two weekdays of which one comes right after the other: "on Monday and Tuesday"."""
    if not (match["lead"] and is_weekday(match["a"]) and is_weekday(match["b"])):
        return False
    return (weekday_number(match["b"]) - weekday_number(match["a"])) % 7 == 1


def _is_list(groups: dict[str, str | None], context: Context) -> bool:
    """Whether "3 and 7 May" are two days, or the second is a count; "3 and 4 May" is a range."""
    first, last = (int(re.sub(r"\D", "", groups[key] or groups[f"{key}2"] or "0")) for key in ("a", "b"))
    counts = groups["m2"] is not None and not groups["y2"] and COUNT_FOLLOWS.match(context.rest)
    return last != first + 1 or bool(counts) or bool(re.search(r"\d,?$", context.before))


def _days_of_month(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "1-3 May", "between 3 and 5 May", "November 16 to 20, 2024", "the night of 21–22 May"."""
    groups = match.groupdict()
    month = month_number(groups["m"] or groups["m2"])
    listed = re.search(r"\sand\s|,", groups["to"] or groups["to2"]) and not BETWEEN.match(match[0])
    if month is None or (listed and _is_list(groups, context)):
        return None
    number, other = (int(re.sub(r"\D", "", groups[key] or groups[f"{key}2"])) for key in ("a", "b"))
    year = year_told(groups["y"] or groups["y2"], context)
    if year is not None:
        last = days.valid_date(year, month, other)
    elif context.published is None:
        return unresolved("day", "calendar")
    else:
        last = days.recent_date(context.published, month, other, context.ahead)
    first = days.valid_date(last.year, month, number) if last else None
    if first is None or last is None or first >= last:
        return None
    return Resolved(first, last, "day", "calendar", tells=True)


def _of_list(match: re.Match[str], context: Context) -> Resolved | None:
    """Read each of "1, 2 and 3 December", "May 3, 4 and 5": what its month is stands after it or before it."""
    month, year = match["m"], year_told(match["y"], context)
    if not month:
        told = LISTED_MONTH.search(context.before)
        month = told["m"] if told else None
    number = month_number(month) if month else None
    if number is None:
        return None
    day = int(re.sub(r"\D", "", match["d"]))
    if context.published is None and year is None:
        return unresolved("day", "calendar")
    year = year or listed_year(f"{match[0]} {context.rest}")
    if year is not None:
        date = days.valid_date(year, number, day)
    else:
        assert context.published is not None
        date = days.recent_date(context.published, number, day, context.ahead)
    return on_day(date, "calendar") if date else None


@cache
def range_rules() -> tuple[Rule, ...]:
    """The rules for several days named together, the more specific first."""
    return (
        rule(
            r"(?P<lead>(?:(?:on|in|during|over)\s+)?(?:the\s+)?nights?\s+(?:of|from|between)\s+(?:the\s+)?|overnight\s+"
            r"(?:from\s+|between\s+)?|(?:from|between)\s+(?:(?:early|late)\s+)?|late\s+(?:on\s+)?|on\s+(?=\w+day\s+and\s+\w+day\b))?(?P<a>"
            + REF
            + r")"
            r"(?:\s+{PART})?(?P<to>{TO}|\s+into\s+)(?:the\s+)?(?:early\s+|late\s+|(?:early|small)\s+hours\s+of\s+)?"
            r"(?P<b>" + REF + r")(?![a-z]){CLOSING}?",
            _range,
            "weekday month",
        ),
        rule(
            r"(?:on\s+)?(?:the\s+)?(?:intervening\s+)?nights?\s+(?:(?:of|from|between)\s+)?(?P<a>{DAY})(?P<to>\s?/\s?)(?P<b>{DAY})"
            r"\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR}))?(?P<a2>)(?P<m2>)(?P<to2>)(?P<b2>)(?P<y2>)",
            _days_of_month,
            "month",
        ),
        rule(
            r"(?:(?:(?:on|in|during|over)\s+)?(?:the\s+)?nights?\s+(?:of|from|between)\s+|overnight\s+(?:from\s+|on\s+)?)?"
            r"(?:(?:from|between|on|over|during|of)\s+)?(?:the\s+)?(?:(?<![\d.,:/-])(?P<a>{DAY})(?P<to>{TO})(?P<b>{DAY})"
            r"\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR}))?"
            r"|(?P<m2>{MONTH})\s+(?:the\s+)?(?P<a2>{DAY})(?P<to2>{TO})(?P<b2>{DAY})(?!\s+{MONTH})(?:,?\s+(?P<y2>{YEAR}))?)",
            _days_of_month,
            "pair",
        ),
        rule(
            r"(?:(?:on|of|between|from)\s+)?(?:the\s+)?(?<![\d.,:/-])(?P<d>{DAY})(?=(?:,\s+{DAY})*,?\s+(?:and|or|&)\s+(?:the\s+)?{DAY}\s+(?:of\s+)?"
            r"(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR}))?)",
            _of_list,
            "pair",
        ),
        rule(
            r"(?:(?<=\d,\s)|(?<=\d\sand\s)|(?<=\d,\sand\s)|(?<=\d\sor\s))(?P<m>)(?P<d>{DAY})"
            r"(?:(?=(?:,\s+{DAY})*,?\s+(?:and|or)\s+{DAY}" + NO_COUNT + ")|" + NO_COUNT + r")(?:,?\s+(?P<y>{YEAR}))?",
            _of_list,
            "pair",
        ),
    )
