"""The addresses of events, the map, counts, reports, answers and parties."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from fogline.serve import counting, render
from fogline.serve.answers import answer, large_answer
from fogline.serve.asking import ALL, Asked
from fogline.serve.columns import moment
from fogline.serve.forms import answers_of
from fogline.serve.parameters import AsOf, Filters, LinkFilters, Listing, asks, parsed
from fogline.serve.problems import MovedError, not_found
from fogline.serve.serving import Serving
from fogline.serve.view import View

Json = dict[str, Any]


def routes(serving: Serving) -> APIRouter:
    """Reading what happened."""
    router = APIRouter(prefix="/api", tags=["events"])

    @router.get("/events", responses=answers_of("EventList"), **asks(Listing))
    async def events(request: Request, query: Annotated[Listing, Depends(parsed(Listing))]) -> Response:
        """Events that pass the filters, a page at a time."""
        asked = query.asked()
        key = ("events", asked, query.sort, query.limit, query.cursor)
        return await serving.answered(
            lambda view: answer(request, view, key, lambda: event_list(view, asked, query)),
            query.as_of,
            slow=bool(query.text),
        )

    @router.get("/events/{id}", responses=answers_of("EventWhole", 307, 404), **asks(AsOf))
    async def event(request: Request, id: str, query: Annotated[AsOf, Depends(parsed(AsOf))]) -> Response:
        """One event with its claims, reports, answers and figures over time."""
        return await serving.answered(
            lambda view: answer(request, view, ("event", _there(serving, view, id)), lambda: whole(serving, view, id)),
            query.as_of,
        )

    @router.get("/events/{id}/history", responses=answers_of("History", 307, 404), **asks(AsOf))
    async def history(request: Request, id: str, query: Annotated[AsOf, Depends(parsed(AsOf))]) -> Response:
        """Each figure of an event over time, a step a claim."""
        return await serving.answered(
            lambda view: answer(
                request,
                view,
                ("history", _there(serving, view, id, "../{id}/history")),
                lambda: whole(serving, view, id)["history"],
            ),
            query.as_of,
        )

    @router.get("/map", responses=answers_of("MapColumns"), **asks(Filters))
    def map_(request: Request, query: Annotated[Filters, Depends(parsed(Filters))]) -> Response:
        """All events that pass, as columns."""
        view, asked = serving.view(query.as_of), query.asked()
        return large_answer(request, view, ("map", asked), lambda: counting.map_columns(view, asked))

    @router.get("/facets", responses=answers_of("Facets"), **asks(Filters))
    async def facets(request: Request, query: Annotated[Filters, Depends(parsed(Filters))]) -> Response:
        """How many of the events that pass have each value, and how many there are a day."""
        asked = query.asked()
        return await serving.answered(
            lambda view: answer(request, view, ("facets", asked), lambda: counting.facets(view, asked)),
            query.as_of,
            slow=bool(query.text),
        )

    @router.get("/reports/{id:path}", responses=answers_of("ReportWhole", 404), response_class=Response)
    async def report(request: Request, id: str) -> Response:
        """A report with its text and what was read out of it."""

        def told(view: View) -> Response:
            found = _report(serving, view, id)
            return answer(request, view, ("report", id), lambda: found)

        return await serving.answered(told)

    @router.get("/links", responses=answers_of("LinkList"), **asks(LinkFilters))
    async def links(request: Request, query: Annotated[LinkFilters, Depends(parsed(LinkFilters))]) -> Response:
        """Which events are called an answer to which."""
        return await serving.answered(
            lambda view: answer(request, view, ("links", query.event), lambda: render.links(view, query.event)),
            query.as_of,
        )

    @router.get("/parties", responses=answers_of("PartyList"), **asks(AsOf))
    async def parties(request: Request, query: Annotated[AsOf, Depends(parsed(AsOf))]) -> Response:
        """The parties that act, suffer or speak, those in most events first."""
        return await serving.answered(
            lambda view: answer(
                request,
                view,
                "parties",
                lambda: {"revision": view.revision, "parties": counting.parties(view, view.mask(ALL))},
            ),
            query.as_of,
        )

    return router


def event_list(view: View, asked: Asked, query: Listing) -> Json:
    """A page of events."""
    page = view.page(asked, query.sort, query.limit, query.cursor)
    events = render.written(view, page.rows)
    return {"revision": view.revision, "total": page.total, "events": events, "next": page.next}


def whole(serving: Serving, view: View, key: str) -> Json:
    """An event with all that hangs on it."""
    claims, heads = view.source.told_of(key)
    summary = render.summaries_of(view, [key])
    if not summary or not claims:  # another process has just drawn the events anew
        raise not_found("event", key)
    held = frozenset(one.id for one in heads.values() if serving.desk.held(moment(one.published)))
    return render.whole(view, summary[0], claims, heads, held)


def _there(serving: Serving, view: View, key: str, address: str = "{id}") -> str:
    """The id, where there is such an event; MovedError to what became of it, RequestError where nothing did."""
    if key in view.row_of:
        return key
    successor = view.source.event_of(serving.desk.store.claim_of(key))
    if successor not in view.row_of:
        raise not_found("event", key)
    raise MovedError(address.format(id=successor))


def _report(serving: Serving, view: View, key: str) -> Json:
    store = serving.desk.store
    head = store.heads([key]).get(key)
    if head is None or serving.desk.held(moment(head.published)):
        raise not_found("report", key)
    there = view.row_of
    events = {claim: event for claim, event in store.claim_events(key).items() if event in there}
    return render.report_json(store.report(key), head, store.claims(key), events)
