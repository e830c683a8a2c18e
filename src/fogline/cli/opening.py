"""How do commands open a ledger that they only look at: as it is, or as it stood?"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.api import Ledger as Opened


@contextmanager
def looking(ledger: str | None, as_of: str | None = None) -> "Iterator[Opened]":
    """The ledger, or what it was at a moment; reports that this leaves out for want of a date are told."""
    from fogline import api
    from fogline.cli.output import tell
    from fogline.publish.words import count

    with api.open(ledger, create=False) as now:
        if as_of is None:
            yield now
            return
        with now.as_of(as_of) as then:
            if then.undated:
                tell(f"{count(then.undated, 'report')} without a date left out: nothing says when it was known")
            yield then
