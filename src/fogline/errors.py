"""What can go wrong, and how a command or a service says it."""

from collections.abc import Sequence


class FoglineError(Exception):
    """A fault that a user can mend; its text is one line that says what to do."""

    exit_code = 1


class UsageError(FoglineError):
    """What was asked for means nothing: a day that is no day, a type that is none, a distance without a unit."""

    exit_code = 2  # as shells have it for a wrong call


class InputTypeError(UsageError, TypeError):
    """An input is of a type that no input has."""


class FaultsError(FoglineError):
    """A file has faults; `faults` are all of them, a line each that names the place and the mend."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep every fault."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


class SourcesError(FaultsError):
    """A list of sources has faults."""


class HooksError(FaultsError):
    """A file of webhooks has faults."""


class LexiconError(FoglineError):
    """A lexicon file breaks its schema; the text names file, entry and the mend."""


class LedgerError(FoglineError):
    """The ledger cannot be opened, read or written."""


class GazetteerError(FoglineError):
    """The gazetteer's index is missing or damaged and cannot be rebuilt."""
