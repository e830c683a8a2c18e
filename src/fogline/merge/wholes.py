"""Which counts are of a part of those whom others count: "four children were killed" beside "12 people were killed"?

A reader marks such a count with the kind of people in the claim's spans (`killed:children`). Where anybody counts all,
and at least as many, a part's count says nothing of the whole and does not take its place. Nor does that of children
dispute the whole; a count of soldiers against one of people does, since each side counts those of the other as such.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from fogline.model import Claim

# Kinds of people of whom nobody says that they were all who died; that no civilians did says as little of the whole.
AMONG_OTHERS = frozenset({"children", "women", "helpers"})


def without_parts(told: Sequence[Claim]) -> list[Claim]:
    """The claims, without the counts of a part where another claim counts the whole."""
    return _without(told, {claim.id: frozenset(parts_of(claim)) for claim in told})


def without_parts_that_fit(told: Sequence[Claim]) -> list[Claim]:
    """The same, but a part's count that may be meant as the whole stays: that of soldiers, of civilians."""
    fitting = {
        claim.id: frozenset(
            name for name, kind in parts_of(claim).items() if kind in AMONG_OTHERS or not claim.figures[name].low
        )
        for claim in told
    }
    return _without(told, fitting)


def parts_of(claim: Claim) -> dict[str, str]:
    """The figures of a claim that count one kind of people, with the kind."""
    marked = (key.partition(":") for key in claim.spans)
    return {name: kind for name, mark, kind in marked if mark and name in claim.figures}


def _without(told: Sequence[Claim], parts: dict[str, frozenset[str]]) -> list[Claim]:
    most: defaultdict[str, float] = defaultdict(lambda: float("-inf"))
    for claim in told:
        for name in claim.figures.keys() - parts_of(claim).keys():
            high = claim.figures[name].high
            most[name] = max(most[name], float("inf") if high is None else high)
    return [_less(claim, [n for n in parts[claim.id] if claim.figures[n].low <= most[n]]) for claim in told]


def _less(claim: Claim, parts: Collection[str]) -> Claim:
    if not parts:
        return claim
    return replace(claim, figures={name: value for name, value in claim.figures.items() if name not in parts})
