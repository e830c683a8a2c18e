"""What the tellings of one happening add up to: its place, day, type, parties, weapons."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from fogline.lexicon.events import ATTACK
from fogline.model import TYPE_GROUPS, DateMention, PlaceMention
from fogline.read.nearby import is_town
from fogline.read.one_telling import family
from fogline.read.telling import Telling, bombed_at_large, flying_at_large
from fogline.read.what import VIOLENT

HEADINGS = ("headline", "subhead")
AT_LARGE = ("aircraft",)  # whatever flew: the drone told of before can be meant


@dataclass(slots=True)
class Happening:
    """Tellings of one happening, in the order they were joined, and what they add up to.

    `spots` holds the first mention of each place by its name, `named` how often each is named, `headed` those that
    headings alone name; `weapons` are families.
    """

    group: str
    tellings: list[Telling] = field(default_factory=list)
    date: DateMention | None = None
    spots: dict[str, PlaceMention] = field(default_factory=dict)
    named: Counter[str] = field(default_factory=Counter)
    headed: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    weapons: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)
    sentences: set[int] = field(default_factory=set)

    def join(self, telling: Telling) -> None:
        """Add one telling; the most exact date is kept, of equals the first."""
        self.tellings.append(telling)
        self.sentences.add(telling.sentence.index)
        if telling.date and (self.date is None or _vagueness(telling.date) < _vagueness(self.date)):
            self.date = telling.date
        for mention in telling.places:
            if mention.place:
                name = mention.place.name
                heading = telling.sentence.part in HEADINGS and (name not in self.spots or name in self.headed)
                (self.headed.add if heading else self.headed.discard)(name)
                self.spots.setdefault(name, mention)
                self.named[name] += 1
        self.actors |= {p.party for p in telling.actors if p.party}
        self.weapons |= weapons_of(telling)
        self.objects |= objects_of(telling)
        if telling.type != ATTACK and (self.group in (telling.group, ATTACK) or {self.group, telling.group} <= VIOLENT):
            open_words = telling.default and not any(t.kind == "weapon" for t in telling.things)
            # "shelling", or an attack with a guided bomb, says more than what an "attack" is taken for
            self.votes[telling.type] += 1 if open_words else 2
        if self.group == ATTACK:
            self.group = telling.group

    @property
    def places(self) -> list[PlaceMention]:
        """The first mention of every place that a telling names for it."""
        return list(self.spots.values())

    @property
    def place(self) -> PlaceMention | None:
        """The most exact place that the body names, else a heading; of those the one named most, then first."""
        return min(self.spots.values(), key=lambda p: _place_rank(p, self.named, self.headed), default=None)

    @property
    def type(self) -> str:
        """The type that most tellings settle on, `attack` where none does; "murder" is also said of a shelling."""
        return max(self.votes, key=lambda kind: (self.votes[kind], TYPE_GROUPS[kind] != "abuse"), default=ATTACK)

    @property
    def status(self) -> str:
        """`occurred` if any telling has it done, else that of the first."""
        statuses = [t.status for t in self.tellings]
        return "occurred" if "occurred" in statuses else statuses[0]


def _vagueness(date: DateMention) -> tuple[bool, int]:
    days = date.days
    return days is None, days.length if days else 0


def _place_rank(
    mention: PlaceMention, counts: Mapping[str, int], headed: set[str]
) -> tuple[bool, bool, bool, int, int]:
    place = mention.place
    assert place
    wide = place.precision == "country"
    return wide, not is_town(mention), place.name in headed, -counts[place.name], mention.start


def weapons_of(telling: Telling) -> set[str]:
    """Families of weapons: drones and missiles are told apart, kinds of missile are not."""
    arms = [t for t in telling.things if t.kind == "weapon"]
    found = {t.value for t in arms if telling.sentence.text[t.start : t.end].lower() not in AT_LARGE}
    if "explosive" in found and telling.type == "air_drone_strike":
        found = (found - {"explosive"}) | {"airstrike"}  # bombs that aircraft dropped
    at_large = flying_at_large(telling) or (bool(arms) and telling.weapon_implied == "airstrike")
    if telling.weapon_implied and not (found or at_large or bombed_at_large(telling)):
        found.add(telling.weapon_implied)
    return {family(w) for w in found}


def objects_of(telling: Telling) -> set[str]:
    """Kinds of things that were hit."""
    return {t.value for t in telling.things if t.kind == "against"}
