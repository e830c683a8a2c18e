"""How many events have each value, and which columns does the map need?"""

from typing import Any, Final

import numpy as np

from fogline.model import CORROBORATION_LEVELS, EVENT_TYPES, STATUSES
from fogline.serve.asking import Asked
from fogline.serve.columns import NO_DAY, NONE, PRECISIONS, Array
from fogline.serve.view import View

Json = dict[str, Any]
# Parties in an answer; nobody chooses from a longer list.
MOST_PARTIES: Final = 200
DEGREES: Final = 5  # decimals: a metre, far finer than any place here


def facets(view: View, asked: Asked) -> Json:
    """Counts over the events that pass; those of a filter with several values leave that filter aside."""
    here, passes = view.columns, view.mask(asked)
    return {
        "revision": view.revision,
        "total": int(passes.sum()),
        "disputed": int((passes & (here.disputed > 0)).sum()),
        "placed": int((passes & (here.precision >= 0)).sum()),
        "dated": int((passes & (here.first != NO_DAY)).sum()),
        "types": _counted(here.type[_aside(view, asked, "types", passes)], EVENT_TYPES),
        "statuses": _counted(here.status[_aside(view, asked, "statuses", passes)], STATUSES),
        "corroborations": _counted(
            here.corroboration[_aside(view, asked, "corroborations", passes)], CORROBORATION_LEVELS
        ),
        "parties": parties(view, _aside(view, asked, "parties", passes))[:MOST_PARTIES],
        "days": _days(view, passes),
    }


def parties(view: View, passes: Array) -> list[Json]:
    """The parties of these events, those in most events first, then by name."""
    here, names = view.columns, view.names.parties
    counts = np.bincount(here.party[passes[here.party_event]], minlength=len(names)).tolist()
    found = [{"name": name, "events": count} for name, count in zip(names, counts, strict=False) if count]
    return sorted(found, key=lambda one: (-one["events"], one["name"]))


def map_columns(view: View, asked: Asked) -> Json:
    """The events that pass, oldest first, as a list a field."""
    here, rows = view.columns, view.rows(asked)
    first, last = here.first[rows], here.last[rows]
    low, high, killed = here.killed_low[rows], here.killed_high[rows], here.killed[rows]
    return {
        "revision": view.revision,
        "count": len(rows),
        "types": EVENT_TYPES,
        "statuses": STATUSES,
        "corroborations": CORROBORATION_LEVELS,
        "precisions": PRECISIONS,
        "id": here.ids[rows].tolist(),
        "lon": np.round(here.lon[rows], DEGREES),  # not a number becomes null
        "lat": np.round(here.lat[rows], DEGREES),
        "precision": here.precision[rows],
        "first": _or_null(first, first == NO_DAY),
        "last": _or_null(last, last == NO_DAY),
        "type": here.type[rows],
        "status": here.status[rows],
        "corroboration": here.corroboration[rows],
        "disputed": (here.disputed[rows] > 0).astype(np.int8),
        "origins": here.origins[rows],
        "killed_low": _or_null(low, low == NONE),
        "killed_high": _or_null(high, high == NONE),
        "killed": _or_null(killed, killed == NONE),
    }


def _aside(view: View, asked: Asked, name: str, passes: Array) -> Array:
    return view.mask(asked.without(name)) if getattr(asked, name) else passes


def _counted(codes: Array, names: tuple[str, ...]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(names)).tolist()
    return {name: count for name, count in zip(names, counts, strict=True) if count}


def _days(view: View, passes: Array) -> Json:
    here = view.columns
    rows = np.flatnonzero(passes & (here.first != NO_DAY))
    first = here.first[rows]
    begin = int(first.min()) if len(rows) else 0
    place = first - begin
    size = int(place.max(initial=-1)) + 1
    events = np.bincount(place, minlength=size)
    days = np.flatnonzero(events)
    killed = np.maximum(here.killed[rows], 0)
    return {
        "day": (days + begin).tolist(),
        "events": events[days].tolist(),
        "disputed": np.bincount(place[here.disputed[rows] > 0], minlength=size)[days].tolist(),
        "killed": np.bincount(place, weights=killed, minlength=size)[days].astype(np.int64).tolist(),
    }


def _or_null(values: Array, missing: Array) -> list[int | None]:
    found = values.astype(object)
    found[missing] = None
    return list(found.tolist())
