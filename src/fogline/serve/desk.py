"""Who holds the ledger open, notices what is new in it, and tells those who watch?"""

import logging
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from fogline.errors import FoglineError
from fogline.ledger import Store
from fogline.ledger.live import News
from fogline.serve.columns import Array, Columns, Names, columns, followed
from fogline.serve.view import View, WrittenEvents

log = logging.getLogger("fogline.serve")
# How often another process's writing is looked for; one look costs a tenth of a millisecond.
LOOK_SECONDS: Final = 0.1
HOUR_SECONDS: Final = 3600
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of what can be seen: the view, ids of events that are new, changed and gone. `whole`: all is new."""

    view: View
    new: Sequence[str] = ()
    changed: Sequence[str] = ()
    gone: Sequence[str] = ()


Listener = Callable[[Turn], None]


class Desk:
    """An open ledger with its current view. `view` may be read from any thread; `look` is called by one."""

    def __init__(self, store: Store, *, delay_hours: float = 0, clock: Clock = time.time) -> None:
        """`delay_hours`: events whose first report is younger are held back."""
        self.store = store
        self._delay = delay_hours * HOUR_SECONDS
        self._clock = clock
        self._names = Names()
        self._written = WrittenEvents()
        self._salt = secrets.token_hex(3)
        self._listeners: list[Listener] = []
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        first = store.news()
        self._view = self._made(columns(first.drawn, first.told, self._names), first)
        self._view.warm()

    @property
    def view(self) -> View:
        """What can be seen now."""
        return self._view

    def held(self, ready: float) -> bool:
        """Whether what was first published then (seconds since 1970) is held back."""
        return bool(self._delay) and ready > self._clock() - self._delay

    def listen(self, listener: Listener) -> None:
        """Have `listener` called, in the thread that looks, with each change."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Look for what is new, until `close`."""
        self._thread = threading.Thread(target=self._follow, name="fogline-desk", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking, and close the ledger."""
        self._stop.set()
        if self._thread:
            self._thread.join()
        self.store.close()

    def look(self) -> Turn | None:
        """Take in what is new, and tell the listeners; None where nothing is. Raises LedgerError."""
        before = self._view
        if self.store.revision() != before.revision:
            news = self._news(before)
            after = self._made(self._columns_after(before, news), news)
        elif self._tag(before.revision, self._visible(before.columns)) != before.tag:
            after = self._seen(before)
        else:
            return None
        turn = turned(before, after)
        self._view = after
        for listener in self._listeners:
            listener(turn)
        after.warm()
        return turn

    def _news(self, before: View) -> News:
        """What is new; everything, where the ledger was put back to an earlier state or made anew."""
        news = self.store.news(before.revision)
        return news if news.revision > before.revision else self.store.news()

    def _columns_after(self, before: View, news: News) -> Columns:
        if news.revision > before.revision:
            return followed(before.columns, news, self._names)
        self._written = WrittenEvents()
        return columns(news.drawn, news.told, self._names)

    def _made(self, found: Columns, news: News) -> View:
        visible = self._visible(found)
        tag = self._tag(news.revision, visible)
        return View(news.revision, tag, found, self._names, news.links, self.store, visible, written=self._written)

    def _seen(self, before: View) -> View:
        """The same revision with what has come of age."""
        visible = self._visible(before.columns)
        tag = self._tag(before.revision, visible)
        return View(
            before.revision, tag, before.columns, self._names, before.links, self.store, visible, written=self._written
        )

    def within(self, other: View) -> View:
        """Another view, of an earlier moment, less what is held back now."""
        if not self._delay:
            return other
        visible = self._visible(other.columns)
        tag = other.tag if visible is None else f"{other.tag}.{int(visible.sum())}"
        return View(other.revision, tag, other.columns, other.names, other.links, other.source, visible)

    def _visible(self, found: Columns) -> Array | None:
        if not self._delay:
            return None
        visible: Array = found.ready <= self._clock() - self._delay
        return visible

    def _tag(self, revision: int, visible: Array | None) -> str:
        seen = "" if visible is None else f".{int(visible.sum())}"
        return f"{self._salt}.{revision}{seen}"

    def _follow(self) -> None:
        failing = False
        while not self._stop.wait(LOOK_SECONDS):
            try:
                self.look()
                failing = False
            except FoglineError as error:
                if not failing:
                    log.warning("%s", error)
                failing = True
            except Exception:
                log.exception("the ledger could not be followed; trying again")
                self._stop.wait(1.0)


def turned(before: View, after: View) -> Turn:
    """What changed between two views, as one who sees them would say."""
    old, new = before.row_of, after.row_of
    gone = sorted(old.keys() - new.keys())
    fresh = sorted(new.keys() - old.keys())
    changed: list[str] = []
    if after.columns is not before.columns:
        since = np.flatnonzero(after.columns.changed > before.revision)
        ids = after.columns.ids[since].tolist()
        changed = sorted(one for one in ids if one in old and one in new)
    return Turn(after, fresh, changed, gone)
