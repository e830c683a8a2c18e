"""A figure in the making: the count, what the sentence says of it, and whether it is a part, former or a total."""

from dataclasses import dataclass

from fogline.model.figure import Figure
from fogline.read.counted import Count
from fogline.read.figure_tellings import Telling


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure in the doc: the count, and the telling that gives it (None for a toll or a zero)."""

    count: Count
    figure: str
    value: Figure
    start: int
    end: int
    telling: Telling | None = None
    subset: bool = False
    former: bool = False
    total: bool = False  # of many days
