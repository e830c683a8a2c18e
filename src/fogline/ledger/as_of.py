"""What did the ledger hold at a moment? A copy in memory, of the reports and verdicts that were known then.

A report is known from its moment of publication: a bare date from its first moment, a time without offset as UTC (so
the merge orders them too). One without a date is in no such copy: nothing says that it was known. Its text counts once,
under the id and with the date that it has in the whole ledger.
"""

import datetime as dt
from collections.abc import Iterator

import sqlalchemy as sa

from fogline.ledger import ask, search
from fogline.ledger.tables import claim_links, claims, reports, verdicts
from fogline.model.report import moment_of

# Rows copied at a time.
MANY_ROWS = 5000


def copy_known(source: sa.Connection, target: sa.Connection, moment: dt.datetime) -> int:
    """Copy what was known at a moment into an empty ledger; how many reports of the source have no date."""
    dates = sa.select(reports.c.id, reports.c.published).where(ask.COUNTS)
    undated, known = 0, set()
    for row in source.execute(dates):
        told = moment_of(row.published)
        undated += told is None
        if told is not None and told <= moment:
            known.add(row.id)
    for table, of in ((reports, "id"), (claims, "report"), (claim_links, "report")):
        for rows in _rows(source, table):
            kept = [row for row in rows if row[of] in known]
            if kept:
                target.execute(sa.insert(table), kept)
    given = verdicts.c.at <= moment.astimezone(dt.UTC).isoformat(timespec="milliseconds")
    for rows in _rows(source, verdicts, given):
        target.execute(sa.insert(verdicts), rows)
    search.index_all(target)
    return undated


def _rows(source: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> Iterator[list[dict[str, object]]]:
    found = source.execute(sa.select(table).where(*where)).mappings()
    for rows in found.partitions(MANY_ROWS):
        yield [dict(row) for row in rows]
