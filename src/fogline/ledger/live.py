"""What is new in the ledger since a revision, and the rows that a live view of it needs: without whole texts."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from fogline.ledger import ask, changes, memory, rows
from fogline.ledger.search import matching_numbers
from fogline.ledger.tables import (
    claims,
    event_claims,
    event_links,
    events,
    former_events,
    gone_events,
    report_origins,
    reports,
)
from fogline.model.claim import Claim
from fogline.model.event import Link
from fogline.model.report import TITLE_END


class Drawn(NamedTuple):
    """An event as it is stored; `body` holds its lists, place, figures, disputed fields and origins."""

    id: str
    type: str
    status: str
    first: dt.date | None
    last: dt.date | None
    body: dict[str, Any]
    changed: int


class Told(NamedTuple):
    """That a report tells of an event, in one claim: the report's number and publication, the claim's side."""

    event: str
    report: int
    published: str | None
    side: str | None
    stance: str


class News(NamedTuple):
    """What changed since a revision: events new or other than before, all tellings of those, and events gone."""

    revision: int
    drawn: Sequence[Drawn]
    told: Sequence[Told]
    gone: Sequence[str]
    links: Sequence[Link]


class Head(NamedTuple):
    """A report without its text."""

    id: str
    source: str | None
    url: str | None
    title: str
    published: str | None
    language: str | None
    origin: str


def news(connection: sa.Connection, since: int) -> News:
    """All that changed after revision `since` (-1: everything), and all links as they are now."""
    changed = events.c.changed > since
    wanted = sa.select(*(events.c[name] for name in Drawn._fields)).where(changed).order_by(events.c.position)
    told = (
        sa.select(event_claims.c.event, reports.c.number, reports.c.published, claims.c.side, claims.c.stance)
        .select_from(event_claims.join(events).join(claims).join(reports, claims.c.report == reports.c.id))
        .where(changed)
    )
    gone = sa.select(gone_events.c.id).where(gone_events.c.revision > since).order_by(gone_events.c.id)
    return News(
        memory.revision(connection),
        [Drawn(*row) for row in connection.execute(wanted)],
        [Told(*row) for row in connection.execute(told)],
        list(connection.execute(gone).scalars()) if since >= 0 else [],
        ask.links(connection),
    )


# Statements that every answer needs are built once: building them costs as much as running them.
_BODIES: Final = sa.select(*(events.c[name] for name in Drawn._fields)).where(
    events.c.id.in_(sa.bindparam("ids", expanding=True))
)
_HEADS: Final = (
    sa.select(*(reports.c[name] for name in Head._fields[:-1]), sa.func.coalesce(report_origins.c.origin, reports.c.id))
    .select_from(reports.outerjoin(report_origins))
    .where(reports.c.id.in_(sa.bindparam("ids", expanding=True)))
)
_CLAIMS: Final = (
    sa.select(claims)
    .select_from(event_claims.join(claims))
    .where(event_claims.c.event == sa.bindparam("event"))
    .order_by(event_claims.c.position)
)


def bodies(connection: sa.Connection, ids: Collection[str]) -> dict[str, Drawn]:
    """These events by id; one that is gone is not among them."""
    found: dict[str, Drawn] = {}
    for some in _in_parts(ids):
        found.update((row[0], Drawn._make(row)) for row in connection.execute(_BODIES, {"ids": some}))
    return found


def told_of(connection: sa.Connection, event: str) -> tuple[list[Claim], dict[str, Head]]:
    """The claims of an event, and the heads of their reports by id; none where there is no such event."""
    found = [rows.claim_of(row) for row in connection.execute(_CLAIMS, {"event": event}).mappings()]
    return found, heads(connection, {claim.report for claim in found})


def changed_since(connection: sa.Connection, revision: int, most: int) -> tuple[list[str], list[str]] | None:
    """Ids of the events that changed after a revision and of those gone; None where it is too long ago, or too much."""
    now = memory.revision(connection)
    if not max(-1, now - changes.KEPT_REVISIONS) < revision <= now:
        return None
    changed = sa.select(events.c.id).where(events.c.changed > revision).order_by(events.c.position).limit(most + 1)
    gone = sa.select(gone_events.c.id).where(gone_events.c.revision > revision).order_by(gone_events.c.id)
    found = list(connection.execute(changed).scalars()), list(connection.execute(gone.limit(most + 1)).scalars())
    return None if len(found[0]) + len(found[1]) > most else found


def heads(connection: sa.Connection, ids: Collection[str]) -> dict[str, Head]:
    """These reports without their texts, by id."""
    found: dict[str, Head] = {}
    for some in _in_parts(ids):
        found.update((row[0], Head._make(row)) for row in connection.execute(_HEADS, {"ids": some}))
    return found


def number(connection: sa.Connection, report: str) -> int | None:
    """The number of a report, None where there is none."""
    found = connection.execute(sa.select(reports.c.number).where(reports.c.id == report)).scalar()
    return None if found is None else int(found)


def numbers_with(connection: sa.Connection, text: str) -> list[int]:
    """The numbers of the reports that hold all words of `text`."""
    return matching_numbers(connection, text)


def claim_events(connection: sa.Connection, report: str) -> dict[str, str]:
    """The event of each claim of a report that has one, by the claim's id."""
    wanted = sa.select(event_claims.c.claim, event_claims.c.event).join(claims).where(claims.c.report == report)
    return {row.claim: row.event for row in connection.execute(wanted)}


def first_ids(connection: sa.Connection, ids: Collection[str]) -> dict[str, str]:
    """For each of these events the first id that it bore in this ledger; its own where it never had another."""
    found = {one: one for one in ids}
    for some in _in_parts(ids):
        borne = former_events.c
        wanted = (
            sa.select(event_claims.c.event, borne.id)
            .select_from(event_claims.join(former_events, borne.claim == event_claims.c.claim))
            .where(event_claims.c.event.in_(some))
            .order_by(borne.revision.desc(), borne.id.desc())
        )
        found.update((row.event, row.id) for row in connection.execute(wanted))
    return found


def links_of(connection: sa.Connection, event: str) -> list[tuple[Link, str]]:
    """The answers that an event gives and gets, each with the words of the report that say so."""
    links = event_links.c
    whole = reports.c.title + TITLE_END + reports.c.text
    words = sa.func.substr(whole, links.start + 1, links.end - links.start)
    wanted = (
        sa.select(event_links, words.label("words"))
        .select_from(event_links.join(reports))
        .where(sa.or_(links.later == event, links.earlier == event))
        .order_by(links.position)
    )
    return [
        (Link(row.later, row.earlier, row.kind, row.report, (row.start, row.end)), row.words)
        for row in connection.execute(wanted)
    ]


def _in_parts(ids: Iterable[str]) -> Iterable[list[str]]:
    these = sorted(set(ids))
    return (these[at : at + ask.MANY] for at in range(0, len(these), ask.MANY))
