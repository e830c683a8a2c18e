"""Time and chance as what watches sees them: handed in, so that tests need not wait and nothing depends on luck."""

import datetime as dt
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

# Sources that are asked at the same moment: one that hangs until it is cut off leaves the others their turn.
THREADS = 8


@dataclass(frozen=True, slots=True)
class World:
    """The clock (UTC), how to wait, a number from 0 to 1, and how many sources may be asked at once.

    With no threads every source is asked in its turn by the thread that watches, which makes a run repeatable.
    """

    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    threads: int = THREADS


def stamp(moment: dt.datetime) -> str:
    """A moment as it is stored: ISO 8601 in UTC, to the millisecond."""
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds")
