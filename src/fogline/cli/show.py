"""`fogline show`: one event, its claims side by side, its disputes and its sentences."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import AsOf, Form, FormOption, Ledger, Loose
from fogline.model import FIGURES

if TYPE_CHECKING:
    from fogline.api import Ledger as Opened
    from fogline.cli.output import Page
    from fogline.model import Claim, Event, Report

SENTENCE_LIMIT = 300
QUOTE_LIMIT = 80
NAMED_VOICES = 3


def show(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Its number in the list, its id, or how that begins.")],
    *,
    ledger: Ledger = None,
    history: Annotated[
        bool, typer.Option("--history", help="What became known of it, report by report, in place of its claims.")
    ] = False,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
    loose: Loose = False,
) -> None:
    """Show one event, its claims side by side.

    Who gives which figure and when, who says what, what is disputed since when, and the sentences.

    \b
    Examples:
      fogline show 2
      fogline show 2 --format json
      fogline show 2 --history
      fogline show 2 --as-of 2024-12-21T18:00+03:00
    """
    from fogline.cli.history import show_history, step_json
    from fogline.cli.opening import looking
    from fogline.cli.output import Page

    with looking(ledger, as_of) as opened:
        found = opened.event(event)
        page = Page()
        if history and form is Form.JSON:
            page.json({"event": found.id, "history": [step_json(step, opened) for step in opened.history(found.id)]})
        elif history:
            _say_which_list(page, event, found, as_of)
            show_history(page, opened, opened.history(found.id))
        elif form is Form.JSON:
            page.json(_as_json(opened, found, loose=loose))
        else:
            _say_which_list(page, event, found, as_of)
            show_event(page, opened, found, loose=loose)


def _say_which_list(page: "Page", asked: str, found: "Event", as_of: str | None) -> None:
    """A line on whose number was asked for: that of a list as it stood is another than today's."""
    if as_of is not None and asked != found.id and asked.isdigit():
        page.say(f"Number {asked} in the list as it stood {as_of}, which may be another in today's", style="dim")


def show_event(page: "Page", opened: "Opened", event: "Event", *, loose: bool = False) -> None:
    """The event's title, then a table each for figures, fields and links, then its claims and sentences."""
    from fogline.cli.table import Column

    reports = {claim.report: opened.report(claim.report) for claim in event.claims}
    claims = sorted(event.claims, key=lambda claim: _told_at(claim, reports))
    page.say(_title(event), style="bold")
    page.say(_about(event), style="dim")
    page.say()
    figures = list(_figure_rows(event, claims, reports))
    if figures:
        page.table([Column("", style="bold"), *[Column("")] * 3, Column("", style="dim"), Column("")], figures)
        page.say()
    # A line of a pipe is never broken, so it has room for everybody.
    most = NAMED_VOICES if page.is_terminal else None
    fields = [*_field_rows(event, claims, reports, most), *_link_rows(opened, event, loose=loose)]
    page.table([Column("", style="bold"), Column(""), Column("", style="dim"), Column("")], fields)
    page.say()
    if event.disputes:
        page.say("Disputes", style="bold")
        columns = [Column("", style="bold"), *[Column("")] * 3, Column("", style="dim")]
        page.table(columns, list(_dispute_rows(event, reports)))
        page.say()
    page.say("Claims", style="bold")
    page.table(
        [
            Column("report", wraps=False),
            Column("published", rank=1),
            Column("voice"),
            Column(""),
            Column("what"),
            Column("when", rank=2),
            Column("where", rank=3),
            Column("figures"),
        ],
        [_claim_row(claim, reports) for claim in claims],
    )
    page.say()
    page.say("Sentences", style="bold")
    page.table([Column("", style="bold"), Column("")], _sentence_rows(claims))


def _told_at(claim: "Claim", reports: "Mapping[str, Report]") -> tuple[str, str, int, str]:
    """In the order of publication, then of the text. The moment is compared in one time zone."""
    from fogline.publish.words import moment

    published = moment(reports[claim.report].published)
    return (published.isoformat() if published else "9999", claim.report, claim.sentence_start, claim.id)


def _title(event: "Event") -> str:
    from fogline.lexicon.labels import labels
    from fogline.publish import words

    hit = ", ".join(labels().against[value] for value in event.against)
    return " · ".join(part for part in (words.title(event), words.days(event.date), hit) if part)


def _about(event: "Event") -> str:
    from fogline.lexicon.labels import labels
    from fogline.publish import words

    acled = words.acled(event)
    origins = words.count(event.origins, "independent origin")
    level = event.corroboration if event.origins > 1 else None
    return " · ".join(
        part
        for part in (
            labels().statuses[event.status],
            f"{acled} (ACLED)" if acled else "",
            f"{words.count(len(event.claims), 'claim')} from {origins}",
            labels().corroboration[level] if level else "",
            f"disputed: {', '.join(_disputed(event))}" if event.disputed else "",
            f"id {event.id}",
        )
        if part
    )


def _disputed(event: "Event") -> Iterator[str]:
    from fogline.publish import words

    still = words.still_disputed(event)
    return (field if field in still else f"{field} (settled)" for field in event.disputed)


def _figure_rows(
    event: "Event", claims: "Sequence[Claim]", reports: "Mapping[str, Report]"
) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Name, time, voice, value, quote and report of each claim's count; the latest is marked."""
    from fogline.publish import words

    for name in FIGURES:
        telling = [claim for claim in claims if name in claim.figures]
        span = event.figures.get(name)
        dated = [claim for claim in telling if reports[claim.report].published]
        latest = [claim for claim in dated if span and claim.figures[name] == span.latest]
        sign = f" {words.WARNING_SIGN}" if name in words.still_disputed(event) else ""
        for claim in telling:
            report = reports[claim.report]
            mark = " ← latest" if latest and claim is latest[-1] and len(telling) > 1 else ""
            yield (
                name + sign if claim is telling[0] else "",
                words.moment_of(report.published),
                words.voice(claim, report),
                words.figure(claim.figures[name]) + mark,
                _quote(claim, name, report),
                claim.report,
            )


def _quote(claim: "Claim", role: str, report: "Report") -> str:
    from fogline.cli.output import one_line

    span = claim.spans.get(role)
    return f"“{one_line(report.full_text[span[0] : span[1]], QUOTE_LIMIT)}”" if span else ""


def _field_rows(
    event: "Event", claims: "Sequence[Claim]", reports: "Mapping[str, Report]", most: int | None
) -> Iterator[tuple[str, str, str, str]]:
    """Field, value, who says and who denies it, in which reports; a row for each value that somebody names."""
    from fogline.lexicon.labels import labels
    from fogline.publish import words

    known = labels()

    def struck(claim: "Claim") -> "Sequence[str]":
        """Where the sides accuse each other, what was struck is not also whoever is the foe of each accused."""
        return [party for party in claim.target if "actor" not in event.disputed or party in event.target]

    readings: dict[str, Callable[[Claim], Sequence[str]]] = {
        "actor": lambda claim: claim.actor,
        "target": struck,
        "place": lambda claim: [words.place(claim.place)] if claim.place else [],
        "date": lambda claim: [words.days(claim.date)] if claim.date else [],
        "weapon": lambda claim: [known.weapons[value] for value in claim.weapon],
        "against": lambda claim: [known.against[value] for value in claim.against],
        "effects": lambda claim: [known.effects[value] for value in claim.effects],
    }

    def sign(field: str) -> str:
        return f" {words.WARNING_SIGN}" if field in words.still_disputed(event) else ""

    denying = [claim for claim in claims if claim.stance == "denies"]
    if denying:
        name = f"occurred{sign('occurred')}"
        yield (name, known.stances["denies"], _voices(denying, reports, most), _reports(denying))
    for field, values_of in readings.items():
        by_value: dict[str, list[Claim]] = {}
        for claim in (claim for claim in claims if claim.stance != "no_comment"):
            for value in values_of(claim):
                by_value.setdefault(value, []).append(claim)
        for n, (value, telling) in enumerate(by_value.items()):
            yield (field + sign(field) if n == 0 else "", value, _tellers(telling, reports, most), _reports(telling))
    silent = [claim for claim in claims if claim.stance == "no_comment"]
    if silent:
        yield ("silence", known.stances["no_comment"], _voices(silent, reports, most), _reports(silent))


def _tellers(claims: "Sequence[Claim]", reports: "Mapping[str, Report]", most: int | None) -> str:
    """Who says a value, and who denies what has it: he names it, and does not say it."""
    said = [claim for claim in claims if claim.stance != "denies"]
    denied = [claim for claim in claims if claim.stance == "denies"]
    named = (("says", said), ("denied by", denied))
    return "; ".join(f"{verb} {_voices(those, reports, most)}" for verb, those in named if those)


def _voices(claims: "Sequence[Claim]", reports: "Mapping[str, Report]", most: int | None) -> str:
    """Sides where voices have one, else the voices; at most so many, then how many more."""
    from fogline.publish import words

    names = list(dict.fromkeys(claim.side or words.voice(claim, reports[claim.report]) for claim in claims))
    shown = names[:most]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return ", ".join(shown) + more


def _reports(claims: "Sequence[Claim]") -> str:
    return " ".join(dict.fromkeys(claim.report for claim in claims))


def _dispute_rows(event: "Event", reports: "Mapping[str, Report]") -> Iterator[tuple[str, str, str, str, str]]:
    """Field, who, what he says, when first, in which reports; then a line on since when, and whether it is settled."""
    from fogline.lexicon.labels import labels
    from fogline.publish import words

    known = {claim.id: claim for claim in event.claims}
    for dispute in event.disputes:
        for n, one in enumerate(dispute.positions):
            claims = [known[name] for name in one.claims]
            first = reports[claims[0].report]
            told = words.figure(one.count) if one.count else _values(dispute.field, one.values)
            says = labels().stances["denies"] if one.stance == "denies" else told or "it happened"
            who = one.side or words.voice(claims[0], first)
            name = dispute.field if n == 0 else ""
            yield (name, who, says, words.moment_of(first.published), _reports(claims))
        where = f" within report {dispute.within}" if dispute.within else ""
        since = f"since {words.moment_of(dispute.since)}" if dispute.since else "open"
        settled = (
            f"; settled {words.moment_of(dispute.settled)}, when {dispute.conceded} came over"
            if dispute.settled
            else ""
        )
        yield ("", f"{since}{where}{settled}", "", "", "")


def _values(field: str, values: "Sequence[str]") -> str:
    """The values of a position as the rest of the page has them."""
    from fogline.lexicon.labels import labels
    from fogline.model import Days
    from fogline.publish import words

    if field == "date" and values:
        return words.days(Days.parse(values[0], values[-1]))
    known = labels()
    named = {"weapon": known.weapons, "against": known.against, "target": known.against}.get(field, {})
    return ", ".join(named.get(value, value) for value in values)


def _link_rows(opened: "Opened", event: "Event", *, loose: bool) -> Iterator[tuple[str, str, str, str]]:
    from fogline.cli.output import one_line
    from fogline.publish import link_voice, words

    for link in opened.links(loose=loose):
        if event.id not in (link.later, link.earlier):
            continue
        answers = link.later == event.id
        other = opened.event(link.earlier if answers else link.later)
        text = opened.report(link.report).full_text[link.span[0] : link.span[1]]
        name = ", ".join(part for part in (words.title(other), words.days(other.date)) if part)
        voice = link_voice(link, event if answers else other)
        said = f"“{one_line(text, QUOTE_LIMIT)}”" + (f" says {voice.side or voice.by}" if voice else "")
        quote = "loose: only close in time" if link.loose else said
        yield ("answers" if answers else "answered by", name, quote, link.report)


def _claim_row(claim: "Claim", reports: "Mapping[str, Report]") -> tuple[str, ...]:
    from fogline.lexicon.labels import labels
    from fogline.publish import words

    report = reports[claim.report]
    figures = ", ".join(f"{name} {words.figure(count)}" for name, count in claim.figures.items())
    return (
        claim.report,
        words.moment_of(report.published),
        words.voice(claim, report),
        labels().stances[claim.stance],
        words.what(claim),
        words.days(claim.date),
        words.place(claim.place),
        figures,
    )


def _sentence_rows(claims: "Sequence[Claim]") -> list[tuple[str, str]]:
    from fogline.cli.output import one_line

    sentences = {(claim.report, claim.sentence): None for claim in claims if claim.sentence}
    return [(report, f"“{one_line(sentence, SENTENCE_LIMIT)}”") for report, sentence in sentences]


def _as_json(opened: "Opened", event: "Event", *, loose: bool) -> dict[str, object]:
    from fogline.publish import event_json, link_json

    links = [link for link in opened.links(loose=loose) if event.id in (link.later, link.earlier)]
    return {
        "event": event_json(event),
        "links": [link_json(link, opened.event(link.later)) for link in links],
    }
