"""Who did it, to whom and where, where no words say it outright: one hand behind a series, the state meant."""

from collections.abc import Mapping, Sequence

from fogline.gazetteer import Gazetteer
from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named, peoples
from fogline.lexicon.phrases import words
from fogline.lexicon.telltales import telltales
from fogline.model import TYPE_GROUPS, Place, PlaceMention, Voice
from fogline.read.addressed import address
from fogline.read.deed import Deed
from fogline.read.facts import Facts, Span, Values
from fogline.read.fired_from import sender, sent_from_land
from fogline.read.happenings import Happening
from fogline.read.kinds import ANNOUNCED, CROSS_BORDER, FOUGHT
from fogline.read.on_whom import fall_on
from fogline.read.other_side import other_side
from fogline.read.wars import War

SHIP = {"ship"}  # what was hit where nothing on land was


def receive(facts: Facts, deed: Deed, war: War) -> None:
    """Give a deed that is told without one its receiving end.

    Who counts what was shot down is the one attacked. A state whose whole country another party holds acts and suffers
    as that party.
    """
    fall_on(facts, deed, war)
    among_themselves = any(telltales().infighting.search(sentence.text) for sentence in deed.told)
    if len(facts.actor) == 1 and not facts.target and deed.kind in (*FOUGHT, "threat") and not among_themselves:
        foe = war.foe(sorted(facts.actor), deed.at)
        facts.target = dict([foe]) if foe else {}
    if len(facts.target) == 1 and not facts.actor and deed.kind in FOUGHT and deed.voice.stance == "asserts":
        foe = war.only_foe(next(iter(facts.target)))
        facts.actor = dict([foe]) if foe else {}
    each_other = deed.kind == "ground_battle" and len(facts.actor) > 1 and _foes(sorted(facts.actor), war)
    if not (facts.target or each_other or among_themselves) and deed.kind in CROSS_BORDER:
        facts.target = _who_counts(facts, deed.voice) or other_side(facts, deed, war)
    address(facts, deed, war)
    if deed.kind == "threat":
        _mean_the_state(facts)
    for values in (facts.actor, facts.target):
        for name in [name for name in values if war.ruler(name) != name]:
            values.setdefault(war.ruler(name), values.pop(name))


def _mean_the_state(facts: Facts) -> None:
    """Make those whom a party of another land threatens their state: "the settlers will know it", says Hezbollah."""
    homes = {party_named(name).iso2 for name in facts.actor}
    for name in [name for name in facts.target if name in peoples()]:
        state, land = peoples()[name]
        if homes and land not in homes:
            facts.target.setdefault(state, facts.target.pop(name))


def _foes(actors: Sequence[str], war: War) -> bool:
    """Whether those who fight are at war with one another, as those between whom clashes break out, or no states."""
    between = any(other in war.at_war(one) for one in actors for other in actors)
    return between or all(party_named(actor).kind == "armed_group" for actor in actors)


def _who_counts(facts: Facts, voice: Voice) -> Values:
    """The state whose side tells how many it shot down."""
    state = voice.side is not None and party_named(voice.side).kind == "state" and voice.side not in facts.actor
    if not state or voice.side is None or "intercepted" not in facts.figures:
        return {}
    return {voice.side: (voice.start, voice.end)} if voice.start is not None and voice.end is not None else {}


def place_meant(
    facts: Facts, place: PlaceMention | None, kind: str, gazetteer: Gazetteer, war: War, *, by_soldiers: bool = False
) -> tuple[Place, Span] | None:
    """The place of a happening, with the words behind it; `by_soldiers` says that soldiers did it, wherever they were.

    A threat is against a place, wherever it was spoken, and forces go to one or are raised in one: where the words tell
    no such place it is the state threatened, sent to or raising them, as it is that whose police arrest. A night's
    tally of what was sent and shot down is that of the state attacked: the one named, or the one that who sent it is
    at war with.
    """
    told = (place.place, (place.start, place.end)) if place and place.place else None
    if kind == "threat" and (told is None or _at_home(told[0], facts)):
        return _state(facts.target, gazetteer) or told
    if kind == "mobilisation" and told is None:
        elsewhere = {name: span for name, span in facts.target.items() if name not in facts.actor}
        return _state(elsewhere, gazetteer) or _state(facts.actor, gazetteer)
    if kind == "abduction_detention" and told is None and len(facts.actor) == 1 and not by_soldiers:
        return _state(facts.actor, gazetteer)
    if told is None and {"launched", "intercepted"} & facts.figures.keys() and TYPE_GROUPS[kind] == "remote":
        foe = war.foe(sorted(facts.actor), 0) if len(facts.actor) == 1 and not facts.target else None
        return _state(facts.target or dict([foe] if foe else []), gazetteer)
    return told


def _at_home(place: Place, facts: Facts) -> bool:
    """Whether a place lies in the state of who acts, and in none of those at the receiving end."""
    homes, theirs = ({party_named(name).iso2 for name in names} for names in (facts.actor, facts.target))
    return place.country in homes and place.country not in theirs


def _state(parties: Values, gazetteer: Gazetteer) -> tuple[Place, Span] | None:
    """The country of the party named first, where it is a state's."""
    for name, span in sorted(parties.items(), key=lambda item: item[1]):
        party = party_named(name)
        country = gazetteer.country(party.iso2) if party.iso2 and party.kind == "state" else None
        if country:
            return country.place, span
    return None


def same_hand(happenings: Sequence[Happening], war: War) -> Mapping[int, tuple[str, Span]]:
    """For strikes that the report gives to nobody: who struck those who hold the place in all others that it tells of,
    or who alone of the parties that it names is at war with them.

    "Russian missiles hit Kharkiv. In the evening another struck Dnipro": the words behind are those of the first. So
    are those behind the attacks in a bulletin's sectors where an item names nobody: "In the Lyman sector, two attacks".
    """
    by_holder: dict[tuple[str, str], dict[str, Span]] = {}
    for happening in happenings:
        holder = _holder(happening, war)
        if holder and happening.group in ("remote", "ground"):
            for actor, span in _actors(happening).items():
                by_holder.setdefault((happening.group, holder), {}).setdefault(actor, span)
    found: dict[int, tuple[str, Span]] = {}
    for number, happening in enumerate(happenings):
        place = happening.place.place if happening.place else None
        holder = _holder(happening, war)
        item = happening.group == "ground" and any(t.item for t in happening.tellings)
        if not (happening.group == "remote" or item) or _actors(happening) or not place or not holder:
            continue
        if happening.objects == SHIP:
            continue  # off a coast, which is no blow to those who hold it
        hands = by_holder.get((happening.group, holder), {})
        if len(hands) == 1:
            actor, span = next(iter(hands.items()))
            laid = happening.type == "bombing" and party_named(actor).kind == "state"  # whose jets strike elsewhere
            if party_named(actor).iso2 not in (None, party_named(holder).iso2) and not laid:
                found[number] = (actor, span)
        elif not hands and not item and happening.type != "bombing" and (foe := war.attacker(place)) is not None:
            found.update({number: hand} if (hand := _sent_by(happening, foe, holder, war)) else {})
    return found


def _sent_by(happening: Happening, foe: tuple[str, Span], holder: str, war: War) -> tuple[str, Span] | None:
    """The foe, or whoever is at home where what struck is told to have come from: "fired from Yemen"."""
    origin = sent_from_land([t.sentence for t in happening.tellings])
    if origin is None or party_named(origin[0]).iso2 == party_named(foe[0]).iso2:
        return foe
    hand = sender(origin[0], war.at_war(holder))
    return (hand, origin[1]) if hand else None


def announced_by(kind: str, told: str, place: PlaceMention | None, voice: Voice, war: War) -> dict[str, Span]:
    """The state that announces, on its own soil, what nobody else is said to have done: arrests, fighters killed."""
    known = deeds().arresting if kind == "abduction_detention" else deeds().fighting
    if kind not in ANNOUNCED or voice.stance != "asserts" or voice.start is None or not place or not place.place:
        return {}
    state = war.holder(place.place)
    its_own = state == voice.side or (voice.by or "").lower() in deeds().state_media
    fell = kind in FOUGHT and telltales().foes_fell.search(told)
    if not state or not its_own or not (fell or any(word.key in known for word in words(told))):
        return {}
    return {state: (voice.start, voice.end or voice.start)}


def _holder(happening: Happening, war: War) -> str | None:
    place = happening.place.place if happening.place else None
    return war.holder(place) if place else None


def _actors(happening: Happening) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for telling in happening.tellings:
        for party in telling.actors:
            if party.party:
                found.setdefault(party.party, (party.start, party.end))
    return found
