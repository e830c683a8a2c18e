"""People's verdicts on which tellings are of one happening, rows that are only ever added; and a count of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Id = sa.String().with_variant(sa.String(collation="C"), "postgresql")
Json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Make the table, and begin to count."""
    meta = sa.table("meta", sa.column("key"), sa.column("value"))
    op.execute(sa.delete(meta).where(meta.c.key == "revision"))
    op.bulk_insert(meta, [{"key": "revision", "value": "0"}])
    op.create_table(
        "verdicts",
        sa.Column("id", Id, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("one", Json, nullable=False),
        sa.Column("other", Json, nullable=False),
        sa.Column("of", Id),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", Id, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
