"""`fogline dates`: which days the words of a text stand for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.cli.options import Form, FormOption

if TYPE_CHECKING:
    from fogline.cli.filters import Line, Mentions
    from fogline.model import DateMention

OPEN = "…"
UNKNOWN = "?"


def dates(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE|-", help="A text in UTF-8, or - for standard input.")
    ] = None,
    *,
    published: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="When it came out, as 2024-12-22 or with a time and its offset."),
    ] = None,
    jsonl: Annotated[
        str | None, typer.Option(metavar="FILE|-", help='A filter: reads {"id", "text", "published"} a line.')
    ] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Find the words of time in a text, and the days that they stand for.

    "On Monday" counts from the day of publication, "a day earlier" from the day that the text has got to. Without
    --published only full dates are resolved. As a filter it writes {"id", "mentions"} a line; a line's own "published"
    goes before --published. The status is 1 where a line was skipped.

    \b
    Examples:
      fogline dates article.txt --published 2024-12-22
      echo "Shelling went on from Friday to Sunday." | fogline dates - --published 2024-12-22 --format json
      fogline dates --jsonl - < reports.jsonl > dates.jsonl
    """
    from fogline.cli import filters

    if (file is None) == (jsonl is None):
        raise typer.BadParameter("name one text, or a stream with --jsonl; - is standard input", param_hint="FILE|-")
    _check(published)
    if jsonl is not None:
        if not filters.filter_lines(jsonl, lambda line, text: _of_line(line, text, published)):
            raise typer.Exit(filters.SKIPPED)
        return
    _of_text(filters.whole_text(file or filters.STANDARD_INPUT), published, form)


def _check(published: str | None) -> None:
    """Raises UsageError where --published is no date: a fault of the call, not of a line."""
    import fogline
    from fogline.errors import FoglineError, UsageError

    try:
        fogline.dates("", published)
    except FoglineError as error:
        raise UsageError(str(error)) from error


def _of_text(text: str, published: str | None, form: Form) -> None:
    import fogline
    from fogline.cli.output import Page, tell

    found = fogline.dates(text, published)
    if any(mention.first is mention.last is None for mention in found):
        tell("without --published only full dates are resolved")
    page = Page()
    if form is Form.JSON:
        page.json({"published": published, "mentions": [as_json(mention) for mention in found]})
    elif found:
        _table(page, found)
    else:
        page.say("No word of time.")


def _of_line(line: "Line", text: str, published: str | None) -> "Mentions":
    import fogline
    from fogline.errors import FoglineError

    own = line.get("published")
    if own is not None and not isinstance(own, str):
        raise FoglineError(f'"published" {own!r} is no ISO date such as "2024-12-22"')
    return [as_json(mention) for mention in fogline.dates(text, own or published)]


def as_json(mention: "DateMention") -> dict[str, Any]:
    """A mention with ISO days; an open or unknown end is null."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "first": mention.first.isoformat() if mention.first else None,
        "last": mention.last.isoformat() if mention.last else None,
        "precision": mention.precision,
        "anchor": mention.anchor,
    }


def _table(page: Any, found: "Sequence[DateMention]") -> None:
    from fogline.cli.table import Column

    columns = [
        Column("words", style="bold"),
        Column("first", wraps=False),
        Column("last", wraps=False),
        Column("precision", wraps=False, rank=1),
        Column("counted from", wraps=False, rank=2, named=True),
        Column("at", wraps=False, right=True, rank=3, named=True),
    ]
    rows = []
    for mention in found:
        gap = UNKNOWN if mention.first is mention.last is None else OPEN
        first, last = (str(day) if day else gap for day in (mention.first, mention.last))
        rows.append([mention.text, first, last, mention.precision, mention.anchor, f"{mention.start}-{mention.end}"])
    page.table(columns, rows, indent=0)
