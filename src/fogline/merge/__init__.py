"""Claims become events: which reports copy which, which claims are of one happening, and what they add up to."""

from collections.abc import Sequence

from fogline.merge.origins import origins
from fogline.merge.responses import event_links
from fogline.merge.same_event import same_event
from fogline.merge.summary import summarise
from fogline.merge.unit import Unit, units
from fogline.model import Claim, ClaimLink, Days, Event, Merged, Report

__all__ = ["merge"]


def merge(reports: Sequence[Report], claims: Sequence[Claim], links: Sequence[ClaimLink]) -> Merged:
    """The events that these claims are about, with the links between them and the origin of each report.

    A pure function of the set of its inputs: order and repetition change nothing. Every claim is in exactly one event;
    claims that share a report and a happening are in the same one.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda r: (r.id, r.full_text))}
    first_told = origins(by_id.values())
    once = {claim.id: claim for claim in sorted(claims, key=lambda c: (c.id, repr(c)))}
    groups = same_event(units(once.values(), by_id, first_told))
    events = sorted((summarise(_claims(group), by_id, first_told) for group in groups), key=_by_day)
    return Merged(tuple(events), event_links(links, events), first_told)


def _claims(group: Sequence[Unit]) -> list[Claim]:
    return [claim for unit in group for claim in unit.claims]


def _by_day(event: Event) -> tuple[bool, Days | None, str]:
    """By first day, the undated last, then by id."""
    return (event.date is None, event.date, event.id)
