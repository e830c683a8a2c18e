"""What is said of an option whose value it cannot have: what was given and what is wanted, in this program's words.

Typer hands on what the library that checks values calls the fault ("Value error, …").
"""

from typing import Any

import typer

LIBRARY = "Value error, "
# Faults by the library's name for them; in braces what was given, or the bound that it breaks.
WORDS = {
    "int_parsing": "{given!r} is no whole number.",
    "float_parsing": "{given!r} is no number.",
    "greater_than_equal": "{given!r} is less than {ge}.",
    "less_than_equal": "{given!r} is more than {le}.",
}


def in_words(error: typer.BadParameter) -> None:
    """Put the fault of an option in this program's words."""
    faults: list[dict[str, Any]] = getattr(error.__cause__, "errors", list)()
    fault = faults[0] if faults else {}
    told = WORDS.get(fault.get("type", ""))
    if told:
        error.message = told.format(given=fault["input"], **fault.get("ctx", {}))
    else:
        error.message = error.message.removeprefix(LIBRARY)
