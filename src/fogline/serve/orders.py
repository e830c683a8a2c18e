"""In which order do events come, and where does the next page begin?

A cursor holds the order's keys and the id of the last event of a page, so that it goes on at the right place though
events came, changed or went in between.
"""

import base64
import binascii
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import orjson

from fogline.errors import UsageError
from fogline.serve.columns import NO_DAY, Array, Columns

SORTS: Final = ("newest", "oldest", "disputed", "deadliest", "changed")
LATE: Final = np.iinfo(np.int64).max
# A day and a second of publication in one number: seconds until the year 2242 need 33 bits.
SECONDS_BITS: Final = 33
MOST_SECONDS: Final = (1 << SECONDS_BITS) - 1


@dataclass(frozen=True, slots=True)
class Order:
    """The rows in one order and the rank of each, and the two integers of each row that make it, smallest first; the id
    decides ties."""

    sort: str
    rows: Array
    rank: Array
    first: Array
    second: Array
    ids: Array

    def best(self, passes: Array, most: int) -> Array:
        """The first rows in this order of those that pass, at most so many."""
        rows = np.flatnonzero(passes)
        rank = self.rank[rows]
        if len(rows) > most:
            rank = np.partition(rank, most - 1)[:most]
        found: Array = self.rows[np.sort(rank)]
        return found

    def after(self, cursor: str) -> Array:
        """For each row whether it comes after the cursor. Raises UsageError for what is no cursor of this order."""
        one, two, last = _read(self.sort, cursor)
        tied = (self.first == one) & (self.second == two)
        found: Array = (self.first > one) | ((self.first == one) & (self.second > two))
        found[tied] = self.ids[tied] > last
        return found

    def cursor_at(self, row: int) -> str:
        """The cursor that goes on after this row."""
        whole = orjson.dumps([self.sort, int(self.first[row]), int(self.second[row]), str(self.ids[row])])
        return base64.urlsafe_b64encode(whole).decode().rstrip("=")


def order(here: Columns, sort: str) -> Order:
    """The rows of the columns in one of SORTS."""
    first, second = _keys(here, sort)
    rows = np.lexsort((here.ids, second, first)).astype(np.int32)
    rank = np.empty_like(rows)
    rank[rows] = np.arange(len(rows), dtype=np.int32)
    return Order(sort, rows, rank, first, second, here.ids)


def _keys(here: Columns, sort: str) -> tuple[Array, Array]:
    newest = _newest(here)
    if sort == "oldest":
        return np.where(here.first == NO_DAY, LATE, here.first.astype(np.int64)), np.zeros(len(here), dtype=np.int64)
    if sort == "disputed":
        return -here.disputed.astype(np.int64), newest
    if sort == "deadliest":
        return -here.killed, newest
    if sort == "changed":
        return -here.changed, newest
    return newest, np.zeros(len(here), dtype=np.int64)


def _newest(here: Columns) -> Array:
    seconds = np.clip(np.where(np.isfinite(here.told), here.told, 0), 0, MOST_SECONDS).astype(np.int64)
    together = -((here.first.astype(np.int64) << SECONDS_BITS) + seconds)
    found: Array = np.where(here.first == NO_DAY, LATE, together)
    return found


def _read(sort: str, cursor: str) -> tuple[int, int, str]:
    try:
        found: Any = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        of, one, two, last = found
        if of != sort or not isinstance(last, str) or not -LATE <= min(one, two) <= max(one, two) <= LATE:
            raise ValueError
    except (ValueError, TypeError, binascii.Error) as error:
        raise UsageError(f"cursor is none that an answer sorted by {sort} gave: take it from `next`") from error
    return int(one), int(two), last
