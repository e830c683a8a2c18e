"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Id = sa.String().with_variant(sa.String(collation="C"), "postgresql")
Json = sa.JSON(none_as_null=True)
FULL_TEXT = (
    "CREATE VIRTUAL TABLE reports_text USING fts5("
    "title, text, content='reports', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
)


def upgrade() -> None:
    """Make the tables of an empty ledger, which is at rest: nothing is stale in it."""
    _sources()
    _derived()
    meta = op.create_table(
        "meta",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.bulk_insert(meta, [{"key": "format", "value": "1"}, {"key": "stale", "value": "0"}])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FULL_TEXT)


def _sources() -> None:
    """What was read: never changed once it is there."""
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("source", sa.String),
        sa.Column("url", sa.String),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("published", sa.String),
        sa.Column("language", sa.String),
        sa.Column("same_key", sa.String, nullable=False),
        sa.Column("read", sa.Boolean, nullable=False),
    )
    op.create_index("reports_same_key", "reports", ["same_key", "id"])
    op.create_table(
        "claims",
        sa.Column("id", Id, primary_key=True),
        sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False),
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
    )
    op.create_index("ix_claims_report", "claims", ["report"])
    op.create_table(
        "claim_links",
        sa.Column("later", Id, sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("earlier", Id, sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("end", sa.Integer, primary_key=True),
        sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False),
    )
    op.create_index("ix_claim_links_report", "claim_links", ["report"])


def _derived() -> None:
    """What is made anew from the rest."""
    op.create_table(
        "events",
        sa.Column("id", Id, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False, unique=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("disputed", sa.Boolean, nullable=False),
        sa.Column("body", Json, nullable=False),
    )
    op.create_index("ix_events_type", "events", ["type"])
    op.create_index("ix_events_first", "events", ["first"])
    op.create_table(
        "event_claims",
        sa.Column("event", Id, sa.ForeignKey("events.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("claim", Id, sa.ForeignKey("claims.id"), nullable=False),
    )
    op.create_index("ix_event_claims_claim", "event_claims", ["claim"])
    op.create_table(
        "event_links",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("later", Id, sa.ForeignKey("events.id"), nullable=False),
        sa.Column("earlier", Id, sa.ForeignKey("events.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_table(
        "report_origins",
        sa.Column("report", Id, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("origin", Id, nullable=False),
    )
