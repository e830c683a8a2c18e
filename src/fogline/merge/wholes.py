"""Which counts are of a part of those whom others count: "four children were killed" beside "12 people were killed"?

A reader marks such a count with the kind of people in the claim's spans (`killed:children`). Where anybody counts all,
and at least as many, a part's count says nothing of the whole and does not take its place; "at least four" is not that
many where 11 of one kind are told. That none of a kind was counted says nothing of the whole: where nobody counts more,
there is no count. Two counts contradict each other only where they speak of the same people, whoever else counts what:
those of civilians do, and those of children are of civilians too, but fewer than all of them. A count of soldiers is
compared with one of people, since each side counts those of the other as such.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from fogline.model import Claim, Figure

# Kinds of people of whom nobody says that they were all who died; that no civilians did says as little of the whole.
AMONG_OTHERS = frozenset({"children", "women", "helpers"})
# Of whom those may be a part: of all who are counted, or of the civilians.
THE_OTHERS = frozenset({"", "civilians"})


def without_parts(told: Sequence[Claim]) -> list[Claim]:
    """The claims, without the counts of a part where another claim counts the whole, or where they are of nobody."""
    most: defaultdict[str, float] = defaultdict(lambda: float("-inf"))
    counted: set[str] = set()
    for claim in told:
        counted |= {name for name, value in claim.figures.items() if value.high != 0}
        for name in claim.figures.keys() - parts_of(claim).keys():
            value = claim.figures[name]
            most[name] = max(most[name], value.low if value.high is None else value.high)

    def says_nothing(claim: Claim, name: str) -> bool:
        return claim.figures[name].low <= most[name] or name not in counted

    return [_less(claim, [name for name in parts_of(claim) if says_nothing(claim, name)]) for claim in told]


def parts_of(claim: Claim) -> dict[str, str]:
    """The figures of a claim that count one kind of people, with the kind."""
    marked = (key.partition(":") for key in claim.spans)
    return {name: kind for name, mark, kind in marked if mark and name in claim.figures}


def kind_counted(claim: Claim, name: str) -> str:
    """The kind of people whom a claim's figure counts, "" where it is of all."""
    return parts_of(claim).get(name, "")


def may_be_all(value: Figure, kind: str) -> bool:
    """Whether a count may be meant as that of all: that of soldiers or civilians, but not that there were none."""
    return not kind or (kind not in AMONG_OTHERS and value.high != 0)


def of_the_same(one: Figure, kind: str, other: Figure, other_kind: str) -> bool:
    """Whether two counts speak of the same people, so that they may contradict each other.

    A count of children does not speak of all or of the civilians unless it is higher than theirs.
    """
    if kind == other_kind:
        return True
    for few, part, many, whole in ((one, kind, other, other_kind), (other, other_kind, one, kind)):
        if part in AMONG_OTHERS and whole in THE_OTHERS:
            return few.low > _top(many)
    return may_be_all(one, kind) and may_be_all(other, other_kind)


def _top(value: Figure) -> float:
    return float("inf") if value.high is None else value.high


def _less(claim: Claim, parts: Collection[str]) -> Claim:
    if not parts:
        return claim
    return replace(claim, figures={name: value for name, value in claim.figures.items() if name not in parts})
