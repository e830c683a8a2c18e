"""When is a source looked at next?

A little later than its interval, by chance, so that many watchers do not ask at one moment; after failures twice as
long each time (AWS Architecture Blog, "Exponential Backoff And Jitter"); and never before the server itself said.
"""

import datetime as dt
import email.utils

from fogline.collect.sources import Source
from fogline.collect.world import World

JITTER = 0.1
# After a day of silence a source is still asked four times a day.
LONGEST_SECONDS = 6 * 3600.0
MOST_DOUBLINGS = 16
# A server's own word is heeded, but a mistaken one must not silence a source for ever.
MOST_RETRY_AFTER = dt.timedelta(days=1)
DIGITS = 9


def next_look(source: Source, world: World, failures: int, retry_after: str | None = None) -> dt.datetime:
    """When to look again after so many failures in a row; `retry_after` is the header's value (RFC 9110, 10.2.3)."""
    seconds = source.every
    if failures:
        doubled = source.every * 2 ** min(failures, MOST_DOUBLINGS)
        seconds = min(doubled, max(source.every, LONGEST_SECONDS))
    now = world.now()
    due = now + dt.timedelta(seconds=seconds * (1 + JITTER * world.chance()))
    asked = _moment(retry_after, now)
    return due if asked is None else max(due, min(asked, now + MOST_RETRY_AFTER))


def _moment(value: str | None, now: dt.datetime) -> dt.datetime | None:
    """The moment that a Retry-After names: in seconds, or as a date; None for none."""
    if value is None:
        return None
    if value.isascii() and value.isdecimal():
        seconds = float(value[:DIGITS]) if len(value) <= DIGITS else MOST_RETRY_AFTER.total_seconds()
        return now + dt.timedelta(seconds=seconds)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment
