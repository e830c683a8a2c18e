"""`fogline report`: a situation report on a period and a region, as one HTML page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.events import tell_stranger
from fogline.cli.export import STANDARD_OUTPUT, spare_ledger, write_whole
from fogline.cli.options import (
    Disputed,
    Ledger,
    NearPlace,
    PartyNames,
    Since,
    Status,
    TextWords,
    Types,
    Until,
)

if TYPE_CHECKING:
    from fogline.api import Filters


def report(
    *,
    ledger: Ledger = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|-", help="Where; - is standard output.")
    ] = "report.html",
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="A heading of your own.")] = None,
    since: Since = None,
    until: Until = None,
    near: NearPlace = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--region", "--place", metavar="NAME", help='A place, a region or a country code: "Odesa Oblast".'
        ),
    ] = None,
    kind: Types = None,
    party: PartyNames = None,
    status: Status = None,
    disputed: Disputed = None,
    text: TextWords = None,
    borders: Annotated[
        str | None,
        typer.Option(
            metavar="VIEW",
            envvar="FOGLINE_BORDERS",
            help="Borders on the map: recognised (the default), none, or a GeoJSON file of outlines.",
        ),
    ] = None,
) -> None:
    """Write a situation report: map, charts, deadliest and disputed events with who says what, answers, sources.

    One HTML page that holds all that it shows, needs no script and no network, and prints. The same ledger and the same
    question give the same bytes.

    \b
    Examples:
      fogline report --since 2024-12-20 --until 2024-12-22
      fogline report --region UA --since 2023-07-01 --output july.html --title "Ukraine, July 2023"
      fogline report --near "Kazan 100km" --output - > kazan.html
    """
    from fogline import api
    from fogline.cli.output import Page, tell

    filters: Filters = {
        **{"since": since, "until": until, "near": near, "place": place, "type": kind},
        **{"party": party, "status": status, "disputed": disputed, "text": text},
    }
    with api.open(ledger, create=False) as opened:
        spare_ledger(output, opened.address)
        page = opened.report_page(title=title, borders=borders, **filters)
        if not opened.events(**filters):
            why = "no event passes the filters" if opened.events() else "the ledger has no event"
            tell(f"{why}: the report has none")
        for name in party or ():
            tell_stranger(opened, name)
    if output == STANDARD_OUTPUT:
        Page().data(page)
    else:
        write_whole(Path(output), page)
        tell(f"the report is in {output}")
