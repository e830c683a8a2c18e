"""The events on a globe: KML 2.2 (OGC 07-147r2), with a span of time each, a folder and a style for each type.

Text from reports stands in descriptions, which globes show as HTML: it is escaped as HTML, then as XML.
"""

import html
from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from fogline.lexicon.labels import labels
from fogline.model.event import Event, Link
from fogline.model.place import Place
from fogline.model.report import Report
from fogline.model.vocabulary import EVENT_TYPES, TYPE_GROUPS
from fogline.publish import words
from fogline.publish.clean import printable
from fogline.publish.forms import claim_order, reports_of
from fogline.publish.part import Part
from fogline.publish.table_csv import BETWEEN

NAMESPACE: Final = "http://www.opengis.net/kml/2.2"
# Colours of icons and lines as KML writes them: alpha, blue, green, red. Told apart without hue by their lightness.
COLOURS: Final = {
    **{"remote": "ff1c3fc4", "ground": "ff0a6fd6", "territory": "ff3aa0d8", "abuse": "ff5a2a8c"},
    **{"detention": "ff8a5a9c", "property": "ff4a6a8a", "unrest": "ff9a8a1c", "mutiny": "ffa05a3a"},
    **{"threat": "ff2ab4dc", "pledge": "ffb0a06a", "talks": "ff7aa03a", "mobilisation": "ff807050"},
    **{"sanction": "ff908080", "aid": "ffc0a040", "other": "ff707070"},
}
LINE: Final = "b0303030"
SCALES: Final = {"settlement": "0.9", "region": "1.2", "country": "1.5"}
Element = ET.Element


def to_kml(part: Part, *, name: str = "Fogline") -> str:
    """A document with a folder for each type that occurs and one for the answers. Encode it as UTF-8."""
    root = ET.Element("kml", xmlns=NAMESPACE)
    document = ET.SubElement(root, "Document")
    _add(document, "name", name)
    _add(document, "description", "Who says what happened, where and when. A place is a settlement, region or country.")
    for kind in EVENT_TYPES:
        _style(document, kind)
    line = ET.SubElement(ET.SubElement(document, "Style", id="answer"), "LineStyle")
    _add(line, "color", LINE)
    _add(line, "width", "1.5")
    reports = part.report_by_id()
    for kind in EVENT_TYPES:
        events = [event for event in part.events if event.type == kind]
        if events:
            folder = ET.SubElement(document, "Folder")
            _add(folder, "name", labels().types[kind])
            for event in events:
                _placemark(folder, event, reports)
    _answers(document, part, reports)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _add(parent: Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = printable(text)


def _style(document: Element, kind: str) -> None:
    icon = ET.SubElement(ET.SubElement(document, "Style", id=kind), "IconStyle")
    _add(icon, "color", COLOURS[TYPE_GROUPS[kind]])
    _add(icon, "scale", SCALES["settlement"])


def _placemark(folder: Element, event: Event, reports: dict[str, Report]) -> None:
    mark = ET.SubElement(folder, "Placemark")
    _add(mark, "name", words.title(event))
    _add(mark, "description", description(event, reports))
    if event.date:
        span = ET.SubElement(mark, "TimeSpan")
        _add(span, "begin", event.date.first.isoformat())
        _add(span, "end", event.date.last.isoformat())
    _add(mark, "styleUrl", f"#{event.type}")
    data = ET.SubElement(mark, "ExtendedData")
    for key, value in _data(event).items():
        _add(ET.SubElement(data, "Data", name=key), "value", value)
    if event.place:
        _add(ET.SubElement(mark, "Point"), "coordinates", _position(event.place))


def _data(event: Event) -> dict[str, str]:
    place = event.place
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "precision": place.precision if place else "",
        "country": (place.country or "") if place else "",
        "actor": BETWEEN.join(sorted(event.actor)),
        "target": BETWEEN.join(sorted(event.target)),
        **{
            f"{name}_{bound}": "" if getattr(one, bound) is None else str(getattr(one, bound))
            for name, one in sorted(event.figures.items())
            for bound in ("low", "high")
        },
        "disputed": BETWEEN.join(sorted(event.disputed)),
        "origins": str(event.origins),
        "sides": BETWEEN.join(sorted(event.sides)),
        "corroboration": event.corroboration or "",
        "reports": BETWEEN.join(reports_of(event)),
    }


def description(event: Event, reports: dict[str, Report]) -> str:
    """An event's claims as HTML: who says what, with the sentence; text from outside escaped."""
    head = [words.days(event.date), words.who(event), *_counts(event)]
    told = [f"<p>{' · '.join(html.escape(part) for part in head if part)}</p>"]
    if event.disputed:
        told.append(f"<p>Disputed: {html.escape(', '.join(sorted(event.disputed)))}</p>")
    for claim in sorted(event.claims, key=claim_order):
        report = reports.get(claim.report)
        voice = html.escape(f"{words.voice(claim, report)} {words.verb(claim)}")
        told.append(f"<p><b>{voice}</b>: “{html.escape(claim.sentence)}” ({html.escape(claim.report)})</p>")
    return "".join(told)


def _counts(event: Event) -> list[str]:
    return [f"{name} {words.figure_range(event, name)}" for name in ("killed", "injured") if name in event.figures]


def _position(place: Place) -> str:
    return f"{place.lon},{place.lat}"


def _answers(document: Element, part: Part, reports: dict[str, Report]) -> None:
    placed = [(later, earlier, links) for later, earlier, links in part.pairs() if later.place and earlier.place]
    if not placed:
        return
    folder = ET.SubElement(document, "Folder")
    _add(folder, "name", "answers")
    for later, earlier, links in placed:
        assert later.place and earlier.place
        mark = ET.SubElement(folder, "Placemark")
        _add(mark, "name", f"{words.title(later)} ← {words.title(earlier)}")
        _add(mark, "description", _said(links, reports))
        _add(mark, "styleUrl", "#answer")
        line = ET.SubElement(mark, "LineString")
        _add(line, "tessellate", "1")
        _add(line, "coordinates", f"{_position(earlier.place)} {_position(later.place)}")


def _said(links: Iterable[Link], reports: dict[str, Report]) -> str:
    told = []
    for link in links:
        quoted = reports[link.report].full_text[slice(*link.span)] if link.report in reports else ""
        told.append(f"<p>called an answer: “{html.escape(quoted)}” ({html.escape(link.report)})</p>")
    return "".join(dict.fromkeys(told))
