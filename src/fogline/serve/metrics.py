"""How much is asked, how long does it take, and how does the desk stand? For Prometheus."""

import time
from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from fastapi import FastAPI
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fogline.serve.serving import Serving

BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10)
STREAM: Final = "/api/stream"


class Measured:
    """An ASGI middleware that counts and times requests by route, never by address: addresses have no end."""

    def __init__(self, app: ASGIApp, registry: CollectorRegistry) -> None:
        """Count what `app` answers."""
        self._app = app
        names = ("method", "route", "status")
        self._count = Counter("fogline_requests", "Requests answered", names, registry=registry)
        self._time = Histogram(
            "fogline_request_seconds",
            "From a request to the end of its answer",
            ("route",),
            buckets=BUCKETS,
            registry=registry,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, and note it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, begun = 500, time.perf_counter()

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            route = getattr(scope.get("route"), "path", None) or "other"
            self._count.labels(
                scope["method"] if scope["method"].isalpha() and len(scope["method"]) < 8 else "other", route, status
            ).inc()
            if route != STREAM:
                self._time.labels(route).observe(time.perf_counter() - begun)


class Calls(Collector):
    """How the calls of the webhooks went."""

    def __init__(self, serving: Serving) -> None:
        """Those of `serving`."""
        self._serving = serving

    def collect(self) -> Iterable[CounterMetricFamily]:
        """One counter with a sample for each hook and outcome."""
        found = CounterMetricFamily("fogline_webhook_calls", "Calls of webhooks", labels=("hook", "outcome"))
        for caller in self._serving.callers:
            for outcome, count in asdict(caller.tally).items():
                found.add_metric((caller.hook.name, outcome), count)
        yield found


def add_metrics(app: FastAPI, serving: Serving, registry: CollectorRegistry) -> None:
    """The address `/metrics`, with gauges that ask the desk when they are read."""
    for name, told, ask in (
        ("fogline_revision", "Revision of the ledger", lambda: serving.desk.view.revision),
        ("fogline_events", "Events that can be seen", lambda: len(serving.desk.view.row_of)),
        ("fogline_stream_clients", "Clients of the stream", lambda: serving.hub.clients),
    ):
        Gauge(name, told, registry=registry).set_function(ask)

    registry.register(Calls(serving))

    @app.get("/metrics", tags=["desk"], responses={200: {"content": {"text/plain": {}}}}, response_class=Response)
    def metrics() -> Response:
        """Counters and gauges, for Prometheus."""
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
