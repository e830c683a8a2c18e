"""Where is the page, and what stands at `/` where it was not built?"""

from importlib import resources
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from fogline.serve.config import ServeConfig

BUILT: Final = "web/dist"
INDEX: Final = "index.html"
# Vite names what it builds into this folder by its content, so that a browser need never ask again.
HASHED: Final = "assets/"
NOT_BUILT: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Fogline</title>
<p>The page is not built: run <code>make setup</code> in a clone with Node 20 or newer. The API works:
<a href="/api">/api</a>, <a href="/api/events">/api/events</a>, <a href="/ogc">/ogc</a>,
<a href="/atom.xml">/atom.xml</a>, <a href="/api/openapi.json">/api/openapi.json</a>.
"""


class Page(StaticFiles):
    """The built page; what is named by its content is kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file of the page."""
        found = await super().get_response(path, scope)
        lasting = path.startswith(HASHED) and found.status_code == 200
        found.headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
        return found


def add_settings(app: FastAPI, config: ServeConfig) -> None:
    """What the page needs to know before it asks for anything: `page.json`."""
    settings = {"tiles": config.tiles, "attribution": config.attribution, "crimea": "ua"}

    @app.get("/page.json", include_in_schema=False)
    def page_settings() -> Response:
        return JSONResponse(settings, headers={"Cache-Control": "no-cache"})


def add_page(app: FastAPI, folder: Path | None) -> None:
    """Serve the page at `/`; added last, since it takes every address that is left."""
    found = folder or built_page()
    if (found / INDEX).is_file():
        app.mount("/", Page(directory=found, html=True), name="page")
        return

    @app.get("/", include_in_schema=False)
    def not_built(request: Request) -> Response:
        return HTMLResponse(NOT_BUILT)


def built_page() -> Path:
    """The folder inside the package into which the page is built."""
    return Path(str(resources.files("fogline.serve"))) / BUILT
