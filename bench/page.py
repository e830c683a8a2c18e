"""How fast is the page with 100,000 events, and how soon is a new event on it? Measured in the machine's own Chromium.

The events are made up, and come from a small server of this script, so that only the page is measured: the time to the
first paint, to the first rows and to the drawn map, and the times between frames while the map is dragged. Then items
come into a feed on loopback which `fogline serve --watch` watches: the time from there to the row on the open page.
Prints figures, passes or fails on none; without Chromium or the built page it says so.

    make bench            or    .venv/bin/python bench/page.py [--events N]
"""

import argparse
import gzip
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import parse_qs, urlsplit

from watch import Feed

from fogline.collect.guard import ALLOW_PRIVATE
from fogline.serve.static import built_page, media_type

EVENTS = 100_000
PATIENCE_MS = 120_000
DRAG_STEPS = 90
TYPES = ("air_drone_strike", "missile_artillery_attack", "ground_battle", "protest", "threat")
LEVELS = ("one_origin", "one_side", "both_sides", "independent")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"),
)
FRAMES = """() => { window.frames_ = []; let last = performance.now();
  const tick = (now) => { window.frames_.push(now - last); last = now; window.drawing_ = requestAnimationFrame(tick); };
  window.drawing_ = requestAnimationFrame(tick); }"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def main() -> None:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--events", type=int, default=EVENTS, help="made-up events on the page")
    count = parser.parse_args().events
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    page = built_page()
    if browser is None or page is None:
        lacking = (
            "Chromium (Debian: apt install chromium)" if browser is None else "the built page (make setup, with Node)"
        )
        say(f"page: not measured, for want of {lacking}")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser, args=list(FLAGS), headless=True)
        say(f"the page with {count:,} events, 1440 x 900, WebGL in software")
        measure_page(chromium, page, count)
        measure_updates(chromium)
        chromium.close()


def measure_page(chromium: Any, page: Path, count: int) -> None:
    """The times of one visit with empty caches."""
    handler = partial(MadeUp, directory=str(page))
    MadeUp.columns, MadeUp.made = made_up(count)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tab = chromium.new_page(viewport={"width": 1440, "height": 900})
    tab.set_default_timeout(PATIENCE_MS)
    begun = time.perf_counter()
    tab.goto(f"http://127.0.0.1:{server.server_port}/")
    tab.wait_for_selector(".row-title")
    rows = time.perf_counter() - begun
    tab.wait_for_selector(".map-canvas[data-drawn=yes]")
    drawn = time.perf_counter() - begun
    say(f"first paint            {tab.evaluate(FIRST_PAINT) / 1000:8.2f} s")
    say(f"first rows             {rows:8.2f} s")
    say(f"map drawn              {drawn:8.2f} s")
    tab.wait_for_timeout(3000)
    tell_frames("panning", *frames(tab, drag_map))
    tell_frames("scrolling the list", *frames(tab, scroll_list))
    begun = time.perf_counter()
    tab.get_by_label("Disputed", exact=True).check()
    while int(tab.locator("#list-title").inner_text().split()[0].replace(",", "")) >= count:
        tab.wait_for_timeout(5)
    say(f"a filter               {time.perf_counter() - begun:8.2f} s")
    tab.close()
    server.shutdown()


def frames(tab: Any, act: Any) -> tuple[list[float], float]:
    """Milliseconds between frames while something is done, and of the page's own work in a frame.

    What is left between the two is Chromium's drawing, which here has no graphics processor.
    """
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("Performance.enable")
    tab.evaluate(FRAMES)
    before = busy_seconds(devtools)
    act(tab)
    busy = busy_seconds(devtools) - before
    found: list[float] = tab.evaluate("() => { cancelAnimationFrame(window.drawing_); return window.frames_; }")
    devtools.detach()
    return found[1:], 1000 * busy / len(found)


def busy_seconds(devtools: Any) -> float:
    """For how long the page's thread has worked so far."""
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def drag_map(tab: Any) -> None:
    """Drag the map to and fro."""
    tab.mouse.move(400, 400)
    tab.mouse.down()
    for step in range(DRAG_STEPS):
        tab.mouse.move(400 + 300 * abs((step % 60) - 30) / 30, 400 + step % 30)
        tab.wait_for_timeout(16)
    tab.mouse.up()


def scroll_list(tab: Any) -> None:
    """Turn the wheel over the list."""
    tab.mouse.move(1200, 400)
    for _ in range(DRAG_STEPS):
        tab.mouse.wheel(0, 240)
        tab.wait_for_timeout(16)


def tell_frames(what: str, found: list[float], own: float) -> None:
    """The median and the 95th percentile of frame times, and the page's share."""
    late = quantiles(found, n=20)[-1]
    say(
        f"{what:<22} {median(found):8.1f} ms a frame, p95 {late:.1f} ms ({len(found)} frames); "
        f"the page's own work {own:.1f} ms a frame"
    )


def measure_updates(chromium: Any) -> None:
    """From an item that a feed on loopback has to its row on the page of `fogline serve --watch`."""
    feed = Feed()
    feed.add("Drones hit Odesa", report(0))
    address = feed.serve()
    with tempfile.TemporaryDirectory() as folder:
        feeds = Path(folder) / "feeds.toml"
        feeds.write_text(f'[[feed]]\nname = "bench"\naddress = "{address}"\nlanguage = "en"\nevery = "0.1 s"\n')
        command = [sys.executable, "-u", "-c", "from fogline.cli import main; main()", "serve", "--port", "0"]
        server = subprocess.Popen(  # noqa: S603 - our own program
            [*command, "--ledger", str(Path(folder) / "l.db"), "--watch", str(feeds)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, ALLOW_PRIVATE: "1"},
        )
        try:
            assert server.stdout is not None
            page = next(found[0] for line in server.stdout if (found := re.search(r"http://[^ ]+", line)))
            waits = list(arrivals(chromium, page, feed))
        finally:
            server.terminate()
            server.wait()
    late = quantiles(waits, n=20)[-1]
    say(f"from a feed to the page {median(waits):7.2f} s    (p95 {late:.2f} s, {len(waits)} items)")


def arrivals(chromium: Any, page: str, feed: Feed) -> Iterator[float]:
    """The seconds that each new item takes to an open page."""
    tab = chromium.new_page(viewport={"width": 1440, "height": 900})
    tab.set_default_timeout(PATIENCE_MS)
    tab.goto(page)
    tab.wait_for_selector(".live.is-live")
    tab.wait_for_selector(f".row-title:has-text('{CITIES[0]}')")
    tab.wait_for_selector(".map-canvas[data-drawn=yes]")
    for number in range(1, len(CITIES)):
        begun = time.perf_counter()
        feed.add(f"Drones hit {CITIES[number]}", report(number))
        tab.wait_for_selector(f".row-title:has-text('{CITIES[number]}')")
        yield time.perf_counter() - begun
    tab.close()


CITIES = (
    *("Odesa", "Kharkiv", "Sumy", "Poltava", "Chernihiv", "Zaporizhzhia", "Kherson"),
    *("Mykolaiv", "Dnipro", "Lviv", "Lutsk", "Ternopil", "Zhytomyr", "Rivne"),
    *("Khmelnytskyi", "Vinnytsia", "Cherkasy", "Kropyvnytskyi", "Uzhhorod", "Chernivtsi"),
)


def report(number: int) -> str:
    """A report of a strike on a city of its own."""
    day = f"{number + 1} December 2024"
    return f"Russian drones struck {CITIES[number]} on {day}, killing {number + 2} people, officials said."


def made_up(count: int) -> tuple[bytes, dict[str, dict[str, Any]]]:
    """Events over two years and a continent: the columns as the API sends them, packed, and each event by its id."""
    chance = random.Random(6)  # noqa: S311 - no secret hangs on it
    towns = [(chance.gauss(36, 4), chance.gauss(48.5, 2)) for _ in range(2_000)]
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    made: dict[str, dict[str, Any]] = {}
    for number in range(count):
        lon, lat = chance.choice(towns)
        kind, dead = chance.randrange(len(TYPES)), chance.choice((None, 0, 0, 1, 2, 5, 12, 40))
        row = (f"{number:016x}", round(lon, 5), round(lat, 5), 0, 19_700 + number * 730 // count)
        disputed, origins = int(chance.random() < 0.12), chance.choice((1, 1, 1, 2, 3, 6))
        values = (*row, row[4], kind, 0, min(2, origins - 1), disputed, origins, dead, dead, dead)
        for name, value in zip(COLUMNS, values, strict=True):
            columns[name].append(value)
        made[row[0]] = summary(row, TYPES[kind], dead, disputed, origins)
    head = {
        "revision": 1,
        "count": count,
        "types": TYPES,
        "statuses": ["occurred"],
        "corroborations": LEVELS,
        "precisions": ["settlement", "region", "country"],
    }
    return gzip.compress(json.dumps({**head, **columns}).encode(), 4), made


COLUMNS = (
    *("id", "lon", "lat", "precision", "first", "last", "type", "status", "corroboration"),
    *("disputed", "origins", "killed_low", "killed_high", "killed"),
)


def summary(row: tuple[Any, ...], kind: str, dead: int | None, disputed: int, origins: int) -> dict[str, Any]:
    """One made-up event as the list asks for it."""
    place = {"name": "A town", "country": "UA", "region": "A region", "lat": row[2], "lon": row[1]}
    figure = (
        {"killed": {"low": dead, "high": dead, "latest": [dead, dead], "shown": [dead, dead], "by": None}}
        if dead is not None
        else {}
    )
    return {
        **{"id": row[0], "title": f"Strike {int(row[0], 16)} on a town, UA", "type": kind, "status": "occurred"},
        **{"date": ["2024-01-01", "2024-01-01"], "place": {**place, "geonameid": None, "precision": "settlement"}},
        **{"actor": ["Russia"], "target": ["Ukraine"], "against": [], "weapon": [], "effects": [], "figures": figure},
        **{
            "disputed": ["killed"] if disputed else [],
            "origins": origins,
            "corroboration": LEVELS[min(2, origins - 1)],
            "sides": [],
        },
        **{"claims": 2, "reports": 2, "answers": [], "answered_by": [], "changed": 1},
    }


class MadeUp(SimpleHTTPRequestHandler):
    """The page's files, packed where the build packed them, and made-up answers."""

    protocol_version = "HTTP/1.1"
    columns: bytes = b""
    made: dict[str, dict[str, Any]]

    def do_GET(self) -> None:
        """Answer."""
        asked = urlsplit(self.path)
        answers = {
            "/api": {"version": "", "revision": 1, "counts": {"events": len(self.made)}},
            "/api/links": {"links": []},
            "/api/parties": {"parties": []},
            "/basemap/names.json": {"type": "FeatureCollection", "features": []},
        }
        if asked.path == "/api/map":
            self.send(self.columns, "application/json", packed=True)
        elif asked.path == "/api/events":
            ids = parse_qs(asked.query).get("id", [])
            self.send(json.dumps({"events": [self.made[one] for one in ids], "total": len(ids)}).encode())
        elif asked.path == "/api/stream":
            self.send(b"", "text/plain", status=204)
        elif asked.path in answers:
            self.send(json.dumps(answers[asked.path]).encode())
        else:
            self.send_file(asked.path)

    def send_file(self, path: str) -> None:
        """A file of the page, or the part of it that is asked for."""
        name = "index.html" if path == "/" else path.lstrip("/")
        file = Path(self.directory) / name
        part = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if part:
            with file.open("rb") as opened:
                opened.seek(int(part[1]))
                body = opened.read(int(part[2]) - int(part[1]) + 1)
            self.send(body, media_type(name), status=206)
            return
        packed = file.with_name(file.name + ".gz")
        body = (packed if packed.is_file() else file).read_bytes()
        self.send(body, media_type(name), packed=packed.is_file())

    def send(self, body: bytes, kind: str = "application/json", *, packed: bool = False, status: int = 200) -> None:
        """One answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is told of each request."""


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
