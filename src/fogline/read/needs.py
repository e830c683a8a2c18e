"""What a frame asks to stand with its words, and whether it does."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from fogline.lexicon.conflicts import fights_at_home
from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import Frame
from fogline.lexicon.parties import party_named
from fogline.lexicon.places import place_words
from fogline.lexicon.status import status_words
from fogline.model import PartyMention
from fogline.read.company import (
    Around,
    acts,
    announced,
    auxiliaries_of,
    direct_objects,
    indirect_objects,
    menaces,
    object_words,
    party_acts,
    stands_there,
    subjects_of,
    town_suffers,
    two_talk,
    weapon_acts,
)
from fogline.read.defiance import defies, held_out_to_come
from fogline.read.doers import doers_of
from fogline.read.held_out_if import held_out_if
from fogline.read.in_arms import armed_say, notice_says
from fogline.read.invited import invited
from fogline.read.killed_there import hurt_in_region, killed_there
from fogline.read.menaced import called_for, declares_target
from fogline.read.noted import noted
from fogline.read.talks import promises_good, yields_not

AIR_POWERS = frozenset({"US", "GB", "FR", "IL", "SA", "AE"})  # states whose raids abroad are told of as from the air
POINTING = ("the", "this", "that", "these", "those")
REACH = 8  # words of those who are bidden to do a thing, in which their town may stand


def needs_met(frame: Frame, verb: Token, around: Around) -> bool:
    """Whether one of the things that a frame asks for stands with its words."""
    asked = next((need for need in ASKED if need in frame.needs), None)
    if asked is not None:
        return ASKED[asked](verb, around)
    again = frame.type == "territory_change" and "place" in frame.needs and _town_again(around)
    return not frame.needs or again or any(stands_there(need, around) for need in frame.needs)


def _town_again(around: Around) -> bool:
    """Whether the sentence speaks of a place named before: "the town fell", "soldiers entered the village"."""
    settlements = [t for t in around.things if t.kind == "person" and t.value == "settlement"]
    return any(t.i and t.nbor(-1).lower_ == "the" for s in settlements for t in around.doc if t.idx == s.start)


def _menaced(verb: Token, around: Around) -> bool:
    return (any(p.party for p in around.parties) or armed_say(verb)) and menaces(verb, party_acts(verb, around))


def _let_go(verb: Token, around: Around) -> bool:
    """Whether those who held them set people free: soldiers who free hostages got them out, as gunmen do prisoners."""
    if not (around.parties or around.places) or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return bool(around.parties or around.places)
    doers = doers_of(verb)
    if not around.once(object_words, verb, frozenset()) & deeds().captives:
        return not _attackers_act(verb, around)
    if any(c.dep_ == "poss" for o in direct_objects(verb) for c in o.children):
        return True  # "freed their captives"
    shift, at = around.sentence.start, [d.idx for d in doers]
    acting = [p for p in around.parties if any(p.start - shift <= a < p.end - shift for a in at)]
    states = [p for p in acting if p.party and party_named(p.party).kind == "state"]
    return not states and all(d.pos_ != "PRON" and d.lemma_.lower() not in status_words().shooters for d in doers)


def bidden(verb: Token, around: Around) -> bool:
    """Whether armed men tell others to do what the verb says: "the army told everyone to leave"."""
    order = _bid(verb)
    if order.pos_ != "VERB" or "to" not in auxiliaries_of(verb):
        return False
    lemma, words = order.lemma_.lower(), status_words()
    if lemma in words.bidding and notice_says(order):
        return True
    soft = lemma in words.calling_on and _foreign_state(verb, around)
    if not (soft or lemma in words.bidding):
        return False
    doers = [*subjects_of(order), *(p for c in order.children if c.dep_ == "agent" for p in c.children)]
    doers = doers or doers_of(order)  # "published a map and told residents to leave"
    spans = [(d.left_edge.idx, d.right_edge.idx + len(d.right_edge.text)) for d in doers if d.dep_ != "nsubjpass"]
    shift = around.sentence.start
    parties = [p for p in around.parties if p.party]
    acting = [p for p in parties if any(a <= p.start - shift and p.end - shift <= b for a, b in spans)]
    armed = [(t.start, t.end) for t in around.things if t.kind == "person" and t.value in ("fighter", "attacker")]
    armed += [(t.idx, t.idx + len(t.text)) for t in around.doc if t.lower_ in words.armed]
    armed += [] if soft else [(p.start - shift, p.end - shift) for p in acting]
    told = any(start <= a and b <= end for start, end in spans for a, b in armed)
    return told and not _of_their_own(order, acting, around, any(_is_civil(d) for d in doers))


def _is_civil(doer: Token) -> bool:
    """Whether a civil office bids people do a thing: "the governor told them to move", "city police told them"."""
    return doer.lemma_.lower() in status_words().civil


def _of_their_own(order: Token, acting: Sequence[PartyMention], around: Around, civil: bool) -> bool:
    """Whether those who are bidden live in the state that bids them: to stay in shelters.

    Its army means them well only where it has no war at home.
    """
    states = [party_named(p.party) for p in acting if p.party]
    home = {s.iso2 for s in states if s.kind == "state" and (civil or not fights_at_home(s.name))}
    direct = direct_objects(order)
    bidden_ones = [t for o in (*direct, *indirect_objects(order, direct)) for t in o.subtree if t.i < o.i + REACH]
    at = {t.idx for t in bidden_ones}
    shift = around.sentence.start
    towns = [(p.place.country in home, p.start - shift in at) for p in around.places if p.place and p.role == "place"]
    if any(
        p.role == "demonym" and p.place and p.place.country in home and p.start - shift in at for p in around.places
    ):
        return True  # "told Israeli citizens to head to shelters"
    return any(own and meant for own, meant in towns) or ((civil or bool(towns)) and all(own for own, _ in towns))


def _bid(verb: Token) -> Token:
    """The verb by which somebody bids others do what a verb says: "called on residents of three blocks to leave"."""
    word = verb.head
    while word.pos_ != "VERB" and word.dep_ in ("pobj", "dobj", "prep", "appos", "conj") and word.head != word:
        word = word.head
    return word


def _forbids(verb: Token, around: Around) -> bool:
    """Whether those who rule by fear tell others what not to do, and no office or police of their own."""
    return (party_acts(verb, around) or _attackers_act(verb, around)) and not any(_is_civil(d) for d in doers_of(verb))


def _attackers_act(verb: Token, around: Around) -> bool:
    """Whether gunmen do it, or it is done when they come: "militants shot", "killed when bandits invaded a village"."""
    attackers = [t for t in around.things if t.value == "attacker"]
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ("when", "as") for m in c.children)]
    return any(acts(v, attackers) for v in (verb, *clauses))


def _foreign_state(_: Token, around: Around) -> bool:
    """Whether the sentence names a state that has no soldiers beside the place but aircraft over it."""
    there = {p.place.country for p in around.places if p.place and p.role == "place"}
    states = [party_named(p.party) for p in around.parties if p.party]
    return any(s.kind == "state" and s.iso2 in AIR_POWERS and s.iso2 not in there for s in states)


def _air_power_acts(verb: Token, around: Around) -> bool:
    """Whether such a state does what the verb says: "U.S. forces destroyed two radars in Yemen"."""
    shift = around.sentence.start
    doers = [d for d in doers_of(verb) if d.dep_ != "nsubjpass"]
    spans = [(d.left_edge.idx, d.idx + len(d.text)) for d in doers]
    acting = [p for p in around.parties if any(a <= p.start - shift < b for a, b in spans)]
    return bool(acting) and _foreign_state(verb, replace(around, parties=tuple(acting)))


def _group_acts(verb: Token, around: Around) -> bool:
    """Whether an armed group does it by its name: "the M23 entered Uvira", which of a state tells nothing."""
    groups = tuple(p for p in around.parties if p.party and party_named(p.party).kind == "armed_group")
    return bool(groups) and party_acts(verb, replace(around, parties=groups, things=()))


def _fell_there(verb: Token, around: Around) -> bool:
    """Whether it is told where and when somebody was killed, and no more: "was killed near X on Sunday"."""
    kinds = {c.dep_ for c in verb.children}
    if (
        "nsubjpass" not in kinds
        or kinds & {"agent", "advcl", "npadvmod"}
        or not around.has_date
        or verb.dep_ == "relcl"
    ):
        return False
    shift = around.sentence.start
    towns = {p.start - shift for p in around.places if p.role == "place" and p.place}
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in place_words().inside | place_words().near]
    where = [any(_is_at(o, towns) for o in link.children) for link in links]
    return any(where) and all(at or link.lower_ != "in" for at, link in zip(where, links, strict=True))


def _is_at(word: Token, towns: set[int]) -> bool:
    """Whether a word is a town's name, what it names or what is of it: "in the X district", "in the province of X"."""
    inner = [o for c in word.children if c.lower_ == "of" for o in c.children]
    return any(t.idx in towns for w in (word, *inner) for t in (w, *w.lefts))


def _pointed_at(verb: Token, around: Around) -> bool:
    """Whether a place or a day is told of what was told before: "the violence erupted in X"."""
    told = any(stands_there(need, around) for need in ("place", "date"))
    return told and any(c.dep_ == "det" and c.lower_ in POINTING for s in subjects_of(verb) for c in s.children)


def _suffered(verb: Token, around: Around) -> bool:
    """Whether a clause of its own tells that something was done to a thing, at a place and on a day."""
    passive = any(c.dep_ == "nsubjpass" for c in verb.children) and verb.dep_ not in ("acl", "relcl", "advcl")
    return passive and all(stands_there(need, around) for need in ("place", "date"))


# What a frame asks of the parse, by the name that `events.toml` has for it; all else it asks of the sentence.
ASKED: dict[str, Callable[[Token, Around], bool]] = {
    "announced": lambda verb, _: announced(verb),
    "bidden": bidden,
    "bidden_by_own": lambda verb, around: not any(bidden(c, around) for c in verb.children if c.dep_ == "xcomp"),
    "called_for": lambda verb, _: called_for(verb),
    "defies": defies,
    "declares_target": lambda verb, around: declares_target(verb) and any(p.party for p in around.parties),
    "enemy_state": _foreign_state,
    "fell_there": _fell_there,
    "air_power_acts": _air_power_acts,
    "forbids": _forbids,
    "group_acts": _group_acts,
    "held_out": held_out_to_come,
    "hurt_in_region": hurt_in_region,
    "held_out_if": lambda verb, _: held_out_if(verb),
    "invited": invited,
    "killed_there": killed_there,
    "let_go": _let_go,
    "menace": _menaced,
    "pointed_at": _pointed_at,
    "suffered": _suffered,
    "promised": lambda verb, around: promises_good(verb) and any(p.party for p in around.parties),
    "two_talk": two_talk,
    "under_way": lambda verb, _: verb.tag_ == "VBG" and bool(auxiliaries_of(verb) & {"is", "are", "'re", "’re"}),
    "yields_not": lambda verb, around: yields_not(verb) and party_acts(verb, around),
    "noted": noted,
    "party_acts": party_acts,
    "town_suffers": town_suffers,
    "attacker_acts": _attackers_act,
    "weapon_acts": weapon_acts,
}
