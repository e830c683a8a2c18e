"""Fogline reads war reporting and keeps a ledger of who says what happened."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from fogline.api import Ledger
    from fogline.model import DateMention, PlaceMention

__all__ = ["__version__", "dates", "open", "places"]
__version__ = "0.1.0"


def open(address: "str | Path | None" = None, *, create: bool = True) -> "Ledger":
    """Open a ledger, a file or a database address; see `fogline.api.open`."""
    from fogline.api import open as open_ledger

    return open_ledger(address, create=create)


def dates(text: str, published: "str | dt.date | None" = None) -> "list[DateMention]":
    """The words of time in a text, in order, with the days that they stand for.

    `published` is a day, or a moment in ISO 8601, whose day is that of its own offset. Without it only full dates are
    resolved. Raises FoglineError where it is no date, InputTypeError where `text` is no text.
    """
    from fogline.read.when import find_dates, published_day

    return find_dates(text, published_day(published))


def places(text: str, *, candidates: bool = False) -> "list[PlaceMention]":
    """The names of places in a text, in order, each with its role and the place that it means, None where none fits.

    With `candidates` each carries all places that its name can mean. The first call opens the gazetteer. Raises
    GazetteerError where that cannot be built, InputTypeError where the text is none.
    """
    from fogline.errors import InputTypeError
    from fogline.gazetteer import opened
    from fogline.read.where import places_in

    if not isinstance(text, str):
        raise InputTypeError(f"{text!r} is no text: give a str")

    return places_in(text, opened(), candidates=candidates)
