"""`fogline export`: the ledger, or a part of it, in an open format."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.events import tell_stranger
from fogline.cli.options import (
    AsOf,
    AtPlace,
    DeadForm,
    Disputed,
    FileForm,
    Ledger,
    Loose,
    NearPlace,
    PartyNames,
    RowForm,
    Since,
    Status,
    TextWords,
    Types,
    Until,
)
from fogline.errors import FoglineError, UsageError

if TYPE_CHECKING:
    from fogline.api import Filters

STANDARD_OUTPUT = "-"


def export(
    *,
    ledger: Ledger = None,
    form: Annotated[
        FileForm | None,
        typer.Option("--format", help="What to write; by default what the ending of --output asks for, else json."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|-", help="Where; - is standard output.")
    ] = STANDARD_OUTPUT,
    since: Since = None,
    until: Until = None,
    near: NearPlace = None,
    place: AtPlace = None,
    kind: Types = None,
    party: PartyNames = None,
    status: Status = None,
    disputed: Disputed = None,
    text: TextWords = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Reports with their text (json).")] = False,
    rows: Annotated[RowForm, typer.Option(help="What a row is (geoparquet).")] = RowForm.EVENTS,
    fatalities: Annotated[
        DeadForm, typer.Option(help="Which number of dead (acled): the lowest of the sides' newest, the newest, …")
    ] = DeadForm.CONSERVATIVE,
    as_of: AsOf = None,
    loose: Loose = False,
) -> None:
    """Write the ledger, or the events that pass all filters, in an open format.

    json holds everything, verdicts too; csv, geojson, geoparquet, gpkg (QGIS) and kml (globes) events; ftm entities
    for Aleph; hxl a table with humanitarian hashtags; acled a table with ACLED's columns; claimreview the claims as
    JSON-LD. Links are those that reports make in words; --loose (json) adds one from each strike to the other side's
    shortly before, marked "loose". What each holds and loses: docs/exports.md. The same ledger gives the same bytes. A
    file appears whole or not at all.

    \b
    Examples:
      fogline export --output ledger.json
      fogline export --format geojson > events.geojson
      fogline export --output strikes.gpkg --type air_drone_strike --since 2024-12-01
      fogline export --output table.acled.csv --fatalities latest
    """
    from fogline.cli.opening import looking
    from fogline.cli.output import Page
    from fogline.publish import BINARY, format_of

    chosen = form.value if form else format_of(output) or FileForm.JSON.value
    page = Page()
    if chosen in BINARY and output == STANDARD_OUTPUT and page.is_terminal:
        raise typer.BadParameter(f"{chosen} is no text for a terminal: name a file", param_hint="--output")
    filters: Filters = {
        **{"since": since, "until": until, "near": near, "place": place, "type": kind},
        **{"party": party, "status": status, "disputed": disputed, "text": text},
    }
    with looking(ledger, as_of) as opened:
        spare_ledger(output, opened.address)
        content = opened.export(
            chosen, with_text=with_text, rows=rows.value, fatalities=fatalities.value, loose=loose, **filters
        )
        for name in party or ():
            tell_stranger(opened, name)
    if output == STANDARD_OUTPUT:
        page.data(content)
    else:
        write_whole(Path(output), content)


def spare_ledger(output: str, address: str) -> None:
    """Raise UsageError where the file to be written is the ledger itself, which would be gone."""
    there = Path(output)
    if there.is_file() and Path(address).is_file() and there.samefile(address):
        raise UsageError(f"{output}: is the ledger itself: name another file")


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file beside its place, then move it there; what is no plain file (a pipe, a device) is written into.

    A link stays, and what it leads to is written. Raises FoglineError where that cannot be done.
    """
    if not path.parent.is_dir():
        raise FoglineError(f"cannot write {path}: there is no folder {path.parent}: make it first")
    written = content.encode() if isinstance(content, str) else content
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            with path.open("wb") as stream:
                stream.write(written)
        else:
            _replace(Path(os.path.realpath(path)), written)
    except OSError as error:
        raise FoglineError(f"cannot write {path}: {error.strerror or error}") from error


def _replace(path: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(_usual_mode())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    """The mode that a new file gets from the user's mask; a draft is made for the owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
