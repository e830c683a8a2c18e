"""Which weapon that a sentence names was a deed done with, where several deeds stand in it?"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK, frames
from fogline.lexicon.status import status_words
from fogline.lexicon.things import things
from fogline.model import TYPE_GROUPS
from fogline.read.bonds import had_befallen
from fogline.read.company import Around, direct_objects
from fogline.read.seams import answered_apart
from fogline.read.things import Thing
from fogline.read.trigger import Trigger

BESIDE = ("compound", "amod", "nmod", "poss")


def nearest_weapon(trigger: Trigger, around: Around, group: str) -> Thing | None:
    """Of the weapons that speak for a type of the group, the one nearest to the trigger."""
    types = things().weapon_type
    fitting = [t for t in around.things if t.kind == "weapon" and TYPE_GROUPS[types[t.value]] == group]
    fitting = [t for t in fitting if not answered_apart(around.doc, trigger.start, trigger.end, t.start)]
    fitting = [t for t in fitting if not _of_next_clause(around.doc[trigger.token], t, around)]
    fitting = [t for t in fitting if not _of_what_it_caused(around.doc[trigger.token], t, around)]
    fitting = [t for t in fitting if not _parted_by_a_stop(trigger, t, around)]
    fitting = [t for t in fitting if not _of_a_later_deed(around.doc[trigger.token], t, around)]
    fitting = [t for t in fitting if not _of_anothers_deed(around.doc[trigger.token], t, around)]
    fitting = [t for t in fitting if not _was_downed(around.doc[trigger.token], t, around)]
    if trigger.type != ATTACK:
        fitting = [t for t in fitting if not _of_joined_deed(around.doc[trigger.token], t, around)]
    return min(fitting, key=lambda w: (max(w.start - trigger.end, trigger.start - w.end, 0), w.start), default=None)


def tried_with(weapon: Thing, verb: Token) -> bool:
    """Whether a weapon is what was used in an attack that came to nothing: "foiled an attempt to hit X with drones"."""
    if verb.lemma_.lower() not in deeds().beaten_back:
        return False
    onslaughts = status_words().onslaughts | deeds().tried
    tried = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in onslaughts]
    return any(t.idx == weapon.head for attack in tried for t in attack.subtree)


def _parted_by_a_stop(trigger: Trigger, weapon: Thing, around: Around) -> bool:
    """Whether a semicolon parts a weapon from a deed: "gunmen kill two; houses attacked with drones in Kidal"."""
    first, second = sorted((trigger.words, (weapon.start, weapon.end)))
    return ";" in around.sentence.text[first[1] : second[0]]


def _of_anothers_deed(noun: Token, weapon: Thing, around: Around) -> bool:
    """Whether a weapon only tells which deed another noun names: "rocket barrage in the north, army strikes in Tyre".

    The deed asked about has whoever did it named before it.
    """
    head = next((t for t in around.doc if t.idx == weapon.head), None)
    if noun.pos_ not in ("NOUN", "PROPN") or head is None or head.dep_ not in BESIDE or head.head == noun:
        return False
    deed = head.head
    if deed.lemma_.lower() not in frames().by_noun or (noun in (deed, *deed.subtree) and noun.dep_ != "appos"):
        return False
    shift = around.sentence.start
    whose = [c for c in noun.children if c.dep_ in BESIDE]
    return any(p.start - shift <= c.idx < p.end - shift for c in whose for p in around.parties)


def _was_downed(verb: Token, weapon: Thing, around: Around) -> bool:
    """Whether a weapon is what was brought down in the clause beside: "downed two drones and shelled a village"."""
    head = next((t for t in around.doc if t.idx == weapon.head), None)
    if head is None or head.dep_ != "dobj" or head.head == verb or head.head not in verb.conjuncts:
        return False
    return head.head.lemma_.lower() in deeds().downing and any(c.dep_ == "dobj" for c in verb.children)


def _of_a_later_deed(verb: Token, weapon: Thing, around: Around) -> bool:
    """Whether a weapon is of what was done to help those whom a clause says had been attacked before."""
    clause = had_befallen(verb)
    if clause is None:
        return False
    head = next((t for t in around.doc if t.idx == weapon.head), None)
    return head is not None and not clause.is_ancestor(head) and head not in (clause.head, *clause.head.children)


def _of_joined_deed(verb: Token, weapon: Thing, around: Around) -> bool:
    """Whether a weapon is what a joined verb does: "shelled posts 80 times and carried out four air raids"."""
    head = next((t for t in around.doc if t.idx == weapon.head), None)
    joined = [c for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB"]
    return verb.pos_ == "VERB" and head is not None and any(head.head == c and head.dep_ == "dobj" for c in joined)


def _of_what_it_caused(deed: Token, weapon: Thing, around: Around) -> bool:
    """Whether a weapon is of what a deed made others do: "killed two, prompting rebels to fire rockets"."""
    head = next((t for t in around.doc if t.idx == weapon.head), None)
    caused = [v for v in (head.ancestors if head is not None else ()) if v.dep_ == "xcomp"]
    causes = [v.head for v in caused if v.head.lemma_.lower() in deeds().causing and direct_objects(v.head)]
    return any(deed != v and not v.is_ancestor(deed) for v in causes) or any(
        c.dep_ == "nsubj" and (c == deed or c.is_ancestor(deed)) for v in causes for c in v.children
    )


def _of_next_clause(verb: Token, weapon: Thing, around: Around) -> bool:
    """Whether a weapon is of what another main clause says: "a sniper killed a man, and rockets hit a hall".

    So is what another fires: "strike kills two in the south, rebels fire rockets".
    """
    head = next((t for t in around.doc if t.idx == weapon.head), None)
    if verb.pos_ == "NOUN" and verb.dep_ == "nsubj":
        verb = verb.head
    if head is None or verb.pos_ != "VERB" or head.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    other = head.head
    if head.dep_ == "dobj" and (other == verb or not any(c.dep_ == "nsubj" for c in other.children)):
        return False
    joined = other in verb.conjuncts or (other.dep_ in ("ccomp", "parataxis", "ROOT") and verb.dep_ == "ccomp")
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c != head]
    return joined and any(c.pos_ in ("NOUN", "PROPN") for c in own)
