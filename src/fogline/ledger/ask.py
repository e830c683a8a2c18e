"""What the ledger answers: reports, claims, events and links, always in the same order."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from fogline.errors import LedgerError
from fogline.ledger import rows, search
from fogline.ledger.tables import claim_links as claim_link_table
from fogline.ledger.tables import claims as claim_table
from fogline.ledger.tables import event_claims, event_links, former_events, report_origins
from fogline.ledger.tables import events as event_table
from fogline.ledger.tables import reports as report_table
from fogline.model.claim import Claim, ClaimLink
from fogline.model.event import Event, Link
from fogline.model.query import EventQuery
from fogline.model.report import Report

# How many ids an answer names where a prefix fits several.
NAMED = 5
# A shorter key of digits alone is a number in the list, and never how an id begins: "show 0" means no event.
SHORTEST_ID = 4
# How many ids one query lists: SQLite once allowed no more than 999.
MANY = 500

_twin = report_table.alias("twin")
# Of reports with the same words from the same source, the one with the smallest id counts, and no other.
COUNTS = (
    report_table.c.id
    == sa.select(sa.func.min(_twin.c.id)).where(_twin.c.same_key == report_table.c.same_key).scalar_subquery()
)
CLAIM_ORDER = (claim_table.c.report, claim_table.c.sentence_start, claim_table.c.id)
_link = claim_link_table.c
LINK_ORDER = (_link.report, _link.start, _link.end, _link.later, _link.earlier, _link.kind)


def reports(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Report]:
    """The reports that count, by id."""
    wanted = sa.select(report_table).where(COUNTS, *where).order_by(report_table.c.id)
    return [rows.report_of(row) for row in connection.execute(wanted).mappings()]


def unread_reports(connection: sa.Connection, languages: Iterable[str | None] | None) -> list[Report]:
    """The reports that no reader has read, of the given languages (None: unknown) or of all, by id."""
    language = report_table.c.language
    of_language = [] if languages is None else [sa.or_(*(language.is_not_distinct_from(one) for one in languages))]
    return reports(connection, report_table.c.read.is_(False), *of_language)


def unread_languages(connection: sa.Connection) -> list[str | None]:
    """The languages of the reports that no reader has read, by name, the unknown one last."""
    language = report_table.c.language
    wanted = sa.select(language).where(COUNTS, report_table.c.read.is_(False)).distinct()
    return sorted(connection.execute(wanted).scalars(), key=lambda name: (name is None, name or ""))


class Arrived(NamedTuple):
    """A report that counts, with the number of its claims."""

    id: str
    published: str | None
    language: str | None
    read: bool
    claims: int


def arrived(connection: sa.Connection, ids: Collection[str]) -> list[Arrived]:
    """Those of these reports that count and whose text was not there under any other id, by id."""
    table, these, found = report_table.c, sorted(ids), []
    told = sa.select(sa.func.count()).where(claim_table.c.report == table.id).correlate(report_table).scalar_subquery()
    for at in range(0, len(these), MANY):
        wanted = sa.select(table.id, table.published, table.language, table.read, told, table.same_key)
        counting = connection.execute(wanted.where(COUNTS, table.id.in_(these[at : at + MANY]))).all()
        same_texts = sa.select(table.same_key, table.id).where(table.same_key.in_([row[-1] for row in counting]))
        known = {key for key, twin in connection.execute(same_texts) if twin not in ids}
        found += [Arrived(*row[:-1]) for row in counting if row[-1] not in known]
    return sorted(found, key=lambda report: report.id)


def report(connection: sa.Connection, key: str) -> Report:
    """The report with this id, or the only one whose id begins so. Raises LedgerError."""
    exact = connection.execute(sa.select(report_table).where(report_table.c.id == key)).mappings().first()
    if exact is not None:
        return rows.report_of(exact)
    found = reports(connection, _begins(report_table.c.id, key))
    return found[_only([one.id for one in found], key, "report")]


def search_reports(connection: sa.Connection, text: str) -> list[Report]:
    """The reports that count and hold all words of `text`, by id."""
    found = search.matching(connection, text)
    return [one for one in reports(connection) if one.id in found]


def claims(connection: sa.Connection, report: str | None = None) -> list[Claim]:
    """The claims of the reports that count, or of one of them, by report and place in it."""
    of_report = [] if report is None else [claim_table.c.report == report]
    wanted = sa.select(claim_table).join(report_table).where(COUNTS, *of_report).order_by(*CLAIM_ORDER)
    return [rows.claim_of(row) for row in connection.execute(wanted).mappings()]


def claim_links(connection: sa.Connection) -> list[ClaimLink]:
    """The answers that reports speak of, between claims, by report and place in it."""
    wanted = sa.select(claim_link_table).join(report_table).where(COUNTS).order_by(*LINK_ORDER)
    return [rows.claim_link_of(row) for row in connection.execute(wanted).mappings()]


def events(connection: sa.Connection, query: EventQuery) -> list[Event]:
    """The events that pass the query, by first day (none last), then id."""
    found = [event for event in _events(connection, _in_sql(query)) if query.accepts(event)]
    if query.text is None:
        return found
    told = search.matching(connection, query.text)
    return [event for event in found if any(claim.report in told for claim in event.claims)]


def event(connection: sa.Connection, key: str) -> Event:
    """The event with this id, with this number in the list of all events (from 1), or the only one whose id begins so;
    else what became of the one that bore this id once.

    Raises LedgerError.
    """
    table = event_table.c
    digits = key.isascii() and key.isdigit()
    number = [table.position == int(key)] if digits and len(key) < len(str(2**31)) else []
    beginning = [] if digits and len(key) < SHORTEST_ID else [_begins(table.id, key)]
    for condition in (table.id == key, *number, *beginning):
        ids = list(connection.execute(sa.select(table.id).where(condition).order_by(table.id)).scalars())
        if ids:
            chosen = ids[_only(ids, key, "event")]
            return _events(connection, [table.id == chosen])[0]
    successor = event_of(connection, claim_of(connection, key))
    if successor is not None:
        return _events(connection, [table.id == successor])[0]
    raise LedgerError(f'there is no event "{key}": see the list with fogline events')


def claim_of(connection: sa.Connection, key: str) -> str | None:
    """The first claim of the event with this id, or one of the event that bore it once; None where there was none."""
    now = sa.select(event_claims.c.claim).where(event_claims.c.event == key).order_by(event_claims.c.position).limit(1)
    once = sa.select(former_events.c.claim).where(former_events.c.id == key)
    found = connection.execute(now).scalar() or connection.execute(once).scalar()
    return None if found is None else str(found)


def event_of(connection: sa.Connection, claim: str | None) -> str | None:
    """The id of the event that holds a claim; None where none does."""
    found = connection.execute(sa.select(event_claims.c.event).where(event_claims.c.claim == claim)).scalar()
    return None if found is None else str(found)


def links(connection: sa.Connection) -> list[Link]:
    """The answers between events, by the later and the earlier event."""
    wanted = sa.select(event_links).order_by(event_links.c.position)
    return [rows.event_link_of(row) for row in connection.execute(wanted).mappings()]


def origins(connection: sa.Connection) -> dict[str, str]:
    """For each report the id of the one whose words it copies, or its own."""
    wanted = sa.select(report_origins).order_by(report_origins.c.report)
    return {row["report"]: row["origin"] for row in connection.execute(wanted).mappings()}


def events_of(connection: sa.Connection, report_ids: Collection[str]) -> list[str]:
    """The ids of the events that rest on a claim of these reports, in order."""
    these, found = sorted(report_ids), set[str]()
    for at in range(0, len(these), MANY):
        wanted = sa.select(event_claims.c.event).select_from(event_claims.join(claim_table))
        found.update(connection.execute(wanted.where(claim_table.c.report.in_(these[at : at + MANY]))).scalars())
    return sorted(found)


def event_count(connection: sa.Connection) -> int:
    """How many events there are."""
    return int(connection.execute(sa.select(sa.func.count()).select_from(event_table)).scalar_one())


def claim_count(connection: sa.Connection) -> int:
    """How many claims are stored, those of reports that do not count among them."""
    return int(connection.execute(sa.select(sa.func.count()).select_from(claim_table)).scalar_one())


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many `reports`, `unread` among them, `claims`, `events`, `disputed` among them, `links`."""
    canonical = sa.select(sa.func.count()).select_from(report_table).where(COUNTS)
    all_events = sa.select(sa.func.count()).select_from(event_table)
    asked = {
        "reports": canonical,
        "unread": canonical.where(report_table.c.read.is_(False)),
        "claims": sa.select(sa.func.count()).select_from(claim_table.join(report_table)).where(COUNTS),
        "events": all_events,
        "disputed": all_events.where(event_table.c.disputed),
        "links": sa.select(sa.func.count()).select_from(event_links),
    }
    return {name: int(connection.execute(select).scalar_one()) for name, select in asked.items()}


def _in_sql(query: EventQuery) -> list[sa.ColumnElement[bool]]:
    """The part of a query that the database answers: time, type, status, dispute."""
    table, where = event_table.c, []
    if query.since is not None:
        where.append(table.last >= query.since)
    if query.until is not None:
        where.append(table.first <= query.until)
    if query.types:
        where.append(table.type.in_(query.types))
    if query.status is not None:
        where.append(table.status == query.status)
    if query.disputed is not None:
        where.append(table.disputed.is_(query.disputed))
    return where


def _events(connection: sa.Connection, where: Sequence[sa.ColumnElement[bool]]) -> list[Event]:
    """The events under a condition, each with its claims in the order that the merge gave them."""
    behind = (
        sa.select(event_claims.c.event, claim_table)
        .select_from(event_claims.join(claim_table).join(event_table))
        .where(*where)
        .order_by(event_claims.c.event, event_claims.c.position)
    )
    of_event: dict[str, list[Claim]] = {}
    for row in connection.execute(behind).mappings():
        of_event.setdefault(row["event"], []).append(rows.claim_of(row))
    wanted = sa.select(event_table).where(*where).order_by(event_table.c.position)
    return [rows.event_of(row, tuple(of_event.get(row["id"], ()))) for row in connection.execute(wanted).mappings()]


def _begins(column: sa.ColumnElement[str], prefix: str) -> sa.ColumnElement[bool]:
    return sa.and_(sa.literal(bool(prefix)), sa.func.substr(column, 1, len(prefix)) == prefix)


def _only(ids: Sequence[str], key: str, noun: str) -> int:
    """The index of the only id. Raises LedgerError where there is none, or more than one."""
    if not ids:
        raise LedgerError(f'there is no {noun} "{key}"')
    if len(ids) > 1:
        several = ", ".join(ids[:NAMED]) + (", …" if len(ids) > NAMED else "")
        raise LedgerError(f'"{key}" fits {len(ids)} {noun}s: {several}')
    return 0
