"""How many independent origins does an event have, from which sides, and what do they amount to?

A telling that only quotes another outlet's is no origin of its own: it counts with that outlet's telling of the event.
An outlet that is quoted but tells nothing of the event itself in this ledger is a voice like any other (`outlets`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from fogline.merge.kinds import MUTUAL
from fogline.merge.order import told_at
from fogline.merge.outlets import Outlets, named_at, one_outlet, outlet_key
from fogline.model import TYPE_GROUPS, Claim, Report

# Types of what several do to each other or with each other, so that all of them may stand as those who did it.
MUTUAL_TYPES = frozenset(kind for kind, group in TYPE_GROUPS.items() if group in MUTUAL)


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Independent `origins`, the `sides` whose voices say that it happened, by name, and the level that these reach."""

    origins: int
    sides: tuple[str, ...]
    level: str


def corroboration(told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]) -> Corroboration:
    """What the claims of one event amount to.

    Levels, the strongest that holds: `one_origin`, where one origin alone tells that it happened; `one_side`, where
    several do and only one side's voices, or one origin's own, vouch for it; `both_sides`, where voices both of a side
    that is said to have done it and of one that it was done to say so; `independent`, where at least two origins vouch
    for it in words that belong to no side: an outlet's own, a witness's, an international body's.
    """
    first = first_tellers(told, reports, origins)
    says = _standing(told, reports)
    sides = sorted({claim.side for claim in says if claim.side})
    count = len(set(first.values()))
    if len({first[claim.report] for claim in says}) < 2:
        return Corroboration(count, tuple(sides), "one_origin")
    own = _own_words(told, reports, first)
    neutral = {first[claim.report] for claim in says if claim.side is None and claim.report in own}
    if len(neutral) > 1:
        return Corroboration(count, tuple(sides), "independent")
    return Corroboration(count, tuple(sides), "both_sides" if _both(says, set(sides)) else "one_side")


def _standing(told: Iterable[Claim], reports: Mapping[str, Report]) -> list[Claim]:
    """The claims that say that it happened, less what a side took back: its last word on a deed counts."""
    told = list(told)
    denied = [claim for claim in told if claim.stance == "denies" and claim.side]
    says = (claim for claim in told if claim.stance == "asserts")
    return [claim for claim in says if not any(_takes_back(denial, claim, reports) for denial in denied)]


def _takes_back(denial: Claim, claim: Claim, reports: Mapping[str, Report]) -> bool:
    """Whether a side denies later on what it had said: the same hand, and nothing else that was hit."""
    if denial.side != claim.side or told_at(reports.get(denial.report)) <= told_at(reports.get(claim.report)):
        return False
    return _may_be_one(denial.actor, claim.actor) and _may_be_one(denial.against, claim.against)


def _may_be_one(one: Collection[str], other: Collection[str]) -> bool:
    return not one or not other or not set(one).isdisjoint(other)


def _own_words(told: Iterable[Claim], reports: Mapping[str, Report], first: Mapping[str, str]) -> set[str]:
    """The reports whose words are an origin's own, one of each: who copies or quotes one adds no word to it.

    It is the origin's report, or, where that tells nothing of the event, the first of those that go back to it.
    """
    order = sorted({claim.report for claim in told}, key=lambda name: (told_at(reports.get(name)), name))
    own = {first[name]: name for name in reversed(order)}
    return {origin if origin in first else name for origin, name in own.items()}


def _both(says: Sequence[Claim], sides: Set[str]) -> bool:
    """Whether who did it and whom it was done to both say so.

    Where civilians are hit, whom no party stands for, these are who says so of another that says so too and names no
    party that was hit; and those who did it to each other, where nobody else is named.
    """
    actors = {party for claim in says for party in claim.actor} & sides
    targets = {party for claim in says for party in claim.target}
    if any(actor != target for actor in actors for target in targets & sides):
        return True
    mutual = (claim for claim in says if claim.type in MUTUAL_TYPES and not targets)
    if any(len(sides & set(claim.actor)) > 1 for claim in mutual):
        return True
    unnamed = (claim for claim in says if claim.side and not claim.target and claim.side not in claim.actor)
    return any(actors.intersection(claim.actor) for claim in unnamed)


def first_tellers(told: Iterable[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]) -> dict[str, str]:
    """For each report of an event who told it first: the id of a report."""
    by_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        by_report[claim.report].append(claim)
    outlets: defaultdict[str, list[str]] = defaultdict(list)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(by_report):
        report = reports.get(name)
        if report is not None and report.source:
            outlets[outlet_key(report.source)].append(name)
            names[outlet_key(report.source)].append(report.source)
    known = Outlets(names)
    quoted = {name: _quoted(claims, reports.get(name), names, known) for name, claims in by_report.items()}
    return {name: _first(name, quoted, outlets, origins) for name in sorted(by_report)}


def _first(
    name: str, quoted: Mapping[str, str | None], outlets: Mapping[str, Sequence[str]], origins: Mapping[str, str]
) -> str:
    """Who told first what this report tells, along the quotations; of outlets that quote each other the smallest id."""
    path = [name]
    while (outlet := quoted[path[-1]]) is not None:
        original = outlets[outlet][0]
        if original in path:
            name = min(path[path.index(original) :])
            return origins.get(name, name)
        path.append(original)
    return origins.get(path[-1], path[-1])


def _quoted(
    claims: Sequence[Claim], report: Report | None, names: Mapping[str, Sequence[str]], known: Outlets
) -> str | None:
    """The outlet that all of a report's claims on the event quote, of those that tell of it themselves.

    A headline that nobody vouches for sums up what stands below it.
    """
    own = report.source if report is not None and report.source else None
    title = len(report.title) if report is not None else 0
    telling = [
        claim for claim in claims if claim.by or claim.side or not claim.sentence or claim.sentence_start >= title
    ]
    if not telling:
        return None
    may = sorted(known.candidates(telling[0].by, telling[0].sentence))
    others = (key for key in may if own is None or not one_outlet(key, own))
    return next((key for key in others if all(_quotes(claim, key, names[key]) for claim in telling)), None)


def _quotes(claim: Claim, key: str, names: Sequence[str]) -> bool:
    """Whether an outlet is a claim's voice, or named in its sentence: "AFP said, citing the mayor"."""
    if claim.by and one_outlet(key, claim.by):
        return True
    parts = [span for role, span in claim.spans.items() if role != "said"]
    at = [(claim.sentence_start + start, claim.sentence_start + end) for start, end in named_at(claim.sentence, names)]
    return any(not any(start < last and first < end for first, last in parts) for start, end in at)
