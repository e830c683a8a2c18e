"""How reports and claims go in, so that the ledger is a function of the set of reports, and how events are made."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

import sqlalchemy as sa

from fogline.errors import LedgerError
from fogline.ledger import ask, changes, memory, rows, search, verdicts
from fogline.ledger.draw import draw, in_order
from fogline.ledger.memory import Memory
from fogline.ledger.tables import claim_links, claims, event_claims, event_links, events, meta
from fogline.ledger.tables import reports as report_table
from fogline.ledger.versions import kept, same_words
from fogline.model.claim import Claim, ClaimLink, Reading
from fogline.model.event import Merged
from fogline.model.report import Report
from fogline.model.verdict import Verdict

Standing = Literal["new", "same_text", "same_id", "completed", "replaced", "id_conflict"]
Merge = Callable[[Sequence[Report], Sequence[Claim], Sequence[ClaimLink], Sequence[Verdict]], Merged]
STALE = meta.c.key == "stale"


class Look(NamedTuple):
    """How a report stands to those in the ledger, and what the ledger keeps, or will keep, under its id."""

    standing: Standing
    kept: Report


def look(connection: sa.Connection, report: Report) -> Look:
    """How a report stands to those in the ledger.

    `same_id`: it is there. `completed`: it is there, and this one says its date or language, or an earlier one.
    `id_conflict`: another one has its id and keeps it. `replaced`: another one has its id, and this one takes it (see
    `versions.kept`). `same_text`: its source has told the same words under a smaller id. Everything else is `new`.
    """
    there = connection.execute(sa.select(report_table).where(report_table.c.id == report.id)).mappings().first()
    if there is not None:
        return _beside(rows.report_of(there), report)
    twins = sa.select(sa.func.min(report_table.c.id)).where(report_table.c.same_key == rows.same_key(report))
    smallest = connection.execute(twins).scalar()
    return Look("same_text" if smallest is not None and smallest < report.id else "new", report)


def _beside(stored: Report, report: Report) -> Look:
    keeps = kept(stored, report)
    if same_words(stored, report):
        return Look("same_id" if keeps == stored else "completed", keeps)
    return Look("id_conflict" if keeps == stored else "replaced", keeps)


class Added(NamedTuple):
    """The standing of each report, the words of all reports that were touched, and whether any events went with them.

    `changed` tells whether the ledger is another than before.
    """

    standings: list[Standing]
    touched: set[str]
    changed: bool
    forgot: bool


def add(connection: sa.Connection, items: Iterable[tuple[Report, Reading | None]]) -> Added:
    """Store what is new of the reports and their readings; the standing of each, in their order.

    A reading of a report that was stored unread is added to it. A reading of a report that is not the one which the
    ledger keeps is left out, and that one then waits unread. Raises LedgerError where a reading belongs to another
    report.
    """
    standings, changed, forgot = [], False, False
    touched: set[str] = set()
    for report, reading in items:
        standing, keeps = look(connection, report)
        touched |= {rows.same_key(report), rows.same_key(keeps)}
        if standing in ("new", "same_text"):
            _put(connection, report)
            changed = changed or standing == "new"
        elif standing in ("completed", "replaced"):
            touched.add(_change(connection, keeps))
            changed = forgot = True
        if reading is not None and keeps == report and _is_unread(connection, report.id):
            _add_reading(connection, report, reading)
            changed = True
        standings.append(standing)
    if changed:
        make_stale(connection)
    return Added(standings, touched, changed, forgot)


def make_stale(connection: sa.Connection) -> None:
    """Note that the events are no longer what the reports and verdicts add up to."""
    connection.execute(sa.update(meta).where(STALE).values(value="1"))


def _put(connection: sa.Connection, report: Report) -> None:
    """Store a report unread."""
    row = rows.report_row(report, read=False)
    number = connection.execute(sa.insert(report_table).values(row).returning(report_table.c.number)).scalar_one()
    search.index(connection, number, report.title, report.text)


def _change(connection: sa.Connection, keeps: Report) -> str:
    """Put this report in the place of the one with its id, unread, and take out all that was read in that one.

    The words (`same_key`) of the one that was there.
    """
    old = connection.execute(sa.select(report_table).where(report_table.c.id == keeps.id)).mappings().one()
    _forget(connection, keeps.id)
    search.drop(connection, old["number"], old["title"], old["text"])
    connection.execute(
        sa.update(report_table).where(report_table.c.id == keeps.id).values(rows.report_row(keeps, read=False))
    )
    search.index(connection, old["number"], keeps.title, keeps.text)
    return str(old["same_key"])


def _forget(connection: sa.Connection, report: str) -> None:
    """Take out a report's claims, and the events that rest on them until they are drawn anew."""
    behind = sa.select(claims.c.id).where(claims.c.report == report)
    drawn = list(
        connection.execute(sa.select(event_claims.c.event).where(event_claims.c.claim.in_(behind)).distinct()).scalars()
    )
    changes.bury(connection, drawn, memory.revision(connection) + 1, without=report)
    links = event_links.c
    for delete in (
        sa.delete(event_links).where(sa.or_(links.report == report, links.later.in_(drawn), links.earlier.in_(drawn))),
        sa.delete(event_claims).where(event_claims.c.event.in_(drawn)),
        sa.delete(events).where(events.c.id.in_(drawn)),
        sa.delete(claim_links).where(claim_links.c.report == report),
        sa.delete(claims).where(claims.c.report == report),
    ):
        connection.execute(delete)


def rebuild(connection: sa.Connection, merge: Merge, known: Memory | None) -> Merged:
    """Make the events anew from all that was read and judged, and note that they are up to date; what was drawn.

    `known` is what need not be loaded, nor written where it is there already.
    """
    given = verdicts.in_here(connection)
    if known is None:
        merged = merge(ask.reports(connection), ask.claims(connection), ask.claim_links(connection), given)
    else:
        merged = merge(known.all_reports(), known.all_claims(), known.all_links(), given)
    drawn = in_order(merged)
    draw(connection, drawn, known.drawn if known else None, memory.revision(connection) + 1)
    connection.execute(sa.update(meta).where(STALE).values(value="0"))
    return drawn


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
