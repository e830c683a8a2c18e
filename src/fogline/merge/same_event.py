"""Which claims are of one happening?

Tellings of different reports are joined best-first, in two rounds: first those whose places agree, then those of which
one is told only for a region, a country or nowhere, and these only where one candidate stands out. A telling joins only
where it contradicts none of those already together, so that joins do not chain from town to town.

What people hold together is one from the start, whatever speaks against it, and what they hold apart never meets.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from fogline.merge.blocks import candidates
from fogline.merge.evidence import lent, scored
from fogline.merge.evidence import together as sum_of
from fogline.merge.evidence_days import CONTRADICTS, sets_apart
from fogline.merge.pairs import Pair, Pairs, enough, fits, judge
from fogline.merge.unit import Unit
from fogline.merge.verdicts import NO_BONDS, Bonds

# Every pair between two groups that are joined must reach this part of what is enough for the best pair.
LEAST_PART = 0.5
FITTING = 0.5  # the part of those pairs that must be enough by themselves: one that a word left open joins no groups
# Of large groups, this many members are compared: the cost stays bounded for a happening that thousands report.
MOST_MEMBERS = 12
# A vague telling joins the best of several candidates where all pairs between their groups together, on the mean, beat
# the next candidate's by this much. The best pair alone is no guide: of two large groups one always looks good.
LEAD = 0.3
# Where there are so many candidates, or so many texts tell no more, they must reach this mean too: type, day, region
# and both parties agree. In the made-up war (`fogline.score.war`, 2026-11) 19 of 131 such joins below it were right,
# and 115 of 147 above.
RIVALS, TOLD_ALIKE = 2, 3
ON_THE_WHOLE = 4.7
# Scores that are kept while groups are joined; past that they are worked out again.
MOST_KNOWN = 500_000


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups, each by id; the pairs that were worth joining; of these the ones that joined two groups, in order."""

    groups: list[tuple[Unit, ...]]
    pairs: tuple[Pairs, Pairs]
    joins: list[Pair]


def same_event(units: Sequence[Unit], bonds: Bonds = NO_BONDS) -> list[tuple[Unit, ...]]:
    """The units grouped by happening, each group by id.

    No two units of one report share a group, but where a person says that they are one.
    """
    return grouped(units, bonds).groups


def grouped(units: Sequence[Unit], bonds: Bonds = NO_BONDS) -> Grouped:
    """The same with what joined them, for who asks why."""
    return joined(units, _judged(units), bonds)


def joined(units: Sequence[Unit], pairs: tuple[Pairs, Pairs], bonds: Bonds) -> Grouped:
    """The units grouped by their pairs: those whose places and days agree, and those told more vaguely."""
    groups = _Groups(units, bonds)
    located, vague = pairs
    joins = [pair for pair in located.best_first() if groups.join(pair.one, pair.other)]
    joins += [pair for pair, mean in _clear(vague, groups) if groups.join(pair.one, pair.other, mean)]
    return Grouped(groups.all(), pairs, joins)


def _judged(units: Sequence[Unit]) -> tuple[Pairs, Pairs]:
    """The pairs that are enough: those whose places and days agree, and those of which one is told more vaguely."""
    located, vague = Pairs(units), Pairs(units)
    for at, other in candidates(units):
        found = judge(units[at], units[other])
        if found is not None:
            (located if found.located else vague).add(found, at, other)
    return located, vague


def _clear(pairs: Pairs, groups: "_Groups") -> Iterator[tuple[Pair, float]]:
    """The pairs in which the vaguer telling has no other, more exactly told candidate that is nearly as good.

    Each with what their groups' pairs must reach on the whole.
    """
    offers: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairs.best_first():
        vague, exact = _vague_first(pair)
        rivalled = lent(vague, exact) or _exactness(vague) < _exactness(exact)
        if rivalled and groups.apart(vague, exact):
            offer, name = offers[groups.name(vague)], groups.name(exact)
            if name not in offer:
                offer[name] = groups.mean(groups.name(vague), name)
    names = {unit.id: groups.name(unit) for pair in pairs.best_first() for unit in (pair.one, pair.other)}
    origins = {name: groups.origins(name) for name in set(names.values())}
    for pair in pairs.best_first():
        vague, exact = _vague_first(pair)
        offer, name = offers[names[vague.id]], names[exact.id]
        rival = max((score for other, score in offer.items() if other != name), default=CONTRADICTS)
        if offer.get(name, pair.score) >= rival + LEAD:
            many = len(offer) >= RIVALS or origins[names[vague.id]] >= TOLD_ALIKE
            yield pair, ON_THE_WHOLE if many else 0.0


def _vague_first(pair: Pair) -> tuple[Unit, Unit]:
    """The two tellings of a pair, the one told more vaguely first; of other places the one whose place is guessed."""
    if lent(pair.one, pair.other):
        later = pair.other.place_guessed and not pair.one.place_guessed
    else:
        later = _exactness(pair.other) < _exactness(pair.one)
    return (pair.other, pair.one) if later else (pair.one, pair.other)


def _exactness(unit: Unit) -> tuple[int, int]:
    place = {"settlement": 3, "region": 2, "country": 1}[unit.place.precision] if unit.place else 0
    days = 0 if unit.days is None else 2 if unit.days.length == 1 else 1
    return (days, place)


class _Groups:
    """Groups of units, each named by its first unit's id; what people hold together is a group from the start."""

    def __init__(self, units: Sequence[Unit], bonds: Bonds) -> None:
        self._of = {unit.id: unit.id for unit in units}
        self._members = {unit.id: [unit] for unit in units}
        self._reports = {unit.id: {unit.report} for unit in units}
        self._known: dict[tuple[str, str], tuple[float, bool]] = {}
        self._barred: defaultdict[str, set[str]] = defaultdict(set)  # of groups those that people hold apart from them
        self._bound: dict[str, str] = {}  # of a unit that people hold to others the first of these
        self._bind(units, bonds)

    def _bind(self, units: Sequence[Unit], bonds: Bonds) -> None:
        by_name = {unit.telling: unit for unit in units} if bonds.together or bonds.apart else {}
        for together in bonds.together:
            first, *rest = sorted((by_name[name] for name in together), key=lambda unit: unit.id)
            self._bound.update((unit.id, first.id) for unit in (first, *rest))
            for unit in rest:
                self._unite(self.name(first), self.name(unit))
        for name, others in bonds.apart.items():
            self._barred[self.name(by_name[name])] |= {self.name(by_name[other]) for other in others}

    def name(self, unit: Unit) -> str:
        """The name of the group that holds the unit."""
        return self._of[unit.id]

    def origins(self, name: str) -> int:
        """The number of texts that tell a group."""
        return len({unit.origin for unit in self._members[name]})

    def apart(self, one: Unit, other: Unit) -> bool:
        """Whether no report tells both groups and no person holds them apart, so that they could still be one."""
        first, second = self.name(one), self.name(other)
        return second not in self._barred.get(first, ()) and not self._reports[first] & self._reports[second]

    def join(self, one: Unit, other: Unit, mean: float = 0.0) -> bool:
        """Join the groups of two units, unless something between them contradicts it; whether they were joined.

        `mean` is what the pairs between them must reach on the whole.
        """
        first, second = sorted((self.name(one), self.name(other)))
        if first == second or not self.apart(one, other) or not self._agree(first, second):
            return False
        if mean and self.mean(first, second) < mean:
            return False
        self._unite(first, second)
        return True

    def all(self) -> list[tuple[Unit, ...]]:
        """Every group, by its first unit's id."""
        return [tuple(self._members[name]) for name in sorted(self._members)]

    def _unite(self, one: str, other: str) -> None:
        first, second = sorted((one, other))
        self._reports[first] |= self._reports.pop(second)
        for unit in self._members[second]:
            self._of[unit.id] = first
        self._members[first] = sorted(self._members[first] + self._members.pop(second), key=lambda unit: unit.id)
        for barred in self._barred.pop(second, ()):
            self._barred[barred].discard(second)
            self._barred[barred].add(first)
            self._barred[first].add(barred)

    def _agree(self, first: str, second: str) -> bool:
        """Whether every member of one group agrees with every one of the other.

        Of units that people hold together one is enough: where they differ, the person has spoken.
        """
        ones, others = self._members[first][:MOST_MEMBERS], self._members[second][:MOST_MEMBERS]
        least = LEAST_PART * enough(ones[0])
        if not self._bound:
            pairs = [self._score(one, other) for one in ones for other in others]
            if not all(score >= least for score, _ in pairs):
                return False
            return sum(fit for _, fit in pairs) >= FITTING * len(pairs)
        between = product(self._blocs(ones), self._blocs(others))
        return all(any(self._score(a, b)[0] >= least for a in bloc for b in other) for bloc, other in between)

    def mean(self, first: str, second: str) -> float:
        """The mean score of the pairs between two groups."""
        ones, others = self._members[first][:MOST_MEMBERS], self._members[second][:MOST_MEMBERS]
        scores = sorted(self._score(one, other)[0] for one in ones for other in others)
        return sum(scores) / len(scores)

    def _blocs(self, members: Sequence[Unit]) -> list[list[Unit]]:
        blocs: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in members:
            blocs[self._bound.get(unit.id, unit.id)].append(unit)
        return list(blocs.values())

    def _score(self, one: Unit, other: Unit) -> tuple[float, bool]:
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            scores = scored(one, other)
            fit = fits(one, other, scores)
            # Of a strike of the next day or of the evening a third telling, which could be either, makes no member.
            apart = sets_apart(scores) and not fit
            self._known[key] = CONTRADICTS if apart else sum_of(scores), fit
        return self._known[key]
