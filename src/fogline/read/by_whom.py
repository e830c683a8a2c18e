"""Who did it, where neither a plain subject nor "by" says so?

Of whom a clause is, whose operation it was, at whose hands, whose work, who laid the bomb.
"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.lexicon.titles import titles
from fogline.model import PartyMention
from fogline.read.arms_again import is_munition
from fogline.read.named_in import OWNING, Mentions
from fogline.read.role_parts import raid_in

SUBJECTS = ("nsubj", "csubj")


def subject_of(known: Mentions, subject: Token) -> list[PartyMention]:
    """Who a subject names; of a clause on somebody, whom it hangs on: "Israel, which bombed a school"."""
    clause = subject.head
    if subject.tag_ in ("WDT", "WP") and clause.dep_ == "relcl" and clause.head.i < subject.i:
        if is_of_one(subject):  # "soldiers who shot at a crowd", not "who surrendered", "who were trying to enter"
            other = clause.lemma_.lower() in deeds().give_way | status_words().trying or clause.head.dep_ == "attr"
            return known.within(clause.head) if subject.lower_ == "who" and not other else []
        return [m for m in known.of(clause.head) if m.form in ("name", "metonym", "demonym")]
    clauses = [c for c in subject.children if c.dep_ == "acl"]
    return known.within(subject) or [m for clause in clauses for m in supposed(known, clause)]


def is_of_one(subject: Token) -> bool:
    """Whether a clause tells which of many it speaks of, and has no comma: "the soldiers who shot him"."""
    return subject.tag_ in ("WDT", "WP") and subject.i > 0 and subject.nbor(-1).text != ","


def shared_agent(known: Mentions, verb: Token) -> list[PartyMention]:
    """Who is named behind the last of several passives: "was shot and wounded by Israeli forces".

    Or who came when people were taken: "were whisked away when bandits invaded a mosque".
    """
    if any(c.dep_ == "agent" for c in verb.children):
        return []
    if (raid := raid_in(verb)) is not None:
        return [m for c in raid.children if c.dep_ == "nsubj" for m in known.of(c)]
    behind = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN"]
    behind = [c for c in behind if not any(o.dep_ in (*SUBJECTS, "nsubjpass", "auxpass") for o in c.children)]
    return [m for other in behind for c in other.children if c.dep_ == "agent" for m in known.after(c)]


def of_operation(known: Mentions, verb: Token) -> list[PartyMention]:
    """Whose operation it was done in: "were killed in an Israeli army operation", "hit during a military sweep"."""
    inside = [o for p in verb.children if p.dep_ == "prep" and p.lower_ in ("in", "during") for o in p.children]
    operations = [o for o in inside if o.lemma_.lower() in titles().carried_out]
    return [m for o in operations for c in o.children if c.dep_ in OWNING for m in known.within(c)]


def at_hands(known: Mentions, word: Token) -> list[PartyMention]:
    """At whose hands people died: "died at the hands of the rebels", "the deaths of nine at the army's hands"."""
    links = [p for p in word.subtree if p.lower_ == "at" and p.dep_ == "prep" and p.i > word.i]
    hands = [o for p in links for o in p.children if o.lemma_.lower() in deeds().hands]
    owners = [c for hand in hands for c in hand.children if c.dep_ == "poss"]
    owners += [o for hand in hands for p in hand.children if p.lower_ == "of" for o in p.children]
    return [m for owner in owners for m in known.within(owner)]


def whose_work(known: Mentions, word: Token) -> list[PartyMention]:
    """Whose work a deed is said to have been: "the raid was the work of the rebels", "bore their hallmarks"."""
    verb = word.head
    if word.dep_ not in SUBJECTS or any(c.dep_ == "neg" for c in verb.children):
        return []
    said = [c for c in verb.children if c.dep_ in ("attr", "dobj")]
    works = [c for c in said if verb.lemma_ == "be" and c.lemma_.lower() in saying().work]
    works += [c for c in said if verb.lemma_ in saying().bearing and c.lemma_.lower() in saying().marks]
    owners = [c for work in works for c in work.children if c.dep_ == "poss"]
    owners += [o for work in works for p in work.children if p.lower_ == "of" for o in p.children]
    return [m for owner in owners for m in known.within(owner)]


def supposed(known: Mentions, verb: Token) -> list[PartyMention]:
    """Of whom those are that act, by what is thought of them: "believed to be members of", "thought to belong to"."""
    if verb.lemma_.lower() not in deeds().supposing:
        return []
    being = [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in ("be", "belong", "come")]
    of_whom = [o for b in being for c in b.children if c.dep_ == "prep" for o in c.children]
    of_whom += [c for b in being for c in b.children if c.dep_ == "attr"]
    return [m for o in of_whom for m in known.within(o)]


def planted_by(known: Mentions, trigger: Token) -> list[PartyMention]:
    """Who is thought to have laid what went off: "a bomb believed to have been planted by the rebels killed two"."""
    bombs = [t for t in (trigger, *trigger.subtree) if t.dep_ in (*SUBJECTS, "nsubjpass") or t == trigger]
    if not any(bursts(t) for t in bombs):
        return []
    laid = [t for t in trigger.subtree if t.dep_ == "xcomp" and t.lemma_.lower() in deeds().laying]
    return [m for t in laid for c in t.children if c.dep_ == "agent" for m in known.after(c)]


def killed_with(known: Mentions, bomb: Token) -> list[PartyMention]:
    """Who did harm with what went off: "the rebels killed five soldiers with a roadside bomb"."""
    verb = bomb.head.head
    with_it = bomb.dep_ == "pobj" and bomb.head.lower_ == "with" and bursts(bomb)
    if not with_it or verb.lemma_.lower() not in deeds().casualty or not any(c.dep_ == "dobj" for c in verb.children):
        return []
    return [m for c in verb.children if c.dep_ == "nsubj" for m in known.within(c)]


def told_to_have(clause: Token) -> list[Token]:
    """Who did a deed, where a clause on it has somebody say so: "which police said the rebels had carried out"."""
    done = [c for c in clause.children if c.dep_ == "ccomp" and c.lemma_.lower() in saying().doing]
    done = [c for c in done if not any(o.dep_ == "dobj" and o.tag_ != "WDT" for o in c.children)]
    return [c for verb in done for c in verb.children if c.dep_ == "nsubj" and c.tag_ != "WDT"]


def alongside(known: Mentions, verb: Token) -> tuple[list[PartyMention], list[PartyMention]]:
    """Beside whom somebody fights, and against whom: "fought alongside the army against the rebels"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)  # "was killed alongside a soldier"
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "alongside" and not passive]
    fellows = [o for link in links for o in link.children if o.dep_ == "pobj"]
    against = [p for o in fellows for p in o.children if p.dep_ == "prep" and p.lower_ == "against"]
    return [m for o in fellows for m in known.within(o)], [m for link in against for m in known.after(link)]


def harmed_in(known: Mentions, noun: Token) -> list[PartyMention]:
    """Who did the harm that a deed was a part of: "its fighters killed three in an attack on the post"."""
    verb = noun.head.head
    inside = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during") and verb.lemma_.lower() in deeds().casualty
    if not inside or verb.pos_ != "VERB":
        return []
    agents = [c for c in verb.children if c.dep_ == "agent"]
    if agents:  # "four were killed by soldiers in an operation"
        return [m for c in agents for m in known.after(c)]
    if not any(c.dep_ == "dobj" for c in verb.children):
        return []
    return [m for c in verb.children if c.dep_ == "nsubj" for m in known.within(c)]


def bursts(noun: Token) -> bool:
    """Whether a word is for arms or for what is laid and goes off."""
    return is_munition(noun.text) or noun.lemma_.lower() in deeds().bombs
