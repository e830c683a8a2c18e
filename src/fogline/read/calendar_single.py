"""Which single day or night does a date of the calendar or a weekday name: "3 May", "last Friday", "the 16th"?"""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved, bounded, on_day, unresolved
from fogline.read.calendar_rule import NO_NOUN, Rule, bound_of, by_then, follows_name, looks_ahead, rule, year_told
from fogline.read.calendar_words import compiled, month_number, weekday_number

NIGHT = re.compile(r"\bnights?\s+(?:of|from|between)\b|\bovernight\b", re.IGNORECASE)
# "3, 4 and 5, 2023", from a day of that year on.
LISTED_YEAR = re.compile(r"\d{1,2}(?:,\s+\d{1,2})*,?\s+(?:and|or|&)\s+\d{1,2},?\s+(?P<y>(?:19|20)\d\d)\b")
ON_SOME = re.compile(r"\bon\s+a\s+\w+$")  # "it fell on a Saturday": which one is not said
# A day: a weekday, a calendar date, or both. Groups a rule can read are suffixed so that a pattern may hold two.
CALENDAR = (
    r"(?:(?<![\d.,:/-])(?P<d>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?:of\s+)?(?P<y>{YEAR}|{NAMED_YEAR}))?"
    r"|(?P<m2>{MONTH})\s+(?:the\s+)?(?P<d2>{DAY})(?:,?\s+(?:of\s+)?(?P<y2>{YEAR}|{NAMED_YEAR}))?)"
)
PLAIN_DAY = re.sub(r"\?P<\w+>", "?:", CALENDAR)
REF = r"(?:{ANY_WEEKDAY}(?:,?\s+\(?" + PLAIN_DAY + r"\)?)|{WEEKDAY}|" + PLAIN_DAY + ")"
# Which way a word moves a weekday: from the day told in the story, or from the publication.
STORY_STEPS = {
    "following": 1,
    "after": 1,
    "previous": -1,
    "preceding": -1,
    "before": -1,
    "that": 0,
    "same": 0,
    "that same": 0,
}
STEPS = {"last": -1, "past": -1, "this past": -1, "next": 1, "coming": 1, "this coming": 1}
WEEKS = {"last week": -1, "this week": 0, "next week": 1}


def calendar_day(match: re.Match[str], context: Context, ahead: bool) -> tuple[bool, dt.date | None]:
    """Whether the words are a date at all, and the date (None where it needs a publication date)."""
    groups = match.groupdict()
    month = month_number(groups["m"] or groups["m2"])
    if month is None:
        return False, None
    day = int(re.sub(r"\D", "", groups["d"] or groups["d2"]))
    word = groups["y"] or groups["y2"]
    year = year_told(word, context)
    if year is not None:
        date = days.valid_date(year, month, day)
        return date is not None, date
    if days.valid_date(2000, month, day) is None:
        return False, None
    if groups["m2"] and (year := listed_year(f"{day}{context.rest}")) is not None:
        date = days.valid_date(year, month, day)
        return date is not None, date
    if context.published is None:
        return True, None
    named = days.named_day(month, day, context.published, f"{context.before} {match[0]} {context.rest}")
    return True, named or days.recent_date(context.published, month, day, ahead or by_then(match, context, month, day))


def listed_year(words: str) -> int | None:
    """The year at the end of "December 3, 4 and 5, 2023"."""
    found = LISTED_YEAR.match(words)
    return int(found["y"]) if found else None


def _calendar(match: re.Match[str], context: Context) -> Resolved | None:
    good, date = calendar_day(match, context, looks_ahead(match, context))
    if not good or _names_a_group(context):
        return None
    nights = int(bool(NIGHT.search(match["opening"] or "")))
    return bounded(on_day(_begun(date, nights, context), "calendar", nights), bound_of(match, context), context)


def _names_a_group(context: Context) -> bool:
    """Whether a date begins a name: "the March 23 Movement"."""
    word = context.rest.split()[:1]
    return bool(word) and re.sub(r"\W.*", "", word[0]) in time_words().words["named_by_a_day"]


def _of_month(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the 16th": the latest such day of a month, or the next to come."""
    number = int(match["d"])
    if context.published is None:
        return unresolved("day", "calendar")
    told = context.narrative
    there = days.valid_date(told.year, told.month, number) if told and not looks_ahead(match, context) else None
    if there and there <= context.published:
        return bounded(on_day(there, "calendar"), bound_of(match, context), context)
    for back in range(days.MONTHS):
        step = back if looks_ahead(match, context) else -back
        year, month = days.month_shift(context.published.year, context.published.month, step)
        date = days.valid_date(year, month, number)
        if date and (date >= context.published if looks_ahead(match, context) else date <= context.published):
            return bounded(on_day(date, "calendar"), bound_of(match, context), context)
    return None


def weekday_day(number: int, modifier: str, context: Context, ahead: bool) -> dt.date | None:
    """The day that a weekday names, with the word before or after it ("last", "next", "the following")."""
    told, published = context.told_day, context.published
    if modifier in STORY_STEPS:
        return _stepped(told, number, STORY_STEPS[modifier]) if told else None
    if published is None:
        return None
    week = modifier.removeprefix("of ")
    if week in WEEKS:
        return days.plus_days(days.week(published, WEEKS[week])[0], number)
    if modifier in STEPS:
        return _stepped(published, number, STEPS[modifier])
    if ahead and context.from_then is not None:
        return days.weekday_on(context.from_then, number, strictly=True)
    return days.weekday_on(published, number) if ahead else days.weekday_back(published, number)


def _stepped(day: dt.date, number: int, step: int) -> dt.date:
    if step > 0:
        return days.weekday_on(day, number, strictly=True)
    return days.weekday_back(day, number, strictly=step < 0)


def _weekday(match: re.Match[str], context: Context) -> Resolved | None:
    words = time_words().words
    if follows_name(context) or ON_SOME.search(f"{context.before} {match[0]}"):
        return None
    if context.rest.split()[:1] and re.sub(r"\W.*", "", context.rest.split()[0]) in words["not_a_day_before"]:
        return None
    modifier = " ".join((match["mod"] or match["week"] or "").lower().split())
    ahead = looks_ahead(match, context) and match["mod"] is None
    if context.counted and not modifier and context.published:
        context = replace(context, published=days.plus_days(context.published, -context.counted))
    number = weekday_number(match["wd"])
    here = None if modifier or ahead or context.counted else _told_in_sentence(number, context)
    day = here or weekday_day(number, modifier, context, ahead)
    nights = int(bool(NIGHT.search(match["opening"] or "")))
    day = _begun(day, nights, context)
    resolved = on_day(day, "narrative" if modifier in STORY_STEPS else "publication", nights)
    return bounded(resolved, bound_of(match, context), context)


def _told_in_sentence(number: int, context: Context) -> dt.date | None:
    """The day of that name that the sentence told before by other words: "a week later, in the night to Sunday"."""
    here = (t.day for t in context.told if t.sentence == context.sentence)
    return next((day for day in here if day.weekday() == number), None)


def _of_a_month(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the first Friday of May", "on the last Saturday of March 2023"."""
    number, year = month_number(match["m"]), year_told(match["y"], context)
    if number is None or (year is None and context.published is None):
        return unresolved("day", "calendar") if number else None
    if year is None:
        assert context.published is not None
        year = days.recent_year(context.published, number, looks_ahead(match, context))
    first, last = days.month(year, number)
    weekday, nth = weekday_number(match["wd"]), time_words().ordinals.get(match["nth"].lower())
    day = days.weekday_back(last, weekday) if nth is None else days.weekday_on(first, weekday)
    day = day if nth is None else days.plus_days(day, days.WEEK * (nth - 1))
    return on_day(day, "calendar") if day <= last else None


@cache
def _reference() -> re.Pattern[str]:
    return compiled(r"(?:(?P<wd>{ANY_WEEKDAY})(?:,?\s+\(?)?)?(?:" + CALENDAR + ")?")


def day_of(words: str, context: Context, ahead: bool, year: int | None = None) -> dt.date | None:
    """The day that a weekday or calendar date names; `year` fills in for a date without its own."""
    match = _reference().match(words)
    if not match or not match[0]:
        return None
    if match["m"] or match["m2"]:
        if year is not None and not (match["y"] or match["y2"]):
            month = month_number(match["m"] or match["m2"])
            return days.valid_date(year, month, int(re.sub(r"\D", "", match["d"] or match["d2"]))) if month else None
        return calendar_day(match, context, ahead)[1]
    return weekday_day(weekday_number(match["wd"]), "", context, ahead)


def is_weekday(words: str) -> bool:
    """Whether the words for a day are a weekday alone."""
    return not any(character.isdigit() for character in words)


def _after(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "after Monday", "after 3 May": what follows the day."""
    day = day_of(match["ref"], context, context.ahead)
    if day is None:
        return unresolved("open") if context.published is None else None
    if day == context.published and is_weekday(match["ref"]) and not context.ahead:
        day = days.plus_days(day, -days.WEEK)  # told on a Sunday, "after Sunday" is not what comes after today
    return bounded(on_day(day, "publication" if is_weekday(match["ref"]) else "calendar"), "after", context)


def _begun(day: dt.date | None, nights: int, context: Context) -> dt.date | None:
    """The evening on which a night began: what is told on the 15th of "the night of the 15th" ended that morning."""
    over = bool(nights) and day is not None and day == context.published and not context.ahead
    return day - dt.timedelta(days=1) if over and day is not None else day


def _overnight(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "overnight", "overnight into Thursday", "overnight on 3 May": the evening and the morning.

    "On 6 May, overnight strikes" are those of the night that ended on that day.
    """
    if match["of"] and not match["ref"]:
        morning = day_of(match["of"], context, context.ahead)
        return on_day(days.plus_days(morning, -1), "calendar", 1) if morning else unresolved("day")
    if not match["ref"]:
        published = context.published
        return on_day(days.plus_days(published, -1), "publication", 1) if published else unresolved("day")
    day = day_of(match["ref"], context, context.ahead)
    if day is None:
        return unresolved("day")
    joined = (match["join"] or "").strip().lower()
    ends = joined in ("into", "to") or day == context.published
    return on_day(days.plus_days(day, -int(ends)), "publication" if is_weekday(match["ref"]) else "calendar", 1)


@cache
def single_rules() -> tuple[Rule, ...]:
    """The rules for one day or night, the more specific first."""
    return (
        rule(
            r"(?:on\s+)?the\s+(?P<nth>{ORDINAL}|last)\s+(?P<wd>{WEEKDAY})\s+(?:of|in)\s+(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR}))?",
            _of_a_month,
            "weekday",
        ),
        rule(r"after\s+(?P<ref>" + REF + ")" + NO_NOUN, _after, "weekday month"),
        rule(
            r"(?P<bound>{BOUND})?(?P<opening>{OPENING})?(?:the\s+)?(?:{ANY_WEEKDAY},?\s+\(?(?:the\s+)?)?"
            + CALENDAR
            + r"(?:{CLOSING})?",
            _calendar,
            "month",
        ),
        rule(
            r"(?P<bound>{BOUND})?(?P<opening>{OPENING})?(?:the\s+)?(?:(?P<mod>last|next|this\s+past|past|this\s+coming"
            r"|coming|previous|preceding|following(?!\s+\w+['’]s)|that\s+same|that(?!\s+\w+(?:\s+{CONJUNCT}\b|['’]s))|same|this)\s+)?(?P<wd>{WEEKDAY})(?![a-z])"
            r"(?P<closing>{CLOSING})?(?:,?\s+(?P<week>(?:of\s+)?(?:last|next|this)\s+week|before(?=[,.;)]|$)"
            r"|(?:last|next)(?=[,.;)]|$|\s+(?:and|but|by|in|at|as|when|while|near|between|to|from|with)\b)))?",
            _weekday,
            "weekday",
        ),
        rule(
            r"(?:on\s+(?P<of>"
            + REF
            + r"),?\s+)?overnight(?:(?P<join>\s+(?:on|into|to|from))?\s+(?:the\s+)?(?:early\s+)?(?P<ref>"
            + REF
            + r")(?![a-z]))?",
            _overnight,
            "overnight",
        ),
        rule(
            r"(?P<bound>{BOUND}|on\s+the\s+|of\s+the\s+|for\s+the\s+)(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;:!?)]|\s*$|\s+(?:and|but|when|,))",
            _of_month,
            "nth",
        ),
    )
