"""How quick is the live desk with 100,000 events, and how soon is a new report on an open page?

`python bench/serve.py [EVENTS] [SECONDS]` makes a ledger of made-up events, serves it in a process of its own, asks it
200 times a second over 20 kept connections, in a mix as the page asks, while another process reads new reports into the
same ledger, and prints the times. All on loopback.
"""

import asyncio
import datetime as dt
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from fogline.ledger import Store, memory, rows, search, tables
from fogline.ledger.draw import draw, in_order
from fogline.ledger.engine import connect, read_address, writing
from fogline.model import Claim, Days, Event, Figure, FigureRange, Merged, Place, Report

EVENTS, SECONDS = 100_000, 20
RATE, CONNECTIONS = 200, 20
PER_SECOND_MS = 1000
TYPES = ("air_drone_strike", "missile_artillery_attack", "ground_battle", "threat", "territory_change")
SIDES = ("Russia", "Ukraine", None)
START = dt.date(2022, 2, 24)
DAYS, TOWNS = 1400, 4000
NEW_REPORT = "Russian drones struck Odesa on Monday, killing {number} people, the governor said."
SERVE = "from fogline.cli import main; main()"


def made_up(count: int, seed: int = 1) -> tuple[list[Report], list[Claim], list[Event]]:
    """Reports, claims (two an event) and events."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    reports, claims, events = [], [], []
    for number in range(count):
        day = START + dt.timedelta(days=chance.randrange(DAYS))
        town = chance.randrange(TOWNS)
        place = Place(
            f"Town {town}", "UA", f"Region {town % 27}", 44 + town % 90 / 10, 22 + town / 220, town + 1, "settlement"
        )
        dead = Figure(*([chance.choice((0, 0, 1, 2, 5, 9))] * 2))
        kind = chance.choice(TYPES)
        key = f"{number:06x}"
        told = []
        for one in range(2):
            report = Report(
                f"r{key}{one}",
                f"site {chance.randrange(40)}",
                None,
                f"Happening {number} at Town {town}",
                f"Drones, says one. {number}",
                f"{day}T1{one}:00:00+00:00",
                "en",
            )
            claim = Claim(
                f"c{key}{one}",
                report.id,
                "0",
                "the governor",
                chance.choice(SIDES),
                "asserts",
                kind,
                "occurred",
                Days.on(day),
                place,
                ("Russia",),
                ("Ukraine",),
                ("residential",),
                ("drone",),
                (),
                {"killed": dead},
                {"what": (0, 9)},
                report.title,
                0,
            )
            reports.append(report)
            claims.append(claim)
            told.append(claim)
        disputed = ("killed",) if chance.random() < 0.1 else ()
        figures = {"killed": FigureRange(dead.low, dead.high, dead, "the governor")}
        events.append(
            Event(
                f"e{key}{'0' * 9}",
                kind,
                "occurred",
                Days.on(day),
                place,
                ("Russia",),
                ("Ukraine",),
                ("residential",),
                ("drone",),
                (),
                figures,
                disputed=disputed,
                origins=chance.choice((1, 1, 2)),
                claims=tuple(told),
            )
        )
    return reports, claims, events


def make_ledger(path: Path, count: int) -> None:
    """A ledger with so many events, as if they had been read and merged: rows are put in many at a time."""
    reports, claims, events = made_up(count)
    with Store.open(path):
        engine = connect(read_address(path))
        with writing(engine) as connection:
            connection.execute(sa.insert(tables.reports), [rows.report_row(report, read=True) for report in reports])
            connection.execute(sa.insert(tables.claims), [rows.claim_row(claim) for claim in claims])
            search.index_all(connection)
            draw(connection, in_order(Merged(tuple(events), (), {one.id: one.id for one in reports})), None, 1)
            memory.raise_revision(connection)
        engine.dispose()


def addresses(count: int, seed: int = 2) -> list[str]:
    """A mix as a page asks: lists, events, counts, filters, maps, features."""
    chance = random.Random(seed)  # noqa: S311
    found = []
    for _ in range(5000):
        key = f"e{chance.randrange(count):06x}{'0' * 9}"
        west, south = 22 + chance.random() * 15, 44 + chance.random() * 7
        day = START + dt.timedelta(days=chance.randrange(DAYS))
        found.append(
            chance.choices(
                (
                    f"/api/events/{key}",
                    f"/api/events?bbox={west:.3f},{south:.3f},{west + 3:.3f},{south + 2:.3f}",
                    f"/api/events?since={day}&until={day + dt.timedelta(days=30)}&sort=deadliest",
                    f"/api/facets?since={day}&type={chance.choice(TYPES)}",
                    f"/api/events?type={chance.choice(TYPES)}&party=Russia&disputed=true&until={day}",
                    f"/api/reports/r{key[1:7]}0",
                    f"/api/events?text={quote(f'Town {chance.randrange(TOWNS)}')}",
                    f"/ogc/collections/events/items?limit=100&bbox={west:.2f},{south:.2f},{west + 1:.2f},52",
                    "/api",
                ),
                (30, 20, 15, 12, 8, 8, 3, 3, 1),
            )[0]
        )
    return found


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str) -> tuple[int, int]:
    """Status and size of one answer over a kept connection."""
    writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    size = int(head.partition("content-length:")[2].split("\r\n")[0])
    await reader.readexactly(size)
    return int(head.split(" ", 2)[1]), size


async def load(port: int, asked: Sequence[str], seconds: float) -> list[float]:
    """Milliseconds of each answer at a steady rate; an answer that has to wait for a free connection counts from when
    it was due."""
    times: list[float] = []
    due: asyncio.Queue[tuple[float, str]] = asyncio.Queue()

    async def work() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
        while True:
            at, address = await due.get()
            status, _ = await ask(reader, writer, address)
            if status != 200:
                raise RuntimeError(f"{status} for {address}")
            times.append((time.perf_counter() - at) * PER_SECOND_MS)
            due.task_done()

    workers = [asyncio.create_task(work()) for _ in range(CONNECTIONS)]
    begun = time.perf_counter()
    for number in range(int(seconds * RATE)):
        at = begun + number / RATE
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        due.put_nowait((at, asked[number % len(asked)]))
    await due.join()
    for worker in workers:
        worker.cancel()
    return sorted(times)


def told(name: str, times: Sequence[float]) -> None:
    """Print median, 95th and 99th percentile and the slowest."""
    middle, late, latest = (times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.95, 0.99))
    answers = f"{name:42} {len(times):5} answers"
    say(f"{answers}: median {middle:.1f} ms, p95 {late:.1f}, p99 {latest:.1f}, slowest {times[-1]:.0f}")


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def timed(port: int, address: str) -> None:
    """Print time and size of one answer, made anew and kept."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**26)
    for name in ("first", "again"):
        begun = time.perf_counter()
        _, size = await ask(reader, writer, address)
        took = (time.perf_counter() - begun) * PER_SECOND_MS
        say(f"{address:32} {name:11} {took:8.1f} ms   {size / 1e6:.2f} MB packed")
    writer.close()


def main() -> None:
    """Make, serve, ask, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        path, port = Path(folder) / "bench.db", 18_765
        begun = time.perf_counter()
        make_ledger(path, count)
        say(f"made a ledger of {count:,} events in {time.perf_counter() - begun:.0f} s")
        begun = time.perf_counter()
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", SERVE, "serve", "--ledger", str(path), "--port", str(port)], stdout=subprocess.PIPE
        )
        try:
            assert server.stdout is not None
            server.stdout.readline()
            say(f"served after {time.perf_counter() - begun:.1f} s")
            asyncio.run(timed(port, "/api/map"))
            asyncio.run(timed(port, "/api/facets"))
            asyncio.run(timed(port, "/api/events"))
            asked = addresses(count)
            told(f"{RATE} requests a second", asyncio.run(load(port, asked, seconds)))
            reading = subprocess.Popen([sys.executable, "-c", READING, str(path), str(seconds)])  # noqa: S603
            told(f"{RATE} requests a second, while one reads", asyncio.run(load(port, asked, seconds)))
            reading.wait()
        finally:
            server.terminate()
            server.wait()


# Another process that reads reports, one after the other, and stores them, as the one of `serve --watch` does.
READING = f"""
import sys, time
from fogline.ledger import Store
from fogline.model import Report
from fogline.read import Reader
from fogline.serve.feeding import give_way
give_way()
reader, until, number = Reader.open(), time.monotonic() + float(sys.argv[2]), 0
with Store.open(sys.argv[1]) as store:
    while time.monotonic() < until:
        number += 1
        text = {NEW_REPORT!r}.format(number=number % 9 + 1)
        report = Report(f"new{{number}}", "a site", None, f"Drones strike Odesa {{number}}", text, "2025-11-24", "en")
        store.add([(report, next(iter(reader.read_many([report]))))])
"""

if __name__ == "__main__":
    main()
