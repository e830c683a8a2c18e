"""`fogline explain`: a report's text with what was read out of it, marked in place."""

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Form, FormOption, Ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from fogline.cli.output import Page
    from fogline.model import Claim, Report

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


def explain(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id.")],
    ledger: Ledger = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Print a report with its claims marked in place.

    Each value is marked at the words that it came from; the claims follow with those words beside them, then the
    distances that the report states, with what the map says.

    \b
    Examples:
      fogline explain r3 --ledger demo.db
      fogline explain r3 --format json
    """
    from fogline import api
    from fogline.cli.distances import as_json, tell_distances
    from fogline.cli.output import Page

    with api.open(ledger, create=False) as opened:
        found = opened.report(report)
        claims = opened.claims(found.id)
    distances = api.distances(found.full_text) if found.language == READS else []
    page = Page()
    if form is Form.JSON:
        page.json({**_as_json(found, claims), "distances": [as_json(one) for one in distances]})
        return
    _tell_report(page, found, claims)
    page.say()
    _tell_claims(page, found, claims)
    if distances:
        page.say()
        tell_distances(page, distances)


def _tell_report(page: "Page", report: "Report", claims: "Sequence[Claim]") -> None:
    from fogline.cli.marks import bracketed, marks_of

    about = (report.id, report.source, report.published, report.language, report.url)
    page.say(" · ".join(part for part in about if part), style="dim")
    page.say()
    marks = marks_of(claims)
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
    from fogline.cli.output import harmless

    whole = Text()
    for piece in pieces(text, marks_of(claims)):
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


def _tell_claims(page: "Page", report: "Report", claims: "Sequence[Claim]") -> None:
    from fogline.cli import words
    from fogline.cli.output import one_line
    from fogline.cli.table import Column
    from fogline.lexicon.labels import labels

    if not claims:
        page.say(_why_nothing(report))
        return
    page.say(words.count(len(claims), "claim"), style="bold")
    for number, claim in enumerate(claims, start=1):
        head = f"{words.voice(claim, report)} {labels().stances[claim.stance]}: {words.what(claim)}"
        page.say(f"{number}. {head}", style="bold")
        rows = [(role, value, f"“{one_line(quote)}”" if quote else "") for role, value, quote in _values(claim, report)]
        page.table([Column(""), Column(""), Column("", style="dim")], rows, indent=3)


def _why_nothing(report: "Report") -> str:
    if report.language != "en":
        return f"Stored, not read: there is no reader for language {report.language or 'unknown'} yet."
    return "Nothing in this report was read as a claim."


def _values(claim: "Claim", report: "Report") -> list[tuple[str, str, str]]:
    """Role, value and the words that it came from, for each value that the claim has."""
    from fogline.cli import words

    values = {
        "what": claim.type,
        "when": words.days(claim.date),
        "where": words.place(claim.place),
        "actor": words.parties(claim.actor),
        "target": words.parties(claim.target),
        "weapon": words.parties(claim.weapon),
        "against": words.parties(claim.against),
        "effects": words.parties(claim.effects),
        **{name: words.figure(count) for name, count in claim.figures.items()},
        "said": words.voice(claim, report),
    }
    text = report.full_text
    quotes = {
        role: " … ".join(
            text[start:end] for key, (start, end) in sorted(claim.spans.items()) if key.partition(":")[0] == role
        )
        for role in values
    }
    return [(role, value, quotes[role]) for role, value in values.items() if value and (role != "said" or quotes[role])]


def _as_json(report: "Report", claims: "Sequence[Claim]") -> dict[str, object]:
    from fogline.publish import claim_json, report_json

    return {"report": report_json(report, with_text=True), "claims": [claim_json(claim) for claim in claims]}
