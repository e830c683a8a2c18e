"""Which words name a month, a season, a year or "last week": patterns with their meaning."""

import datetime as dt
import re
from functools import cache

from fogline.lexicon.time import time_words
from fogline.model.mention import DateAnchor, DatePrecision
from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved, bounded, unresolved
from fogline.read.calendar_rule import NO_NOUN, STORY_YEARS, Rule, bound_of, by_then, looks_ahead, rule, year_told
from fogline.read.calendar_words import month_number

PRECISION: dict[str, DatePrecision] = {
    "hour": "day",
    "day": "day",
    "weekend": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "year",
}


# "in March, April and May 2023": the year of them all.
LISTED_YEAR = re.compile(r"(?:,\s+[A-Z][a-z]{2,8})*,?\s+(?:and|or)\s+[A-Z][a-z]{2,8}\.?\s+(?P<y>(?:19|20)\d\d)\b")
ALONE = re.compile(NO_NOUN)
OF_DAYS = re.compile(r"\s+of\s+(?:the\s+)?(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)")
ABBREVIATED = 3  # letters of "Mar"
NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]")
QUOTES = ('"', "“", "‘")
TO_DATE = re.compile(r"^\s*(?:so far|to date|until now)\b|\bso far(?: in)?$", re.IGNORECASE)


def _whole(span: days.Span, precision: DatePrecision, anchor: DateAnchor) -> Resolved:
    return Resolved(span[0], span[1], precision, anchor)


def _month_year(match: re.Match[str], number: int, context: Context) -> int | None:
    """The year of a month, from the words with it or the publication."""
    published = context.published
    modifier = " ".join((match["mod"] or "").lower().split())
    listed = None if match["y"] else LISTED_YEAR.match(context.rest)
    if match["y"] or listed:
        return year_told(match["y"] or (listed and listed["y"]), context)
    if modifier in STORY_YEARS:
        return context.told_month.year + STORY_YEARS[modifier] if context.told_month else None
    if published is None:
        return None
    if modifier == "last":
        return published.year - (number >= published.month)
    if modifier == "this":
        return published.year
    return days.recent_year(
        published, number, modifier == "next" or looks_ahead(match, context) or by_then(match, context, number)
    )


def _month(match: re.Match[str], context: Context) -> Resolved | None:
    number = month_number(match["m"])
    if len(match["m"]) <= ABBREVIATED and not match["y"] and NAME_FOLLOWS.match(context.rest):
        return None  # "the village of Mar Shamsheh"
    if number is None or not (match["lead"] or match["bound"] or match["part"] or match["mod"] or match["y"]):
        return None
    year = _month_year(match, number, context)
    anchor: DateAnchor = "calendar" if (match["y"] or "").isdigit() else "publication"
    if year is None:
        return unresolved("month", anchor)
    part = re.sub(r"[\s-]+(?:of\s*|in\s*)?$", "", " ".join((match["part"] or "").lower().split()))
    reach = time_words().month_parts.get(part) or time_words().month_parts.get(part + " of") or (1, days.LAST_DAY)
    bound = bound_of(match, context)
    if (match["lead"] or "").lower().startswith("after") and ALONE.match(context.rest):
        bound = "after"
    if bound and match["part"] and bound.lower().startswith("before"):
        bound = "by"  # "before the end of May" has the end in it
    return bounded(_whole(days.month(year, number, *reach), "month", anchor), bound, context)


def _months(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "in May and June", "from March to June 2023", "between October 2023 and May 2024"."""
    first, last = month_number(match["m"]), month_number(match["m2"])
    if first is None or last is None:
        return None
    year = int(match["y2"]) if match["y2"] else None
    if year is None:
        if context.published is None:
            return unresolved("month")
        year = days.recent_year(context.published, last, context.ahead)
    begin = int(match["y"]) if match["y"] else year - (first > last)
    if (begin, first) > (year, last):
        return None
    span = days.month(begin, first)[0], days.month(year, last)[1]
    return _whole(span, "month", "calendar" if match["y2"] else "publication")


def _season(match: re.Match[str], context: Context) -> Resolved | None:
    name = match["s"].lower()
    lead = (match["lead"] or "").lower()
    bare_fall = name == "fall" and not match["y"] and lead.split()[:1] not in (["last"], ["this"], ["next"])
    if bare_fall or not (match["y"] or lead or match["bound"]):
        return None
    first, last = time_words().seasons[name]
    year = year_told(match["y"], context)
    if year is None:
        if context.published is None:
            return unresolved("season")
        year = days.recent_year(context.published, first, context.ahead or lead.startswith("next"))
        if lead.startswith("this"):
            year = context.published.year - (last < first and context.published.month <= last)
        if lead.startswith("last") and days.season(year, first, last)[1] >= context.published:
            year -= 1
    return bounded(_whole(days.season(year, first, last), "season", "calendar"), bound_of(match, context), context)


def _period(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "this week", "earlier this month", "last year", "the following week", "the weekend"."""
    unit = match["unit"].lower()
    which = " ".join((match["which"] or "the").lower().split())
    if match[0].istitle() and context.before.endswith(QUOTES):
        return None  # "This Week", a broadcast
    if unit == "weekend" and OF_DAYS.match(context.rest):
        return None  # "the weekend of 14-15 December"
    part = (match["part"] or "").lower()
    which = {"before": "the previous", "earlier": "the previous", "after": "the following"}.get(which, which)
    of_story = which in ("the previous", "the following", "the same", "that")
    told = (context.told_day if unit in ("week", "weekend") else context.told_month) if of_story else context.published
    anchor: DateAnchor = "narrative" if of_story else "publication"
    if told is None:
        return unresolved(PRECISION[unit], anchor)
    steps = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1}.get(which, 0)
    if unit == "weekend":
        coming = steps > 0 or looks_ahead(match, context)
        begin = days.weekday_on(told, days.SATURDAY, strictly=True) if coming else days.weekend(told)[0]
        return bounded(Resolved(begin, days.plus_days(begin, 1), "day", anchor, tells=True), match["bound"], context)
    span = _unit_span(told, unit, steps)
    if steps == 0 and part in ("earlier", "later"):
        span = (told, span[1]) if part == "later" else (span[0], told)
    elif steps == 0 and (TO_DATE.search(context.before) or TO_DATE.match(context.rest)):
        span = span[0], told
    elif part:
        length = (span[1] - span[0]).days // 3
        late = part in ("late", "later")
        span = (days.plus_days(span[1], -length), span[1]) if late else (span[0], days.plus_days(span[0], length))
    return bounded(_whole(span, PRECISION[unit], anchor), match["bound"], context)


def _unit_span(day: dt.date, unit: str, steps: int) -> days.Span:
    if unit == "week":
        return days.week(day, steps)
    if unit == "year":
        return days.year_span(day.year + steps)
    return days.month(*days.month_shift(day.year, day.month, steps))


@cache
def span_rules() -> tuple[Rule, ...]:
    """The rules for months, seasons, years, and the weeks and months around the publication."""
    bound = r"(?P<bound>{BOUND})?"
    year = r"(?:,?\s+(?:of\s+)?(?P<y>{YEAR}|{NAMED_YEAR}))?"
    return (
        rule(
            r"(?:(?:in|from|between|since|during)\s+)?(?P<m>{MONTH})(?:\s+(?P<y>{YEAR}))?{TO}(?P<m2>{MONTH})"
            r"(?:\s+(?:of\s+)?(?P<y2>{YEAR}))?(?!\s+\d)",
            _months,
            "month",
        ),
        rule(
            bound + r"(?P<lead>(?:back\s+)?(?:in|during|from|of|after|through|for|throughout)\s+(?:the\s+)?)?"
            r"(?P<part>{MONTH_PART})?(?:(?P<mod>last|this|next|that|the\s+same|the\s+previous)\s+)?(?P<m>{MONTH})(?![a-z])"
            + year
            + r"(?!\.?\s+(?:the\s+)?{DAY}\b)",
            _month,
            "month",
        ),
        rule(
            bound + r"(?:in\s+|during\s+)?(?P<lead>(?:in|during|over|throughout|since)\s+(?:the\s+)?|last\s+"
            r"|this\s+(?:past\s+|coming\s+)?|next\s+|the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<s>{SEASON})\b"
            r"(?:\s+(?:of\s+)?(?P<y>{YEAR}|(?:last|this)\s+year))?",
            _season,
            "season",
        ),
        rule(
            bound + r"(?:(?:in|during|over|at)\s+)?(?:(?P<part>earlier|later|early|late)(?:\s+in)?\s+)?"
            r"(?P<which>this|last|next|the\s+current|the\s+coming|the\s+previous|the\s+following|the\s+same|that)\s+"
            r"(?P<unit>week|month|year|weekend)(?:['’]s)?\b",
            _period,
            "unit",
        ),
        rule(
            r"(?P<bound>)(?P<part>)the\s+(?P<unit>week|month)\s+(?P<which>before|earlier|after)(?=\s*(?:[,.;:]|$))",
            _period,
            "unit",
        ),
        rule(
            bound + r"(?:(?P<part>earlier|later)\s+in\s+(?P<which>the)\s+(?P<unit>week|month|year)\b)",
            _period,
            "unit",
        ),
        rule(bound + r"(?P<part>)(?P<which>)(?:(?:at|over|during)\s+)?the\s+(?P<unit>weekend)\b", _period, "unit"),
    )
