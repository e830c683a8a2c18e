"""The ledger in open formats: `docs/exports.md` says what each holds, and what it loses."""

from fogline.publish.formats import (
    BINARY,
    FORMATS,
    BinaryFormat,
    Choices,
    Format,
    Rows,
    TextFormat,
    format_of,
    written,
)
from fogline.publish.forms import claim_json, event_json, link_json, link_voice, place_json, report_json
from fogline.publish.ledger_json import FORMAT, schema, to_json
from fogline.publish.map_geojson import to_geojson
from fogline.publish.part import Part
from fogline.publish.table_csv import to_csv
from fogline.publish.verdict_json import verdict_json, verdicts_from_json

__all__ = [
    "BINARY",
    "FORMAT",
    "FORMATS",
    "BinaryFormat",
    "Choices",
    "Format",
    "Part",
    "Rows",
    "TextFormat",
    "claim_json",
    "event_json",
    "format_of",
    "link_json",
    "link_voice",
    "place_json",
    "report_json",
    "schema",
    "to_csv",
    "to_geojson",
    "to_json",
    "verdict_json",
    "verdicts_from_json",
    "written",
]
