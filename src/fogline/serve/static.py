"""Where is the page, and what stands at `/` where it was not built?"""

import mimetypes
from importlib import resources
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

BUILT: Final = "page"
INDEX: Final = "index.html"
# Vite names what it builds into this folder by its content, so that a browser need never ask again.
HASHED: Final = "assets/"
PACKED: Final = ".gz"
NOT_BUILT: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Fogline</title>
<p>The page is not built: run <code>make setup</code> in a clone with Node 20 or newer. The API works:
<a href="/api">/api</a>, <a href="/api/events">/api/events</a>, <a href="/ogc">/ogc</a>,
<a href="/atom.xml">/atom.xml</a>, <a href="/api/openapi.json">/api/openapi.json</a>.
"""


class Page(StaticFiles):
    """The built page; what is named by its content is kept for good, what was packed at the build is sent packed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file of the page."""
        name = INDEX if path in ("", ".") else path
        found = await self._packed(name, scope) or await super().get_response(path, scope)
        lasting = path.startswith(HASHED) and found.status_code in (200, 304)
        found.headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
        found.headers["Vary"] = "Accept-Encoding"
        return found

    async def _packed(self, name: str, scope: Scope) -> Response | None:
        """The file as the build packed it, where there is one and the browser takes it."""
        takes = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        if not takes or name.endswith(PACKED) or not self.lookup_path(name + PACKED)[1]:
            return None
        found = await super().get_response(name + PACKED, scope)
        found.headers["Content-Encoding"] = "gzip"
        found.headers["Content-Type"] = media_type(name)
        return found


def media_type(name: str) -> str:
    """The media type of a file of the page, whatever the machine's own table says of scripts."""
    if name.endswith((".js", ".mjs")):
        return "text/javascript; charset=utf-8"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def add_page(app: FastAPI, folder: Path | None) -> None:
    """Serve the page at `/`; added last, since it takes every address that is left."""
    mimetypes.add_type("text/javascript", ".mjs")
    mimetypes.add_type("text/javascript", ".js")
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
