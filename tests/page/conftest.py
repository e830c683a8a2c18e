"""The page in a real, headless Chromium, on a server of its own over the sample ledger.

The browser is the machine's own (Debian's `chromium`); none is ever fetched. Where it or the built page is missing
these tests are skipped, and say so.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fogline import api
from fogline.samples import reports_path
from fogline.serve.static import built_page

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(Path(__file__).parent))  # page_steps.py
WEB = ROOT / "src/fogline/serve/web"
SHOTS = ROOT / "build" / "screenshots"
TOKEN = "a-token-that-is-long-enough"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# WebGL in software, and nothing that asks other hosts by itself.
FLAGS = (
    *("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"),
)
# Software rendering on a busy machine of two cores.
PATIENCE_MS = 30_000
START_SECONDS = 60

HOSTILE = {
    "id": "hostile",
    "source": "<img src=x onerror=alert(1)>",
    "url": "javascript:alert(2)",
    "title": "Drones hit <script>alert(3)</script> Odesa, killing four",
    "text": (
        "Russian drones struck a house in Odesa on 20 December 2024, killing four people, "
        'Governor <b onmouseover="alert(4)">Oleh Kiper</b> said. <script>alert(5)</script>'
    ),
    "published": "2024-12-20T09:00:00+02:00",
    "language": "en",
}


def missing() -> str | None:
    """What these tests lack, in a line; None for nothing."""
    if not any(shutil.which(name) for name in BROWSERS):
        return "no Chromium: on Debian or Ubuntu, sudo apt install chromium"
    if built_page() is None:
        return "the page is not built: make setup builds it where Node 20.19 or newer is there"
    return None


@dataclass
class Desk:
    """A server of its own: its address, and the ledger that it serves."""

    address: str
    ledger: Path


@dataclass
class Watched:
    """A page, with what it asked for and what the browser complained about."""

    page: "object"
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    if why := missing():
        pytest.skip(why)
    ledger = tmp_path_factory.mktemp("page") / "sample.db"
    with api.open(ledger) as opened, reports_path() as reports:
        opened.read([reports, HOSTILE])
    with serving(ledger) as found:
        yield found


@pytest.fixture
def own_desk(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """A desk that a test may write to."""
    copy = tmp_path / "own.db"
    with sqlite3.connect(desk.ledger) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    with serving(copy) as found:
        yield found


class serving:  # noqa: N801 - a context manager
    """`fogline serve` on a free port."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger

    def __enter__(self) -> Desk:
        command = [sys.executable, "-c", "from fogline.cli import main; main()", "serve"]
        env = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [*command, "--ledger", str(self.ledger), "--port", "0", "--token", TOKEN],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=env,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if found := re.search(r"http://[^ ]+", line):
                return Desk(found[0], self.ledger)
        raise AssertionError(f"the server ended with {self.process.wait()}")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(START_SECONDS)


@pytest.fixture(scope="module")
def chromium(desk: Desk):
    """A browser for one file of tests: the driver's event loop must not run on under tests that start their own."""
    from playwright.sync_api import sync_playwright

    found = next(path for name in BROWSERS if (path := shutil.which(name)))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=list(FLAGS), headless=True)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, desk: Desk):
    """Opens the page, and checks at the end that it asked no other host and that the browser had no complaint."""
    contexts = []
    seen: list[Watched] = []

    def visiting(query: str = "", at: Desk = desk, **settings):
        context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        watched = Watched(page)
        seen.append(watched)
        page.on("request", lambda request: watched.asked.append(request.url))
        page.on("pageerror", lambda error: watched.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: watched.complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
        page.on("console", lambda said: watched.complaints.append(said.text) if said.type in COMPLAINTS else None)
        page.goto(at.address + query)
        return page

    yield visiting
    for context in contexts:
        context.close()
    for watched in seen:
        strangers = [
            url for url in watched.asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:http://127"))
        ]
        assert not strangers
        assert not [text for text in watched.complaints if not is_of_the_machine(text)]


COMPLAINTS = ("error", "warning")


def is_of_the_machine(text: str) -> bool:
    """Whether the browser only tells that it draws without a graphics card, or that a server said no or is gone."""
    return any(words in text for words in ("GL Driver Message", "software WebGL", "Failed to load resource"))


@pytest.fixture
def until():
    """Waits until an expression is true in a page; the page's policy forbids the driver's own way, which evaluates."""

    def waiting(page, expression: str) -> None:
        end = time.monotonic() + PATIENCE_MS / 1000
        while not page.evaluate(expression):
            assert time.monotonic() < end, f"never true: {expression}"
            page.wait_for_timeout(50)

    return waiting


@pytest.fixture
def shoot():
    """Keeps a screenshot as build output, to be looked at."""

    def shooting(page, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"{name}.png")

    return shooting


TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Run in a world of its own, so that the page's policy holds while axe-core is there.
CHECK = """async (tags) => (await axe.run(document, {runOnly: tags})).violations
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)"""


@pytest.fixture(scope="session")
def violations():
    """Lists the rules of WCAG 2.2 AA that an open page breaks, as axe-core sees them."""
    script = WEB / "node_modules/axe-core/axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not installed: make setup gets it with the page's packages")
    source = script.read_text(encoding="utf-8")

    def checking(page) -> list[str]:
        page.evaluate(source)
        return page.evaluate(CHECK, TAGS)

    return checking
