"""`fogline places`: which places a text names, and which of its namesakes each one is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.cli.options import Form, FormOption

if TYPE_CHECKING:
    from fogline.cli.filters import Mentions
    from fogline.model import PlaceMention

UNKNOWN = "?"
MOST_CANDIDATES = 5  # of a name, in the table; JSON has them all


def places(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE|-", help="A text in UTF-8, or - for standard input.")
    ] = None,
    *,
    jsonl: Annotated[str | None, typer.Option(metavar="FILE|-", help='A filter: reads {"id", "text"} a line.')] = None,
    candidates: Annotated[
        bool, typer.Option("--candidates", help="With the places that each name can mean, likeliest first.")
    ] = False,
    form: FormOption = Form.TEXT,
) -> None:
    """Find the names of places in a text, and the place that each of them means.

    A name that acts ("Kyiv accused") is a party and a word such as "Ukrainian" a demonym; both carry the place that
    they name. A village that the gazetteer lacks is placed by what it lies in. As a filter it writes
    {"id", "mentions"} a line. The status is 1 where a line was skipped.

    \b
    Examples:
      fogline places article.txt
      echo "Shells hit Tripoli, Lebanon." | fogline places - --format json --candidates
      fogline places --jsonl - < reports.jsonl > places.jsonl
    """
    import fogline
    from fogline.cli import filters

    def found(text: str) -> "list[PlaceMention]":
        return fogline.places(text, candidates=candidates)

    if (file is None) == (jsonl is None):
        raise typer.BadParameter("name one text, or a stream with --jsonl; - is standard input", param_hint="FILE|-")
    if jsonl is not None:
        if not filters.filter_lines(jsonl, lambda _, text: _all_json(found(text), candidates)):
            raise typer.Exit(filters.SKIPPED)
        return
    _tell(found(filters.whole_text(file or filters.STANDARD_INPUT)), candidates, form)


def _tell(found: "Sequence[PlaceMention]", candidates: bool, form: Form) -> None:
    from fogline.cli.output import Page

    page = Page()
    if form is Form.JSON:
        page.json({"mentions": _all_json(found, candidates)})
    elif found:
        _table(page, found, candidates)
    else:
        page.say("No name of a place.")


def _all_json(found: "Sequence[PlaceMention]", candidates: bool) -> "Mentions":
    from fogline.publish import place_json

    return [
        as_json(mention) | ({"candidates": [place_json(one) for one in mention.candidates]} if candidates else {})
        for mention in found
    ]


def as_json(mention: "PlaceMention") -> dict[str, Any]:
    """A mention with its place in WGS 84 degrees, the place's `confidence` from 0 to 1 inside it; null for no place."""
    from fogline.publish import place_json

    place = place_json(mention.place)
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "role": mention.role,
        "place": place and {**place, "confidence": round(mention.confidence, 3)},
    }


def _table(page: Any, found: "Sequence[PlaceMention]", candidates: bool) -> None:
    from fogline.cli.table import Column

    columns = [
        Column("words", style="bold"),
        Column("role", wraps=False),
        Column("place"),
        Column("precision", wraps=False, rank=2),
        Column("lat", wraps=False, right=True, rank=1, named=True),
        Column("lon", wraps=False, right=True, rank=1, named=True),
        Column("sure", wraps=False, right=True, rank=3, named=True),
        Column("at", wraps=False, right=True, rank=4, named=True),
        *([Column("or")] if candidates else []),
    ]
    page.table(columns, [_row(mention) + ([_others(mention)] if candidates else []) for mention in found], indent=0)


def _row(mention: "PlaceMention") -> list[str]:
    where = f"{mention.start}-{mention.end}"
    place = mention.place
    if place is None:
        return [mention.text, mention.role, UNKNOWN, "", "", "", "", where]
    name = _named(place)
    point = [f"{place.lat:.2f}", f"{place.lon:.2f}", f"{mention.confidence:.0%}"]
    return [mention.text, mention.role, name, place.precision, *point, where]


def _others(mention: "PlaceMention") -> str:
    others = [_named(place) for place in mention.candidates if place != mention.place]
    return "; ".join(others[:MOST_CANDIDATES]) + (" …" if len(others) > MOST_CANDIDATES else "")


def _named(place: Any) -> str:
    region = place.region if place.region != place.name else None
    return ", ".join(part for part in (place.name, region, place.country) if part)
