"""The ledger as a GeoPackage for QGIS and other geographic tools (OGC 12-128r18, version 1.3).

Layers `events` (points) and `answers` (lines from the event answered to the answer), and tables `claims` and `reports`
without geometry. Written with SQLite alone: the same ledger gives the same bytes on one version of SQLite.
"""

import sqlite3
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from fogline.model.claim import Claim
from fogline.model.event import Event
from fogline.model.figure import FIGURES
from fogline.model.report import Report
from fogline.publish import words
from fogline.publish.forms import answered_by, claim_order, flat_json, lists_json, reports_of
from fogline.publish.part import Part
from fogline.publish.table_csv import BETWEEN, figure_text

APPLICATION_ID: Final = 0x47504B47  # "GPKG"
VERSION: Final = 10300
WGS84: Final = 4326
EPOCH: Final = "1970-01-01T00:00:00.000Z"
Position = tuple[float, float]
Cell = str | int | float | bytes | None
Box = tuple[float, float, float, float]

PLACE: Final = {
    **{"place": "TEXT", "country": "TEXT", "region": "TEXT", "geonameid": "INTEGER", "precision": "TEXT"},
}
LISTS: Final = dict.fromkeys(("actor", "target", "against", "weapon", "effects"), "TEXT")
BOUNDS: Final = {f"{name}_{bound}": "INTEGER" for name in FIGURES for bound in ("low", "high")}
HEAD: Final = {"type": "TEXT", "status": "TEXT", "first": "DATE", "last": "DATE"}
TABLES: Final = {
    "events": {
        **{"id": "TEXT", "title": "TEXT", **HEAD, **PLACE, **LISTS, **BOUNDS},
        **{f"{name}_latest": "TEXT" for name in FIGURES},
        **{f"{name}_by": "TEXT" for name in FIGURES},
        **{"disputed": "TEXT", "origins": "INTEGER", "sides": "TEXT", "corroboration": "TEXT"},
        **{"claims": "INTEGER", "reports": "TEXT", "answers": "TEXT"},
    },
    "answers": {"later": "TEXT", "earlier": "TEXT", "kind": "TEXT", "reports": "TEXT", "words": "TEXT"},
    "claims": {
        **{"id": "TEXT", "event": "TEXT", "report": "TEXT", "by": "TEXT", "side": "TEXT", "stance": "TEXT"},
        **{**HEAD, **PLACE, "lat": "REAL", "lon": "REAL", **LISTS, **BOUNDS},
        **{"sentence": "TEXT", "confidence": "REAL"},
    },
    "reports": {
        **{"id": "TEXT", "source": "TEXT", "url": "TEXT", "title": "TEXT", "published": "TEXT", "language": "TEXT"},
        "origin": "TEXT",
    },
}
GEOMETRY: Final = {"events": "POINT", "answers": "LINESTRING"}
ABOUT: Final = {
    "events": "Happenings, each drawn from the claims about it; precision says what a point stands for",
    "answers": "From an event to the one that a report calls an answer to it",
    "claims": "What one voice says in one report of one event",
    "reports": "The reports that the claims are read out of",
}
SYSTEMS: Final = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    (
        "WGS 84",
        WGS84,
        "EPSG",
        WGS84,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
        'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
        'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
        "longitude and latitude in degrees on the WGS 84 ellipsoid",
    ),
)
# The tables that the standard asks for, with its constraints (its annex C).
FRAME: Final = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
"""


def to_gpkg(part: Part) -> bytes:
    """The file's bytes. `last_change` is when the newest report came out, since no clock may change an export."""
    changed = max((moment for report in part.reports if (moment := _moment(report))), default=EPOCH)
    answered = answered_by(part.links)
    store = sqlite3.connect(":memory:")
    try:
        store.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        store.execute(f"PRAGMA user_version = {VERSION}")
        store.executescript(FRAME)
        store.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)
        _table(store, "events", (_event(event, answered) for event in part.events), changed, _box(part.events))
        lines = list(_lines(part))
        _table(store, "answers", lines, changed, _box(event for pair in part.pairs() for event in pair[:2]))
        _table(store, "claims", _claims(part.events), changed)
        _table(store, "reports", (_report(one, part.origins) for one in part.reports), changed)
        store.commit()
        return store.serialize()
    finally:
        store.close()


def _moment(report: Report) -> str | None:
    when = words.moment(report.published)
    return f"{when:%Y-%m-%dT%H:%M:%S}.000Z" if when else None


def _table(
    store: sqlite3.Connection, name: str, rows: Iterable[dict[str, Cell]], changed: str, box: Box | None = None
) -> None:
    """Make a table, name it in the contents, and fill it; the values come as parameters only."""
    columns = dict(TABLES[name])
    is_layer = name in GEOMETRY
    geometry = {"geom": GEOMETRY[name]} if is_layer else {}
    defined = ", ".join(f'"{column}" {kind}' for column, kind in {**geometry, **columns}.items())
    store.execute(f'CREATE TABLE "{name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {defined})')
    store.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(name, "features" if is_layer else "attributes", name, ABOUT[name], changed),
            *(box or (None,) * 4),
            WGS84 if is_layer else None,
        ),
    )
    if is_layer:
        store.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (name, GEOMETRY[name], WGS84))
    named = [*geometry, *columns]
    listed = ", ".join(f'"{column}"' for column in named)
    marks = ", ".join("?" * len(named))
    store.executemany(
        f'INSERT INTO "{name}" ({listed}) VALUES ({marks})',  # noqa: S608 -- the names are this module's own
        ([row.get(column) for column in named] for row in rows),
    )


def _event(event: Event, answered: dict[str, list[str]]) -> dict[str, Cell]:
    latest = {f"{name}_latest": figure_text(one.latest) for name, one in event.figures.items()}
    return {
        "geom": geometry([(event.place.lon, event.place.lat)]) if event.place else None,
        "id": event.id,
        "title": words.title(event),
        **flat_json(event),
        **{name: BETWEEN.join(values) for name, values in lists_json(event).items()},
        **{f"{name}_low": one.low for name, one in event.figures.items()},
        **{f"{name}_high": one.high for name, one in event.figures.items()},
        **latest,
        **{f"{name}_by": one.by for name, one in event.figures.items()},
        "disputed": BETWEEN.join(sorted(event.disputed)),
        "origins": event.origins,
        "sides": BETWEEN.join(sorted(event.sides)),
        "corroboration": event.corroboration,
        "claims": len(event.claims),
        "reports": BETWEEN.join(reports_of(event)),
        "answers": BETWEEN.join(answered.get(event.id, [])),
    }


def _lines(part: Part) -> Iterable[dict[str, Cell]]:
    reports = part.report_by_id()
    for later, earlier, links in part.pairs():
        ends = [(one.place.lon, one.place.lat) for one in (earlier, later) if one.place]
        said = [reports[link.report].full_text[slice(*link.span)] for link in links if link.report in reports]
        yield {
            "geom": geometry(ends) if len(ends) == 2 else None,
            "later": later.id,
            "earlier": earlier.id,
            "kind": links[0].kind,
            "reports": BETWEEN.join(sorted({link.report for link in links})),
            "words": BETWEEN.join(dict.fromkeys(said)),
        }


def _claims(events: Iterable[Event]) -> Iterable[dict[str, Cell]]:
    for event in events:
        for claim in sorted(event.claims, key=claim_order):
            yield claim_row(event, claim)


def claim_row(event: Event, claim: Claim) -> dict[str, Cell]:
    """A claim, one value a column, with the id of its event."""
    place, days = claim.place, claim.date
    return {
        "id": claim.id,
        "event": event.id,
        "report": claim.report,
        "by": claim.by,
        "side": claim.side,
        "stance": claim.stance,
        "type": claim.type,
        "status": claim.status,
        "first": days.first.isoformat() if days else None,
        "last": days.last.isoformat() if days else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "region": place.region if place else None,
        "geonameid": place.geonameid if place else None,
        "precision": place.precision if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        **{name: BETWEEN.join(values) for name, values in lists_json(claim).items()},
        **{f"{name}_low": one.low for name, one in claim.figures.items()},
        **{f"{name}_high": one.high for name, one in claim.figures.items()},
        "sentence": claim.sentence,
        "confidence": claim.confidence,
    }


def _report(report: Report, origins: Mapping[str, str]) -> dict[str, Cell]:
    return {
        "id": report.id,
        "source": report.source,
        "url": report.url,
        "title": report.title,
        "published": report.published,
        "language": report.language,
        "origin": origins.get(report.id, report.id),
    }


def geometry(positions: Sequence[Position]) -> bytes:
    """A point, or a line of several, in GeoPackage's binary form: its heading, then well-known binary."""
    head = b"GP" + struct.pack("<BBi", 0, 1, WGS84)
    flat = [number for position in positions for number in position]
    if len(positions) == 1:
        return head + struct.pack("<BIdd", 1, 1, *flat)
    return head + struct.pack(f"<BII{len(flat)}d", 1, 2, len(positions), *flat)


def _box(events: Iterable[Event]) -> Box | None:
    places = [event.place for event in events if event.place]
    if not places:
        return None
    lons, lats = [place.lon for place in places], [place.lat for place in places]
    return min(lons), min(lats), max(lons), max(lats)
