"""Which events are asked for: the filters of every list of events."""

import datetime as dt
import unicodedata
from dataclasses import dataclass

from fogline.model.days import Days
from fogline.model.event import Event
from fogline.model.place import Place

# A region or a country is near a point only within a circle that could hold it: typical radii in kilometres.
AREA_RADIUS_KM = {"settlement": 0.0, "region": 150.0, "country": 600.0}


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Filters that an event must all pass; None or () asks for nothing.

    `since` and `until` are days, both included, that the event's interval must touch; `near` is latitude, longitude
    (degrees) and kilometres; `types` are event types, any of them; `parties` are names, any of them as actor, target
    or a voice's side; `places` are names of the place, its region or its country code, any of them; accents do not
    count in either; `text` is a full-text search over the reports behind the event.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    near: tuple[float, float, float] | None = None
    types: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    status: str | None = None
    disputed: bool | None = None
    text: str | None = None
    places: tuple[str, ...] = ()

    def accepts(self, event: Event) -> bool:
        """Whether the event passes every filter but `text`, which needs the reports."""
        return (
            self._in_time(event.date)
            and (not self.types or event.type in self.types)
            and (self.status is None or event.status == self.status)
            and (self.disputed is None or bool(event.disputed) == self.disputed)
            and (not self.parties or self._has_party(event))
            and (self.near is None or self._is_near(event.place))
            and (not self.places or self._is_at(event.place))
        )

    def _in_time(self, days: Days | None) -> bool:
        if days is None:
            return self.since is None and self.until is None
        return (self.since is None or days.last >= self.since) and (self.until is None or days.first <= self.until)

    def _has_party(self, event: Event) -> bool:
        asked = {plain(name) for name in self.parties}
        sides = (claim.side for claim in event.claims if claim.side)
        return any(plain(name) in asked for name in (*event.actor, *event.target, *sides))

    def _is_near(self, place: Place | None) -> bool:
        if self.near is None or place is None:
            return False
        lat, lon, km = self.near
        centre = Place("", None, None, lat, lon, None, "settlement")
        return km >= AREA_RADIUS_KM[place.precision] and centre.km_to(place) <= km

    def _is_at(self, place: Place | None) -> bool:
        if place is None:
            return False
        names = (place.name, place.region or "", place.country or "")
        return not {plain(name) for name in self.places}.isdisjoint(map(plain, names))


def plain(name: str) -> str:
    """A name as a keyboard without accents writes it: letters and digits alone, in lower case."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in apart if letter.isalnum()) or apart
