"""Who may ask, from where, and how much? Checked before any route, for every request.

Reading is open where the server is bound to loopback, else it needs the token; writing always needs it. The host must
be one by which the server may be called, so that no other site's name can be pointed at it (DNS rebinding), and a
request that writes must not come from another site's page.
"""

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fogline.serve.addresses import tile_origin
from fogline.serve.config import LOOPBACK_NAMES, ServeConfig
from fogline.serve.problems import problem

COOKIE: Final = "fogline"
READING: Final = ("GET", "HEAD", "OPTIONS")
LONGEST_QUERY: Final = 8192
MOST_BODY: Final = 64 * 1024
# What holds nothing of the ledger, or lets one in.
OPEN: Final = ("/health", "/api/session", "/api/openapi.json")
GUARDED: Final = ("/api", "/ogc", "/atom.xml", "/metrics")
CHALLENGE: Final = {"WWW-Authenticate": 'Bearer realm="fogline", Basic realm="fogline", charset="UTF-8"'}


class Guard:
    """An ASGI middleware: lets a request pass, or answers it with a problem; sets the headers of every answer."""

    def __init__(self, app: ASGIApp, config: ServeConfig) -> None:
        """Guard `app`."""
        self._app = app
        self._config = config
        self._names = {*LOOPBACK_NAMES, config.host.casefold(), *(name.casefold() for name in config.names)}
        self._headers = security_headers(config)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        fault = self._fault(scope)
        if fault is not None:
            status, detail = fault
            await problem(status, detail, CHALLENGE if status == 401 else None)(scope, receive, with_headers)
            return
        await self._app(scope, Bounded(receive), with_headers)

    def _fault(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the word for a request that may not pass."""
        headers, path = Headers(scope=scope), scope["path"]
        too_much = self._too_much(scope, headers)
        if too_much is not None:
            return too_much
        if not self._is_called(headers.get("host", "")):
            return 421, "the server is not called so: start it with --name to allow a host name"
        writes = scope["method"] not in READING
        if writes and not self._is_own(headers):
            return 403, "a page of another site may not write here"
        if path in OPEN or not path.startswith(GUARDED):
            return None
        if (writes or not self._config.is_loopback) and not may_write(headers, self._config):
            return 401, "this needs the token: send it as Authorization: Bearer TOKEN (fogline serve prints it)"
        return None

    def _too_much(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        if len(scope.get("query_string", b"")) > LONGEST_QUERY:
            return 414, f"the query is longer than {LONGEST_QUERY} bytes"
        if not _is_small(headers.get("content-length")):
            return 413, f"the body is longer than {MOST_BODY} bytes"
        return None

    def _is_called(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name.casefold() in self._names or _is_address(name)

    def _is_own(self, headers: Headers) -> bool:
        """Whether a request comes from our own page, or from no page at all."""
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site", "none") in ("none", "same-origin")
        return origin in self._config.origins or urlsplit(origin).netloc == headers.get("host")


class Bounded:
    """Receives a body up to the bound and no further, whatever length it was announced with."""

    def __init__(self, receive: Receive) -> None:
        """Receive from `receive`."""
        self._receive = receive
        self._read = 0

    async def __call__(self) -> Message:
        """The next part; a disconnect where there are too many."""
        message = await self._receive()
        self._read += len(message.get("body", b""))
        return message if self._read <= MOST_BODY else {"type": "http.disconnect"}


def may_write(headers: Headers, config: ServeConfig) -> bool:
    """Whether a request carries the token."""
    return any(is_token(given, config) for given in _tokens(headers))


def is_token(given: str, config: ServeConfig) -> bool:
    """Whether this is the token; how long that takes to say tells nothing of it."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), config.token.encode())


def security_headers(config: ServeConfig) -> dict[str, str]:
    """What a browser is told with every answer: tiles of the map may be elsewhere."""
    tiles = f" {tile_origin(config.tiles)}" if config.tiles else ""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": f"'self' data: blob:{tiles}",
        "font-src": "'self'",
        "connect-src": f"'self'{tiles}",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }


def _tokens(headers: Headers) -> Iterable[str]:
    scheme, _, value = headers.get("authorization", "").partition(" ")
    if scheme.casefold() == "bearer":
        yield value.strip()
    elif scheme.casefold() == "basic":
        yield _password(value)
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        morsel = None
    if morsel is not None:
        yield morsel.value


def _password(value: str) -> str:
    """The password of Basic authentication, whoever the user is: QGIS and GDAL know no bearer tokens."""
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (ValueError, binascii.Error):
        return ""


def _is_small(length: str | None) -> bool:
    return length is None or (length.isdecimal() and len(length) < 12 and int(length) <= MOST_BODY)


def _is_address(name: str) -> bool:
    """Whether a host is an IP address: no site's name can be pointed at what is not a name."""
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True
