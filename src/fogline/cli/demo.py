"""`fogline demo`: the reports that come with the package, read and shown."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.cli.output import Page
    from fogline.model import Event

DEMO_LEDGER = "demo.db"
PROGRAM = "fogline"
# A report whose sources contradict each other, for a look at what was read out of it.
TELLING_REPORT = "r3"


def demo(
    ledger: Annotated[
        str | None,
        typer.Option("--ledger", metavar="FILE", help="The ledger to read them into. Default: demo.db here."),
    ] = None,
) -> None:
    """Read the sample reports, show their ledger, and in a terminal serve its page until Ctrl-C.

    The reports that come with Fogline tell of real happenings in its own words; their sources are named by kind.
    Running it again changes nothing.

    \b
    Example:
      fogline demo
    """
    from fogline import api
    from fogline.cli.events import list_events
    from fogline.cli.output import Page, tell
    from fogline.cli.progress import bar, expected
    from fogline.cli.read import tell_problems, told
    from fogline.cli.show import show_event
    from fogline.samples import reports_path

    name = ledger or demo_ledger()
    if not ledger and name != DEMO_LEDGER:
        tell(f"nothing may be written in this folder: the ledger is {name}")
    page = Page()
    with api.open(name) as opened, reports_path() as path:
        with bar("Reading the sample reports", expected([str(path)])) as on_progress:
            summary = opened.read(path, on_progress=on_progress)
        page.say(f"{told(summary)}, {name}")
        tell_problems(summary)
        page.say()
        events = opened.events()
        list_events(page, opened, events)
        if not events:
            return
        number = telling_event(events)
        page.say()
        page.say(f"Event {number}, opened")
        page.say()
        show_event(page, opened, opened.event(number))
    page.say()
    tell_next(page, name, number)
    if page.is_terminal:
        page.say()
        serve_page(name)


def serve_page(ledger: str) -> None:
    """Serve the ledger until Ctrl-C, on the usual port or on one that is free."""
    from fogline.cli.serve import own_token, serve_ledger
    from fogline.serve.config import ServeConfig, ServeError

    try:
        serve_ledger(ledger, ServeConfig(own_token()), tell_token=True)
    except ServeError:  # something else answers there
        serve_ledger(ledger, ServeConfig(own_token(), port=0), tell_token=True)


def demo_ledger() -> str:
    """demo.db here, or in a temporary folder where nothing can be written here."""
    if os.access(Path.cwd(), os.W_OK):
        return DEMO_LEDGER
    return str(Path(tempfile.mkdtemp(prefix="fogline-")) / DEMO_LEDGER)


def telling_event(events: "Sequence[Event]") -> int:
    """The number of the event to open: a disputed one where there is one, of those with the most claims the first."""

    def weight(number: int) -> tuple[bool, int, int]:
        event = events[number - 1]
        return bool(event.disputed), len(event.claims), -number

    return max(range(1, len(events) + 1), key=weight)


def tell_next(page: "Page", ledger: str, number: int) -> None:
    """What to try next, as lines that can be run as they are."""
    from fogline.cli.table import Column

    program, where = program_name(), f"--ledger {ledger}"
    page.say("Look closer:")
    page.table(
        [Column("", style="bold", wraps=False), Column("")],
        [
            (f"{program} show {number} {where}", "the claims side by side"),
            (f"{program} explain {TELLING_REPORT} {where}", "a report with what was read out of it"),
            (f"{program} events --disputed {where}", "where the claims contradict each other"),
            (f"{program} serve {where}", "its map and timeline, and the API"),
            (f"{program} read article.txt --published 2024-12-22", "your own reports, into fogline.db"),
        ],
    )


def program_name() -> str:
    """How this program can be called again: by its name where the shell finds it, else by its path from here."""
    called = Path(sys.argv[0])
    found = shutil.which(PROGRAM)
    if called.name != PROGRAM or (found and Path(found).resolve() == called.resolve()):
        return PROGRAM
    path = called.absolute()
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
