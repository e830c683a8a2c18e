"""The store of reports, claims, events and links: SQLite by default, PostgreSQL for a team."""

from fogline.ledger.store import Store
from fogline.ledger.write import Look, Merge, Standing

__all__ = ["Look", "Merge", "Standing", "Store"]
