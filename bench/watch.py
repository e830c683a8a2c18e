"""How long until an item of a feed is an event in the ledger? On this machine, at the shortest interval.

A server on loopback adds an item now and then; the time from there to the moment when the event is in the ledger is
taken. With --reports the ledger holds so many other reports before. Prints figures, passes or fails on none.

    .venv/bin/python bench/watch.py [--items N] [--reports N]
"""

import argparse
import os
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

import fogline
from fogline.api import News
from fogline.collect.guard import ALLOW_PRIVATE
from fogline.collect.sources import LEAST_SECONDS_HERE, Source

ITEMS = 30
PAUSE_SECONDS = 0.05
TOWNS = ("Kherson", "Sumy", "Kharkiv", "Odesa", "Dnipro", "Belgorod", "Kursk", "Donetsk", "Kazan", "Kryvyi Rih")
P95 = 0.95


def main() -> None:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--items", type=int, default=ITEMS, help="items that are added, one after the other")
    parser.add_argument("--reports", type=int, default=0, help="reports that the ledger holds before")
    asked = parser.parse_args()
    os.environ[ALLOW_PRIVATE] = "1"
    with tempfile.TemporaryDirectory() as folder, fogline.open(Path(folder) / "l.db") as ledger:
        ledger.read([{"text": text(n), "published": "2024-12-20", "language": "en"} for n in range(asked.reports + 1)])
        feed = Feed()
        address = feed.serve()
        source = Source("bench", "feed", address, source="bench", language="en", every=LEAST_SECONDS_HERE)
        added: dict[str, float] = {}
        waits: list[float] = []

        def arrived(news: News) -> None:
            now = time.perf_counter()
            for key in news.summary.reports:
                waits.append(now - added[ledger.report(key).title])
                if not news.events:
                    raise SystemExit("an item gave no event")

        watching = threading.Thread(
            target=lambda: ledger.watch([source], arrived, stopped=lambda: len(waits) >= asked.items), daemon=True
        )
        watching.start()
        for n in range(asked.items):
            added[f"Item {n}"] = time.perf_counter()
            feed.add(f"Item {n}", text(10_000 + n))
            while len(waits) <= n:  # what is measured is the way of one item, not a queue
                time.sleep(PAUSE_SECONDS)
        watching.join()
    waits.sort()
    p95 = waits[min(int(len(waits) * P95), len(waits) - 1)]
    print(  # noqa: T201
        f"item in a feed to event in a ledger of {asked.reports} reports: median {median(waits):.2f} s, "
        f"95 of 100 within {p95:.2f} s, slowest {waits[-1]:.2f} s ({len(waits)} items, a look every "
        f"{LEAST_SECONDS_HERE:g} s)"
    )


def text(n: int) -> str:
    """A report of its own: town, day and numbers differ."""
    town = TOWNS[n % len(TOWNS)]
    return (
        f"A drone hit a fuel depot in {town} on {n % 28 + 1} November 2024 and killed {n % 7 + 1} people, the regional "
        f"governor said. Another {n % 30 + 2} people were wounded, and {n} buildings were damaged. "
        "Firefighters worked at the scene through the night, and the road to the town was closed for the morning. "
        "The governor asked residents to stay away from the depot, where fuel still burned, he told reporters. "
        "The air force said that it had shot down most of the drones that were launched in the night."
    )


class Feed:
    """A feed on loopback that grows."""

    def __init__(self) -> None:
        """It is empty."""
        self.items: list[str] = []

    def add(self, title: str, words: str) -> None:
        """Put an item at its head."""
        link = f"<guid>{title}</guid><title>{title}</title>"
        date = "<pubDate>Sun, 01 Dec 2024 09:30:00 +0200</pubDate>"
        self.items.insert(0, f"<item>{link}{date}<description>{words}</description></item>")

    def serve(self) -> str:
        """Answer in a thread; the feed's address."""
        feed = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                found = self.path == "/feed"
                body = f'<rss version="2.0"><channel><title>bench</title>{"".join(feed.items[:30])}</channel></rss>'
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", "application/rss+xml")
                self.end_headers()
                self.wfile.write(body.encode() if found else b"")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/feed"


if __name__ == "__main__":
    main()
