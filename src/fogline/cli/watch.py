"""`fogline watch`: feeds, folders, exports and archives read into the ledger as they grow."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Form, FormOption, Ledger
from fogline.errors import UsageError

if TYPE_CHECKING:
    from fogline.api import Ledger as OpenLedger
    from fogline.api import News, Source

FAILED = 1


def watch(
    sources: Annotated[
        Path | None, typer.Argument(metavar="[FEEDS.toml]", help="The list of sources (docs/watch.md).")
    ] = None,
    *,
    ledger: Ledger = None,
    once: Annotated[bool, typer.Option("--once", help="Look at each source once, and end.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Print how the watched sources stand, and end.")] = False,
    example: Annotated[
        bool, typer.Option("--example", help="Print a list of real feeds, all of them off, and end.")
    ] = False,
    form: FormOption = Form.TEXT,
) -> None:
    """Keep reading feeds, folders, Telegram exports and WARC files into a ledger, until Ctrl-C.

    What was seen is kept in the ledger: a restart goes on where it was. A source that fails is told and tried again
    later, ever more rarely; the others go on. On a terminal a table shows how each source stands, in a pipe a line
    tells what each look brought. The status is 1 where the list has faults, or where a source failed with --once.

    \b
    Examples:
      fogline watch --example > feeds.toml
      fogline watch feeds.toml
      fogline watch feeds.toml --once --format json
      fogline watch --status
    """
    if example:
        _print_example()
        return
    if status:
        _print_status(ledger, form)
        return
    if sources is None:
        raise UsageError("name a list of sources, FEEDS.toml; fogline watch --example prints one to start from")
    from fogline import api

    listed = _enabled(sources)
    with api.open(ledger) as opened:
        failed = _watch(opened, listed, form, once=once)
    if once and failed:
        raise typer.Exit(FAILED)


def _enabled(sources: Path) -> "list[Source]":
    """The sources that are on. Raises SourcesError for a list with faults, UsageError where all are off."""
    from fogline.api import load_sources

    listed = load_sources(sources)
    on = [source for source in listed if source.enabled]
    if not on:
        raise UsageError(f"{sources}: every source is off: set enabled = true where you want to watch")
    return on


def _watch(opened: "OpenLedger", listed: "list[Source]", form: Form, *, once: bool) -> int:
    """Watch, and show what comes; how many sources failed at their last look."""
    from fogline.cli.watched import shown

    failing: dict[str, bool] = {}
    with shown(opened, listed, form, once=once) as show:

        def told(news: "News") -> None:
            failing[news.feed.name] = bool(news.feed.failures)
            show(news)

        opened.watch(listed, told, once=once)
    return sum(failing.values())


def _print_example() -> None:
    from importlib.resources import files

    from fogline.cli.output import Page

    Page().data((files("fogline.collect") / "feeds.example.toml").read_text(encoding="utf-8"))


def _print_status(ledger: str | None, form: Form) -> None:
    from dataclasses import asdict

    from fogline import api
    from fogline.cli.output import Page
    from fogline.cli.watched import print_feeds

    with api.open(ledger, create=False) as opened:
        feeds = opened.feeds()
    page = Page()
    if form is Form.JSON:
        page.json([asdict(feed) for feed in feeds])
    elif not feeds:
        page.say("Nothing was watched into this ledger yet: fogline watch FEEDS.toml")
    else:
        print_feeds(page, feeds)
