"""How does a merge after one new report cost little more than that report?

`Merging` is `merge` with a memory: the same in, the same out, but what the last merge worked out is kept, and only what
the difference reaches is worked out again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import is_

from fogline.merge.origins import Origins
from fogline.merge.remember import Grouping
from fogline.merge.responses import event_links
from fogline.merge.summary import summarise
from fogline.merge.unit import Unit, units
from fogline.merge.verdicts import bonds
from fogline.model import Claim, ClaimLink, Event, Merged, Report
from fogline.model.verdict import Verdict

Merge = Callable[[Sequence[Report], Sequence[Claim], Sequence[ClaimLink], Sequence[Verdict]], Merged]
# Of more claims nothing is kept between merges: who meets whom takes about a kilobyte a claim.
MOST_CLAIMS = 300_000

Order = tuple[bool, int, int, str]


@dataclass(slots=True)
class _Known:
    """What the last merge was of, and what it gave."""

    reports: Mapping[str, Report] = field(default_factory=dict)
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    told: dict[str, list[Unit]] = field(default_factory=dict)
    texts: Origins = field(default_factory=Origins)
    grouping: Grouping = field(default_factory=Grouping)
    events: dict[str, tuple[tuple[Unit, ...], Order, Event]] = field(default_factory=dict)


class Merging:
    """A merge that remembers the last one. Not for several threads at once.

    The first call only merges: a process that merges once need not pay for a memory.
    """

    def __init__(self, whole: Merge) -> None:
        """`whole` merges without a memory."""
        self._whole = whole
        self._called = False
        self._known: _Known | None = None

    def __call__(
        self,
        reports: Sequence[Report],
        claims: Sequence[Claim],
        links: Sequence[ClaimLink],
        verdicts: Sequence[Verdict],
    ) -> Merged:
        """What `whole` gives of the same."""
        first, self._called = not self._called, True
        by_id = {report.id: report for report in reports}
        alone = len(by_id) == len(reports) and len({claim.id for claim in claims}) == len(claims)
        if first or not alone or len(claims) > MOST_CLAIMS:
            self._known = None
            return self._whole(reports, claims, links, verdicts)
        known, self._known = self._known or _Known(), None  # nothing half changed is kept where this fails
        merged = _changed(known, by_id, claims, links, verdicts)
        self._known = known
        return merged


def _changed(
    known: _Known,
    reports: Mapping[str, Report],
    claims: Sequence[Claim],
    links: Sequence[ClaimLink],
    verdicts: Sequence[Verdict],
) -> Merged:
    """Bring what is known to these reports, claims and verdicts."""
    by_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    unlike = not _same(list(known.reports.values()), list(reports.values()))
    origins = known.texts.of(reports.values()) if unlike or not known.reports else known.origins
    gone: list[Unit] = []
    come: list[Unit] = []
    for key in list(_differing(known, reports, by_report, origins)):
        gone += known.told.pop(key, [])
        told = units(by_report.get(key, ()), reports, origins)
        if told:
            known.told[key] = told
            come += told
    names = {unit.telling for told in known.told.values() for unit in told} if verdicts else set()
    known.reports, known.claims, known.origins = reports, by_report, origins
    known.grouping.change(gone, come, bonds(verdicts, names))
    events = _events(known)
    return Merged(tuple(events), event_links(links, events), dict(origins))


def _differing(
    known: _Known, reports: Mapping[str, Report], claims: Mapping[str, Sequence[Claim]], origins: Mapping[str, str]
) -> Iterator[str]:
    """The reports of which anything is not as it was: their words, date, claims or origin."""
    for key in known.claims.keys() | claims.keys():
        report, before = reports.get(key), known.reports.get(key)
        if (
            (report is not before and report != before)
            or origins.get(key) != known.origins.get(key)
            or not _same(claims.get(key, ()), known.claims.get(key, ()))
        ):
            yield key


def _same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether two sequences hold the same, which is soon told where they hold the very same objects."""
    return len(one) == len(other) and (all(map(is_, one, other)) or list(one) == list(other))


def _events(known: _Known) -> list[Event]:
    """All events by first day, the undated last, then by id; only those of changed groups are summed up again."""
    before, known.events = known.events, {}
    for key, group in known.grouping.groups.items():
        held = before.get(key)
        if held is None or held[0] is not group:
            told = [claim for unit in group for claim in unit.claims]
            event = summarise(told, known.reports, known.origins)
            held = (group, _order(event), event)
        known.events[key] = held
    return [event for _, _, event in sorted(known.events.values(), key=lambda held: held[1])]


def _order(event: Event) -> Order:
    if event.date is None:
        return True, 0, 0, event.id
    return False, event.date.first.toordinal(), event.date.last.toordinal(), event.id
