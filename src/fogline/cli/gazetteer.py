"""`fogline gazetteer`: what the gazetteer holds, and how more comes into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.cli.options import Form, FormOption
from fogline.cli.wrong_options import Once

if TYPE_CHECKING:
    from fogline.gazetteer import Candidate
    from fogline.gazetteer.build import Progress

NOT_FOUND = 1

gazetteer = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The names of places that Fogline knows: look them up, add your own, build from a GeoNames dump.",
)


@gazetteer.command(cls=Once)
def info(form: FormOption = Form.TEXT) -> None:
    """Print what the gazetteer holds, where it is kept, and whose data it is."""
    from fogline.cli.output import Page
    from fogline.cli.table import Column
    from fogline.gazetteer import manage

    found = manage.info()
    page = Page()
    if form is Form.JSON:
        page.json(
            {
                "folder": str(found.folder),
                "source": found.source,
                "places": found.places,
                "names": found.names,
                "mebibytes": round(found.mebibytes, 1),
                "own": {"folder": str(found.own_folder), "places": found.own, "dumps": list(found.dumps)},
            }
        )
        return
    rows = [[kind, f"{count:,}"] for kind, count in found.places.items()] + [["names", f"{found.names:,}"]]
    page.table([Column("kind"), Column("number", right=True)], rows, indent=0)
    page.say()
    page.say(f"index   {found.folder} ({found.mebibytes:.0f} MB)")
    page.say(f"source  {found.source}")
    dumps = f", {', '.join(found.dumps)}" if found.dumps else ""
    page.say(f"own     {found.own} places{dumps} in {found.own_folder}")


@gazetteer.command(cls=Once)
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any of its spellings and scripts.")],
    form: FormOption = Form.TEXT,
) -> None:
    """Print all places of a name. The status is 1 where there is none.

    \b
    Examples:
      fogline gazetteer find Artyomovsk
      fogline gazetteer find "Deir ez-Zor" --format json
    """
    from fogline.cli.output import Page, tell
    from fogline.errors import UsageError
    from fogline.gazetteer import opened
    from fogline.gazetteer.fold import LONGEST_NAME

    if len(name) > LONGEST_NAME:
        raise UsageError(f"the name is longer than {LONGEST_NAME} characters: no place is called so")
    known = opened()
    found = known.lookup(name)
    page = Page()
    if form is Form.JSON:
        page.json([_as_json(candidate) for candidate in found])
    elif found:
        _table(page, found)
    if found:
        return
    near = known.fuzzy(name, frozenset(country.iso2 for country in known.countries))
    hint = f"; near it: {', '.join(dict.fromkeys(candidate.place.name for candidate in near[:5]))}" if near else ""
    tell(f"no place of the name {name!r}{hint}")
    raise typer.Exit(NOT_FOUND)


@gazetteer.command(cls=Once)
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="Places, one a row, under a row of column names.")],
) -> None:
    """Add places of your own; every report read from then on can be placed by them.

    Columns: name, country (such as UA), lat, lon; if wanted region (a name, or GeoNames' code), kind (settlement or
    facility), also (other names, parted by "|"). All rows are taken or none. They are kept in your data folder.

    \b
    Example:
      printf 'name,country,lat,lon,also\\nDovhe,UA,48.1,37.2,Dolgoye|Довге\\n' > mine.csv
      fogline gazetteer add mine.csv
    """
    from fogline.cli.output import Page
    from fogline.gazetteer import manage

    with _progress() as progress:
        new, together = manage.add(file, progress)
    Page().say(f"{new} new, {together} of your own")


@gazetteer.command(cls=Once)
def build(
    dumps: Annotated[
        list[Path], typer.Argument(metavar="DUMP.zip...", help="allCountries.zip, UA.zip and the like, or their .txt.")
    ],
    *,
    alternates: Annotated[
        Path | None,
        typer.Option("--alternate-names", metavar="FILE", help="alternateNamesV2.zip or its .txt."),
    ] = None,
    country: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only places of this country; may be given again.")
    ] = None,
) -> None:
    """Take in every settlement of a GeoNames dump, villages and all, with air bases, dams, power stations, prisons.

    Get dumps from https://download.geonames.org/export/dump/ (CC BY 4.0). A country takes seconds and some megabytes;
    the whole world takes about 10 GB of memory, so name --country where you can.

    \b
    Example:
      fogline gazetteer build UA.zip RU.zip --alternate-names alternateNamesV2.zip
    """
    from fogline.cli.output import Page, tell
    from fogline.gazetteer import manage

    with _progress() as progress:
        read = manage.build(dumps, alternates, [code.upper() for code in country or ()], progress)
    page = Page()
    for path, tally in read:
        page.say(f"{path}: {tally.kept:,} places of {tally.rows:,} rows")
        if tally.bad:
            lines = ", ".join(str(line) for line in tally.first_bad)
            tell(f"{path}: left out, since no rows of a dump: {tally.bad} (the first: line {lines})")


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """What to call with how far the build is; None where no terminal shows it."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), console=Console(stderr=True)) as shown:
        task = shown.add_task("gazetteer", total=1.0)
        yield lambda what, share: shown.update(task, completed=share, description=what)


def _as_json(candidate: "Candidate") -> dict[str, Any]:
    from fogline.publish import place_json

    return {"kind": candidate.kind, **(place_json(candidate.place) or {}), "population": candidate.population or None}


def _table(page: Any, found: "tuple[Candidate, ...]") -> None:
    from fogline.cli.table import Column

    columns = [
        Column("name", style="bold"),
        Column("kind", wraps=False),
        Column("region"),
        Column("country", wraps=False),
        Column("lat", wraps=False, right=True, rank=1, named=True),
        Column("lon", wraps=False, right=True, rank=1, named=True),
        Column("people", wraps=False, right=True, rank=2, named=True),
        Column("geonameid", wraps=False, right=True, rank=3, named=True),
    ]
    rows = []
    for candidate in found:
        place = candidate.place
        point = [f"{place.lat:.3f}", f"{place.lon:.3f}"]
        people = f"{candidate.population:,}" if candidate.population else ""
        about = [place.name, candidate.kind, place.region or "", place.country or ""]
        rows.append([*about, *point, people, str(place.geonameid or "")])
    page.table(columns, rows, indent=0)
