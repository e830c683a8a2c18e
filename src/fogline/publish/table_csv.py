"""The events as a table for a spreadsheet: one row an event, RFC 4180."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from fogline.model.event import Event, FigureRange, Link
from fogline.model.figure import FIGURES, Figure
from fogline.publish.forms import answered_by, event_order, flat_json, lists_json, reports_of

BETWEEN = "; "
FIGURE_COLUMNS: Final = ("low", "high", "latest", "by")
COLUMNS: Final = (
    *("id", "type", "status", "first", "last"),
    *("place", "country", "region", "lat", "lon", "geonameid", "precision"),
    *("actor", "target", "against", "weapon", "effects"),
    *(f"{figure}_{column}" for figure in FIGURES for column in FIGURE_COLUMNS),
    *("disputed", "origins", "sides", "corroboration", "claims", "reports", "answers"),
)
# A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Cell = str | int | float | None


def to_csv(events: Iterable[Event], links: Iterable[Link]) -> str:
    """A header and a row an event, by first day and id; lists are joined with "; ".

    `killed_latest` is "6", "6+" where open upwards, "45–55" where a range; `claims` counts, `reports` and `answers`
    (what the event is called an answer to) hold ids.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    answered = answered_by(links)
    for event in sorted(events, key=event_order):
        writer.writerow({column: guarded(cell) for column, cell in _row(event, answered).items()})
    return out.getvalue()


def guarded(cell: Cell) -> Cell:
    """The cell, with an apostrophe before text that a spreadsheet would run as a formula; numbers stay as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def figure_text(figure: Figure) -> str:
    """A count as the page shows it: "6", "6+", "45–55" (with a dash that no spreadsheet takes for a date's)."""
    if figure.high is None:
        return f"{figure.low}+"
    return str(figure.low) if figure.low == figure.high else f"{figure.low}–{figure.high}"


def _row(event: Event, answered: dict[str, list[str]]) -> dict[str, Cell]:
    place = event.place
    return {
        "id": event.id,
        **flat_json(event),
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        **{name: BETWEEN.join(values) for name, values in lists_json(event).items()},
        **_figure_cells(event),
        "disputed": BETWEEN.join(sorted(event.disputed)),
        "origins": event.origins,
        "sides": BETWEEN.join(sorted(event.sides)),
        "corroboration": event.corroboration,
        "claims": len(event.claims),
        "reports": BETWEEN.join(reports_of(event)),
        "answers": BETWEEN.join(answered.get(event.id, [])),
    }


def _figure_cells(event: Event) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, one in event.figures.items():
        for column, cell in zip(FIGURE_COLUMNS, _of_figure(one), strict=True):
            cells[f"{name}_{column}"] = cell
    return cells


def _of_figure(one: FigureRange) -> tuple[Cell, ...]:
    return one.low, one.high, figure_text(one.latest), one.by
