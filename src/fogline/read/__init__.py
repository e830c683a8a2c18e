"""A report becomes claims, by the questions a journalist asks: `docs/reading.md` maps the questions to the modules.

The reader is imported when it is first asked for: it loads spaCy, which "when" alone can do without.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fogline.read.reader import Reader

__all__ = ["Reader"]


def __getattr__(name: str) -> Any:
    if name == "Reader":
        from fogline.read.reader import Reader

        return Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
