"""In which revision of the ledger did an event last change, and which events are gone?

A revision is a number that grows with every change (`memory`). It tells how this ledger came to be, not what is in it:
it is in no export, and two ledgers of the same reports may differ in it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from fogline.ledger.tables import claims, event_claims, events, former_events, gone_events
from fogline.model.event import Event, Link

# Whoever was away for longer loads everything anew: an hour of a feed item every four seconds.
KEPT_REVISIONS: Final = 1000
# How many ids one statement lists: SQLite once allowed no more than 999.
MANY: Final = 500


class Known(NamedTuple):
    """What was noted of an event: a hash of all that is served of it, and the revision in which it last changed."""

    digest: str
    changed: int


def known(connection: sa.Connection) -> dict[str, Known]:
    """What was noted of each event, by id."""
    wanted = sa.select(events.c.id, events.c.digest, events.c.changed)
    return {row.id: Known(row.digest, row.changed) for row in connection.execute(wanted)}


def marks(drawn: Sequence[Event], links: Iterable[Link], before: Mapping[str, Known], now: int) -> dict[str, Known]:
    """For each event, by id, its hash, and `now` where that differs from the one before."""
    ends: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for link in links:
        ends[link.later].append((link.kind, "to", link.earlier, link.report))
        ends[link.earlier].append((link.kind, "from", link.later, link.report))
    found = {}
    for event in drawn:
        digest = _digest(event, ends.get(event.id, []))
        old = before.get(event.id)
        found[event.id] = Known(digest, old.changed if old and old.digest == digest else now)
    return found


def mark(connection: sa.Connection, given: Mapping[str, Known]) -> None:
    """Note these marks of events that are there."""
    for key, one in given.items():
        connection.execute(sa.update(events).where(events.c.id == key).values(one._asdict()))


def note_presence(connection: sa.Connection, came: Iterable[str], went: Iterable[str], now: int) -> None:
    """Note which events come and which go with revision `now`; their claims must still be there."""
    raise_up(connection, came)
    bury(connection, went, now)
    connection.execute(sa.delete(gone_events).where(gone_events.c.revision <= now - KEPT_REVISIONS))


def bury(connection: sa.Connection, ids: Iterable[str], now: int, without: str = "") -> None:
    """Note that these events are gone since revision `now`, and for each a claim, of another report than `without`."""
    gone = sorted(ids)
    raise_up(connection, gone)
    if gone:
        connection.execute(sa.insert(gone_events), [{"id": one, "revision": now} for one in gone])
    for at in range(0, len(gone), MANY):
        held = event_claims.c.event.in_(gone[at : at + MANY])
        wanted = (
            sa.select(event_claims.c.event, event_claims.c.claim)
            .select_from(event_claims.join(claims))
            .where(held, claims.c.report != without)
            .order_by(event_claims.c.position.desc())
        )
        first = {row.event: row.claim for row in connection.execute(wanted)}
        these = former_events.c.id.in_(sorted(first))
        went = {row.id: row.revision for row in connection.execute(sa.select(former_events).where(these))}
        connection.execute(sa.delete(former_events).where(these))
        noted = [{"id": one, "claim": first[one], "revision": went.get(one, now)} for one in sorted(first)]
        if noted:
            connection.execute(sa.insert(former_events), noted)


def raise_up(connection: sa.Connection, ids: Iterable[str]) -> None:
    """Note that these events are there (again)."""
    these = sorted(ids)
    for at in range(0, len(these), MANY):
        connection.execute(sa.delete(gone_events).where(gone_events.c.id.in_(these[at : at + MANY])))


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
