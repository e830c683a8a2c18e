"""Claims whose words leave the type open say so; those of older ledgers are taken as settled until read again."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column."""
    op.add_column("claims", sa.Column("type_open", sa.Boolean, nullable=False, server_default=sa.false()))
