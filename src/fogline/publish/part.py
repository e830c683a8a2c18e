"""What of a ledger goes into an export: all of it, or the events that a question asks for and what belongs to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from fogline.model.event import Event, Link
from fogline.model.report import Report
from fogline.model.verdict import Verdict
from fogline.publish.forms import event_order, link_order


@dataclass(frozen=True, slots=True)
class Part:
    """Events by first day and id, the links from and to them, the reports behind them by id, and all verdicts.

    `origins` maps a report's id to the id of the report whose words it copies.
    """

    reports: tuple[Report, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @classmethod
    def of(
        cls,
        reports: Iterable[Report],
        origins: Mapping[str, str],
        events: Iterable[Event],
        links: Iterable[Link],
        verdicts: Iterable[Verdict] = (),
    ) -> Self:
        """The whole of what is given, in order."""
        return cls(
            tuple(sorted(reports, key=lambda report: report.id)),
            origins,
            tuple(sorted(events, key=event_order)),
            tuple(sorted(links, key=link_order)),
            tuple(verdicts),
        )

    def only(self, events: Iterable[Event]) -> "Part":
        """These events, the links that touch one of them, and the reports that tell of them."""
        kept = tuple(sorted(events, key=event_order))
        ids = {event.id for event in kept}
        told = {claim.report for event in kept for claim in event.claims}
        return Part(
            tuple(report for report in self.reports if report.id in told),
            self.origins,
            kept,
            tuple(link for link in self.links if link.later in ids or link.earlier in ids),
            self.verdicts,
        )

    def report_by_id(self) -> dict[str, Report]:
        """The reports by id."""
        return {report.id: report for report in self.reports}

    def pairs(self) -> list[tuple[Event, Event, list[Link]]]:
        """Answers with both ends among the events: the later event, the earlier one, and the links that say so."""
        events = {event.id: event for event in self.events}
        found: dict[tuple[str, str], list[Link]] = {}
        for link in self.links:
            if link.later in events and link.earlier in events:
                found.setdefault((link.later, link.earlier), []).append(link)
        return [(events[later], events[earlier], links) for (later, earlier), links in found.items()]
