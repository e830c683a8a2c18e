"""The events as points on a map: GeoJSON, RFC 7946."""

import json
from collections.abc import Iterable
from typing import Any

from fogline.model.event import Event, Link
from fogline.publish.forms import answered_by, event_order, figures_json, flat_json, lists_json, reports_of


def to_geojson(events: Iterable[Event], links: Iterable[Link]) -> str:
    """A FeatureCollection with a feature an event, by first day and id; positions are [longitude, latitude].

    An event without a place has a null geometry. `precision` says whether a point stands for a settlement, a region or
    a country.
    """
    answered = answered_by(links)
    features = [feature(event, answered) for event in sorted(events, key=event_order)]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def feature(event: Event, answered: dict[str, list[str]]) -> dict[str, Any]:
    """One event as a feature."""
    place = event.place
    properties = {
        **flat_json(event),
        **lists_json(event),
        "figures": figures_json(event),
        "disputed": sorted(event.disputed),
        "origins": event.origins,
        "sides": sorted(event.sides),
        "corroboration": event.corroboration,
        "claims": len(event.claims),
        "reports": reports_of(event),
        "answers": answered.get(event.id, []),
    }
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": properties}
