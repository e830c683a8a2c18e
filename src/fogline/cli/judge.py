"""`fogline judge`: a person's verdicts on the merge, given, taken back, listed, and taken over from another ledger."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.cli.options import Form, FormOption, Ledger
from fogline.cli.wrong_options import Once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline import model
    from fogline.cli.output import Page
    from fogline.judge import Judged
    from fogline.model.verdict import Kind, Ruling, Telling

STANDARD_INPUT = "-"
NAMED_TELLINGS = 3
REASON_LIMIT = 80
STATES = {
    "in_force": "in force",
    "partly_overruled": "overruled in part",
    "overruled": "overruled",
    "undone": "undone",
    "waiting": "waiting for its reports",
}

judge = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Say which events are one happening and which are not. Every later merge obeys; nothing is ever deleted.",
)

Event = Annotated[str, typer.Argument(metavar="EVENT", help="Its number in the list, its id, or how that begins.")]
Other = Annotated[str, typer.Argument(metavar="EVENT", help="The other event.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the verdict.")]
Author = Annotated[
    str | None,
    typer.Option("--author", metavar="NAME", help="Who judges. Default: FOGLINE_AUTHOR, else the login name."),
]


@judge.command(cls=Once)
def same(
    event: Event,
    other: Other,
    reason: Reason,
    author: Author = None,
    ledger: Ledger = None,
) -> None:
    """Say that two events are one happening.

    \b
    Example:
      fogline judge same 4 7 --reason "one strike, told by its street and by its town"
    """
    _give(ledger, "same", (event, other), reason, author)


@judge.command(cls=Once)
def different(
    event: Event,
    other: Other,
    reason: Reason,
    author: Author = None,
    ledger: Ledger = None,
) -> None:
    """Say that two events are two happenings, whatever comes in later.

    \b
    Example:
      fogline judge different 4 7 --reason "morning and evening"
    """
    _give(ledger, "different", (event, other), reason, author)


@judge.command(cls=Once)
def split(
    event: Event,
    leaving: Annotated[
        list[str], typer.Argument(metavar="REPORT|CLAIM...", help="What leaves it: ids, or how they begin.")
    ],
    reason: Reason,
    author: Author = None,
    ledger: Ledger = None,
) -> None:
    """Take what some of its reports tell out of an event.

    Claims of one report about one happening leave together.

    \b
    Example:
      fogline judge split 4 r7 r9 --reason "another bridge"
    """
    _give(ledger, "split", (event, *leaving), reason, author)


@judge.command(cls=Once)
def undo(
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="Its id in the list, or how that begins.")],
    reason: Reason,
    author: Author = None,
    ledger: Ledger = None,
) -> None:
    """Take a verdict back; an undo can be undone too.

    \b
    Example:
      fogline judge undo 3f2a --reason "the second source was about another day"
    """
    _give(ledger, "undo", (verdict,), reason, author)


@judge.command(cls=Once, name="list")
def list_(ledger: Ledger = None, form: FormOption = Form.TEXT) -> None:
    """List all verdicts with author, time and reason, and what became of each.

    \b
    Examples:
      fogline judge list
      fogline judge list --format json > verdicts.json
    """
    from fogline import api
    from fogline.cli.output import Page

    with api.open(ledger, create=False) as opened:
        found = opened.verdicts()
    page = Page()
    if form is Form.JSON:
        page.json([ruling_json(ruling) for ruling in found])
    elif not found:
        page.say("Nobody has judged yet: fogline judge same EVENT EVENT --reason TEXT.")
    else:
        list_rulings(page, found)


@judge.command(cls=Once, name="import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A ledger's JSON export, or a list of verdicts.")],
    ledger: Ledger = None,
) -> None:
    """Take over the verdicts of another ledger.

    They hold wherever the same reports are here, also when these come later: a ledger that is not there yet is made.
    What is here already changes nothing.

    \b
    Example:
      fogline judge import colleague.json
    """
    from fogline import api
    from fogline.cli.output import Page
    from fogline.errors import UsageError

    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is not UTF-8 text") from error
    with api.open(ledger) as opened:
        taken = opened.import_verdicts(text)
    waiting = f"; {taken.waiting} wait for their reports" if taken.waiting else ""
    Page().say(f"{taken.new} new, {taken.there} already here{waiting}")


def _give(ledger: str | None, kind: "Kind", of: "Sequence[str]", reason: str, author: str | None) -> None:
    from fogline import api
    from fogline.cli import last_list
    from fogline.cli.output import Page, tell

    keys = of if kind in ("same", "different") else of[:1] if kind == "split" else ()
    with api.open(ledger, create=False) as opened:
        before = [event.id for event in opened.events()]
        last_list.check(opened.address, keys, before)
        meant = [_title(opened.event(key)) for key in keys]
        judged = opened.judge(kind, *of, reason=reason, author=author, at=dt.datetime.now(dt.UTC))
        page = Page()
        page.say(f"verdict {judged.verdict.id} by {judged.verdict.author}: {STATES[judged.ruling.state]}")
        for title in meant:
            page.say(f"  of {title}")
        _tell_changes(judged)
        tellings = {(one.report, one.happening) for one in (*judged.verdict.one, *judged.verdict.other)}
        after = opened.events()
        for number, event in enumerate(after, start=1):
            if any((claim.report, claim.happening) in tellings for claim in event.claims):
                page.say(f"  {number}  {_title(event)}")
        if [event.id for event in after] != before:
            tell("the numbers in the list may have changed: see fogline events")


def _title(event: "model.Event") -> str:
    from fogline.publish import words

    title = " · ".join(part for part in (words.title(event), words.days(event.date)) if part)
    return f"{title}, {words.count(len(event.claims), 'claim')}, id {event.id}"


def _tell_changes(judged: "Judged") -> None:
    """What became of earlier verdicts, and whether this one itself yields to a later one."""
    from fogline.cli.output import tell

    if judged.ruling.state in ("overruled", "partly_overruled"):
        tell(f"later verdicts say otherwise: {', '.join(judged.ruling.by)}; see fogline judge list")
    undone = judged.verdict.of
    if undone is not None and all(ruling.verdict.id != undone for ruling in judged.changed):
        tell(f"verdict {undone} was undone before: nothing changes")
    for ruling in judged.changed:
        said = ruling.verdict
        tell(f"verdict {said.id} ({said.kind}, by {said.author}, {_day(said.at)}) is now {STATES[ruling.state]}")


def list_rulings(page: "Page", found: "Sequence[Ruling]") -> None:
    """A row a verdict: when, who, what, of which tellings, its state, its reason."""
    from fogline.cli.output import one_line
    from fogline.cli.table import Column

    columns = [
        Column("verdict", wraps=False, style="bold"),
        Column("when", wraps=False),
        Column("by"),
        Column("says", wraps=False),
        Column("of"),
        Column("state"),
        Column("reason"),
    ]
    rows = []
    for ruling in found:
        said = ruling.verdict
        of = said.of or f"{_tellings(said.one)} | {_tellings(said.other)}"
        by = f" by {', '.join(ruling.by)}" if ruling.by else ""
        reason = one_line(said.reason, REASON_LIMIT)
        rows.append([said.id, _day(said.at), said.author, said.kind, of, STATES[ruling.state] + by, reason])
    page.table(columns, rows, indent=0)


def ruling_json(ruling: "Ruling") -> dict[str, Any]:
    """A verdict as it is exported, with its state here and the verdicts behind that."""
    from fogline.publish import verdict_json

    return {**verdict_json(ruling.verdict), "state": ruling.state, "by": list(ruling.by)}


def _tellings(side: "Sequence[Telling]") -> str:
    reports = list(dict.fromkeys(telling.report for telling in side))
    more = f" and {len(reports) - NAMED_TELLINGS} more" if len(reports) > NAMED_TELLINGS else ""
    return " ".join(reports[:NAMED_TELLINGS]) + more


def _day(at: str) -> str:
    moment = dt.datetime.fromisoformat(at)
    return f"{moment.day} {moment:%b %Y %H:%M}"
