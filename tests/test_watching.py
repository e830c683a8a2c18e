"""What is watched, into a real ledger: a kill at any moment, any order and any number of looks give the same ledger."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import fogline
from fogline.api import Ledger, News
from fogline.collect.guard import ALLOW_PRIVATE
from fogline.collect.sources import Source
from fogline.collect.world import World
from fogline.errors import SourcesError
from fogline.ledger import Store
from fogline.model import Reading
from fogline.settings import Settings

sys.path.insert(0, str(Path(__file__).parent / "collect"))
from feed_server import PARAGRAPH, FeedServer, feed_server, item

ITEMS = 20
MAIN = "from fogline.cli import main; main()"
# The methods of the store that write: between any two of them the process may die.
WRITES = ("add", "note_feed", "rebuild")


class Silent:
    """Reads nothing out of anything."""

    def read_many(self, reports):
        return (Reading(report.id, (), (), ()) for report in reports)


class Killed(BaseException):
    """The process is gone: nothing catches it."""


@pytest.fixture(scope="module")
def server() -> Iterator[FeedServer]:
    with feed_server() as running:
        for name in ("a", "b"):
            running.feed(f"/{name}", *(item(str(n), f"{name} {n}") for n in range(ITEMS)))
        for n in range(3):
            running.article(f"/whole{n}", PARAGRAPH * 6 + f"\nThis is part {n} of the story.", f"Stub {n}")
        stubs = (item(f"s{n}", f"Stub {n}", "Short.", f"{running.address}/whole{n}") for n in range(3))
        running.feed("/stubs", *stubs)
        yield running


@pytest.fixture(autouse=True)
def _private_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ALLOW_PRIVATE, "1")


def sources(server: FeedServer, names: list[str]) -> list[Source]:
    return [Source(name, "feed", f"{server.address}/{name}", source=name, language="en", every=60.0) for name in names]


def opened(path: Path) -> Ledger:
    return Ledger(Store.open(path), Settings(), lambda language: Silent())


def kept(path: Path) -> list[tuple[str, str, str]]:
    with opened(path) as ledger:
        return [(report.id, report.title, report.text) for report in ledger.reports()]


def look(path: Path, listed: list[Source], threads: int = 0) -> list[News]:
    news: list[News] = []
    with opened(path) as ledger:
        ledger.watch(listed, news.append, once=True, world=World(threads=threads))
    return news


def look_and_die(path: Path, listed: list[Source], writes: int, *, after: bool) -> bool:
    """Look once and die at the write of that number, before or after it is on the disk; whether it came to that."""
    left = writes
    store = Store.open(path)

    def dying(write):
        def wrapped(*args, **kwargs):
            nonlocal left
            left -= 1
            if left == 0 and not after:
                raise Killed
            answer = write(*args, **kwargs)
            if left == 0:
                raise Killed
            return answer

        return wrapped

    for name in WRITES:
        setattr(store, name, dying(getattr(store, name)))
    try:
        Ledger(store, Settings(), lambda language: Silent()).watch(listed, once=True, world=World(threads=0))
    except Killed:
        return True
    finally:
        store.close()
    return False


@hypothesis_settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    order=st.permutations(["a", "b", "stubs"]),
    deaths=st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=4),
)
def test_any_order_and_any_deaths_give_the_same_ledger(
    server: FeedServer, tmp_path_factory: pytest.TempPathFactory, order: list[str], deaths: list[tuple[int, bool]]
) -> None:
    path = tmp_path_factory.mktemp("law") / "l.db"
    for writes, after in deaths:
        look_and_die(path, sources(server, order), writes, after=after)
    look(path, sources(server, order))
    again = look(path, sources(server, order))
    plain = path.parent / "plain.db"
    look(plain, sources(server, ["a", "b", "stubs"]), threads=4)
    assert kept(path) == kept(plain)
    assert len(kept(path)) == 2 * ITEMS + 3
    assert sum(news.summary.new for news in again) == 0


def test_a_feed_s_counts_and_the_news_agree_with_the_ledger(server: FeedServer, tmp_path: Path) -> None:
    news = look(tmp_path / "l.db", sources(server, ["a", "stubs"]))
    assert sum(one.summary.new for one in news) == ITEMS + 3
    assert sorted(key for one in news for key in one.summary.reports) == [key for key, *_ in kept(tmp_path / "l.db")]
    with opened(tmp_path / "l.db") as ledger:
        assert [(feed.name, feed.items, feed.reports, feed.problems) for feed in ledger.feeds()] == [
            ("a", ITEMS, ITEMS, 0),
            ("stubs", 3, 3, 0),
        ]
        assert all(feed.due and feed.succeeded and feed.tried for feed in ledger.feeds())


def test_an_item_that_was_read_by_hand_is_not_doubled(server: FeedServer, tmp_path: Path) -> None:
    with opened(tmp_path / "l.db") as ledger:
        assert ledger.read(f"{server.address}/a", source="a", language="en").new == ITEMS
    look(tmp_path / "l.db", sources(server, ["a"]))
    assert len(kept(tmp_path / "l.db")) == ITEMS


def test_another_process_may_read_while_the_watch_writes(server: FeedServer, tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    counted = []

    def looks_on(news: News) -> None:
        with Store.open(path, create=False) as other:
            counted.append(other.counts()["reports"])

    with opened(path) as ledger:
        ledger.watch(sources(server, ["a"]), looks_on, once=True, world=World(threads=0))
    assert counted[0] == 16
    assert counted[-1] == ITEMS


def test_a_watch_ends_when_it_is_told_to(server: FeedServer, tmp_path: Path) -> None:
    news: list[News] = []
    with opened(tmp_path / "l.db") as ledger:
        ledger.watch(sources(server, ["a"]), news.append, stopped=lambda: any(one.over for one in news))
    assert news[-1].over


def test_a_list_with_faults_is_refused_before_anything_is_asked(server: FeedServer, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text("[[feed]]\nname = 'x'\n")
    with opened(tmp_path / "l.db") as ledger, pytest.raises(SourcesError, match=r"feeds.toml: \[\[feed\]\] \"x\""):
        ledger.watch(tmp_path / "feeds.toml")


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_process_that_is_killed_again_and_again_loses_and_doubles_nothing(server: FeedServer, tmp_path: Path) -> None:
    many = [item(f"k{n}", f"Item {n}") for n in range(60)]
    server.feed("/many", *many)
    listed = tmp_path / "feeds.toml"
    listed.write_text(f'[[feed]]\nname = "many"\naddress = "{server.address}/many"\nlanguage = "uk"\nevery = 1\n')
    command = [sys.executable, "-c", MAIN, "watch", str(listed), "--ledger", str(tmp_path / "l.db")]
    chance = random.Random(7)
    for _ in range(4):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.8 + chance.random() * 0.7)
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = subprocess.run([*command, "--once", "--format", "json"], capture_output=True, check=True, text=True)
    assert json.loads(done.stdout.splitlines()[-1])["over"]
    with fogline.open(tmp_path / "l.db") as ledger:
        assert sorted(report.title for report in ledger.reports()) == sorted(f"Item {n}" for n in range(60))
