"""A count of all writes, by which a process knows whether another one changed what it remembers of the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Begin to count."""
    meta = sa.table("meta", sa.column("key"), sa.column("value"))
    op.execute(sa.delete(meta).where(meta.c.key == "writes"))
    op.bulk_insert(meta, [{"key": "writes", "value": "0"}])
