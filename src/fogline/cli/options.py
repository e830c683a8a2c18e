"""Options that several commands share, each with its one help text."""

from enum import StrEnum
from typing import Annotated

import typer

from fogline.model import EVENT_TYPES, STATUSES

Ledger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        envvar="FOGLINE_LEDGER",
        help="The ledger: a file (made where it is missing) or a database address. Default: fogline.db here.",
    ),
]
ServedLedger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        envvar="FOGLINE_LEDGER",
        help="The ledger: a file (that is there; with --watch it is made) or a database address. "
        "Default: fogline.db here.",
    ),
]


class Form(StrEnum):
    """How to print an answer for a person or a program."""

    TEXT = "text"
    JSON = "json"


class ExplainForm(StrEnum):
    """How to print a report and why it was read so."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


class ListForm(StrEnum):
    """How to print a list of events."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class FileForm(StrEnum):
    """The open formats that a ledger is exported in."""

    JSON = "json"
    CSV = "csv"
    GEOJSON = "geojson"
    GEOPARQUET = "geoparquet"
    GPKG = "gpkg"
    KML = "kml"
    FTM = "ftm"
    HXL = "hxl"
    ACLED = "acled"
    CLAIMREVIEW = "claimreview"


class RowForm(StrEnum):
    """What a row of a table is."""

    EVENTS = "events"
    CLAIMS = "claims"


class DeadForm(StrEnum):
    """Which number of dead is put where a format has room for one."""

    CONSERVATIVE = "conservative"
    LATEST = "latest"
    LOWEST = "lowest"
    HIGHEST = "highest"


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="The ledger as it stood then: what was published, and judged, up to this day or time (2024-12-22T18:00Z).",
    ),
]
Loose = Annotated[
    bool,
    typer.Option("--loose", help="Also link strikes that only follow each other within two days; marked as loose."),
]

FormOption = Annotated[Form, typer.Option("--format", help="Text for a person, JSON for a program.")]


def types(incomplete: str) -> list[str]:
    """The event types that begin so, for the shell."""
    return [name for name in EVENT_TYPES if name.startswith(incomplete)]


def statuses(incomplete: str) -> list[str]:
    """The statuses that begin so, for the shell."""
    return [name for name in STATUSES if name.startswith(incomplete)]


Since = Annotated[str | None, typer.Option(metavar="DAY", help="Not over before this day (2024-12-20).")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Begun by this day.")]
NearPlace = Annotated[
    str | None, typer.Option("--near", metavar="PLACE", help='"Kazan 50km", "Kazan" (50 km) or "55.8,49.1 20km".')
]
AtPlace = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help='A place, a region or a country code: "Donetsk Oblast".')
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", autocompletion=types, help="An event type; may be given several times."),
]
PartyNames = Annotated[
    list[str] | None, typer.Option("--party", metavar="NAME", help='Acts, suffers or speaks: "Russia", "russian".')
]
Status = Annotated[
    str | None, typer.Option(metavar="STATUS", autocompletion=statuses, help="occurred, threatened or planned.")
]
Disputed = Annotated[
    bool | None, typer.Option("--disputed/--undisputed", help="Only events whose claims contradict each other.")
]
TextWords = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Words in the reports behind the event.")
]
