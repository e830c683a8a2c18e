"""The situation report: one HTML page that holds all that it shows, needs no script, and prints.

Jinja2 escapes every text; styles stand in one element, which the page's policy names by its hash, and nothing is asked
of another host. Charts are drawn by templates: they take the page's colours in light, dark and print, which pictures of
a plotting library do not.
"""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any, Final

import jinja2
from markupsafe import Markup

from fogline.model.event import Event
from fogline.model.report import Report
from fogline.publish import drawn, report_map, situation, words
from fogline.publish.clean import harmless
from fogline.publish.drawn import Chart, Span
from fogline.publish.drawn_map import RECOGNISED
from fogline.publish.part import Part

FOLDER: Final = "report"


def to_report(
    part: Part, *, asked: Iterable[str] = (), days: tuple[str | None, str | None] = (None, None), **choices: Any
) -> str:
    """The page for a part of a ledger. `asked` are the filters in words, `days` the first and last day asked for (ISO).

    Choices are `title` (a heading of one's own) and `borders` ("recognised", "none", or a GeoJSON file of outlines).
    """
    style = _file("page.css")
    content = _content(part, days, choices.get("borders") or RECOGNISED)
    title = choices.get("title") or _title(part, days)
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"
    page = (
        _environment()
        .get_template("page.html")
        .render(
            {
                **content,
                "title": title,
                "asked": list(asked),
                "style": Markup(style),  # noqa: S704 -- the page's own file
                "policy": policy,
            }
        )
    )
    return page.rstrip() + "\n"


def _file(name: str) -> str:
    return resources.files("fogline.publish").joinpath(FOLDER, name).read_text(encoding="utf-8")


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@cache
def _environment() -> jinja2.Environment:
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("fogline.publish", FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: harmless(value) if type(value) is str else value,
    )
    found.globals |= {"words": words, "families": situation.FAMILIES, "shape": report_map.family_shape}
    found.filters["link"] = link
    return found


def link(report: Report | None) -> str:
    """A report's address where it is one of the web; "" for all others, which a page must not lead to."""
    return report.url if report and report.url and report.url.startswith(situation.SCHEMES) else ""


def _title(part: Part, days: tuple[str | None, str | None]) -> str:
    period = situation.period_of(part, days)
    return f"Situation, {words.days(period)}" if period else "Situation"


def _content(part: Part, days: tuple[str | None, str | None], borders: str) -> dict[str, Any]:
    reports, number = part.report_by_id(), situation.numbers(part)
    deadly = situation.deadliest(part, reports)
    contested = situation.disputed(part)
    detailed = {event.id for event in (*deadly, *contested)}
    spans = [span for event in part.events if (span := situation.dead(event, reports))]
    period = situation.period_of(part, days)
    published = sorted(report.published[:10] for report in part.reports if report.published)
    return {
        "part": part,
        "period": words.days(period),
        "killed": drawn.total(spans),
        "counted": len(spans),
        "number": number,
        "map": report_map.drawn(part, borders),
        "charts": _charts(part, reports, days),
        "parties": situation.parties(part),
        "deadly": [situation.card(event, number[event.id], reports) for event in deadly],
        "contested": [situation.card(event, number[event.id], reports) for event in contested],
        "all_disputed": sum(bool(event.disputed) for event in part.events),
        "answers": situation.answers(part),
        "rows": situation.rows(part, detailed),
        "sources": situation.sources(part),
        "origins": len({part.origins.get(report.id, report.id) for report in part.reports}),
        "published": (published[0], published[-1]) if published else None,
        "undated": sum(event.date is None for event in part.events),
    }


def _charts(part: Part, reports: dict[str, Report], days: tuple[str | None, str | None]) -> dict[str, Any] | None:
    """Events and dead over time; None where no event has a day."""
    period = situation.period_of(part, days)
    dated = [event for event in part.events if event.date]
    if period is None or not dated:
        return None
    step = drawn.step_of(period)
    named = drawn.slots(period, step)
    groups = drawn.by_slot(dated, _first_day, named, step)
    series = [
        (name, label, counts)
        for name, (label, _) in situation.FAMILIES.items()
        if any(counts := [sum(situation.family(event) == name for event in group) for group in groups])
    ]
    return {
        "step": step,
        "events": drawn.stacked(named, series),
        "series": [(name, label) for name, label, _ in series],
        "killed": _killed(named, groups, reports),
    }


def _killed(named: list[drawn.Slot], groups: list[list[Event]], reports: dict[str, Report]) -> Chart | None:
    spans: list[Span | None] = []
    for group in groups:
        counted = [span for event in group if (span := situation.dead(event, reports))]
        spans.append(drawn.total(counted) if counted else None)
    return drawn.ranges(named, spans) if any(spans) else None


def _first_day(event: Event) -> Any:
    assert event.date is not None, "only dated events are drawn"
    return event.date.first
