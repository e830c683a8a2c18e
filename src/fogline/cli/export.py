"""`fogline export`: the whole ledger in an open format."""

import os
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from fogline.cli.options import FileForm, Ledger, Loose
from fogline.errors import FoglineError

STANDARD_OUTPUT = "-"


def export(
    ledger: Ledger = None,
    form: Annotated[FileForm, typer.Option("--format", help="What to write.")] = FileForm.JSON,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|-", help="Where; - is standard output.")
    ] = STANDARD_OUTPUT,
    with_text: Annotated[bool, typer.Option("--with-text", help="Reports with their text (JSON).")] = False,
    loose: Loose = False,
) -> None:
    """Write the ledger in an open format.

    All reports, events and links (json), events as rows (csv) or as points (geojson). The same ledger gives the same
    bytes. A file appears whole or not at all. Links are those that reports make in words; --loose adds a link from each
    strike to the other side's shortly before, marked "loose".

    \b
    Examples:
      fogline export --output ledger.json
      fogline export --format geojson > events.geojson
    """
    from fogline import api
    from fogline.cli.output import Page

    if with_text and form is not FileForm.JSON:
        raise typer.BadParameter("only json holds reports: leave --with-text out", param_hint="--with-text")
    if loose and form is not FileForm.JSON:
        raise typer.BadParameter("only json marks loose links: leave --loose out", param_hint="--loose")
    with api.open(ledger, create=False) as opened:
        content = opened.export(form.value, with_text=with_text, loose=loose)
    if output == STANDARD_OUTPUT:
        Page().data(content)
    else:
        write_whole(Path(output), content)


def write_whole(path: Path, content: str) -> None:
    """Write a file beside its place, then move it there. Raises FoglineError where that cannot be done."""
    if not path.parent.is_dir():
        raise FoglineError(f"cannot write {path}: there is no folder {path.parent}: make it first")
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode())
            Path(draft).chmod(_usual_mode())
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FoglineError(f"cannot write {path}: {error.strerror or error}") from error


def _usual_mode() -> int:
    """The mode that a new file gets from the user's mask; a draft is made for the owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
