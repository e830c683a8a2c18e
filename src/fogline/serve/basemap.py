"""Which names stand on the map? Countries, regions and cities of the gazetteer, as GeoJSON points."""

import functools
import gzip
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from fogline.gazetteer import Candidate, opened
from fogline.serve.answers import encoded

# Cities of so many people are named, from the zoom that has room for them.
LEAST_PEOPLE: Final = 30_000
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
    """The names as gzip; made once, in half a second."""
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
        *(_city(city) for city in cities),
    ]
    return {"type": "FeatureCollection", "features": features}


def _city(city: Candidate) -> Json:
    return _named("city", city.place.name, city.place, city.population)


def _named(of: str, name: str, place: Any, people: int) -> Json:
    point = {"type": "Point", "coordinates": [round(place.lon, DIGITS), round(place.lat, DIGITS)]}
    return {"type": "Feature", "properties": {"of": of, "name": name, "people": people}, "geometry": point}
