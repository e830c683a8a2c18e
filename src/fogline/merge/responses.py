"""Which event is called an answer to which?

Closeness in time links nothing by itself. Who asks for such links too gets them from `loose_links`, marked as loose.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fogline.model import TYPE_GROUPS, ClaimLink, Event, Link

# Days within which two sides' strikes on each other are linked where loose links are asked for. In the development
# cases 1 of 7 such links within a day is one that the coders made, 3 of 13 within two, 4 of 16 within five.
LOOSE_DAYS = 2
STRIKING = frozenset({"remote", "ground", "abuse"})
KIND = "response_to"


def event_links(links: Iterable[ClaimLink], events: Iterable[Event]) -> tuple[Link, ...]:
    """The reports' links between claims as links between their events, each pair of events once.

    Of several reports that say so the one with the smallest id is kept. A link of an event to itself is dropped, and of
    two events that are each called an answer to the other the link that runs against the days, or has fewer reports,
    since nothing answers what has not happened yet.
    """
    holder: dict[str, Event] = {claim.id: event for event in events for claim in event.claims}
    told: dict[tuple[str, str, str], list[ClaimLink]] = {}
    for link in links:
        later, earlier = holder.get(link.later), holder.get(link.earlier)
        if later is not None and earlier is not None and later.id != earlier.id:
            told.setdefault((later.id, earlier.id, link.kind), []).append(link)
    events_by_id = {event.id: event for event in holder.values()}
    kept = _without_circles(told, events_by_id)
    return tuple(
        Link(later, earlier, kind, first.report, first.span)
        for later, earlier, kind in sorted(kept)
        for first in [
            min(told[later, earlier, kind], key=lambda link: (link.report, link.span, link.later, link.earlier))
        ]
    )


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
