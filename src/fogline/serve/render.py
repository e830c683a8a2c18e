"""How are events, reports and links written for the page? The keys of the export, and what a list needs besides."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from fogline.ledger.live import Drawn, Head
from fogline.lexicon import wording
from fogline.model import CORROBORATION_LEVELS
from fogline.model.claim import Claim
from fogline.model.report import Report
from fogline.publish.forms import claim_json, claim_order, in_order, link_json
from fogline.serve.columns import moment, shown
from fogline.serve.evidence import further, with_further
from fogline.serve.view import View

Json = dict[str, Any]
LISTS = ("actor", "target", "against", "weapon", "effects", "disputed")
PLACE = ("name", "country", "region", "lat", "lon", "geonameid", "precision")


def written(view: View, rows: Sequence[int]) -> list[orjson.Fragment]:
    """These rows as a list tells them, as JSON that is kept from answer to answer while the event stays as it is."""
    ids, changed = view.columns.ids[rows].tolist(), view.columns.changed[rows].tolist()
    keys = [(key, at, view.answers.get(key)) for key, at in zip(ids, changed, strict=True)]
    found = [view.written.get(key[0]) for key in keys]
    missing = [at for at, one in enumerate(found) if one is None or one[0] != keys[at][1:]]
    for at, one in zip(missing, _summaries(view, [rows[at] for at in missing]), strict=True):
        if one is not None:
            found[at] = made = (keys[at][1:], orjson.dumps(one))
            view.written.put(ids[at], made)
        else:
            found[at] = None
    return [orjson.Fragment(one[1]) for one in found if one is not None]


def summaries(view: View, rows: Sequence[int]) -> list[Json]:
    """These rows as a list tells them; one that another process has just taken out is left out."""
    return [one for one in _summaries(view, rows) if one is not None]


def _summaries(view: View, rows: Sequence[int]) -> list[Json | None]:
    if not len(rows):
        return []
    ids = view.columns.ids[rows].tolist()
    bodies = view.source.bodies(ids)
    return [summary(view, row, bodies[key]) if key in bodies else None for row, key in zip(rows, ids, strict=True)]


def summaries_of(view: View, ids: Iterable[str]) -> list[Json]:
    """The same by id; those that cannot be seen are left out."""
    there = view.row_of
    return summaries(view, [there[key] for key in ids if key in there])


def summary(view: View, row: int, event: Drawn) -> Json:
    """One event without its claims."""
    here, body = view.columns, event.body
    answers, answered_by = view.answers.get(event.id, ((), ()))
    return {
        "id": event.id,
        "title": title(event),
        "type": event.type,
        "status": event.status,
        "date": [event.first.isoformat(), event.last.isoformat()] if event.first and event.last else None,
        "place": dict(zip(PLACE, body["place"], strict=True)) if body["place"] else None,
        **{name: sorted(body[name]) for name in LISTS},
        "figures": {name: _figure(body, name) for name in in_order(body["figures"])},
        "origins": body["origins"],
        "corroboration": CORROBORATION_LEVELS[here.corroboration[row]],
        "sides": list(here.sides[row]),
        "claims": int(here.claims[row]),
        "reports": int(here.reports[row]),
        "answers": answers,
        "answered_by": answered_by,
        "changed": event.changed,
    }


def _figure(body: Mapping[str, Any], name: str) -> Json:
    """A figure with the bounds that a list shows."""
    found = body["figures"][name]
    return {**found, "shown": shown(found, is_disputed=name in body["disputed"])}


def title(event: Drawn) -> str:
    """A line that names an event."""
    place = event.body["place"]
    where = wording.where(place[0], place[1], place[6]) if place else ""
    return wording.title(event.type, event.status, event.body["weapon"], where)


def whole(view: View, found: Json, told: Iterable[Claim], heads: Mapping[str, Head], held: frozenset[str]) -> Json:
    """An event with its claims, the heads of its reports and its answers; `found` is its summary."""
    claims = sorted(told, key=claim_order)

    def full_text(report: str) -> str | None:
        return None if report in held else view.source.report(report).full_text

    return {
        **found,
        "revision": view.revision,
        "claims": with_further([claim_with_span(claim) for claim in claims], further(claims, full_text)),
        "reports": [head_json(heads[key], held=key in held) for key in sorted(heads)],
        "links": links_with_words(view, found["id"]),
        "history": history(claims, heads),
    }


def claim_with_span(claim: Claim) -> Json:
    """A claim as the export has it, with where its sentence stands."""
    start = claim.sentence_start
    return {**claim_json(claim), "sentence_span": [start, start + len(claim.sentence)]}


def head_json(head: Head, *, held: bool) -> Json:
    """A report without its text; of one that is held back only that it is there."""
    shown = {"source": head.source, "url": head.url, "title": head.title}
    plain = dict.fromkeys(shown) if held else shown
    return {
        "id": head.id,
        **plain,
        "published": head.published,
        "language": head.language,
        "origin": head.origin,
        "held": held,
    }


def links_with_words(view: View, event: str) -> list[Json]:
    """The answers that an event gives and gets, between events that can be seen."""
    if event not in view.answers:
        return []
    found = [
        (link, words) for link, words in view.source.links_of(event) if {link.later, link.earlier} <= view.row_of.keys()
    ]
    others = {link.earlier if link.later == event else link.later for link, _ in found}
    told = {one["id"]: {name: one[name] for name in ("id", "title", "date")} for one in summaries_of(view, others)}
    later = {link.later: view.source.event(link.later) for link, _ in found}
    return [
        {
            **link_json(link, later[link.later]),
            "words": words,
            "other": told.get(link.earlier if link.later == event else link.later),
        }
        for link, words in found
    ]


def history(claims: Sequence[Claim], heads: Mapping[str, Head]) -> Json:
    """Each figure over time, a step a claim, in the order of publication; undated reports last."""
    published = {key: head.published for key, head in heads.items()}
    steps = sorted(claims, key=lambda claim: (moment(published.get(claim.report)), claim_order(claim)))
    names = {name for claim in claims for name in claim.figures}
    return {
        name: [
            {
                "at": published.get(claim.report),
                "by": claim.by,
                "side": claim.side,
                "stance": claim.stance,
                "low": claim.figures[name].low,
                "high": claim.figures[name].high,
                "report": claim.report,
                "claim": claim.id,
            }
            for claim in steps
            if name in claim.figures
        ]
        for name in in_order(dict.fromkeys(names))
    }


def report_json(report: Report, head: Head, claims: Sequence[Claim], events: Mapping[str, str]) -> Json:
    """A report with its text and what was read out of it; `events` are those of its claims."""
    told = with_further([claim_with_span(claim) for claim in claims], further(claims, lambda _: report.full_text))
    return {
        "id": report.id,
        "source": report.source,
        "url": report.url,
        "title": report.title,
        "published": report.published,
        "language": report.language,
        "origin": head.origin,
        "text": report.text,
        "full_text": report.full_text,
        "claims": [{**claim, "event": events.get(claim["id"])} for claim in told],
    }


def links(view: View, event: str | None) -> Json:
    """All answers between events that can be seen, or those of one event."""
    shown = (link for link in view.seen_links if event is None or event in (link.later, link.earlier))
    ends = ("from", "to", "kind", "report", "span")
    told = (link_json(link, None) for link in shown)  # whose word each is, the event itself says
    return {"revision": view.revision, "links": [{name: link[name] for name in ends} for link in told]}
