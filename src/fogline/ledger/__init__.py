"""The store of reports, claims, events and links: SQLite by default, PostgreSQL for a team."""

from fogline.ledger.store import Store
from fogline.ledger.write import Merge, Standing

__all__ = ["Merge", "Standing", "Store"]
