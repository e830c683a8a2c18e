"""Fogline reads war reporting and keeps a ledger of who says what happened."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from fogline.api import Ledger

__all__ = ["__version__", "open"]
__version__ = "0.1.0"


def open(address: "str | Path | None" = None, *, create: bool = True) -> "Ledger":
    """Open a ledger, a file or a database address; see `fogline.api.open`."""
    from fogline.api import open as open_ledger

    return open_ledger(address, create=create)
