"""`fogline explain`: a report's text with what was read out of it marked in place, and why each value was read."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.cli.options import ExplainForm, Ledger
from fogline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.text import Text

    from fogline.cli.explain_values import Value
    from fogline.cli.output import Page
    from fogline.model import Claim, Report

    Told = Sequence[tuple[Claim, Sequence[Value]]]

# A colour for each question; a role that is not named here is a figure.
STYLES = {
    "what": "bold red",
    "where": "bold green",
    "when": "bold cyan",
    "said": "bold magenta",
    "actor": "bold blue",
    "target": "blue",
    "weapon": "red",
    "against": "green",
    "effects": "yellow",
}
FIGURE_STYLE = "bold yellow"
READS = "en"  # the language of the reader's distances
ENTRY_LIMIT = 70  # characters of a lexicon entry that are shown; JSON and the page have the whole


def explain(
    report: Annotated[
        str | None,
        typer.Argument(
            metavar="REPORT",
            help="The report's id, or its beginning; or a file with one report, or `-`, read for this alone.",
            show_default=False,
        ),
    ] = None,
    *,
    ledger: Ledger = None,
    merge: Annotated[
        str | None, typer.Option("--merge", metavar="EVENT", help="In place of a report: why an event is one.")
    ] = None,
    form: Annotated[
        ExplainForm, typer.Option("--format", help="Text for a person, a page to look at, JSON for a program.")
    ] = ExplainForm.TEXT,
    source: Annotated[str | None, typer.Option(help="Of a file: who published it.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Of a file: when, as 2024-12-22 or with a time and its offset.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Of a file: ISO 639-1, such as en.")] = None,
) -> None:
    """Print a report with its claims marked in place, and why each value was read.

    Each value is marked at the words that it came from. The claims follow, with those words, the rule that gave the
    value and the entry of the lexicon that knew the words; then the distances that the report states, with what the
    map says. A file is read as `fogline read` would read it, and no ledger is touched.

    --merge tells of an event which pairs of tellings joined it and by what, what came near and what kept it out,
    people's verdicts, which claims contradict each other, and in whose words it is called an answer.

    \b
    Examples:
      fogline explain r3 --ledger demo.db
      fogline explain r3 --format html > r3.html
      fogline explain r3 --format json
      fogline explain article.txt --published 2024-12-22
      curl -s https://example.org/report | fogline explain - --published 2024-12-22
      fogline explain --merge 5
    """
    if (report is None) == (merge is None):
        raise typer.BadParameter("name a report, or an event with --merge", param_hint="REPORT")
    of_a_file = {"--source": source, "--published": published, "--language": language}
    if report is None:
        if given := [name for name, value in of_a_file.items() if value is not None]:
            raise UsageError(f"{', '.join(given)}: for a file that is read for this alone; leave it out with --merge")
        _explain_merge(str(merge), ledger, form)
        return
    from fogline import api
    from fogline.cli.distances import as_json, tell_distances
    from fogline.cli.explain_from import explained_from
    from fogline.cli.explain_values import values_of
    from fogline.cli.output import Page

    with explained_from(report, ledger, source=source, published=published, language=language) as (opened, found):
        claims = opened.claims(found.id)
        reasons: Mapping[str, Any] = opened.reasons(found.id) if claims else {}
    told = [(claim, values_of(claim, found, reasons.get(claim.id, {}))) for claim in claims]
    distances = api.distances(found.full_text) if found.language == READS else []
    page = Page()
    if form is ExplainForm.JSON:
        page.json({**_as_json(found, told), "distances": [as_json(one) for one in distances]})
        return
    if form is ExplainForm.HTML:
        from fogline.cli.explain_page import page_of

        page.data(page_of(found, told, _why_nothing(found)))
        return
    _tell_report(page, found, claims)
    page.say()
    _tell_claims(page, found, told)
    if distances:
        page.say()
        tell_distances(page, distances)


def _explain_merge(event: str, ledger: str | None, form: ExplainForm) -> None:
    from fogline import api
    from fogline.cli.explain_merge import merge_json, tell_merge
    from fogline.cli.output import Page

    if form is ExplainForm.HTML:
        raise typer.BadParameter("a merge is told as text or json", param_hint="--format")
    with api.open(ledger, create=False) as opened:
        one = opened.event(event)
        found = opened.explain_merge(one.id)
        page = Page()
        if form is ExplainForm.JSON:
            page.json(merge_json(opened, one, found))
        else:
            tell_merge(page, opened, one, found)


def _tell_report(page: "Page", report: "Report", claims: "Sequence[Claim]") -> None:
    from fogline.cli.marks import bracketed, marks_of

    about = (report.id, report.source, report.published, report.language, report.url)
    page.say(" · ".join(part for part in about if part), style="dim")
    page.say()
    marks = marks_of(claims, report.full_text)
    if page.has_colours:
        page.say(_legend(claims))
        page.say()
        page.say(_coloured(report.full_text, claims))
    else:
        page.say(bracketed(report.full_text, marks).lstrip("\n"))


def _style(roles: tuple[str, ...]) -> str:
    return next((STYLES[role] for role in STYLES if role in roles), FIGURE_STYLE)


def _coloured(text: str, claims: "Sequence[Claim]") -> "Text":
    from rich.text import Text

    from fogline.cli.marks import marks_of, pieces
    from fogline.publish.clean import harmless

    whole = Text()
    for piece in pieces(text, marks_of(claims, text)):
        whole.append(harmless(piece.text), style=_style(piece.marks[-1].roles) if piece.marks else "")
    return whole[len(whole) - len(whole.plain.lstrip("\n")) :]  # a report without a title begins with its blank line


def _legend(claims: "Sequence[Claim]") -> "Text":
    from rich.text import Text

    roles = {role.partition(":")[0] for claim in claims for role in claim.spans}
    line = Text("marked: " if roles else "nothing marked")
    for role in (*STYLES, *sorted(roles - set(STYLES))):
        if role in roles:
            line.append(role, style=_style((role,))).append("  ")
    return line


def _tell_claims(page: "Page", report: "Report", told: "Told") -> None:
    from fogline.cli.table import Column
    from fogline.lexicon.labels import labels
    from fogline.publish import words

    if not told:
        page.say(_why_nothing(report))
        return
    page.say(words.count(len(told), "claim"), style="bold")
    for number, (claim, values) in enumerate(told, start=1):
        head = f"{words.voice(claim, report)} {labels().stances[claim.stance]}: {words.what(claim)}"
        page.say(f"{number}. {head}", style="bold")
        rows = [row for value in values for row in _rows(value, report)]
        if page.is_terminal:  # rule and entry share a column, which is easier to find room for
            rows = [[*cells, BETWEEN.join(part for part in (rule, entry) if part)] for *cells, rule, entry in rows]
        columns = (
            ["", "value", "words", "rule", "lexicon entry"] if not page.is_terminal else ["", "value", "words", WHY]
        )
        page.table([Column(name) for name in columns], rows, indent=3)
    if not any(value.reasons for _, values in told for value in values):
        page.say(f"{NOT_FOUND_AGAIN}.", style="dim")


BETWEEN = " · "
WHY = "rule · lexicon entry"
NOT_FOUND_AGAIN = "The rules are not known: the reader that is here does not read these claims"


def _rows(value: "Value", report: "Report") -> list[list[str]]:
    """Question, value, words, rule and entry; the steps after the first have a row each, with their own words."""
    from fogline.cli.explain_values import UNKNOWN_RULE
    from fogline.cli.output import one_line

    def quote(span: tuple[int, int] | None) -> str:
        return f"“{one_line(report.full_text[span[0] : span[1]], ENTRY_LIMIT)}”" if span else ""

    first, *rest = value.reasons or (None,)
    rule, entry = (first.rule, one_line(first.entry or "", ENTRY_LIMIT)) if first else (UNKNOWN_RULE, "")
    rows = [[value.question, value.shown, quote(value.words), rule, entry]]
    for reason in rest:
        if reason is not None:
            own = quote(reason.span) if reason.span != value.words else ""
            rows.append(["", "", own, reason.rule, one_line(reason.entry or "", ENTRY_LIMIT)])
    return rows


def _why_nothing(report: "Report") -> str:
    if report.language != READS:
        return f"Stored, not read: there is no reader for language {report.language or 'unknown'} yet."
    return "Nothing in this report was read as a claim."


def _as_json(report: "Report", told: "Told") -> dict[str, Any]:
    from fogline.publish import claim_json, report_json

    spans = [
        {
            "start": value.span[0],
            "end": value.span[1],
            "question": value.question,
            "value": value.data,
            "rule": value.rule,
            "lexicon": value.entry,
            "claim": claim.id,
        }
        for claim, values in told
        for value in values
        if value.span
    ]
    return {
        "report": report_json(report, with_text=True),
        "text": report.full_text,
        "spans": sorted(spans, key=lambda one: (one["start"], one["end"])),
        "claims": [
            {**claim_json(claim), "why": {value.key: _why(value) for value in values}} for claim, values in told
        ],
    }


def _why(value: "Value") -> list[dict[str, Any]]:
    return [
        {"rule": reason.rule, "lexicon": reason.entry, "span": list(reason.span) if reason.span else None}
        for reason in value.reasons
    ]
