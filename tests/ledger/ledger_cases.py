"""Reports, claims and a simple merge to fill ledgers with."""

import datetime as dt
from collections.abc import Sequence

from fogline.model import Claim, ClaimLink, Days, Event, Figure, FigureRange, Link, Place, Reading, Report
from fogline.model.event import Merged

BRIDGE = Place("Oskil Bridge", "UA", "Kharkiv Oblast", 49.3, 37.6, None, "settlement")
UKRAINE = Place("Ukraine", "UA", None, 49.0, 32.0, 690791, "country")


def a_report(key: str, text: str = "", source: str | None = "an agency", language: str | None = "en") -> Report:
    return Report(key, source, None, f"Headline of {text or key}", text or f"Body of {key}.", "2024-12-22", language)


def a_claim(report: str, number: int = 0, **fields: object) -> Claim:
    values: dict[str, object] = {
        "id": f"{report}-c{number}",
        "report": report,
        "happening": str(number),
        "by": "a governor",
        "side": "Ukraine",
        "stance": "asserts",
        "type": "air_drone_strike",
        "status": "occurred",
        "date": Days.on(dt.date(2024, 12, 20 + number % 5)),
        "place": BRIDGE,
        "actor": ("Russia",),
        "target": ("Ukraine",),
        "weapon": ("drone",),
        "figures": {"killed": Figure(1, None), "injured": Figure(3, 3)},
        "spans": {"what": (0, 8), "killed": (12, 14)},
        "sentence": "Headline",
        "sentence_start": number * 10,
        "confidence": 0.75,
    }
    return Claim(**{**values, **fields})  # type: ignore[arg-type]


def a_reading(report: Report, claims: int = 2) -> Reading:
    found = tuple(a_claim(report.id, number) for number in range(claims))
    links = (ClaimLink(found[1].id, found[0].id, "response_to", report.id, (2, 5)),) if claims > 1 else ()
    return Reading(report.id, found, links)


def an_event(key: str, *claims: Claim, **fields: object) -> Event:
    first = claims[0]
    values: dict[str, object] = {
        "id": key,
        "type": first.type,
        "status": first.status,
        "date": first.date,
        "place": first.place,
        "actor": first.actor,
        "target": first.target,
        "against": first.against,
        "weapon": first.weapon,
        "effects": first.effects,
        "figures": {
            name: FigureRange(figure.low, figure.high, figure, first.by) for name, figure in first.figures.items()
        },
        "claims": claims,
    }
    return Event(**{**values, **fields})  # type: ignore[arg-type]


def merge_each(
    reports: Sequence[Report], claims: Sequence[Claim], links: Sequence[ClaimLink], verdicts: object = ()
) -> Merged:
    """Every claim is an event of its own."""
    return Merged(
        events=tuple(an_event(f"e-{claim.id}", claim) for claim in claims),
        links=tuple(Link(f"e-{one.later}", f"e-{one.earlier}", one.kind, one.report, one.span) for one in links),
        origins={report.id: report.id for report in reports},
    )
