"""`fogline serve`: the map, the timeline and the API, in one process."""

import secrets
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import ServedLedger

if TYPE_CHECKING:
    from fogline.serve.config import ServeConfig


class Crimea(StrEnum):
    """How the offline map draws Crimea."""

    UA = "ua"
    DASHED = "dashed"
    BORDER = "border"


TOKEN_BYTES = 24
MOST_HOURS = 24 * 3650


def serve(
    *,
    ledger: ServedLedger = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to listen on; any but loopback needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes one that is free.")] = 8000,
    token: Annotated[
        str | None,
        typer.Option(metavar="TOKEN", envvar="FOGLINE_TOKEN", help="Opens writing, and all where others can reach it."),
    ] = None,
    delay: Annotated[
        float, typer.Option(min=0, max=MOST_HOURS, metavar="HOURS", help="Hold back what was first told less long ago.")
    ] = 0,
    watch: Annotated[
        Path | None,
        typer.Option(metavar="FEEDS.toml", help="Keep reading these feeds into the ledger (docs/watch.md)."),
    ] = None,
    webhooks: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Addresses to call with new events (docs/serve.md).")
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A further host name by which it may be called.")
    ] = None,
    origin: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="A site whose pages may read (CORS); none by default.")
    ] = None,
    tiles: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Map tiles (TileJSON, {z}/{x}/{y} or .pmtiles); else offline.")
    ] = None,
    attribution: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Whose the tiles are, for the map's corner; needs --tiles.")
    ] = None,
    crimea: Annotated[
        Crimea, typer.Option(help="How the offline map draws Crimea: as Ukraine, by a dashed line, or by a border.")
    ] = Crimea.UA,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Serve the ledger: a page with map and timeline, an API, a live stream, OGC API - Features and an Atom feed.

    Reading is open on this machine; any other --host needs a token for everything. Writing (verdicts) always does:
    where none is given, one is made and printed. Ctrl-C ends it.

    \b
    Examples:
      fogline serve
      fogline serve --ledger war.db --port 9000 --open
      fogline serve --watch feeds.toml
      FOGLINE_TOKEN=… fogline serve --host 0.0.0.0 --name desk.example.org --delay 24
    """
    from fogline.serve.config import ServeConfig, ServeError, checked_token, is_loopback

    if not token and not is_loopback(host):
        raise ServeError(
            f"--host {host} can be reached by others: give a token, with --token or in FOGLINE_TOKEN "
            f"(such as {own_token()})"
        )
    if attribution is not None and tiles is None:
        raise ServeError("--attribution says whose the tiles are: give --tiles too")
    config = ServeConfig(
        token=checked_token(token) if token else own_token(),
        host=host,
        port=port,
        delay_hours=delay,
        names=tuple(name or ()),
        origins=tuple(origin or ()),
        webhooks=webhooks,
        feeds=watch,
        tiles=tiles,
        attribution=attribution,
        crimea=crimea.value,
    )
    serve_ledger(ledger, config, tell_token=not token, open_page=open_page)


def own_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def serve_ledger(ledger: str | None, config: "ServeConfig", *, tell_token: bool, open_page: bool = False) -> None:
    """Serve until Ctrl-C, with the address told once it answers."""
    from fogline.cli.output import Page
    from fogline.serve import run
    from fogline.serve.app import create_app
    from fogline.serve.serving import opened

    run.log_to_stderr()
    page = Page()
    with run.listening(config) as found, opened(ledger, config) as serving:
        address = run.address_of(config, found)
        others = run.address_for_others(config, found)

        def started() -> None:
            page.say(f"Serving {serving.desk.store.address} at {address}   (Ctrl-C ends it)")
            if others:
                page.say(f"From other machines, open     {others}")
            if tell_token:
                page.say(f"To judge on the page, open    {address}#token={config.token}")
            elif others:
                page.say(f"With the token that you gave  {others}#token=TOKEN")
            page.flush()
            if open_page:
                typer.launch(f"{address}#token={config.token}")

        run.run(create_app(serving), found, serving.end, started)
    page.say("ended")
