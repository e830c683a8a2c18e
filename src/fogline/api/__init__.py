"""Fogline in Python: `ledger = fogline.open("fogline.db"); ledger.read([...]); ledger.events(near="Kazan 50km")`.

The commands are a thin shell over this part. Each module of it answers one question about a ledger.
"""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from fogline.api.asking import Filters
from fogline.api.judging import Imported, Judges
from fogline.api.readers import own_readers
from fogline.api.reading import Input, Reads
from fogline.api.writing import Writes
from fogline.collect.sources import Source, load_sources
from fogline.errors import LedgerError
from fogline.ledger import Store
from fogline.merge import merge
from fogline.model.feed import Feed
from fogline.settings import Settings, settings_from
from fogline.watching import News

if TYPE_CHECKING:
    from fogline.model.distance import StatedDistance

__all__ = [
    "Feed",
    "Filters",
    "Imported",
    "Input",
    "Ledger",
    "News",
    "Source",
    "distances",
    "load_sources",
    "open",
    "own_readers",
]


class Ledger(Reads, Writes, Judges):
    """The reports, claims, events and links in one store. Use it as a context manager, or call `close`."""


def open(address: str | Path | None = None, *, create: bool = True, settings: Settings | None = None) -> Ledger:
    """Open a ledger, and make it where it is not there yet and `create` is set.

    `address` is a file or a database address; the default is what FOGLINE_LEDGER says, or "fogline.db" here. Raises
    LedgerError where it cannot be opened.
    """
    settings = settings or settings_from()
    store = Store.open(str(address or settings.ledger), create=create)
    if store.is_stale():  # a run was cut off after it stored reports and before it drew the events
        with contextlib.suppress(LedgerError):  # a ledger that may only be looked at shows its last events
            store.rebuild(merge)
    return Ledger(store, settings, own_readers(settings))


def distances(text: str) -> "list[StatedDistance]":
    """The distances that a text states ("about 1,000 km from the border"), with what the map says of them."""
    from fogline.gazetteer import opened
    from fogline.read.distances import find_distances

    return find_distances(text, opened())
