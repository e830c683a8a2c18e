"""Which type of deed do weapon, actor and things hit speak for, where the words fit several?"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK, frames
from fogline.lexicon.parties import party_named
from fogline.lexicon.places import place_words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.lexicon.things import things
from fogline.lexicon.titles import titles
from fogline.read.company import (
    Around,
    acts,
    direct_objects,
    indirect_objects,
    object_classes,
    party_acts,
    subject_words,
    weapon_acts,
)
from fogline.read.doers import doers_of
from fogline.read.nearest_weapon import nearest_weapon, tried_with
from fogline.read.no_crowd import armed_doers, of_a_group
from fogline.read.things import Thing
from fogline.read.trigger import Trigger

# Types that yield to a drone, a missile or a shell named beside them: "drones set fire to a depot" is no arson.
YIELDING = frozenset(
    {ATTACK, "air_drone_strike", "missile_artillery_attack", "property_destruction", "violence_against_civilians"}
)
MOB_DEEDS = frozenset(
    {"property_destruction", "violence_against_civilians", ATTACK, "ground_battle", "territory_change", "bombing"}
)
JAIL_DEEDS = frozenset({"property_destruction", "abduction_detention"})
CIVIL = frozenset({"hospital", "school", "religious", "market", "media", "aid"})
FROM_THE_AIR = "air_drone_strike"
CIVILIANS = frozenset({"civilian", "aid", "media"})
ARMED = frozenset({"fighter", "military"})
BORNE = frozenset({"rocket", "missile"})  # what men on foot carry as well: "killed nine with rocket-propelled grenades"
OUR_MEN = frozenset({"man", "boy", "lad"})
PLACED_BY, FIRED_ON = ("at", "near", "outside", "beside"), ("on", "upon")
BEFORE = ("compound", "amod", "nmod", "nummod")  # how the make of an aircraft hangs on "fighters"


def of_mob(trigger: Trigger, around: Around) -> Trigger:
    """A deed as a riot where a mob does it: "a mob burned shops", "beaten to death by residents"."""
    verb = around.doc[trigger.token]
    doers = subject_words(verb)
    if trigger.type in JAIL_DEEDS and doers & frames().jailed:
        return replace(trigger, type="riot")  # "prisoners took warders hostage and set mattresses on fire"
    if trigger.type not in MOB_DEEDS or armed_doers(verb) or of_a_group(verb, around):
        return trigger
    at_large = bool(doers & frames().neighbours) and _has_victim(verb)
    stoned = any(t.lower_ in frames().mob_arms for t in around.doc)
    angry = any(c.lemma_.lower() in frames().angry for d in doers_of(verb) for c in d.children)
    lynched = at_large and (stoned or angry or trigger.type in ("violence_against_civilians", "territory_change"))
    wrecked = trigger.type == "property_destruction" and bool(doers & deeds().rioting)
    wrecked = wrecked and verb.lemma_.lower() in deeds().rioters_wreck
    return replace(trigger, type="riot") if doers & frames().mobs or lynched or wrecked else trigger


def _has_victim(verb: Token) -> bool:
    """Whether what is done is done to somebody else: not the headline "Worshippers gunned down"."""
    return any(c.dep_ in ("dobj", "agent", "nsubjpass") for c in verb.children) or verb.tag_ == "VBN"


def decided(trigger: Trigger, around: Around) -> Trigger:
    """A trigger with its type settled as far as the sentence settles it."""
    weapon = nearest_weapon(trigger, around, "remote")
    named = things().weapon_type[weapon.value] if weapon else None
    armed = any(t.kind == "weapon" and t.value in ("gun", "knife_fire") for t in around.things)
    thrown = named == "bombing" and trigger.group == "remote"  # bombs that jets drop, rockets that burst
    thrown = thrown or (named == "bombing" and armed and trigger.frame.default == "ground_battle")  # fought with both
    face_to_face = trigger.type == "violence_against_civilians" and "attacker_acts" not in trigger.frame.needs
    at_large = around.doc[trigger.token].pos_ == "NOUN" and not trigger.frame.weapon  # a "massacre" may be shelled
    face_to_face = face_to_face and not at_large and not weapon_acts(around.doc[trigger.token], around)
    yields = trigger.type in (*YIELDING, "bombing") and not face_to_face
    if weapon and trigger.type == "ground_battle" and not armed:
        yields = _done_with(weapon, trigger, around) or _flown(weapon, around.doc[trigger.token], around)
    blown_up = named == "bombing" and trigger.type == "property_destruction" and _razes_houses(trigger, around)
    if named and not thrown and not blown_up and yields:
        return replace(trigger, type=_of_platform(trigger, around) or named)
    if (met := _type_by_whom_it_meets(trigger, around)) is not None:
        return replace(trigger, type=met)
    if trigger.type != ATTACK or trigger.frame.backed or (trigger.frame.weak and _nobody_named(trigger, around)):
        return trigger  # what burned down in a strike was hit by what its paragraph tells, whom soldiers fired on too
    return _attack_on(trigger, around, armed)


def _razes_houses(trigger: Trigger, around: Around) -> bool:
    """Whether a force tears down houses with explosives: no bomb "demolished nine houses"."""
    verb = around.doc[trigger.token]
    return "residential" in object_classes(verb, around, straight=True) and party_acts(verb, around)


def _attack_on(trigger: Trigger, around: Around, armed: bool) -> Trigger:
    """An attack as the battle or the killing that those it falls on make it; `armed` says that guns are named."""
    on_people = only_on_people(trigger, around) or _kills_civilians(trigger, around)
    fighters = not on_people and any(t.kind == "person" and t.value == "fighter" for t in around.things)
    military = _on_a_post(trigger, around) or any(_is_military(t, trigger, around, armed) for t in around.things)
    military = military and not on_people
    blast = around.doc[trigger.token].lemma_.lower() in frames().peace.blasts
    fired_on = trigger.frame.role == "subject_suffers" and _subject_fights(trigger, around)
    fired_on = fired_on or (trigger.frame.weak and _fighters_fall(around))
    if armed and not blast:
        fought = military or fired_on or _theirs_who_are_armed(around.doc[trigger.token])
        fought = fought or "fighter" in object_classes(around.doc[trigger.token], around)
        return replace(trigger, type="ground_battle" if fought else "violence_against_civilians")
    burst = any(t.lemma_.lower() in frames().peace.blasts for t in around.doc)  # "the truck exploded": no storming
    stormed = fighters and trigger.frame.default == "ground_battle"  # not "the strike hit a base of fighters"
    if military and not burst and (stormed or trigger.frame.role == "on_positions"):
        return replace(trigger, type="ground_battle")
    return trigger


def _nobody_named(trigger: Trigger, around: Around) -> bool:
    """Whether a sentence names nobody but those who fire: "soldiers opened fire from a tower"."""
    subjects = {c.idx for c in around.doc[trigger.token].children if c.dep_ == "nsubj"}
    return all(t.head in subjects for t in around.things if t.kind == "person" or t.value in ("military", "government"))


def _wrecks_arms(verb: Token, around: Around) -> bool:
    """Whether a force destroys what is the other's for war: "troops destroyed an enemy ammunition train"."""
    if verb.lemma_.lower() not in deeds().wrecking or not party_acts(verb, around):
        return False
    sorts = titles().sorts
    hostile = any(sorts.get((c.lower_,)) == "exonym" for o in direct_objects(verb) for c in o.children)
    return hostile or "military" in object_classes(verb, around, straight=True) or _held_by_fighters(verb)


def _stormed(verb: Token, *, left_open: bool) -> bool:
    """Whether what is destroyed is a post or the like that was fought for, or any base where soldiers did it.

    With `left_open` only those on foot are sure to have come so near.
    """
    lexicon, lost = deeds(), {o.lemma_.lower() for o in direct_objects(verb)}
    if not lexicon.on_foot.isdisjoint(d.lemma_.lower() for d in doers_of(verb)):
        return bool(lost & (lexicon.held_posts | lexicon.held_by_arms))
    return not left_open and bool(lost & lexicon.held_posts)


def _held_by_fighters(verb: Token) -> bool:
    """Whether what is destroyed is said to be armed men's: "a camp of the bandits", "the base of a militia"."""
    links = (c for o in direct_objects(verb) if o.lemma_.lower() in deeds().held_by_arms for c in o.children)
    return any(t.lemma_.lower() in status_words().shooters for c in links if c.lower_ == "of" for t in c.children)


def _fighters_fall(around: Around) -> bool:
    """Whether a sentence tells of fighters to whom something was done: "opened fire and four gunmen were killed"."""
    heads = {t.head for t in around.things if t.kind == "person" and t.value in ("fighter", "attacker")}
    return any(t.idx in heads and t.dep_ in ("dobj", "nsubjpass") for t in around.doc)


def _done_with(weapon: Thing, trigger: Trigger, around: Around) -> bool:
    """Whether a battle is fought with a weapon from afar: "exchanged artillery fire", "hit a camp with missiles"."""
    if trigger.start <= weapon.start and weapon.end <= trigger.end:
        return True
    verb = around.doc[trigger.token]
    if tried_with(weapon, verb) or any(
        c.idx == weapon.head and c.dep_ == "dobj" and c.lemma_ == "fire" for c in verb.children
    ):
        return True  # "opened artillery fire on a post"
    killing = verb.lemma_.lower() in deeds().casualty and weapon.value not in BORNE
    if verb.lemma_.lower() not in status_words().hitting and not killing:
        return False
    means = [c for p in verb.children if p.lower_ in ("with", "using", "by") for c in p.children]
    return any(c.idx == weapon.head and c.dep_ in ("pobj", "dobj") for c in (*means, *_used_for(verb)))


def _used_for(verb: Token) -> list[Token]:
    """The arms that are used to do what an infinitive says: "used a drone to attack a patrol"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp", "relcl", "acl"):
        return []
    above = verb.head if verb.head.pos_ == "VERB" else verb.head.head  # the parse may hang it on the drone
    return direct_objects(above) if above.lemma_.lower() in status_words().using else []


def _flown(weapon: Thing, verb: Token, around: Around) -> bool:
    """Whether what attacks flies: "two F-16 fighters attacked a post", not "fighters of the Kfir Brigade"."""
    if things().weapon_type[weapon.value] != FROM_THE_AIR:
        return False
    heads = {t.idx for d in doers_of(verb) for t in d.subtree if t == d or (t.i < d.i and t.dep_ in BEFORE)}
    return weapon.head in heads or any(weapon.start <= at < weapon.end for at in heads)


def _subject_fights(trigger: Trigger, around: Around) -> bool:
    """Whether it is fighters that come under fire: "police came under fire from gunmen"."""
    subjects = {c.idx for c in around.doc[trigger.token].children if c.dep_ in ("nsubj", "nsubjpass")}
    return any(t.value == "fighter" and t.head in subjects for t in around.things)


def _of_platform(trigger: Trigger, around: Around) -> str | None:
    """The type of what fires, where it flies: missiles that a drone or a jet fires are a strike from the air."""
    types = things().weapon_type
    flying = [t for t in around.things if t.kind == "weapon" and types[t.value] == FROM_THE_AIR]
    return FROM_THE_AIR if acts(around.doc[trigger.token], flying) else None


def _meets_arms(trigger: Trigger, around: Around) -> bool:
    """Whether soldiers or their posts are what gunmen attack, or who is shot."""
    fought = "attacker_acts" in trigger.frame.needs or "ground" in trigger.frame.part_of
    verb = around.doc[trigger.token]
    # "shot dead a farmer at a checkpoint": not the post was attacked; "opened fire at a checkpoint": it was
    objects = direct_objects(verb)
    if verb.dep_ == "advcl" and objects and all(t.pos_ == "NUM" for t in objects):
        verb, objects = verb.head, direct_objects(verb.head)  # "fired on police, killing three"
    straight = any(not trigger.start <= t.idx < trigger.end and t.lemma_ != "fire" for t in objects)
    held = _theirs_who_are_armed(verb) or bool({"fighter", "military"} & object_classes(verb, around, straight))
    return fought and held


def _type_by_whom_it_meets(trigger: Trigger, around: Around) -> str | None:
    """The type of a deed of arms by those it falls on: gunmen and soldiers fight, gunmen and pilgrims do not."""
    verb = around.doc[trigger.token]
    if trigger.type in ("property_destruction", ATTACK) and _wrecks_arms(verb, around):
        stormed = _stormed(verb, left_open=trigger.type == ATTACK)
        if stormed or trigger.type != ATTACK:  # "destroyed a radar": with what is left open
            return "ground_battle" if stormed else ATTACK
    if trigger.type == "violence_against_civilians" and (
        _meets_arms(trigger, around) or _kills_soldiers(trigger, around)
    ):
        return "ground_battle"
    if trigger.type == "property_destruction" and around.has_harm and _fights_for_it(trigger, around):
        return "ground_battle"
    if trigger.type == "ground_battle" and _met_by_air_defence(verb):
        return FROM_THE_AIR
    if trigger.type == "ground_battle" and (_falls_on_civilians(trigger, around) or _kills_civilians(trigger, around)):
        return "violence_against_civilians"
    return None


def _fights_for_it(trigger: Trigger, around: Around) -> bool:
    """Whether what troops destroy is the foe's, with men in it: "destroyed four bunkers, killing six fighters"."""
    verb = around.doc[trigger.token]
    killed = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in deeds().casualty]
    return "military" in object_classes(verb, around, True) and any(
        "fighter" in object_classes(c, around, True) for c in killed
    )


def _met_by_air_defence(verb: Token) -> bool:
    """Whether air defences beat an attack back, which so came through the air."""
    if verb.lemma_.lower() not in deeds().beating_back:
        return False
    doers = [*doers_of(verb), *(t for c in verb.children if c.dep_ == "agent" for t in c.children)]
    named = (f"{d.nbor(-1).lower_} {d.lower_}" for d in doers if d.i)
    return any(name in place_words().air_guards for name in named)


def _falls_on_civilians(trigger: Trigger, around: Around) -> bool:
    """Whether civilians, and nobody else, are ambushed or shot: "gunmen ambushed a convoy of villagers".

    The dead of "villagers were killed by gunmen in an ambush" are those of the ambush.
    """
    verb = around.doc[trigger.token]
    if verb.dep_ == "pobj" and verb.head.lower_ in ("in", "during"):
        verb = verb.head.head
    if verb.pos_ != "VERB" or trigger.frame.role == "mutual":
        return False
    heads = direct_objects(verb)
    if any(h.lemma_ in OUR_MEN and any(c.lower_ == "our" for c in h.children) for h in heads):
        return False  # "our men were ambushed": who says so speaks of his soldiers
    at = {h.idx for h in heads}
    hit = {t.value: t for t in around.things if t.kind in ("person", "against") and t.head in at}
    carrying = {h.idx for h in heads for p in h.children if p.lower_ == "of"}  # "a convoy of villagers"
    armed = [t for value, t in hit.items() if value in ("fighter", "military", "settlement")]
    if hit.keys() & {"civilian", "people"}:
        return all(t.value == "military" and t.head in carrying for t in armed)
    if verb.lemma_.lower() in deeds().bursting_in and hit.keys() & CIVIL and not armed:
        gunmen = [t for t in around.things if t.value == "attacker"]
        return acts(verb, gunmen) and not _soldiers_there(verb, around)  # "gunmen stormed a clinic"
    return verb.lemma_.lower() == "ambush" and "transport" in hit and not _soldiers_there(verb, around)


def default_of(cluster: Sequence[Trigger], around: Around) -> str | None:
    """The type of words of attack where nothing in the report decides: on civilians where it is they that were hit."""
    led = next((t for t in cluster if t.frame.default), None)
    if led is None or led.frame.default != "ground_battle":
        return led.frame.default if led else None
    on_people = only_on_people(led, around) or _kills_civilians(led, around)
    return "violence_against_civilians" if on_people else led.frame.default


def _told_of_a_group(around: Around) -> bool:
    """Whether a sentence names an armed group or gunmen."""
    groups = any(p.party and party_named(p.party).kind == "armed_group" for p in around.parties)
    return groups or any(t.kind == "person" and t.value == "attacker" for t in around.things)


def _on_arms(word: Token, around: Around) -> bool:
    """Whether what is attacked is soldiers, or where they or the police are: "a post", "a police station"."""
    direct = direct_objects(word)
    heads = [*direct, *indirect_objects(word, direct)]
    heads = [h for h in heads if not any(t.lower_ in deeds().camps_of for t in h.lefts)]
    held = any(t.lemma_.lower() in deeds().held_by_arms for h in heads for t in (h, *h.lefts))
    return held or bool((ARMED | {"government"}) & object_classes(word, around))


def _of_a_state(trigger: Trigger, around: Around) -> bool:
    """Whether it is a state that attacks: its "attack" may have come from afar, unless its men are said to enter."""
    word, shift = around.doc[trigger.token], around.sentence.start
    if word.pos_ == "VERB" and word.lemma_.lower() in deeds().entering:
        return False
    doers = [word] if word.pos_ == "NOUN" else doers_of(word)
    bounds = [(d.left_edge.idx, d.idx + len(d.text)) for d in doers]
    states = [p for p in around.parties if p.party and party_named(p.party).kind == "state"]
    return any(a <= p.start - shift < z for p in states for a, z in bounds)


def _kills_civilians(trigger: Trigger, around: Around) -> bool:
    """Whether civilians, and nobody armed, are the dead of a raid on no post: "stormed a village, killing 17 traders".

    The same of "17 villagers were killed in an attack" and "the attack killed 17 villagers".
    """
    word = around.doc[trigger.token]
    if trigger.frame.role == "mutual" or _on_arms(word, around) or _of_a_state(trigger, around):
        return False
    dead = _dead_of(word, around)
    return bool(dead) and all(CIVILIANS & classes and not ARMED & classes for classes in dead)


def _kills_soldiers(trigger: Trigger, around: Around) -> bool:
    """Whether soldiers or fighters alone are the dead of an attack: "attacked a convoy, killing nine soldiers"."""
    word = around.doc[trigger.token]
    dead = _dead_of(word, around) if word.pos_ == "VERB" else []
    return bool(dead) and all(ARMED & classes and "civilian" not in classes for classes in dead)


def _dead_of(word: Token, around: Around) -> list[set[str]]:
    """What those are who are killed or hurt in an attack, for each verb that says so beside it."""
    if word.pos_ == "NOUN":
        if not _told_of_a_group(around):
            return []  # who attacks a town from afar is not told
        killings = [word.head.head] if word.dep_ == "pobj" and word.head.lower_ in ("in", "during") else [word.head]
    elif word.lemma_.lower() in deeds().assailing or any(o.lemma_ == "fire" for o in direct_objects(word)):
        killings = [t for t in (*word.conjuncts, *word.children) if t.i > word.i and t.dep_ in ("conj", "advcl")]
        killings += [word.head] if word.dep_ == "advcl" and word.head.i < word.i else []  # "were killed when …"
    else:
        return []
    return [object_classes(t, around, straight=True) for t in killings if t.lemma_.lower() in deeds().casualty]


def only_on_people(trigger: Trigger, around: Around) -> bool:
    """Whether it is civilians, or a camp of theirs, that are attacked: "an attack on a camp for displaced people"."""
    verb = around.doc[trigger.token]
    direct = direct_objects(verb)
    heads = [t.idx for t in (*direct, *indirect_objects(verb, direct))]
    named = [t for t in around.things if t.kind in ("person", "against")]
    hit = {t.value for t in named if any(t.start <= at < t.end for at in heads)}
    if _theirs_who_are_armed(verb):
        return False
    return bool({"people", "civilian", "residential"} & hit) and not {"fighter", "military"} & hit


def _theirs_who_are_armed(verb: Token) -> bool:
    """Whether what is attacked is an army's by the words behind it: "attacked the main camp of the army"."""
    links = (c for o in direct_objects(verb) for c in o.children if c.lower_ == "of")
    return any(t.lower_ in status_words().armed for link in links for t in link.children)


def _is_military(thing: Thing, trigger: Trigger, around: Around, armed: bool) -> bool:
    """Whether a thing is soldiers, or what is theirs, or police under fire, and not those who act themselves."""
    told = around.sentence.text[thing.start : thing.end].lower().split()
    police = armed and thing.value == "government" and not deeds().police.isdisjoint(told)
    if thing.kind != "against" or (thing.value != "military" and not police):
        return False
    word = next((t for t in around.doc if t.idx == thing.head), None)
    if word is not None and _only_where(word, around.doc[trigger.token]):
        return False
    if word is None or word.dep_ != "nsubj":
        return True
    if trigger.start <= word.head.idx < trigger.end:
        return trigger.frame.sort != "harm" or trigger.frame.role == "subject_suffers"
    return not direct_objects(word.head)


def _only_where(word: Token, verb: Token) -> bool:
    """Whether a post is only where others were fired on: "fired on a minibus at a checkpoint"."""
    if word.dep_ != "pobj" or word.head.lower_ not in PLACED_BY:
        return False
    upon = [c for p in verb.children if p.dep_ == "prep" and p.lower_ in FIRED_ON for c in p.children if c != word]
    return bool(upon) and word.head.head in (verb, *upon)


def _on_a_post(trigger: Trigger, around: Around) -> bool:
    """Whether it is a post that armed men hold: "attacked a post", not "a post office"."""
    posts = [o for o in direct_objects(around.doc[trigger.token]) if o.lemma_.lower() == "post"]
    return trigger.frame.role == "on_positions" and bool(posts)


def _soldiers_there(verb: Token, around: Around) -> bool:
    """Whether the sentence speaks of soldiers or fighters other than those who act or speak: whose lorry it was."""
    doers = {d.idx for d in doers_of(verb) if d.dep_ != "nsubjpass"}
    if any(t.lower_ in status_words().armed for o in direct_objects(verb) for t in o.subtree):
        return True  # "a column of trucks of the army"
    speakers = {t.idx for t in around.doc if t.dep_ == "nsubj" and t.head.lemma_.lower() in saying().say}
    return any(t.value in ("fighter", "military") and t.head not in doers | speakers for t in around.things)
