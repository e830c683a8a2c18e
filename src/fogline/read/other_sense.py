"""Do the words of a frame tell of something else where they stand: "took the dead to hospital", "sent firemen"?"""

from spacy.tokens import Token

from fogline.lexicon.events import frames
from fogline.lexicon.status import status_words
from fogline.read.arms_held import only_made_safe
from fogline.read.company import Around, object_words, weapon_acts
from fogline.read.foretold import only_foretold
from fogline.read.trigger import Trigger


def other_sense(trigger: Trigger, verb: Token, around: Around) -> bool:
    """Whether what a frame's words are done to, or who says them, makes them no deed of its kind."""
    match trigger.type:
        case "threat":
            return only_foretold(trigger, around)
        case "bombing" | "attack":
            return only_made_safe(verb)
        case "abduction_detention":
            return _takes_nobody(verb, around)
        case "property_destruction":
            return verb.lemma_ == "seize" and (verb.dep_ == "acl" or _takes_arms(verb))
        case "mobilisation":
            return not _forces_come(trigger, verb)
    return False


def _takes_nobody(verb: Token, around: Around) -> bool:
    """Whether nobody is made a captive: "a drone took out a truck", "carried off grain", "took him to hospital"."""
    if weapon_acts(verb, around) or around.once(object_words, verb, frozenset()) & frames().loot:
        return True
    known = status_words()
    whither = [c for p in verb.children if p.dep_ == "prep" and p.lower_ == "to" for c in p.children]
    done_to = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    held = bool(done_to) and all(c.lemma_.lower() in known.no_captives for c in done_to)  # "prayers were held"
    return held or any(c.lemma_.lower() in known.havens for c in whither)


def _takes_arms(verb: Token) -> bool:
    """Whether what is seized is arms: "soldiers seized five rifles" is no looting."""
    return any(c.lemma_.lower() in status_words().arms for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))


def _forces_come(trigger: Trigger, verb: Token) -> bool:
    """Whether forces are moved, and no rescuers: "deployed 60 firefighters"; not "fled when the soldiers arrived"."""
    known = status_words()
    if verb.lemma_ in known.arriving:
        before = verb.dep_ == "advcl" and any(c.lower_ in known.by_then for c in verb.children)
        return _comes_itself(trigger, verb) and not before  # "bodies, most of them soldiers, had arrived"
    moved = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    moved = [t for m in moved for t in (m, *m.conjuncts)]
    return not moved or not all(m.lemma_.lower() in known.rescuers for m in moved)


def _comes_itself(trigger: Trigger, verb: Token) -> bool:
    """Whether it is the force that the words name which comes."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    inside = [c for c in subjects if trigger.start <= c.idx < trigger.end]
    return trigger.start == verb.idx or bool(inside) or not any(s.idx < trigger.start for s in subjects)
