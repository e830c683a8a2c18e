"""Which words name a year, a decade, a century, the end of a year or month, an anniversary: patterns with meaning."""

import datetime as dt
import re
from functools import cache

from fogline.lexicon.numbers import number_words
from fogline.lexicon.time import time_words
from fogline.model.mention import DateAnchor
from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved, bounded, on_day, unresolved
from fogline.read.calendar_rule import NO_NOUN, Rule, bound_of, looks_ahead, rule, year_told
from fogline.read.calendar_words import any_of, compiled, month_number

FAR_YEAR = 30  # a year further ahead than this is a number of something else
# Months that "early", "mid" and "late" stand for in a year.
YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
CENTURIES = {"nineteen": 1900, "twenty": 2000, "two thousand": 2000}
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
DECADES |= {"eighties": 80, "nineties": 90}
# How near to the publication an anniversary must fall for its reckoning to be trusted, in days.
ANNIVERSARY_NEAR = 60
AFTER = re.compile(r"after\b", re.IGNORECASE)
ALONE = re.compile(NO_NOUN)
FAR = 400  # days ahead that an anniversary to come may lie
TEEN = 20


def _span(first: dt.date, last: dt.date, anchor: DateAnchor = "calendar") -> Resolved:
    return Resolved(first, last, "year", anchor)


def _year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "in 2016", "since 2014", "early 2022", "fiscal 2023"."""
    year = int(match["span"])
    if context.published and year > context.published.year + FAR_YEAR:
        return None
    part = (match.groupdict().get("part") or "").strip(" -").lower()
    reach = YEAR_PARTS.get(part, (1, days.MONTHS))
    span = days.month(year, reach[0])[0], days.month(year, reach[1])[1]
    after = "after" if AFTER.match(match[0]) and ALONE.match(context.rest) else None
    return bounded(_span(*span), after or bound_of(match, context), context)


def _lead_year(match: re.Match[str], context: Context) -> Resolved | None:
    """A bare year needs a word in front: "in 2016", "since 2014", "early 2022"."""
    return _year(match, context) if match.start("span") > match.start() else None


def _owned_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read the year in "the 2008 war", "its 1988 programme"; "the 2000 soldiers" has none."""
    noun = match["noun"].lower()
    counted = noun.endswith("s") and match["span"].endswith("00") and noun not in time_words().words["year_nouns"]
    late = context.published is not None and int(match["span"]) > context.published.year + FAR_YEAR
    return None if counted or late or noun in time_words().words["counted_nouns"] else _year(match, context)


def _years(match: re.Match[str], _context: Context) -> Resolved | None:
    first = int(match["a"])
    last = int(match["b"]) if match["b"] else first // 100 * 100 + int(match["b2"])
    joined_by_and = re.search(r"\sand\s", match[0]) and not match[0].lower().startswith("between")
    if last <= first or joined_by_and:
        return None
    return _span(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _spelled_year(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "nineteen ninety-six", "two thousand and four", as they are said."""
    year = _spelled(match["century"], match["rest"] or "")
    if year is None:
        return None
    number = month_number(match["m"]) if match["m"] else None
    counted = (
        match["century"].lower().startswith("two")
        and not match["m"]
        and not re.search(r"\byear\b", match[0], re.IGNORECASE)
    )
    if (match["m"] and number is None) or counted:  # "two thousand men"
        return None
    if number:
        return bounded(Resolved(*days.month(year, number), "month", "calendar"), bound_of(match, context), context)
    return bounded(_span(*days.year_span(year)), bound_of(match, context), context)


def _spelled(century: str, rest: str) -> int | None:
    """The year of "nineteen" and "ninety-six"; None where the words are not those of a year."""
    words = number_words()
    base = CENTURIES[" ".join(century.lower().split())]
    parts = re.split(r"[\s-]+", rest.lower().removeprefix("and ").strip()) if rest else []
    values = [words.tens.get(part, words.units.get(part)) for part in parts if part != "oh"]
    if any(value is None for value in values) or (not values and century.lower() in ("nineteen", "twenty")):
        return None
    value = sum(value for value in values if value is not None)
    bare = century.lower() in ("nineteen", "twenty") and value < 10 and "oh" not in parts
    tens_twice = len(values) == 2 and (parts[0] not in words.tens or (values[1] or 0) >= 10)
    return None if bare or tens_twice or value > 99 else base + value


# "Christmas" is a day where a word of time is in front and none that it describes follows ("Christmas truce").
SEASON_LEAD = re.compile(r"\b(?:on|at|since|until|till|by|before|after|around|for)$", re.IGNORECASE)
SEASON_END = re.compile(r"\s*(?:[,.;:!?)]|$)|\s+(?:in|at|with|and|or|but|as|when|the|that|if|it|he|she|they)\b")


def _holiday(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "on Christmas Day", "New Year's Eve 2022", "before Christmas"."""
    names = {name.lower(): day for name, day in time_words().holidays.items()}
    name = " ".join(match["name"].lower().split())
    month, day = names[name]
    led = match["bound"] or match.start("name") > match.start() or SEASON_LEAD.search(context.before)
    if name == "christmas" and not (match["y"] or (led and SEASON_END.match(context.rest))):
        return None
    year = year_told(match["y"], context)
    if year is None and context.published is None:
        return unresolved("day", "calendar")
    date = dt.date(year, month, day) if year else None
    if date is None and context.published is not None:
        date = days.recent_date(context.published, month, day, looks_ahead(match, context))
    return bounded(on_day(date, "calendar"), bound_of(match, context), context)


def _decade(match: re.Match[str], _context: Context) -> Resolved | None:
    """Read "the 1960s", "the mid-1990s", "the '80s", "the nineties"."""
    if match["a"]:
        first = int(match["a"])
    else:
        tens = int(match["short"]) if match["short"] else DECADES[match["name"].lower()]
        first = 1900 + tens if tens >= TEEN else 2000 + tens
    return _span(dt.date(first, 1, 1), dt.date(first + 9, 12, 31))


def _century(match: re.Match[str], _context: Context) -> Resolved | None:
    number = int(match["n"])
    if not 1 < number <= 21:
        return None
    return _span(dt.date((number - 1) * 100, 1, 1), dt.date(number * 100 - 1, 12, 31))


def _year_end(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "year-end", "by the end of the year", "at the start of 2024", "the end of the month"."""
    unit = (match["unit"] or "year").lower()
    told = _whose_end(match, context)
    if told is None:
        return unresolved("month")
    edge = (match["edge"] or "end").lower()
    late = edge == "end"
    if unit == "week":
        monday, sunday = days.week(told)
        span = (days.plus_days(monday, 4), sunday) if late else (monday, days.plus_days(monday, 1))
    elif unit == "month":
        span = days.month(told.year, told.month, *time_words().month_parts["late" if late else "early"])
    else:
        span = days.month(told.year, days.MONTHS if late else 1)
    anchor: DateAnchor = "calendar" if match["y"] else "publication"
    bound = bound_of(match, context)
    bound = "by" if bound and bound.lower().startswith("before") and late else bound  # the end is in it
    return bounded(Resolved(*span, "week" if unit == "week" else "month", anchor), bound, context)


def _whose_end(match: re.Match[str], context: Context) -> dt.date | None:
    """A day of the year, month or week whose end or beginning is meant."""
    year = year_told(match["y"], context)
    if year is not None:
        return dt.date(year, 1, 1)
    unit, published = (match["unit"] or "year").lower(), context.published
    if published is None or match["y"]:
        return None
    steps = {"last": -1, "next": 1}.get((match["which"] or "").strip().lower(), 0)
    since_last_year = unit == "year" and bool(re.match(r"since\b", match["bound"] or "", re.IGNORECASE))
    if since_last_year and not steps:
        steps = -int((match["edge"] or "end").lower() == "end")
    if unit == "week":
        return days.plus_days(published, days.WEEK * steps)
    if unit == "month":
        return dt.date(*days.month_shift(published.year, published.month, steps), 1)
    return dt.date(published.year + steps, 1, 1)


def _anniversary(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "the third anniversary of the invasion", for days that are known or told and an anniversary that is near."""
    number = time_words().ordinals.get(match["n"].lower()) or int(re.sub(r"\D", "", match["n"]) or 0)
    if not number:
        return None
    told = _anniversary_of_date(number, match["told"], context, looks_ahead(match, context))
    days_known = [told] if told else _known_anniversaries(number, f"{match[0]} {context.rest}".lower(), context)
    if not days_known:
        return None
    return bounded(on_day(days_known[0], "calendar"), bound_of(match, context), context)


def _known_anniversaries(number: int, around: str, context: Context) -> list[dt.date]:
    """The anniversaries of days that everyone knows that fall near the publication."""
    found = []
    for named in time_words().named_days:
        day = days.plus_years(named.day, number)
        near = context.published is not None and abs((day - context.published).days) <= ANNIVERSARY_NEAR
        if near and any(cue in around for cue in named.anniversary):
            found.append(day)
    return found


def _anniversary_of_date(number: int, told: str, context: Context, ahead: bool) -> dt.date | None:
    """The anniversary of a full date in "the war, which began on 15 April 2023"; None where it is yet to come."""
    for match in _full_date().finditer(told):
        month = month_number(match["m"] or match["m2"])
        date = month and days.valid_date(int(match["y"] or match["y2"]), month, int(match["d"] or match["d2"]))
        if not date:
            continue
        if re.search(r"(?:^|,)\s*(?:on\s+)?(?:\w+day,?\s+)?$", told[: match.start()]):
            return date  # "the third anniversary of the war, on 15 April 2026,"
        day = days.plus_years(date, number)
        late = context.published is not None and (day - context.published).days > (0 if not ahead else FAR)
        return None if late else day
    return None


@cache
def _full_date() -> re.Pattern[str]:
    return compiled(
        r"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{MONTH}),?\s+(?P<y>{YEAR})"
        r"|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{YEAR}))"
    )


def _month_of(match: re.Match[str], context: Context) -> Resolved | None:
    """Read the month in "the May offensive", "a June agreement", "December's figures"."""
    number = month_number(match["m"])
    if number is None or not match["noun"][0].islower():
        return None
    if context.published is None:
        return unresolved("month")
    year = days.recent_year(context.published, number, looks_ahead(match, context))
    return Resolved(*days.month(year, number), "month", "publication")


@cache
def holiday_rules() -> tuple[Rule, ...]:
    """The rule for days with a name."""
    year = r"(?:,?\s+(?P<y>{YEAR}|{NAMED_YEAR}))?"
    return (rule(r"(?P<bound>{BOUND})?(?:on\s+)?(?P<name>{HOLIDAY})\b" + year, _holiday, "holiday"),)


@cache
def era_rules() -> tuple[Rule, ...]:
    """The rules for years, decades, centuries, and the ends of years and months."""
    words = number_words()
    spelled = any_of([*words.units, *words.tens, "oh"])
    bound = r"(?P<bound>{BOUND})?"
    owner = r"(?:the|an?|its|his|her|our|their|that|this|each|(?<=\w)['’]s|(?<=s)['’])\s+"
    not_counted = (
        r"(?!\s+(?!was\b|has\b|is\b|as\b|its\b|his\b|this\b)[a-z]+s\b)"
        r"(?!\s+(?:people|men|women|children|troops|police|km\b))"
    )
    return (
        rule(
            r"(?:(?:from|between|in|during)\s+)?(?P<a>{YEAR})(?:(?:{TO}|/)(?P<b>{YEAR})|(?:{DASH}|/)(?P<b2>\d\d(?!\d|[.,:]\d|[%-])))",
            _years,
            "year",
        ),
        rule(
            bound
            + r"(?:(?:(?:back\s+)?(?:in|during|of|from|after|throughout|through|for|due|effective|fiscal|into|both)\s+"
            r"(?:the\s+year\s+|fiscal\s+)?))?(?P<part>(?:early|late|mid)[\s-]+)?(?P<span>{YEAR})(?![-/\w])"
            + not_counted,
            _lead_year,
            "year",
        ),
        rule(
            r"(?:(?<=\b\d\d\d\d\sand\s)|(?<=\b\d\d\d\d,\sand\s))(?P<span>{YEAR})(?![-/\w])" + not_counted,
            _year,
            "year",
        ),
        rule(r"(?P<span>{YEAR})(?=(?:,\s+{YEAR})+,?\s+(?:and|or)\s+{YEAR}\b)", _year, "year"),
        rule(r"(?<=\b\d\d\d\d,\s)(?P<span>{YEAR})(?=,?\s+(?:and|or)\s+{YEAR}\b)", _year, "year"),
        *holiday_rules(),
        rule(owner + r"(?P<only>(?P<span>{YEAR}))\s+(?P<noun>[a-z][\w-]*)", _owned_year, "year"),
        rule(
            bound
            + r"(?:(?:in|during|of)\s+)?(?:(?:the\s+)?year\s+|(?P<m>{MONTH})\s+)?(?P<century>nineteen|twenty|two\s+"
            r"thousand)(?P<rest>[\s-]+(?:and\s+)?"
            + spelled
            + r"(?:[\s-]+"
            + spelled
            + r")?)?\b(?![\s-]+(?:hundred|thousand|million|percent|per|years?)\b)",
            _spelled_year,
            "spelled",
        ),
        rule(
            r"(?:(?:in|during|since)\s+)?the\s+(?:(?:early|late|mid)[\s-]+)?(?:(?P<a>(?:19|20)\d0)s|['’](?P<short>\d0)s"
            r"|(?P<name>" + any_of(DECADES) + r"))\b",
            _decade,
            "decade decade_digits",
        ),
        rule(
            r"(?:in\s+)?(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<n>\d\d?)(?:st|nd|rd|th)[\s-]century\b",
            _century,
            "century",
        ),
        rule(
            bound + r"(?:(?:at|around|near|towards?|in)\s+)?(?:the\s+)?(?:(?P<which>last|next|this)\s+)?"
            r"(?P<unit>year)(?:['’]s)?[\s-](?P<edge>end)\b(?P<y>)",
            _year_end,
            "edge",
        ),
        rule(
            bound + r"(?:(?:at|around|near|towards?)\s+)?(?:the\s+)?(?P<edge>end|beginning|start)\s+of\s+"
            r"(?:(?:the\s+|(?P<which>last\s+|next\s+|this\s+))(?P<unit>year|month|week)\b(?!\s+\d)|(?P<y>{YEAR}))",
            _year_end,
            "edge",
        ),
        rule(
            bound + r"(?:on\s+)?(?:the\s+|its\s+|their\s+)?(?P<n>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))[\s-]+anniversary"
            r"(?:\s+of\b)?(?=(?P<told>[^.;\n]{{0,120}}))",
            _anniversary,
            "anniversary",
        ),
        rule(
            owner.replace("that|this|each|", "") + r"(?P<only>(?P<m>{MONTH}))(?![a-z.])\s+(?P<noun>[a-z][\w-]+)",
            _month_of,
            "month",
        ),
        rule(r"(?P<only>(?P<m>{MONTH}))(?![a-z])['’]s\s+(?P<noun>[a-z][\w-]+)", _month_of, "month"),
    )
