"""Is entering a place or stopping a bus only the way to what was done there: "stormed the camp and detained twelve"?

The same of a raid that only tells on what occasion people were taken: "were detained in raids on three villages".
"""

from collections.abc import Sequence

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.model import FigureMention
from fogline.read.company import object_classes
from fogline.read.placing import nearest, token_at
from fogline.read.what import Around, Trigger

WAYS = frozenset({"territory", "ground", "abuse", ATTACK})  # groups that words of entering are taken for
ON_PEOPLE = frozenset({"detention", "abuse"})
DONE_THERE = frozenset({"property", "detention"})
ARMED = frozenset({"fighter", "military"})
SUBJECTS = ("nsubj", "nsubjpass")
OCCASION = frozenset({"in", "during"})  # prepositions of a raid in which people were taken


def on_the_way(trigger: Trigger, triggers: Sequence[Trigger], around: Around, figures: Sequence[FigureMention]) -> bool:
    """Whether a raid is told by what came of it alone, in another verb of its doer: looting, arson, killings.

    Not where it was on a base, or somebody counts those it killed or hurt.
    """
    verb = around.doc[trigger.token]
    if verb.pos_ == "NOUN":
        return _occasion(trigger, triggers, around, figures)
    broke_in = verb.lemma_ == "break" and trigger.group == "property"
    broke_in = broke_in or (trigger.group == "property" and verb.lemma_.lower() in deeds().stopping)
    entered = verb.lemma_.lower() in deeds().entering and trigger.group in WAYS
    if not (entered or broke_in) or trigger.reality != "real":
        return False
    later = {t.i for t in verb.conjuncts if t.i > verb.i and not any(c.dep_ in SUBJECTS for c in t.children)}
    along = {t.i for t in verb.children if t.i > verb.i and t.dep_ == "advcl" and t.tag_ == "VBG"}  # "…, arresting six"
    # "stormed a church and shot ten", "entered the town and killed seven villagers"
    done = DONE_THERE | ({"abuse"} if trigger.group in ("ground", "territory") else frozenset())
    done = ON_PEOPLE if broke_in else done
    told = [t for t in triggers if t.reality == "real" and t is not trigger]
    if not any((t.token in later and t.group in done) or (t.token in along and t.group in DONE_THERE) for t in told):
        return False
    objects = [c for c in verb.children if c.dep_ in ("dobj", "prep", "nsubjpass")]
    bounds = [(c.left_edge.idx, c.right_edge.idx) for c in objects]
    armed = any(t.value in ("military", "fighter") and any(a <= t.start <= z for a, z in bounds) for t in around.things)
    return not armed and not any(_of(trigger, f, triggers, around) for f in figures)


def _occasion(trigger: Trigger, triggers: Sequence[Trigger], around: Around, figures: Sequence[FigureMention]) -> bool:
    """Whether a raid is only told as that in which people were taken, without dead or hurt in the sentence."""
    noun = around.doc[trigger.token]
    named = noun.lemma_.lower() in deeds().incursions | deeds().assaults
    if not named or trigger.group not in WAYS or trigger.reality != "real":
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ not in OCCASION or any(map(_is_harm, figures)):
        return False
    taking = noun.head.head
    # the parse may hang the raid on those who were taken: "detained two suspects in raids"
    verb = taking.head if taking.pos_ in ("NOUN", "PROPN", "NUM") and taking.dep_ == "dobj" else taking
    fought = any(ARMED & object_classes(word, around) for word in (noun, verb))
    if fought and noun.lemma_.lower() in deeds().assaults:
        return False  # "captured seven soldiers in an assault", "took part in an attack on a base"
    return any(t.token == verb.i and t.group in DONE_THERE and t.reality == "real" for t in triggers)


def _of(trigger: Trigger, figure: FigureMention, triggers: Sequence[Trigger], around: Around) -> bool:
    """Whether a count of dead or hurt hangs on a trigger."""
    word = token_at(around, figure.start, figure.end)
    return _is_harm(figure) and word is not None and nearest(word, triggers, around.doc) is trigger


def _is_harm(figure: FigureMention) -> bool:
    """Whether a count is of people who were killed or hurt."""
    return figure.figure in ("killed", "injured") and figure.value.low > 0
