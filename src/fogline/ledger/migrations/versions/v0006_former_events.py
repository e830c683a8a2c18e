"""By which ids events were known before, so that an address that was sent still leads to what it meant."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

Id = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table; of what went before nothing is known."""
    op.create_table(
        "former_events",
        sa.Column("id", Id, primary_key=True),
        sa.Column("claim", Id, nullable=False),
    )
