"""How do the events of a merge get into the ledger: all of them, or only what is not there as it should be?

Either way the tables hold the same rows.
"""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from fogline.ledger import ask, changes, rows
from fogline.ledger.changes import Known
from fogline.ledger.tables import DERIVED, event_claims, event_links, events, report_origins
from fogline.model.event import Event, Link, Merged

# Where more of the events than this changed, all are written: that is faster then.
MOST_CHANGED = 0.25


def in_order(merged: Merged) -> Merged:
    """The same with events and links in the order of the ledger."""
    links = sorted(merged.links, key=lambda link: (link.later, link.earlier, link.kind, link.report, link.span))
    return Merged(tuple(sorted(merged.events, key=export_order)), tuple(links), merged.origins)


def export_order(event: Event) -> tuple[bool, int, str]:
    """By first day, those without one last, then by id."""
    return event.date is None, event.date.first.toordinal() if event.date else 0, event.id


def draw(connection: sa.Connection, merged: Merged, before: Merged | None, now: int) -> None:
    """Write what a merge gave, in order, as revision `now`; `before` is what the tables hold, None where not known."""
    if before is not None and before.events:
        held = {event.id: event for event in before.events}
        same = {id(event) for event in before.events}  # most are the very objects that were drawn before
        new = [event for event in merged.events if id(event) not in same and held.get(event.id) != event]
        if len(new) <= MOST_CHANGED * len(before.events):
            _draw_changes(connection, merged, before, new, now)
            return
    noted = changes.known(connection)
    there = {event.id for event in merged.events}
    changes.note_presence(connection, there - noted.keys(), noted.keys() - there, now)
    for table in DERIVED:
        connection.execute(sa.delete(table))
    marks = changes.marks(merged.events, merged.links, noted, now)
    _put_events(connection, enumerate(merged.events, start=1), marks)
    _put_links(connection, merged.links)
    _put_origins(connection, merged.origins.items())


def _draw_changes(connection: sa.Connection, merged: Merged, before: Merged, new: Sequence[Event], now: int) -> None:
    """Write only what changed."""
    fresh = {event.id for event in new}
    kept = {event.id for event in merged.events} - fresh
    out = [event.id for event in before.events if event.id not in kept]
    changes.note_presence(connection, fresh, {*out} - fresh, now)
    relink = merged.links != before.links or bool({end for link in before.links for end in _ends(link)} & {*out})
    if relink:
        connection.execute(sa.delete(event_links))
    for at in range(0, len(out), ask.MANY):
        part = out[at : at + ask.MANY]
        connection.execute(sa.delete(event_claims).where(event_claims.c.event.in_(part)))
        connection.execute(sa.delete(events).where(events.c.id.in_(part)))
    _move(connection, merged, before, kept)
    marks = changes.marks(new, merged.links, {}, now)
    _put_events(connection, ((at, one) for at, one in enumerate(merged.events, start=1) if one.id in fresh), marks)
    if relink:
        _put_links(connection, merged.links)
        ends = {end for link in {*merged.links} ^ {*before.links} for end in _ends(link)}
        changed_links = [event for event in merged.events if event.id in ends & kept]
        changes.mark(connection, changes.marks(changed_links, merged.links, {}, now))
    origins, known = merged.origins, before.origins
    changed = {report for report in {*origins, *known} if origins.get(report) != known.get(report)}
    stale = sorted(changed & {*known})
    for at in range(0, len(stale), ask.MANY):
        connection.execute(sa.delete(report_origins).where(report_origins.c.report.in_(stale[at : at + ask.MANY])))
    _put_origins(connection, ((report, origins[report]) for report in changed if report in origins))


def _move(connection: sa.Connection, merged: Merged, before: Merged, kept: set[str]) -> None:
    """Give the events that stay the numbers that they have now; between two changes all move by as much.

    By way of negative numbers, since no two rows may bear one number at any time.
    """
    was = {event.id: at for at, event in enumerate(before.events, start=1)}
    runs: list[list[int]] = []  # first and last old number, and how far it moves
    for at, event in enumerate(merged.events, start=1):
        if event.id not in kept:
            continue
        old = was[event.id]
        if runs and runs[-1][2] == at - old:
            runs[-1][1] = old
        else:
            runs.append([old, old, at - old])
    position = events.c.position
    for first, last, step in runs:
        if step:
            moving = sa.update(events).where(position.between(first, last))
            connection.execute(moving.values(position=-(position + step)))
    if any(step for _, _, step in runs):
        connection.execute(sa.update(events).where(position < 0).values(position=-position))


def _ends(link: Link) -> tuple[str, str]:
    return link.later, link.earlier


def _put_events(connection: sa.Connection, numbered: Iterable[tuple[int, Event]], marks: dict[str, Known]) -> None:
    put = list(numbered)
    _insert(connection, events, [{**rows.event_row(event, at), **marks[event.id]._asdict()} for at, event in put])
    claims = [(event.id, at, claim.id) for _, event in put for at, claim in enumerate(event.claims)]
    _insert(connection, event_claims, [{"event": event, "position": at, "claim": claim} for event, at, claim in claims])


def _put_links(connection: sa.Connection, links: Sequence[Link]) -> None:
    _insert(connection, event_links, [{**rows.link_row(link), "position": at} for at, link in enumerate(links)])


def _put_origins(connection: sa.Connection, origins: Iterable[tuple[str, str]]) -> None:
    _insert(connection, report_origins, [{"report": one, "origin": origin} for one, origin in sorted(origins)])


def _insert(connection: sa.Connection, table: sa.Table, values: list[dict[str, object]]) -> None:
    if values:
        connection.execute(sa.insert(table), values)
