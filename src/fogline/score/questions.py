"""Were a journalist's questions answered out of the right words: what, who, where, when, how many, who says so?

An **answer of the case** is what one report tells of one main event to one question: its words may stand in several
sentences, and to find any of them is enough, since a claim keeps one span a question. An **answer of the ledger** is a
claim's span with its value; the same span and value in several claims is one.

An answer of the ledger is right where its words overlap those of an answer of the case to the same question, in the
same report, and its value is right for that event:

    what       the type is the event's
    who        the party is one of the event's actors (for an actor) or targets (for a target)
    where      the place lies within the radius of the event's
    when       the days are the event's; of a night either day will do
    how_many   the figure is one that a claim of the case in that report gives the event, under that name
    said       the speaker is one of those that the case has for the event in that report

Precision is the share of right ones among the answers of the ledger, recall the share of answers of the case that a
right one overlaps. What is told of background, and where the case has words but no value (an actor that is no party),
costs nothing. A day that a claim has from the day of publication, and so from no words of time, is no answer.

Which claim the words ended up in is not asked here: that is what the figures of the ledger tell.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.model import FIGURES
from fogline.score.cases import Case
from fogline.score.compare import near, same_days, same_speaker
from fogline.score.events import Claim, Event, Found, Span
from fogline.score.mentions import by_words
from fogline.score.names import Names
from fogline.score.tally import FOUND, RIGHT, WANTED, Tally

QUESTIONS = {
    "what": ("what",),
    "who": ("actor", "target"),
    "where": ("where",),
    "when": ("when",),
    "how_many": FIGURES,
    "said": ("said",),
}
QUESTION_OF = {role: question for question, roles in QUESTIONS.items() for role in roles}
FURTHER = ":"  # a list's further values have spans of their own: "actor:Russia"
ANSWERED = "answered"  # answers of the case that were found: what RIGHT counts among those of the ledger

Value = object


@dataclass(frozen=True, slots=True)
class Answer:
    """Words of a report and what a reader took them for; `claim` is the first that has them."""

    role: str
    span: Span
    value: Value
    claim: Claim


def ask(case: Case, ledger: Found) -> Tally:
    """The numbers of each question, of a case that has mentions."""
    tally: Tally = Counter()
    events = {event.id: event for event in case.events}
    words = by_words(case.mentions or ())
    wanted = {
        (report, role, event)
        for (report, role), told in words.items()
        for event, _ in told
        if role in QUESTION_OF and _counts(events[event], role, report)
    }
    found: set[tuple[str, str, str]] = set()
    for answer in answers(ledger):
        report = answer.claim.report or ""
        near_it = {e for e, span in words.get((report, answer.role), ()) if _overlap(span, answer.span)}
        right = {e for e in near_it if _is_right(answer, events[e], case.names)}
        counting = {e for e in near_it if (report, answer.role, e) in wanted}
        question = QUESTION_OF[answer.role]
        if right & counting:
            tally[question, RIGHT] += 1
            found |= {(report, answer.role, e) for e in right & counting}
        if right & counting or not near_it or (counting and not right):
            tally[question, FOUND] += 1
    for _, role, _ in wanted:
        tally[QUESTION_OF[role], WANTED] += 1
    for _, role, _ in found:
        tally[QUESTION_OF[role], ANSWERED] += 1
    return tally


def answers(ledger: Found) -> list[Answer]:
    """All answers of a ledger, each once."""
    known: dict[tuple[str | None, str, Span, Value], Answer] = {}
    for event in ledger.events:
        for claim in event.claims:
            for answer in _of_claim(claim):
                known.setdefault((claim.report, answer.role, answer.span, answer.value), answer)
    return list(known.values())


def _of_claim(claim: Claim) -> Iterator[Answer]:
    """The answers of a claim; those whose value is not known are none."""
    told = next((span for role, span in claim.spans if role == "what"), None)
    figures = {name: (low, high) for name, low, high in claim.figures}
    for key, span in claim.spans:
        role, _, further = key.partition(FURTHER)
        values: dict[str, Value] = {
            "what": claim.type,
            "actor": further or next(iter(claim.actor), None),
            "target": further or next(iter(claim.target), None),
            "where": claim.place,
            "when": None if span == told else claim.date,
            "said": (claim.by, claim.side),
            **figures,
        }
        if role in QUESTION_OF and values.get(role) is not None:
            yield Answer(role, span, values[role], claim)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _counts(event: Event, role: str, report: str) -> bool:
    """Whether the case has a value for the role, and the event is none that may be left out."""
    if event.optional:
        return False
    if role in ("actor", "target"):
        return bool(event.lists[role])
    if role == "where":
        return event.place is not None
    if role == "said":
        return bool(_claims_in(event, report))
    return role not in FIGURES or bool(_figures_in(event, report, role))


def _is_right(answer: Answer, event: Event, names: Names) -> bool:
    claim, report = answer.claim, answer.claim.report or ""
    match answer.role:
        case "what":
            return claim.type == event.type
        case "actor" | "target" as role:
            return names.party(str(answer.value)) in {names.party(name) for name in event.lists[role]}
        case "where":
            return event.place is not None and near(event.place, claim.place)
        case "when":
            return same_days(event.date, claim.date)
        case "said":
            return any(same_speaker(gold, claim, names) for gold in _claims_in(event, report))
    return answer.value in _figures_in(event, report, answer.role)


def _claims_in(event: Event, report: str) -> list[Claim]:
    return [claim for claim in event.claims if claim.report == report]


def _figures_in(event: Event, report: str, name: str) -> set[Value]:
    return {figure[1:] for claim in _claims_in(event, report) for figure in claim.figures if figure[0] == name}
