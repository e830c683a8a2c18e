"""Where do the bars and ticks of a chart stand? Geometry, in units of the drawing, for templates to write as SVG."""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from fogline.model.days import Days

T = TypeVar("T")
Step = Literal["day", "week", "month"]
# So many bars of a chart are legible on paper: beyond them the next longer step is taken.
MOST_BARS: Final = 46
WEEK: Final = 7
TICKS: Final = 4  # about so many lines of value
LABELS: Final = 8  # at most so many dates under a chart
NICE: Final = (1, 2, 5, 10)
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 460.0, 210.0, 38.0, 8.0, 16.0, 26.0
GAP: Final = 0.22  # of a bar's room, left free
MOST_WIDE: Final = 26.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of days with one bar: its first day and what it is called."""

    first: dt.date
    label: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its class and the words for it."""

    x: float
    y: float
    width: float
    height: float
    name: str
    title: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of value or a date under the axis, with its words."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: boxes, lines of value, dates below; `rows` are its numbers as a table."""

    boxes: tuple[Box, ...]
    dots: tuple[Tick, ...]
    values: tuple[Tick, ...]
    dates: tuple[Tick, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    base: float = HEIGHT - BOTTOM


def step_of(period: Days) -> Step:
    """Days, weeks or months, whichever is the shortest that stays legible."""
    if period.length <= MOST_BARS:
        return "day"
    return "week" if period.length <= MOST_BARS * WEEK else "month"


def slot_of(day: dt.date, step: Step) -> dt.date:
    """The first day of a day's slot: itself, its Monday, or the first of its month."""
    if step == "month":
        return day.replace(day=1)
    return day - dt.timedelta(days=day.weekday()) if step == "week" else day


def slots(period: Days, step: Step) -> list[Slot]:
    """The slots of a period, without a gap."""
    found = []
    at = slot_of(period.first, step)
    while at <= period.last:
        found.append(Slot(at, f"{at:%b %Y}" if step == "month" else f"{at.day} {at:%b}"))
        at = _next(at, step)
    return found


def _next(day: dt.date, step: Step) -> dt.date:
    if step == "month":
        return (day + dt.timedelta(days=31)).replace(day=1)
    return day + dt.timedelta(days=WEEK if step == "week" else 1)


def nice_step(most: float, ticks: int = TICKS) -> int:
    """A round distance between lines of value: 1, 2 or 5 times a power of ten, at least 1."""
    rough = max(most / ticks, 1.0)
    power = 10 ** math.floor(math.log10(rough))
    return int(next(power * one for one in NICE if power * one >= rough))


@dataclass(frozen=True, slots=True)
class Axes:
    """Where a slot and a value stand in the drawing."""

    count: int
    most: float
    unit: int

    @classmethod
    def of(cls, count: int, most: float) -> "Axes":
        """Axes for so many slots and values up to `most`."""
        unit = nice_step(max(most, 1))
        return cls(max(count, 1), unit * math.ceil(max(most, 1) / unit), unit)

    def room(self) -> float:
        """The room of one slot."""
        return (WIDTH - LEFT - RIGHT) / self.count

    def bar(self, at: int) -> tuple[float, float]:
        """Left end and width of a slot's bar."""
        wide = min(self.room() * (1 - GAP), MOST_WIDE)
        return LEFT + self.room() * (at + 0.5) - wide / 2, wide

    def y(self, value: float) -> float:
        """The height at which a value stands."""
        return TOP + (HEIGHT - BOTTOM - TOP) * (1 - value / self.most)

    def values(self) -> tuple[Tick, ...]:
        """The lines of value."""
        return tuple(Tick(self.y(value), f"{value:,}") for value in range(0, int(self.most) + 1, self.unit))

    def dates(self, named: Sequence[Slot]) -> tuple[Tick, ...]:
        """A few dates below, evenly apart."""
        every = math.ceil(len(named) / LABELS)
        return tuple(Tick(LEFT + self.room() * (at + 0.5), named[at].label) for at in range(0, len(named), every))


def stacked(named: Sequence[Slot], series: Sequence[tuple[str, str, Sequence[int]]]) -> Chart:
    """Counts a slot, one series upon the other; a series is its class, its words and a count a slot."""
    totals = [sum(counts[at] for _, _, counts in series) for at in range(len(named))]
    axes = Axes.of(len(named), max(totals, default=0))
    boxes = []
    for at, slot in enumerate(named):
        below = 0
        for name, label, counts in series:
            if counts[at]:
                x, wide = axes.bar(at)
                top = axes.y(below + counts[at])
                boxes.append(Box(x, top, wide, axes.y(below) - top, name, f"{slot.label}: {counts[at]} {label}"))
                below += counts[at]
    rows = tuple(
        (slot.label, *(str(counts[at]) for _, _, counts in series), str(totals[at]))
        for at, slot in enumerate(named)
        if totals[at]
    )
    heads = ("from", *(label for _, label, _ in series), "all")
    return Chart(tuple(boxes), (), axes.values(), axes.dates(named), heads, rows)


@dataclass(frozen=True, slots=True)
class Span:
    """A count with its bounds: from `low` to `high`, open upwards or not."""

    low: int
    high: int
    is_open: bool = False

    def told(self) -> str:
        """ "6", "6+", "4–9", "4–9+"."""
        return f"{self.low:,}{f'–{self.high:,}' if self.high > self.low else ''}{'+' if self.is_open else ''}"


def total(spans: Iterable[Span]) -> Span:
    """The bounds of a sum."""
    given = list(spans)
    return Span(sum(s.low for s in given), sum(s.high for s in given), any(s.is_open for s in given))


def ranges(named: Sequence[Slot], spans: Sequence[Span | None]) -> Chart:
    """A range a slot: a solid bar up to the low bound, a light one from there to the high bound."""
    axes = Axes.of(len(named), max((span.high for span in spans if span), default=0))
    boxes = []
    for at, (slot, span) in enumerate(zip(named, spans, strict=True)):
        if span is None:
            continue
        x, wide = axes.bar(at)
        low, high = axes.y(span.low), axes.y(span.high)
        told = f"{slot.label}: {span.told()} killed"
        if span.low:
            boxes.append(Box(x, low, wide, axes.y(0) - low, "low", told))
        if span.high > span.low:
            boxes.append(Box(x, high, wide, low - high, "high", told))
        if span.is_open:
            boxes.append(Box(x, high, wide, 0, "open", told, is_open=True))
    zero = tuple(
        Tick(axes.bar(at)[0] + axes.bar(at)[1] / 2, f"{named[at].label}: none killed")
        for at, span in enumerate(spans)
        if span and span.high == 0
    )
    rows = tuple(
        (slot.label, str(span.low), f"{span.high}{'+' if span.is_open else ''}")
        for slot, span in zip(named, spans, strict=True)
        if span
    )
    return Chart(tuple(boxes), zero, axes.values(), axes.dates(named), ("from", "low", "high"), rows)


def by_slot(items: Iterable[T], day: Callable[[T], dt.date], named: Sequence[Slot], step: Step) -> list[list[T]]:
    """The items of each slot; those before the first slot or after the last go into the nearest."""
    at = {slot.first: n for n, slot in enumerate(named)}
    found: list[list[T]] = [[] for _ in named]
    for item in items:
        first = slot_of(day(item), step)
        found[at[min(max(first, named[0].first), named[-1].first)]].append(item)
    return found
