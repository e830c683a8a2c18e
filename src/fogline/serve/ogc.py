"""OGC API - Features, part 1 (core and GeoJSON) with queryables: how QGIS and GDAL open the live ledger.

One collection, `events`. Its features are flat, since tables are: lists are joined with "; ", figures have a column
each. Filters are those of the API (`near`, `text`, …) and equality of each queryable property. `/ogc/api` is the
OpenAPI document of this part alone, in which GDAL finds the properties that the server filters by.
"""

import datetime as dt
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from fogline import asked as words
from fogline.errors import UsageError
from fogline.model import CORROBORATION_LEVELS, EVENT_TYPES, STATUSES
from fogline.serve import render
from fogline.serve.answers import answer
from fogline.serve.asking import ALL, Asked
from fogline.serve.columns import NO_DAY, PRECISIONS
from fogline.serve.forms import answers_of
from fogline.serve.harm import statement
from fogline.serve.parameters import Word, asks, box, parsed
from fogline.serve.problems import not_found
from fogline.serve.serving import Serving
from fogline.serve.view import View

Json = dict[str, Any]
GEOJSON: Final = "application/geo+json"
OPENAPI: Final = "application/vnd.oai.openapi+json;version=3.0"
CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
CONFORMS: Final = tuple(
    f"http://www.opengis.net/spec/{one}"
    for one in (
        "ogcapi-features-1/1.0/conf/core",
        "ogcapi-features-1/1.0/conf/geojson",
        "ogcapi-features-1/1.0/conf/oas30",
        "ogcapi-features-3/1.0/conf/queryables",
        "ogcapi-features-3/1.0/conf/queryables-query-parameters",
    )
)
DEFAULT_FEATURES: Final = 100
MOST_FEATURES: Final = 5000
TEXT: Final[Json] = {"type": "string"}
WHOLE: Final[Json] = {"type": "integer"}
# Each property that can be asked for, with its schema, in the order in which it is told.
QUERYABLES: Final[dict[str, Json]] = {
    "type": TEXT | {"enum": list(EVENT_TYPES), "title": "Event type"},
    "status": TEXT | {"enum": list(STATUSES), "title": "Whether it happened"},
    "place": TEXT | {"title": "Name of the place"},
    "country": TEXT | {"title": "ISO 3166-1 code of the country"},
    "region": TEXT | {"title": "First-level region"},
    "precision": TEXT | {"enum": list(PRECISIONS), "title": "What the point stands for"},
    "disputed": {"type": "boolean", "title": "Whether claims contradict each other"},
    "origins": WHOLE | {"title": "Independent origins"},
    "corroboration": TEXT | {"enum": list(CORROBORATION_LEVELS), "title": "Who bears it out"},
    "party": TEXT | {"title": "Acts, suffers or speaks"},
}


class Items(BaseModel):
    """The parameters of the features."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(DEFAULT_FEATURES, ge=1, description="At most so many; more than 5000 are 5000.")
    cursor: Word | None = Field(None, description="As the link `next` has it.")
    bbox: Word | None = Field(None, description="west,south,east,north in degrees.", examples=["22,44,60,60"])
    datetime: Word | None = Field(None, description="An instant or an interval.", examples=["2024-12-20/.."])
    type: Word | None = None
    status: Word | None = None
    place: Word | None = None
    country: Word | None = None
    region: Word | None = None
    precision: Word | None = None
    disputed: bool | None = None
    origins: int | None = Field(None, ge=0, le=1_000_000)
    corroboration: Word | None = None
    party: Word | None = None
    text: Word | None = Field(None, description="Words in the reports behind the event.")
    near: Word | None = Field(None, description="A place and a distance.", examples=["Kazan 50km"])
    f: Literal["json", "geojson"] = Field("geojson", description="The only form there is.")

    def asked(self) -> Asked:
        """The query. Raises UsageError."""
        first, last = interval(self.datetime)
        exact = {"name": self.place, "country": self.country, "region": self.region, "precision": self.precision}
        given = [(name, value) for name, value in {**exact, "origins": self.origins}.items() if value is not None]
        return Asked(
            since=first,
            until=last,
            bbox=box(self.bbox),
            near=words.circle(self.near),
            types=words.known(self.type, EVENT_TYPES, "type"),
            statuses=words.known(self.status, STATUSES, "status"),
            parties=words.parties(self.party),
            corroborations=words.known(self.corroboration, CORROBORATION_LEVELS, "corroboration"),
            disputed=self.disputed,
            text=self.text or None,
            exactly=tuple(given),
        )


def routes(serving: Serving) -> APIRouter:
    """The addresses under `/ogc`."""
    router = APIRouter(prefix="/ogc", tags=["ogc"])

    def told(request: Request, key: str, body: Json, media_type: str = "application/json") -> Response:
        return answer(request, serving.desk.view, ("ogc", key, root(request)), lambda: body, media_type)

    @router.get("", responses=answers_of(None), response_class=Response)
    def landing(request: Request) -> Response:
        """Where everything is."""
        return told(request, "landing", landing_page(root(request), serving.config.delay_hours))

    @router.get("/", include_in_schema=False)
    def landing_too(request: Request) -> Response:
        return landing(request)

    @router.get("/api", responses=answers_of(None, media_type=OPENAPI), response_class=Response)
    def api(request: Request) -> Response:
        """The OpenAPI 3.0 document of this part."""
        return told(request, "api", openapi(root(request)), OPENAPI)

    @router.get("/conformance", responses=answers_of(None), response_class=Response)
    def conformance(request: Request) -> Response:
        """The classes of requirements that are met."""
        return told(request, "conformance", {"conformsTo": CONFORMS})

    @router.get("/collections", responses=answers_of(None), response_class=Response)
    def collections(request: Request) -> Response:
        """The collections: one."""
        at = root(request)
        links = [link("self", f"{at}/collections", "application/json", "These collections")]
        return told(request, "collections", {"links": links, "collections": [collection(at, serving.desk.view)]})

    @router.get("/collections/events", responses=answers_of(None), response_class=Response)
    def events(request: Request) -> Response:
        """The collection of events."""
        return told(request, "collection", collection(root(request), serving.desk.view))

    @router.get(
        "/collections/events/queryables",
        responses=answers_of(None, media_type="application/schema+json"),
        response_class=Response,
    )
    def queryables(request: Request) -> Response:
        """The properties that can be asked for, as a JSON Schema."""
        at = f"{root(request)}/collections/events/queryables"
        body = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": at,
            "type": "object",
            "title": "Events",
            "properties": {**QUERYABLES, "geometry": {"format": "geometry-point", "x-ogc-role": "primary-geometry"}},
            "additionalProperties": False,
        }
        return told(request, "queryables", body, "application/schema+json")

    @router.get("/collections/events/items", responses=answers_of(None, media_type=GEOJSON), **asks(Items))
    async def items(request: Request, query: Annotated[Items, Depends(parsed(Items))]) -> Response:
        """Events as features, newest first, a page at a time."""
        asked, at = query.asked(), root(request)
        key = ("ogc items", asked, query.limit, query.cursor, at)
        return await serving.answered(
            lambda view: answer(request, view, key, lambda: features(view, asked, query, at), GEOJSON),
            slow=bool(query.text) or query.limit > DEFAULT_FEATURES,
        )

    @router.get(
        "/collections/events/items/{id}", responses=answers_of(None, 404, media_type=GEOJSON), response_class=Response
    )
    def item(request: Request, id: str) -> Response:
        """One event as a feature."""
        view, at = serving.desk.view, root(request)
        if id not in view.row_of:
            raise not_found("event", id)
        return answer(request, view, ("ogc item", id, at), lambda: one_feature(view, id, at), GEOJSON)

    return router


def root(request: Request) -> str:
    """The address of this part, as the client called it."""
    return f"{str(request.base_url).rstrip('/')}/ogc"


def link(rel: str, href: str, media_type: str, title: str) -> Json:
    """A link as every answer has them."""
    return {"rel": rel, "href": href, "type": media_type, "title": title}


def landing_page(at: str, delay_hours: float) -> Json:
    """The first answer."""
    return {
        "title": "Fogline: events of a war, as they are told",
        "description": statement(delay_hours),
        "links": [
            link("self", at, "application/json", "This page"),
            link("service-desc", f"{at}/api", OPENAPI, "The API"),
            link("conformance", f"{at}/conformance", "application/json", "Requirements that are met"),
            link("data", f"{at}/collections", "application/json", "The collections"),
        ],
    }


def collection(at: str, view: View) -> Json:
    """The collection, with the box and the days of all its events."""
    here, there = view.columns, view.mask(ALL)
    placed, dated = there & (here.precision >= 0), there & (here.first != NO_DAY)
    box_ = (
        [
            float(one)
            for one in (here.lon[placed].min(), here.lat[placed].min(), here.lon[placed].max(), here.lat[placed].max())
        ]
        if placed.any()
        else [-180.0, -90.0, 180.0, 90.0]
    )
    days = (
        [f"{iso(int(here.first[dated].min()))}T00:00:00Z", f"{iso(int(here.last[dated].max()))}T23:59:59Z"]
        if dated.any()
        else [None, None]
    )
    own = f"{at}/collections/events"
    return {
        "id": "events",
        "title": "Events",
        "description": "Happenings as reports tell them, with who says so",
        "itemType": "feature",
        "crs": [CRS84],
        "extent": {"spatial": {"bbox": [box_], "crs": CRS84}, "temporal": {"interval": [days]}},
        "links": [
            link("self", own, "application/json", "This collection"),
            link("items", f"{own}/items", GEOJSON, "Its events"),
            link(
                "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                f"{own}/queryables",
                "application/schema+json",
                "What can be asked",
            ),
        ],
    }


def features(view: View, asked: Asked, query: Items, at: str) -> Json:
    """A page of features."""
    page = view.page(asked, "newest", min(query.limit, MOST_FEATURES), query.cursor)
    given = query.model_dump(exclude_defaults=True, exclude={"cursor", "f"})
    own = f"{at}/collections/events/items"

    def address(**more: str) -> str:
        told = {
            name: str(value).lower() if isinstance(value, bool) else value for name, value in {**given, **more}.items()
        }
        return f"{own}?{urlencode(told)}" if told else own

    links = [link("self", address(**({"cursor": query.cursor} if query.cursor else {})), GEOJSON, "This page")]
    if page.next:
        links.append(link("next", address(cursor=page.next), GEOJSON, "The next page"))
    links.append(link("collection", f"{at}/collections/events", "application/json", "The collection"))
    found = feature_list(view, page.rows)
    return {
        "type": "FeatureCollection",
        "numberMatched": page.total,
        "numberReturned": len(found),
        "links": links,
        "features": found,
    }


def one_feature(view: View, key: str, at: str) -> Json:
    """One feature with its links. Raises RequestError where another process has just taken it out."""
    found = feature_list(view, [view.row_of[key]])
    if not found:
        raise not_found("event", key)
    own = f"{at}/collections/events"
    links = [
        link("self", f"{own}/items/{key}", GEOJSON, "This event"),
        link("collection", own, "application/json", "The collection"),
    ]
    return {**found[0], "links": links}


def feature_list(view: View, rows: Any) -> list[Json]:
    """These rows as features."""
    return [feature(one) for one in render.summaries(view, rows)]


def feature(one: Json) -> Json:
    """A summary as a feature: every property always there, one value each."""
    place, days = one["place"] or {}, one["date"] or [None, None]
    point = {"type": "Point", "coordinates": [place["lon"], place["lat"]]} if place else None
    return {
        "type": "Feature",
        "id": one["id"],
        "geometry": point,
        "properties": {
            "title": one["title"],
            "type": one["type"],
            "status": one["status"],
            "first": days[0],
            "last": days[1],
            "place": place.get("name"),
            "country": place.get("country"),
            "region": place.get("region"),
            "precision": place.get("precision"),
            "actor": joined(one["actor"]),
            "target": joined(one["target"]),
            "weapon": joined(one["weapon"]),
            "against": joined(one["against"]),
            "effects": joined(one["effects"]),
            **figure_columns(one["figures"], "killed"),
            **figure_columns(one["figures"], "injured"),
            "disputed": bool(one["disputed"]),
            "disputed_fields": joined(one["disputed"]),
            "origins": one["origins"],
            "corroboration": one["corroboration"],
            "sides": joined(one["sides"]),
            "claims": one["claims"],
            "reports": one["reports"],
            "answers": joined(one["answers"]),
        },
    }


def figure_columns(figures: Json, name: str) -> Json:
    """Lowest and highest word on a figure and the latest; a highest that is open is null."""
    found = figures.get(name)
    latest = found["latest"] if found else [None, None]
    return {
        f"{name}_low": found["low"] if found else None,
        f"{name}_high": found["high"] if found else None,
        f"{name}_latest": latest[0],
    }


def joined(values: list[str]) -> str:
    """A list in one cell."""
    return "; ".join(values)


def interval(text: str | None) -> tuple[dt.date | None, dt.date | None]:
    """The days of an instant or an interval, open at an end that is ".." or empty. Raises UsageError."""
    if text is None:
        return None, None
    ends = text.split("/")
    if len(ends) > 2 or all(end in ("", "..") for end in ends):
        raise UsageError("datetime is an instant or an interval: 2024-12-20, 2024-12-20/2024-12-31 or 2024-12-20/..")
    first, last = _day(ends[0]), _day(ends[-1])
    if first and last and first > last:
        raise UsageError(f"datetime {text!r} ends before it begins")
    return first, last


def iso(number: int) -> str:
    """The day so many days after 1970-01-01."""
    return dt.date.fromordinal(number + dt.date(1970, 1, 1).toordinal()).isoformat()


def _day(end: str) -> dt.date | None:
    if end in ("", ".."):
        return None
    try:
        return dt.datetime.fromisoformat(end.removesuffix("T")).date()  # GDAL asks for days as "2024-12-20T"
    except ValueError as error:
        raise UsageError(f"datetime {end!r} is no ISO date or time, such as 2024-12-20T00:00:00Z") from error


def openapi(at: str) -> Json:
    """What GDAL reads to learn by which properties the server filters."""
    plain = {"limit": WHOLE, "bbox": TEXT, "datetime": TEXT, "cursor": TEXT, "text": TEXT, "near": TEXT}
    parameters = [
        {"name": name, "in": "query", "required": False, "style": "form", "schema": schema}
        for name, schema in {**plain, **QUERYABLES}.items()
    ]
    answered = {"200": {"description": "Features", "content": {GEOJSON: {"schema": {"type": "object"}}}}}
    told = {"200": {"description": "JSON", "content": {"application/json": {"schema": {"type": "object"}}}}}
    plainly = ("/", "/conformance", "/collections", "/collections/events", "/collections/events/queryables")
    by_id = {"name": "id", "in": "path", "required": True, "schema": TEXT}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Fogline: OGC API - Features", "version": "1"},
        "servers": [{"url": at}],
        "paths": {
            **{path: {"get": {"responses": told}} for path in plainly},
            "/collections/events/items": {"get": {"parameters": parameters, "responses": answered}},
            "/collections/events/items/{id}": {"get": {"parameters": [by_id], "responses": answered}},
        },
    }
