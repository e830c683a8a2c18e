"""`fogline read`: reports into the ledger, and a word on what is new."""

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Form, FormOption, Ledger

if TYPE_CHECKING:
    from fogline.pipeline import Summary

SKIPPED = 1
# So many problems are told one by one; a folder of a million wrong files needs no million lines.
TOLD_PROBLEMS = 50


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL|-...",
            help="Text (first line the headline), JSON Lines, HTML, a Telegram channel's export, a WARC file, an "
            "address of a page or a feed, a folder, a pattern, or - for standard input.",
        ),
    ],
    *,
    ledger: Ledger = None,
    source: Annotated[str | None, typer.Option(help="Who published it, where the input does not say.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When, as 2024-12-22 or with a time and its offset.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="ISO 639-1, such as en.")] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Read reports into a ledger and print what is new.

    The status is 1 where something was skipped, 0 otherwise: reports that were there already, have no date, or are in
    a language that has no reader yet are counted and told, not skipped. A date that was forgotten can be given later:
    read the same report again with --published.

    \b
    Examples:
      fogline read article.txt --source "a news site" --published 2024-12-22
      fogline read reports.jsonl folder/ https://example.org/article
      cat reports.jsonl | fogline read - --ledger mine.db
    """
    from fogline import api
    from fogline.cli.output import Page
    from fogline.cli.progress import bar, expected

    with api.open(ledger) as opened, bar("Reading", expected(inputs)) as on_progress:
        opened.check()
        summary = opened.read(inputs, source=source, published=published, language=language, on_progress=on_progress)
    page = Page()
    if form is Form.JSON:
        page.json(_as_json(summary))
    else:
        page.say(told(summary))
    tell_problems(summary)
    if summary.problems:
        raise typer.Exit(SKIPPED)


def told(summary: "Summary") -> str:
    """What a run did, in a line or two; what did not happen is left out."""
    from fogline.publish.words import count

    parts = [
        f"{count(summary.new, 'new report')} with {count(summary.claims, 'claim')}",
        _if(summary.same_id, "known by id"),
        _if(summary.same_text, "known by text"),
        _if(summary.completed, "known, and read again with the date or language that it lacked"),
        *(_if(n, f"stored unread: no reader for language {code}") for code, n in sorted(summary.unread.items())),
        _if(summary.undated, "without a date of publication: dates left open"),
        _if(summary.silent, "in which no happening was found"),
        *(f"{passed.message}: {passed.count} passed over" for passed in summary.passed),
        _if(len(summary.problems), "skipped"),
    ]
    events = f"{count(summary.events, 'event')} in the ledger"
    return "\n".join([*(part for part in parts if part), events])


def _if(number: int, words: str) -> str:
    return f"{number} {words}" if number else ""


def tell_problems(summary: "Summary") -> None:
    """Each warning and each thing that was skipped, on a line of standard error."""
    from fogline.cli.output import tell

    for report, warning in summary.warnings[:TOLD_PROBLEMS]:
        where = f"{summary.names[report]}, " if report in summary.names else ""
        tell(f"{where}report {report}: {warning}")
    for problem in summary.problems[:TOLD_PROBLEMS]:
        tell(f"skipped {problem.where}: {problem.message}")
    left = len(summary.problems) - TOLD_PROBLEMS
    if left > 0:
        tell(f"and {left} more were skipped")


def _as_json(summary: "Summary") -> dict[str, object]:
    return {
        "new": summary.new,
        "same_id": summary.same_id,
        "same_text": summary.same_text,
        "completed": summary.completed,
        "unread": dict(sorted(summary.unread.items())),
        "undated": summary.undated,
        "silent": summary.silent,
        "claims": summary.claims,
        "events": summary.events,
        "passed": [
            {"where": p.where, "reason": p.reason, "message": p.message, "count": p.count} for p in summary.passed
        ],
        "skipped": [{"where": p.where, "reason": p.reason, "message": p.message} for p in summary.problems],
        "warnings": [
            {"report": report, "where": summary.names.get(report), "message": message}
            for report, message in summary.warnings
        ],
    }
