"""Whose is the army that tells people to leave, where it is only called "the army"?

"Israeli jets hit a block in Tyre after the army told residents to leave": who strikes has warned, and not the army of
the land that is struck.
"""

from collections.abc import Sequence

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named
from fogline.lexicon.titles import titles
from fogline.read.mentioned import Found, sentence_at
from fogline.read.scene import Scene

NEAR = 3  # pieces from the army to the verb, and from there to those whom it tells
BACK = 1  # sentences


def warning_party(scene: Scene, item: Found, before: Sequence[Found]) -> str | None:
    """The state whose aircraft or strikes are told of right before an army that tells people to leave."""
    if item.core[-1:] == () or item.core[-1] not in titles().armies or not _orders_people(scene, item.last):
        return None
    start = scene.bounds[max(0, sentence_at(scene, item.first) - BACK)][0]
    for other in reversed(before):
        if other.first < start:
            return None
        if other.explicit and other.party and party_named(other.party).kind == "state" and _from_the_air(scene, other):
            return other.party
    return None


def _orders_people(scene: Scene, last: int) -> bool:
    """Whether the words behind an army are that it told, ordered or warned those who live somewhere."""
    words = deeds()
    for verb in range(last + 1, min(last + 1 + NEAR, len(scene.ps))):
        if scene.ps[verb].key in words.ordering_out:
            told = scene.ps[verb + 1 : verb + 1 + NEAR]
            return any(piece.key in words.evacuated for piece in told)
    return False


def _from_the_air(scene: Scene, mention: Found) -> bool:
    """Whether what a party's name describes flies or is a strike: "Israeli jets", "the Israeli strike"."""
    names = [piece.key.removesuffix("s") for piece in scene.ps[mention.core_first : mention.last + 1 + NEAR]]
    return not (deeds().craft | deeds().airmen | deeds().blows).isdisjoint(names)
