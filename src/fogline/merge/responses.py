"""Which event is called an answer to which?

Closeness in time links nothing by itself. Who asks for such links too gets them from `loose_links`, marked as loose.
"""

import datetime as dt
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fogline.merge.guessed import day_guessed
from fogline.model import TYPE_GROUPS, ClaimLink, Days, Event, Link, Named, Place

# Days within which two sides' strikes on each other are linked where loose links are asked for. In the development
# cases 1 of 7 such links within a day is one that the coders made, 3 of 13 within two, 4 of 16 within five.
LOOSE_DAYS = 2
STRIKING = frozenset({"remote", "ground", "abuse"})
DEEDS = STRIKING | {"territory", "detention", "property", "unrest"}
NAMED_DAYS = 14  # back to a deed that a report only names: "the reply to Bannu"
KIND = "response_to"
NO_WORD = re.compile(r"[^\w]+")
# An attack that words of answering name ("the raid on the plant") is the one told most within this distance (the radius
# of a settlement in the codebook) and, where they name no day, this many days back.
NEAR_KM = 15.0
GUESSED_DAYS = 2
LAND_KM = 150.0  # the radius of a region in the codebook
CELL = 0.5  # degrees; two neighbours hold every place within NEAR_KM up to 70 degrees of latitude
NEXT = (-1, 0, 1)


def event_links(links: Sequence[ClaimLink], events: Sequence[Event]) -> tuple[Link, ...]:
    """The reports' links between claims as links between their events, each pair of events once.

    Where words name a deed that is told hardly anywhere else ("the crime in Nabatieh"), the deed of that place and day
    that is told most is meant. Of several reports that say so the one with the smallest id is kept. A link of an event
    to itself is dropped, and of two events that are each called an answer to the other the link that runs against the
    days, or has fewer reports, since nothing answers what has not happened yet.
    """
    known = _Known(events)
    ends = {claim for link in links for claim in (link.later, link.earlier)}
    holder = {c.id: known.meant(event) for event in events for c in event.claims if c.id in ends}
    told: dict[tuple[str, str, str], list[ClaimLink]] = {}
    for link in links:
        later, earlier = holder.get(link.later), holder.get(link.earlier)
        if link.named and later:
            earlier = known.named(link.named, later)
        if later is not None and earlier is not None and later.id != earlier.id:
            told.setdefault((later.id, earlier.id, link.kind), []).append(link)
    events_by_id = {event.id: event for event in events}
    kept = _without_circles(told, events_by_id)
    return tuple(
        Link(later, earlier, kind, first.report, first.span)
        for later, earlier, kind in sorted(kept)
        for first in [
            min(told[later, earlier, kind], key=lambda link: (link.report, link.span, link.later, link.earlier))
        ]
    )


class _Known:
    """The attacks at settlements, by cells of the map, to find the one that a link means."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Event]] = defaultdict(list)
        self._by_days: defaultdict[Days | None, list[Event]] = defaultdict(list)
        self._by_day: defaultdict[dt.date, list[Event]] = defaultdict(list)
        for event in events:
            if _attack(event):
                self._by_days[event.date].append(event)
            if event.date is not None and _deed(event):
                self._by_day[event.date.first].append(event)
            if _placed_attack(event) and event.place is not None:
                self._cells[_cell(event.place)].append(event)

    def meant(self, told: Event) -> Event:
        """The attack near it that is told most and can be the one it names; itself where it is that."""
        if told.place is None or not _placed_attack(told):
            return self._of_the_day(told)
        row, column = _cell(told.place)
        near = [e for r in NEXT for c in NEXT for e in self._cells.get((row + r, column + c), ())]
        fitting = [event for event in near if event is told or _could_be_meant(told, event)]
        return min(fitting, key=lambda one: (-_reports(one), -len(one.claims), one is not told, one.id))

    def named(self, named: Named, later: Event) -> Event | None:
        """What a report names as answered and tells nothing of: of the foe's deeds that it fits the one told most."""
        if later.date is None:
            return None
        days = [later.date.last - dt.timedelta(days=back) for back in range(NAMED_DAYS + 1)]
        fitting = [event for day in days for event in self._by_day.get(day, ()) if _fits(named, event, later)]
        return min(fitting, key=lambda one: (-_reports(one), -len(one.claims), one.id), default=None)

    def _of_the_day(self, told: Event) -> Event:
        """Of an attack that one report names without a town ("Friday's attack in the Red Sea"), the only one meant."""
        if not _attack(told) or told.date is None or _reports(told) > 1 or day_guessed(told.claims):
            return told
        same_days = self._by_days.get(told.date, ())
        fitting = [event for event in same_days if event is not told and _same_land(told, event)]
        return fitting[0] if len(fitting) == 1 else told


def _same_land(told: Event, known: Event) -> bool:
    if told.place is None or known.place is None or told.place.km_to(known.place) > LAND_KM:
        return False
    pairs = ((told.actor, known.actor), (told.target, known.target))
    return all(not one or not other or set(one) & set(other) for one, other in pairs)


def _fits(named: Named, event: Event, later: Event) -> bool:
    """Whether words name this deed, and it can be what the later one answers."""
    if event.id == later.id or (event.actor and set(event.actor) <= set(later.actor)):
        return False
    if event.date is None or later.date is None or event.date.first > later.date.last:
        return False
    if named.days is not None and event.date.gap(named.days) > 0:
        return False
    place = event.place
    if place is not None and place.precision == "settlement":
        towns = [one for one in named.places if one.precision == "settlement"]
        if any(one.km_to(place) <= NEAR_KM for one in towns):
            return True
    if any(_bears(event, _plain(name)) for name in named.names):
        return True
    opposed = set(event.actor) & set(later.target) or set(event.target) & set(later.actor)
    return named.days is not None and bool(opposed) and (not named.places or _in_their_land(named.places, place))


def _plain(text: str) -> str:
    """A text without accents, capitals and marks: the words of names as they are compared."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(NO_WORD.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).split())


def _bears(event: Event, name: str) -> bool:
    """Whether a deed was at a place of this name, or a sentence that tells it has the name of a village unlisted."""
    if event.place is not None and event.place.precision != "country" and _plain(event.place.name) == name:
        return True
    return any(f" {name} " in f" {_plain(claim.sentence)} " for claim in event.claims)


def _in_their_land(named: Sequence[Place], place: Place | None) -> bool:
    """Whether a deed was somewhere in the regions or countries that words name."""
    if place is None:
        return False
    wide = [one for one in named if one.precision != "settlement"]
    return any(one.km_to(place) <= LAND_KM or (one.country == place.country and one.region is None) for one in wide)


def _deed(event: Event) -> bool:
    return event.status == "occurred" and TYPE_GROUPS.get(event.type) in DEEDS


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place.lat / CELL), math.floor(place.lon / CELL)


def _placed_attack(event: Event) -> bool:
    return event.place is not None and event.place.precision == "settlement" and _attack(event)


def _attack(event: Event) -> bool:
    return event.status == "occurred" and TYPE_GROUPS.get(event.type) in STRIKING


def _could_be_meant(told: Event, known: Event) -> bool:
    """Whether an attack close by can be the one meant: on one of its days, by the same hand, on the same side.

    Where one report alone tells of it, and only to say what answered it, its day may be that of the report, told in a
    dateline or not at all: then what was answered was the day before, or shortly before.
    """
    if told.date is None or known.date is None or told.place is None or known.place is None:
        return False
    slack = 0
    if known.date.last <= told.date.last and _reports(told) == 1:
        slack = GUESSED_DAYS if day_guessed(told.claims) else 1
    if told.date.gap(known.date) > slack or told.place.km_to(known.place) > NEAR_KM:
        return False
    pairs = ((told.actor, known.actor), (told.target, known.target))
    return all(not one or not other or set(one) & set(other) for one, other in pairs)


def _reports(event: Event) -> int:
    return len({claim.report for claim in event.claims})


def _without_circles(
    told: Mapping[tuple[str, str, str], list[ClaimLink]], events: Mapping[str, Event]
) -> list[tuple[str, str, str]]:
    """The best links first, each kept unless it would close a circle with those already kept."""

    def weight(key: tuple[str, str, str]) -> tuple[bool, int, tuple[str, str, str]]:
        reports = len({link.report for link in told[key]})
        return (_against_the_days(events[key[0]], events[key[1]]), -reports, key)

    kept: list[tuple[str, str, str]] = []
    answered: dict[str, set[str]] = {}
    for key in sorted(told, key=weight):
        later, earlier, _ = key
        if not _reaches(earlier, later, answered):
            answered.setdefault(later, set()).add(earlier)
            kept.append(key)
    return kept


def _against_the_days(later: Event, earlier: Event) -> bool:
    """Whether the answer would lie wholly before what it answers."""
    return later.date is not None and earlier.date is not None and later.date.last < earlier.date.first


def _reaches(start: str, goal: str, answered: Mapping[str, set[str]]) -> bool:
    """Whether a chain of answers leads from one event to another."""
    seen, waiting = {start}, [start]
    while waiting:
        for following in answered.get(waiting.pop(), ()):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return goal in seen


def loose_links(events: Iterable[Event], links: Sequence[Link]) -> tuple[Link, ...]:
    """Links that no words make: a strike on whoever struck before, two days or less earlier, marked `loose`.

    Each later deed is linked to the nearest earlier one that the other side did to this one; pairs that words link
    already, either way, are left out, and so are deeds whose author is disputed.
    """
    said = {frozenset((link.later, link.earlier)) for link in links}
    by_hand: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    known = [event for event in sorted(events, key=lambda e: e.id) if _clear_deed(event)]
    for event in known:
        by_hand[event.actor[0], event.target[0]].append(event)
    found = []
    for event in known:
        earlier = [one for one in by_hand[event.target[0], event.actor[0]] if _just_before(one, event)]
        nearest = max(earlier, key=lambda one: (one.date.last if one.date else None, one.id), default=None)
        if nearest is not None and frozenset((event.id, nearest.id)) not in said:
            first = event.claims[0]
            found.append(Link(event.id, nearest.id, KIND, first.report, first.spans.get("what", (0, 0)), loose=True))
    return tuple(found)


def _clear_deed(event: Event) -> bool:
    """Whether one side struck the other, on days that are told, and nobody disputes who."""
    return (
        event.status == "occurred"
        and TYPE_GROUPS.get(event.type) in STRIKING
        and len(event.actor) == len(event.target) == 1
        and event.date is not None
        and not {"actor", "occurred"} & set(event.disputed)
    )


def _just_before(one: Event, other: Event) -> bool:
    if one.date is None or other.date is None:
        return False
    return one.date.last < other.date.first and (other.date.first - one.date.last).days <= LOOSE_DAYS
