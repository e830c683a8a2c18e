"""What does a situation report say of a period and a region? The parts of the page, in words and numbers.

Counts are bounds, never one number where voices differ: a low count is the lowest of the sides' newest counts, a high
count the highest that any voice gives.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fogline.lexicon.labels import labels
from fogline.model.claim import Claim
from fogline.model.days import Days
from fogline.model.event import Event
from fogline.model.report import Report
from fogline.model.vocabulary import TYPE_GROUPS
from fogline.publish import words
from fogline.publish.dead import KILLED, one_count
from fogline.publish.drawn import Span
from fogline.publish.forms import in_order, reports_of
from fogline.publish.part import Part

# Five kinds that can be told apart at a glance; each has its mark on the map and its tone in the charts.
FAMILIES: Final = {
    "strikes": ("air strikes, shelling, bombs", ("remote",)),
    "fighting": ("fighting, places taken", ("ground", "territory")),
    "abuse": ("violence against civilians, arrests, destruction", ("abuse", "detention", "property")),
    "unrest": ("protests, riots, mutinies", ("unrest", "mutiny")),
    "words": (
        "threats, pledges, talks, sanctions, aid",
        ("threat", "pledge", "talks", "mobilisation", "sanction", "aid"),
    ),
}
OTHER: Final = "words"
FAMILY_OF: Final = {group: name for name, (_, groups) in FAMILIES.items() for group in groups}
MOST_DETAILED: Final = 12  # events with all that is said of them, of the deadliest and of the disputed each
MOST_LISTED: Final = 400  # rows of the list of all events
MOST_PARTIES: Final = 10
MOST_CLAIMS: Final = 24  # rows of one event
SCHEMES: Final = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Said:
    """A row of who says what: the voice, what it does, its count, its sentence, and the report."""

    voice: str
    verb: str
    count: str
    sentence: str
    language: str | None
    report: Report | None
    moment: str


@dataclass(frozen=True, slots=True)
class Card:
    """One event with all that is said of it; `number` is its place in the list of all."""

    number: int
    event: Event
    title: str
    facts: tuple[str, ...]
    counts: tuple[tuple[str, str, str], ...]
    disputed: tuple[str, ...]
    said: tuple[Said, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Row:
    """One event in the list of all."""

    number: int
    id: str
    when: str
    what: str
    where: str
    who: str
    killed: str
    injured: str
    origins: int
    family: str
    is_disputed: bool
    anchor: str


def family(event: Event) -> str:
    """Which of the five kinds an event is of."""
    return FAMILY_OF.get(TYPE_GROUPS[event.type], OTHER)


def numbers(part: Part) -> dict[str, int]:
    """Each event's number in the list of all, from 1, by id."""
    return {event.id: at for at, event in enumerate(part.events, start=1)}


def dead(event: Event, reports: dict[str, Report]) -> Span | None:
    """The bounds of an event's count of dead; None where nobody gives one."""
    low = one_count(event, reports, "conservative")
    high = one_count(event, reports, "highest")
    if low is None or high is None:
        return None
    is_open = event.figures[KILLED].high is None
    return Span(min(low, high), max(low, high), is_open)


def period_of(part: Part, asked: tuple[str | None, str | None]) -> Days | None:
    """The days asked for; where an end is open, the first or last day of the events. None where there is neither."""
    dated = [event.date for event in part.events if event.date]
    first = asked[0] or (min(days.first for days in dated).isoformat() if dated else None)
    last = asked[1] or (max(days.last for days in dated).isoformat() if dated else None)
    return Days.parse(first, last) if first and last and first <= last else None


def deadliest(part: Part, reports: dict[str, Report]) -> list[Event]:
    """The events with the most dead, by the newest count, then by the high bound, then by their order."""
    counted = [event for event in part.events if KILLED in event.figures and event.figures[KILLED].latest.low]
    order = {event.id: at for at, event in enumerate(part.events)}

    def rank(event: Event) -> tuple[int, int, int]:
        span = dead(event, reports)
        return -event.figures[KILLED].latest.low, -(span.high if span else 0), order[event.id]

    return sorted(counted, key=rank)[:MOST_DETAILED]


def disputed(part: Part) -> list[Event]:
    """The events whose claims contradict each other, those told by most origins first."""
    order = {event.id: at for at, event in enumerate(part.events)}
    found = [event for event in part.events if event.disputed]
    return sorted(found, key=lambda event: (-event.origins, order[event.id]))[:MOST_DETAILED]


def card(event: Event, number: int, reports: dict[str, Report]) -> Card:
    """All that is said of an event, in the order in which it was published."""
    known = labels()
    place = event.place
    facts = [
        words.days(event.date) or "day not told",
        ", ".join(one for one in (words.place(place), place.region if place else None) if one) or "place not told",
        words.who(event),
        ", ".join(known.against[value] for value in sorted(event.against)),
        ", ".join(known.effects[value] for value in sorted(event.effects)),
        words.borne_out(event),
    ]
    ordered = sorted(event.claims, key=lambda claim: _told_at(claim, reports))
    said = _folded(ordered, reports)
    return Card(
        number,
        event,
        words.title(event),
        tuple(fact for fact in facts if fact),
        tuple(_counts(event)),
        tuple(sorted(event.disputed)),
        tuple(said[:MOST_CLAIMS]),
        max(0, len(said) - MOST_CLAIMS),
    )


def _told_at(claim: Claim, reports: dict[str, Report]) -> tuple[bool, str, str, int]:
    when = words.moment(reports[claim.report].published) if claim.report in reports else None
    return when is None, when.isoformat() if when else "", claim.report, claim.sentence_start


def _folded(claims: Sequence[Claim], reports: dict[str, Report]) -> list[Said]:
    """A row a claim; what one voice says in one sentence of a report stands once."""
    found: dict[tuple[str, ...], Said] = {}
    for claim in claims:
        report = reports.get(claim.report)
        row = Said(
            words.voice(claim, report),
            words.verb(claim),
            ", ".join(f"{name} {words.figure(claim.figures[name])}" for name in in_order(claim.figures)),
            " ".join(claim.sentence.split()),
            report.language if report else None,
            report,
            words.moment_of(report.published) if report else "",
        )
        found.setdefault((row.voice, row.verb, row.count, row.sentence, claim.report), row)
    return list(found.values())


def _counts(event: Event) -> list[tuple[str, str, str]]:
    """Each figure: its name, its range in words, and the newest word with its voice."""
    told = []
    for name in in_order(event.figures):
        one = event.figures[name]
        spread = words.figure_spread(one)
        newest = f"newest {words.figure(one.latest)}" + (f", {one.by}" if one.by else "")
        told.append((name, spread, newest if spread != words.figure(one.latest) else one.by or ""))
    return told


def rows(part: Part, detailed: set[str]) -> list[Row]:
    """The list of all events, cut at MOST_LISTED."""
    return [
        Row(
            number,
            event.id,
            words.days(event.date),
            words.what(event),
            words.place(event.place),
            words.who(event),
            words.figure_range(event, "killed").replace(f" {words.WARNING_SIGN}", ""),
            words.figure_range(event, "injured").replace(f" {words.WARNING_SIGN}", ""),
            event.origins,
            family(event),
            bool(event.disputed),
            f"event-{number}" if event.id in detailed else "",
        )
        for number, event in enumerate(part.events[:MOST_LISTED], start=1)
    ]


def parties(part: Part) -> list[tuple[str, int, int]]:
    """Parties by number of events: in how many of what has happened they are told to act, in how many to be hit."""
    happened = [event for event in part.events if event.status == "occurred"]
    acting = Counter(name for event in happened for name in event.actor)
    hit = Counter(name for event in happened for name in event.target)
    names = sorted({*acting, *hit}, key=lambda name: (-acting[name] - hit[name], name))
    return [(name, acting[name], hit[name]) for name in names[:MOST_PARTIES]]


@dataclass(frozen=True, slots=True)
class Answer:
    """An event, what it is called an answer to, and the words that say so."""

    later: Event
    earlier: Event
    later_number: int
    earlier_number: int
    said: tuple[tuple[str, Report | None], ...]
    depth: int


def answers(part: Part) -> list[Answer]:
    """Answers by the day of the event answered; `depth` counts the answers before in its chain."""
    at = numbers(part)
    reports = part.report_by_id()
    pairs = sorted(part.pairs(), key=lambda pair: (at[pair[1].id], at[pair[0].id]))
    before: dict[str, list[str]] = {}
    for later, earlier, _ in pairs:
        before.setdefault(later.id, []).append(earlier.id)
    found = []
    for later, earlier, links in pairs:
        said = dict.fromkeys(
            (" ".join(reports[link.report].full_text[slice(*link.span)].split()), reports[link.report])
            for link in links
            if link.report in reports
        )
        depth = _depth(earlier.id, before, frozenset({later.id}))
        found.append(Answer(later, earlier, at[later.id], at[earlier.id], tuple(said), depth))
    return found


def _depth(event: str, before: dict[str, list[str]], seen: frozenset[str]) -> int:
    """The longest chain of answers that ends in an event; a circle is cut where it closes."""
    earlier = [one for one in before.get(event, ()) if one not in seen]
    return 1 + max(_depth(one, before, seen | {event}) for one in earlier) if earlier else 0


def sources(part: Part) -> list[tuple[str, int, int, int, str, str]]:
    """Each source: its reports, how many of them copy another's words, events told, first and last publication."""
    told = dict.fromkeys((one.id for one in part.reports), 0)
    for event in part.events:
        for report in reports_of(event):
            told[report] = told.get(report, 0) + 1
    by_name: dict[str, list[Report]] = {}
    for one in part.reports:
        by_name.setdefault(one.source or "source not named", []).append(one)
    found = []
    for name, given in by_name.items():
        copies = sum(part.origins.get(one.id, one.id) != one.id for one in given)
        days = sorted(one.published[:10] for one in given if one.published)
        span = (days[0], days[-1]) if days else ("", "")
        found.append((name, len(given), copies, sum(told[one.id] for one in given), *span))
    return sorted(found, key=lambda row: (-row[1], row[0]))
