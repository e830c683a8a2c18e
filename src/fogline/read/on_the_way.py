"""Is entering or raiding a place only the way to what was done there: "stormed the camp and detained twelve"?"""

from collections.abc import Sequence

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.model import FigureMention
from fogline.read.placing import nearest, token_at
from fogline.read.what import Around, Trigger

WAYS = frozenset({"territory", "ground", "abuse", ATTACK})  # groups that words of entering are taken for
DONE_THERE = frozenset({"property", "detention"})
SUBJECTS = ("nsubj", "nsubjpass")


def on_the_way(trigger: Trigger, triggers: Sequence[Trigger], around: Around, figures: Sequence[FigureMention]) -> bool:
    """Whether a raid is told by what came of it alone, in another verb of its doer: looting, arson, killings.

    Not where it was on a base, or somebody counts those it killed or hurt.
    """
    verb = around.doc[trigger.token]
    if verb.lemma_.lower() not in deeds().entering or trigger.group not in WAYS or trigger.reality != "real":
        return False
    later = {t.i for t in verb.conjuncts if t.i > verb.i and not any(c.dep_ in SUBJECTS for c in t.children)}
    done = DONE_THERE | ({"abuse"} if trigger.group == "ground" else frozenset())  # "stormed a church and shot ten"
    if not any(t.token in later and t.group in done and t.reality == "real" for t in triggers):
        return False
    objects = [c for c in verb.children if c.dep_ in ("dobj", "prep", "nsubjpass")]
    bounds = [(c.left_edge.idx, c.right_edge.idx) for c in objects]
    armed = any(t.value in ("military", "fighter") and any(a <= t.start <= z for a, z in bounds) for t in around.things)
    return not armed and not any(_of(trigger, f, triggers, around) for f in figures)


def _of(trigger: Trigger, figure: FigureMention, triggers: Sequence[Trigger], around: Around) -> bool:
    """Whether a count of dead or hurt hangs on a trigger."""
    word = token_at(around, figure.start, figure.end)
    harm = figure.figure in ("killed", "injured") and figure.value.low > 0
    return harm and word is not None and nearest(word, triggers, around.doc) is trigger
