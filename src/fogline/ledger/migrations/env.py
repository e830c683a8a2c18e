"""How a migration runs: on the connection that the ledger holds locked (see `schema.py`)."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
