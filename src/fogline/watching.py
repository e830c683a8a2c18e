"""The way of what is watched into the ledger, and a word on each piece of it for whoever looks on.

Each piece is stored as `pipeline.read_into` stores any reports; that its items are seen is noted right after them and
before the events are drawn. A process that dies in between finds the reports there already when it fetches them again.
"""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from fogline.collect.look import Piece
from fogline.collect.sources import Source
from fogline.collect.watch import watch
from fogline.collect.world import World
from fogline.ledger import Merge, Store
from fogline.merge import Merging, merging
from fogline.model import Report
from fogline.model.feed import Feed
from fogline.pipeline import ReaderOf, Summary, read_into
from fogline.settings import DEFAULT_BATCH

# That a source was looked at and nothing was new is noted this often, however often it is looked at.
NOTED_AGAIN = dt.timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class News:
    """What one piece of a watched source brought.

    `feed` is the source's state with its counts since it is watched, `summary` what was stored (empty where the piece
    holds nothing), `events` the ids of the events that rest on the reports that are new. `over` tells that the look at
    the source is at its end.
    """

    feed: Feed
    summary: Summary
    events: tuple[str, ...]
    over: bool


def watch_into(
    store: Store,
    sources: Sequence[Source],
    reader_of: ReaderOf,
    on_news: Callable[[News], None],
    *,
    world: World = World(),  # noqa: B008 - it is frozen
    once: bool = False,
    stopped: Callable[[], bool] = lambda: False,
    batch: int = DEFAULT_BATCH,
    merge: Merging | None = None,
) -> None:
    """Watch the sources into the ledger until `stopped`, or each `once`; `on_news` is called after each piece.

    `merge` is one that remembers; without one that of this watch is its own. Unless it is for `once`, it is made to
    know the ledger before the first look: a minute for 100,000 claims.

    Raises LedgerError where the ledger cannot be read or written.
    """
    merge = merge or merging()
    if not once:
        merge.remember()
        store.get_ready(merge)
    noted: dict[str, Feed] = {}  # how each source stood at the end of a look, where that is what is stored
    for piece in watch(sources, store, world, once=once, stopped=stopped):
        before = noted.get(piece.source.name)
        if before is not None and _brings_nothing(piece, before):
            news = News(_since(before, piece.feed), Summary(), (), over=True)
        else:
            news = store_piece(store, piece, reader_of, batch, merge)
            noted.pop(piece.source.name, None)
            if piece.last:
                noted[piece.source.name] = news.feed
        on_news(news)


def _brings_nothing(piece: Piece, before: Feed) -> bool:
    """Whether a look found the source as it was, moments after that was noted: a folder is looked at every second."""
    if not piece.last or piece.batch.found or piece.batch.marks or before.tried is None or piece.feed.tried is None:
        return False
    age = dt.datetime.fromisoformat(piece.feed.tried) - dt.datetime.fromisoformat(before.tried)
    return age < NOTED_AGAIN and _since(before, piece.feed) == replace(
        before, tried=piece.feed.tried, succeeded=piece.feed.succeeded, due=piece.feed.due
    )


def _since(before: Feed, now: Feed) -> Feed:
    """The state of now with the counts since the source is watched."""
    return replace(now, items=before.items, reports=before.reports, problems=before.problems, passed=before.passed)


def store_piece(store: Store, piece: Piece, reader_of: ReaderOf, batch: int, merge: Merge) -> News:
    """Store what a piece holds and note how far its source was read; nothing is read where it holds nothing."""
    if not piece.batch.found:
        store.note_feed(piece.feed, piece.batch.marks)
        return News(store.feed(piece.source.name) or piece.feed, Summary(), (), piece.last)

    def note(stored: Collection[str]) -> None:
        new = len(store.arrived(stored))
        store.note_feed(replace(piece.feed, reports=new), piece.batch.marks)

    names = {one.id: piece.source.name for one in piece.batch.found if isinstance(one, Report)}
    summary = read_into(store, piece.batch.found, reader_of, batch=batch, names=names, on_stored=note, merge=merge)
    feed = store.feed(piece.source.name) or piece.feed
    return News(feed, summary, tuple(store.events_of(summary.reports)), piece.last)
