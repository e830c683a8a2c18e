"""What is kept of watched sources: how each stands, and which of its items are read."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict

import sqlalchemy as sa

from fogline.ledger.ask import MANY
from fogline.ledger.tables import feed_items
from fogline.ledger.tables import feeds as feed_table
from fogline.model.feed import Feed, Mark

COUNTED = ("items", "reports", "problems", "passed")


def feeds(connection: sa.Connection, name: str | None = None) -> list[Feed]:
    """All sources that were ever watched, by name, or the one of this name."""
    here = [] if name is None else [feed_table.c.name == name]
    rows = connection.execute(sa.select(feed_table).where(*here).order_by(feed_table.c.name)).mappings()
    return [Feed(**row) for row in rows]


def marks(connection: sa.Connection, feed: str, keys: Collection[str]) -> dict[str, Mark]:
    """What is known of these items, by key."""
    found: dict[str, Mark] = {}
    for some in _some(keys):
        wanted = sa.select(feed_items).where(feed_items.c.feed == feed, feed_items.c.key.in_(some))
        for row in connection.execute(wanted).mappings():
            found[row["key"]] = Mark(row["key"], row["done"], row["tries"], row["cursor"])
    return found


def note(connection: sa.Connection, feed: Feed, items: Iterable[Mark]) -> None:
    """Keep the state of a source, its counts added to those that are there, and the marks of its items."""
    values = asdict(feed)
    here = feed_table.c.name == feed.name
    if connection.execute(sa.select(feed_table.c.name).where(here)).first() is None:
        connection.execute(sa.insert(feed_table).values(values))
    else:
        counts = {name: feed_table.c[name] + values[name] for name in COUNTED}
        connection.execute(sa.update(feed_table).where(here).values({**values, **counts}))
    new = {mark.key: mark for mark in items}
    for some in _some(new):
        connection.execute(sa.delete(feed_items).where(feed_items.c.feed == feed.name, feed_items.c.key.in_(some)))
    if new:
        connection.execute(sa.insert(feed_items), [{"feed": feed.name, **asdict(mark)} for mark in new.values()])


def _some(keys: Collection[str]) -> Iterator[list[str]]:
    """The keys in lists that one query may name."""
    ordered = sorted(keys)
    return (ordered[at : at + MANY] for at in range(0, len(ordered), MANY))
