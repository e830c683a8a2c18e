"""The addresses of the desk itself: what it is, how its feeds stand, the stream, verdicts, and the session."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import EventSourceResponse
from starlette.responses import Response

from fogline import __version__
from fogline.errors import LedgerError, UsageError
from fogline.lexicon.labels import labels
from fogline.model.verdict import LONGEST_AUTHOR, LONGEST_REASON, Kind, Ruling
from fogline.publish import verdict_json
from fogline.serve.answers import answer, encoded
from fogline.serve.asking import Asked
from fogline.serve.forms import answers_of
from fogline.serve.guard import COOKIE, is_token, may_write
from fogline.serve.harm import statement
from fogline.serve.parameters import StreamFilters
from fogline.serve.problems import RequestError, not_found
from fogline.serve.serving import Serving
from fogline.serve.stream import revision_of

Json = dict[str, Any]
# A comment so often keeps proxies from ending a silent stream.
HEARTBEAT_SECONDS = 15
SESSION_SECONDS = 30 * 24 * 3600
Name = Annotated[str, Field(min_length=1, max_length=200)]


class NewVerdict(BaseModel):
    """A person's word on the merge."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"kind": "different", "events": ["83e2f19b17f01662", "073c7f4cc3928d6e"], "reason": "two raids"}
            ]
        },
    )

    kind: Literal["same", "different", "split"]
    events: Annotated[list[Name], Field(min_length=1, max_length=2)]
    parts: Annotated[list[Name], Field(max_length=500)] = []
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]
    author: Annotated[str, Field(max_length=LONGEST_AUTHOR)] | None = None


class Login(BaseModel):
    """The token, to be kept in a cookie that no script can read."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[str, Field(max_length=1000)]


def routes(serving: Serving) -> APIRouter:
    """The desk."""
    router = APIRouter(prefix="/api", tags=["desk"])

    @router.get("", responses=answers_of("About"), response_class=Response)
    async def about(request: Request) -> Response:
        """What this is, how much there is, and what a page needs to know."""
        return Response(encoded(told(serving)), media_type="application/json", headers={"Cache-Control": "no-cache"})

    @router.get("/feeds", responses=answers_of("FeedList"), response_class=Response)
    def feeds() -> Response:
        """How each watched source stands."""
        found = [asdict(one) for one in serving.feeds()]
        return Response(encoded({"feeds": found}), media_type="application/json", headers={"Cache-Control": "no-cache"})

    @router.get("/stream", responses=answers_of(None, 503), response_class=EventSourceResponse)
    async def stream(
        query: Annotated[StreamFilters, Query()], last_event_id: Annotated[str | None, Header(max_length=100)] = None
    ) -> EventSourceResponse:
        """New and changed events as they come, as server-sent events."""
        asked = query.asked()
        if serving.hub.is_full:
            raise RequestError(503, "too many are watching", Retry_After="30")
        messages = serving.hub.messages(asked, revision_of(last_event_id or query.last_event_id))
        return EventSourceResponse(messages, ping=HEARTBEAT_SECONDS, headers={"Cache-Control": "no-store"})

    @router.get("/verdicts", responses=answers_of("VerdictList"), response_class=Response)
    def verdicts(request: Request) -> Response:
        """All verdicts by time, each with what became of it."""
        view = serving.desk.view
        return answer(request, view, "verdicts", lambda: {"verdicts": rulings_json(serving, serving.ledger.verdicts())})

    @router.post(
        "/verdicts",
        status_code=201,
        responses=answers_of("VerdictGiven", 401, 403, 404, 409, 422, status=201),
        response_class=Response,
    )
    def judge(body: NewVerdict) -> Response:
        """Give a verdict; the events are drawn anew at once."""
        named = [*_events(serving, body), *body.parts]
        found = _judged(serving, body.kind, named, body.reason, body.author)
        return Response(encoded(found), 201, {"Cache-Control": "no-store"}, "application/json")

    @router.delete(
        "/verdicts/{id}", responses=answers_of("VerdictGiven", 401, 403, 404, 409, 422), response_class=Response
    )
    def undo(
        id: str,
        reason: Annotated[str, Query(max_length=LONGEST_REASON)] = "taken back",
        author: Annotated[str | None, Query(max_length=LONGEST_AUTHOR)] = None,
    ) -> Response:
        """Take a verdict back; it stays in the list, undone."""
        found = _judged(serving, "undo", [id], reason, author)
        return Response(encoded(found), 200, {"Cache-Control": "no-store"}, "application/json")

    @router.get("/session", responses=answers_of("Session"), response_class=Response)
    def session(request: Request) -> Response:
        """What the one who asks may do."""
        write = may_write(request.headers, serving.config)
        body = {"read": serving.config.is_loopback or write, "write": write}
        return Response(encoded(body), media_type="application/json", headers={"Cache-Control": "no-store"})

    @router.post("/session", responses=answers_of("Session", 401, 403, 422), response_class=Response)
    def login(request: Request, body: Login) -> Response:
        """Keep the token in a cookie."""
        if not is_token(body.token, serving.config):
            raise RequestError(401, "the token is not the one that fogline serve printed")
        answered = Response(
            encoded({"read": True, "write": True}), media_type="application/json", headers={"Cache-Control": "no-store"}
        )
        answered.set_cookie(
            COOKIE,
            body.token,
            max_age=SESSION_SECONDS,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answered

    @router.delete("/session", responses=answers_of("Session"), response_class=Response)
    def logout() -> Response:
        """Forget the cookie."""
        answered = Response(
            encoded({"read": serving.config.is_loopback, "write": False}), media_type="application/json"
        )
        answered.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return answered

    return router


def told(serving: Serving) -> Json:
    """What a page needs to know before it asks for events. Counts are of what can be seen."""
    view, words, config = serving.desk.view, labels(), serving.config
    reports, claims = view.behind
    return {
        "version": __version__,
        "revision": view.revision,
        "counts": {
            "events": len(view.row_of),
            "disputed": view.count(Asked(disputed=True)),
            "reports": reports,
            "claims": claims,
            "links": len(view.seen_links),
        },
        "delay_hours": config.delay_hours,
        "statement": statement(config.delay_hours),
        "write": True,
        "tiles": config.tiles,
        "attribution": config.attribution,
        "crimea": config.crimea,
        "types": dict(words.types),
        "statuses": dict(words.statuses),
        "weapons": dict(words.weapons),
        "against": dict(words.against),
        "effects": dict(words.effects),
        "stances": dict(words.stances),
    }


def rulings_json(serving: Serving, rulings: Iterable[Ruling]) -> list[Json]:
    """Verdicts with what became of each, and the events, of those that can be seen, of which it speaks."""
    events, there = serving.desk.store.spoken_of(), serving.desk.view.row_of
    return [
        {
            **verdict_json(one.verdict),
            "state": one.state,
            "by": list(one.by),
            "events": [key for key in events.get(one.verdict.id, ()) if key in there],
        }
        for one in rulings
    ]


def _events(serving: Serving, body: NewVerdict) -> list[str]:
    """The events of a verdict, by their whole ids, each of which can be seen. Raises RequestError."""
    wanted = 1 if body.kind == "split" else 2
    if len(body.events) != wanted or bool(body.parts) != (body.kind == "split"):
        needs = "one event, and in parts the reports or claims that leave it" if wanted == 1 else "two events"
        raise RequestError(422, f"{body.kind} needs {needs}")
    there = serving.desk.view.row_of
    for key in body.events:
        if key not in there:
            raise not_found("event", key)
    return body.events


def _judged(serving: Serving, kind: Kind, named: list[str], reason: str, author: str | None) -> Json:
    now = dt.datetime.now(dt.UTC)
    try:
        found = serving.ledger.judge(kind, *named, reason=reason, at=now, author=author)
    except UsageError as error:
        raise RequestError(422, str(error)) from error
    except LedgerError as error:
        raise RequestError(404 if kind == "undo" else 409, str(error)) from error
    given, *changed = rulings_json(serving, (found.ruling, *found.changed))
    return {**given, "changed": changed}
