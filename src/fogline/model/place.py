"""Where: a point of the gazetteer and how precise it is."""

import math
from dataclasses import dataclass
from typing import Literal

Precision = Literal["settlement", "region", "country"]

EARTH_DIAMETER_KM = 12742.0


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, a first-level region or a country.

    `country` is ISO 3166-1 alpha-2, `region` the English name of the first-level division,
    `lat` and `lon` WGS 84 degrees, `geonameid` the GeoNames id where there is one.
    """

    name: str
    country: str | None
    region: str | None
    lat: float
    lon: float
    geonameid: int | None
    precision: Precision

    def km_to(self, other: "Place") -> float:
        """Great-circle distance in kilometres (haversine)."""
        here, there = math.radians(self.lat), math.radians(other.lat)
        half = (
            math.sin((there - here) / 2) ** 2
            + math.cos(here) * math.cos(there) * math.sin(math.radians(other.lon - self.lon) / 2) ** 2
        )
        return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))


def is_part(division: str | None, land: str | None) -> bool:
    """Whether a division is called a part of a land: "North Darfur" of Darfur, "South Kordofan" of Kordofan."""
    return division is not None and land is not None and division.casefold().endswith(f" {land.casefold()}")
