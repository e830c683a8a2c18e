"""Is a telling of another happening, whatever its words share: a count and a hit, another land, an item of a sum?"""

import re
from collections.abc import Sequence

from fogline.lexicon.events import ATTACK
from fogline.lexicon.parties import party_named
from fogline.model import PlaceMention
from fogline.read.happening import HEADINGS, Happening, objects_of, weapons_of
from fogline.read.hit_again import of_those_sent
from fogline.read.nearby import is_town
from fogline.read.telling import Telling
from fogline.read.what import VIOLENT

GUN = "gun"
LATER = re.compile(r"\b(?:later|afterwards?|subsequently|thereafter)\s*$")
OF_ANY_ARM = frozenset({"air_drone_strike"})  # "the strike" is one by missiles as well
HAD = re.compile(r"\b(?:had|['’]d)\s+(?:[\w-]+\s+){0,3}$")  # before a deed that was done earlier
FROM_AFAR = frozenset({"air_drone_strike", "missile_artillery_attack"})


def strikes_another_land(telling: Telling, places: Sequence[PlaceMention]) -> bool:
    """Whether a state strikes another, and the places are in its own land: "Russia attacked Ukraine".

    Where the telling names a place, that decides.
    """
    lands = {p.place.country for p in places if p.place}
    if telling.group not in ("remote", ATTACK) or telling.places or not lands:
        return False
    doers, struck = ({party_named(p.party).iso2 for p in end if p.party} for end in (telling.actors, telling.targets))
    return lands <= doers - {None} and bool(struck - {None}) and not lands & struck


def mob_beside_march(telling: Telling, happening: Happening) -> bool:
    """Whether a mob wrecks things, and the other is a march: "in the evening a mob burned the house of a lawmaker"."""
    if telling.type != "riot" or telling.definite or telling.sentence.part in HEADINGS:
        return False
    wrecks = any(t.kind == "against" or t.value == "fire" for t in telling.things)
    return wrecks and {t.type for t in happening.tellings} == {"protest"}


def fires_in_it(telling: Telling, fight: Happening) -> bool:
    """Whether gunmen only open fire in a fight told before: "a mine stopped the convoy before gunmen opened fire".

    On nobody else, nowhere else and with no dead of their own.
    """
    bare = not (telling.places or telling.date or telling.figures or telling.apart) and telling.group == "abuse"
    return bare and fight.group == "ground" and weapons_of(telling) == {GUN} and objects_of(telling) <= fight.objects


def strikes_back(telling: Telling, blow: Happening) -> bool:
    """Whether a blow is the one dealt later, by whom the first was dealt to: "the army later bombed their camp".

    Where it names no place it would else be the one told last.
    """
    afar = {"remote", ATTACK}
    doing = {p.party for p in telling.actors if p.party}
    if telling.definite or telling.denied or telling.sort != "deed" or not {telling.group, blow.group} <= afar:
        return False
    if not doing or doing & blow.actors or telling.sentence.part in HEADINGS:
        return False
    hit = {p.party for t in blow.tellings for p in t.targets if p.party}
    before = telling.sentence.text[: telling.span[0] - telling.sentence.start]
    return (bool(blow.actors) and doing <= hit) or (
        LATER.search(before) is not None and not objects_of(telling) & blow.objects
    )


def came_of_the_strike(telling: Telling, strike: Happening) -> bool:
    """Whether whoever struck from afar only tells further on whom he killed by it: "it killed fighters there"."""
    bare = telling.sort == "harm" and telling.date is None and not weapons_of(telling) and not telling.apart
    who = {p.party for p in telling.actors if p.party}
    beside = telling.sentence.paragraph - strike.tellings[-1].sentence.paragraph <= 1
    return bare and strike.group == "remote" and bool(who) and who <= strike.actors and bool(telling.places) and beside


def of_an_older_day(telling: Telling, happening: Happening) -> bool:
    """Whether a blow of another kind with a day of its own is told well behind undated news: another, before it.

    "Drones killed three, officials said on Friday. … On Tuesday, shelling killed two in the region."
    """
    if telling.group != "remote" or happening.date or telling.default or telling.definite or not is_exact_day(telling):
        return False
    last = max(t.sentence.paragraph for t in happening.tellings)
    kinds = {t.type for t in happening.tellings if t.group == "remote" and not t.default}
    known = kinds | {telling.type} == FROM_AFAR and telling.type not in kinds
    return known and telling.sentence.paragraph > last


def is_exact_day(telling: Telling) -> bool:
    """Whether the words of a telling name the one day of it."""
    return telling.date is not None and telling.date.days is not None and telling.date.days.length == 1


def done_by_the_fallen(telling: Telling, fight: Happening) -> bool:
    """Whether a killing is what those had done before who fell in a fight: "the gunmen had slain nine passengers"."""
    if telling.group != "abuse" or fight.group != "ground" or not telling.figures:
        return False
    at = telling.span[0] - telling.sentence.start
    armed = any(t.value == "attacker" and t.start < at for t in telling.things)
    fell = any(t.value == "attacker" for told in fight.tellings for t in told.things)
    return armed and fell and HAD.search(telling.sentence.text[:at]) is not None


def part_of_a_sum(telling: Telling, happening: Happening) -> bool:
    """Whether an item of a list with a place of its own is a part of what was told in sum before: "143 clashes"."""
    listed = any(t.item for t in happening.tellings)
    pointing = telling.definite or telling.denied or telling.sentence.part in HEADINGS
    fought = telling.item and telling.group == "ground" and bool(telling.places)
    return fought and not (happening.places or listed or pointing)


def wave_and_hit(telling: Telling, happening: Happening) -> bool:
    """Whether one counts a night's drones or missiles over a whole country and the other hit a town."""
    if not {telling.group, happening.group} <= {"remote", ATTACK}:
        return False
    if telling.tally != any(t.tally for t in happening.tellings):
        hits = happening.tellings if telling.tally else (telling,)
        return any(p.place and p.place.precision != "country" for t in hits for p in _spoken_of_at(t))
    towns = any(is_town(p) for p in telling.places), any(is_town(p) for p in happening.places)
    if towns[0] == towns[1]:
        return False
    wide = happening.tellings if towns[0] else (telling,)
    return any(_over_a_country(t) for t in wide) and not of_those_sent(telling, happening.tellings)


def _spoken_of_at(telling: Telling) -> Sequence[PlaceMention]:
    """The places of a telling, or else the one that its paragraph has come to."""
    here = telling.context_place if telling.context_here and not telling.places else None
    return (here,) if here else telling.places


def _over_a_country(telling: Telling) -> bool:
    counted = any(f.figure in ("launched", "intercepted") for f in telling.figures)
    named = [p.place for p in telling.places if p.place]
    return counted and bool(named) and all(place.precision == "country" for place in named)


def only_shot(telling: Telling, happening: Happening) -> bool:
    """Whether "the strike" would be what was done with guns alone, nobody having called it a strike."""
    strike = telling.type == ATTACK and telling.default in OF_ANY_ARM
    return strike and happening.weapons == {GUN} and all(t.default not in OF_ANY_ARM for t in happening.tellings)


def fell_in_it(telling: Telling, happening: Happening) -> bool:
    """Whether whom somebody killed fell in the strike of his told right before: "the army said it had eliminated X"."""
    if telling.sort != "harm" or telling.places or telling.group not in VIOLENT or happening.group != "remote":
        return False
    his = {p.party for p in telling.actors if p.party} & happening.actors
    return bool(his) and telling.sentence.paragraph - happening.tellings[-1].sentence.paragraph <= 1
