"""How does an answer go out: as JSON or text, with an ETag, or as 304 where nothing changed?"""

import zlib
from collections.abc import Callable, Hashable
from typing import Any, Final

import orjson
from fastapi import Request
from starlette.responses import Response

from fogline.serve.view import View

JSON: Final = "application/json"
# An answer with all events is compressed once a revision.
LEVEL: Final = 5
GZIP_BITS: Final = 31  # zlib's sign for a gzip header
Make = Callable[[], Any]


def answer(request: Request, view: View, key: Hashable, make: Make, media_type: str = JSON) -> Response:
    """The answer for `key` in this view, made where it is not kept; 304 where the client has it."""
    headers = {"ETag": f'W/"{view.tag}"', "Cache-Control": "no-cache", "Vary": "Accept-Encoding, Authorization, Cookie"}
    if _has(request, headers["ETag"]):
        return Response(None, 304, headers)
    body = view.kept.get((media_type, key), lambda: encoded(make()))
    return Response(body, 200, headers, media_type)


def large_answer(request: Request, view: View, key: Hashable, make: Make) -> Response:
    """The same for an answer that is kept compressed."""
    headers = {"ETag": f'W/"{view.tag}"', "Cache-Control": "no-cache", "Vary": "Accept-Encoding, Authorization, Cookie"}
    if _has(request, headers["ETag"]):
        return Response(None, 304, headers)
    packed = view.large.get(("packed", key), lambda: _packed(encoded(make())))
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, 200, {**headers, "Content-Encoding": "gzip"}, JSON)
    return Response(zlib.decompress(packed, GZIP_BITS), 200, headers, JSON)


def encoded(found: Any) -> bytes:
    """JSON, or what is bytes or text already."""
    if isinstance(found, bytes):
        return found
    return found.encode() if isinstance(found, str) else orjson.dumps(found, option=orjson.OPT_SERIALIZE_NUMPY)


def _has(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "")
    return any(one.strip().removeprefix("W/") in (tag.removeprefix("W/"), "*") for one in known.split(","))


def _packed(body: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP_BITS)
    return packer.compress(body) + packer.flush()
