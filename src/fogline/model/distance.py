"""How far a report says that something is from somewhere, and how far it is on the map."""

from dataclasses import dataclass
from typing import Final, Literal

from fogline.model.place import Place

ABOUT: Final = 0.25  # the share by which a stated distance may differ from the map's and still agree
ABOUT_KM: Final = 15.0  # and in any case: places are points, and outlines are simplified

Against = Literal["place", "border", "line"]


@dataclass(frozen=True, slots=True)
class StatedDistance:
    """A distance in a text: characters [start, end), the kilometres stated, and what it is counted from.

    `of` is the place told of and `place` the one counted from, where the text names them; `country` (ISO 3166) that
    of a border; `measured` the kilometres on the map, None where an end is not known.
    """

    start: int
    end: int
    text: str
    km: float
    against: Against
    of: Place | None = None
    place: Place | None = None
    country: str | None = None
    measured: float | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether the map agrees, give or take a quarter or 15 km; None where it cannot be asked."""
        if self.measured is None:
            return None
        return abs(self.measured - self.km) <= max(ABOUT_KM, ABOUT * self.km)
