"""Which words of a sentence tell of one happening?

Triggers of one group are one telling, unless each has a place, a weapon or a doer of its own, or words such as "after"
stand between them.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from fogline.lexicon.answers import WHOM, answers
from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.phrases import words
from fogline.lexicon.status import status_words
from fogline.model import DateMention, PlaceMention
from fogline.read.arms_again import is_munition
from fogline.read.asides import clauses_on_places
from fogline.read.bonds import had_befallen
from fogline.read.both_ends import roles_of
from fogline.read.outcomes import one_place
from fogline.read.placing import nearest, places_of, token_at
from fogline.read.seams import parted, told_apart
from fogline.read.what import VIOLENT, Around, Trigger

BEHIND = ("after", "following")
SUBJECTS = ("nsubj", "nsubjpass")
BY_HAND = "knife_fire"

OPENING = (" after", " before")  # how words for a time end that a clause goes on: "hours before gunmen burned it"


def clusters_of(
    triggers: Sequence[Trigger],
    every: Sequence[Trigger],
    around: Around,
    dates: Sequence[DateMention],
    wave: bool,
) -> list[list[Trigger]]:
    """Triggers that tell of one happening: of one group, unless each has a place of its own."""
    if len(triggers) == 1:
        return [list(triggers)]
    clusters: list[list[Trigger]] = []
    own = {t.token: places_of(t, every, around) for t in triggers}
    armed = {t.token: _weapons_of(t, every, around) for t in triggers}
    doers = {t.token: {p.party for p in roles_of(t, around)[0]} for t in triggers}
    timed = [d for d in dates if not any(d.start <= around.sentence.start + t.start < d.end for t in every)]
    seams, answered = _seams(around, timed), told_apart(around.doc)
    if wave:  # a night's count is one, whatever flew
        armed = {token: set() for token in armed}
    for trigger in triggers:
        near = [c for c in clusters if not any(parted(trigger.words, t.words, seams, answered) for t in c)]
        near = [c for c in near if not _done_where(trigger, c, own, around)]
        near = [c for c in near if not _done_before(trigger, c, around.doc)]
        near = [c for c in near if not any(_taken_for(trigger, t, around.doc) for t in c)]
        near = [c for c in near if not any(_downed_apart(trigger, t, around.doc) for t in c)]
        home = next((c for c in clusters if any(_same_words(trigger, t) for t in c)), None)
        home = home or next((c for c in near if _one_deed(trigger, c, around.doc)), None)
        home = home or next((c for c in clusters if _left_and_taken(trigger, c, own, around.doc)), None)
        home = home or next((c for c in clusters if _burst_from(trigger, c, own, around.doc)), None)
        home = home or next((c for c in near if _burnt_by_it(trigger, c, own, around.doc)), None)
        home = home or next((c for c in near if _taken_up(trigger, c, own, around.doc)), None)
        home = home or next((c for c in near if _together(trigger, c, own, armed, doers)), None)
        if home is None:
            clusters.append([trigger])
        else:
            home.append(trigger)
    return clusters


def _seams(around: Around, dates: Sequence[DateMention]) -> list[int]:
    """Offsets of words that set a deed apart from another: "in response to", "hours before", but not "before dawn".

    Nor "after four days of fighting".
    """
    spoken = words(around.sentence.text)
    start = around.sentence.start
    between = [spoken[m.first].start for m in answers().phrases.find(spoken) if m.value not in WHOM]
    parting = [word.start for word in spoken if word.key in status_words().parting]
    timed = [d for d in dates if not d.text.lower().endswith(OPENING)]
    parting = [at for at in parting if not any(d.start <= start + at < d.end for d in timed)]
    return [at for at in between + parting if not _bout().match(around.sentence.text, at)]


@cache
def _bout() -> re.Pattern[str]:
    bouts = "|".join(sorted(status_words().bouts))
    lasting = r"(?:[\w-]+ ){1,4}of (?:[\w-]+ ){0,2}"
    return re.compile(rf"after (?:{lasting}|(?:an? )?[\w-]+ ){{0,1}}(?:{bouts})\b", re.IGNORECASE)


def _same_words(one: Trigger, other: Trigger) -> bool:
    """Whether the words of one deed hold those of the other: "launched a ground attack", "attack"."""
    violent = {one.group, other.group} <= VIOLENT | {ATTACK}
    return violent and one.start < other.end and other.start < one.end


def _done_where(
    trigger: Trigger, cluster: Sequence[Trigger], own: Mapping[int, tuple[PlaceMention, ...]], around: Around
) -> bool:
    """Whether a deed is told in a clause on another place than that of the others.

    "Marched in Komanda for protection on the road to Beni, where rebels killed five".
    """
    verb = around.doc[trigger.token]
    clause = next((t for t in clauses_on_places(around.doc) if t == verb or t.is_ancestor(verb)), None)
    if clause is None or any(clause == up or clause.is_ancestor(up) for up in (around.doc[t.token] for t in cluster)):
        return False
    low, high = (around.sentence.start + t.idx for t in (clause.head.left_edge, clause.left_edge))
    return not any(low <= p.start < high for t in cluster for p in own[t.token])


def _done_before(trigger: Trigger, cluster: Sequence[Trigger], doc: Doc) -> bool:
    """Whether a deed is what had befallen somebody whom the others only name: "in support of forces that had come under
    attack", "hit a school that had been bombed in June".
    """
    clause = had_befallen(doc[trigger.token])
    if clause is None or trigger.group not in VIOLENT | {ATTACK} or trigger.type == "abduction_detention":
        return False
    others = [doc[t.token] for t in cluster]
    told = [t for t in others if t == clause or clause.is_ancestor(t) or t == clause.head]
    return not told and all(t.is_ancestor(clause) or t.i < clause.head.i for t in others)


def _taken_for(one: Trigger, other: Trigger, doc: Doc) -> bool:
    """Whether those who were arrested had done the other deed: "two soldiers who shot into a crowd were arrested"."""
    arrest, deed = (one, other) if one.group == "detention" else (other, one)
    if arrest.group != "detention" or deed.group not in VIOLENT | {ATTACK} or deed.group == "detention":
        return False
    taken = [c for c in doc[arrest.token].children if c.dep_ in ("nsubjpass", "dobj")]
    clauses = [c for t in taken for c in t.children if c.dep_ in ("relcl", "acl") and c.tag_ in ("VBD", "VBG")]
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in doc[deed.token].children)
    return doc[deed.token] in clauses and not passive


def _downed_apart(one: Trigger, other: Trigger, doc: Doc) -> bool:
    """Whether the one is arms brought down and the other a blow that was dealt: "downed a drone and shelled Gao"."""
    first, second = sorted((doc[one.token], doc[other.token]), key=lambda t: t.i)
    if second not in first.conjuncts or any(c.dep_ in ("nsubjpass", "auxpass") for c in second.children):
        return False
    objects = [[c for c in verb.children if c.dep_ == "dobj"] for verb in (first, second)]
    arms = [bool(found) and all(is_munition(o.text) for o in found) for found in objects]
    downing = (first if arms[0] else second).lemma_.lower() in deeds().downing
    return all(objects) and arms[0] != arms[1] and downing


def _weapons_of(trigger: Trigger, triggers: Sequence[Trigger], around: Around) -> set[str]:
    """The families of weapons that hang on a trigger rather than on another."""
    found = {trigger.frame.weapon} if trigger.frame.weapon else set()
    for thing in around.things:
        if thing.kind == "weapon":
            word = token_at(around, around.sentence.start + thing.start, around.sentence.start + thing.end)
            if word is not None and nearest(word, triggers, around.doc) is trigger:
                found.add(thing.value)
    if trigger.group == "remote":
        found.discard(BY_HAND)  # a drone attack that "set fire to a refinery" was no arson
    return {family(weapon) for weapon in found}


def family(weapon: str) -> str:
    """Kinds of missile are one family, as are all that aircraft drop and all that is laid; the rest is told apart."""
    if "missile" in weapon or weapon == "rocket":
        return "missile"
    return {"glide_bomb": "airstrike", "mine": "explosive"}.get(weapon, weapon)


def _one_deed(trigger: Trigger, cluster: Sequence[Trigger], doc: Doc) -> bool:
    """Whether a verb only doubles another of its kind: "intercepted and destroyed 31 drones" is one deed."""
    verb = doc[trigger.token]
    if verb.pos_ != "VERB" or verb.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    alike = [t for t in cluster if t.token == verb.head.i and t.group == trigger.group]
    return bool(alike) and not any(c.dep_ in ("dobj", "obj") for c in verb.head.children)


def _left_and_taken(
    trigger: Trigger, cluster: Sequence[Trigger], own: Mapping[int, tuple[PlaceMention, ...]], doc: Doc
) -> bool:
    """Whether some leave a town and others come, which is one change: "entered Uvira after the army had left"."""
    triggers = (trigger, *cluster)
    if any(t.type != "territory_change" or t.reality != "real" for t in triggers) or len(cluster) > 1:
        return False
    verbs = [doc[t.token] for t in triggers]
    if not any(a.dep_ in ("advcl", "pcomp") and b in a.ancestors for a in verbs for b in verbs):
        return False
    leaves = [verb.lemma_.lower() in deeds().ground_given for verb in verbs]
    here, there = ({p.place.name for p in own[t.token] if p.place} for t in triggers)
    return len(set(leaves)) > 1 and (here == there or not here or not there)


def _taken_up(
    trigger: Trigger, cluster: Sequence[Trigger], own: Mapping[int, tuple[PlaceMention, ...]], doc: Doc
) -> bool:
    """Whether "the attack" is the deed told before in its sentence: "hit a hotel, and the attack left nine dead"."""
    violent = all(t.group in VIOLENT and t.reality == "real" and t.end < trigger.start for t in cluster)
    attack = trigger.definite and trigger.frame.type == ATTACK and trigger.group in (*VIOLENT, ATTACK)
    word = doc[trigger.token]
    taken_up = word.dep_ in ("nsubj", "nsubjpass") or any(c.tag_ == "JJS" for c in word.children)  # "the worst attack"
    return violent and attack and not own[trigger.token] and taken_up


def _burst_from(
    trigger: Trigger, cluster: Sequence[Trigger], own: Mapping[int, tuple[PlaceMention, ...]], doc: Doc
) -> bool:
    """Whether what burst or burnt did so because of the attack behind it: "a fire broke out after a drone attack".

    So does what was heard of it: "explosions were heard as drones attacked an airport".
    """
    word = doc[trigger.token]
    after = next((c for c in word.children if c.dep_ in ("mark", "advmod")), word.head)
    clause = word.dep_ == "advcl" and after.head == word and after.lower_ in (*BEHIND, "as", "when")
    noun = after == word.head and after.lower_ in BEHIND and after.dep_ == "prep"
    if not (clause or noun) or any(c.dep_ == "npadvmod" for c in after.children):
        return False
    verb = word.head if clause else after.head
    told = [t for t in cluster if t.token == verb.i or (clause and doc[t.token].head == verb)]
    sounds = {w.lower_ for t in told for w in (doc[t.token], *doc[t.token].children) if w == verb or w.dep_ in SUBJECTS}
    burst = not sounds.isdisjoint(deeds().blasts) or any(t.frame.backed for t in told)
    return burst and trigger.group in ("remote", ATTACK) and not own[trigger.token]


def _together(
    trigger: Trigger,
    cluster: Sequence[Trigger],
    own: Mapping[int, tuple[PlaceMention, ...]],
    armed: Mapping[int, set[str]],
    doers: Mapping[int, set[str | None]],
) -> bool:
    groups = {t.group for t in cluster}
    if trigger.group == "unrest" and any(t.frame.status != trigger.frame.status for t in cluster):
        return False  # "announced a strike from Tuesday, and 500 people blocked a bridge"
    violent = VIOLENT | {ATTACK}
    open_type = ATTACK in (trigger.group, *groups) and trigger.group in violent and bool(groups & violent)
    part = trigger.group not in groups and _is_part(trigger, cluster)
    if trigger.group not in groups and not open_type and not part:
        return False
    for known in (armed,) if part else (armed, doers):
        mine, theirs = known[trigger.token], {x for t in cluster for x in known[t.token]}
        if mine and theirs and not mine & theirs:
            return False
    if trigger.frame.sort == "word":
        return True  # what one sentence has somebody threaten, offer or promise is one thing, wherever he said so
    return _places_fit(trigger, cluster, own)


def _places_fit(trigger: Trigger, cluster: Sequence[Trigger], own: Mapping[int, tuple[PlaceMention, ...]]) -> bool:
    """Whether a deed and the others share a place, or one of them has none."""
    here = [p.place for p in own[trigger.token] if p.place]
    there = [p.place for t in cluster for p in own[t.token] if p.place]
    return not here or not there or any(one_place(a, b) for a in here for b in there)


def _is_part(trigger: Trigger, cluster: Sequence[Trigger]) -> bool:
    """Whether one of them can be a part of the other: the shots or the arrests of a protest."""
    if any(t.frame.sort == "word" or t.reality != "real" or t.group == "remote" for t in (trigger, *cluster)):
        return False
    return lead_of(cluster).group in trigger.frame.part_of or all(trigger.group in t.frame.part_of for t in cluster)


def _burnt_by_it(
    trigger: Trigger, cluster: Sequence[Trigger], own: Mapping[int, tuple[PlaceMention, ...]], doc: Doc
) -> bool:
    """Whether what burnt did so in the strike told before: "drones hit the port and two ships were set ablaze"."""
    verb = doc[trigger.token]
    suffers = any(c.dep_ == "nsubjpass" for c in verb.children) and not any(c.dep_ == "agent" for c in verb.children)
    suffers = suffers or any(c.dep_ == "nsubj" and c.lower_ in deeds().remains for c in verb.children)  # "its debris"
    struck = (t for t in cluster if t.group == "remote" and t.frame.sort == "deed" and t.reality == "real")
    joined = verb.dep_ == "conj" and any(doc[t.token] in (verb.head, *verb.head.children) for t in struck)
    return trigger.type == "property_destruction" and suffers and joined and _places_fit(trigger, cluster, own)


def lead_of(cluster: Sequence[Trigger]) -> Trigger:
    """The trigger that names the happening best: the whole before a part, a settled type, done, firm, first."""
    groups = {t.group for t in cluster}
    wholes = [t for t in cluster if not t.frame.part_of & groups] or cluster
    return min(wholes, key=lambda t: (t.type == ATTACK, t.reality == "negated", t.frame.weak, t.token))
