"""The ledger as entities of FollowTheMoney 4 (https://followthemoney.tech/), for Aleph and OpenAleph: JSON Lines.

A report is an `Article`, a party a `PublicBody` (a state) or an `Organization`, an event an `Event` whose `proof` are
its articles, a claim a `Note` on its event, an answer an `UnknownLink` with the role "response to". A `Mention` ties a
party to each article that names it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from fogline.lexicon import parties as lexicon
from fogline.lexicon.labels import labels
from fogline.model.claim import Claim
from fogline.model.event import Event
from fogline.model.report import Report
from fogline.publish import words
from fogline.publish.forms import claim_order, reports_of
from fogline.publish.part import Part
from fogline.publish.table_csv import figure_text

SCHEMES: Final = ("http://", "https://")
MOST_IN_NAME: Final = 384  # FollowTheMoney's own limit on names
# ISO 639-1 to 639-3, which FollowTheMoney keeps; a language that is not here is left out.
LANGUAGES: Final = {
    **{"en": "eng", "uk": "ukr", "ru": "rus", "ar": "ara", "he": "heb", "fa": "fas", "tr": "tur", "fr": "fra"},
    **{"de": "deu", "es": "spa", "pt": "por", "it": "ita", "pl": "pol", "zh": "zho", "am": "amh", "so": "som"},
    **{"my": "mya", "ur": "urd", "hi": "hin", "ps": "pus", "ku": "kur", "be": "bel", "ro": "ron", "sw": "swa"},
}
Entity = dict[str, Any]
Values = dict[str, Iterable[str | None]]


def to_ftm(part: Part) -> str:
    """An entity a line: articles, parties, events, notes on them, links, mentions; ids stay the same."""
    entities = (*_articles(part), *_parties(part), *_events(part), *_links(part), *_mentions(part))
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)


def _id(kind: str, *parts: str) -> str:
    return f"fogline-{kind}-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:20]}"


def _entity(id: str, schema: str, values: Values) -> Entity:
    """An entity with its properties, each a list without empty values and repetitions."""
    kept = {
        name: list(dict.fromkeys(_text(one) for one in given if one and one.strip())) for name, given in values.items()
    }
    return {"id": id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _text(value: str) -> str:
    """The text without characters that FollowTheMoney drops by itself."""
    shown = value if value.isprintable() else "".join(char if char.isprintable() else " " for char in value)
    return " ".join(shown.split())


def _articles(part: Part) -> Iterator[Entity]:
    for report in part.reports:
        yield _entity(
            _id("report", report.id),
            "Article",
            {
                "fileName": [report.id],
                "title": [report.title[:MOST_IN_NAME]],
                "publisher": [report.source],
                "sourceUrl": [_address(report)],
                "publishedAt": [_published(report)],
                "language": [LANGUAGES.get(report.language or "")],
            },
        )


def _published(report: Report) -> str | None:
    """The day, or the time in UTC without an offset, as FollowTheMoney keeps times."""
    when = words.moment(report.published)
    is_day = len(report.published or "") <= len("2024-12-22")
    return report.published if when is None or is_day else f"{when:%Y-%m-%dT%H:%M:%S}"


def _address(report: Report) -> str | None:
    return report.url if report.url and report.url.startswith(SCHEMES) else None


def _names(event: Event) -> list[str]:
    sides = [claim.side for claim in event.claims if claim.side]
    return sorted({*event.actor, *event.target, *sides})


def _parties(part: Part) -> Iterator[Entity]:
    known = lexicon.parties()
    for name in sorted({name for event in part.events for name in _names(event)}):
        party = known.get(name)
        schema = "PublicBody" if party and party.kind == "state" else "Organization"
        country = party.iso2.lower() if party and party.iso2 else None
        yield _entity(_id("party", name), schema, {"name": [name[:MOST_IN_NAME]], "country": [country]})


def _events(part: Part) -> Iterator[Entity]:
    reports = part.report_by_id()
    for event in part.events:
        yield _event(event)
        for claim in sorted(event.claims, key=claim_order):
            yield _note(event, claim, reports)


def _event(event: Event) -> Entity:
    place, days = event.place, event.date
    counts = [f"{name}: {figure_text(one.latest)} (latest)" for name, one in sorted(event.figures.items())]
    return _entity(
        _id("event", event.id),
        "Event",
        {
            "name": [words.title(event)[:MOST_IN_NAME]],
            "summary": ["; ".join([labels().types[event.type], event.status, *counts])],
            "startDate": [days.first.isoformat() if days else None],
            "endDate": [days.last.isoformat() if days else None],
            "location": [words.place(place)],
            "country": [place.country.lower() if place and place.country else None],
            "organizer": [_id("party", name) for name in sorted(event.actor)],
            "involved": [_id("party", name) for name in _names(event)],
            "keywords": [event.type, *sorted(event.weapon), *(f"disputed:{name}" for name in sorted(event.disputed))],
            "recordId": [event.id],
            "proof": [_id("report", report) for report in reports_of(event)],
        },
    )


def _note(event: Event, claim: Claim, reports: dict[str, Report]) -> Entity:
    """A claim in its own words; the voice is named in the text alone, so that no person becomes an entity."""
    voice = words.voice(claim, reports.get(claim.report))
    return _entity(
        _id("claim", event.id, claim.id),
        "Note",
        {
            "name": [f"{voice} {words.verb(claim)}"[:MOST_IN_NAME]],
            "description": [f"{voice} {words.verb(claim)}: “{claim.sentence}”" if claim.sentence else None],
            "entity": [_id("event", event.id)],
            "proof": [_id("report", claim.report)],
        },
    )


def _links(part: Part) -> Iterator[Entity]:
    reports = part.report_by_id()
    for later, earlier, links in part.pairs():
        said = [reports[link.report].full_text[slice(*link.span)] for link in links if link.report in reports]
        yield _entity(
            _id("link", later.id, earlier.id),
            "UnknownLink",
            {
                "subject": [_id("event", later.id)],
                "object": [_id("event", earlier.id)],
                "role": ["response to"],
                "summary": said,
                "proof": [_id("report", link.report) for link in links],
            },
        )


def _mentions(part: Part) -> Iterator[Entity]:
    """Which article names which party, as actor, target or side of a voice."""
    pairs = {
        (claim.report, name)
        for event in part.events
        for claim in event.claims
        for name in (*claim.actor, *claim.target, *([claim.side] if claim.side else []))
        if name in _names(event)
    }
    for report, name in sorted(pairs):
        yield _entity(
            _id("mention", report, name),
            "Mention",
            {"document": [_id("report", report)], "resolved": [_id("party", name)], "name": [name[:MOST_IN_NAME]]},
        )
