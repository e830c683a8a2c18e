"""Which claims are of one happening?

Tellings of different reports are joined best-first, in two rounds: first those whose places agree, then those of which
one is told only for a region, a country or nowhere, and these only where one candidate stands out. A telling joins only
where it contradicts none of those already together, so that joins do not chain from town to town.

What people hold together is one from the start, whatever speaks against it, and what they hold apart never meets.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from fogline.merge.blocks import candidates
from fogline.merge.evidence import (
    CONTRADICTS,
    EQUAL_DAYS,
    NEAR,
    SAME,
    SAME_WEAPON,
    SHARED_DAYS,
    SOME_COUNT,
    TELLING_COUNT,
    explain_pair,
    nearness,
    total,
)
from fogline.merge.kinds import LASTING, SAID
from fogline.merge.unit import Unit
from fogline.merge.verdicts import Bonds
from fogline.model.explained import Feature

# Sums of scores from which two tellings are one happening; set with the weights of `evidence`.
ENOUGH = 3.0
ENOUGH_SAID = 3.5
ENOUGH_OTHER = 4.5  # "other" is a heap of unlike things
# Every pair between two groups that are joined must reach this part of what is enough for the best pair.
LEAST_PART = 0.5
# A vague telling joins the best of several candidates only where it beats the next by this much.
CLEAR_LEAD = 0.5
# Of large groups, this many members are compared: the cost stays bounded for a happening that thousands report.
MOST_MEMBERS = 12
NO_BONDS = Bonds()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings that are of one happening as far as the two of them go; `located` of one place and day."""

    one: Unit
    other: Unit
    score: float
    located: bool


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups, each by id; the pairs that were worth joining; of these the ones that joined two groups, in order."""

    groups: list[tuple[Unit, ...]]
    pairs: list[Pair]
    joins: list[Pair]


def same_event(units: Sequence[Unit], bonds: Bonds = NO_BONDS) -> list[tuple[Unit, ...]]:
    """The units grouped by happening, each group by id.

    No two units of one report share a group, but where a person says that they are one.
    """
    return grouped(units, bonds).groups


def grouped(units: Sequence[Unit], bonds: Bonds = NO_BONDS) -> Grouped:
    """The same with what joined them, for who asks why."""
    groups = _Groups(units, bonds)
    pairs = [pair for one, other in candidates(units) if (pair := _judge(one, other)) is not None]
    joins = [pair for pair in _best_first(p for p in pairs if p.located) if groups.join(pair.one, pair.other)]
    vague = _clear(_best_first(pair for pair in pairs if not pair.located), groups)
    joins += [pair for pair in vague if groups.join(pair.one, pair.other)]
    return Grouped(groups.all(), pairs, joins)


def _judge(one: Unit, other: Unit) -> Pair | None:
    """The pair with its score, or None where it is not enough."""
    features = explain_pair(one, other)
    if refusal(one, other, features) is not None:
        return None
    scores = {feature.name: feature.score for feature in features}
    nearby = nearness(one.place, other.place)
    placed = one.group in SAID or nearby == SAME
    dated = scores.get("days", 0.0) >= EQUAL_DAYS or one.group in LASTING or one.group in SAID
    located = scores.get("words", 0.0) > 0 or (dated and (placed or nearby == NEAR))
    return Pair(one, other, total(features), located)


def refusal(one: Unit, other: Unit, features: tuple[Feature, ...]) -> str | None:
    """Why two tellings with these features are not taken for one happening, in words; None where they are."""
    score = total(features)
    if score < enough(one):
        return "too little speaks for it" if score > CONTRADICTS else "a contradiction"
    scores = {feature.name: feature.score for feature in features}
    nearby = nearness(one.place, other.place)
    if one.group != other.group and not _alike(scores) and not _left_open(one, other, scores, nearby):
        return "attacks of different kinds without a count or a thing hit in common"
    placed = one.group in SAID or nearby == SAME
    if not placed and nearby == NEAR and scores["figures"] < TELLING_COUNT and not scores["words"]:
        return "neighbouring places without a telling count or a sentence in common"
    if not placed and not _distinctive(scores):
        nowhere = one.place is None and other.place is None
        if nowhere or ((_anywhere(one) or _anywhere(other)) and not _fitting(scores, score - enough(one))):
            return "no place in common, and nothing that few happenings of a day share"
    return None


def _alike(scores: Mapping[str, float]) -> bool:
    """Whether attacks told as of different kinds have a count or what was hit in common, and no weapon against it."""
    shared = scores.get("figures", 0.0) >= SOME_COUNT or scores.get("against", 0.0) > 0 or scores.get("words", 0.0) > 0
    return shared and scores.get("weapon", 0.0) >= 0


def _left_open(one: Unit, other: Unit, scores: Mapping[str, float], nearby: str | None) -> bool:
    """Whether "the attack" of one report can be what another calls by its name: in one place on one day."""
    return (one.open or other.open) and nearby == SAME and scores.get("days", 0.0) >= SHARED_DAYS


def enough(unit: Unit) -> float:
    """The sum of scores from which a pair with this unit is one happening."""
    if unit.group == "other":
        return ENOUGH_OTHER
    return ENOUGH_SAID if unit.group in SAID else ENOUGH


def _anywhere(unit: Unit) -> bool:
    """Told of a whole country or of no place at all."""
    return unit.place is None or unit.place.precision == "country"


def _distinctive(scores: Mapping[str, float]) -> bool:
    """Whether something speaks for it that few happenings of a day share.

    A count, a sentence, or one weapon on one kind of target on the very day.
    """
    count, weapon, against = (scores.get(name, 0.0) for name in ("figures", "weapon", "against"))
    exact_day = scores.get("days", 0.0) >= EQUAL_DAYS
    alike = scores.get("type", 0.0) > 0 or weapon >= SAME_WEAPON
    return (
        scores.get("words", 0.0) > 0
        or (count >= TELLING_COUNT and alike)
        or (count >= SOME_COUNT and (against > 0 or weapon > 0) and exact_day)
        or (weapon >= SAME_WEAPON and against > 0 and exact_day)
    )


def _fitting(scores: Mapping[str, float], spare: float) -> bool:
    """Whether, without a place to go by, the day, the type and the parties all agree and there is more than enough."""
    return (
        spare >= CLEAR_LEAD
        and scores.get("days", 0.0) >= SHARED_DAYS
        and scores.get("type", 0.0) > 0
        and scores.get("parties", 0.0) > 0
    )


def _best_first(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (-pair.score, pair.one.id, pair.other.id))


def _clear(pairs: Sequence[Pair], groups: "_Groups") -> list[Pair]:
    """The pairs in which the vaguer telling has no other, more exactly told candidate that is nearly as good."""
    offers: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairs:
        vague, exact = _vague_first(pair)
        if _exactness(vague) < _exactness(exact) and groups.apart(vague, exact):
            offer, name = offers[groups.name(vague)], groups.name(exact)
            offer[name] = max(pair.score, offer.get(name, CONTRADICTS))
    clear = []
    for pair in pairs:
        vague, exact = _vague_first(pair)
        offer, name = offers[groups.name(vague)], groups.name(exact)
        rival = max((score for other, score in offer.items() if other != name), default=CONTRADICTS)
        if offer.get(name, pair.score) >= rival + CLEAR_LEAD:
            clear.append(pair)
    return clear


def _vague_first(pair: Pair) -> tuple[Unit, Unit]:
    if _exactness(pair.other) < _exactness(pair.one):
        return pair.other, pair.one
    return pair.one, pair.other


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
        self._known: dict[tuple[str, str], float] = {}
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

    def apart(self, one: Unit, other: Unit) -> bool:
        """Whether no report tells both groups and no person holds them apart, so that they could still be one."""
        first, second = self.name(one), self.name(other)
        return second not in self._barred.get(first, ()) and not self._reports[first] & self._reports[second]

    def join(self, one: Unit, other: Unit) -> bool:
        """Join the groups of two units, unless something between them contradicts it; whether they were joined."""
        first, second = sorted((self.name(one), self.name(other)))
        if first == second or not self.apart(one, other) or not self._agree(first, second):
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
            return all(self._score(one, other) >= least for one in ones for other in others)
        pairs = product(self._blocs(ones), self._blocs(others))
        return all(any(self._score(a, b) >= least for a in bloc for b in other) for bloc, other in pairs)

    def _blocs(self, members: Sequence[Unit]) -> list[list[Unit]]:
        blocs: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in members:
            blocs[self._bound.get(unit.id, unit.id)].append(unit)
        return list(blocs.values())

    def _score(self, one: Unit, other: Unit) -> float:
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key not in self._known:
            self._known[key] = total(explain_pair(one, other))
        return self._known[key]
