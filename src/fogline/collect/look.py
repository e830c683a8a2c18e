"""What a look at a source gives, and what it needs to know: pieces that are stored one by one, and marks."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from fogline.collect.sources import Source
from fogline.model.feed import Feed, Mark
from fogline.model.problem import Passed, Problem
from fogline.model.report import Report

# Reports in one piece: the ledger's batch, so that a piece is stored in one transaction.
PIECE = 16


class Memory(Protocol):
    """What the ledger knows of sources; it is asked from several threads."""

    def feeds(self) -> list[Feed]:
        """The state of every source."""
        ...

    def marks(self, feed: str, keys: Collection[str]) -> dict[str, Mark]:
        """What is known of these items."""
        ...


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found, and the marks that hold once it is stored. `items` counts what was looked at."""

    found: tuple[Report | Problem | Passed, ...] = ()
    marks: tuple[Mark, ...] = ()
    items: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a look ended: what the server said for asking again, and a note for who looks at the status.

    `refused` tells that the source is there and nothing in it can be read, `again` that this look found more of that.
    """

    etag: str | None = None
    modified: str | None = None
    note: str | None = None
    refused: bool = False
    again: bool = False


# A look yields what it finds; its last item says how it ended. It raises Skip where the source cannot be read.
Look = Iterator[Batch | Outcome]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what a look found. `feed` is the state to keep with it, its counts those of this piece alone.

    `last` tells that the look is over.
    """

    source: Source
    feed: Feed
    batch: Batch
    last: bool


def undone(items: Collection[str], known: Mapping[str, Mark]) -> list[str]:
    """The keys of what is not done, in their order."""
    return [key for key in items if key not in known or not known[key].done]
