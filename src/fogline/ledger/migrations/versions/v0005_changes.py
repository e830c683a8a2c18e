"""When each event last changed, and which are gone, so that one who watches the ledger need not read it all again."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Id = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns and the table; what is there counts as there from the beginning."""
    op.add_column("events", sa.Column("changed", sa.Integer, nullable=False, server_default="0"))
    op.add_column("events", sa.Column("digest", sa.String, nullable=False, server_default=""))
    op.create_index("ix_events_changed", "events", ["changed"])
    op.create_table(
        "gone_events",
        sa.Column("id", Id, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_gone_events_revision", "gone_events", ["revision"])
