"""What happened: the words of a sentence that tell of a happening.

A frame of the lexicon gives the words; here it is decided whether what must stand with them does. Which of several
types the words then tell of is settled in `which_type`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK, Frame, frames
from fogline.lexicon.phrases import Words, without, words
from fogline.lexicon.status import status_words
from fogline.read.company import (
    Around,
    acts,
    direct_objects,
    hanging_words,
    object_classes,
    object_words,
    party_acts,
    subject_words,
)
from fogline.read.doers import doers_of
from fogline.read.instead import instead
from fogline.read.killed_there import KILLED_THERE, is_known
from fogline.read.needs import needs_met
from fogline.read.no_crowd import armed_doers
from fogline.read.noted import NOTED
from fogline.read.other_sense import other_sense
from fogline.read.seams import in_what_is_answered
from fogline.read.sources import HEADINGS
from fogline.read.status import is_definite, only_greeted, only_rehearsed, only_weighed, reality
from fogline.read.trigger import VIOLENT, Trigger
from fogline.read.which_type import decided, of_mob

__all__ = ["VIOLENT", "Around", "Trigger", "find_triggers"]

# What a party does as its fighters do: "Al-Shabaab destroyed a mast" is told by the frames of armed men.
BY_PARTIES = frozenset({"property", "detention", "abuse"})
SETTLED = ("agreement", "negotiation")
FIGHTER = "fighter"
MARCH = "march"
A_DAY_OF_MARCH = re.compile(r"\bMarch(?= \d|,? (?:19|20)\d\d)|(?<=\d )March\b|(?<=\d(?:st|nd|rd|th) )March\b")
BY_FORCE = frozenset({"remote", "ground", "abuse", "property", "territory", "detention", ATTACK})


def find_triggers(around: Around) -> list[Trigger]:
    """The triggers of a sentence whose conditions hold, one a token, in order of the text."""
    sentence = _words(around.sentence.text)
    masked = [(sentence[m.first].start, sentence[m.last].end) for m in frames().no_war.find(sentence)]
    best: dict[int, Trigger] = {}
    candidates = [(found, found.reality) for found in _by_phrase(around, sentence)]
    for candidate, mood in (*candidates, *((found, None) for found in _by_lemma(around))):
        if (masked and _means_no_war(candidate, masked, around)) or _names_a_party(candidate, around):
            continue
        holds = _conditions_hold(candidate, around)
        if not (holds or _points_back(candidate)) or _tells_of_no_war(candidate, around):
            continue
        word = around.doc[candidate.token]
        weighed = candidate.group in BY_FORCE and (only_weighed(word) or only_rehearsed(word))
        greeted = candidate.type in SETTLED and only_greeted(word)
        done = "unreal" if weighed or greeted else mood or reality(word)  # asked of the few whose conditions hold
        trigger = _done_after_all(replace(candidate, reality=done, pointing=not holds), around)
        other = best.get(trigger.token)
        if other is None or _rank(trigger) < _rank(other):
            best[trigger.token] = trigger
    found = [_instead(of_mob(decided(best[token], around), around), around) for token in sorted(best)]
    coups = [around.doc[t.token].head for t in found if t.type == "mutiny" and around.doc[t.token].dep_ == "acl"]
    found = [t for t in found if t.group != "ground" or not any(c.head.i == t.token for c in coups)]  # "foiled a bid"
    return [t for t in found if not _taken_to_be_killed(t, found, around) and not _object_of_another(t, found, around)]


def _words(text: str) -> Words:
    """The words of a sentence to look for phrases in; the month of a day is no march."""
    found = words(text)
    if MARCH not in found.present:
        return found
    return without(found, {m.start() for m in A_DAY_OF_MARCH.finditer(text)})


def _object_of_another(trigger: Trigger, triggers: Sequence[Trigger], around: Around) -> bool:
    """Whether a noun is the object in the words of a longer trigger: the attack of "launched a ground attack"."""
    word = around.doc[trigger.token]
    longer = (t for t in triggers if t.start <= trigger.start < trigger.end <= t.end and t.token == word.head.i)
    if word.dep_ not in ("dobj", "nsubjpass"):
        return False
    if any(t.token == word.head.i and t.type == trigger.type == "mobilisation" for t in triggers):
        return True  # "deployed 200 more officers to Haiti"
    return any(trigger.type == ATTACK or trigger.group == t.group for t in longer)


def _means_no_war(trigger: Trigger, masked: Sequence[tuple[int, int]], around: Around) -> bool:
    """Whether a trigger, or the subject that its frame asks for, stands in words that mean no war."""
    told = [trigger.words, *_asked_subjects(trigger, around)]
    void = [(start, end) for start, end in masked if not _spans(trigger, start, end)]
    return any(left < end and start < right for left, right in told for start, end in void)


def _names_a_party(trigger: Trigger, around: Around) -> bool:
    """Whether a trigger begins within a party's name: the accord of the "Government of National Accord"."""
    start, word = around.sentence.start + trigger.start, around.doc[trigger.token]
    if not around.sentence.text[trigger.start].isupper():
        return False
    named = any(p.start < start < p.end for p in around.parties if p.form == "name")
    return named or (trigger.group in BY_FORCE and around.sentence.part not in HEADINGS and _in_a_name(word))


def _in_a_name(word: Token) -> bool:
    """Whether a noun stands between capitals in a name: "Regimental Combat Team 7", "the Quick Reaction Force"."""
    if word.pos_ != "PROPN" or word.i == 0 or word.i + 1 >= len(word.doc) or word.doc.text.istitle():
        return False
    before, after = word.nbor(-1), word.nbor(1)
    return before.is_title and before.pos_ == after.pos_ == "PROPN" and after.is_title and before.i > 0


def _spans(trigger: Trigger, start: int, end: int) -> bool:
    """Whether words of unrest are words that mean no war: a "hunger strike" is no strike, but a protest."""
    return trigger.group == "unrest" and trigger.words == (start, end)


def _taken_to_be_killed(trigger: Trigger, triggers: Sequence[Trigger], around: Around) -> bool:
    """Whether those whom armed men took were then killed: "pulled passengers off a bus and shot them"."""
    if trigger.type != "abduction_detention" or "arrest" in trigger.frame.verbs:
        return False
    later = {t.i for t in around.doc[trigger.token].conjuncts if t.i > trigger.token}
    return any(t.token in later and t.type == "violence_against_civilians" for t in triggers)


def _asked_subjects(trigger: Trigger, around: Around) -> list[tuple[int, int]]:
    """Where the subject stands that a frame asks for: of trade talks that collapse no war is told."""
    subjects = [c for c in around.doc[trigger.token].children if c.dep_ == "nsubj"] if trigger.frame.subjects else []
    subjects = [] if trigger.type == "mobilisation" else subjects  # "a carrier strike group arrived"
    return [(c.idx, c.idx + len(c.text)) for c in subjects]


def _points_back(trigger: Trigger) -> bool:
    """Whether "the attack" alone can be one told before, though nothing beside it tells of one."""
    return (
        trigger.definite
        and trigger.type == ATTACK
        and trigger.frame.sort == "deed"
        and NOTED not in trigger.frame.needs
    )


def _rank(trigger: Trigger) -> tuple[bool, bool, bool, bool, int, int]:
    """The more exact frame wins: a type over an open one, firm over weak, the longer words, the earlier entry.

    A deed that is still to come yields to the word that announces it: "we will burn every truck" burns none.
    """
    return (
        trigger.pointing,
        trigger.reality in ("future", "unreal") and trigger.frame.sort == "deed" and trigger.group in BY_FORCE,
        trigger.type == ATTACK,
        trigger.frame.weak,
        trigger.start - trigger.end,
        trigger.frame.index,
    )


def _by_phrase(around: Around, sentence: Words) -> Iterable[Trigger]:
    for match in frames().phrases.find(sentence):
        start, end = sentence[match.first].start, sentence[match.last].end
        tokens = [token for token in around.doc if start <= token.idx < end]
        if match.value.sort == "deed" and in_what_is_answered(around.doc, start, end - 1):
            continue  # "in response to a drone that hit Gao, the army bombed": no drone bombed
        if tokens and not (_only_describes(tokens, match.value) or _are_two_deeds(tokens)):
            found = _trigger(match.value, _head(tokens, match.value), start, end)
            said_no = match.value.sort == "word" and found.reality == "negated"
            said_no = said_no and any(t.dep_ == "neg" or t.lower_ in status_words().negations for t in tokens)
            yield replace(found, reality="real") if said_no else found  # "will not stop": the words themselves say no


def _are_two_deeds(tokens: Sequence[Token]) -> bool:
    """Whether a phrase runs from the object of a deed into the next: "downed a [drone and destroyed] two tanks"."""
    noun, verb = tokens[0], tokens[-1]
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or noun.dep_ not in ("dobj", "pobj") or noun.i > verb.i:
        return False
    return verb.head.is_ancestor(noun) and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)


def _done_after_all(trigger: Trigger, around: Around) -> Trigger:
    """What was tried or ordered, and is an event all the same: a coup that failed, an arrest that a judge ordered."""
    verb = around.doc[trigger.token]
    above = verb.head
    foiled = above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_.lower() in status_words().trying
    plot = foiled and above.lemma_ in deeds().plots
    if trigger.type == "mutiny" and verb.dep_ == "acl" and (trigger.start < verb.idx or plot):
        return replace(trigger, reality="real")  # "an attempt (by soldiers) to overthrow the government"
    if trigger.reality not in ("unreal", "future") or verb.dep_ in ("conj", "ROOT") or above.pos_ != "VERB":
        return trigger
    tried = trigger.type == "mutiny" and above.lemma_.lower() in status_words().trying
    ordered = trigger.type == "abduction_detention" and above.lemma_.lower() in status_words().ordering_verbs
    ordered = ordered and bool(subject_words(above) & status_words().courts)
    return replace(trigger, reality="real") if (tried or ordered) and reality(above) == "real" else trigger


def _only_describes(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the deed of a phrase is a participle before its noun: "the ousted president", "frozen assets"."""
    if tokens[0].dep_ == "amod" and tokens[0].tag_ in ("VBN", "JJ") and frame.type in ("territory_change", "sanction"):
        return True
    if tokens[0].dep_ == "amod" and tokens[0].tag_ == "VBG" and tokens[0].lemma_.lower() in deeds().launching:
        return True  # "a launching rail and two drones"
    head = _head(tokens, frame)
    described = [t for t in tokens if t.dep_ == "amod" and t.tag_ == "VBN" and t.head == head]
    return frame.type == "mutiny" and any(frames().by_verb.get(t.lemma_.lower()) for t in described)


def _head(tokens: Sequence[Token], frame: Frame) -> Token:
    """The token of a phrase that carries its grammar: its verb, else the word that governs the others."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head == token]
    verbs = [token for token in tokens if token.pos_ == "VERB" and token.dep_ != "amod"]  # not "bullet-riddled bodies"
    if not verbs and frame.role == "mutual" and tokens[-1].dep_ == "pobj" and tokens[-1].head.lower_ == "of":
        return tokens[-1]  # of "a round of talks between two states" it is the talks that are between them
    return next((token for token in tops if token.pos_ == "VERB"), verbs[0] if verbs else tops[0])


def _by_lemma(around: Around) -> Iterable[Trigger]:
    """The frames of single words; whether each was done is left to be asked."""
    here = frozenset(token.lower_ for token in around.doc)
    every = frames()
    for token in around.doc:
        if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            continue
        lemma = every.lemmas.get(token.lower_, token.lemma_.lower())
        if token.pos_ in ("VERB", "AUX"):
            found = every.by_verb.get(lemma, ())
        else:
            found = every.by_noun.get(lemma, ()) or every.by_noun.get(token.lower_, ())
        possible = [frame for frame in found if _has_company(frame, here)]
        if not possible:
            continue
        start, end = token.idx, token.idx + len(token.text)
        definite = token.pos_ in ("NOUN", "PROPN") and is_definite(token)
        for frame in possible:
            known = definite or (KILLED_THERE in frame.needs and is_known(token))
            yield Trigger(frame, frame.type, token.i, start, end, "real", known)


def _has_company(frame: Frame, here: frozenset[str]) -> bool:
    """Whether the words that a frame asks for beside it stand in the sentence; "the attack" alone can point back."""
    return not frame.beside or not frame.beside.isdisjoint(here) or (frame.type == ATTACK and frame.sort == "deed")


def _trigger(frame: Frame, token: Token, start: int, end: int) -> Trigger:
    noun = token.pos_ in ("NOUN", "PROPN")
    return Trigger(frame, frame.type, token.i, start, end, reality(token), noun and is_definite(token))


def _conditions_hold(trigger: Trigger, around: Around) -> bool:
    frame = trigger.frame
    verb = around.doc[trigger.token]
    if not _company_kept(trigger, around) or (
        frame.objects and not frame.objects & object_classes(around.doc[trigger.token], around)
    ):
        return False
    return needs_met(frame, verb, around) and not other_sense(trigger, verb, around)


def _company_kept(trigger: Trigger, around: Around) -> bool:
    """Whether who acts and what stands beside fit the frame; gunmen who block a road do not protest."""
    frame, verb = trigger.frame, around.doc[trigger.token]
    if frame.beside and not any(token.lower_ in frame.beside for token in around.doc):
        return False
    if frame.along and not frame.along & around.once(hanging_words, verb):
        return False
    if frame.upon and not frame.upon & around.once(object_words, verb, frame.along):
        return False
    if not frame.subjects:
        return trigger.type != "protest" or not _gang_blocks(verb)
    attackers = [t for t in around.things if t.value == "attacker"]
    armed = trigger.group == "unrest" and (acts(verb, attackers) or armed_doers(verb))
    if not armed and frame.subjects & around.once(subject_words, verb):
        return True
    named = trigger.group in BY_PARTIES and FIGHTER in frame.subjects and frame.sort == "deed"
    plain = (
        verb.lemma_.lower() not in status_words().many_senses
        and bool(frame.objects or frame.upon)
        and verb.dep_ != "acl"
    )
    return named and plain and party_acts(verb, around)


def _gang_blocks(verb: Token) -> bool:
    """Whether men in arms close a road, which is no protest: "the gang blocked the highway with burning trucks"."""
    blocks = verb.lemma_.lower() in status_words().blocking
    return blocks and bool(subject_words(verb) & (status_words().shooters | status_words().gangs))


def _tells_of_no_war(trigger: Trigger, around: Around) -> bool:
    """Whether storms, sharks and buses do what the words say, or a text without arms says it and nobody is hurt."""
    peace = frames().peace
    token = around.doc[trigger.token]
    verb = token.lemma_.lower()
    doers = doers_of(token)
    doers = [d for d in doers if d.pos_ != "ADJ"]  # "in cold blood"
    doers = [d for d in doers if not trigger.start <= d.idx < trigger.end]  # "fire broke out"
    if trigger.frame.backed and verb in trigger.frame.verbs and any(not _armed(d, around) for d in doers):
        return True  # "a gas explosion destroyed a house"
    by_nature = any(d.lemma_.lower() in peace.no_attackers and not _at_war(d, around) for d in doers)
    if trigger.group == "aid" and any(o.lemma_.lower() in peace.blows for o in direct_objects(token)):
        return True  # "delivered a group strike"
    if trigger.group not in VIOLENT | {ATTACK}:
        built = trigger.type == "property_destruction" and any(d.lemma_.lower() in peace.builders for d in doers)
        return built or (by_nature and trigger.type in ("property_destruction", "threat"))
    weapons = [t for t in around.things if t.kind == "weapon"]
    if not around.armed and not weapons:
        meant = trigger.frame.type != ATTACK or verb in peace.meant  # what strikes or explodes may do so by accident
        if not (around.has_harm and meant):
            return True
    dropped = verb == "drop" and any(d.lemma_.lower() in peace.goods for d in direct_objects(token))
    if by_nature or dropped or (verb == "battle" and _over_a_matter(token, around)):
        return True
    return verb in peace.crashes and not weapons and any(d.lemma_.lower() in peace.vehicles for d in doers)


def _armed(doer: Token, around: Around) -> bool:
    """Whether it is a weapon that does it."""
    return any(t.kind == "weapon" and t.head == doer.idx for t in around.things)


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


def _instead(trigger: Trigger, around: Around) -> Trigger:
    """A trigger as the kind of happening that its surroundings make it."""
    kind, done = instead(trigger.type, trigger.reality, around.doc[trigger.token], around)
    changed = (kind, done) != (trigger.type, trigger.reality)
    return replace(trigger, type=kind, reality=done) if changed else trigger
