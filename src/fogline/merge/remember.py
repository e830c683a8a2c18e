"""Which groups can a new telling change?

Tellings meet period by period (see `blocks`), so a new one changes the pairs of its own days alone; and a group depends
on nothing but the tellings that pairs connect it with. What neither reaches is kept from the last time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fogline.merge.blocks import meetings, reach_of, same_sentence, sentence_keys, sort_key, when
from fogline.merge.pairs import Judged, Pairs, judge
from fogline.merge.same_event import joined
from fogline.merge.unit import Unit
from fogline.merge.verdicts import NO_BONDS, Bonds
from fogline.model.explained import Name

# Where two tellings can meet: a period, or a sentence's block.
Spot = object
Couple = tuple[str, str]


@dataclass(slots=True)
class Meetings:
    """Which tellings meet, and which of these couples are enough by themselves, as tellings come and go."""

    units: dict[str, Unit] = field(default_factory=dict)
    stands: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    asks: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sentences: defaultdict[Spot, set[str]] = field(default_factory=lambda: defaultdict(set))
    met: dict[Spot, frozenset[Couple]] = field(default_factory=dict)
    good: dict[Couple, Judged] = field(default_factory=dict)
    beside: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def change(self, gone: Iterable[Unit], come: Iterable[Unit]) -> set[str]:
        """Take units out and others in; the ids of all whose couples changed, those that are gone among them."""
        gone, come = list(gone), list(come)
        periods: set[str] = set()
        keys: set[Spot] = set()
        for unit in gone:
            del self.units[unit.id]
            self._place(unit, periods, keys, leaves=True)
        for unit in come:
            self.units[unit.id] = unit
            self._place(unit, periods, keys, leaves=False)
        renewed = {unit.id for unit in (*gone, *come)}
        meet: set[Couple] = set()
        parted: set[Couple] = set()
        for period in periods:
            self._renew(period, self._period(period), renewed, meet, parted)
        for key in keys:
            self._renew(("sentence", key), self._sentence(key), renewed, meet, parted)
        parted = {couple for couple in parted - meet if not self._meets(couple)}
        return renewed | self._rejudge(meet, parted)

    def _place(self, unit: Unit, periods: set[str], keys: set[Spot], *, leaves: bool) -> None:
        standing, asking = set(when(unit, 0)), set(when(unit, reach_of(unit)))
        own = set(sentence_keys(unit))
        for table, spots in ((self.stands, standing), (self.asks, asking), (self.sentences, own)):
            for spot in spots:
                held = table[spot]  # type: ignore[index]
                held.discard(unit.id) if leaves else held.add(unit.id)
                if not held:
                    del table[spot]  # type: ignore[arg-type]
        periods |= standing | asking
        keys |= own

    def _period(self, period: str) -> frozenset[Couple]:
        standing, asking = self.stands.get(period, set()), self.asks.get(period, set())
        local = sorted((self.units[key] for key in standing | asking), key=sort_key)
        stand = [at for at, unit in enumerate(local) if unit.id in standing]
        ask = [at for at, unit in enumerate(local) if unit.id in asking]
        return _couples(local, meetings(local, range(len(local)), stand, ask))

    def _sentence(self, key: Spot) -> frozenset[Couple]:
        local = sorted((self.units[one] for one in self.sentences.get(key, ())), key=sort_key)
        return _couples(local, same_sentence(local, range(len(local)), only={key}))  # type: ignore[arg-type]

    def _renew(
        self,
        spot: Spot,
        couples: frozenset[Couple],
        renewed: Collection[str],
        meet: set[Couple],
        parted: set[Couple],
    ) -> None:
        """Keep who meets at a spot; add the couples that are new there or of a new unit, and those that left it."""
        before = self.met.pop(spot, frozenset())
        if couples:
            self.met[spot] = couples
        meet |= couples - before
        meet |= {couple for couple in couples & before if couple[0] in renewed or couple[1] in renewed}
        parted |= before - couples

    def _meets(self, couple: Couple) -> bool:
        one, other = (self.units.get(key) for key in couple)
        if one is None or other is None:
            return False
        spots = _spots(one) & _spots(other)
        return any(couple in self.met.get(spot, ()) for spot in spots)

    def _rejudge(self, meet: Iterable[Couple], parted: Iterable[Couple]) -> set[str]:
        """Judge the couples that meet and let go of those that no longer do; the ids of those of which that changed."""
        changed: set[str] = set()
        for couple in parted:
            if self.good.pop(couple, None) is not None:
                changed |= {*couple}
                self._join(couple, apart=True)
        for couple in meet:
            one, other = couple
            found = judge(self.units[one], self.units[other])
            if found == self.good.get(couple):
                continue
            changed |= {one, other}
            if found is None:
                del self.good[couple]
            else:
                self.good[couple] = found
            self._join(couple, apart=found is None)
        return changed

    def _join(self, couple: Couple, *, apart: bool) -> None:
        for one, other in (couple, couple[::-1]):
            if apart:
                self.beside[one].discard(other)
            else:
                self.beside[one].add(other)


def _spots(unit: Unit) -> set[Spot]:
    found: set[Spot] = {*when(unit, 0), *when(unit, reach_of(unit))}
    return found | {("sentence", key) for key in sentence_keys(unit)}


def _couples(units: Sequence[Unit], met: Iterable[tuple[int, int]]) -> frozenset[Couple]:
    """Pairs of positions as pairs of ids, the smaller first."""
    ids = [unit.id for unit in units]
    return frozenset((ids[a], ids[b]) if ids[a] < ids[b] else (ids[b], ids[a]) for a, b in met)


@dataclass(slots=True)
class Grouping:
    """The groups, as tellings, couples and bonds change."""

    meetings: Meetings = field(default_factory=Meetings)
    bonds: Bonds = NO_BONDS
    group_of: dict[str, str] = field(default_factory=dict)
    groups: dict[str, tuple[Unit, ...]] = field(default_factory=dict)

    def change(self, gone: Sequence[Unit], come: Sequence[Unit], bonds: Bonds) -> tuple[set[str], set[str]]:
        """Take units out and others in, and group what this can reach anew; the names of groups dissolved and made."""
        seeds = self.meetings.change(gone, come)
        named = (
            {unit.telling: key for key, unit in self.meetings.units.items()}
            if bonds.rulings or self.bonds.rulings
            else {}
        )
        seeds |= {named[name] for name in _differ(self.bonds, bonds) if name in named}
        together = {named[name]: {named[other] for other in group} for group in bonds.together for name in group}
        self.bonds = bonds
        reached = self._reached(seeds, together)
        lost = {self.group_of.pop(key) for key in reached | {unit.id for unit in gone} if key in self.group_of}
        for name in lost:
            del self.groups[name]
        made = self._grouped(reached)
        for group in made:
            self.groups[group[0].id] = group
            self.group_of.update((unit.id, group[0].id) for unit in group)
        return lost, {group[0].id for group in made}

    def _reached(self, seeds: Iterable[str], together: Mapping[str, set[str]]) -> set[str]:
        """All units that couples or bonds connect with these."""
        waiting = [key for key in seeds if key in self.meetings.units]
        reached = set(waiting)
        while waiting:
            key = waiting.pop()
            more = (self.meetings.beside.get(key, set()) | together.get(key, set())) - reached
            reached |= more
            waiting.extend(more)
        return reached

    def _grouped(self, reached: Collection[str]) -> list[tuple[Unit, ...]]:
        units = [self.meetings.units[key] for key in sorted(reached)]
        at = {unit.id: position for position, unit in enumerate(units)}
        located, vague = Pairs(units), Pairs(units)
        for one, position in at.items():
            for other in self.meetings.beside.get(one, ()):
                if one < other:
                    found = self.meetings.good[one, other]
                    (located if found.located else vague).add(found, position, at[other])
        return joined(units, (located, vague), _among(self.bonds, {unit.telling for unit in units})).groups


def _among(bonds: Bonds, names: Collection[Name]) -> Bonds:
    """The bonds of these tellings; a group of them is here as a whole, since bonds connect."""
    together = tuple(group for group in bonds.together if next(iter(group)) in names)
    apart = {name: others & frozenset(names) for name, others in bonds.apart.items() if name in names}
    return Bonds(together, apart)


def _differ(one: Bonds, other: Bonds) -> set[Name]:
    """The tellings whose bonds are not the same."""
    groups = set(one.together) ^ set(other.together)
    names = {name for name in {*one.apart, *other.apart} if one.apart.get(name) != other.apart.get(name)}
    return names | {name for group in groups for name in group}
