"""What is said of an option that has a value it cannot have, or two: in this program's words.

Typer hands on what the library that checks values calls the fault ("Value error, …"), and of two values for an option
that takes one it would drop the first.
"""

from typing import Any

import typer
from typer.core import TyperCommand, TyperOption

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


class Once(TyperCommand):
    """A command that refuses an option of one value that is given twice, and two that say the opposite."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words behind the command."""
        if not ctx.resilient_parsing:  # the shell asks for words that complete these
            _, _, given = self.make_parser(ctx).parse_args(args=list(args))
            for option in (one for one in given if isinstance(one, TyperOption) and _has_one_value(one)):
                if given.count(option) > 1:
                    raise typer.BadParameter("it is given more than once, and takes one value.", ctx=ctx, param=option)
        return super().parse_args(ctx, args)


def _has_one_value(option: TyperOption) -> bool:
    return not option.multiple and not option.count and (not option.is_flag or bool(option.secondary_opts))
