"""A server on this machine whose answers a test sets: feeds that grow, break, hang, lie, loop and never end."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

RSS = "application/rss+xml; charset=utf-8"
PARAGRAPH = (
    "A drone hit a fuel depot near the harbour of Kherson on Saturday and killed two people, "
    "the regional governor said. "
)


@dataclass(frozen=True)
class Answer:
    """What a path answers; a `drip` sends the body a byte at a time with so many seconds between."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: float = 0.0


@dataclass
class FeedServer:
    """`answers` by path: an Answer, or what makes one of the request's headers. `asked` lists paths with headers."""

    address: str
    answers: dict[str, Answer | Callable[[Mapping[str, str]], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def feed(self, path: str, *items: str, head: str = "", etag: str | None = None) -> None:
        """An RSS feed of these items; with an ETag it is not sent again to who has it."""
        body = rss(*items, head=head).encode()

        def answer(headers: Mapping[str, str]) -> Answer:
            if etag and headers.get("If-None-Match") == etag:
                return Answer(status=304)
            return Answer(body, headers={"Content-Type": RSS, **({"ETag": etag} if etag else {})})

        self.answers[path] = answer

    def article(self, path: str, text: str, title: str = "Depot burns") -> None:
        page = f"<html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        page += "".join(f"<p>{escape(part)}</p>" for part in text.split("\n")) + "</article></body></html>"
        self.answers[path] = Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def rss(*items: str, head: str = "") -> str:
    channel = f"<channel><title>Harbour Post</title>{head}{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'


def item(
    guid: str,
    title: str = "",
    text: str = PARAGRAPH * 6,
    link: str | None = None,
    date: str | None = "Sun, 22 Dec 2024 09:30:00 +0200",
) -> str:
    parts = [f"<guid>{escape(guid)}</guid>", f"<title>{escape(title or 'Item ' + guid)}</title>"]
    parts += [f"<description>{escape(text)}</description>"]
    parts += [f"<link>{escape(link)}</link>"] if link else []
    parts += [f"<pubDate>{date}</pubDate>"] if date else []
    return f"<item>{''.join(parts)}</item>"


@contextmanager
def feed_server() -> Iterator[FeedServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            found = server.answers.get(self.path, Answer(status=404))
            answer = found(dict(self.headers)) if callable(found) else found
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if not answer.drip:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if not answer.drip:
                self.wfile.write(answer.body)
            for byte in answer.body if answer.drip else b"":
                self.wfile.write(bytes([byte]))
                time.sleep(answer.drip)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that hangs up is no news."""

    running = Quiet(("127.0.0.1", 0), Handler)
    server = FeedServer(f"http://127.0.0.1:{running.server_port}")
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        running.shutdown()
        running.server_close()
