"""How is a list of feeds watched beside the server? In a process of its own.

Reading takes a processor for seconds; in the server's process every answer would wait for it. The server sees what the
other process writes as it sees any other's writing.
"""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Final

# The process ends when what it does with an item is done; after this long it is ended.
END_SECONDS: Final = 10
# Reading gives way to answering where both want the processor (nice(2): 0 is usual, 19 the least).
NICE: Final = 10


@contextmanager
def watched(ledger: str, feeds: Path | None) -> Iterator[None]:
    """Watch the feeds of a file into the ledger for as long as this is open; None watches nothing."""
    if feeds is None:
        yield
        return
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    child = context.Process(target=_watch, args=(ledger, feeds, stop, os.getpid()), name="fogline-watch", daemon=True)
    child.start()
    try:
        yield
    finally:
        stop.set()
        child.join(END_SECONDS)
        if child.is_alive():
            child.terminate()
            child.join(END_SECONDS)


def give_way() -> None:
    """Have this process take the processor after others, where the system knows of that."""
    if hasattr(os, "nice"):
        os.nice(NICE)


def _watch(ledger: str, feeds: Path, stop: Event, parent: int) -> None:
    """The work of the process: until it is told to stop, or the server is gone. Ctrl-C is the server's to hear."""
    from fogline import api
    from fogline.errors import FoglineError

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_way()
    try:
        with api.open(ledger) as opened:
            opened.watch(feeds, stopped=lambda: stop.is_set() or os.getppid() != parent)
    except FoglineError as error:
        os.write(2, f"fogline: watching has ended: {error}\n".encode(errors="replace"))
