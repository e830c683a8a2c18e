"""How verdicts are kept, and which tellings of this ledger they speak of."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from fogline.ledger import ask
from fogline.ledger.rows import Row
from fogline.ledger.tables import claims, event_claims, reports
from fogline.ledger.tables import verdicts as table
from fogline.model.verdict import Telling, Verdict, in_order


def stored(connection: sa.Connection) -> list[Verdict]:
    """All verdicts as they were given, by time, then id."""
    return in_order(_verdict_of(row) for row in connection.execute(sa.select(table)).mappings())


def in_here(connection: sa.Connection) -> list[Verdict]:
    """All verdicts, with each telling under the id that its report has here, "" where its words are not here."""
    found = stored(connection)
    ids = _ids_of(connection, {telling.words for one in found for telling in (*one.one, *one.other)})
    return [
        replace(
            one,
            one=tuple(replace(telling, report=ids.get(telling.words, "")) for telling in one.one),
            other=tuple(replace(telling, report=ids.get(telling.words, "")) for telling in one.other),
        )
        for one in found
    ]


def add(connection: sa.Connection, given: Iterable[Verdict]) -> int:
    """Store the verdicts that are not there yet; how many those were."""
    once = {verdict.id: verdict for verdict in given}
    there = set(connection.execute(sa.select(table.c.id)).scalars())
    new = [_row(verdict) for key, verdict in once.items() if key not in there]
    if new:
        connection.execute(sa.insert(table), new)
    return len(new)


def tellings(connection: sa.Connection, claim_ids: Collection[str]) -> dict[str, Telling]:
    """The telling that each of these claims is part of, by the claim's id."""
    found: dict[str, Telling] = {}
    these = sorted(claim_ids)
    for at in range(0, len(these), ask.MANY):
        wanted = sa.select(claims.c.id, claims.c.report, claims.c.happening, reports.c.same_key).join(reports)
        for row in connection.execute(wanted.where(claims.c.id.in_(these[at : at + ask.MANY]))):
            found[row.id] = Telling(row.report, row.happening, row.same_key)
    return found


def named(connection: sa.Connection) -> set[tuple[str, str]]:
    """Every telling that counts: its report's id and the happening's name within it."""
    wanted = sa.select(claims.c.report, claims.c.happening).join(reports).where(ask.COUNTS).distinct()
    return {(report, happening) for report, happening in connection.execute(wanted)}


def spoken_of(connection: sa.Connection) -> dict[str, list[str]]:
    """For each verdict, by its id, the events of now that hold a telling which it names, by id."""
    given = in_here(connection)
    holders = _events_of(connection, {telling.report for one in given for telling in (*one.one, *one.other)})
    return {
        one.id: sorted(
            {
                event
                for telling in (*one.one, *one.other)
                for event in holders.get((telling.report, telling.happening), ())
            }
        )
        for one in given
    }


def _events_of(connection: sa.Connection, named: Collection[str]) -> dict[tuple[str, str], set[str]]:
    """The events of each telling of these reports."""
    found: dict[tuple[str, str], set[str]] = {}
    these = sorted(named)
    for at in range(0, len(these), ask.MANY):
        wanted = sa.select(claims.c.report, claims.c.happening, event_claims.c.event).join(event_claims)
        for report, happening, event in connection.execute(
            wanted.where(claims.c.report.in_(these[at : at + ask.MANY]))
        ):
            found.setdefault((report, happening), set()).add(event)
    return found


def _ids_of(connection: sa.Connection, words: Collection[str]) -> dict[str, str]:
    """The ids of the reports that count and have these words, by their words' hash."""
    found: dict[str, str] = {}
    these = sorted(words)
    for at in range(0, len(these), ask.MANY):
        wanted = sa.select(reports.c.same_key, sa.func.min(reports.c.id)).group_by(reports.c.same_key)
        wanted = wanted.where(reports.c.same_key.in_(these[at : at + ask.MANY]))
        found.update((key, report) for key, report in connection.execute(wanted))
    return found


def _row(verdict: Verdict) -> dict[str, Any]:
    sides = {
        name: [[telling.report, telling.happening, telling.words] for telling in side]
        for name, side in (("one", verdict.one), ("other", verdict.other))
    }
    plain = {name: getattr(verdict, name) for name in ("id", "kind", "of", "author", "at", "reason")}
    return {**plain, **sides}


def _verdict_of(row: Row) -> Verdict:
    return Verdict(
        id=row["id"],
        kind=row["kind"],
        one=tuple(Telling(*fields) for fields in row["one"]),
        other=tuple(Telling(*fields) for fields in row["other"]),
        of=row["of"],
        author=row["author"],
        at=row["at"],
        reason=row["reason"],
    )
