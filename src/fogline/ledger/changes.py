"""In which revision of the ledger did an event last change, and which events are gone?

A revision is a number that grows each time the events are drawn. It tells how this ledger came to be, not what is in
it: it is in no export, and two ledgers of the same reports may differ in it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from fogline.ledger.tables import events, gone_events, meta
from fogline.model.event import Event, Link

REVISION: Final = meta.c.key == "revision"
# Whoever was away for longer loads everything anew: an hour of a feed item every four seconds.
KEPT_REVISIONS: Final = 1000
# How many ids one statement lists: SQLite once allowed no more than 999.
MANY: Final = 500


class Known(NamedTuple):
    """What was noted of an event: a hash of all that is served of it, and the revision in which it last changed."""

    digest: str
    changed: int


def revision(connection: sa.Connection) -> int:
    """The ledger's revision."""
    return int(connection.execute(sa.select(meta.c.value).where(REVISION)).scalar() or 0)


def known(connection: sa.Connection, ids: Collection[str] | None = None) -> dict[str, Known]:
    """What was noted of each event, or of each of these, by id."""
    wanted = sa.select(events.c.id, events.c.digest, events.c.changed)
    these = [] if ids is None else sorted(ids)
    parts = [these[at : at + MANY] for at in range(0, len(these), MANY)]
    asked = [wanted] if ids is None else [wanted.where(events.c.id.in_(part)) for part in parts]
    return {row.id: Known(row.digest, row.changed) for one in asked for row in connection.execute(one)}


def next_revision(connection: sa.Connection) -> int:
    """Count one up, and say where that leads."""
    after = revision(connection) + 1
    connection.execute(sa.update(meta).where(REVISION).values(value=str(after)))
    return after


def marks(drawn: Sequence[Event], links: Iterable[Link], before: Mapping[str, Known], now: int) -> list[Known]:
    """For each event its hash, and `now` where it differs from the one before."""
    ends: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for link in links:
        ends[link.later].append((link.kind, "to", link.earlier, link.report))
        ends[link.earlier].append((link.kind, "from", link.later, link.report))
    found = []
    for event in drawn:
        digest = _digest(event, ends.get(event.id, []))
        old = before.get(event.id)
        found.append(Known(digest, old.changed if old and old.digest == digest else now))
    return found


def bury(connection: sa.Connection, ids: Iterable[str], now: int) -> None:
    """Note that these events are gone since revision `now`."""
    gone = sorted(ids)
    raise_up(connection, gone)
    if gone:
        connection.execute(sa.insert(gone_events), [{"id": one, "revision": now} for one in gone])


def raise_up(connection: sa.Connection, ids: Iterable[str]) -> None:
    """Note that these events are there (again)."""
    these = sorted(ids)
    for at in range(0, len(these), MANY):
        connection.execute(sa.delete(gone_events).where(gone_events.c.id.in_(these[at : at + MANY])))


def forget_old(connection: sa.Connection, now: int) -> None:
    """Forget events that have been gone for so long that nobody asks."""
    connection.execute(sa.delete(gone_events).where(gone_events.c.revision <= now - KEPT_REVISIONS))


def _digest(event: Event, ends: list[tuple[str, ...]]) -> str:
    told = [
        (claim.id, claim.by, claim.side, claim.stance, claim.sentence_start, sorted(claim.figures.items()))
        for claim in event.claims
    ]
    whole: tuple[Any, ...] = (
        *(event.type, event.status, event.date, event.place, event.actor, event.target, event.against),
        *(event.weapon, event.effects, sorted(event.figures.items(), key=lambda item: item[0])),
        *(event.disputed, event.origins, told, sorted(ends)),
    )
    return hashlib.blake2b(repr(whole).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
