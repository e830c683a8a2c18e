"""Whose army speaks, where it is only called "the army" and tells of a feat?

"Russian forces captured the village, the defence ministry said": who takes a village, or hits an enemy's launchers,
says so himself, whoever holds the place.
"""

from collections.abc import Sequence

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named
from fogline.lexicon.titles import titles
from fogline.read.mentioned import Found, sentence_at
from fogline.read.scene import Scene

REACH = 4  # pieces from a state's forces to what they did, and from a blow to those hit: "struck | a Hezbollah cell"
PREPOSITIONS = ("in", "at", "near", "by", "on", "during", "after", "outside")


def teller_of_own_feat(scene: Scene, item: Found, before: Sequence[Found]) -> str | None:
    """The state whose forces a sentence opens with and gives a feat, where an army speaks at its end."""
    if titles().of_the_army.isdisjoint(item.core):
        return None
    start = scene.bounds[sentence_at(scene, item.first)][0]
    opening = next((f for f in before if f.first >= start), None)
    if opening is None or not opening.explicit or not opening.party or party_named(opening.party).kind != "state":
        return None
    acts = _verb(scene, opening, item.first)
    return opening.party if acts is not None and _is_feat(scene, acts, item.first) else None


def _verb(scene: Scene, forces: Found, end: int) -> int | None:
    """Where it stands what a state's forces did: right behind them, "have", "had" and adverbs between."""
    named = [piece.key for piece in scene.ps[forces.first : end]]
    whose = next((k for k, key in enumerate(named[: REACH + 1]) if key in titles().forces or _flies(key)), None)
    if whose is None:
        return None
    behind = range(whose + 1, min(whose + 1 + REACH, len(named)))
    verb = next((k for k in behind if named[k] in deeds().feats or named[k] in deeds().struck), None)
    return None if verb is None else forces.first + verb


def _flies(key: str) -> bool:
    return key.removesuffix("s") in deeds().craft or key in deeds().craft


def _is_feat(scene: Scene, verb: int, end: int) -> bool:
    """Whether something was taken, or a blow fell on fighters or arms; who was taken prisoner tells it as well."""
    behind = [piece.key for piece in scene.ps[verb + 1 : min(verb + 1 + REACH, end)]]
    if scene.ps[verb].key in deeds().struck:
        return not deeds().foes_hit.isdisjoint(behind)
    suffered = behind[:1] != [] and behind[0] in PREPOSITIONS  # "an Armenian unit neutralised in Lachin"
    return not suffered and titles().forces.isdisjoint(behind)
