"""The events, or their claims, as GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/).

Needs pyarrow, which the extra `fogline[geo]` brings.
"""

import datetime as dt
import json
import struct
from collections.abc import Iterable
from types import ModuleType
from typing import Any, Final

from fogline.errors import FoglineError
from fogline.model.claim import Claim
from fogline.model.days import Days
from fogline.model.event import Event, Link
from fogline.model.figure import FIGURES
from fogline.model.place import Place
from fogline.publish.forms import answered_by, claim_order, event_order, lists_json, reports_of

VERSION: Final = "1.1.0"
GEOMETRY, BOX = "geometry", "bbox"
EDGES: Final = ("xmin", "ymin", "xmax", "ymax")
WKB_POINT: Final = "<BIdd"  # little-endian, geometry type 1, x, y
Row = dict[str, Any]


def arrow() -> ModuleType:
    """pyarrow. Raises FoglineError, with what to do, where it is not there."""
    try:
        import pyarrow
    except ImportError as error:
        raise FoglineError("geoparquet needs pyarrow: pip install 'fogline[geo]'") from error
    module: ModuleType = pyarrow
    return module


def to_geoparquet(events: Iterable[Event], links: Iterable[Link]) -> bytes:
    """A row an event, by first day and id: days as dates, lists as lists, positions as WKB points in OGC:CRS84."""
    answered = answered_by(links)
    pa = arrow()
    counts = {
        f"{name}_{column}": pa.int64() for name in FIGURES for column in ("low", "high", "latest_low", "latest_high")
    }
    schema = {
        **_head(pa),
        **counts,
        **{f"{name}_by": pa.string() for name in FIGURES},
        "disputed": pa.list_(pa.string()),
        "origins": pa.int32(),
        "sides": pa.list_(pa.string()),
        "corroboration": pa.string(),
        "claims": pa.int32(),
        "reports": pa.list_(pa.string()),
        "answers": pa.list_(pa.string()),
    }
    return _written(schema, [_event(event, answered) for event in sorted(events, key=event_order)])


def claims_to_geoparquet(events: Iterable[Event]) -> bytes:
    """A row a claim, in the order of their events, with the event's id, the sentence, and the place that it names."""
    pa = arrow()
    said = {name: pa.string() for name in ("event", "report", "by", "side", "stance", "sentence")}
    counts = {f"{name}_{bound}": pa.int64() for name in FIGURES for bound in ("low", "high")}
    schema = {**_head(pa), **said, "confidence": pa.float64(), **counts}
    rows = [
        _claim(event, claim)
        for event in sorted(events, key=event_order)
        for claim in sorted(event.claims, key=claim_order)
    ]
    return _written(schema, rows)


def _head(pa: Any) -> dict[str, Any]:
    text, words = pa.string(), pa.list_(pa.string())
    return {
        **{"id": text, "type": text, "status": text, "first": pa.date32(), "last": pa.date32()},
        **{"place": text, "country": text, "region": text, "geonameid": pa.int64(), "precision": text},
        **dict.fromkeys(("actor", "target", "against", "weapon", "effects"), words),
    }


def _event(event: Event, answered: dict[str, list[str]]) -> Row:
    counts: Row = {}
    for name, one in event.figures.items():
        counts |= {f"{name}_low": one.low, f"{name}_high": one.high, f"{name}_by": one.by}
        counts |= {f"{name}_latest_low": one.latest.low, f"{name}_latest_high": one.latest.high}
    return {
        **_common(event),
        **counts,
        "disputed": sorted(event.disputed),
        "origins": event.origins,
        "sides": sorted(event.sides),
        "corroboration": event.corroboration,
        "claims": len(event.claims),
        "reports": reports_of(event),
        "answers": answered.get(event.id, []),
    }


def _claim(event: Event, claim: Claim) -> Row:
    counts = {f"{name}_low": one.low for name, one in claim.figures.items()}
    counts_high = {f"{name}_high": one.high for name, one in claim.figures.items()}
    said = {name: getattr(claim, name) for name in ("report", "by", "side", "stance", "sentence", "confidence")}
    return {**_common(claim), "event": event.id, **said, **counts, **counts_high}


def _common(one: Event | Claim) -> Row:
    place, days = one.place, one.date
    return {
        "id": one.id,
        "type": one.type,
        "status": one.status,
        **_days(days),
        "place": place.name if place else None,
        "country": place.country if place else None,
        "region": place.region if place else None,
        "geonameid": place.geonameid if place else None,
        "precision": place.precision if place else None,
        **lists_json(one),
        GEOMETRY: struct.pack(WKB_POINT, 1, 1, place.lon, place.lat) if place else None,
        BOX: _box(place) if place else None,
    }


def _days(days: Days | None) -> dict[str, dt.date | None]:
    return {"first": days.first if days else None, "last": days.last if days else None}


def _box(place: Place) -> dict[str, float]:
    return dict(zip(EDGES, (place.lon, place.lat, place.lon, place.lat), strict=True))


def _written(schema: dict[str, Any], rows: list[Row]) -> bytes:
    pa = arrow()
    import pyarrow.parquet as pq

    box = pa.struct([(edge, pa.float64()) for edge in EDGES])
    fields = [pa.field(name, kind) for name, kind in {**schema, BOX: box, GEOMETRY: pa.binary()}.items()]
    about = {b"geo": json.dumps(_about(rows), separators=(",", ":")).encode()}
    table = pa.Table.from_pylist(
        [{name: row.get(name) for name in (*schema, BOX, GEOMETRY)} for row in rows],
        schema=pa.schema(fields, metadata=about),
    )
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _about(rows: list[Row]) -> dict[str, Any]:
    """The file's `geo` metadata; no `crs` means OGC:CRS84, longitude and latitude."""
    boxes = [row[BOX] for row in rows if row[BOX]]
    low = [min(box[edge] for box in boxes) for edge in EDGES[:2]] if boxes else []
    high = [max(box[edge] for box in boxes) for edge in EDGES[2:]] if boxes else []
    column = {
        "encoding": "WKB",
        "geometry_types": ["Point"],
        **({"bbox": [*low, *high]} if boxes else {}),
        "covering": {BOX: {edge: [BOX, edge] for edge in EDGES}},
    }
    return {"version": VERSION, "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
