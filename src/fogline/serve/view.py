"""What can be seen of the ledger in one revision, and how is it asked?"""

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol, TypeVar

import numpy as np

from fogline.ledger.live import Drawn, Head
from fogline.model.claim import Claim
from fogline.model.event import Event, Link
from fogline.model.report import Report
from fogline.serve.asking import ALL, Asked, Looking
from fogline.serve.columns import Array, Columns, Names
from fogline.serve.orders import Order, order

Answer = TypeVar("Answer")
# Answers kept for a revision; most are lists of 50 events, 40 KB each.
KEPT_ANSWERS: Final = 256
# Events kept as JSON from revision to revision: about 0.8 KB each.
KEPT_WRITTEN: Final = 100_000
# Orders of all rows, and answers with all events.
KEPT_LARGE: Final = 12


class Source(Protocol):
    """Where a view finds what it does not hold in memory."""

    def bodies(self, ids: Collection[str]) -> dict[str, Drawn]:
        """Events as they are stored, by id."""

    def event(self, key: str) -> Event:
        """An event with its claims."""

    def told_of(self, key: str) -> tuple[list[Claim], dict[str, Head]]:
        """The claims of an event, and the heads of their reports."""

    def event_of(self, claim: str | None) -> str | None:
        """The id of the event that holds a claim."""

    def first_ids(self, ids: Collection[str]) -> dict[str, str]:
        """For each event the first id that it bore."""

    def links_of(self, event: str) -> list[tuple[Link, str]]:
        """The answers that an event gives and gets, with the words that say so."""

    def heads(self, ids: Collection[str]) -> dict[str, Head]:
        """Reports without their texts."""

    def report(self, key: str) -> Report:
        """A report with its text."""

    def report_numbers_with(self, text: str) -> list[int]:
        """The numbers of the reports that hold these words."""

    def report_number(self, report: str) -> int | None:
        """The number of a report."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows in their order, how many pass in all, and where the next page begins."""

    rows: Sequence[int]
    total: int
    next: str | None


class Kept:
    """Answers by what was asked, the least recently asked forgotten first. May be used from many threads."""

    def __init__(self, most: int = KEPT_ANSWERS) -> None:
        """Keep `most` answers."""
        self._most = most
        self._found: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The kept answer, or a new one. Two threads may make the same one at once, which does no harm."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]  # type: ignore[return-value]
        made = make()
        with self._lock:
            self._found[key] = made
            if len(self._found) > self._most:
                self._found.popitem(last=False)
        return made


Written = tuple[object, bytes]


class WrittenEvents:
    """Events as JSON, each with what it was made from, by id; the first put is the first forgotten."""

    def __init__(self, most: int = KEPT_WRITTEN) -> None:
        """Keep `most` events."""
        self._most = most
        self._found: dict[str, Written] = {}
        self._lock = threading.Lock()

    def get(self, key: str) -> Written | None:
        """What is kept of an event."""
        return self._found.get(key)

    def put(self, key: str, made: Written) -> None:
        """Keep an event."""
        with self._lock:
            self._found[key] = made
            if len(self._found) > self._most:
                del self._found[next(iter(self._found))]


@dataclass(frozen=True)
class View:
    """One revision, less what is held back. `tag` is equal for equal views of one process."""

    revision: int
    tag: str
    columns: Columns
    names: Names
    links: Sequence[Link]
    source: Source
    visible: Array | None = None
    kept: Kept = field(default_factory=Kept)
    written: WrittenEvents = field(default_factory=WrittenEvents)
    large: Kept = field(default_factory=lambda: Kept(KEPT_LARGE))

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each event that can be seen."""
        ids = self.columns.ids.tolist()
        rows = range(len(ids)) if self.visible is None else np.flatnonzero(self.visible).tolist()
        return {ids[row]: row for row in rows}

    @cached_property
    def seen_links(self) -> list[Link]:
        """The answers between events that can both be seen."""
        there = self.row_of
        return [link for link in self.links if link.later in there and link.earlier in there]

    @cached_property
    def behind(self) -> tuple[int, int]:
        """How many reports and claims are behind the events that can be seen."""
        passes, here = self.mask(ALL), self.columns
        numbers = here.report[passes[here.report_event]]
        # Reports are numbered without gaps: flags take 2 ms for 100,000 events where sorting takes 70.
        there = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=bool)
        there[numbers] = True
        return int(there.sum()), int(here.claims[passes].sum())

    @cached_property
    def answers(self) -> dict[str, tuple[list[str], list[str]]]:
        """For each event with answers the events that it answers, and those that answer it."""
        found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for link in self.seen_links:
            found[link.later][0].add(link.earlier)
            found[link.earlier][1].add(link.later)
        return {key: (sorted(given), sorted(got)) for key, (given, got) in found.items()}

    def warm(self) -> None:
        """Make now what the first who asks would wait for."""
        self.order("newest")
        self.answers  # noqa: B018 - kept when it has been asked for

    @property
    def looking(self) -> Looking:
        """What masks are made from."""
        return Looking(self.columns, self.names, self.words, self.source.report_number, self.visible, self.kept.get)

    def words(self, text: str) -> list[int]:
        """The numbers of the reports with these words, kept for the revision."""
        return self.kept.get(("words", text), lambda: self.source.report_numbers_with(text))

    def order(self, sort: str) -> Order:
        """All rows in one order."""
        return self.large.get(("order", sort), lambda: order(self.columns, sort))

    def mask(self, asked: Asked) -> Array:
        """Which rows pass."""
        return self.looking.mask(asked)

    def rows(self, asked: Asked, sort: str = "oldest") -> Array:
        """The rows that pass, in their order."""
        rows, passes = self.order(sort).rows, self.mask(asked)
        found: Array = rows[passes[rows]]
        return found

    def page(self, asked: Asked, sort: str, limit: int, cursor: str | None) -> Page:
        """A page of those that pass. Raises UsageError for a cursor that is none."""
        in_order, passes = self.order(sort), self.mask(asked)
        total = int(np.count_nonzero(passes))
        if cursor is not None:
            passes &= in_order.after(cursor)
        some = in_order.best(passes, limit + 1)
        rows = some[:limit].tolist()
        return Page(rows, total, in_order.cursor_at(rows[-1]) if len(some) > limit else None)

    def count(self, asked: Asked = ALL) -> int:
        """How many pass."""
        return int(self.mask(asked).sum())
