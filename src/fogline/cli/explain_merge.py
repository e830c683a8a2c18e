"""`fogline explain --merge`: why an event is one, and why others are not part of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from fogline.cli.judge import STATES, ruling_json
from fogline.lexicon.labels import labels
from fogline.publish import words

if TYPE_CHECKING:
    from fogline.api import Ledger as Opened
    from fogline.cli.output import Page
    from fogline.model import Claim, Event, Report
    from fogline.model.explained import Answer, Explained, Opposed, Pairing

DETAIL_LIMIT = 90
QUOTE_LIMIT = 80
CONTRADICTS = "contradicts"
MOST_PAIRS = 20  # of claims, told one by one for each dispute


def tell_merge(page: "Page", opened: "Opened", event: "Event", found: "Explained") -> None:
    """The event's title, then what joined it, what stayed out, verdicts, disputes and answers."""
    reports = {claim.report: opened.report(claim.report) for claim in event.claims}
    page.say(" · ".join(part for part in (words.title(event), words.days(event.date)) if part), style="bold")
    tellings = len({(claim.report, claim.happening) for claim in event.claims})
    page.say(f"{words.count(tellings, 'telling')} of {words.count(len(reports), 'report')}, id {event.id}", style="dim")
    page.say()
    _heading(page, "Joined by", found.joins or ("" if tellings == 1 else "people's verdicts alone"))
    for pairing in found.joins:
        page.say(f"  {pairing.one[0]} and {pairing.other[0]}: {_sum(pairing)}", style="bold")
        _features(page, pairing)
    page.say()
    _heading(page, "Near, but not of it", found.near)
    for near in found.near:
        other = opened.event(near.event)
        name = " · ".join(part for part in (words.title(other), words.days(other.date)) if part)
        page.say(f"  {name}, id {other.id}: {near.against}", style="bold")
        page.say(f"  {near.pairing.one[0]} and {near.pairing.other[0]}: {_sum(near.pairing)}")
        _features(page, near.pairing)
    page.say()
    _heading(page, "Verdicts", found.rulings)
    for ruling in found.rulings:
        said = ruling.verdict
        page.say(f"  {said.id}  {said.kind}, by {said.author}, {said.at}: “{said.reason}” ({STATES[ruling.state]})")
    page.say()
    _heading(page, "Disputes", found.disputes)
    for dispute in found.disputes:
        _tell_dispute(page, dispute, event, reports)
    page.say()
    _heading(page, "Answers", found.answers)
    for answer in found.answers:
        page.say(f"  {_ends(opened, event, answer)}", style="bold")
        for line in _words_of(opened, answer):
            page.say(f"    {line}")


def merge_json(opened: "Opened", event: "Event", found: "Explained") -> dict[str, Any]:
    """The same for a program; a score that contradicts is null."""
    return {
        "event": event.id,
        "joined": [_pairing_json(pairing) for pairing in found.joins],
        "near": [{"event": near.event, "against": near.against, **_pairing_json(near.pairing)} for near in found.near],
        "verdicts": [ruling_json(ruling) for ruling in found.rulings],
        "disputes": [
            {
                "field": one.field,
                "contradict": [list(pair) for pair in one.pairs],
                "claims": list(one.claims),
                "uncompared": one.uncompared,
            }
            for one in found.disputes
        ],
        "answers": [_answer_json(opened, answer) for answer in found.answers],
    }


def _heading(page: "Page", name: str, found: Sequence[object]) -> None:
    page.say(name if found and not isinstance(found, str) else f"{name}: {found or 'none'}", style="bold")


def _sum(pairing: "Pairing") -> str:
    if pairing.score == float("-inf"):
        return CONTRADICTS
    return f"{_number(pairing.score)} of {_number(pairing.enough)} that are enough"


def _features(page: "Page", pairing: "Pairing") -> None:
    from fogline.cli.output import one_line
    from fogline.cli.table import Column

    rows = [
        [
            CONTRADICTS if one.score == float("-inf") else f"{one.score:+.1f}",
            one.name,
            one_line(one.detail, DETAIL_LIMIT),
        ]
        for one in pairing.features
        if one.score
    ]
    page.table([Column("", right=True), Column(""), Column("")], rows, indent=4)


def _tell_dispute(page: "Page", dispute: "Opposed", event: "Event", reports: "Mapping[str, Report]") -> None:
    from fogline.cli.table import Column

    claims = {claim.id: claim for claim in event.claims}
    page.say(f"  {dispute.field}", style="bold")
    rows = []
    for number, pair in enumerate(dispute.pairs[:MOST_PAIRS], start=1):
        for key in pair:
            claim = claims[key]
            mark = f"{number}." if key == pair[0] else "against"
            rows.append([mark, words.voice(claim, reports[claim.report]), _says(claim, dispute.field), claim.report])
    if not rows:
        page.say("    no two claims alone, but all of these together:")
        for key in dispute.claims[:MOST_PAIRS]:
            claim = claims[key]
            rows.append(["", words.voice(claim, reports[claim.report]), _says(claim, dispute.field), claim.report])
    page.table([Column(""), Column(""), Column(""), Column("", style="bold")], rows, indent=4)
    for line in _left_out(dispute):
        page.say(f"    {line}", style="dim")


def _left_out(dispute: "Opposed") -> Iterator[str]:
    """How much of a dispute is not shown, or was not looked at, in words."""
    more = len(dispute.pairs or dispute.claims) - MOST_PAIRS
    if more > 0:
        yield f"and {words.count(more, 'pair' if dispute.pairs else 'claim')} more: --format json has all"
    if dispute.uncompared:
        yield f"{words.count(dispute.uncompared, 'further claim')} compared with none: there are too many"


def _says(claim: "Claim", field: str) -> str:
    known = labels()
    stance = known.stances[claim.stance]
    if field in claim.figures:
        return f"{stance} {words.figure(claim.figures[field])}"
    if claim.stance == "denies" or field == "occurred":
        return stance
    if field == "place":
        return f"{stance} {words.place(claim.place)}"
    if field == "date":
        return f"{stance} {words.days(claim.date)}"
    named: Mapping[str, str] = {"weapon": known.weapons, "against": known.against}.get(field, {})
    return f"{stance} {', '.join(named.get(one, one) for one in getattr(claim, field))}"


def _ends(opened: "Opened", event: "Event", answer: "Answer") -> str:
    answers = answer.link.later == event.id
    other = opened.event(answer.link.earlier if answers else answer.link.later)
    name = ", ".join(part for part in (words.title(other), words.days(other.date)) if part)
    return f"{'answers' if answers else 'answered by'} {name}"


def _words_of(opened: "Opened", answer: "Answer") -> Iterator[str]:
    """Each report's words for it, and whose they are."""
    from fogline.cli.output import one_line

    for one in answer.told:
        report = opened.report(one.report)
        quote = one_line(report.full_text[one.span[0] : one.span[1]], QUOTE_LIMIT)
        yield f"“{quote}”, {_voice(opened, one.report, one.later)}, {one.report}"


def _voice(opened: "Opened", report: str, claim: str) -> str:
    """Whose word it is that the one answers the other: who tells the answer."""
    told = next((one for one in opened.claims(report) if one.id == claim), None)
    return words.voice(told, opened.report(report)) if told else ""


def _answer_json(opened: "Opened", answer: "Answer") -> dict[str, Any]:
    from fogline.publish import link_json

    told = []
    for one in answer.told:
        text = opened.report(one.report).full_text[one.span[0] : one.span[1]]
        by = _voice(opened, one.report, one.later)
        told.append(
            {
                "report": one.report,
                "span": list(one.span),
                "words": text,
                "by": by,
                "from": one.later,
                "to": one.earlier,
            }
        )
    return {"link": link_json(answer.link, opened.event(answer.link.later)), "told": told}


def _pairing_json(pairing: "Pairing") -> dict[str, Any]:
    return {
        "one": {"report": pairing.one[0], "happening": pairing.one[1]},
        "other": {"report": pairing.other[0], "happening": pairing.other[1]},
        "score": _finite(pairing.score),
        "enough": pairing.enough,
        "features": [{"name": one.name, "score": _finite(one.score), "detail": one.detail} for one in pairing.features],
    }


def _finite(score: float) -> float | None:
    return None if score == float("-inf") else round(score, 3)


def _number(score: float) -> str:
    return f"{score:.1f}"
