"""What happened: the words of a sentence that tell of a happening, and of which type.

A frame of the lexicon gives the words; here it is decided whether what must stand with them does, and, where the
words fit several types ("attack", "killed"), which type weapon, actor and things hit speak for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from fogline.lexicon.events import ATTACK, Frame, frames
from fogline.lexicon.phrases import Word, words
from fogline.lexicon.status import status_words
from fogline.lexicon.things import things
from fogline.model import TYPE_GROUPS, PartyMention, PlaceMention
from fogline.read.doers import doers_of
from fogline.read.status import Reality, is_definite, reality
from fogline.read.text import Sentence
from fogline.read.things import Thing

OBJECT_DEPS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "obj"})
OBJECT_PREPS = frozenset({"of", "on", "against", "at", "in", "into", "over", "to", "near", "from"})
# Types that yield to a drone, a missile or a shell named beside them: "drones set fire to a depot" is no arson.
YIELDING = frozenset(
    {ATTACK, "air_drone_strike", "missile_artillery_attack", "property_destruction", "violence_against_civilians"}
)
CLIMB = 3  # steps up the parse to a subject that verbs share
VIOLENT = frozenset({"remote", "ground", "abuse"})  # groups that "attack" can turn out to be


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a happening. `type` is `attack` while open; `start`, `end` are offsets in the sentence."""

    frame: Frame
    type: str
    token: int
    start: int
    end: int
    reality: Reality
    definite: bool
    pointing: bool = False  # nothing but its article tells of a deed: "the strike" is one that was told before

    @property
    def group(self) -> str:
        """The type group, `attack` while the type is open."""
        return TYPE_GROUPS.get(self.type, ATTACK)


@dataclass(frozen=True, slots=True)
class Around:
    """What else was found in the sentence: mentions with offsets in the report, things with offsets in the sentence."""

    sentence: Sentence
    doc: Doc
    places: tuple[PlaceMention, ...]
    parties: tuple[PartyMention, ...]
    things: tuple[Thing, ...]
    has_date: bool
    has_harm: bool
    armed: bool = True  # whether the report has any word that only war reporting uses


def find_triggers(around: Around) -> list[Trigger]:
    """The triggers of a sentence whose conditions hold, one a token, in order of the text."""
    sentence = words(around.sentence.text)
    masked = [(sentence[m.first].start, sentence[m.last].end) for m in frames().no_war.find(sentence)]
    best: dict[int, Trigger] = {}
    for trigger in (*_by_phrase(around, sentence), *_by_lemma(around)):
        if any(trigger.start < end and start < trigger.end for start, end in masked):
            continue
        holds = _conditions_hold(trigger, around)
        if _tells_of_no_war(trigger, around) or not (holds or _points_back(trigger)):
            continue
        other = best.get(trigger.token)
        kept = trigger if holds else replace(trigger, pointing=True)
        if other is None or _rank(kept) < _rank(other):
            best[kept.token] = kept
    return [_decided(best[token], around) for token in sorted(best)]


def _points_back(trigger: Trigger) -> bool:
    """Whether "the attack" alone can be one told before, though nothing beside it tells of one."""
    return trigger.definite and trigger.type == ATTACK and trigger.frame.sort == "deed"


def _rank(trigger: Trigger) -> tuple[bool, bool, bool, int, int]:
    """The more exact frame wins: a type over an open one, firm over weak, the longer words, the earlier entry."""
    return (
        trigger.pointing,
        trigger.type == ATTACK,
        trigger.frame.weak,
        trigger.start - trigger.end,
        trigger.frame.index,
    )


def _by_phrase(around: Around, sentence: Sequence[Word]) -> Iterable[Trigger]:
    for match in frames().phrases.find(sentence):
        start, end = sentence[match.first].start, sentence[match.last].end
        tokens = [token for token in around.doc if start <= token.idx < end]
        if tokens:
            found = _trigger(match.value, _head(tokens, match.value), start, end)
            said_no = match.value.sort == "word" and found.reality == "negated"
            said_no = said_no and any(token.dep_ == "neg" for token in tokens)
            yield replace(found, reality="real") if said_no else found  # "will not stop": the words themselves say no


def _head(tokens: Sequence[Token], frame: Frame) -> Token:
    """The token of a phrase that carries its grammar: its verb, else the word that governs the others."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head == token]
    verbs = [token for token in tokens if token.pos_ == "VERB" and token.dep_ != "amod"]
    return next((token for token in tops if token.pos_ == "VERB"), verbs[0] if verbs else tops[0])


def _by_lemma(around: Around) -> Iterable[Trigger]:
    for token in around.doc:
        lemma = frames().lemmas.get(token.lower_, token.lemma_.lower())
        if token.pos_ in ("VERB", "AUX"):
            found = frames().by_verb.get(lemma, ())
        elif token.pos_ in ("NOUN", "PROPN"):
            found = frames().by_noun.get(lemma, ()) or frames().by_noun.get(token.lower_, ())
        else:
            found = ()
        for frame in found:
            yield _trigger(frame, token, token.idx, token.idx + len(token.text))


def _trigger(frame: Frame, token: Token, start: int, end: int) -> Trigger:
    noun = token.pos_ in ("NOUN", "PROPN")
    return Trigger(frame, frame.type, token.i, start, end, reality(token), noun and is_definite(token))


def _conditions_hold(trigger: Trigger, around: Around) -> bool:
    frame = trigger.frame
    if not _company_kept(trigger, around) or (frame.objects and not frame.objects & _object_classes(trigger, around)):
        return False
    return _needs_met(trigger, around)


def _company_kept(trigger: Trigger, around: Around) -> bool:
    """Whether who acts and what stands beside fit the frame; gunmen who block a road do not protest."""
    frame, verb = trigger.frame, around.doc[trigger.token]
    if frame.beside and not any(token.lower_ in frame.beside for token in around.doc):
        return False
    if not frame.subjects:
        return True
    armed = trigger.group == "unrest" and _acts(verb, [t for t in around.things if t.value == "attacker"])
    return not armed and bool(frame.subjects & _subject_words(verb))


def _needs_met(trigger: Trigger, around: Around) -> bool:
    frame = trigger.frame
    if "announced" in frame.needs:
        return _announced(around.doc[trigger.token])
    if "bidden" in frame.needs:
        return _bidden(around.doc[trigger.token], around)
    if "menace" in frame.needs:
        return any(p.party for p in around.parties) and menaces(around.doc[trigger.token])
    if "attacker_acts" in frame.needs:
        return _acts(around.doc[trigger.token], [t for t in around.things if t.value == "attacker"])
    if "weapon_acts" in frame.needs:
        return _acts(around.doc[trigger.token], [t for t in around.things if _is_remote(t)])
    return not frame.needs or any(_there(need, around) for need in frame.needs)


def _tells_of_no_war(trigger: Trigger, around: Around) -> bool:
    """Whether storms, sharks and buses do what the words say, or a text without arms says it and nobody is hurt."""
    if trigger.group not in VIOLENT | {ATTACK}:
        return False
    peace = frames().peace
    weapons = [t for t in around.things if t.kind == "weapon"]
    token = around.doc[trigger.token]
    verb = token.lemma_.lower()
    if not around.armed and not weapons:
        meant = trigger.frame.type != ATTACK or verb in peace.meant  # what strikes or explodes may do so by accident
        if not (around.has_harm and meant):
            return True
    if verb == "drop" and any(d.lemma_.lower() in peace.goods for d in direct_objects(token)):
        return True
    if verb == "battle" and _over_a_matter(token, around):
        return True
    doers = doers_of(token)
    if any(d.lemma_.lower() in peace.no_attackers and not _at_war(d, around) for d in doers):
        return True
    return verb in peace.crashes and not weapons and any(d.lemma_.lower() in peace.vehicles for d in doers)


def _at_war(doer: Token, around: Around) -> bool:
    """Whether a weapon or a party is named with what acts: "mortar fire", "Israeli fire"."""
    left, right, shift = doer.left_edge.idx, doer.idx + len(doer.text), around.sentence.start
    armed = any(t.kind == "weapon" and left <= t.start < right for t in around.things)
    return armed or any(left <= p.start - shift < right for p in around.parties)


def _over_a_matter(battle: Token, around: Around) -> bool:
    """Whether a battle is for or over a thing that is no place, party, person or thing that arms can win: "for pay"."""
    preps = [c for c in battle.children if c.dep_ == "prep" and c.lower_ in ("for", "over", "against", "with")]
    aims = [c for p in preps for c in p.children if c.dep_ == "pobj"]
    aims += [c for a in aims for p in a.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    shift = around.sentence.start
    named = [(p.start - shift, p.end - shift) for p in around.places]
    named += [(p.start - shift, p.end - shift) for p in around.parties]
    named += [(t.start, t.end) for t in around.things if t.kind != "effects"]
    return bool(aims) and not any(start <= a.idx < end for a in aims for start, end in named)


def _is_remote(thing: Thing) -> bool:
    return thing.kind == "weapon" and TYPE_GROUPS[things().weapon_type[thing.value]] == "remote"


def _acts(verb: Token, doing: Sequence[Thing]) -> bool:
    """Whether one of these (gunmen, a missile) does what the verb says, as its subject or behind "by"."""
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    doers = [c for c in verb.children if c.dep_ == ("agent" if passive else "nsubj")]
    if not doers and verb.dep_ in ("advcl", "conj", "xcomp"):
        doers = [c for c in verb.head.children if c.dep_ == "nsubj"]
    heads = {word.idx for doer in doers for word in (doer, *doer.conjuncts, *_counted(doer))}
    return any(thing.head in heads for thing in doing)


def _counted(noun: Token) -> list[Token]:
    """What a word of number counts: "five of its drones", "a group of gunmen"."""
    return [c for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]


def menaces(verb: Token) -> bool:
    """Whether a verb of saying announces harm: "vowed to strike back", "said that they would pay"."""
    words = status_words()
    for token in verb.subtree if verb.dep_ != "ROOT" else verb.doc:
        if token == verb or token.lemma_.lower() not in words.menace:
            continue
        auxiliaries = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
        if auxiliaries & words.announcing or ("to" in auxiliaries and token.head == verb):
            return True
    return False


def _announced(verb: Token) -> bool:
    """Whether a verb tells what will be done: "we will strike", "they will be found and punished", not "it will rain".

    "Are going to strike" announces as "will strike" does.
    """
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _auxiliaries(verb) and not _subjects(verb):
        verb = verb.head
    announcing = bool(_auxiliaries(verb) & status_words().announcing)
    if verb.dep_ == "xcomp" and verb.head.lower_ == "going" and "to" in _auxiliaries(verb):
        verb, announcing = verb.head, True
    return announcing and all(s.lower_ not in ("you", "i", "it") for s in _subjects(verb))


def _subject_words(verb: Token) -> set[str]:
    """Lemmas of who or what does what a verb says: "hundreds of women", "the lorries that crossed"."""
    found: set[str] = set()
    for _ in range(CLIMB):
        if any(child.dep_ == "nsubjpass" for child in verb.children):
            return found
        heads = [c for s in _subjects(verb) for c in (s, *s.conjuncts)]
        if verb.dep_ in ("acl", "relcl") and verb.tag_ != "VBN" and not any(h.pos_ == "NOUN" for h in heads):
            heads.append(verb.head)
        for head in heads:
            counted = [c for p in head.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
            found |= {t.lemma_.lower() for t in (head, *counted)}
        if heads or verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return found
        verb = verb.head
    return found


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]


def _bidden(verb: Token, around: Around) -> bool:
    """Whether armed men tell others to do what the verb says: "the army told everyone to leave"."""
    order = verb.head
    if order.pos_ != "VERB" or "to" not in _auxiliaries(verb) or order.lemma_.lower() not in status_words().bidding:
        return False
    doers = [*_subjects(order), *(p for c in order.children if c.dep_ == "agent" for p in c.children)]
    spans = [(d.left_edge.idx, d.right_edge.idx + len(d.right_edge.text)) for d in doers if d.dep_ != "nsubjpass"]
    armed = [(t.start, t.end) for t in around.things if t.kind == "person" and t.value in ("fighter", "attacker")]
    armed += [(t.idx, t.idx + len(t.text)) for t in around.doc if t.lower_ in status_words().armed]
    shift = around.sentence.start
    armed += [(p.start - shift, p.end - shift) for p in around.parties if p.party]
    return any(start <= a and b <= end for start, end in spans for a, b in armed)


def _there(need: str, around: Around) -> bool:
    """Whether the sentence has one of a class of words."""
    if need == "weapon_remote":
        return any(_is_remote(t) for t in around.things)
    if need in ("harm", "date", "party", "voice", "place"):
        return {
            "place": any(p.role == "place" for p in around.places),
            "party": bool(around.parties),
            "voice": bool(around.parties),
            "harm": around.has_harm,
            "date": around.has_date,
        }[need]
    if need in ("weapon", "person", "thing"):
        return any(t.kind == ("against" if need == "thing" else need) for t in around.things)
    return any(t.kind in ("against", "person") and t.value == need for t in around.things)


def _object_classes(trigger: Trigger, around: Around) -> set[str]:
    """What the thing is that the trigger is done to: place, party, person, thing, or a word class of the lexicon."""
    found: set[str] = set()
    shift = around.sentence.start
    verb = around.doc[trigger.token]
    direct = direct_objects(verb)
    for token in (*direct, *indirect_objects(verb, direct)):
        left, right = token.left_edge.idx, token.right_edge.idx + len(token.right_edge.text)
        for place in around.places:
            start, end = place.start - shift, place.end - shift
            if left <= start and end <= right and place.role in ("place", "party"):
                found.add("place")
                if start <= token.idx < end and token in direct:
                    found.add("settlement_object")
        if any(left <= p.start - shift and p.end - shift <= right for p in around.parties):
            found.add("party")
        for thing in around.things:
            if left < thing.end and thing.start < token.idx + len(token.text):
                found |= _classes(thing) if token in direct else _classes(thing) - {"settlement_object"}
    return found


def _classes(thing: Thing) -> set[str]:
    if thing.kind == "against":
        return {"thing", thing.value}
    if thing.kind == "person":
        return {"settlement_object"} if thing.value == "settlement" else {"person", thing.value}
    return {"weapon"} if thing.kind == "weapon" else set()


def direct_objects(token: Token) -> list[Token]:
    """The heads of what is done to: objects and passive subjects, for a noun what stands behind "of"."""
    out = [child for child in token.children if child.dep_ in OBJECT_DEPS]
    if token.pos_ in ("NOUN", "PROPN"):
        out += [
            c for p in token.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"
        ]
    if token.dep_ in ("acl", "relcl") and token.tag_ == "VBN":
        out.append(token.head)
    for head in list(out):
        out += [c for c in head.conjuncts if c.i > head.i]
        # "control of the village", "dozens of people": what counts stands behind "of"
        out += [
            c for p in head.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"
        ]
    return out


def indirect_objects(token: Token, direct: Sequence[Token]) -> list[Token]:
    """What stands behind "on", "against", "at" and the like, beside the direct objects."""
    preps = [c for c in token.children if c.dep_ == "prep" and c.lower_ in OBJECT_PREPS]
    return [c for p in preps for c in p.children if c.dep_ == "pobj" and c not in direct]


def _decided(trigger: Trigger, around: Around) -> Trigger:
    """A trigger with its type settled as far as the sentence settles it."""
    weapon = nearest_weapon(trigger, around, "remote")
    named = things().weapon_type[weapon.value] if weapon else None
    armed = any(t.kind == "weapon" and t.value in ("gun", "knife_fire") for t in around.things)
    thrown = named == "bombing" and trigger.group == "remote"  # bombs that jets drop, rockets that burst
    thrown = thrown or (named == "bombing" and armed and trigger.frame.default == "ground_battle")  # fought with both
    face_to_face = trigger.type == "violence_against_civilians" and "attacker_acts" not in trigger.frame.needs
    if named and not thrown and not face_to_face and trigger.type in (*YIELDING, "bombing"):
        return replace(trigger, type=named)
    if trigger.type == "violence_against_civilians" and _meets_arms(trigger, around):
        return replace(trigger, type="ground_battle")  # gunmen and soldiers
    if trigger.type != ATTACK:
        return trigger
    fighters = any(t.kind == "person" and t.value == "fighter" for t in around.things)
    military = any(t.kind == "against" and t.value == "military" for t in around.things)
    blast = around.doc[trigger.token].lemma_.lower() in frames().peace.blasts
    if armed and not blast:
        return replace(trigger, type="ground_battle" if military else "violence_against_civilians")
    if military and (fighters or trigger.frame.role == "on_positions"):
        return replace(trigger, type="ground_battle")
    return trigger


def _meets_arms(trigger: Trigger, around: Around) -> bool:
    """Whether soldiers or their posts are what gunmen attack, or who is shot."""
    fought = "attacker_acts" in trigger.frame.needs or "shoot" in trigger.frame.verbs
    return fought and bool({"fighter", "military"} & _object_classes(trigger, around))


def nearest_weapon(trigger: Trigger, around: Around, group: str) -> Thing | None:
    """Of the weapons that speak for a type of the group, the one nearest to the trigger."""
    types = things().weapon_type
    fitting = [t for t in around.things if t.kind == "weapon" and TYPE_GROUPS[types[t.value]] == group]
    return min(fitting, key=lambda w: (max(w.start - trigger.end, trigger.start - w.end, 0), w.start), default=None)
