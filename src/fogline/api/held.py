"""What does an open ledger hold, and how is it given back?"""

from types import TracebackType
from typing import Self

from fogline.api.readers import own_readers
from fogline.ledger import Store
from fogline.merge import merging
from fogline.pipeline import ReaderOf
from fogline.settings import Settings


class Held:
    """An open store with its settings and readers."""

    def __init__(self, store: Store, settings: Settings, reader_of: ReaderOf | None = None) -> None:
        """`reader_of` gives the reader of a language; the default opens Fogline's own when it is first needed."""
        self._store = store
        self._settings = settings
        self._reader_of = reader_of or own_readers(settings)
        self._merge = merging()  # a desk that reads, or judges, again and again pays for what is new alone
        self._later: Self | None = None  # of a ledger as it stood, the one that it is taken from

    @property
    def address(self) -> str:
        """Where the ledger is, or the one that this was taken from; as it may be shown: without a password."""
        return self._later.address if self._later else self._store.address

    def check(self) -> None:
        """Raise LedgerError where the ledger's file is damaged, also in a part that no answer has needed so far."""
        self._store.check()

    def close(self) -> None:
        """Give the store back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
