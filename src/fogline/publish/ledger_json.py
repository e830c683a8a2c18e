"""The whole ledger as one JSON object, format 1: the same ledger gives the same bytes.

`ledger.schema.json` beside this module is the JSON Schema of the format.
"""

import json
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Final

from fogline.model.event import Event, Link
from fogline.model.report import Report
from fogline.model.verdict import Verdict, in_order
from fogline.publish.forms import event_json, event_order, link_json, link_order, report_json
from fogline.publish.verdict_json import verdict_json

FORMAT: Final = 1


def to_json(
    reports: Iterable[Report],
    origins: Mapping[str, str],
    events: Iterable[Event],
    links: Iterable[Link],
    verdicts: Iterable[Verdict] = (),
    *,
    version: str,
    with_text: bool = False,
) -> str:
    """The ledger as indented JSON with a line end; `version` is Fogline's. Encode it as UTF-8."""
    drawn = {event.id: event for event in events}
    ledger = {
        "fogline": version,
        "format": FORMAT,
        "reports": [
            report_json(report, origins.get(report.id), with_text=with_text)
            for report in sorted(reports, key=lambda report: report.id)
        ],
        "events": [event_json(event) for event in sorted(drawn.values(), key=event_order)],
        "links": [link_json(link, drawn.get(link.later)) for link in sorted(links, key=link_order)],
        "verdicts": [verdict_json(verdict) for verdict in in_order(verdicts)],
    }
    return json.dumps(ledger, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the format."""
    text = resources.files("fogline.publish").joinpath("ledger.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
