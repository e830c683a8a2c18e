"""The way of what is watched into the ledger, and a word on each piece of it for whoever looks on.

Each piece is stored as `pipeline.read_into` stores any reports; that its items are seen is noted right after them and
before the events are drawn. A process that dies in between finds the reports there already when it fetches them again.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from fogline.collect.look import Piece
from fogline.collect.sources import Source
from fogline.collect.watch import watch
from fogline.collect.world import World
from fogline.ledger import Store
from fogline.model import Report
from fogline.model.feed import Feed
from fogline.pipeline import ReaderOf, Summary, read_into
from fogline.settings import DEFAULT_BATCH


@dataclass(frozen=True, slots=True)
class News:
    """What one piece of a watched source brought.

    `feed` is the source's state with its counts since it is watched, `summary` what was stored, `events` the ids of the
    events that rest on the reports that are new. `over` tells that the look at the source is at its end.
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
) -> None:
    """Watch the sources into the ledger until `stopped`, or each `once`; `on_news` is called after each piece.

    Raises LedgerError where the ledger cannot be read or written.
    """
    for piece in watch(sources, store, world, once=once, stopped=stopped):
        on_news(store_piece(store, piece, reader_of, batch))


def store_piece(store: Store, piece: Piece, reader_of: ReaderOf, batch: int = DEFAULT_BATCH) -> News:
    """Store what a piece holds and note how far its source was read."""

    def note(stored: Collection[str]) -> None:
        new = len(store.arrived(stored))
        store.note_feed(replace(piece.feed, reports=new), piece.batch.marks)

    names = {one.id: piece.source.name for one in piece.batch.found if isinstance(one, Report)}
    summary = read_into(store, piece.batch.found, reader_of, batch=batch, names=names, on_stored=note)
    feed = store.feed(piece.source.name) or piece.feed
    return News(feed, summary, tuple(store.events_of(summary.reports)), piece.last)
