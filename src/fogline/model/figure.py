"""How many: a count with its bounds."""

from dataclasses import dataclass
from typing import Final

FIGURES: Final = (
    "killed",
    "injured",
    "missing",
    "captured",
    "detained",
    "launched",
    "intercepted",
    "hit",
    "settlements",
    "displaced",
    "evacuated",
    "protesters",
)


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A count of things or people: from `low` up to `high`, or open upwards where `high` is None."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a figure runs from 0 or more up: {self.low}..{self.high}")

    def overlaps(self, other: "Figure") -> bool:
        """Whether one number could be meant by both: "at least 6" and "8" agree, "6" and "8" do not."""
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)
