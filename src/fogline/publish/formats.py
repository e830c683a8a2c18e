"""Which open formats are there, and which one is meant by a file's ending?"""

from dataclasses import dataclass
from typing import Final, Literal

from fogline.errors import UsageError
from fogline.publish.claims_schemaorg import to_claimreview
from fogline.publish.dead import COUNTS, Count
from fogline.publish.entities_ftm import to_ftm
from fogline.publish.ledger_json import to_json
from fogline.publish.map_geojson import to_geojson
from fogline.publish.map_gpkg import to_gpkg
from fogline.publish.map_kml import to_kml
from fogline.publish.part import Part
from fogline.publish.table_acled import to_acled
from fogline.publish.table_csv import to_csv
from fogline.publish.table_hxl import to_hxl
from fogline.publish.table_parquet import claims_to_geoparquet, to_geoparquet

TextFormat = Literal["json", "csv", "geojson", "kml", "ftm", "hxl", "acled", "claimreview"]
BinaryFormat = Literal["geoparquet", "gpkg"]
Format = Literal["json", "csv", "geojson", "geoparquet", "gpkg", "kml", "ftm", "hxl", "acled", "claimreview"]
Rows = Literal["events", "claims"]

FORMATS: Final = ("json", "csv", "geojson", "geoparquet", "gpkg", "kml", "ftm", "hxl", "acled", "claimreview")
BINARY: Final = ("geoparquet", "gpkg")
# The longer endings first: events.acled.csv is a table with ACLED's columns.
ENDINGS: Final = {
    **{".acled.csv": "acled", ".hxl.csv": "hxl", ".ftm.json": "ftm", ".ftm.jsonl": "ftm", ".ijson": "ftm"},
    **{".jsonld": "claimreview", ".geojson": "geojson", ".geoparquet": "geoparquet", ".parquet": "geoparquet"},
    **{".gpkg": "gpkg", ".kml": "kml", ".csv": "csv", ".json": "json"},
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a caller chooses: the texts of reports (json), rows of events or claims (geoparquet), which dead (acled).

    `loose` is for json alone, which marks the links of closeness in time.
    """

    with_text: bool = False
    rows: Rows = "events"
    fatalities: Count = "conservative"
    loose: bool = False

    def check(self, form: str) -> None:
        """Raise UsageError for a choice that the format has no place for, or a value that is none."""
        if form not in FORMATS:
            raise UsageError(f"format {form!r} is not one of {', '.join(FORMATS)}")
        if self.with_text and form != "json":
            raise UsageError("only json holds reports with their text: leave --with-text out")
        if self.loose and form != "json":
            raise UsageError("only json marks loose links: leave --loose out")
        if self.rows not in ("events", "claims"):
            raise UsageError(f"rows {self.rows!r} is not one of events, claims")
        if self.rows != "events" and form != "geoparquet":
            raise UsageError("only geoparquet has rows of claims apart: leave --rows out")
        if self.fatalities not in COUNTS:
            raise UsageError(f"fatalities {self.fatalities!r} is not one of {', '.join(COUNTS)}")
        if self.fatalities != "conservative" and form != "acled":
            raise UsageError("only acled has one number of dead: leave --fatalities out")


def format_of(name: str) -> str | None:
    """The format that a file's name asks for by its ending; None where it asks for none."""
    low = name.lower()
    return next((form for ending, form in ENDINGS.items() if low.endswith(ending)), None)


def written(part: Part, form: str, choices: Choices, version: str) -> str | bytes:
    """A part of a ledger in a format: bytes for the binary ones, else text for UTF-8. Raises UsageError."""
    choices.check(form)
    if form == "geoparquet":
        claims = choices.rows == "claims"
        return claims_to_geoparquet(part.events) if claims else to_geoparquet(part.events, part.links)
    if form == "acled":
        return to_acled(part, choices.fatalities)
    if form == "json":
        told = (part.reports, part.origins, part.events, part.links, part.verdicts)
        return to_json(*told, version=version, with_text=choices.with_text)
    of_events = {"csv": to_csv, "geojson": to_geojson, "hxl": to_hxl}
    if form in of_events:
        return of_events[form](part.events, part.links)
    if form == "gpkg":
        return to_gpkg(part)
    return {"kml": to_kml, "ftm": to_ftm, "claimreview": to_claimreview}[form](part)
