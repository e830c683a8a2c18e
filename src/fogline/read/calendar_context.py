"""What a temporal expression is resolved against, and what it resolves to."""

import datetime as dt
import re
from dataclasses import dataclass

from fogline.lexicon.time import time_words
from fogline.model.mention import DateAnchor, DatePrecision
from fogline.read.calendar_anchor import DayTold

# A verb by which a clause tells what was.
TOLD_VERB = re.compile(
    r"\b(?:was|were|had|fell|rose|grew|took|left|began|broke|hit|struck|came|went|fled|won|lost|shot|[a-z]{3,}ed)\b"
)
EXCLUSIVE = ("before", "prior to")  # the day named is no longer in the interval


@dataclass(frozen=True, slots=True)
class Context:
    """The publication day, the last day told before (`narrative`), and whether the clause looks `ahead`.

    `era` is the first day of the last expression of any length, which "that year" and "the following month" count from.

    `deed` is the last day on which something was told to happen, where `narrative` may be one of speech: "that day"
    means the former. `nights` and `deed_nights` are 1 where the day ends a night.
    `night` is the morning of the last night told.
    `part` says whether the day told was told "late" or "early", `begun` whether any day was told,
    `heads` that the expression is in the first sentence, a headline most often.

    `quarter` is the first day of the last quarter told, which "a year earlier" then counts from.

    `standing` marks a clause about a lasting state ("is closed"), whose "until Friday" lies ahead. `rest` is the text
    after the expression, `before` the text in front of it, each cut to the words nearby. `adjoined` says that the
    day in `narrative` is the one that the expression governs ("a day after Monday's raid").

    `counted` are the days since a day that have passed too: in "a week after Sunday's raid, it fell" the Sunday is one
    of at least a week ago. `from_then` is the day on which somebody spoke of what would come, which is counted from.

    `told` are the days on which something was told to happen so far, `sentence` the bounds of the expression's own.
    """

    published: dt.date | None
    narrative: dt.date | None = None
    night: dt.date | None = None
    nights: int = 0
    deed: dt.date | None = None
    deed_nights: int = 0
    part: str = ""
    begun: bool = False
    heads: bool = False
    era: dt.date | None = None
    quarter: dt.date | None = None
    ahead: bool = False
    standing: bool = False
    adjoined: bool = False
    counted: int = 0
    from_then: dt.date | None = None
    before: str = ""
    rest: str = ""
    told: tuple[DayTold, ...] = ()
    sentence: tuple[int, int] = (0, 0)

    @property
    def told_day(self) -> dt.date | None:
        """The day that a story has got to: the last one told, else the publication."""
        return self.narrative or self.published

    @property
    def told_month(self) -> dt.date | None:
        """A day of the month and year that a story has got to."""
        return self.era or self.published


@dataclass(frozen=True, slots=True)
class Resolved:
    """Days from first to last (None where open or unknown). `tells` marks a day that the story moves on to.

    `reach` are the characters behind the expression that belong to it: "three days after [the blast]".
    """

    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision
    anchor: DateAnchor
    tells: bool = False
    reach: int = 0


def on_day(day: dt.date | None, anchor: DateAnchor, nights: int = 0) -> Resolved:
    """One day (or the night that runs into the next), unresolved where `day` is None."""
    if day is None:
        return Resolved(None, None, "day", anchor)
    return Resolved(day, day + dt.timedelta(days=nights), "day", anchor, tells=True)


def unresolved(precision: DatePrecision, anchor: DateAnchor = "publication") -> Resolved:
    """An expression that cannot be resolved without a publication date."""
    return Resolved(None, None, precision, anchor)


def bounded(days: Resolved, bound: str | None, context: Context) -> Resolved:
    """The interval that "since", "until", "by" or "before" makes of `days`; `days` itself without such a word."""
    words = time_words().words
    word = " ".join((bound or "").lower().split()).removesuffix(" the")
    if days.first is None or days.last is None:
        return days
    if word in words["bounds_from"]:
        last = context.published if context.published and context.published >= days.first else None
        return Resolved(days.first, last, "open", days.anchor)
    if word == "after":
        first = days.last + dt.timedelta(days=1)
        last = context.published if context.published and context.published >= first else None
        return Resolved(first, last, "open", days.anchor)
    if word in EXCLUSIVE:
        return Resolved(None, days.first - dt.timedelta(days=1), "open", days.anchor)
    if word in words["bounds_to"]:
        return Resolved(None, days.last, "open", days.anchor)
    return days
