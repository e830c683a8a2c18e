"""The ledger in open formats: JSON (`LEDGER.md`), CSV (a row an event), GeoJSON (RFC 7946)."""

from fogline.publish.forms import claim_json, event_json, link_json, link_voice, place_json, report_json
from fogline.publish.ledger_json import FORMAT, schema, to_json
from fogline.publish.map_geojson import to_geojson
from fogline.publish.table_csv import to_csv

__all__ = [
    "FORMAT",
    "claim_json",
    "event_json",
    "link_json",
    "link_voice",
    "place_json",
    "report_json",
    "schema",
    "to_csv",
    "to_geojson",
    "to_json",
]
