"""Over which days does a review tell what it does not date: "Overview, 3-9 March", "Reporting period: 1-7 May"?"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from fogline.lexicon.time import time_words
from fogline.model import NIGHT, DateMention
from fogline.read.placing import Found
from fogline.read.text import ParsedText, Sentence

OPENING = 3  # lines of the body among which the period can stand
LONGEST = 31  # days of a period
WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
LINE = 120  # characters of a line that is no sentence of the story
UP_TO = re.compile(r"\s*(?:-|–|—|to|until)\s*")
NUMBERED = re.compile(
    r"\b(?:update|report|sitrep|bulletin|brief|alert|snapshot|digest)\s*(?:no\.?|number|n°|#)?\s*#?\d+\s*[(,|:–—-]*\s*$",
    re.IGNORECASE,
)
ENDS = (".", "!", "?", '"', "”")
WEEK_TO = re.compile(r"\bweek (?:ending|ended|to|up to)(?: on)? ?$", re.IGNORECASE)
WEEK_FROM = re.compile(r"\bweek (?:of|from|starting|beginning)?(?: on)? ?$", re.IGNORECASE)


def only_issued(text: str, date: DateMention) -> bool:
    """Whether a day of a headline is that on which a numbered update came out: "Flash Update #2 (8 March 2025)"."""
    line = text[text.rfind("\n", 0, date.start) + 1 : date.start]
    exact = date.days is not None and date.days.length <= NIGHT
    return exact and "\n" not in text[: date.start] and NUMBERED.search(line) is not None


def period_of(parsed: ParsedText, found: Found) -> DateMention | None:
    """The days of which a review says that it tells; None for what is no review."""
    body = [s for s in parsed.sentences if s.part == "body"][:OPENING]
    headings = [s for s in parsed.sentences if s.part in ("headline", "subhead", "byline")]
    lines = [*headings, *(s for s in body if not s.text.rstrip().endswith(ENDS))]
    lines = [s for s in lines if len(s.text) <= LINE and _any("reviews").search(s.text)]
    spans = (span for line in lines if (span := _span_of(line, found.dates.get(line.index, ()))))
    published = parsed.report.published_day
    if published is None:
        return next(spans, None)
    for span in spans:
        if span.first and span.last and span.first < published:
            return replace(span, last=min(span.last, published))
    weeks = (line for line in headings if _any("weekly").search(line.text))
    return next((_week_before(line, published) for line in weeks), None)


def _week_before(line: Sentence, published: dt.date) -> DateMention:
    """The week of which a heading says no more than that it is one: "This week in Sudan"."""
    return DateMention(line.start, line.end, line.text, published - WEEK + DAY, published, "week", "calendar")


def _span_of(line: Sentence, dates: Sequence[DateMention]) -> DateMention | None:
    """The days of a line: "3-9 March", "01/03/2025 - 09/03/2025", "week of 3 March", "week ending 9 March".

    Not "last week", which dates what a heading tells, and no more.
    """
    dates = [d for d in dates if any(letter.isdigit() for letter in d.text)]
    long = next((d for d in dates if d.days and NIGHT < d.days.length <= LONGEST), None)
    if long is not None or not dates:
        return long
    for one, other in pairwise(dates):
        between = line.text[one.end - line.start : other.start - line.start]
        joined = replace(one, end=other.end, last=other.last)
        if UP_TO.fullmatch(between) and joined.days and NIGHT < joined.days.length <= LONGEST:
            return joined
    day, before = dates[0], line.text[: dates[0].start - line.start]
    if day.last and WEEK_TO.search(before):
        return replace(day, first=day.last - WEEK + DAY)
    if day.first and (WEEK_FROM.search(before) or (day.text.startswith(("of ", "from ")) and before.endswith("eek "))):
        return replace(day, last=day.first + WEEK - DAY)
    return None


@cache
def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(time_words().words[words]))})\b", re.IGNORECASE)
