"""What a headline says was done to its subject, in a past form without "was": "Soldiers ambushed near Damboa".

Headlines tell who acts in the present ("Rebels attack Goma"); the parser takes their participles for deeds of the
subject. Notes and lists leave out "was" as well ("12 Mar: Troops ambushed at Anka; three killed").
"""

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.names import fold
from fogline.lexicon.parties import index
from fogline.read.arms_again import is_munition

PAST = frozenset({"VBD", "VBN"})
MAIN = frozenset({"ROOT", "conj", "parataxis", "dep", "ccomp"})
OBJECTS = frozenset({"nsubjpass", "agent", "oprd", "attr"})
BEHIND = frozenset({"ADP", "PUNCT", "ADV", "SCONJ", "CCONJ"})  # what can stand behind a participle that has no object
QUARREL = ("over", "against")  # behind those who put down their work: "Doctors struck over pay"
FINITE = frozenset({"aux", "auxpass", "dobj", "ccomp", "xcomp", "dative", "expl", "mark"})  # signs of one who acts


def mend_heading(doc: Doc) -> None:
    """Make the subjects of such participles passive ones, and a participle behind the main noun the verb of all."""
    for verb in [t for t in doc if t.dep_ == "acl" and t.tag_ == "VBN" and t.head.dep_ == "ROOT"]:
        if verb.head.pos_ in ("NOUN", "PROPN") and verb.lemma_.lower() in deeds().undergone | deeds().attacked:
            _make_verb(verb, verb.head)
    for verb in doc:
        if verb.tag_ in PAST and verb.dep_ in ("ROOT", "conj", "ccomp", "parataxis") and _is_undergone(verb):
            for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
                subject.dep_ = "nsubjpass"
            verb.tag_ = "VBN"


def _make_verb(verb: Token, noun: Token) -> None:
    """Make of "Goma [seized by rebels]" a sentence of which the participle is the verb."""
    if any(c.i < verb.i and c.pos_ == "VERB" for c in noun.children):
        return
    for child in [c for c in noun.children if c.i > verb.i]:
        child.head = verb
    verb.dep_, verb.head = "ROOT", verb
    noun.dep_, noun.head = "nsubjpass", verb


def _is_undergone(verb: Token) -> bool:
    """Whether a verb without an object tells what befell its subject; an attacker who "attacked" did so himself."""
    lemma, blows = verb.lemma_.lower(), deeds().attacked | deeds().buffeted
    if lemma not in deeds().undergone | blows or (lemma == verb.lower_ and lemma not in deeds().buffeted):
        return False
    toll = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ == "ADJ"]  # "depot hit, one dead"
    if any((c.dep_ in FINITE and c not in toll) or c.lower_ in QUARREL for c in verb.children):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None:
        return False
    named = subject.pos_ == "PROPN" and lemma in blows and not _may_act(subject)
    if not (subject.pos_ == "NOUN" or named or any(c.dep_ == "agent" for c in verb.children)):
        return False
    attacker = subject.lemma_.lower() in deeds().attackers or is_munition(subject.text)
    return lemma in deeds().undergone or not attacker


def _may_act(name: Token) -> bool:
    """Whether a name is a party's, who may have done it: "Russia struck again", and not a town's, as of a capital."""
    forms = {entry.form for entry in index().get(fold(name.text), ())}
    return bool(forms - {"metonym"})


def mend_notes(doc: Doc) -> None:
    """Make those sufferers of whom a sentence says no more than the participle: "Troops ambushed at Anka".

    Only of what nobody does without saying to whom.
    """
    alone = deeds().never_alone
    for verb in [t for t in doc if t.dep_ in MAIN and t.tag_ in PAST and t.lemma_.lower() in alone]:
        if any(c.dep_ in FINITE | OBJECTS for c in verb.children) or _goes_on(verb):
            continue
        for subject in [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN" and c.i < verb.i]:
            subject.dep_ = "nsubjpass"
            verb.tag_ = "VBN"


def _goes_on(verb: Token) -> bool:
    """Whether those to whom it was done may stand behind it, for a verb beside it or lost by the parse."""
    if any(c.dep_ == "conj" and any(o.dep_ == "dobj" for o in c.children) for c in verb.children):
        return True
    behind = verb.i + 1
    while behind < len(verb.doc) and verb.doc[behind].dep_ in ("prt", "advmod"):
        behind += 1
    return behind < len(verb.doc) and verb.doc[behind].pos_ not in BEHIND
