"""Which of an event's former ids came first, so that a feed can go on naming it by that one."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column and an index; ids that went before count as those that went first."""
    op.add_column("former_events", sa.Column("revision", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_former_events_claim", "former_events", ["claim"])
