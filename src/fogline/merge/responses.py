"""Which event is called an answer to which?"""

from collections.abc import Iterable, Mapping

from fogline.model import ClaimLink, Event, Link


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
