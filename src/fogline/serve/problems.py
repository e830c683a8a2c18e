"""How is a fault told over HTTP? As problem details, RFC 9457, on every route."""

from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from fogline.errors import FoglineError, LedgerError, UsageError

MEDIA_TYPE = "application/problem+json"
LONGEST_DETAIL = 300


class RequestError(Exception):
    """A fault of a request, with its status and one line that says what to do."""

    def __init__(self, status: int, detail: str, **headers: str) -> None:
        """`headers` with underscores for hyphens."""
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class MovedError(Exception):
    """That what is asked for is at another address, told in relation to the one asked for."""

    def __init__(self, address: str) -> None:
        """The address."""
        super().__init__(address)
        self.address = address


def not_found(noun: str, key: str) -> RequestError:
    """That there is no such thing, or that it may not be seen yet: which of the two is not told."""
    return RequestError(404, f"there is no {noun} {short(key)}")


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """The answer to a request with a fault."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(orjson.dumps(body), status, {**(headers or {}), "Cache-Control": "no-store"}, MEDIA_TYPE)


def short(text: str) -> str:
    """Text of a request as an answer may repeat it: one line, of bounded length, in quotes."""
    line = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return repr(line if len(line) <= LONGEST_DETAIL else line[:LONGEST_DETAIL] + "…")


def tell_problems(app: FastAPI) -> None:
    """Have the app answer every fault so."""

    @app.exception_handler(RequestError)
    async def own(request: Request, error: RequestError) -> Response:
        return problem(error.status, error.detail, error.headers)

    @app.exception_handler(MovedError)
    async def elsewhere(request: Request, moved: MovedError) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return Response(None, 307, {"Location": f"{moved.address}{query}", "Cache-Control": "no-store"})

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Response:
        return problem(error.status_code, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    async def of_parameters(request: Request, error: RequestValidationError) -> Response:
        return problem(422 if _in_body(error) else 400, _told(error))

    @app.exception_handler(UsageError)
    async def of_usage(request: Request, error: UsageError) -> Response:
        return problem(400, str(error))

    @app.exception_handler(LedgerError)
    async def of_ledger(request: Request, error: LedgerError) -> Response:
        return problem(503, "the ledger cannot be read or written now; the server's log says why")

    @app.exception_handler(FoglineError)
    async def of_us(request: Request, error: FoglineError) -> Response:
        return problem(500, "a fault of the server; its log says more")

    @app.exception_handler(Exception)
    async def of_code(request: Request, error: Exception) -> Response:
        return problem(500, "a fault of Fogline's; the server's log says more")


def _in_body(error: RequestValidationError) -> bool:
    return any(one["loc"][:1] == ("body",) for one in error.errors())


def _told(error: RequestValidationError) -> str:
    first: dict[str, Any] = error.errors()[0]
    if first["type"] == "json_invalid":
        return f"the body is no JSON, from character {first['loc'][-1]} on"
    name = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    given = first.get("input")
    shown = f": {short(str(given))}" if isinstance(given, str | int | float) else ""
    return f"{short(name)[1:-1]}: {first['msg']}{shown}"
