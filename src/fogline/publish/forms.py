"""How each noun is written as JSON: the keys of `LEDGER.md`, in its order, nothing left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from fogline.model.claim import Claim
from fogline.model.event import Dispute, Event, Link
from fogline.model.figure import FIGURES, Figure
from fogline.model.place import Place
from fogline.model.report import Report

LISTS = ("actor", "target", "against", "weapon", "effects")
# The questions that a span answers, in the order in which they are asked; figures and further values follow.
ROLES = ("what", "where", "when", "said", "actor", "target", "weapon", "against", "effects")
KEY_ORDER = {name: at for at, name in enumerate((*ROLES, *FIGURES))}

Json = dict[str, Any]


def report_json(report: Report, origin: str | None = None, *, with_text: bool = False) -> Json:
    """A report; `origin` is the id of the report whose words it copies, its own where None."""
    text = {"text": report.text} if with_text else {}
    return {
        "id": report.id,
        "source": report.source,
        "url": report.url,
        "title": report.title,
        **text,
        "published": report.published,
        "language": report.language,
        "origin": origin or report.id,
    }


def place_json(place: Place | None) -> Json | None:
    """A place with WGS 84 degrees and its precision; None for none."""
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "region": place.region,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "precision": place.precision,
    }


def claim_json(claim: Claim) -> Json:
    """A claim with the character offsets of the words behind it."""
    return {
        "id": claim.id,
        "report": claim.report,
        "by": claim.by,
        "side": claim.side,
        "stance": claim.stance,
        "type": claim.type,
        **({"type_open": True} if claim.type_open else {}),
        "status": claim.status,
        "date": claim.date.iso() if claim.date else None,
        "place": place_json(claim.place),
        **lists_json(claim),
        "figures": {name: figure_json(claim.figures[name]) for name in in_order(claim.figures)},
        "spans": {role: list(claim.spans[role]) for role in in_order(claim.spans)},
        "sentence": claim.sentence,
        "confidence": claim.confidence,
    }


def event_json(event: Event) -> Json:
    """An event with all its claims, in the order of the reports and of the sentences in them."""
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "date": event.date.iso() if event.date else None,
        "place": place_json(event.place),
        **lists_json(event),
        "figures": figures_json(event),
        "disputed": sorted(event.disputed),
        "disputes": [dispute_json(dispute) for dispute in sorted(event.disputes, key=lambda one: one.field)],
        "origins": event.origins,
        "sides": sorted(event.sides),
        "corroboration": event.corroboration,
        "claims": [claim_json(claim) for claim in sorted(event.claims, key=claim_order)],
    }


def flat_json(event: Event) -> Json:
    """What an event is, when and where, one value a key, for forms that hold no objects."""
    place, days = event.place, event.date
    return {
        "type": event.type,
        "status": event.status,
        "first": days.first.isoformat() if days else None,
        "last": days.last.isoformat() if days else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "region": place.region if place else None,
        "geonameid": place.geonameid if place else None,
        "precision": place.precision if place else None,
    }


def lists_json(one: Event | Claim) -> dict[str, list[str]]:
    """The fields of an event or a claim that hold several values, each in alphabetical order."""
    return {name: sorted(getattr(one, name)) for name in LISTS}


def figures_json(event: Event) -> Json:
    """An event's figures: the range of all words on each, the latest with its voice, what the sides agree on."""
    return {
        name: {
            "low": one.low,
            "high": one.high,
            "latest": figure_json(one.latest),
            "by": one.by,
            "agreed": figure_json(one.agreed) if one.agreed else None,
            "told": list(one.told),
        }
        for name, one in ((name, event.figures[name]) for name in in_order(event.figures))
    }


def dispute_json(dispute: Dispute) -> Json:
    """A disputed field with each side's word on it: since when, and when and by whom it was settled."""
    return {
        "field": dispute.field,
        "since": dispute.since,
        "settled": dispute.settled,
        "conceded": dispute.conceded,
        "within": dispute.within,
        "positions": [
            {
                "side": one.side,
                "by": one.by,
                "stance": one.stance,
                "values": list(one.values),
                "count": figure_json(one.count) if one.count else None,
                "claims": list(one.claims),
            }
            for one in dispute.positions
        ],
    }


def figure_json(figure: Figure) -> list[int | None]:
    """`[low, high]`, high None where open."""
    return [figure.low, figure.high]


def link_json(link: Link, later: Event | None) -> Json:
    """An answer: the later event, the earlier one, the words that say so and whose they are; `later` is that event."""
    ends = {"from": link.later, "to": link.earlier, "kind": link.kind, "loose": link.loose}
    voice = link_voice(link, later)
    said = {"by": voice.by if voice else None, "side": voice.side if voice else None}
    return {**ends, "report": link.report, "span": list(link.span), **said}


def link_voice(link: Link, later: Event | None) -> Claim | None:
    """The claim in whose sentence an answer is called one; None where no claim has it, and for a loose link."""
    if later is None or link.loose:
        return None
    own = [claim for claim in sorted(later.claims, key=claim_order) if claim.report == link.report]
    told = [c for c in own if c.sentence_start <= link.span[0] < c.sentence_start + len(c.sentence)]
    return next((claim for claim in told if claim.side), next(iter(told), None))


def event_order(event: Event) -> tuple[bool, str, str]:
    """By first day, those without one last, then by id."""
    return event.date is None, event.date.first.isoformat() if event.date else "", event.id


def claim_order(claim: Claim) -> tuple[str, int, str]:
    """By report, place in it, and id."""
    return claim.report, claim.sentence_start, claim.id


def link_order(link: Link) -> tuple[str, str, str, str, tuple[int, int]]:
    """By the two events, then by the words."""
    return link.later, link.earlier, link.kind, link.report, link.span


def answered_by(links: Iterable[Link]) -> dict[str, list[str]]:
    """For each event that is called an answer, the ids of the events that it answers, sorted."""
    found: dict[str, set[str]] = {}
    for link in links:
        if not link.loose:
            found.setdefault(link.later, set()).add(link.earlier)
    return {later: sorted(earlier) for later, earlier in found.items()}


def reports_of(event: Event) -> list[str]:
    """The ids of the reports behind an event, sorted."""
    return sorted({claim.report for claim in event.claims})


def in_order(named: Mapping[str, object]) -> list[str]:
    """Roles and figures in the order of the codebook, further values after those (`target:2`), by name."""
    return sorted(named, key=lambda name: (KEY_ORDER.get(name, len(KEY_ORDER)), name))
