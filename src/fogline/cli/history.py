"""`fogline show --history`: what became known of an event, report by report."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from fogline.lexicon.labels import labels
from fogline.model import Days, FigureRange, Place
from fogline.model.figure import Figure
from fogline.publish import words

if TYPE_CHECKING:
    from fogline.api import Ledger as Opened
    from fogline.cli.output import Page
    from fogline.model.history import Change, Step, Value

TITLE_LIMIT = 80
UNDATED = "no date"
NOTHING = "–"


def show_history(page: "Page", opened: "Opened", steps: "Sequence[Step]") -> None:
    """A line a report, with the time and its title, and under it what it added or changed."""
    from fogline.cli.output import one_line
    from fogline.cli.table import Column

    last = steps[-1].event
    page.say(" · ".join(part for part in (words.title(last), words.days(last.date)) if part), style="bold")
    page.say(f"as it became known in {words.count(len(steps), 'report')}", style="dim")
    for step in steps:
        report = opened.report(step.report)
        when = words.moment_of(report.published) or UNDATED
        told = f"“{one_line(report.title or report.text, TITLE_LIMIT)}”"
        page.say()
        page.say(" · ".join(part for part in (when, step.report, report.source, told) if part), style="bold")
        rows = list(_rows(step))
        if rows:
            page.table([Column("", style="bold"), Column("")], rows)
        else:
            page.say("  nothing new", style="dim")


def step_json(step: "Step", opened: "Opened") -> dict[str, Any]:
    """A step: its report, what it changed, the disputes that began and ended, and the event as known after it."""
    from fogline.publish import event_json

    report = opened.report(step.report)
    return {
        "report": step.report,
        "published": report.published,
        "title": report.title,
        "changes": [_change_json(change) for change in step.changes],
        "begun": list(step.begun),
        "settled": list(step.settled),
        "event": event_json(step.event),
    }


def _rows(step: "Step") -> "Iterator[tuple[str, str]]":
    for change in step.changes:
        before, after = (_said(change.field, value) for value in (change.before, change.after))
        more = _range(change.after) if isinstance(change.after, FigureRange) else ""
        turned = f"still {after}" if before == after else f"{before}{words.ARROW}{after or NOTHING}"
        yield change.field, (turned if before else after) + more
    for field in step.begun:
        yield f"{field} {words.WARNING_SIGN}", "disputed from here on"
    came_over = {dispute.field: dispute.conceded for dispute in step.event.disputes}
    for field in step.settled:
        side = came_over.get(field)
        yield field, f"settled: {side} came over" if side else "no longer disputed"


def _said(field: str, value: "Value") -> str:
    """A value in words."""
    known = labels()
    named = {
        "type": known.types,
        "status": known.statuses,
        "against": known.against,
        "weapon": known.weapons,
        "effects": known.effects,
    }.get(field, {})
    if isinstance(value, Days):
        return words.days(value)
    if isinstance(value, Place):
        return words.place(value)
    if isinstance(value, FigureRange):
        return words.figure(value.latest)
    if isinstance(value, str):
        return named.get(value, value)
    return ", ".join(named.get(one, one) for one in value or ())


def _range(value: FigureRange) -> str:
    """Who gives the latest count, and all that was told so far where that is more."""
    whole = words.figure(Figure(value.low, value.high))
    by = f", {value.by}" if value.by else ""
    return by if whole == words.figure(value.latest) else f"{by} (told so far: {whole})"


def _change_json(change: "Change") -> dict[str, Any]:
    return {"field": change.field, "before": _json(change.before), "after": _json(change.after)}


def _json(value: "Value") -> Any:
    from fogline.publish import place_json

    if isinstance(value, Days):
        return value.iso()
    if isinstance(value, Place):
        return place_json(value)
    if isinstance(value, FigureRange):
        latest = [value.latest.low, value.latest.high]
        return {"low": value.low, "high": value.high, "latest": latest, "by": value.by}
    return list(value) if isinstance(value, tuple) else value
