"""Of which type is a happening whose words leave that open, or name a bomb that jets dropped?"""

from collections.abc import Sequence

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.parties import party_named
from fogline.lexicon.telltales import telltales
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.kinds import FROM_AFAR
from fogline.read.nearby import contains, same_place
from fogline.read.other_happening import strikes_back
from fogline.read.seams import answers_at
from fogline.read.telling import Telling
from fogline.read.what import VIOLENT

NEAR = frozenset({"gun", "knife_fire"})  # families of weapons that no strike is made with

FROM_THE_AIR = "air_drone_strike"
JUST_BEFORE = 2  # sentences


def settle_type(happening: Happening, others: Sequence[Happening]) -> str:
    """The type of a happening; one that its words leave open takes that of the violent happening told most."""
    if happening.type == "bombing" and _from_the_air(happening):
        return "air_drone_strike"
    if happening.type != ATTACK:
        return _called_otherwise(happening) or happening.type
    beside = [o for o in others if o is not happening and _told_beside(happening, o)]
    if len({o.type for o in beside}) == 1:
        return beside[0].type  # "jets bombed a house in Gao, and four were hurt in raids on Ansongo"
    told: dict[str, int] = {}
    for other in others:
        others_hand = happening.actors and other.actors and not happening.actors & other.actors
        apart = other.group == "remote" and others_hand  # whose drones struck elsewhere
        apart = apart or _answers(other, happening) or strikes_back(happening.tellings[0], other)
        if other.group in VIOLENT and other.type != ATTACK and _could_be_one(happening, other) and not apart:
            told[other.type] = told.get(other.type, 0) + len(other.tellings)
    before = max(told, key=lambda k: told[k]) if told else _struck_just_before(happening, others)
    if before:
        return before
    deeds_told = [t for t in happening.tellings if t.sort == "deed"] or happening.tellings
    in_body = [t for t in deeds_told if t.sentence.part not in HEADINGS]  # a headline calls anything "hit"
    default = next((t.default for t in in_body or deeds_told if t.default), "missile_artillery_attack")
    if default == FROM_THE_AIR and _bombed_by_a_group(happening):
        return "bombing"
    return _on_people(happening) if default == "ground_battle" else default


def _struck_just_before(harm: Happening, others: Sequence[Happening]) -> str | None:
    """The type of the strike told right before what only tells of harm in another town: "Drones hit Sumy. In Romny a
    school was damaged".
    """
    first = harm.tellings[0].sentence
    if not all(t.weak for t in harm.tellings) or harm.weapons or harm.actors:
        return None
    strikes = [o for o in others if o.group == "remote" and o.type in FROM_AFAR and o.status == "occurred"]
    near = [
        (t.span, o.type)
        for o in strikes
        for t in o.tellings
        if 0 < first.index - t.sentence.index <= JUST_BEFORE and not t.denied
    ]
    return max(near)[1] if near else None


def _answers(one: Happening, other: Happening) -> bool:
    """Whether a sentence tells of one as the answer to the other: what is avenged was done in another way."""
    both = (t.sentence.text for t in one.tellings if t.sentence.index in other.sentences)
    return any(map(answers_at, both))


def _bombed_by_a_group(happening: Happening) -> bool:
    """Whether those "bombed" a thing who have neither aircraft nor guns: "Al-Shabaab bombed a tea shop"."""
    doing = {p.party for t in happening.tellings for p in t.actors if p.party}
    groups = all(party_named(name).kind == "armed_group" for name in doing)
    return bool(doing) and groups and not any(name.lower() in deeds().with_guns for name in doing)


def _told_beside(open_one: Happening, other: Happening) -> bool:
    """Whether the sentence that first tells of a strike left open tells of one of a settled type, by the same hand."""
    first = open_one.tellings[0].sentence
    if other.group != "remote" or first.index not in other.sentences or answers_at(first.text):
        return False
    return other.type != "bombing" and not (open_one.actors and not open_one.actors & other.actors)


def _from_the_air(happening: Happening) -> bool:
    """Whether what is told as a bomb was dropped: a weapon of the air is named, or only states act, with a "bomb".

    Who plants bombs names the kind, says that he did, or is an armed group.
    """
    if "airstrike" in happening.weapons:
        return True
    tellings = happening.tellings
    kinds = {party_named(p.party).kind for t in tellings for p in t.actors if p.party}
    named = {
        t.sentence.text[thing.start : thing.end].lower()
        for t in tellings
        for thing in t.things
        if thing.kind == "weapon" and thing.value in ("explosive", "mine")
    }
    planted = any(telltales().planted.search(t.sentence.text) for t in tellings)
    return kinds == {"state"} and bool(named) and named <= deeds().dropped and not planted


def _called_otherwise(happening: Happening) -> str | None:
    """What most words call a happening whose type only "attack" or a single other word gave."""
    if _called_a_strike(happening):
        return "air_drone_strike"
    return "bombing" if happening.type == "ground_battle" and _only_burst(happening) else None


def _called_a_strike(happening: Happening) -> bool:
    """Whether a state's "strike" is what the words most tell of: it came from the air, whatever else it is called."""
    if happening.group not in ("ground", "abuse") or happening.weapons & NEAR:
        return False
    strikes = [t for t in happening.tellings if t.type == ATTACK and _words_of(t) in deeds().strikes]
    kinds = [{party_named(p.party).kind for p in t.actors if p.party} for t in strikes]
    by_states = sum("state" in k for k in kinds) > sum(bool(k - {"state"}) for k in kinds)
    return by_states and len(strikes) >= max(happening.votes.values(), default=0)


def struck_by_a_state(happening: Happening) -> tuple[int, int] | None:
    """The words that call a state's deed a strike or a raid, where a state alone is said to have done it."""
    told = [t for t in happening.tellings if any(p.party for p in t.actors)]
    if not told or any(party_named(p.party).kind != "state" for t in told for p in t.actors if p.party):
        return None
    return next((t.span for t in told if _words_of(t) in deeds().raids), None)


def _only_burst(happening: Happening) -> bool:
    """Whether what is told as an attack on men is also told as a blast, and in no words of fighting."""
    blasts = [t for t in happening.tellings if t.type == ATTACK and _words_of(t) in deeds().blasts]
    fought = [t for t in happening.tellings if t.type == "ground_battle" and t.default is None]
    attacks = happening.votes["ground_battle"]
    return len(blasts) > max(attacks, 1) and not fought and not happening.weapons & NEAR


def _words_of(telling: Telling) -> str:
    at = telling.sentence.start
    return telling.sentence.text[telling.span[0] - at : telling.span[1] - at].lower()


def _on_people(happening: Happening) -> str:
    """An armed group's attack on nobody who fights is one on civilians (ACLED: violence against civilians)."""
    things = [t for telling in happening.tellings for t in telling.things]
    fights_back = any(t.kind == "against" and t.value == "military" for t in things) or any(
        p.party for telling in happening.tellings for p in telling.targets
    )
    groups = [party_named(p.party).kind for t in happening.tellings for p in t.actors if p.party]
    suffer = any(t.value not in ("military", "government") for t in things if t.kind == "against")
    if not fights_back and ((groups and "state" not in groups) or suffer):
        return "violence_against_civilians"
    return "ground_battle"


def _could_be_one(open_one: Happening, other: Happening) -> bool:
    """Whether what is left open may be of another's kind: in its place, or told without one, and by no other hand."""
    if open_one.sentences & other.sentences and open_one.actors and other.actors and not open_one.actors & other.actors:
        return False
    here, there = open_one.place, other.place
    if not here or not here.place or not there or not there.place:
        return True
    return same_place(here.place, there.place) or contains(there.place, here.place)
