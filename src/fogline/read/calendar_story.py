"""Which words count days from the publication or from the day that a story has got to: patterns with their meaning."""

import datetime as dt
import math
import re
from functools import cache

from fogline.model.mention import DateAnchor, DatePrecision
from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved, bounded, on_day, unresolved
from fogline.read.calendar_quarters import quarter_of
from fogline.read.calendar_rule import Rule, bound_of, follows_name, rule
from fogline.read.calendar_spans import PRECISION
from fogline.read.calendar_words import count_of

# How long "in recent days" and the like reach back, in days.
RECENT = {"hour": 1, "day": 7, "week": 30, "fortnight": 60, "month": 90, "year": 3 * 365, "decade": 30 * 365}
ERA_DAYS = 60  # days in which what happened "days later" lies, where only a month was told
# How near and how far "days ago" or "weeks later" may lie, in days.
SOME = {
    "hour": (0, 0),
    "day": (2, 7),
    "week": (7, 60),
    "fortnight": (14, 90),
    "month": (30, 365),
    "year": (365, 10 * 365),
}
SOME["decade"] = (10 * 365, 50 * 365)
LENGTH = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 10 * 365}
DECADE = 10  # years
HOURS = 24
ENDS = re.compile(r"\s*(?:[,.;:)\"”’—–]|$)")  # nothing follows that "after" could govern
LASTS = re.compile(r"last\b", re.IGNORECASE)
LASTING = re.compile(r"\b(?:to|will|would|could|may|might|can|must|should|not|did|only|n['’]t|['’]ll)$", re.IGNORECASE)
THAT = re.compile(r"\s+(?:that|then)\b")
# "It has been a week since the town fell", "ten days on from the attack": what lies so far back stands behind.
SINCE = ("since", "on from")
DEFINITE = re.compile(r"\s+(?:the|that|this|its|his|her|their)\b")
HAS_BEEN = re.compile(r"(?:\bbeen|\bis|['’]s)(?:\s+(?:now|already|only|just))?$", re.IGNORECASE)
# What was the case on a day before, as somebody tells it, where no happening stands behind "before".
OPENED = re.compile(r"\bthat,?\s*$")
HAD = re.compile(r",?\s+(?!(?:the|an?|his|her|its|their|this|that)\b)(?:[\w'’-]+\s+){1,6}had\s")
NIGHTS = ("last night", "the past night", "the night before last")
SHIFTS = {
    "the day before yesterday": -2,
    "the night before last": -2,
    "the past night": -1,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
STEPS = {"previous": -1, "preceding": -1, "before": -1, "earlier": -1, "following": 1, "next": 1, "after": 1}


def _back(day: dt.date, count: int, unit: str) -> dt.date:
    return days.plus_days(day, -(math.ceil(count / HOURS) if unit == "hour" else count * LENGTH[unit]))


def _past(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "over the past two months", "in the last 24 hours", "in recent days", "in the coming weeks"."""
    if LASTS.match(match[0]) and LASTING.search(context.before):
        return None  # "is due to last 60 days"
    unit = match["unit"].lower().rstrip("s")
    published = context.published
    count = count_of(match["n"]) if match["n"] else (None if match["unit"].lower().endswith("s") else 1)
    precision: DatePrecision = "open" if count is None else PRECISION[unit]
    if published is None:
        return unresolved(precision)
    reach = (published - _back(published, count, unit)).days if count else RECENT[unit]
    if re.search(r"\b(?:coming|next)\b", match[0], re.IGNORECASE):
        return Resolved(published, days.plus_days(published, reach), precision, "publication")
    return Resolved(days.plus_days(published, -reach), published, precision, "publication")


def _shifted(day: dt.date, count: int, unit: str, sign: int) -> days.Span:
    """What lies `count` units from a day: one day for hours, days and weeks, else the month or the year."""
    if unit in ("hour", "day", "week", "fortnight"):
        there = days.plus_days(day, sign * (count // HOURS if unit == "hour" else count * LENGTH[unit]))
        return there, there
    if unit == "month":
        return days.month(*days.month_shift(day.year, day.month, sign * count))
    return days.year_span(day.year + sign * count * (DECADE if unit == "decade" else 1))


def _counted(match: re.Match[str], context: Context) -> Resolved | None:  # noqa: PLR0911 (one a way of counting)
    """Read "two days ago", "a week earlier", "three days later", "a day after the raid", "hours later"."""
    unit = match["unit"].lower().rstrip("s")
    way = " ".join(match["way"].lower().split())
    if (match["n"] is None and not match["unit"].lower().endswith("s")) or THAT.match(context.rest):
        return None
    if way in SINCE and not (DEFINITE.match(context.rest) if way == "on from" else HAS_BEEN.search(context.before)):
        return None  # "in the ten days since the raid": all of them
    if way == "later" and unit in ("day", "week") and context.era is not None and _of_an_era(context):
        return Resolved(context.era, days.plus_days(context.era, ERA_DAYS), "open", "narrative")
    from_now = way in ("ago", "from now", *SINCE)
    start = context.published if from_now else context.told_day
    anchor: DateAnchor = "publication" if from_now else "narrative"
    if start is None:
        return unresolved(PRECISION[unit], anchor)
    sign = -1 if way in (*SINCE, "ago", "earlier", "before", "previously") else 1
    if way in ("after", "before") and not context.adjoined and not ENDS.match(context.rest):
        sign = -sign  # "a day after the raid": the raid was a day before the day that is told
    count = count_of(match["n"]) if match["n"] else None
    if context.quarter is not None and unit == "year" and sign < 0 and count is not None:
        span = quarter_of(days.plus_years(context.quarter, -count))
        return Resolved(*span, "quarter", "narrative")
    if unit == "hour" and (count is None or count < HOURS):
        return _hours(start, 0 if count == 1 else sign, context, anchor)
    if count is None:
        near, far = SOME[unit]
        first, last = sorted((days.plus_days(start, sign * near), days.plus_days(start, sign * far)))
        return Resolved(first, last, "open", anchor)
    span = _shifted(start, count, unit, sign)
    return Resolved(span[0], span[1], PRECISION[unit], anchor, tells=unit == "day" or (unit == "week" and count == 1))


def _of_an_era(context: Context) -> bool:
    """Whether a time long gone was told last: "in February 2021 girls were taken, and freed two days later"."""
    day, era = context.told_day, context.era
    return day is not None and era is not None and (day - era).days > ERA_DAYS


def _nights(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "two nights earlier", "three nights ago": that evening and the morning after it."""
    way = match["way"].lower()
    start = context.published if way == "ago" else context.told_day
    anchor: DateAnchor = "publication" if way == "ago" else "narrative"
    count = count_of(match["n"])
    if start is None or count is None:
        return unresolved("day", anchor)
    first = days.plus_days(start, count if way == "later" else -count)
    return Resolved(first, days.plus_days(first, 1), "day", anchor, tells=True)


def _hours(start: dt.date, sign: int, context: Context, anchor: DateAnchor) -> Resolved:
    """Hours after a day or before it: the day itself, and the next where it was late, the one before where early."""
    if anchor == "narrative" and context.narrative == start:
        if sign <= 0 and context.part == "late" and context.nights:
            return on_day(days.plus_days(start, -1), anchor, 1)  # "late last night … an hour earlier"
        if sign > 0 and context.part == "late" and start != context.published:
            return on_day(start, anchor, 1)
        if sign < 0 and context.part == "early" and not context.nights:
            return on_day(days.plus_days(start, -1), anchor, 1)
    return on_day(start, anchor)


def _story(match: re.Match[str], context: Context) -> Resolved:
    """Read "the same day", "that night", "the day before", "the next morning", "the previous night"."""
    which = (match["which"] or match["after"] or "").lower().split()
    shift = next((STEPS[word] for word in which if word in STEPS), 0)
    told_of = OPENED.search(context.before) and HAD.match(context.rest)  # "said that the day before troops had come"
    if match["after"] and not context.adjoined and not ENDS.match(context.rest) and not told_of:
        shift = -shift
    told, nights = context.told_day, context.nights
    if not shift and not context.adjoined and context.deed is not None:
        told, nights = context.deed, context.deed_nights
    if told is None:
        return unresolved("day", "narrative")
    night = int(match["unit"].lower() == "night")
    if night and "same" in which and context.night is not None and told < context.night:
        told, nights = context.night, 1  # a day long before, named since, is not the one whose night is meant
    if night and nights and not context.adjoined and shift <= 0:
        shift -= 1  # the night told began the day before: "the same night" is that one
    return on_day(days.plus_days(told, shift), "narrative", night)


def _today(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "yesterday", "earlier today", "this morning", "last night", "tonight", "tomorrow"."""
    if match["word"].startswith("Today") and follows_name(context):
        return None
    word = " ".join(match["word"].lower().split())
    night = word in NIGHTS or (word == "yesterday" and (match["closing"] or "").lower().endswith("night"))
    if context.published is None:
        return unresolved("day")
    resolved = on_day(days.plus_days(context.published, SHIFTS.get(word, 0)), "publication", int(night))
    return bounded(resolved, bound_of(match, context), context)


def _in_the_night(_match: re.Match[str], context: Context) -> Resolved:
    """Read "during the night": the night to the publication, or the one after a day told before that."""
    published, told = context.published, context.told_day
    if told is None:
        return unresolved("day", "narrative")
    last_evening = days.plus_days(published, -1) if published else told
    return on_day(min(told, last_evening), "narrative", 1)


def _soon(match: re.Match[str], context: Context) -> Resolved | None:
    """Read "shortly afterwards", "earlier in the day": the day that the story has got to."""
    if match[0].lower().endswith(("after", "before")) and not ENDS.match(context.rest):
        return None
    that_day = re.search(r"\bday$", match[0], re.IGNORECASE)
    return on_day((that_day and context.deed) or context.told_day, "narrative")


@cache
def story_rules() -> tuple[Rule, ...]:
    """The rules for days counted from now or from the story."""
    around = r"(?:(?:some|about|nearly|almost|around|more\s+than|over|just|barely|only|exactly|less\s+than)\s+)?"
    times = (
        r"earlier|late|early|later|shortly|before|after|at|around|about|on|in|during|dawn|noon|midnight"
        r"|\d{{1,2}}[:.]\d\d"
    )
    return (
        rule(
            r"(?:(?:in|over|during|within|for|throughout)\s+)?"
            r"(?:(?:the\s+)?(?:past|last|previous|coming|next)\s+(?P<n>few|couple\s+of|{COUNT})\s+"
            r"|(?:the\s+)?(?:past|recent|coming)\s+|the\s+last\s+|the\s+next\s+(?=\w+s\b))(?P<unit>{UNIT})\b",
            _past,
            "unit day",
        ),
        rule(
            around + r"(?P<n>{COUNT})\s+nights?\s+(?P<way>ago|earlier|before|previously|later)\b",
            _nights,
            "part",
        ),
        rule(
            around + r"(?:(?P<n>{COUNT})\s+)?(?P<unit>{UNIT})\s+(?:or\s+so\s+)?"
            r"(?P<way>ago|earlier|later|before|after|previously|from\s+now|since|on\s+from)(?:wards?)?\b",
            _counted,
            "unit day",
        ),
        rule(
            r"(?:(?:on|later|earlier|in|during)\s+)?(?:(?:the|that)\s+)?"
            r"(?P<which>(?:very\s+)?(?:same|previous|preceding|following|next|that)(?:\s+same)?)\s+"
            r"(?P<unit>day|night|morning|afternoon|evening)(?P<after>)\b",
            _story,
            "day part",
        ),
        rule(
            r"(?:(?:on|in)\s+)?the\s+(?P<unit>day|night|evening|morning|afternoon)(?P<which>)\s+"
            r"(?P<after>before|after|earlier)\b(?!\s+(?:yesterday|tomorrow))",
            _story,
            "day part",
        ),
        rule(
            r"(?P<bound>{BOUND})?(?:(?:" + times + r")\s+){{0,4}}(?P<word>the\s+day\s+before\s+yesterday"
            r"|the\s+night\s+before\s+last|the\s+past\s+night|the\s+day\s+after\s+tomorrow|yesterday|today|tonight"
            r"|tomorrow|last\s+(?:night|evening)|this\s+(?:morning|afternoon|evening|noon|midday|lunchtime))(?:['’]s)?(?P<closing>{CLOSING})?",
            _today,
            "today part",
        ),
        rule(
            r"(?:during|through|throughout|in)\s+the\s+night\b(?!\s+(?:of|from|between|to|before|after|on))",
            _in_the_night,
            "part",
        ),
        rule(
            r"(?:(?:earlier|later|early|late)\s+(?:in|on|that)\s+(?:the\s+)?(?:day|same\s+day)"
            r"|(?:shortly|soon|immediately|moments|minutes)\s+(?:after(?:wards?)?|later|before)|later\s+on)\b",
            _soon,
            "soon day",
        ),
    )
