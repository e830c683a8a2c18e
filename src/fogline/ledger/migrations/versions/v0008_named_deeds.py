"""What a link says was answered where its report tells nothing more of that deed; none in older ledgers."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column."""
    op.add_column("claim_links", sa.Column("named", sa.JSON(none_as_null=True)))
