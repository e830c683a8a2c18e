"""Claims become events: which reports copy which, which claims are of one happening, and what they add up to."""

from collections.abc import Collection, Iterable, Sequence

from fogline.merge.explain import explain_merge
from fogline.merge.formulas import counts_of
from fogline.merge.history import history
from fogline.merge.merging import Merging
from fogline.merge.origins import origins
from fogline.merge.responses import event_links
from fogline.merge.same_event import same_event
from fogline.merge.summary import summarise
from fogline.merge.unit import Unit, units
from fogline.merge.verdicts import bonds
from fogline.model import Claim, ClaimLink, Days, Event, Merged, Report
from fogline.model.verdict import Ruling, Verdict

__all__ = ["Merging", "explain_merge", "history", "merge", "merging", "rulings"]


def merge(
    reports: Sequence[Report], claims: Sequence[Claim], links: Sequence[ClaimLink], verdicts: Sequence[Verdict] = ()
) -> Merged:
    """The events that these claims are about, with the links between them and the origin of each report.

    A pure function of the set of its inputs: order and repetition change nothing. Every claim is in exactly one event;
    claims that share a report and a happening are in the same one. What people's verdicts demand is obeyed before
    anything else; the reports that they name are those of `reports`.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda r: (r.id, r.full_text))}
    once = list(_once(claims))
    first_told = origins(by_id.values(), counts_of(once))
    told = units(once, by_id, first_told)
    groups = same_event(told, bonds(verdicts, {unit.telling for unit in told}))
    events = sorted((summarise(_claims(group), by_id, first_told) for group in groups), key=_by_day)
    return Merged(tuple(events), event_links(links, events), first_told)


def merging() -> Merging:
    """The same function with a memory, for who merges again and again: a few new reports cost only what they reach."""
    return Merging(merge)


def rulings(verdicts: Sequence[Verdict], tellings: Collection[tuple[str, str]]) -> tuple[Ruling, ...]:
    """What becomes of each verdict among these tellings (report's id, happening's name), in order of time."""
    return bonds(verdicts, tellings).rulings


def _once(claims: Iterable[Claim]) -> Iterable[Claim]:
    """One claim of each id, whatever their order: of several unlike ones that whose values come last."""
    once: dict[str, Claim] = {}
    for claim in claims:
        held = once.setdefault(claim.id, claim)
        if held is not claim and repr(held) < repr(claim):
            once[claim.id] = claim
    return once.values()


def _claims(group: Sequence[Unit]) -> list[Claim]:
    return [claim for unit in group for claim in unit.claims]


def _by_day(event: Event) -> tuple[bool, Days | None, str]:
    """By first day, the undated last, then by id."""
    return (event.date is None, event.date, event.id)
