"""How an http(s) address is fetched: from public machines only, within limits of size, time and redirects."""

import http.client
import re
import ssl
import urllib.parse
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import metadata

from fogline.collect.address import Target, parse_address
from fogline.collect.connect import ProxiedLine, deadline, open_line
from fogline.collect.shape import MEBIBYTE, REPORT_BYTES
from fogline.collect.skip import Skip

USER_AGENT = f"fogline/{metadata.version('fogline')}"
MOST_REDIRECTS = 5
CHUNK_BYTES = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ACCEPT = (
    "text/html,application/xhtml+xml,text/plain,application/json,application/x-ndjson;q=0.9,"
    "application/atom+xml;q=0.9,application/rss+xml;q=0.9,application/xml;q=0.8,*/*;q=0.1"
)
HEADERS = {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}
GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
# What a server says for asking again is kept and sent back: printable, and no longer than real ones are.
TAG = re.compile(r"[\x20-\x7e]{1,500}")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the body, decompressed, and what the server says that it is.

    `etag` and `modified` are its ETag and Last-Modified, for asking again.
    """

    url: str
    content_type: str
    charset: str | None
    body: bytes
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """How an address is asked.

    `etag` and `modified` are of an answer that is known: the same one is then not sent again. `before` is called with
    each address, also one that was redirected to, before it is asked, and may raise Skip. `limit` is the most bytes of
    an answer.
    """

    etag: str | None = None
    modified: str | None = None
    before: Callable[[Target], None] = lambda target: None
    limit: int = REPORT_BYTES

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the request (RFC 9110, 13.1)."""
        known = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return HEADERS | {name: value for name, value in known.items() if value}


class Refused(Skip):
    """A server answered with another status than success. `retry_after` is its own word on when to come again."""

    def __init__(self, status: int, retry_after: str | None = None) -> None:
        """Keep the status for who asked."""
        super().__init__(f"http_{status}", f"answers {status} {_phrase(status)}".rstrip())
        self.status = status
        self.retry_after = retry_after


PLAINLY = Asking()


def fetch(url: str, asking: Asking = PLAINLY) -> Fetched:
    """Fetch an address, following at most five redirects, each checked like the first. Raises Skip."""
    found = fetch_if_new(url, asking)
    if found is None:
        raise Refused(http.client.NOT_MODIFIED)
    return found


def fetch_if_new(url: str, asking: Asking) -> Fetched | None:
    """The same; None where the answer is the one that is known already. Raises Skip."""
    at = url
    for _ in range(MOST_REDIRECTS + 1):
        target = parse_address(at)
        asking.before(target)
        answer = _ask(target, asking)
        if answer is None:
            return None
        if isinstance(answer, Fetched):
            return replace(answer, url=url)
        at = urllib.parse.urljoin(at, answer)
    raise Skip("redirect_loop", f"redirects more than {MOST_REDIRECTS} times")


def _ask(target: Target, asking: Asking) -> Fetched | str | None:
    """One request: the answer, the address that it redirects to, or None where nothing changed. Raises Skip."""
    line = open_line(target)
    proxied_plain = isinstance(line, ProxiedLine) and target.scheme == "http"
    try:
        with deadline(line):
            line.request("GET", target.whole if proxied_plain else target.path, headers=asking.headers)
            return _answer(line.getresponse(), asking)
    except TimeoutError as error:
        raise Skip("timeout", "did not answer in time: try again later") from error
    except ssl.SSLCertVerificationError as error:
        raise Skip("bad_certificate", "has no valid certificate") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Skip("unreachable", f"cannot be fetched ({type(error).__name__})") from error
    finally:
        line.close()


def _answer(response: http.client.HTTPResponse, asking: Asking) -> Fetched | str | None:
    place = response.headers.get("Location")
    if response.status in REDIRECTS and place:
        return place
    if response.status == http.client.NOT_MODIFIED and (asking.etag or asking.modified):
        return None
    if response.status != http.client.OK:
        raise Refused(response.status, _tag(response, "Retry-After"))
    body = b"".join(_bounded(_decoded(response, asking.limit), asking.limit))
    content_type = response.headers.get_content_type() if "Content-Type" in response.headers else ""
    charset = response.headers.get_content_charset()
    return Fetched("", content_type, charset, body, _tag(response, "ETag"), _tag(response, "Last-Modified"))


def _tag(response: http.client.HTTPResponse, name: str) -> str | None:
    """A header's value where it can be sent back as it is."""
    value = response.headers.get(name)
    return value if value and TAG.fullmatch(value) else None


def _phrase(status: int) -> str:
    """The standard's words for a status: the server's own are not to be trusted on a terminal."""
    return http.client.responses.get(status, "")


def _bounded(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """The chunks up to the size limit. Raises Skip above it."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise Skip("too_large", f"is larger than {limit / MEBIBYTE:g} MB")
        yield chunk


def _decoded(response: http.client.HTTPResponse, limit: int) -> Iterator[bytes]:
    """The body in bounded chunks, decompressed where it came compressed. Raises Skip."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    raw = _bounded(_whole(response), limit)
    if encoding in ("identity", ""):
        yield from raw
    elif encoding in ("gzip", "x-gzip", "deflate"):
        yield from _inflated(raw)
    else:
        raise Skip("bad_encoding", "answers in a compression that was not asked for")


def _whole(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """The body as it comes. Raises Skip where it ends before the length that was announced."""
    yield from iter(lambda: response.read1(CHUNK_BYTES), b"")
    if response.length:  # bytes that were announced and did not come
        raise Skip("cut_off", "broke off before its end")


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
        if not machine.eof:
            raise Skip("cut_off", "broke off before its end")
    except zlib.error as error:
        raise Skip("bad_encoding", "answers with broken compressed data") from error
