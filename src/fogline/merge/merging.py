"""How does a merge after one new report cost little more than that report?

`Merging` is `merge` with a memory: the same in, the same out, but what the last merge worked out is kept, and only what
the difference reaches is worked out again. What is the same is told by identity, in one pass over the inputs, so who
calls it gives the same objects again.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from fogline.merge.formulas import Counts, counts_of
from fogline.merge.origins import Origins
from fogline.merge.remember import Grouping
from fogline.merge.responses import event_links
from fogline.merge.summary import summarise
from fogline.merge.unit import Unit, units
from fogline.merge.verdicts import bonds
from fogline.model import Claim, ClaimLink, Event, Link, Merged, Report
from fogline.model.verdict import Verdict

Merge = Callable[[Sequence[Report], Sequence[Claim], Sequence[ClaimLink], Sequence[Verdict]], Merged]
# Of more claims nothing is kept between merges: who meets whom takes about a kilobyte a claim.
MOST_CLAIMS = 300_000

T = TypeVar("T")
# An event's place in the order of events, which ends in its id.
Order = tuple[bool, int, int, str]


@dataclass(slots=True)
class _Known:
    """What the last merge was of, and what it gave."""

    given_reports: dict[int, Report] = field(default_factory=dict)  # by the object's identity, as are the claims
    given_claims: dict[int, Claim] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    claims: dict[str, dict[int, Claim]] = field(default_factory=dict)  # by report
    claim_ids: set[str] = field(default_factory=set)
    counts: dict[str, Counts] = field(default_factory=dict)  # by report
    told_by: Origins = field(default_factory=Origins)
    origins: dict[str, str] = field(default_factory=dict)
    told: dict[str, list[Unit]] = field(default_factory=dict)  # by report
    unit_of: dict[str, str] = field(default_factory=dict)  # by the claim's id
    grouping: Grouping = field(default_factory=Grouping)
    drawn: dict[str, tuple[tuple[Unit, ...], Order, Event]] = field(default_factory=dict)  # by the group's name
    order: list[Order] = field(default_factory=list)
    by_id: dict[str, Event] = field(default_factory=dict)


class Merging:
    """A merge that remembers the last one. Not for several threads at once.

    The first call only merges, unless `remember` was called: a process that merges once need not pay for a memory.
    """

    def __init__(self, whole: Merge) -> None:
        """`whole` merges without a memory."""
        self._whole = whole
        self._called = False
        self._known: _Known | None = None

    def remember(self) -> None:
        """Remember from the first call on."""
        self._called = True

    def __call__(
        self,
        reports: Sequence[Report],
        claims: Sequence[Claim],
        links: Sequence[ClaimLink],
        verdicts: Sequence[Verdict],
    ) -> Merged:
        """What `whole` gives of the same."""
        first, self._called = not self._called, True
        known, self._known = self._known or _Known(), None  # nothing half changed is kept where this fails
        touched = None if first or len(claims) > MOST_CLAIMS else _take(known, reports, claims)
        if touched is None:
            return self._whole(reports, claims, links, verdicts)
        _change(known, touched, verdicts)
        self._known = known
        return Merged(tuple(known.by_id[key[-1]] for key in known.order), _links(known, links), known.origins)


def _take(known: _Known, reports: Sequence[Report], claims: Sequence[Claim]) -> set[str] | None:
    """Take in what came and out what went; the ids of the reports that are to be looked at again.

    None where two inputs have one id: which of them counts is for the whole merge to say.
    """
    reports_by = dict(zip(map(id, reports), reports, strict=True))
    claims_by = dict(zip(map(id, claims), claims, strict=True))
    went, came = _difference(known.given_reports, reports_by)
    for report in went:
        del known.reports[report.id]
    known.reports.update((report.id, report) for report in came)
    gone, new = _difference(known.given_claims, claims_by)
    for claim in gone:
        del known.claims[claim.report][id(claim)]
    for claim in new:
        known.claims.setdefault(claim.report, {})[id(claim)] = claim
    known.claim_ids.difference_update(claim.id for claim in gone)
    known.claim_ids.update(claim.id for claim in new)
    if len(known.reports) != len(reports_by) or len(known.claim_ids) != len(claims_by):
        return None
    known.given_reports, known.given_claims = reports_by, claims_by
    before = known.origins
    retold = {claim.report for claim in (*gone, *new)}
    for key in retold:
        known.counts.pop(key, None)
        known.counts.update(counts_of(known.claims[key].values()))
    known.origins = known.told_by.of(known.reports.values(), known.counts) if went or came or retold else before
    moved = {key for key in before.keys() | known.origins.keys() if before.get(key) != known.origins.get(key)}
    return moved | {report.id for report in (*went, *came)} | retold


def _difference(before: dict[int, T], after: dict[int, T]) -> tuple[list[T], list[T]]:
    """What is only in the first and what is only in the second."""
    return [before[key] for key in before.keys() - after.keys()], [after[key] for key in after.keys() - before.keys()]


def _change(known: _Known, touched: Iterable[str], verdicts: Sequence[Verdict]) -> None:
    """Group what the touched reports tell, and draw the events that this makes."""
    gone: list[Unit] = []
    come: list[Unit] = []
    for key in touched:
        gone += known.told.pop(key, [])
        told = units(known.claims.get(key, {}).values(), known.reports, known.origins)
        if told:
            known.told[key] = told
            come += told
    for unit in gone:
        for claim in unit.claims:
            del known.unit_of[claim.id]
    known.unit_of.update((claim.id, unit.id) for unit in come for claim in unit.claims)
    names = {unit.telling for told in known.told.values() for unit in told} if verdicts else set()
    lost, made = known.grouping.change(gone, come, bonds(verdicts, names))
    before = {name: known.drawn.pop(name) for name in lost}
    for _, order, event in before.values():
        del known.order[bisect_left(known.order, order)]
        del known.by_id[event.id]
    for name in made:
        group = known.grouping.groups[name]
        held = before.get(name)
        if held is None or len(held[0]) != len(group) or any(a is not b for a, b in zip(held[0], group, strict=True)):
            claims = [claim for unit in group for claim in unit.claims]
            event = summarise(claims, known.reports, known.origins)
            held = (group, _order(event), event)
        known.drawn[name] = held
        insort(known.order, held[1])
        known.by_id[held[2].id] = held[2]


def _links(known: _Known, links: Sequence[ClaimLink]) -> tuple[Link, ...]:
    """The links between events: any may be the one that the words of a link mean."""
    return event_links(links, tuple(known.by_id.values())) if links else ()


def _order(event: Event) -> Order:
    if event.date is None:
        return True, 0, 0, event.id
    return False, event.date.first.toordinal(), event.date.last.toordinal(), event.id
