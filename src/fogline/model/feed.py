"""A feed: a source that is watched, how far it was read, and how it went."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["feed", "folder", "telegram", "warc"]


@dataclass(frozen=True, slots=True)
class Feed:
    """The stored state of one watched source.

    `name` is its own in its list of sources, `kind` one of `feed` (RSS or Atom), `folder`, `telegram` and `warc`,
    `address` where it is, `side` the party that it belongs to, `language` ISO 639-1. `tried`, `succeeded` and `due` are
    the times (ISO 8601, UTC) of the last try, of the last try that went well, and of the next. `failures` counts the
    tries that failed since one went well; `problem` is the line that tells what is wrong now, None where nothing is.
    Since the source is watched it gave `items` (entries, files, messages, records), of which `reports` became new
    reports, `problems` could not be read, and `passed` hold no report by their kind, such as a message that is only a
    picture. `etag` and `modified` are what its server said for asking again.
    """

    name: str
    kind: Kind
    address: str
    side: str | None = None
    language: str | None = None
    tried: str | None = None
    succeeded: str | None = None
    due: str | None = None
    failures: int = 0
    items: int = 0
    reports: int = 0
    problems: int = 0
    passed: int = 0
    problem: str | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How far one item of a feed was read.

    `key` is the item's own within its feed. `done` tells that nothing is left to do; until then `tries` counts what was
    tried, and `cursor` says of a file up to where it is in the ledger; of a file that is done, what was wrong with it.
    """

    key: str
    done: bool = True
    tries: int = 0
    cursor: str | None = None
