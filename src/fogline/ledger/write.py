"""How reports and claims go in, so that the ledger is a function of the set of reports, and how events are made."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import sqlalchemy as sa

from fogline.errors import LedgerError
from fogline.ledger import ask, rows, search
from fogline.ledger.tables import DERIVED, claim_links, claims, event_claims, event_links, events, meta, report_origins
from fogline.ledger.tables import reports as report_table
from fogline.model.claim import Claim, ClaimLink, Reading
from fogline.model.event import Event, Merged
from fogline.model.report import Report

Standing = Literal["new", "same_id", "same_text", "id_conflict"]
Merge = Callable[[Sequence[Report], Sequence[Claim], Sequence[ClaimLink]], Merged]
STALE = meta.c.key == "stale"


def standing_of(connection: sa.Connection, report: Report) -> Standing:
    """How a report stands to those in the ledger.

    `same_id`: it is there. `id_conflict`: another one has its id. `same_text`: its source has told the same words under
    a smaller id. Everything else is `new`.
    """
    there = connection.execute(sa.select(report_table).where(report_table.c.id == report.id)).mappings().first()
    if there is not None:
        return "same_id" if rows.report_of(there) == report else "id_conflict"
    twins = sa.select(sa.func.min(report_table.c.id)).where(report_table.c.same_key == rows.same_key(report))
    smallest = connection.execute(twins).scalar()
    return "same_text" if smallest is not None and smallest < report.id else "new"


def add(connection: sa.Connection, items: Iterable[tuple[Report, Reading | None]]) -> list[Standing]:
    """Store what is new of the reports and their readings; the standing of each, in their order.

    A reading of a report that was stored unread is added to it. Raises LedgerError where a reading belongs to another
    report.
    """
    standings, changed = [], False
    for report, reading in items:
        standing = standing_of(connection, report)
        if standing == "new":
            row = rows.report_row(report, read=reading is not None)
            number = connection.execute(
                sa.insert(report_table).values(row).returning(report_table.c.number)
            ).scalar_one()
            search.index(connection, number, report.title, report.text)
        first_reading = standing == "new" or (standing == "same_id" and _is_unread(connection, report.id))
        if reading is not None and first_reading:
            _add_reading(connection, report, reading)
            changed = True
        changed = changed or standing == "new"
        standings.append(standing)
    if changed:
        connection.execute(sa.update(meta).where(STALE).values(value="1"))
    return standings


def rebuild(connection: sa.Connection, merge: Merge) -> None:
    """Make the events anew from all that was read, and note that they are up to date."""
    merged = merge(ask.reports(connection), ask.claims(connection), ask.claim_links(connection))
    ordered = sorted(merged.events, key=export_order)
    for table in DERIVED:
        connection.execute(sa.delete(table))
    _insert(connection, events, [rows.event_row(event, at) for at, event in enumerate(ordered, start=1)])
    _insert(
        connection,
        event_claims,
        [
            {"event": event.id, "position": at, "claim": claim.id}
            for event in ordered
            for at, claim in enumerate(event.claims)
        ],
    )
    links = sorted(merged.links, key=lambda link: (link.later, link.earlier, link.kind, link.report, link.span))
    _insert(connection, event_links, [{**rows.link_row(link), "position": at} for at, link in enumerate(links)])
    origins = sorted(merged.origins.items())
    _insert(connection, report_origins, [{"report": report, "origin": origin} for report, origin in origins])
    connection.execute(sa.update(meta).where(STALE).values(value="0"))


def export_order(event: Event) -> tuple[bool, str, str]:
    """By first day, those without one last, then by id."""
    return event.date is None, event.date.first.isoformat() if event.date else "", event.id


def _add_reading(connection: sa.Connection, report: Report, reading: Reading) -> None:
    named = {reading.report, *(claim.report for claim in reading.claims), *(link.report for link in reading.links)}
    if named != {report.id}:
        raise LedgerError(f"the reading given for report {report.id} is of another report")
    _insert(connection, claims, [rows.claim_row(claim) for claim in reading.claims])
    _insert(connection, claim_links, [rows.link_row(link) for link in dict.fromkeys(reading.links)])
    connection.execute(sa.update(report_table).where(report_table.c.id == report.id).values(read=True))


def _is_unread(connection: sa.Connection, report: str) -> bool:
    return not connection.execute(sa.select(report_table.c.read).where(report_table.c.id == report)).scalar()


def _insert(connection: sa.Connection, table: sa.Table, values: list[dict[str, object]]) -> None:
    if values:
        connection.execute(sa.insert(table), values)
