"""Options that several commands share, each with its one help text."""

from enum import StrEnum
from typing import Annotated

import typer

Ledger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        envvar="FOGLINE_LEDGER",
        help="The ledger: a file (made where it is missing) or a database address. Default: fogline.db here.",
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


Loose = Annotated[
    bool,
    typer.Option("--loose", help="Also link strikes that only follow each other within two days; marked as loose."),
]

FormOption = Annotated[Form, typer.Option("--format", help="Text for a person, JSON for a program.")]
