"""What one voice says of a happening: the values of a claim, each with the words behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.things import things
from fogline.model import Figure, PartyMention
from fogline.read.contribution import Contribution
from fogline.read.telling import Telling

Span = tuple[int, int]
Values = dict[str, Span]  # a value of a list field and the words behind it

WORDED = ("against", "weapon", "effects")  # fields that hold words of the vocabulary
GUN = "gun"
LISTS = ("actor", "target", "against", "weapon", "effects")


@dataclass(slots=True)
class Facts:
    """What one voice says of a happening, each value with its span."""

    actor: Values = field(default_factory=dict)
    target: Values = field(default_factory=dict)
    against: Values = field(default_factory=dict)
    weapon: Values = field(default_factory=dict)
    effects: Values = field(default_factory=dict)
    figures: dict[str, tuple[Figure, Span]] = field(default_factory=dict)


def facts_of(contribution: Contribution) -> Facts:
    """What one sentence contributes in one voice."""
    facts = Facts()
    start = contribution.sentence.start
    for thing in contribution.things:
        if thing.kind in WORDED:
            getattr(facts, thing.kind).setdefault(thing.value, (start + thing.start, start + thing.end))
    telling = contribution.telling
    if telling:
        facts.actor = _named(telling.actors)
        facts.target = _named(telling.targets)
        implied = _implied(telling)
        if implied and facts.weapon.keys() <= {"explosive"} and telling.type in _done_with(implied):
            facts.weapon.clear()  # "a jet dropped two bombs": the deed says more than the word
            facts.weapon[implied] = telling.span
    voice = contribution.voice
    if contribution.owned and voice.side:
        span = telling.span if telling else (start, start)
        facts.actor = {voice.side: span if voice.start is None else (voice.start, voice.end or voice.start)}
        facts.target.pop(voice.side, None)
    if contribution.blamed:
        facts.actor = _named(contribution.blamed)
    for figure in contribution.figures:
        facts.figures.setdefault(figure.figure, (figure.value, (figure.start, figure.end)))
    return facts


def _implied(telling: Telling) -> str | None:
    """The weapon that a deed is done with by its words: none for "beaten to death", a blade for "beheaded"."""
    if telling.weapon_implied != GUN:
        return telling.weapon_implied
    at = telling.sentence.start
    told = telling.sentence.text[telling.span[0] - at : telling.span[1] - at].lower().split()
    if not deeds().by_blade.isdisjoint(told):
        return "knife_fire"
    return GUN if deeds().by_hand.isdisjoint(told) else None


def _done_with(weapon: str) -> tuple[str, ...]:
    """The types of deeds that a weapon told by their own words can be of: houses, too, are blown up."""
    own = (things().weapon_type[weapon], ATTACK)
    return (*own, "property_destruction") if weapon == "explosive" else own


def _named(parties: Sequence[PartyMention]) -> Values:
    out: Values = {}
    for party in parties:
        if party.party:
            out.setdefault(party.party, (party.start, party.end))
    return out


def add(into: Facts, other: Facts) -> None:
    """Add what the same voice says elsewhere; of two words for one figure the more exact is kept."""
    for name in LISTS:
        mine: Values = getattr(into, name)
        for value, span in getattr(other, name).items():
            mine.setdefault(value, span)
    for figure, (value, span) in other.figures.items():
        kept = into.figures.get(figure)
        if kept is None or _narrower(value, kept[0]):
            into.figures[figure] = (value, span)


def fill(into: Facts, other: Facts) -> None:
    """Take over the fields that are still empty, and what came of the deed as well where more is told of it."""
    into.effects = {**other.effects, **into.effects}
    for name in LISTS:
        if not getattr(into, name):
            setattr(into, name, dict(getattr(other, name)))


def figures_fit(mine: Facts, theirs: Facts) -> bool:
    """Whether no figure of one contradicts the other's."""
    return all(mine.figures.get(name, value)[0].overlaps(value[0]) for name, value in theirs.figures.items())


def _narrower(a: Figure, b: Figure) -> bool:
    """Whether one word for a figure is more exact than the other: "nine" than "at least eight"."""
    return (a.high is not None) and (b.high is None or a.high - a.low < b.high - b.low)
