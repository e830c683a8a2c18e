"""The claims as JSON-LD in schema.org's words: what is claimed, by whom, where it appeared, and who contradicts it.

Every claim is a `Claim`. A claim of an event that other voices contradict is also the subject of a `ClaimReview`, whose
rating has words but no value: the ledger knows that the two sides differ, and not which of them is right.
"""

import json
from typing import Any, Final
from urllib.parse import quote

from fogline.model.claim import Claim
from fogline.model.event import Event
from fogline.model.place import Place
from fogline.model.report import Report
from fogline.publish import words
from fogline.publish.forms import claim_order
from fogline.publish.part import Part

CONTEXT: Final = "https://schema.org"
SCHEMES: Final = ("http://", "https://")
Node = dict[str, Any]


def to_claimreview(part: Part) -> str:
    """A graph of articles, events, claims and reviews, each with an id of the ledger's own (`urn:fogline:…`)."""
    reports = part.report_by_id()
    graph: list[Node] = [_article(report) for report in part.reports]
    for event in part.events:
        graph.append(_event(event))
        for claim in sorted(event.claims, key=claim_order):
            graph.append(_claim(event, claim, reports))
            if against := contradictions(event, claim):
                graph.append(_review(event, claim, against, reports))
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def contradictions(event: Event, claim: Claim) -> dict[str, list[Claim]]:
    """The claims of other voices that differ from this one on a field that is in dispute, by field."""
    found: dict[str, list[Claim]] = {}
    for name in sorted(event.disputed):
        others = [
            other
            for other in sorted(event.claims, key=claim_order)
            if (other.by, other.side, other.report) != (claim.by, claim.side, claim.report)
            and differ(name, claim, other)
        ]
        if others:
            found[name] = others
    return found


def differ(name: str, one: Claim, other: Claim) -> bool:
    """Whether two claims cannot both hold on a field: values that share nothing, or one that denies the other."""
    if name == "occurred":
        return {one.stance, other.stance} == {"asserts", "denies"}
    mine, theirs = _value(name, one), _value(name, other)
    if mine is None or theirs is None:
        return False
    if hasattr(mine, "overlaps"):
        return not mine.overlaps(theirs)
    if name == "date":
        return bool(mine.gap(theirs))
    if isinstance(mine, Place):
        return bool((mine.name, mine.country) != (theirs.name, theirs.country))
    return not set(mine) & set(theirs)


def _value(name: str, claim: Claim) -> Any:
    value = claim.figures.get(name) if not hasattr(claim, name) else getattr(claim, name)
    return None if value == () else value


def _without_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _article(report: Report) -> Node:
    return _without_empty(
        {
            "@type": "Article",
            "@id": _urn("report", report.id),
            "headline": report.title,
            "url": report.url if report.url and report.url.startswith(SCHEMES) else None,
            "datePublished": report.published,
            "inLanguage": report.language,
            "publisher": {"@type": "Organization", "name": report.source} if report.source else None,
        }
    )


def _event(event: Event) -> Node:
    days, place = event.date, event.place
    return _without_empty(
        {
            "@type": "Event",
            "@id": _urn("event", event.id),
            "name": words.title(event),
            "startDate": days.first.isoformat() if days else None,
            "endDate": days.last.isoformat() if days else None,
            "location": _place(place) if place else None,
        }
    )


def _place(place: Place) -> Node:
    kind = {"settlement": "City", "region": "AdministrativeArea", "country": "Country"}[place.precision]
    position = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return {"@type": kind, "name": words.place(place), "geo": position}


def _claim(event: Event, claim: Claim, reports: dict[str, Report]) -> Node:
    return _without_empty(
        {
            "@type": "Claim",
            "@id": _urn("claim", claim.id),
            "text": claim.sentence,
            "author": _voice(claim),
            "creativeWorkStatus": words.verb(claim),
            "appearance": {"@id": _urn("report", claim.report)} if claim.report in reports else None,
            "about": {"@id": _urn("event", event.id)},
        }
    )


def _voice(claim: Claim) -> Node | None:
    """Whoever says it, with the side; None for the outlet's own voice, which is the article's publisher.

    A voice has no type here: the ledger does not tell persons from bodies.
    """
    if claim.by is None:
        return None
    side = {"memberOf": {"@type": "Organization", "name": claim.side}} if claim.side else {}
    return {"name": claim.by, **side}


def _review(event: Event, claim: Claim, against: dict[str, list[Claim]], reports: dict[str, Report]) -> Node:
    said = [
        f"{name}: {words.voice(other, reports.get(other.report))} {words.verb(other)} “{other.sentence}”"
        for name, others in against.items()
        for other in others
    ]
    return _without_empty(
        {
            "@type": "ClaimReview",
            "@id": _urn("review", claim.id),
            "claimReviewed": claim.sentence or words.title(event),
            "itemReviewed": {"@id": _urn("claim", claim.id)},
            "reviewAspect": list(against),
            "reviewRating": {"@type": "Rating", "alternateName": f"Disputed: {', '.join(against)}"},
            "reviewBody": " ".join(dict.fromkeys(said)),
        }
    )


def _urn(kind: str, id: str) -> str:
    return f"urn:fogline:{kind}:{quote(id, safe='')}"
