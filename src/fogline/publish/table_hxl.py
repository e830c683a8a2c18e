"""The events as a table for humanitarian tools: a row of headings, a row of HXL hashtags, a row an event.

Hashtags and attributes are those of the HXL standard 1.1 (https://hxlstandard.org/standard/1-1final/); `#group+name`
for who acted and who was hit as in the tables of conflict events on the Humanitarian Data Exchange.
"""

import csv
import io
from collections.abc import Iterable
from typing import Final

from fogline.model.event import Event, Link
from fogline.model.figure import FIGURES
from fogline.publish.forms import answered_by, event_order, reports_of
from fogline.publish.table_csv import BETWEEN, Cell, guarded

TAGS: Final = {
    "id": "#event+id",
    "type": "#event+type",
    "status": "#status",
    "first": "#date+start",
    "last": "#date+end",
    "place": "#loc+name",
    "region": "#adm1+name",
    "country": "#country+code+v_iso2",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "precision": "#geo+precision",
    "actor": "#group+name+actor",
    "target": "#group+name+target",
    "weapon": "#cause+weapon",
    "against": "#impact+against",
    "effects": "#impact+type",
    "disputed": "#meta+disputed",
    "origins": "#meta+origins+num",
    "sides": "#meta+sides+name",
    "corroboration": "#meta+corroboration",
    "claims": "#meta+claims+num",
    "reports": "#meta+source+id",
    "answers": "#event+answered+id",
}
# People are affected; launched, intercepted, hit and settlements count things.
PEOPLE: Final = (
    *("killed", "injured", "missing", "captured", "detained"),
    *("displaced", "evacuated", "protesters"),
)
BOUNDS: Final = {"low": "min", "high": "max"}


def figure_tag(figure: str, bound: str) -> str:
    """The hashtag of one bound of a figure: `#affected+killed+min`, `#indicator+launched+max+num`."""
    return f"#affected+{figure}+{BOUNDS[bound]}" if figure in PEOPLE else f"#indicator+{figure}+{BOUNDS[bound]}+num"


COLUMNS: Final = {
    **TAGS,
    **{f"{figure}_{bound}": figure_tag(figure, bound) for figure in FIGURES for bound in BOUNDS},
}


def to_hxl(events: Iterable[Event], links: Iterable[Link]) -> str:
    """Headings, hashtags and a row an event, by first day and id; lists are joined with "; "."""
    answered = answered_by(links)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerow(COLUMNS.values())
    for event in sorted(events, key=event_order):
        row = _row(event, answered)
        writer.writerow([guarded(row.get(column)) for column in COLUMNS])
    return out.getvalue()


def _row(event: Event, answered: dict[str, list[str]]) -> dict[str, Cell]:
    place, days = event.place, event.date
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "first": days.first.isoformat() if days else None,
        "last": days.last.isoformat() if days else None,
        "place": place.name if place else None,
        "region": place.region if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "actor": BETWEEN.join(sorted(event.actor)),
        "target": BETWEEN.join(sorted(event.target)),
        "weapon": BETWEEN.join(sorted(event.weapon)),
        "against": BETWEEN.join(sorted(event.against)),
        "effects": BETWEEN.join(sorted(event.effects)),
        "disputed": BETWEEN.join(sorted(event.disputed)),
        "origins": event.origins,
        "sides": BETWEEN.join(sorted(event.sides)),
        "corroboration": event.corroboration,
        "claims": len(event.claims),
        "reports": BETWEEN.join(reports_of(event)),
        "answers": BETWEEN.join(answered.get(event.id, [])),
        **{f"{name}_low": one.low for name, one in event.figures.items()},
        **{f"{name}_high": one.high for name, one in event.figures.items()},
    }
