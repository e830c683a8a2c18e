"""What does each answer look like? For OpenAPI; the answers themselves are written by `render` and `counting`."""

from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field

from fogline.serve.problems import MEDIA_TYPE

Json = dict[str, Any]
Days = list[str]
Span = list[int]


class Form(BaseModel):
    """A JSON object whose keys are all there."""

    model_config = ConfigDict(extra="allow")


class Place(Form):
    """Where: a settlement at the finest."""

    name: str
    country: str | None
    region: str | None
    lat: float
    lon: float
    geonameid: int | None
    precision: str


class FigureRange(Form):
    """One figure over all claims."""

    low: int
    high: int | None
    latest: list[int | None]
    by: str | None
    agreed: list[int | None] | None = None
    told: list[str] = []
    shown: list[int | None]


class Summary(Form):
    """An event as a list tells it."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"id": "83e2f19b17f01662", "title": "Drones on Kazan, RU"}]}
    )

    id: str
    title: str
    type: str
    status: str
    date: Days | None
    place: Place | None
    actor: list[str]
    target: list[str]
    against: list[str]
    weapon: list[str]
    effects: list[str]
    disputed: list[str]
    figures: dict[str, FigureRange]
    origins: int
    corroboration: str
    sides: list[str]
    claims: int
    reports: int
    answers: list[str]
    answered_by: list[str]
    changed: int


class EventList(Form):
    """A page of events; `next` is the cursor of the next one."""

    revision: int
    total: int
    events: list[Summary]
    next: str | None


class FurtherForm(Form):
    """A sentence besides a claim's own, with the keys of the claim's spans that it holds."""

    sentence: str
    sentence_span: Span
    of: list[str]


class ClaimForm(Form):
    """One voice's word in one report; spans count characters of the report's full text."""

    id: str
    report: str
    by: str | None
    side: str | None
    stance: str
    type: str
    status: str
    date: Days | None
    place: Place | None
    figures: dict[str, list[int | None]]
    spans: dict[str, Span]
    sentence: str
    sentence_span: Span
    further: list[FurtherForm] = []
    confidence: float


class ReportHead(Form):
    """A report without its text; `held` where it is too young to be shown."""

    id: str
    source: str | None
    url: str | None
    title: str | None
    published: str | None
    language: str | None
    origin: str
    held: bool


class LinkForm(Form):
    """Event `from` is called an answer to event `to`."""

    model_config = ConfigDict(populate_by_name=True)

    from_: str = Field(alias="from")
    to: str
    kind: str
    report: str
    span: Span


class Step(Form):
    """A claim's word on a figure."""

    at: str | None
    by: str | None
    side: str | None
    stance: str
    low: int
    high: int | None
    report: str
    claim: str


class History(Form):
    """Each figure by name, a step a claim in the order of publication."""

    __pydantic_extra__: dict[str, list[Step]]


class EventWhole(Form):
    """An event with its claims, reports, answers and figures over time."""

    id: str
    title: str
    revision: int
    claims: list[ClaimForm]
    reports: list[ReportHead]
    links: list[LinkForm]
    history: dict[str, list[Step]]


class MapColumns(Form):
    """Events as columns of `count` values."""

    revision: int
    count: int
    types: list[str]
    statuses: list[str]
    corroborations: list[str]
    precisions: list[str]
    id: list[str]
    lon: list[float | None]
    lat: list[float | None]
    precision: list[int]
    first: list[int | None]
    last: list[int | None]
    type: list[int]
    status: list[int]
    corroboration: list[int]
    disputed: list[int]
    origins: list[int]
    killed_low: list[int | None]
    killed_high: list[int | None]
    killed: list[int | None]


class PartyCount(Form):
    """A party, and in how many events it is."""

    name: str
    events: int


class DayCounts(Form):
    """Counts a first day, as columns; days since 1970-01-01."""

    day: list[int]
    events: list[int]
    disputed: list[int]
    killed: list[int]


class Facets(Form):
    """Counts over the events that pass."""

    revision: int
    total: int
    disputed: int
    placed: int
    dated: int
    types: dict[str, int]
    statuses: dict[str, int]
    corroborations: dict[str, int]
    parties: list[PartyCount]
    days: DayCounts


class ReportWhole(Form):
    """A report with its text and its claims, each with its event."""

    id: str
    source: str | None
    url: str | None
    title: str
    published: str | None
    language: str | None
    origin: str
    text: str
    full_text: str
    claims: list[ClaimForm]


class LinkList(Form):
    """Answers between events."""

    revision: int
    links: list[LinkForm]


class PartyList(Form):
    """Parties, those in most events first."""

    revision: int
    parties: list[PartyCount]


class Counts(Form):
    """How much can be seen: events, reports and claims behind them, answers between them."""

    events: int
    disputed: int
    reports: int
    claims: int
    links: int


class About(Form):
    """The server."""

    version: str
    revision: int
    counts: Counts
    delay_hours: float
    statement: str
    write: bool
    types: dict[str, str]
    statuses: dict[str, str]


class FeedForm(Form):
    """A watched source."""

    name: str
    kind: str
    address: str


class FeedList(Form):
    """All watched sources."""

    feeds: list[FeedForm]


class VerdictForm(Form):
    """A verdict, and what became of it."""

    id: str
    kind: str
    author: str
    at: str
    reason: str
    state: str
    by: list[str]
    events: list[str]


class VerdictList(Form):
    """All verdicts by time."""

    verdicts: list[VerdictForm]


class VerdictGiven(VerdictForm):
    """A new verdict, and the earlier ones that it overruled or put in force again."""

    changed: list[VerdictForm]


class Session(Form):
    """What the one who asks may do."""

    read: bool
    write: bool


class Health(Form):
    """That the ledger can be read."""

    status: str
    revision: int


class ProblemForm(Form):
    """Problem details, RFC 9457."""

    type: str
    title: str
    status: int
    detail: str


FORMS: Final = {form.__name__: form for form in Form.__subclasses__()} | {"VerdictGiven": VerdictGiven}
PROBLEM: Final = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemForm"}}}
MOVED: Final = 307
SAID: Final = {
    304: "Not changed since the ETag that was sent",
    MOVED: "What became of the event, to which a new report gave another id",
    400: "A parameter that means nothing",
    401: "The token is missing",
    403: "A page of another site may not write",
    404: "There is no such thing, or it may not be seen yet",
    409: "The events have just been drawn anew",
    422: "A body that means nothing",
    503: "Not now",
}


def answers_of(
    form: str | None, *faults: int, media_type: str = "application/json", status: int = 200
) -> dict[int | str, Any]:
    """The answers of a route: a form, or another media type without one, and the faults besides a wrong parameter."""
    ok: Json = {"model": FORMS[form]} if form else {"content": {media_type: {}}}
    found: dict[int | str, Any] = {status: ok}
    for fault in (400, *faults):
        found[fault] = {"description": SAID[fault], **({} if fault == MOVED else {"content": PROBLEM})}
    return found
