"""What is watched, and how far it was read."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Id = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the two tables."""
    op.create_table(
        "feeds",
        sa.Column("name", Id, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        *(sa.Column(name, sa.String) for name in ("side", "language", "tried", "succeeded", "due")),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("failures", "items", "reports", "problems", "passed")
        ),
        *(sa.Column(name, sa.String) for name in ("problem", "etag", "modified")),
    )
    op.create_table(
        "feed_items",
        sa.Column("feed", Id, sa.ForeignKey("feeds.name"), primary_key=True),
        sa.Column("key", Id, primary_key=True),
        sa.Column("done", sa.Boolean, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("cursor", sa.String),
    )
