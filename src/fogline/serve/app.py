"""How do the parts of the server come together?"""

import functools
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib import resources
from typing import Final

from fastapi import APIRouter, FastAPI
from prometheus_client import CollectorRegistry
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from fogline import __version__
from fogline.serve import atom, basemap, ogc, routes_desk, routes_events
from fogline.serve.answers import encoded
from fogline.serve.forms import FORMS, answers_of
from fogline.serve.guard import Guard
from fogline.serve.harm import STATEMENT
from fogline.serve.headless import Headless
from fogline.serve.metrics import Measured, add_metrics
from fogline.serve.problems import tell_problems
from fogline.serve.serving import Serving
from fogline.serve.static import add_page

SMALLEST_PACKED = 1024
LEVEL = 1  # of gzip for answers made anew: they are small, and asked for often


def create_app(serving: Serving) -> FastAPI:
    """The server of one desk; starting it starts the desk, and ending it ends the streams."""

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        serving.start()
        yield
        serving.end()

    app = FastAPI(
        title="Fogline",
        version=__version__,
        summary="Who says what happened, where, when and with how many dead",
        description=STATEMENT,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=running,
        redirect_slashes=False,
    )
    registry = CollectorRegistry()
    tell_problems(app)
    for router in _routers(serving):
        app.include_router(router)
    _add_health(app, serving)
    add_metrics(app, serving, registry)
    add_page(app, serving.config.page)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED, compresslevel=LEVEL)
    if serving.config.origins:
        app.add_middleware(CORSMiddleware, allow_origins=list(serving.config.origins), allow_methods=["GET"])
    app.add_middleware(Headless)
    app.add_middleware(Guard, config=serving.config)
    app.add_middleware(Measured, registry=registry)
    _describe(app)
    return app


def _routers(serving: Serving) -> Sequence[APIRouter]:
    asked = (part.routes(serving) for part in (routes_desk, routes_events, ogc, atom))
    return (*asked, basemap.routes())


def _add_health(app: FastAPI, serving: Serving) -> None:
    @app.get("/health", tags=["desk"], responses=answers_of("Health", 503), response_class=Response)
    def health() -> Response:
        """Whether the ledger can be read."""
        revision = serving.desk.store.revision()
        return Response(encoded({"status": "ok", "revision": revision}), media_type="application/json")


# The token goes in a header, or as the password of whoever: what only knows of names and passwords can ask too.
SECURITY: Final = {"token": {"type": "http", "scheme": "bearer"}, "password": {"type": "http", "scheme": "basic"}}


@functools.cache
def answers_of_the_sample() -> dict[str, object]:
    """What the API answers on the sample ledger, shortened, by the form of the answer."""
    found: dict[str, object] = json.loads(resources.files("fogline.serve").joinpath("examples.json").read_text("utf-8"))
    return found


def _describe(app: FastAPI) -> None:
    """Have OpenAPI name the form of problems, and no answer that is never given."""
    made = app.openapi

    def described() -> dict[str, object]:
        found = made()
        found["components"]["schemas"]["ProblemForm"] = FORMS["ProblemForm"].model_json_schema()
        for name, example in answers_of_the_sample().items():
            found["components"]["schemas"][name]["examples"] = [example]
        found["components"]["securitySchemes"] = SECURITY
        for unused in ("HTTPValidationError", "ValidationError"):
            found["components"]["schemas"].pop(unused, None)
        for address in found["paths"].values():
            for method, route in address.items():
                if method != "get":
                    route["security"] = [{name: []} for name in SECURITY]
                answers = route["responses"]
                if "HTTPValidationError" in str(answers.get("422")):
                    del answers["422"]
        return found

    app.openapi = described  # type: ignore[method-assign]
