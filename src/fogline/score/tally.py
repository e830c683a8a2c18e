"""How many values are right, are wanted and were found, field by field, in one case?

Values are compared in events that are paired. `end_to_end` counts all of them together with the events themselves, and
charges an event that was missed or added with every value that it has: it is the one figure that nothing escapes.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fogline.score.cases import Case
from fogline.score.compare import Counted, near, same_days, same_names, same_voices
from fogline.score.events import LISTS, Event, Found
from fogline.score.match import pair
from fogline.score.names import Names

# Fields that hold any number of values, and fields that hold one.
MANY = ("event", *LISTS, "figures", "voices", "disputed", "links", "end_to_end")
ONE = ("type", "date", "place")
RIGHT, WANTED, FOUND = "right", "wanted", "found"
NOTHING: Counted = (0, 0, 0)

Tally = Counter[tuple[str, str]]
"""Numbers by field and RIGHT, WANTED or FOUND."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A case beside what was read of it: events in pairs (the case's first), those missed and those added."""

    case: str
    pairs: tuple[tuple[Event, Event], ...]
    missed: tuple[Event, ...]
    added: tuple[Event, ...]
    tally: Tally

    @property
    def main(self) -> tuple[tuple[Event, Event], ...]:
        """The pairs that count: of background, found or not costs nothing."""
        return tuple((gold, found) for gold, found in self.pairs if not gold.optional)


def compare(case: Case, ledger: Found) -> Compared:
    """Set the events of a case and of a ledger side by side, and count."""
    pairs = pair(case.events, ledger.events, case.names)
    of_case, of_ledger = {i for i, _ in pairs}, {j for _, j in pairs}
    compared = Compared(
        case.name,
        tuple((case.events[i], ledger.events[j]) for i, j in pairs),
        tuple(gold for i, gold in enumerate(case.events) if i not in of_case and not gold.optional),
        tuple(found for j, found in enumerate(ledger.events) if j not in of_ledger),
        Counter(),
    )
    _count_events(compared, case.names)
    add(compared.tally, "links", _links(case, ledger, compared))
    return compared


def add(tally: Tally, field: str, counted: Counted) -> None:
    """Add to a field's numbers."""
    for kind, number in zip((RIGHT, WANTED, FOUND), counted, strict=True):
        tally[field, kind] += number


def _count_events(compared: Compared, names: Names) -> None:
    tally, main = compared.tally, compared.main
    add(tally, "event", (len(main), len(main) + len(compared.missed), len(main) + len(compared.added)))
    for gold, found in main:
        for field, counted in fields(gold, found, names).items():
            add(tally, field, counted)
            add(tally, "end_to_end", counted)
        add(tally, "end_to_end", (1, 1, 1))
    for event in compared.missed:
        add(tally, "figures", (0, len(event.figures), 0))
        add(tally, "end_to_end", (0, _weight(event) + len(event.disputed), 0))
    for event in compared.added:
        add(tally, "figures", (0, 0, len(event.figures)))
        add(tally, "end_to_end", (0, 0, _weight(event)))


def fields(gold: Event, found: Event, names: Names) -> dict[str, Counted]:
    """The numbers of each field of a pair of events."""
    counted = {"type": _one(gold.type == found.type), "date": _one(same_days(gold.date, found.date))}
    if gold.place is not None:
        counted["place"] = _one(near(gold.place, found.place))
    counted |= {name: same_names(gold, found, name, names) for name in LISTS}
    counted["figures"] = _sets(gold.figures, found.figures)
    counted["voices"] = same_voices(gold, found, names)
    counted["disputed"] = _sets(gold.disputed, found.disputed)
    return counted


def _one(right: bool) -> Counted:
    return int(right), 1, 1


def _sets(gold: frozenset[object], found: frozenset[object]) -> Counted:
    return len(gold & found), len(gold), len(found)


def _weight(event: Event) -> int:
    """What an event that stands alone costs: itself, its type, its days, and each further value."""
    values = sum(len(event.lists[name]) for name in LISTS) + len(event.figures) + len(event.claims)
    return 3 + (event.place is not None) + values


def _links(case: Case, ledger: Found, compared: Compared) -> Counted:
    """Links between events of the case; one that touches background costs nothing."""
    name_of = {found.id: gold.id for gold, found in compared.pairs}
    free = {event.id for event in case.events if event.optional}
    wanted = {link for link in case.links if not free & set(link)}
    got = {(name_of.get(later, later), name_of.get(earlier, earlier)) for later, earlier in ledger.links}
    counted = {link for link in got if not free & set(link)}
    return len(wanted & got), len(wanted), len(counted)


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum of the numbers of several cases."""
    return sum(tallies, Counter())
