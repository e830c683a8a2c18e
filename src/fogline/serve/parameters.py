"""What do the parameters of an address ask for? One model of them, and the query that they make."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, TypeVar
from urllib.parse import parse_qsl

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import Response

from fogline import asked as words
from fogline.errors import UsageError
from fogline.model import CORROBORATION_LEVELS, EVENT_TYPES, STATUSES
from fogline.serve.asking import Asked

Sort = Literal["newest", "oldest", "disputed", "deadliest", "changed"]
DEFAULT_LIMIT: Final = 50
MOST_LIMIT: Final = 500
LONGEST: Final = 300
MOST_VALUES: Final = 200
# Places and parties asked for, resolved once: the same few are asked for over and over.
KEPT_WORDS: Final = 1024

Form = TypeVar("Form", bound=BaseModel)
Word = Annotated[str, Field(max_length=LONGEST)]
Values = Annotated[list[Word], Field(max_length=MOST_VALUES)]


class Filters(BaseModel):
    """The filters of every list of events; see docs/api.md."""

    model_config = ConfigDict(extra="forbid")

    since: Word | None = Field(None, description="Not over before this day.", examples=["2024-12-20"])
    until: Word | None = Field(None, description="Begun by this day.", examples=["2024-12-31"])
    bbox: Word | None = Field(None, description="west,south,east,north in degrees.", examples=["22,44,60,60"])
    near: Word | None = Field(None, description="A place or a point, and a distance.", examples=["Kazan 50km"])
    type: Values = Field([], description="Event types, any of them.", examples=[["air_drone_strike"]])
    party: Values = Field([], description="Acts, suffers or speaks; any name.", examples=[["Russia"]])
    status: Values = Field([], description="occurred, threatened or planned.", examples=[["occurred"]])
    disputed: bool | None = Field(None, description="Whether claims contradict each other.", examples=[True])
    origins: int | None = Field(None, ge=0, le=1_000_000, description="At least so many origins.", examples=[2])
    corroboration: Values = Field([], description=f"{', '.join(CORROBORATION_LEVELS)}.", examples=[["independent"]])
    place: Word | None = Field(None, description="A place, its region or its country code.", examples=["Kazan"])
    text: Word | None = Field(None, description="Words in the reports behind the event.", examples=["drones"])
    report: Word | None = Field(None, description="The id of a report behind the event.", examples=["r10"])
    id: Values = Field([], description="Events by id.", examples=[["83e2f19b17f01662"]])
    as_of: Word | None = Field(None, description="The ledger as it stood then.", examples=["2024-12-22"])

    def asked(self) -> Asked:
        """The query. Raises UsageError for a filter that means nothing."""
        first, last = words.days(self.since, self.until)
        return Asked(
            since=first,
            until=last,
            bbox=box(self.bbox),
            near=_circle(self.near) if self.near is not None else None,
            types=words.known(self.type, EVENT_TYPES, "type"),
            parties=tuple(name for one in self.party for name in _parties(one)),
            statuses=words.known(self.status, STATUSES, "status"),
            disputed=self.disputed,
            origins=self.origins,
            corroborations=words.known(self.corroboration, CORROBORATION_LEVELS, "corroboration"),
            place=self.place,
            text=self.text or None,
            report=self.report,
            ids=tuple(self.id),
        )


class AsOf(BaseModel):
    """The moment at which the ledger is asked."""

    model_config = ConfigDict(extra="forbid")

    as_of: Word | None = Field(None, description="The ledger as it stood then.", examples=["2024-12-22"])


class LinkFilters(AsOf):
    """Which answers."""

    event: Word | None = Field(None, description="Those of this event.", examples=["83e2f19b17f01662"])


class Listing(Filters):
    """Filters, and which part of the list in which order."""

    sort: Sort = Field("newest", description="The order of the list.")
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MOST_LIMIT, description="At most so many.")
    cursor: Word | None = Field(None, description="What `next` of the page before said.")


class StreamFilters(Filters):
    """Filters of the stream, and the revision from which it goes on."""

    last_event_id: Word | None = Field(None, description="As the header Last-Event-ID.", examples=["12"])


def parsed(form: type[Form]) -> Callable[[Request], Awaitable[Form]]:
    """A dependency that makes a form of a request's query, kept by the query: a page asks the same over and over.

    As FastAPI's own parameter models, which take as long over it as the whole answer does. A parameter that is given
    twice counts the last time, where the form has no list of it. Raises RequestValidationError.
    """
    lists = {name for name, one in form.model_fields.items() if one.annotation == list[Word]}

    @lru_cache(KEPT_WORDS)
    def of(query: bytes) -> Form:
        given: dict[str, Any] = {}
        for name, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True):
            if name in lists:
                given.setdefault(name, []).append(value)
            else:
                given[name] = value
        try:
            return form.model_validate(given)
        except ValidationError as error:
            faults = [{**one, "loc": ("query", *one["loc"])} for one in error.errors()]
            raise RequestValidationError(faults) from error

    async def made(request: Request) -> Form:
        return of(request.scope["query_string"])

    return made


def asks(form: type[BaseModel]) -> dict[str, Any]:
    """What a route that depends on `parsed(form)` says of itself, its parameters among it, for OpenAPI."""
    schema = form.model_json_schema(ref_template="#/components/schemas/{model}")
    parameters = [
        {
            "name": name,
            "in": "query",
            "required": False,
            "schema": {key: value for key, value in one.items() if key != "examples"},
            **({"description": one["description"]} if "description" in one else {}),
            **({"example": one["examples"][0]} if "examples" in one else {}),
        }
        for name, one in schema["properties"].items()
    ]
    return {"response_class": Response, "openapi_extra": {"parameters": parameters}}


def box(text: str | None) -> tuple[float, float, float, float] | None:
    """West, south, east, north. Raises UsageError for what is none; with heights (six numbers), without them."""
    if text is None:
        return None
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError as error:
        raise UsageError("bbox is west,south,east,north in degrees, such as 22,44,60,60") from error
    if len(numbers) == 6:
        numbers = [numbers[0], numbers[1], numbers[3], numbers[4]]
    if len(numbers) != 4:
        raise UsageError("bbox is four numbers: west,south,east,north in degrees, such as 22,44,60,60")
    west, south, east, north = numbers
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise UsageError("bbox: longitudes run from -180 to 180, latitudes from -90 to 90, south before north")
    return west, south, east, north


@lru_cache(KEPT_WORDS)
def _circle(near: str) -> tuple[float, float, float] | None:
    return words.circle(near)


@lru_cache(KEPT_WORDS)
def _parties(name: str) -> tuple[str, ...]:
    return words.parties(name)
