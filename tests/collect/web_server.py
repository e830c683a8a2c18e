"""A web server on this machine that answers well, badly, slowly, and with tricks."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html><html lang="en-GB"><head><title>Depot burns after drone strike | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Depot burns after drone strike">
<meta property="article:published_time" content="2024-12-22T09:30:00+02:00">
<link rel="canonical" href="https://post.example/depot"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Depot burns after drone strike</h1>
<p>A fuel depot near the harbour burned for six hours after a drone strike in the night, the mayor said.</p>
<p>Two workers were treated for burns, a spokeswoman for the city’s hospital told reporters on Sunday.</p>
</article><footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>"""
FEED = '{"text": "Shells fell on the village.", "published": "2024-12-22"}\n{"text": \n'

Answer = tuple[int, dict[str, str], bytes]
ANSWERS: dict[str, Answer] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/text": (
        200,
        {"Content-Type": "text/plain; charset=windows-1251"},
        "Вибухи\nУ місті чути вибухи.".encode("cp1251"),
    ),
    "/json": (200, {"Content-Type": "application/json"}, b'{"id": "j1", "text": "Shells fell on the village."}'),
    "/lines": (200, {"Content-Type": "application/x-ndjson"}, FEED.encode()),
    "/feed.jsonl": (200, {}, FEED.encode()),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/empty": (200, {"Content-Type": "text/plain"}, b""),
    "/gone": (404, {}, b""),
    "/broken": (500, {}, b""),
    "/moved": (301, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-private": (302, {"Location": "http://10.0.0.1/"}, b""),
    "/large": (200, {"Content-Type": "text/plain"}, b"word " * 3_000_000),
    "/bomb": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"<p>" + b" " * 60_000_000),
    ),
    "/badzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip at all"),
    "/cut": (200, {"Content-Type": "text/html"}, b"<p>A depot burned"),
    "/cutzip": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"<p>A depot burned")[:-9],
    ),
    "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"\x0b\x02"),
}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/drip":
            self._drip()
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) + (900 if self.path == "/cut" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        """A byte now and then, for ever."""
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b".")
            time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is no news."""


@contextmanager
def web_server() -> Iterator[str]:
    """The address of a running server."""
    server = _Server(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
