"""Does a telling say of a thing that was hit before that it was hit, or of arms told before that they hit?"""

from collections.abc import Iterable

from fogline.lexicon.telltales import telltales
from fogline.read.arms_again import is_munition
from fogline.read.telling import Telling
from fogline.read.things import Thing

AIRSTRIKE = "airstrike"
ARTICLE_REACH = 2  # words back from a thing to its "the"


def hit_again(telling: Telling, told: Iterable[Telling]) -> bool:
    """Whether a telling says of what was hit in those told before that it was: "it was jets that bombed the market".

    Or of what was fired in them: "the rockets fell on houses", behind four rockets fired at the city. Another's hand
    and another weapon are then another word on one happening.
    """
    mine = {_head(telling, t) for t in telling.things if _can_come_back(telling, t) and _the(telling, t)}
    if not mine:
        return False
    told = list(told)
    back = {_head(one, t) for one in told for t in one.things if _can_come_back(one, t)}
    return bool(mine & back) or _what_was_dropped(telling, told[-1])


def _what_was_dropped(telling: Telling, last: Telling) -> bool:
    """Whether "the missile" is what was fired in the strike from the air told right before, which names no arms."""
    next_to = 0 < telling.sentence.index - last.sentence.index <= 1 and telling.places == ()
    fired = any(t.kind == "weapon" and _can_come_back(telling, t) and _the(telling, t) for t in telling.things)
    named = any(t.kind == "weapon" and _can_come_back(last, t) for t in last.things)
    return next_to and fired and not named and any(t.value == AIRSTRIKE for t in last.things if t.kind == "weapon")


def of_those_sent(telling: Telling, told: Iterable[Telling]) -> bool:
    """Whether a sentence opens on some of the munitions that those told before were: "Three were intercepted".

    Wherever they came down: behind five rockets fired at a town, "and two fell inside Lebanon".
    """
    if telling.group != "remote" or not telltales().some_of_those.match(telling.sentence.text.lstrip()):
        return False
    return any(t.kind == "weapon" and _can_come_back(one, t) for one in told for t in one.things)


def _can_come_back(telling: Telling, thing: Thing) -> bool:
    """Whether a thing is one that can be told of again: what was hit, or what was fired at it."""
    if thing.kind == "against":
        return True
    return thing.kind == "weapon" and is_munition(telling.sentence.text[thing.start : thing.end])


def _head(telling: Telling, thing: Thing) -> str:
    """The last word of the words that name a thing."""
    return telling.sentence.text[thing.start : thing.end].lower().split()[-1].removesuffix("s")


def _the(telling: Telling, thing: Thing) -> bool:
    """Whether "the" stands before a thing, with a word between at most."""
    return "the" in telling.sentence.text[: thing.start].lower().split()[-ARTICLE_REACH:]
