"""Clauses that the parser hangs wrongly: "an attack that residents [blamed on them]", "told AFP [gunmen killed]".

It makes the one who acts a noun of its own behind "that", and the verb a participle that tells of him; and it gives
the doer with whom a clause begins to the verb before.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from fogline.lexicon.events import frames
from fogline.lexicon.figures import count_words
from fogline.lexicon.saying import saying

SUBJECTS = ("nsubj", "nsubjpass")
OWNING = ("amod", "compound", "nmod")
HELD = frozenset({"hostage", "captive", "prisoner"})
PASSIVE = ("taken", "held", "seized")
LINKS = ("that", "which")
ING = "ing"


def mend_clauses(participles: Iterable[Token]) -> None:
    """Make such a participle the verb of the clause, and "that" what it is done to."""
    for verb in [t for t in participles if t.tag_ == "VBN" and t.i > 2]:
        subject = verb.head
        acts = any(c.dep_ in ("agent", "dobj", *SUBJECTS) for c in verb.children)
        link = _link(subject, blamed=verb.lemma_.lower() in {*saying().blame, *saying().pin, *saying().attribute})
        if acts or link is None or verb.i != subject.i + 1:
            continue
        noun = link.nbor(-1)
        if noun.pos_ != "NOUN":
            continue
        verb.head, verb.dep_, verb.tag_ = noun, "relcl", "VBD"
        subject.head, subject.dep_ = verb, "nsubj"
        link.head, link.dep_, link.tag_ = verb, "dobj", "WDT"


def _link(subject: Token, blamed: bool) -> Token | None:
    """The "that" before one who acts: it governs him, or is taken for his article before a verb of blame."""
    first = subject.left_edge
    if first.lower_ in LINKS and first != subject and first.i > 0:
        return first if blamed else None
    above = subject.head
    near = above.lower_ in LINKS and subject.dep_ in SUBJECTS and above.i + 1 == first.i and above.i > 0
    return above if near else None


def mend_told(clauses: Iterable[Token]) -> None:
    """Make what the clause behind "told AFP" begins with its subject: "told AFP gunmen killed seven"."""
    for verb in [t for t in clauses if t.tag_ in ("VBD", "VBZ", "VBP") and t.head.lemma_ == "tell"]:
        noun = verb.nbor(-1)
        if noun.dep_ != "dobj" or noun.head != verb.head or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        listener = noun.doc[noun.head.i + 1]
        if noun.pos_ == "PROPN" or listener.head != noun or listener.pos_ != "PROPN" or listener.dep_ not in OWNING:
            continue
        listener.dep_, listener.head = "dobj", noun.head
        noun.dep_, noun.head = "nsubj", verb


def mend_held(subjects: Iterable[Token]) -> None:
    """Make those suffer it of whom a headline says no more: "Seven workers taken hostage by gunmen"."""
    for subject in subjects:
        verb = subject.head
        held = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in HELD), None)
        if held is None or held.i != verb.i + 1 or verb.lower_ not in PASSIVE or subject.i > verb.i:
            continue
        if any(c.dep_ in ("aux", "auxpass") for c in verb.children) or any(c.i < held.i for c in held.children):
            continue
        subject.dep_, held.dep_, verb.tag_ = "nsubjpass", "oprd", "VBN"
        for by in [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by"]:
            by.dep_ = "agent"


def mend_downed(clauses: Iterable[Token]) -> None:
    """Make what was downed the object that it is: "shot down [nine of twelve drones fired at Kharkiv]"."""
    for verb in [t for t in clauses if t.tag_ in ("VBD", "VBN") and t.head.i < t.i]:
        main, drones = verb.head, verb.nbor(-1)
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or any(
            c.dep_ in ("mark", "advmod", "aux", "auxpass") and c.i < verb.i for c in verb.children
        ):
            continue
        between = main.doc[main.i + 1 : subject.left_edge.i]
        downed = main.lemma_.lower() in count_words().figures["intercepted"].objects or main.lemma_ == "shoot"
        straight = all(t.head == main and t.lower_ == "down" for t in between)
        if not downed or not straight or any(c.dep_ == "dobj" for c in main.children) or drones.pos_ != "NOUN":
            continue
        subject.dep_, subject.head = "dobj", main
        verb.dep_, verb.head, verb.tag_ = "acl", drones, "VBN"


def mend_another(words: Iterable[Token]) -> None:
    """Make one more person the one to whom it is done: "one person was killed and [another wounded], police said"."""
    for word in [t for t in words if t.lower_ == "another" and t.head.tag_ == "VBN" and t.i == t.head.i - 1]:
        if word.head.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in word.head.children):
            word.dep_, word.pos_ = "nsubjpass", "PRON"


def mend_charged(modifiers: Iterable[Token]) -> list[Token]:
    """The gerunds of a charge, made its verbs: "accused troops of [looting shops] and [burning homes]"."""
    made = []
    for gerund in sorted(
        (t for t in modifiers if t.lower_.endswith(ING) and t.i > 1 and t.head.i == t.i + 1), key=lambda t: t.i
    ):
        noun, link = gerund.head, gerund.nbor(-1)
        first = _first_charge(noun, link)
        if first is None:
            continue
        gerund.head, gerund.dep_ = first, "pcomp" if first == link else "conj"
        _make_gerund(gerund)
        noun.head, noun.dep_ = gerund, "dobj"
        for child in [c for c in noun.children if c.i > noun.i and c.dep_ in ("prep", "cc", "conj")]:
            child.head = gerund
        made.append(gerund)
    return [gerund for gerund in made if gerund.dep_ == "pcomp"]


def _make_gerund(word: Token) -> None:
    """Make a word in -ing the verb that it is, where the parser takes it for a noun: "looting shops"."""
    if word.tag_ != "VBG":
        stem = word.lower_.removesuffix(ING)
        word.tag_, word.lemma_ = "VBG", stem if stem in frames().by_verb else stem + "e"
    word.pos_ = "VERB"


def _first_charge(noun: Token, link: Token) -> Token | None:
    """What a gerund before a noun hangs on: the "of" of a charge, or the charge before "and"; None where it is none."""
    if link.lower_ == "of" and noun.head == link:
        charge = link.head.head if link.head.dep_ in ("dobj", "nsubjpass") else link.head
        return link if charge.lemma_.lower() in saying().accuse else None
    if link.lower_ != "and" or noun.dep_ != "conj":
        return None
    first = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    charged = first.dep_ == "pcomp" and first.tag_ == "VBG" and first.head.lower_ == "of"
    return first if charged and _first_charge(first, first.head) is not None else None
