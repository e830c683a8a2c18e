"""Which words name a day of the calendar or of the week, and ranges of them: patterns with their meaning."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved, bounded, on_day, unresolved
from fogline.read.calendar_words import any_of, compiled, month_number, weekday_number

Resolver = Callable[[re.Match[str], Context], Resolved | None]

NIGHT = re.compile(r"\bnights?\s+(?:of|from|between)\b|\bovernight\b", re.IGNORECASE)
BY = ("by", "until", "till", "up to", "no later")
# A date that may be read in two orders is the one of the last few days, where a report is most likely to speak of it.
JUST_NOW = 3
LATEST_SHORT_YEAR = 2068  # as POSIX has it: 69 to 99 are of the 20th century
STORY_YEARS = {"that": 0, "the same": 0, "the previous": -1, "the before": -1}
# "May 3, 4 and", in front of a day of that month, and "3, 4 and 5, 2023" after it.
LISTED_MONTH = re.compile(
    r"(?P<m>\b[A-Z][a-z]{2,8}\.?)\s+\d{1,2}(?:st|nd|rd|th)?(?:,\s+\d{1,2}(?:st|nd|rd|th)?)*(?:,|,?\s+(?:and|or|&))$"
)
LISTED_YEAR = re.compile(r"\d{1,2}(?:,\s+\d{1,2})*,?\s+(?:and|or|&)\s+\d{1,2},?\s+(?P<y>(?:19|20)\d\d)\b")
# What follows a number that is a day and no count: "on May 3 and 5 in the south", not "on May 3 and 5 people died".
NO_COUNT = (
    r"(?=\s*(?:[,;:.)!?–—](?!\d)|$)|,?\s+(?:19|20)\d\d\b|\s+(?:in|at|on|of|by|when|as|after|before|during|with|and|but"
    r"|for|to|from|against|near|around|while|until|were|was|had|last|this|that|the|it|he|she|they|respectively)\b)"
)
# After a number that is no date.
COUNTED = re.compile(r"\s+(?!at\b|in\b|on\b|to\b|and\b|by\b)[a-z]+s\b|\s+people\b|\s*\d|\s*%")
# What follows a day that stands alone: "after Monday the road was shut", not "after Monday talks".
NO_NOUN = (
    r"(?=\s*(?:[,;:.)!?–—](?!\d)|$)|\s+(?:in|at|on|by|when|as|before|during|with|and|but|for|to|from|against|near|around|while"
    r"|until|the|it|he|she|they|because|if|unless|there|no|nothing|nobody)\b)"
)
COUNT_FOLLOWS = re.compile(rf"(?!{NO_COUNT})")
ON_SOME = re.compile(r"\bon\s+a\s+\w+$")  # "it fell on a Saturday": which one is not said
POSSESSIVE = re.compile(r"^['’]s\b")

# A day: a weekday, a calendar date, or both. Groups a rule can read are suffixed so that a pattern may hold two.
CALENDAR = (
    r"(?:(?<![\d.,:/-])(?P<d>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?:of\s+)?(?P<y>{YEAR}|{NAMED_YEAR}))?"
    r"|(?P<m2>{MONTH})\s+(?:the\s+)?(?P<d2>{DAY})(?:,?\s+(?:of\s+)?(?P<y2>{YEAR}|{NAMED_YEAR}))?)"
)
BETWEEN = re.compile(r"(?:(?:on|in|during|over)\s+)?(?:the\s+)?(?:from|between|nights?|overnight)\b", re.IGNORECASE)
PLAIN_DAY = re.sub(r"\?P<\w+>", "?:", CALENDAR)
REF = r"(?:{ANY_WEEKDAY}(?:,?\s+\(?" + PLAIN_DAY + r"\)?)|{WEEKDAY}|" + PLAIN_DAY + ")"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; a match that `resolve` answers with None is no expression of time."""

    pattern: re.Pattern[str]
    resolve: Resolver
    needs: frozenset[str]


def rule(pattern: str, resolve: Resolver, needs: str) -> Rule:
    """A rule whose pattern names pieces in braces (see calendar_words).

    `needs` are kinds of hints (see calendar_hints): the rule is tried only on a sentence that has one of them.
    """
    return Rule(compiled(pattern), resolve, frozenset(needs.split()))


def bound_of(match: re.Match[str], context: Context) -> str | None:
    """The bound in front, unless what follows owns the day: in "before Monday's raid" it bounds the raid."""
    groups = match.groupdict()
    bound: str | None = groups.get("bound")
    # "before dawn on Wednesday" is a time of the Wednesday
    before_part = bound is not None and bool(groups.get("opening")) and bound.lower().startswith("before")
    return None if before_part or (bound and POSSESSIVE.match(context.rest)) else bound


def follows_name(context: Context) -> bool:
    """Whether the word in front makes a name of what follows ("Black Friday", "Russia Today")."""
    return context.before.split()[-1:] != [] and context.before.split()[-1] in time_words().words["not_a_day_after"]


def looks_ahead(match: re.Match[str], context: Context) -> bool:
    """Whether the day lies ahead: the clause says so, or "until" it something stands."""
    bound = (match.groupdict().get("bound") or "").strip().lower()
    return context.ahead or (bound.startswith(("until", "till")) and context.standing)


def year_told(word: str | None, context: Context) -> int | None:
    """The year that "2023", "last year", "that year" or "the previous year" names; None without such a word."""
    if not word:
        return None
    if word.isdigit():
        return int(word)
    name = " ".join(word.lower().split()).removesuffix("year").strip()
    if name in STORY_YEARS:
        return context.told_month.year + STORY_YEARS[name] if context.told_month else None
    if context.published is None:
        return None
    return context.published.year + {"last": -1, "next": 1}.get(name, 0)


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
    if groups["m2"] and (year := _listed_year(f"{day}{context.rest}")) is not None:
        date = days.valid_date(year, month, day)
        return date is not None, date
    if context.published is None:
        return True, None
    named = days.named_day(month, day, context.published, f"{context.before} {match[0]} {context.rest}")
    return True, named or days.recent_date(context.published, month, day, ahead or by_then(match, context, month, day))


def by_then(match: re.Match[str], context: Context, month: int, day: int = 1) -> bool:
    """Whether "by 4 February" lies ahead: the coming one is nearer than the last one."""
    bound = (match.groupdict().get("bound") or "").strip().lower()
    if context.published is None or not bound.startswith(BY):
        return False
    past = days.recent_date(context.published, month, day, ahead=False)
    coming = days.recent_date(context.published, month, day, ahead=True)
    return bool(past and coming and (past == coming or coming - context.published < context.published - past))


def _calendar(match: re.Match[str], context: Context) -> Resolved | None:
    good, date = calendar_day(match, context, looks_ahead(match, context))
    if not good:
        return None
    nights = int(bool(NIGHT.search(match["opening"] or "")))
    return bounded(on_day(date, "calendar", nights), bound_of(match, context), context)


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


def _after(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "after Monday", "after 3 May": what follows the day."""
    day = day_of(match["ref"], context, context.ahead)
    if day is None:
        return unresolved("open") if context.published is None else None
    if day == context.published and _is_weekday(match["ref"]) and not context.ahead:
        day = days.plus_days(day, -days.WEEK)  # told on a Sunday, "after Sunday" is not what comes after today
    return bounded(on_day(day, "publication" if _is_weekday(match["ref"]) else "calendar"), "after", context)


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


def _is_weekday(words: str) -> bool:
    return not any(character.isdigit() for character in words)


def _range(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "from Friday to Sunday", "the night of Monday to Tuesday", "late Friday into Saturday"."""
    joined = match["to"].strip().lower()
    if not match["lead"] and joined.startswith("and"):
        return None
    last = day_of(match["b"], context, context.ahead)
    if last is None:
        return unresolved("day") if context.published is None else None
    if _is_weekday(match["a"]):
        first: dt.date | None = days.weekday_back(last, weekday_number(match["a"]), strictly=True)
    else:
        first = day_of(match["a"], context, context.ahead, last.year)
        if first and first > last and not re.search(r"\d{4}", match["a"]):
            first = day_of(match["a"], context, context.ahead, last.year - 1)
    if first is None or first > last:
        return None
    return Resolved(first, last, "day", "publication" if _is_weekday(match["b"]) else "calendar", tells=True)


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
    year = year or _listed_year(f"{match[0]} {context.rest}")
    if year is not None:
        date = days.valid_date(year, number, day)
    else:
        assert context.published is not None
        date = days.recent_date(context.published, number, day, context.ahead)
    return on_day(date, "calendar") if date else None


def _listed_year(words: str) -> int | None:
    """The year at the end of "December 3, 4 and 5, 2023"."""
    found = LISTED_YEAR.match(words)
    return int(found["y"]) if found else None


def _overnight(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "overnight", "overnight into Thursday", "overnight on 3 May": the evening and the morning."""
    if not match["ref"]:
        published = context.published
        return on_day(days.plus_days(published, -1), "publication", 1) if published else unresolved("day")
    day = day_of(match["ref"], context, context.ahead)
    if day is None:
        return unresolved("day")
    joined = (match["join"] or "").strip().lower()
    ends = joined in ("into", "to") or day == context.published
    anchor = "publication" if _is_weekday(match["ref"]) else "calendar"
    return on_day(days.plus_days(day, -int(ends)), "calendar" if anchor == "calendar" else "publication", 1)


@cache
def day_rules() -> tuple[Rule, ...]:
    """The rules for single days and ranges of days, the more specific first."""
    numeric_bound = r"(?P<bound>{BOUND})?(?:on\s+)?"
    return (
        rule(
            numeric_bound + r"(?<![\d./-])(?:(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<a>\d{{1,2}})(?P=sep)(?P<b>\d{{1,2}})"
            r"|(?P<a2>\d{{1,2}})(?P<sep2>[-/.])(?P<b2>\d{{1,2}})(?P=sep2)(?P<y2>(?:19|20)\d\d)"
            r"|(?P<a3>\d{{1,2}})(?P<dot>[/.])(?P<b3>\d\d)(?P=dot)(?P<y3>\d\d))(?![^\WT]|[./-]\w)",
            _numeric,
            "numeric",
        ),
        rule(
            numeric_bound + r"(?<![\w./:+#-])(?P<y>(?:19|20)\d\d)(?P<a>0[1-9]|1[0-2])(?P<b>0[1-9]|[12]\d|3[01])"
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
        rule(
            r"(?:on\s+)?the\s+(?P<nth>{ORDINAL}|last)\s+(?P<wd>{WEEKDAY})\s+(?:of|in)\s+(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR}))?",
            _of_a_month,
            "weekday",
        ),
        rule(r"after\s+(?P<ref>" + REF + ")" + NO_NOUN, _after, "weekday month"),
        rule(
            r"(?P<lead>(?:(?:on|in|during|over)\s+)?(?:the\s+)?nights?\s+(?:of|from|between)\s+(?:the\s+)?|overnight\s+"
            r"(?:from\s+|between\s+)?|(?:from|between)\s+(?:(?:early|late)\s+)?|late\s+(?:on\s+)?)?(?P<a>" + REF + r")"
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
            r"overnight(?:(?P<join>\s+(?:on|into|to|from))?\s+(?:the\s+)?(?:early\s+)?(?P<ref>" + REF + r")(?![a-z]))?",
            _overnight,
            "overnight",
        ),
        rule(
            r"(?P<bound>{BOUND}|on\s+the\s+|of\s+the\s+|for\s+the\s+)(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;:!?)]|\s*$|\s+(?:and|but|when|,))",
            _of_month,
            "nth",
        ),
    )
