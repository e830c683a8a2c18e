"""What do all routes share? The desk, the front of the library for verdicts, and views of earlier moments."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from fogline import api, asked
from fogline.api import Ledger
from fogline.collect.sources import load_sources
from fogline.ledger import Store
from fogline.merge import merge
from fogline.serve.columns import Names, columns
from fogline.serve.config import ServeConfig
from fogline.serve.desk import Desk
from fogline.serve.feeding import watched
from fogline.serve.hook_file import read_hooks
from fogline.serve.hooks import Caller
from fogline.serve.problems import RequestError
from fogline.serve.stream import Hub
from fogline.serve.view import View
from fogline.settings import settings_from

# Copies of the ledger at earlier moments that are kept open; each holds all its reports in memory.
KEPT_COPIES: Final = 2
# Drawing the events of an earlier moment takes the whole merge; one is made at a time, and others wait this long.
WAIT_SECONDS: Final = 20.0
# Most claims whose events are drawn anew for a question: ten seconds of merging.
MOST_CLAIMS: Final = 50_000


class Past:
    """The ledger at earlier moments: copies in memory, drawn when first asked for."""

    def __init__(self, desk: Desk) -> None:
        """Copy the ledger of `desk`."""
        self._desk = desk
        self._lock = threading.Lock()
        self._copies: OrderedDict[tuple[int, str], tuple[Store, View]] = OrderedDict()

    def view(self, moment: str) -> View:
        """The view at a moment. Raises UsageError for what is none, RequestError where it cannot be had now."""
        when = asked.moment(moment)
        now = self._desk.view
        key = (now.revision, when.isoformat())
        if not self._lock.acquire(timeout=WAIT_SECONDS):
            raise RequestError(503, "another earlier moment is being drawn: try again", Retry_After="10")
        try:
            if key not in self._copies:
                self._keep(key, self._drawn(now, key, when))
            self._copies.move_to_end(key)
            return self._desk.within(self._copies[key][1])
        finally:
            self._lock.release()

    def _drawn(self, now: View, key: tuple[int, str], when: Any) -> tuple[Store, View]:
        if int(now.columns.claims.sum()) > MOST_CLAIMS:
            raise RequestError(
                503, f"the ledger has more than {MOST_CLAIMS:,} claims: ask for the past with fogline events"
            )
        copy = self._desk.store.as_of(when, merge)
        news, names = copy.news(), Names()
        tag = f"{now.tag}.{key[1]}"
        return copy, View(now.revision, tag, columns(news.drawn, news.told, names), names, news.links, copy)

    def _keep(self, key: tuple[int, str], made: tuple[Store, View]) -> None:
        # A copy that is let go is not closed: an answer may still be made from it; its memory goes with its last user.
        self._copies[key] = made
        while len(self._copies) > KEPT_COPIES:
            self._copies.popitem(last=False)


@dataclass(slots=True)
class Serving:
    """What all routes share. `feeds` gives the state of what is watched."""

    config: ServeConfig
    desk: Desk
    ledger: Ledger
    hub: Hub
    feeds: Callable[[], list[Any]]
    callers: Sequence[Caller] = ()
    past: Past = field(init=False)

    def __post_init__(self) -> None:
        """Open the past."""
        self.past = Past(self.desk)
        for caller in self.callers:
            self.desk.listen(caller.hear)

    def start(self) -> None:
        """Follow the ledger, and call the webhooks."""
        for caller in self.callers:
            caller.start()
        self.desk.start()

    def end(self) -> None:
        """End the streams and the calls; called in the server's loop."""
        self.hub.close()
        for caller in self.callers:
            caller.close()

    async def answered(
        self, work: Callable[[View], Response], as_of: str | None = None, *, slow: bool = False
    ) -> Response:
        """The answer that `work` makes of the view now, or of one at an earlier moment.

        It is made at once, in the server's loop: it takes milliseconds, and threads that share an interpreter only
        keep each other waiting. What may take longer goes to a thread: an earlier moment, a ledger on another machine,
        and what the route calls slow.
        """
        if as_of is None and not slow and self.desk.store.is_file:
            return work(self.desk.view)
        return await run_in_threadpool(lambda: work(self.view(as_of)))

    def view(self, as_of: str | None) -> View:
        """The view now, or at an earlier moment."""
        return self.desk.view if as_of is None else self.past.view(as_of)


@contextmanager
def opened(address: str | Path | None, config: ServeConfig) -> Iterator[Serving]:
    """A ledger that is there, or that feeds will fill, ready to be served. Raises LedgerError where there is none."""
    where = str(address or settings_from().ledger)
    callers = [Caller(hook) for hook in read_hooks(config.webhooks)] if config.webhooks else []
    if config.feeds:
        load_sources(config.feeds)  # its faults are told before anything is started
    with api.open(where, create=config.feeds is not None) as ledger, watched(where, config.feeds):
        desk = Desk(Store.open(where, create=False), delay_hours=config.delay_hours)
        try:
            yield Serving(config, desk, ledger, Hub(desk), ledger.feeds, callers)
        finally:
            desk.close()
