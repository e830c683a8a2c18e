"""What the ledger's tables are. The migrations make them; a test holds the two together.

Lists, figures and spans are JSON with sorted keys. Rows of `events`, `event_claims`, `event_links` and
`report_origins` are derived: `rebuild` makes them anew from the rest.
"""

from typing import Final

import sqlalchemy as sa

# Ids are compared character by character, whatever the language of a PostgreSQL database.
Id = sa.String().with_variant(sa.String(collation="C"), "postgresql")
Json = sa.JSON(none_as_null=True)

metadata = sa.MetaData()

reports: Final = sa.Table(
    "reports",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("source", sa.String),
    sa.Column("url", sa.String),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("text", sa.String, nullable=False),
    sa.Column("published", sa.String),
    sa.Column("language", sa.String),
    # Equal for the same words from the same source; of such reports the one with the smallest id counts.
    sa.Column("same_key", sa.String, nullable=False),
    sa.Column("read", sa.Boolean, nullable=False),
    sa.Index("reports_same_key", "same_key", "id"),
)

claims: Final = sa.Table(
    "claims",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("happening", sa.String, nullable=False),
    sa.Column("by", sa.String),
    sa.Column("side", sa.String),
    sa.Column("stance", sa.String, nullable=False),
    sa.Column("type", sa.String, nullable=False),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("first", sa.Date),
    sa.Column("last", sa.Date),
    sa.Column("place", Json),
    sa.Column("actor", Json, nullable=False),
    sa.Column("target", Json, nullable=False),
    sa.Column("against", Json, nullable=False),
    sa.Column("weapon", Json, nullable=False),
    sa.Column("effects", Json, nullable=False),
    sa.Column("figures", Json, nullable=False),
    sa.Column("spans", Json, nullable=False),
    sa.Column("sentence", sa.String, nullable=False),
    sa.Column("sentence_start", sa.Integer, nullable=False),
    sa.Column("confidence", sa.Double, nullable=False),
    sa.Column("type_open", sa.Boolean, nullable=False, server_default=sa.false()),
)

claim_links: Final = sa.Table(
    "claim_links",
    metadata,
    sa.Column("later", Id, sa.ForeignKey("claims.id"), primary_key=True),
    sa.Column("earlier", Id, sa.ForeignKey("claims.id"), primary_key=True),
    sa.Column("kind", sa.String, primary_key=True),
    sa.Column("start", sa.Integer, primary_key=True),
    sa.Column("end", sa.Integer, primary_key=True),
    sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False, index=True),
    # What was answered where the report tells no claim of it: places, names, days. `earlier` is then `later` itself.
    sa.Column("named", Json),
)

# What people said of the merge: rows are only ever added.
verdicts: Final = sa.Table(
    "verdicts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("one", Json, nullable=False),
    sa.Column("other", Json, nullable=False),
    sa.Column("of", Id),
    sa.Column("author", sa.String, nullable=False),
    sa.Column("at", Id, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
)

events: Final = sa.Table(
    "events",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False, unique=True),
    sa.Column("type", sa.String, nullable=False, index=True),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("first", sa.Date, index=True),
    sa.Column("last", sa.Date),
    sa.Column("disputed", sa.Boolean, nullable=False),
    sa.Column("body", Json, nullable=False),
    # A hash of all that is told of the event, and the revision of the ledger in which it last changed.
    sa.Column("changed", sa.Integer, nullable=False, index=True, server_default="0"),
    sa.Column("digest", sa.String, nullable=False, server_default=""),
)

# Events that were there, and the revision in which they went: for those who watch the ledger.
gone_events: Final = sa.Table(
    "gone_events",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False, index=True),
)

# An id that an event bore once, and a claim that it held then: the event with that claim is what became of it. The
# revision is the one in which the id first went.
former_events: Final = sa.Table(
    "former_events",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("claim", Id, nullable=False, index=True),
    sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
)

event_claims: Final = sa.Table(
    "event_claims",
    metadata,
    sa.Column("event", Id, sa.ForeignKey("events.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("claim", Id, sa.ForeignKey("claims.id"), nullable=False, index=True),
)

event_links: Final = sa.Table(
    "event_links",
    metadata,
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("later", Id, sa.ForeignKey("events.id"), nullable=False),
    sa.Column("earlier", Id, sa.ForeignKey("events.id"), nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
)

report_origins: Final = sa.Table(
    "report_origins",
    metadata,
    sa.Column("report", Id, sa.ForeignKey("reports.id"), primary_key=True),
    sa.Column("origin", Id, nullable=False),
)

meta: Final = sa.Table(
    "meta",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("value", sa.String, nullable=False),
)

# What is watched and how far it was read: no part of what the ledger says, and never exported.
feeds: Final = sa.Table(
    "feeds",
    metadata,
    sa.Column("name", Id, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("address", sa.String, nullable=False),
    *(sa.Column(name, sa.String) for name in ("side", "language", "tried", "succeeded", "due")),
    *(sa.Column(name, sa.Integer, nullable=False) for name in ("failures", "items", "reports", "problems", "passed")),
    *(sa.Column(name, sa.String) for name in ("problem", "etag", "modified")),
)

feed_items: Final = sa.Table(
    "feed_items",
    metadata,
    sa.Column("feed", Id, sa.ForeignKey("feeds.name"), primary_key=True),
    sa.Column("key", Id, primary_key=True),
    sa.Column("done", sa.Boolean, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("cursor", sa.String),
)

# The derived tables, in the order in which they can be emptied.
DERIVED: Final = (event_links, event_claims, report_origins, events)
