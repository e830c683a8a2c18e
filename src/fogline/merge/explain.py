"""Why is an event what it is: what joined its tellings, what came near and stayed out, who contradicts whom?

The merge is run again with its trace, so what is told here is what it did.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from fogline.merge.disputes import disputed
from fogline.merge.evidence import explain_pair, total
from fogline.merge.evidence_days import CONTRADICTS
from fogline.merge.figure_disputes import Contradictions
from fogline.merge.formulas import counts_of
from fogline.merge.kinds import ATTACKS
from fogline.merge.origins import origins
from fogline.merge.pairs import enough, judge, refusal
from fogline.merge.same_event import FITTING, LEAST_PART, MOST_MEMBERS, grouped
from fogline.merge.summary import event_id
from fogline.merge.unit import Unit, units
from fogline.merge.verdicts import Bonds, bonds
from fogline.model import FIGURES, Claim, ClaimLink, Event, Link, Report
from fogline.model.explained import Answer, Explained, Name, Near, Opposed, Pairing
from fogline.model.verdict import Ruling, Verdict

# Candidates that stayed out which are shown: the nearest come first.
MOST_NEAR = 5
MOST_COMPARED = 100  # claims of a disputed field: 4,950 pairs
MOST_BESIDE = 40  # tellings of this event, and of each other, that are laid beside each other
NEAR_DAYS = 3  # the widest gap that the evidence lets pass


def explain_merge(
    event: Event,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    links: Sequence[ClaimLink],
    *,
    verdicts: Sequence[Verdict],
    event_links: Iterable[Link],
) -> Explained:
    """The reasons of an event that the merge of these gives; see `merge`."""
    by_id = {report.id: report for report in reports}
    first_told = origins(reports, counts_of(claims))
    told = units(claims, by_id, first_told)
    demanded = bonds(verdicts, {unit.telling for unit in told})
    trace = grouped(told, demanded)
    of = {unit.id: group for group in trace.groups for unit in group}
    own = of[min(claim.id for claim in event.claims)]
    ids = {unit.id for unit in own}
    joins = tuple(_pairing(pair.one, pair.other) for pair in trace.joins if pair.one.id in ids)
    names = {unit.telling for unit in own}
    spoken = (ruling for ruling in demanded.rulings if _speaks_of(ruling.verdict, names, demanded.rulings))
    return Explained(
        event.id,
        joins,
        tuple(_near(told, own, of, demanded)),
        tuple(spoken),
        tuple(_opposed(event, by_id, first_told)),
        tuple(_answers(event, trace.groups, links, event_links)),
    )


def _pairing(one: Unit, other: Unit) -> Pairing:
    features = explain_pair(one, other)
    return Pairing(one.telling, other.telling, features, total(features), enough(one))


def _near(told: Sequence[Unit], own: Sequence[Unit], of: Mapping[str, tuple[Unit, ...]], demanded: Bonds) -> list[Near]:
    """For each event with tellings like those of this one the pair that comes closest; the nearest events first."""
    ids = {unit.id for unit in own}
    best: dict[str, tuple[tuple[float, float, str, str], Unit, Unit]] = {}
    asked = {unit.id for group in of.values() for unit in group[:MOST_BESIDE]} - ids
    for mine, other in product(own[:MOST_BESIDE], (unit for unit in told if unit.id in asked)):
        if not _beside(mine, other):
            continue
        features = explain_pair(mine, other)
        rest = sum(feature.score for feature in features if feature.score > CONTRADICTS)
        rank = (-total(features), -rest, mine.id, other.id)
        group = of[other.id][0].id
        if group not in best or rank < best[group][0]:
            best[group] = (rank, mine, other)
    nearest = sorted(best.values(), key=lambda one: one[0])[:MOST_NEAR]
    return [
        Near(
            _pairing(mine, other),
            event_id(claim.id for unit in of[other.id] for claim in unit.claims),
            _against(own, of[other.id], (mine, other), demanded),
        )
        for _, mine, other in nearest
    ]


def _beside(one: Unit, other: Unit) -> bool:
    """Whether two tellings are alike enough to wonder why they are not one: of one kind, and of neighbouring days."""
    if one.ahead != other.ahead or (one.group != other.group and not {one.group, other.group} <= ATTACKS):
        return False
    return one.days is None or other.days is None or one.days.gap(other.days) <= NEAR_DAYS


def _against(own: Sequence[Unit], others: Sequence[Unit], pair: tuple[Unit, Unit], demanded: Bonds) -> str:
    """What kept two groups apart, in words."""
    barred = {name for unit in own for name in demanded.apart.get(unit.telling, ())}
    if barred & {unit.telling for unit in others}:
        return "a person holds them apart"
    if judge(*pair) is None:
        features = explain_pair(*pair)
        worst = min(features, key=lambda feature: feature.score)
        if worst.score == CONTRADICTS:
            return f"{worst.name} contradicts it ({worst.detail})"
        return refusal(*pair, features) or "too little speaks for it"
    both = sorted({unit.report for unit in own} & {unit.report for unit in others})
    if both:
        return f"{both[0]} tells both, as two"
    return _at_odds(own, others, LEAST_PART * enough(pair[0]))


def _at_odds(own: Sequence[Unit], others: Sequence[Unit], least: float) -> str:
    """Which of the pairs between two groups kept them apart, where the best of them did not."""
    pairs = list(product(own[:MOST_MEMBERS], others[:MOST_MEMBERS]))
    for one, other in pairs:
        features = explain_pair(one, other)
        if total(features) < least:
            worst = min(features, key=lambda feature: feature.score)
            return f"{one.report} and {other.report} do not agree: {worst.name} ({worst.detail})"
    if sum(judge(*pair) is not None for pair in pairs) < FITTING * len(pairs):
        return "most pairs of their tellings are not enough by themselves"
    return "told too vaguely: another candidate is as good, or too little is in common on the whole"


def _speaks_of(verdict: Verdict, names: set[Name], rulings: Sequence[Ruling]) -> bool:
    """Whether a verdict, or the one that it undoes, names a telling of the event."""
    named = {(telling.report, telling.happening) for telling in (*verdict.one, *verdict.other)}
    undone = (ruling.verdict for ruling in rulings if ruling.verdict.id == verdict.of)
    return bool(named & names) or any(_speaks_of(one, names, rulings) for one in undone)


def _opposed(event: Event, reports: Mapping[str, Report], copies: Mapping[str, str]) -> Iterator[Opposed]:
    """For each disputed field the pairs of claims on which the merge's own question says that they contradict.

    Of counts it is asked with all that was told: a side is held to what it says by then, not to an older count.
    """
    compared = {field: _compared(event.claims, field) for field in event.disputed}
    for field, claims in compared.items():
        if field in FIGURES:
            among = {claim.id for claim in claims}
            pairs = list(Contradictions(field, event.claims, reports, copies).pairs(among))
        else:
            every = combinations(claims, 2)
            pairs = [(a.id, b.id) for a, b in every if field in disputed((a, b), reports, copies, event.type)]
        given = {claim for pair in pairs for claim in pair}
        speak = [claim.id for claim in claims if claim.id in given or not given]
        left = sum(_speaks(claim, field) for claim in event.claims) - len(claims)
        yield Opposed(field, tuple(pairs), tuple(speak), left)


def _compared(claims: Sequence[Claim], field: str) -> list[Claim]:
    """The claims that speak of a field; of very many those in which a voice is the first to say what it says of it."""
    speak = [claim for claim in claims if _speaks(claim, field)]
    if len(speak) <= MOST_COMPARED:
        return speak
    first: dict[tuple[object, ...], Claim] = {}
    for claim in speak:
        says = claim.figures.get(field) or getattr(claim, field, None)
        first.setdefault((claim.side, claim.by, claim.stance, says), claim)
    kept = {claim.id for claim in list(first.values())[:MOST_COMPARED]}
    return [claim for claim in speak if claim.id in kept]


def _speaks(claim: Claim, field: str) -> bool:
    return (
        field in claim.figures or field == "occurred" or claim.stance == "denies" or bool(getattr(claim, field, None))
    )


def _answers(
    event: Event, groups: Iterable[Sequence[Unit]], links: Sequence[ClaimLink], event_links: Iterable[Link]
) -> Iterator[Answer]:
    """Each link of the event with the reports' links between claims that it stands for, in their order."""
    holder: dict[str, str] = {}
    for group in groups:
        ids = [claim.id for unit in group for claim in unit.claims]
        holder.update(dict.fromkeys(ids, event_id(ids)))
    told: defaultdict[tuple[str | None, str | None, str], list[ClaimLink]] = defaultdict(list)
    for one in links:
        told[holder.get(one.later), holder.get(one.earlier), one.kind].append(one)
    for link in event_links:
        if event.id in (link.later, link.earlier):
            behind = told[link.later, link.earlier, link.kind]
            behind = behind or [one for one in links if (one.report, one.span) == (link.report, link.span)]
            yield Answer(link, tuple(sorted(behind, key=lambda one: (one.report, one.span, one.later, one.earlier))))
