"""Does a telling say of a thing that was hit before that it was hit?"""

from collections.abc import Iterable

from fogline.read.telling import Telling
from fogline.read.things import Thing

ARTICLE_REACH = 2  # words back from a thing to its "the"


def hit_again(telling: Telling, told: Iterable[Telling]) -> bool:
    """Whether a telling says of what was hit in those told before that it was: "it was jets that bombed the market".

    Another's hand and another weapon are then another word on one happening.
    """
    mine = {_head(telling, t) for t in telling.things if t.kind == "against" and _the(telling, t)}
    return bool(mine & {_head(one, t) for one in told for t in one.things if t.kind == "against"})


def _head(telling: Telling, thing: Thing) -> str:
    """The last word of the words that name a thing."""
    return telling.sentence.text[thing.start : thing.end].lower().split()[-1]


def _the(telling: Telling, thing: Thing) -> bool:
    """Whether "the" stands before a thing, with a word between at most."""
    return "the" in telling.sentence.text[: thing.start].lower().split()[-ARTICLE_REACH:]
