"""How is what is watched shown? A table on a terminal, a line for each look in a pipe, JSON Lines for programs."""

import datetime as dt
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from fogline.cli.options import Form
from fogline.cli.output import Page, one_line, tell
from fogline.cli.table import Column
from fogline.publish.words import count

if TYPE_CHECKING:
    from fogline.api import Ledger, News, Source
    from fogline.model.feed import Feed

COLUMNS = (
    Column("source", "bold"),
    Column("kind", rank=2),
    Column("side", rank=3),
    Column("tried", wraps=False, rank=1, named=True),
    Column("next", wraps=False, rank=2, named=True),
    Column("items", wraps=False, right=True, rank=2, named=True),
    Column("reports", wraps=False, right=True, named=True),
    Column("problems", wraps=False, right=True, named=True),
    Column("what is wrong", "yellow"),
)
REFRESHES_PER_SECOND = 2
PROBLEM_CHARACTERS = 100
MINUTE, HOUR, DAY = 60, 3600, 86400
Show = Callable[["News"], None]


def print_feeds(page: Page, feeds: "Sequence[Feed]") -> None:
    """A table of the sources and how they stand."""
    page.table(COLUMNS, [_row(feed, dt.datetime.now(dt.UTC)) for feed in feeds])


@contextmanager
def shown(opened: "Ledger", listed: "Sequence[Source]", form: Form, *, once: bool) -> Iterator[Show]:
    """What to call with each piece of news."""
    page = Page()
    if form is Form.JSON:
        yield lambda news: _tell_json(page, news)
    elif page.is_terminal and not once:
        names = {source.name for source in listed}
        with _live(page, lambda: [feed for feed in opened.feeds() if feed.name in names]) as show:
            yield show
    else:
        if not once:
            page.say(f"Watching {count(len(listed), 'source')} into {opened.address}; Ctrl-C ends it")
            page.flush()
        yield _Lines(page).show


class _Lines:
    """A line for each source's first look, and for each that brought something or failed, its pieces together.

    What is wrong with a source is told again when it is tried again, or when it is another thing that is wrong.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._sums: dict[str, list[int]] = {}
        self._told: dict[str, str | None] = {}

    def show(self, news: "News") -> None:
        summary, feed = news.summary, news.feed
        sums = self._sums.setdefault(feed.name, [0, 0, 0, 0])
        passed = sum(one.count for one in summary.passed)
        for n, more in enumerate((summary.new, summary.claims, len(news.events), passed)):
            sums[n] += more
        for problem in summary.problems if not feed.failures else ():
            tell(": ".join(word for word in (feed.name, problem.where, problem.message) if word))
        is_known = feed.name in self._told and self._told[feed.name] == feed.problem and not summary.problems
        if not news.over or (is_known and not any(self._sums[feed.name])):
            return
        self._told[feed.name] = feed.problem
        new, claims, events, passed = self._sums.pop(feed.name)
        parts = [f"{count(new, 'new report')} with {count(claims, 'claim')}"] if new else ["nothing new"]
        parts += [f"{count(events, 'event')} new or changed"] if events else []
        parts += [f"{passed} passed over"] if passed else []
        if feed.failures:
            parts = [f"failed, {feed.problem}"]
        elif feed.problem:
            parts.append(feed.problem.removeprefix(": "))  # an item without an address
        moment = feed.tried[:19] + "Z" if feed.tried else ""
        self._page.say(one_line(f"{moment} {feed.name}: {', '.join(parts)}"))
        self._page.flush()


def _tell_json(page: Page, news: "News") -> None:
    """One JSON object a line."""
    summary = news.summary
    line = {
        "feed": asdict(news.feed),
        "over": news.over,
        "new": summary.new,
        "completed": summary.completed,
        "reports": summary.reports,
        "events": list(news.events),
        "skipped": [{"where": p.where, "reason": p.reason, "message": p.message} for p in summary.problems],
        "passed": [{"where": p.where, "reason": p.reason, "count": p.count} for p in summary.passed],
    }
    page.data(json.dumps(line, ensure_ascii=False) + "\n")


@contextmanager
def _live(page: Page, feeds: "Callable[[], Sequence[Feed]]") -> Iterator[Show]:
    """The table, drawn anew as news comes and as time goes."""
    from rich.live import Live

    latest: list[Feed] = list(feeds())

    def table() -> Text:
        caught = io.StringIO()
        # A console of its own: what is printed on the one that is live would draw it again.
        console = Console(
            file=caught, force_terminal=True, width=page.console.width, no_color=page.console.no_color, highlight=False
        )
        print_feeds(Page(console), latest)
        return Text.from_ansi(caught.getvalue())

    with Live(get_renderable=table, console=page.console, refresh_per_second=REFRESHES_PER_SECOND) as live:

        def show(news: "News") -> None:
            latest[:] = [feed for feed in latest if feed.name != news.feed.name] + [news.feed]
            latest.sort(key=lambda feed: feed.name)
            live.refresh()

        yield show


def _row(feed: "Feed", now: dt.datetime) -> list[str]:
    problem = one_line(feed.problem or "", PROBLEM_CHARACTERS)
    if feed.failures > 1:
        problem = f"{problem} ({feed.failures} times)"
    numbers = (str(feed.items), str(feed.reports), str(feed.problems))
    return [feed.name, feed.kind, feed.side or "", _ago(feed.tried, now), _ahead(feed.due, now), *numbers, problem]


def _ago(moment: str | None, now: dt.datetime) -> str:
    return f"{_span((now - dt.datetime.fromisoformat(moment)).total_seconds())} ago" if moment else "never"


def _ahead(moment: str | None, now: dt.datetime) -> str:
    seconds = (dt.datetime.fromisoformat(moment) - now).total_seconds() if moment else 0
    return f"in {_span(seconds)}" if seconds > 0 else "now"


def _span(seconds: float) -> str:
    """A span in its largest unit: "40 s", "12 min", "3 h", "2 d"."""
    for unit, name in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min")):
        if seconds >= unit:
            return f"{int(seconds // unit)} {name}"
    return f"{max(int(seconds), 0)} s"
