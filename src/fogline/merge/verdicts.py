"""What do people's verdicts demand of the merge?

Of verdicts that contradict each other the later one holds, telling by telling: what an earlier one says beside that
stays in force. The answer depends on the set of verdicts alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from fogline.model.explained import Name
from fogline.model.verdict import PARTING, Ruling, State, Telling, Verdict, in_order


@dataclass(frozen=True, slots=True)
class Bonds:
    """Tellings that people hold together, as groups of at least two, and those that they hold apart, both ways."""

    together: tuple[frozenset[Name], ...] = ()
    apart: dict[Name, frozenset[Name]] = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()


NO_BONDS = Bonds()


def bonds(verdicts: Collection[Verdict], tellings: Collection[Name]) -> Bonds:
    """What the verdicts demand of these tellings, with what became of each verdict, in order of time."""
    if not verdicts:
        return Bonds()
    once = in_order({verdict.id: verdict for verdict in verdicts}.values())
    undone = _undone(once)
    court = _Court(tellings)
    states = {verdict.id: court.hear(verdict) for verdict in reversed(once) if _speaks(verdict, undone)}
    known = {verdict.id for verdict in once}
    rulings = []
    for verdict in once:
        if verdict.id in undone:
            rulings.append(Ruling(verdict, "undone", tuple(sorted(undone[verdict.id]))))
        elif verdict.kind == "undo":
            rulings.append(Ruling(verdict, "in_force" if verdict.of in known else "waiting"))
        else:
            rulings.append(states[verdict.id])
    return Bonds(court.together(), court.apart(), tuple(rulings))


def _speaks(verdict: Verdict, undone: Collection[str]) -> bool:
    return verdict.kind != "undo" and verdict.id not in undone


def _undone(verdicts: Sequence[Verdict]) -> dict[str, set[str]]:
    """The verdicts that an undo in force takes back, each with those undos.

    Undos are heard from those that nobody takes back; what only takes back itself in a circle is never heard.
    """
    undos: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.kind == "undo" and verdict.of is not None:
            undos[verdict.of].append(verdict)
    unheard = {verdict.id: len(undos[verdict.id]) for verdict in verdicts}
    of = {verdict.id: verdict.of for verdict in verdicts}
    waiting = [verdict.id for verdict in verdicts if not unheard[verdict.id]]
    undone: dict[str, set[str]] = {}
    while waiting:
        heard = waiting.pop()
        target = of[heard]
        if target is None or target not in unheard:
            continue
        if heard not in undone:
            undone.setdefault(target, set()).add(heard)
        unheard[target] -= 1
        if not unheard[target]:
            waiting.append(target)
    for name, left in unheard.items():
        if left > 0:
            undone.setdefault(name, set())
    return undone


class _Court:
    """Hears verdicts, the latest first, and keeps what does not contradict those heard before."""

    def __init__(self, tellings: Collection[Name]) -> None:
        self._known = tellings
        self._of: dict[Name, Name] = {}  # of a telling the first of its group
        self._members: dict[Name, list[Name]] = {}
        self._joined_by: dict[Name, set[str]] = {}  # of a group's first telling, the verdicts behind the group
        self._parted_by: defaultdict[Name, dict[Name, str]] = defaultdict(dict)  # of groups, both ways

    def hear(self, verdict: Verdict) -> Ruling:
        """Take what the verdict demands, and say how much of it holds."""
        one, other = self._present(verdict.one), self._present(verdict.other)
        if not one or not other:
            return Ruling(verdict, "waiting")
        if verdict.kind in PARTING:
            held, against = self._part(one, other, verdict.id)
        else:
            held, against = self._join(sorted({*one, *other}), verdict.id)
        state: State = "in_force" if not against else "partly_overruled" if held else "overruled"
        return Ruling(verdict, state, tuple(sorted(against)))

    def together(self) -> tuple[frozenset[Name], ...]:
        """The groups of at least two tellings, by their first."""
        return tuple(frozenset(self._members[name]) for name in sorted(self._members) if len(self._members[name]) > 1)

    def apart(self) -> dict[Name, frozenset[Name]]:
        """For each telling those that it must not meet."""
        found: dict[Name, frozenset[Name]] = {}
        for group, others in self._parted_by.items():
            against = frozenset(name for other in others for name in self._members[other])
            found.update((name, against) for name in self._members[group] if against)
        return found

    def _present(self, side: Iterable[Telling]) -> list[Name]:
        names = sorted({(telling.report, telling.happening) for telling in side})
        found = [name for name in names if name in self._known]
        for name in found:
            if name not in self._of:
                self._of[name], self._members[name], self._joined_by[name] = name, [name], set()
        return found

    def _join(self, names: Sequence[Name], verdict: str) -> tuple[bool, set[str]]:
        """Join the tellings as far as none of them is held apart; whether any were, and the verdicts against it."""
        groups: list[Name] = []
        held, against = False, set()
        for name in names:
            own = self._of[name]
            for at, group in enumerate(groups):
                if group == own or group not in self._parted_by[own]:
                    groups[at] = self._united(group, own, verdict)
                    held = True
                    break
                against.add(self._parted_by[own][group])
            else:
                groups.append(own)
            groups = list(dict.fromkeys(self._of[group] for group in groups))
        return held, against

    def _united(self, group: Name, own: Name, verdict: str) -> Name:
        first, second = sorted((group, own))
        self._joined_by[first].add(verdict)
        if first == second:
            return first
        for name in self._members[second]:
            self._of[name] = first
        self._members[first] += self._members.pop(second)
        self._joined_by[first] |= self._joined_by.pop(second)
        for other, by in self._parted_by.pop(second, {}).items():
            del self._parted_by[other][second]
            self._parted_by[other].setdefault(first, by)
            self._parted_by[first].setdefault(other, by)
        return first

    def _part(self, one: Sequence[Name], other: Sequence[Name], verdict: str) -> tuple[bool, set[str]]:
        """Hold two sides apart where nothing holds them together; whether anything is, and the verdicts against it."""
        held, against = False, set()
        for a, b in product(dict.fromkeys(self._of[name] for name in one), dict.fromkeys(self._of[n] for n in other)):
            if a == b:
                against |= self._joined_by[a]
            else:
                self._parted_by[a].setdefault(b, verdict)
                self._parted_by[b].setdefault(a, verdict)
                held = True
        return held, against
