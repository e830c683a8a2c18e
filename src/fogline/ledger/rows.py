"""How the nouns become rows, and rows nouns again."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

from fogline.model.claim import Claim, ClaimLink, Named
from fogline.model.days import Days
from fogline.model.event import Dispute, Event, FigureRange, Link, Position
from fogline.model.figure import Figure
from fogline.model.place import Place
from fogline.model.report import Report

Row = Mapping[Any, Any]
LISTS = ("actor", "target", "against", "weapon", "effects")
PLAIN = (
    "id",
    "report",
    "happening",
    "by",
    "side",
    "stance",
    "type",
    "type_open",
    "status",
    "sentence",
    "sentence_start",
)
REPORT_FIELDS = ("id", "source", "url", "title", "text", "published", "language")


def report_row(report: Report, *, read: bool) -> dict[str, Any]:
    """The row of a report; `read` tells whether a reader has read it."""
    fields = {name: getattr(report, name) for name in REPORT_FIELDS}
    return {**fields, "same_key": same_key(report), "read": read}


def same_key(report: Report) -> str:
    """Equal for the same words from the same source."""
    return hashlib.sha256(f"{report.source or ''}\x1f{report.text_key}".encode()).hexdigest()


def report_of(row: Row) -> Report:
    """The report of a row."""
    return Report(**{name: row[name] for name in REPORT_FIELDS})


def claim_row(claim: Claim) -> dict[str, Any]:
    """The row of a claim."""
    return {
        **{name: getattr(claim, name) for name in PLAIN},
        **{name: list(getattr(claim, name)) for name in LISTS},
        **_days_columns(claim.date),
        "place": _place_json(claim.place),
        "figures": {name: _pair(figure) for name, figure in claim.figures.items()},
        "spans": {role: list(span) for role, span in claim.spans.items()},
        "confidence": claim.confidence,
    }


def claim_of(row: Row) -> Claim:
    """The claim of a row."""
    as_they_are: dict[str, Any] = {name: row[name] for name in PLAIN}
    lists: dict[str, Any] = {name: tuple(row[name]) for name in LISTS}
    return Claim(
        **as_they_are,
        **lists,
        date=_days(row["first"], row["last"]),
        place=_place(row["place"]),
        figures={name: Figure(*pair) for name, pair in row["figures"].items()},
        spans={role: (start, end) for role, (start, end) in row["spans"].items()},
        confidence=row["confidence"],
    )


def link_row(link: ClaimLink | Link) -> dict[str, Any]:
    """The row of a link between claims or between events."""
    start, end = link.span
    ends = {"later": link.later, "earlier": link.earlier}
    row = {**ends, "kind": link.kind, "report": link.report, "start": start, "end": end}
    return {**row, "named": _named_json(link.named)} if isinstance(link, ClaimLink) else row


def claim_link_of(row: Row) -> ClaimLink:
    """The link between claims of a row."""
    span = (row["start"], row["end"])
    return ClaimLink(row["later"], row["earlier"], row["kind"], row["report"], span, _named(row["named"]))


def event_link_of(row: Row) -> Link:
    """The link between events of a row."""
    return Link(row["later"], row["earlier"], row["kind"], row["report"], (row["start"], row["end"]))


def event_row(event: Event, position: int) -> dict[str, Any]:
    """The row of an event: columns for the filters, the rest as JSON; its claims have rows of their own."""
    body = {
        **{name: list(getattr(event, name)) for name in (*LISTS, "disputed")},
        "place": _place_json(event.place),
        "origins": event.origins,
        "sides": list(event.sides),
        "corroboration": event.corroboration,
        "figures": {
            name: {
                **{"low": one.low, "high": one.high, "latest": _pair(one.latest), "by": one.by},
                **{"agreed": _pair(one.agreed) if one.agreed else None, "told": list(one.told)},
            }
            for name, one in event.figures.items()
        },
        "disputes": [_dispute_row(dispute) for dispute in event.disputes],
    }
    columns = {"id": event.id, "type": event.type, "status": event.status, "disputed": bool(event.disputed)}
    return {**columns, **_days_columns(event.date), "position": position, "body": body}


def event_of(row: Row, claims: tuple[Claim, ...]) -> Event:
    """The event of a row and its claims."""
    body = row["body"]
    return Event(
        **{name: tuple(body[name]) for name in (*LISTS, "disputed")},
        id=row["id"],
        type=row["type"],
        status=row["status"],
        date=_days(row["first"], row["last"]),
        place=_place(body["place"]),
        figures={
            name: FigureRange(
                one["low"],
                one["high"],
                Figure(*one["latest"]),
                one["by"],
                Figure(*one["agreed"]) if one.get("agreed") else None,
                tuple(one.get("told", ())),
            )
            for name, one in body["figures"].items()
        },
        disputes=tuple(_dispute_of(dispute) for dispute in body.get("disputes", ())),
        origins=body["origins"],
        sides=tuple(body.get("sides", ())),
        corroboration=body.get("corroboration"),
        claims=claims,
    )


def _dispute_row(dispute: Dispute) -> dict[str, Any]:
    plain = {name: getattr(dispute, name) for name in ("field", "since", "settled", "conceded", "within")}
    return {**plain, "positions": [_position_row(position) for position in dispute.positions]}


def _position_row(one: Position) -> list[Any]:
    count = _pair(one.count) if one.count else None
    return [one.side, one.by, one.stance, list(one.values), count, list(one.claims)]


def _dispute_of(body: Mapping[str, Any]) -> Dispute:
    positions = tuple(
        Position(side, by, stance, tuple(values), Figure(*count) if count else None, tuple(claims))
        for side, by, stance, values, count, claims in body["positions"]
    )
    return Dispute(**{**body, "positions": positions})


def _pair(figure: Figure) -> list[int | None]:
    return [figure.low, figure.high]


def _days_columns(days: Days | None) -> dict[str, dt.date | None]:
    return {"first": days.first if days else None, "last": days.last if days else None}


def _days(first: dt.date | None, last: dt.date | None) -> Days | None:
    return Days(first, last) if first and last else None


def _place_json(place: Place | None) -> list[Any] | None:
    if place is None:
        return None
    return [place.name, place.country, place.region, place.lat, place.lon, place.geonameid, place.precision]


def _named_json(named: Named | None) -> list[Any] | None:
    if named is None:
        return None
    return [[_place_json(place) for place in named.places], list(named.names), named.days.iso() if named.days else None]


def _named(fields: list[Any] | None) -> Named | None:
    if not fields:
        return None
    places, names, days = fields
    first_last = [dt.date.fromisoformat(day) for day in days or ()]
    return Named(tuple(Place(*one) for one in places), tuple(names), Days(*first_last) if first_last else None)


def _place(fields: list[Any] | None) -> Place | None:
    return Place(*fields) if fields else None
