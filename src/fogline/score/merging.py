"""How well do events hold together what is one happening, where the truth is known?

Pairwise precision and recall over pairs of tellings of different reports (Menestrina, Whang and Garcia-Molina,
"Evaluating entity resolution results", 2010), and B³ over tellings (Bagga and Baldwin, "Algorithms for scoring
coreference chains", 1998). A telling is one report's claims on one happening, so that neither many voices in one report
nor what the reader already joined counts.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fogline.model import Claim

Telling = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Quality:
    """A precision and a recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def qualities(events: Iterable[Sequence[Claim]], truth: Mapping[str, int]) -> tuple[Quality, Quality]:
    """Pairwise and B³ quality of events, given as their claims; `truth` tells each claim's happening by its id."""
    found: dict[Telling, int] = {}
    wanted: dict[Telling, int] = {}
    for number, claims in enumerate(events):
        for claim in claims:
            found[claim.report, claim.happening] = number
            wanted[claim.report, claim.happening] = truth[claim.id]
    both = Counter((found[one], wanted[one]) for one in found)
    return _pairwise(*_pairs(found, wanted)), _b_cubed(Counter(found.values()), Counter(wanted.values()), both)


def _pairs(found: Mapping[Telling, int], wanted: Mapping[Telling, int]) -> tuple[int, int, int]:
    """Pairs of tellings of different reports that share an event, a happening, and both."""
    both = _across_reports({one: (event, wanted[one]) for one, event in found.items()})
    events = _across_reports({one: (event,) for one, event in found.items()})
    return events, _across_reports({one: (happening,) for one, happening in wanted.items()}), both


def _across_reports(groups: Mapping[Telling, tuple[int, ...]]) -> int:
    sizes: Counter[tuple[int, ...]] = Counter(groups.values())
    within: Counter[tuple[str, tuple[int, ...]]] = Counter((report, group) for (report, _), group in groups.items())
    return sum(math.comb(size, 2) for size in sizes.values()) - sum(math.comb(size, 2) for size in within.values())


def _pairwise(found: int, wanted: int, right: int) -> Quality:
    return Quality(right / found if found else 1.0, right / wanted if wanted else 1.0)


def _b_cubed(found: Counter[int], wanted: Counter[int], both: Counter[tuple[int, int]]) -> Quality:
    total = sum(found.values()) or 1
    precision = sum(size * size / found[event] for (event, _), size in both.items())
    recall = sum(size * size / wanted[happening] for (_, happening), size in both.items())
    return Quality(precision / total, recall / total)


def exponent(costs: Mapping[int, float]) -> float:
    """The power of the size with which a cost grows: the slope of a line fitted to both logarithms (least squares)."""
    points = [(math.log(size), math.log(cost)) for size, cost in costs.items()]
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread if spread else math.nan
