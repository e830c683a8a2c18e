"""When: an interval of whole days, local to the place."""

import datetime as dt
from dataclasses import dataclass

NIGHT = 2  # days of "overnight", from evening to morning


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From the first to the last day, both included. A single day has first == last."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"days run forwards: {self.first}..{self.last}")

    @classmethod
    def on(cls, day: dt.date) -> "Days":
        """The interval of one day."""
        return cls(day, day)

    @classmethod
    def parse(cls, first: str, last: str) -> "Days":
        """Read two ISO 8601 dates; raises ValueError where one is not a date."""
        return cls(dt.date.fromisoformat(first), dt.date.fromisoformat(last))

    def iso(self) -> list[str]:
        """The exported form, `[first, last]` as ISO 8601 dates."""
        return [self.first.isoformat(), self.last.isoformat()]

    def gap(self, other: "Days") -> int:
        """Days between two intervals: 0 where they share a day, 1 where one follows the other."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)

    @property
    def length(self) -> int:
        """Number of days, at least 1."""
        return (self.last - self.first).days + 1
