"""Where is "northern Israel" or "eastern Ukraine": the middle of the regions that lie on that side of a country?"""

import math
from collections.abc import Sequence
from typing import Final

OUTER: Final = 2 / 3  # of a country's extent in the direction asked: what lies beyond is that part of it


def middle_of_part(points: Sequence[tuple[float, float]], way: tuple[int, int]) -> tuple[float, float] | None:
    """The middle of those points (lat, lon) that lie furthest in a direction, None where there are none.

    `way` is steps east and north, each -1, 0 or 1; (0, 0) asks for the middle of them all.
    """
    if not points:
        return None
    shrink = math.cos(math.radians(sum(lat for lat, _ in points) / len(points)))
    along = [lat * way[1] + lon * shrink * way[0] for lat, lon in points]
    least = min(along) + OUTER * (max(along) - min(along))
    chosen = [point for point, place in zip(points, along, strict=True) if place >= least]
    return (
        round(sum(lat for lat, _ in chosen) / len(chosen), 3),
        round(sum(lon for _, lon in chosen) / len(chosen), 3),
    )
