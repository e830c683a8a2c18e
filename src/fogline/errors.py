"""What can go wrong, and how a command or a service says it."""


class FoglineError(Exception):
    """A fault that a user can mend; its text is one line that says what to do."""

    exit_code = 1


class LexiconError(FoglineError):
    """A lexicon file breaks its schema; the text names file, entry and the mend."""


class LedgerError(FoglineError):
    """The ledger cannot be opened, read or written."""


class GazetteerError(FoglineError):
    """The gazetteer's index is missing or damaged and cannot be rebuilt."""
