"""Who attacked and who held out, where words tell that an attack was beaten back?"""

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.status import status_words
from fogline.model import PartyMention
from fogline.read.doers import doers_of
from fogline.read.placing import WHITHER

UNDERGONE = ("dobj", "nsubjpass")


def ends_of_repulse(
    verb: Token, parties: Sequence[PartyMention], offset: int, failing: frozenset[str] = frozenset()
) -> tuple[list[PartyMention], list[PartyMention]] | None:
    """The parties that attacked and those who beat them back; None where the word is no verb with an object.

    "The army foiled an attack by the rebels on its camp": who is in the object attacks, but not what stands behind
    "on"; who does the beating back was attacked. An attack that is itself the subject, by one of the nouns `failing`,
    came to nothing: "the rebels' attempt was unsuccessful". `offset` is where the sentence of the parse begins in the
    report.
    """
    objects = [child for child in verb.children if child.dep_ in UNDERGONE]
    failing &= status_words().onslaughts | deeds().tried
    failed = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in failing] if not objects else []
    objects = objects or failed
    if verb.pos_ not in ("VERB", "AUX") or not objects:
        return None
    passive = bool(failed) or any(o.dep_ == "nsubjpass" for o in objects)
    attacked = [deed for o in objects for deed in _held(o)]
    holders = [*(d for d in doers_of(verb) if d not in failed), *attacked]
    attackers = [*objects]
    if not passive:  # "by" hangs on the verb as often as on the attack
        agents = [g for c in verb.children if c.lower_ in deeds().by for g in c.children]
        holders = [h for h in holders if h not in agents]
        attackers += agents
    defending = _within(holders, parties, offset)
    aimed = [*attacked, *(t for o in objects for t in o.subtree if _is_aim_of(t, o))]  # "to overrun a post"
    attacking = [p for p in _within(attackers, parties, offset) if p not in _within(aimed, parties, offset)]
    sides = {p.party for p in defending}
    return [p for p in attacking if p.party not in sides], defending


def came_to_nothing(noun: Token, verbs: Collection[Token]) -> bool:
    """Whether a noun is the attack that one of such verbs says came to nothing: "thwarted an attack by drones on X"."""
    tried = status_words().onslaughts | deeds().tried
    beaten = noun.head in verbs and noun.head.lemma_.lower() in deeds().beaten_back
    return beaten and noun.dep_ in UNDERGONE and noun.lemma_.lower() in tried


def is_what_was_tried(word: Token, verbs: Collection[Token]) -> bool:
    """Whether a verb tells what somebody tried and one of such verbs says came to nothing: "foiled a bid to take X".

    Where that was tried it was foiled.
    """
    tried = word.head.head if word.dep_ == "pcomp" else word.head  # the parse hangs it on "by" too
    known = tried.lemma_.lower() in status_words().onslaughts | deeds().tried and tried.dep_ in UNDERGONE
    bound = any(c.lower_ in WHITHER for c in word.children)  # "to advance towards Yei": stopped before it
    return known and not bound and _is_aim_of(word, tried) and tried.head in verbs


def _is_aim_of(verb: Token, noun: Token) -> bool:
    """Whether an infinitive says what an attempt was to do, also where the parse hangs it on the "by" of who tried."""
    above = verb.head if verb.dep_ == "acl" else verb.head.head if verb.dep_ == "pcomp" else None
    return above == noun and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _held(noun: Token) -> list[Token]:
    """What an attack is on: the words behind "on" or "against" that hang on it."""
    return [o for p in noun.children if p.dep_ == "prep" and p.lower_ in deeds().on for o in p.children]


def _within(tokens: Sequence[Token], parties: Sequence[PartyMention], offset: int) -> list[PartyMention]:
    spans = [(t.left_edge.idx, t.right_edge.idx + len(t.right_edge.text)) for t in tokens]
    return [p for p in parties if p.party and any(a <= p.start - offset < b for a, b in spans)]
