"""Which names stand on the map? Countries, regions and cities of the gazetteer, as GeoJSON points."""

import functools
import gzip
import math
from collections.abc import Iterable
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from fogline.gazetteer import Candidate, opened
from fogline.serve.answers import encoded

# Cities of so many people are named, from the zoom that has room for them.
LEAST_PEOPLE: Final = 30_000
# What is so near (km) to a settlement so many times larger is one of its districts to whoever reads a map: the list of
# places has no feature codes. Kharkiv's Saltivka is 8 km from a centre 3.5 times its size, Bucharest's Sector 3 5 km
# from one of 4.9 times, Moscow's Yasenevo 17 km from one of 58 times; Irpin and Brovary, 20 km from Kyiv, keep theirs.
DISTRICTS: Final = ((10.0, 3.0), (15.0, 5.0), (18.0, 40.0))
# Degrees of latitude and longitude of a cell of the search: wider than 18 km as far as 80 degrees north.
CELL: Final = (0.25, 1.0)
# Digits after the point of a degree: 100 m, finer than any label stands.
DIGITS: Final = 3
LEVEL: Final = 6
A_DAY: Final = {"Cache-Control": "max-age=86400", "Vary": "Accept-Encoding"}
MEDIA_TYPE: Final = "application/geo+json"

Json = dict[str, Any]


def routes() -> APIRouter:
    """The names of the map."""
    router = APIRouter(prefix="/basemap", include_in_schema=False)

    @router.get("/names.json")
    def names(request: Request) -> Response:
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(packed(), headers={**A_DAY, "Content-Encoding": "gzip"}, media_type=MEDIA_TYPE)
        return Response(gzip.decompress(packed()), headers=A_DAY, media_type=MEDIA_TYPE)

    return router


@functools.cache
def packed() -> bytes:
    """The names as gzip; made once, in under a second."""
    return gzip.compress(encoded(names_json()), LEVEL, mtime=0)


def names_json() -> Json:
    """A FeatureCollection: `of` is country, region or city, `people` those who live in its cities."""
    gazetteer = opened()
    cities = gazetteer.settlements(LEAST_PEOPLE)
    people: dict[str, int] = {}
    for city in cities:
        country = city.place.country or ""
        people[country] = people.get(country, 0) + city.population
    features = [
        *(_named("country", one.name, one.place, people.get(one.iso2, 0)) for one in gazetteer.countries),
        *(_named("region", one.place.name, one.place, 0) for one in gazetteer.regions()),
        *(_city(city) for city in without_districts(cities)),
    ]
    return {"type": "FeatureCollection", "features": features}


def without_districts(cities: Iterable[Candidate]) -> list[Candidate]:
    """The cities that are no districts of a larger one, largest first."""
    kept: dict[tuple[int, int], list[Candidate]] = {}
    found: list[Candidate] = []
    for city in sorted(cities, key=lambda one: (-one.population, one.place.name, one.place.lat, one.place.lon)):
        row, column = _cell(city)
        around = (kept.get((row + up, column + right), ()) for up in (-1, 0, 1) for right in (-1, 0, 1))
        if any(_is_district(city, larger) for cell in around for larger in cell):
            continue
        kept.setdefault((row, column), []).append(city)
        found.append(city)
    return found


def _cell(city: Candidate) -> tuple[int, int]:
    return math.floor(city.place.lat / CELL[0]), math.floor(city.place.lon / CELL[1])


def _is_district(city: Candidate, larger: Candidate) -> bool:
    times = larger.population / city.population
    if times < DISTRICTS[0][1]:
        return False
    km = city.place.km_to(larger.place)
    return any(times >= least and km <= most for most, least in DISTRICTS)


def _city(city: Candidate) -> Json:
    return _named("city", city.place.name, city.place, city.population)


def _named(of: str, name: str, place: Any, people: int) -> Json:
    point = {"type": "Point", "coordinates": [round(place.lon, DIGITS), round(place.lat, DIGITS)]}
    return {"type": "Feature", "properties": {"of": of, "name": name, "people": people}, "geometry": point}
