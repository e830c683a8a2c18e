"""How an http(s) address is fetched: from public machines only, within limits of size, time and redirects."""

import http.client
import ssl
import urllib.parse
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from fogline.collect.address import Target, parse_address
from fogline.collect.connect import ProxiedLine, deadline, open_line
from fogline.collect.shape import MEBIBYTE, REPORT_BYTES
from fogline.collect.skip import Skip

USER_AGENT = f"fogline/{metadata.version('fogline')}"
MOST_REDIRECTS = 5
CHUNK_BYTES = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ACCEPT = "text/html,application/xhtml+xml,text/plain,application/json,application/x-ndjson;q=0.9,*/*;q=0.1"
HEADERS = {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}
GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the body, decompressed, and what the server says that it is."""

    url: str
    content_type: str
    charset: str | None
    body: bytes


def fetch(url: str) -> Fetched:
    """Fetch an address, following at most five redirects, each checked like the first. Raises Skip."""
    at = url
    for _ in range(MOST_REDIRECTS + 1):
        target = parse_address(at)
        answer = _ask(target)
        if isinstance(answer, Fetched):
            return Fetched(url, answer.content_type, answer.charset, answer.body)
        at = urllib.parse.urljoin(at, answer)
    raise Skip("redirect_loop", f"redirects more than {MOST_REDIRECTS} times")


def _ask(target: Target) -> Fetched | str:
    """One request: the answer, or the address that it redirects to. Raises Skip."""
    line = open_line(target)
    proxied_plain = isinstance(line, ProxiedLine) and target.scheme == "http"
    try:
        with deadline(line):
            line.request("GET", target.whole if proxied_plain else target.path, headers=HEADERS)
            return _answer(line.getresponse())
    except TimeoutError as error:
        raise Skip("timeout", "did not answer in time: try again later") from error
    except ssl.SSLCertVerificationError as error:
        raise Skip("bad_certificate", "has no valid certificate") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Skip("unreachable", f"cannot be fetched ({type(error).__name__})") from error
    finally:
        line.close()


def _answer(response: http.client.HTTPResponse) -> Fetched | str:
    place = response.headers.get("Location")
    if response.status in REDIRECTS and place:
        return place
    if response.status != http.client.OK:
        raise Skip(f"http_{response.status}", f"answers {response.status} {_phrase(response.status)}".rstrip())
    body = b"".join(_bounded(_decoded(response)))
    content_type = response.headers.get_content_type() if "Content-Type" in response.headers else ""
    return Fetched("", content_type, response.headers.get_content_charset(), body)


def _phrase(status: int) -> str:
    """The standard's words for a status: the server's own are not to be trusted on a terminal."""
    return http.client.responses.get(status, "")


def _bounded(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks up to the size limit. Raises Skip above it."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > REPORT_BYTES:
            raise Skip("too_large", f"is larger than {REPORT_BYTES // MEBIBYTE} MB")
        yield chunk


def _decoded(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """The body in bounded chunks, decompressed where it came compressed. Raises Skip."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    raw = _bounded(iter(lambda: response.read1(CHUNK_BYTES), b""))
    if encoding in ("identity", ""):
        yield from raw
    elif encoding in ("gzip", "x-gzip", "deflate"):
        yield from _inflated(raw)
    else:
        raise Skip("bad_encoding", "answers in a compression that was not asked for")


def _inflated(raw: Iterator[bytes]) -> Iterator[bytes]:
    """Decompress in bounded pieces, so that a small answer cannot become a large one in memory."""
    machine = zlib.decompressobj(GZIP_OR_ZLIB)
    try:
        for chunk in raw:
            rest = chunk
            while rest and not machine.eof:
                yield machine.decompress(rest, CHUNK_BYTES)
                rest = machine.unconsumed_tail
        yield machine.flush()
    except zlib.error as error:
        raise Skip("bad_encoding", "answers with broken compressed data") from error
