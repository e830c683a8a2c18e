"""What days a calendar word covers: arithmetic on days, weeks, months and seasons."""

import datetime as dt

from fogline.lexicon.time import time_words

WEEK = 7
MONTHS = 12
SATURDAY = 5
LAST_DAY = 31  # stands for the last day of a month, whatever its length

Span = tuple[dt.date, dt.date]


def plus_days(day: dt.date, days: int) -> dt.date:
    """The day that many days on (back where negative)."""
    return day + dt.timedelta(days=days)


def weekday_back(day: dt.date, weekday: int, strictly: bool = False) -> dt.date:
    """The nearest such weekday (Monday is 0) on or before `day`; before it where `strictly`."""
    back = (day.weekday() - weekday) % WEEK
    return plus_days(day, -(back or (WEEK if strictly else 0)))


def weekday_on(day: dt.date, weekday: int, strictly: bool = False) -> dt.date:
    """The nearest such weekday on or after `day`; after it where `strictly`."""
    on = (weekday - day.weekday()) % WEEK
    return plus_days(day, on or (WEEK if strictly else 0))


def week(day: dt.date, weeks: int = 0) -> Span:
    """Monday to Sunday of the week of `day`, moved by whole weeks."""
    monday = plus_days(weekday_back(day, 0), weeks * WEEK)
    return monday, plus_days(monday, WEEK - 1)


def weekend(day: dt.date) -> Span:
    """The last weekend that began before `day` and that `day` may look back on: on a Saturday, last week's."""
    saturday = weekday_back(day, SATURDAY, strictly=True)
    return saturday, plus_days(saturday, 1)


def month_shift(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month that many months on."""
    count = year * MONTHS + month - 1 + months
    return count // MONTHS, count % MONTHS + 1


def plus_years(day: dt.date, years: int) -> dt.date:
    """The same day of another year; the 28th for a 29 February that it does not have."""
    missing = (day.month, day.day) == (2, 29) and not _exists(day.year + years, 2, 29)
    return dt.date(day.year + years, day.month, day.day - missing)


def month(year: int, number: int, first: int = 1, last: int = LAST_DAY) -> Span:
    """The days of a month, or a part of it."""
    next_year, next_month = month_shift(year, number, 1)
    end = plus_days(dt.date(next_year, next_month, 1), -1)
    return dt.date(year, number, first), dt.date(year, number, min(last, end.day))


def season(year: int, first: int, last: int) -> Span:
    """From the first of month `first` to the end of month `last`, which lies in the next year if it is smaller."""
    return dt.date(year, first, 1), month(year + (last < first), last)[1]


def year_span(year: int) -> Span:
    """1 January to 31 December."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def recent_year(published: dt.date, number: int, ahead: bool) -> int:
    """The year of a month told without one: the latest that has begun, or the next to come."""
    if ahead:
        return published.year + (number < published.month)
    return published.year - (number > published.month)


# A day told without its year is more often one to come within weeks than one of nearly a year ago,
# which a reporter would give its year.
NEAR_FUTURE = 45


def recent_date(published: dt.date, month_number: int, day: int, ahead: bool) -> dt.date | None:
    """The day of a date told without a year, or None where no such day exists (31 June)."""
    years = (published.year - 1, published.year, published.year + 1, published.year - 4, published.year + 4)
    dates = [dt.date(year, month_number, day) for year in years[:3] if _exists(year, month_number, day)]
    if not dates:
        dates = [dt.date(year, month_number, day) for year in years[3:] if _exists(year, month_number, day)]
    coming = [date for date in dates if date > published]
    past = [date for date in dates if date <= published]
    if coming and (ahead or (coming[0] - published).days <= NEAR_FUTURE) and published not in dates:
        return coming[0]
    return past[-1] if past else (coming[0] if coming else None)


def named_day(month_number: int, day: int, published: dt.date, words: str) -> dt.date | None:
    """The day that is known by its date alone ("the October 7 attack"), where the words nearby name its happening."""
    for named in time_words().named_days:
        if (named.day.month, named.day.day) == (month_number, day) and named.day < published:
            folded = words.lower()
            if any(cue in folded for cue in named.cues):
                return named.day
    return None


def _exists(year: int, number: int, day: int) -> bool:
    try:
        dt.date(year, number, day)
    except ValueError:
        return False
    return True


def valid_date(year: int, number: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    return dt.date(year, number, day) if _exists(year, number, day) else None
