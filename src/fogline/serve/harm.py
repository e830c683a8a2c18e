"""What does a server say of what it shows, and what does it hold back? The text stands on the page and in its feed."""

from typing import Final

STATEMENT: Final = (
    "Made from open reporting only. It shows who says what, not what is true; numbers are given as they were told, and "
    "contradictions are kept. Places are no finer than the settlement. Nothing here names private persons beyond what "
    "the reports print. It is no ground for a decision on anybody's life without the reports behind it."
)


def delay_told(hours: float) -> str:
    """What is said of the delay; "" where there is none."""
    return f"What was first reported less than {hours:g} hours ago is not shown." if hours else ""


def statement(hours: float) -> str:
    """All that is said."""
    return f"{STATEMENT} {delay_told(hours)}".strip()
