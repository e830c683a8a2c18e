"""The events as an Atom feed (RFC 4287), newest changes first, with filters in its address.

An entry's id is the first that its event bore in this ledger, so that an event which a report joins stays the same
entry for a reader of feeds; its links lead to the event under the id that it has now. `updated` is the last
publication behind it, so that nothing depends on when the feed was asked for. `georss:point` says where.
"""

import datetime as dt
import math
import re
from typing import Annotated, Any, Final
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from fogline.lexicon.labels import labels
from fogline.publish.words import count
from fogline.serve import render
from fogline.serve.answers import answer
from fogline.serve.forms import answers_of
from fogline.serve.harm import statement
from fogline.serve.parameters import Listing, asks, parsed
from fogline.serve.serving import Serving
from fogline.serve.view import View

MEDIA_TYPE: Final = "application/atom+xml"
ATOM: Final = "http://www.w3.org/2005/Atom"
GEORSS: Final = "http://www.georss.org/georss"
ET.register_namespace("", ATOM)
ET.register_namespace("georss", GEORSS)
# What no XML document can hold (XML 1.0, 2.2), not even escaped.
FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONG_AGO: Final = "1970-01-01T00:00:00Z"
Json = dict[str, Any]


def routes(serving: Serving) -> APIRouter:
    """The address of the feed."""
    router = APIRouter(tags=["events"])

    @router.get("/atom.xml", responses=answers_of(None, media_type=MEDIA_TYPE), **asks(Listing))
    def atom(request: Request, query: Annotated[Listing, Depends(parsed(Listing))]) -> Response:
        """Events that pass the filters as an Atom feed."""
        view, address = serving.view(query.as_of), str(request.url)
        return answer(
            request,
            view,
            ("atom", address),
            lambda: feed(serving, view, query, address, str(request.base_url)),
            MEDIA_TYPE,
        )

    return router


def feed(serving: Serving, view: View, query: Listing, address: str, home: str) -> bytes:
    """The document; `address` is its own, `home` that of the page."""
    sort = query.sort if "sort" in query.model_fields_set else "changed"
    page = view.page(query.asked(), sort, query.limit, query.cursor)
    told = dict(zip(view.columns.ids[page.rows].tolist(), view.columns.told[page.rows].tolist(), strict=True))
    known = [when for when in told.values() if when < math.inf]
    root = ET.Element(f"{{{ATOM}}}feed")
    _text(root, "id", address)
    _text(root, "title", "Fogline: events")
    _text(root, "subtitle", statement(serving.config.delay_hours))
    _text(root, "updated", _moment(max(known, default=math.inf)))
    _link(root, "self", address, MEDIA_TYPE)
    _link(root, "alternate", home, "text/html")
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _text(author, "name", "Fogline")
    shown = render.summaries(view, page.rows)
    first = view.source.first_ids([one["id"] for one in shown])
    for one in shown:
        _entry(root, one, first[one["id"]], told[one["id"]], home)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _entry(root: ET.Element, one: Json, first: str, told: float, home: str) -> None:
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, "id", f"urn:fogline:event:{first}")
    _text(entry, "title", one["title"])
    _text(entry, "updated", _moment(told))
    _link(entry, "alternate", f"{home}?open={one['id']}", "text/html")
    _link(entry, "related", f"{home}api/events/{one['id']}", "application/json")
    ET.SubElement(entry, f"{{{ATOM}}}category", term=one["type"], label=labels().types[one["type"]])
    _text(entry, "summary", summary(one))
    if one["place"]:
        point = ET.SubElement(entry, f"{{{GEORSS}}}point")
        point.text = f"{one['place']['lat']} {one['place']['lon']}"


def summary(one: Json) -> str:
    """An event in a line or two of text: days, parties, figures with their bounds, disputes, who bears it out."""
    days = " to ".join(dict.fromkeys(one["date"] or ["on a day that no report names"]))
    parts = [days]
    if one["actor"] or one["target"]:
        parts.append(f"{', '.join(one['actor']) or '?'} → {', '.join(one['target']) or '?'}")
    parts += [f"{name} {_range(found)}" for name, found in one["figures"].items()]
    if one["disputed"]:
        parts.append(f"in dispute: {', '.join(one['disputed'])}")
    claims, reports = count(one["claims"], "claim"), count(one["reports"], "report")
    parts.append(f"{claims} in {reports} of {count(one['origins'], 'independent origin')}")
    return "; ".join(parts)


def _range(found: Json) -> str:
    low, high = found["low"], found["high"]
    return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = FORBIDDEN.sub("\ufffd", text)


def _link(parent: ET.Element, rel: str, href: str, media_type: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", rel=rel, href=FORBIDDEN.sub("", href), type=media_type)


def _moment(seconds: float) -> str:
    if not math.isfinite(seconds):
        return LONG_AGO
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
