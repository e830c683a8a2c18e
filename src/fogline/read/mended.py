"""Subjects that the parser takes for an apposition: "In answer to the raid on Gao, the army shelled two villages".

Behind an opening that ends in a name, and before a verb of saying that closes the sentence, the small model often hangs
the subject on the name before the comma. Then the verb has none, and whoever acts or speaks is lost.
"""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.lexicon.time import time_words
from fogline.read.mended_answers import mend_answers
from fogline.read.mended_clauses import mend_another, mend_charged, mend_clauses, mend_downed, mend_held, mend_told
from fogline.read.mended_dates import mend_dates
from fogline.read.mended_headings import mend_notes
from fogline.read.mended_lists import mend_lists, mend_opening
from fogline.read.mended_loyal import mend_loyal
from fogline.read.mended_spans import mend_spans
from fogline.read.mended_speakers import mend_actives, mend_apposed, mend_callers, mend_speakers
from fogline.read.mended_tolls import mend_tolls

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NO_PASSIVE = frozenset({"aux", "auxpass", "dobj"})  # what says that a participle has a subject of its own that acts
WHOLE = ("ROOT", "ccomp")  # how what a whole sentence or clause tells hangs
GIVEN = frozenset(
    {"give", "deny", "send", "offer", "award", "pay", "tell", "teach", "grant", "promise", "owe", "call"}
)  # to whom
OFF = 2  # words before a participle that a comma sets off: what it is said of, and the comma
ARTICLES = frozenset({"det", "poss", "amod"})  # what says that a word is a noun
OPENS = 4  # words in which an opening such as "At sunset on" ends
LABEL = 6  # words in which a label and its colon end
LIGHT = frozenset({"ADV", "AUX", "PUNCT", "PART"})  # what may stand between a subject and its verb


def mend(doc: Doc) -> Doc:
    """The same parse, a main verb without a subject given the apposition right before it.

    What is told beside a passive is done to its own subject too.
    """
    _name_is(doc)
    mend_loyal(doc)
    mend_opening(doc)
    _suffer(doc)
    _make_pasts(doc)
    mend_notes(doc)
    hung = _by_link(doc)
    mend_lists(hung.get("conj", ()))
    if any(_make_subject(t.head, t) for t in hung.get("xcomp", ()) if t.tag_ == "VBP" and t.head.i == t.i - 1):
        hung = _by_link(doc)
    for verb in [t for t in hung.get("ROOT", ()) if _is_verb(t)]:
        if not any(child.dep_ in SUBJECTS for child in verb.children):
            subject = _taken_for_apposition(verb)
            if subject is not None:
                passive = any(child.dep_ == "auxpass" for child in verb.children)
                subject.dep_ = "nsubjpass" if passive else "nsubj"
                subject.head = verb
        _unlabel(verb)
    _tell_after_all(hung.get("acl", ()))
    mend_clauses(hung.get("acl", ()))
    mend_told(hung.get("ccomp", ()))
    mend_held(hung.get("nsubj", ()))
    mend_apposed(hung.get("nsubj", ()))
    mend_actives(hung.get("nsubjpass", ()))
    mend_callers(hung.get("amod", ()))
    mend_speakers([*hung.get("conj", ()), *hung.get("acl", ())])
    mend_downed([*hung.get("advcl", ()), *hung.get("ccomp", ())])
    mend_another(hung.get("det", ()))
    for participle in [t for t in hung.get("agent", ()) if t.head.tag_ in ("VBD", "VBN")]:
        _set_off(participle.head)
    for auxiliary in hung.get("auxpass", ()):
        _share_passive(auxiliary.head)
    _free_from_day(doc)
    mend_dates(hung.get("compound", ()))
    for participle in [t for t in hung.get("amod", ()) if t.i and t.nbor(-1).pos_ == "NUM"]:
        _suffered_by_number(participle)
    for clause in [t for t in hung.get("ccomp", ()) if t.head.i < t.i]:
        _give_day_to_speaker(clause)
    for day in [t for t in hung.get("prep", ()) if t.i > 1 and t.lower_ == "on" and t.head.dep_ in SUBJECTS]:
        _give_day_to_verb(day)
    charges = mend_charged([*hung.get("amod", ()), *hung.get("compound", ())])
    _charge([*hung.get("pcomp", ()), *charges])
    mend_spans(hung.get("prep", ()))
    mend_answers(doc)
    mend_tolls(doc)
    for mark in [t for t in hung.get("mark", ()) if t.lower_ == "that" and t.i > 1]:
        _speak_after_all(mark)
    for word in [t for t in hung.get("nmod", ()) if t.i < t.head.i]:
        _free_from_fighters(word)
    return doc


def _name_is(doc: Doc) -> None:
    """Make the letters of Islamic State the subject that they are, not the verb "is": "IS claimed the attack"."""
    text = doc.text
    if "IS" not in text or text.isupper():
        return
    for word in [t for t in doc if t.text == "IS" and t.dep_ in ("aux", "auxpass")]:
        verb = word.head
        if verb.i == word.i + 1 and not any(c.dep_ in SUBJECTS and c.i < word.i for c in verb.children):
            word.tag_, word.pos_, word.dep_, word.lemma_ = "NNP", "PROPN", "nsubj", "IS"
            verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_


@cache
def _pasts() -> dict[str, str]:
    """The pasts that are taken for nouns, with their verbs."""
    return dict(pair.split() for pair in deeds().taken_for_nouns)


def _make_pasts(doc: Doc) -> None:
    """Make a past that the parser takes for a noun the verb of what stands before it: "the army retook the town"."""
    for word in [t for t in doc if t.lower_ in _pasts() and t.pos_ == "NOUN"]:
        word.tag_, word.pos_, word.lemma_ = "VBD", "VERB", _pasts()[word.lower_]
        before = next((c for c in word.children if c.i == word.i - 1 and c.dep_ in ("compound", "nmod")), None)
        if before is not None and not any(c.dep_ in SUBJECTS for c in word.children):
            for child in [c for c in word.children if c.i < before.i]:
                child.head = before
            before.dep_ = "nsubj"


def _make_subject(noun: Token, verb: Token) -> bool:
    """Make what opens a headline, and is taken for a verb, the subject of the one behind it: "Army airstrikes kill"."""
    if noun.dep_ != "ROOT" or noun.tag_ != "VBZ" or not 0 < noun.i <= OFF:
        return False
    verb.dep_, verb.head = "ROOT", verb
    for child in [c for c in noun.children if c.i > verb.i]:
        child.head = verb
    for child in [c for c in noun.children if c.i < noun.i]:
        child.dep_ = "compound"
    noun.tag_, noun.pos_, noun.dep_, noun.head = "NNS", "NOUN", "nsubj", verb
    noun.lemma_ = noun.lower_.removesuffix("s")
    return True


def _is_verb(word: Token) -> bool:
    """Whether a word is a verb; one with a subject and an object is, taken for a plural: "Iran fires rockets"."""
    links = {child.dep_ for child in word.children} if word.tag_ == "NNS" and word.text.islower() else set()
    if {"nsubj", "dobj"} <= links:
        word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", word.lower_.removesuffix("s")
    return word.pos_ == "VERB"


def _by_link(doc: Doc) -> dict[str, list[Token]]:
    """The words by how they hang on others, as the parser has it."""
    found: dict[str, list[Token]] = {}
    for token in doc:
        found.setdefault(token.dep_, []).append(token)
    return found


def _tell_after_all(participles: Iterable[Token]) -> None:
    """Make a participle with an object the verb of the noun that it hangs on: "Masked militiamen killed 19 traders".

    The parser takes the first for the second of "militiamen killed on Sunday" where a speaker closes the sentence, or
    where an apposition stands between: "the governor, Babagana Zulum, called reports of it untrue".
    """
    for participle in [t for t in participles if t.tag_ == "VBN" and (t.i == t.head.i + 1 or _behind_apposition(t))]:
        noun, links = participle.head, {c.dep_ for c in participle.children}
        passive = bool(links & {"agent", "auxpass", "dative", "nsubj"})
        if participle.i == noun.i + 1:
            passive = passive or "dobj" not in links or participle.lemma_.lower() in GIVEN
        if noun.dep_ not in WHOLE or noun.pos_ == "VERB" or passive:
            continue
        participle.dep_, participle.head = noun.dep_, participle if noun.dep_ == "ROOT" else noun.head
        participle.tag_ = "VBD"
        for child in [c for c in noun.children if c.i > participle.i]:
            child.head = participle
        noun.dep_, noun.head = "nsubj", participle


def _behind_apposition(participle: Token) -> bool:
    """Whether a participle with an object stands behind the apposition of the noun that it hangs on."""
    noun, behind = participle.head, participle.i > 0 and participle.nbor(-1).text == ","
    named = any(c.dep_ == "appos" and noun.i < c.i < participle.i for c in noun.children)
    done_to = any(c.dep_ in ("dobj", "oprd") and c.pos_ == "NOUN" and c.i > participle.i for c in participle.children)
    return noun.dep_ == "ROOT" and behind and named and done_to


def _set_off(verb: Token) -> None:
    """Hang a participle between commas on the noun before it: "a strike on Gao, retaken by the army, killed five".

    The parser takes it for the first of two verbs, and then the second has no subject.
    """
    if verb.i < OFF or verb.nbor(-1).text != "," or any(c.dep_ in (*NO_PASSIVE, "cc") for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    main = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if subject is None or main is None or main.nbor(-1).text != "," or any(c.dep_ in SUBJECTS for c in main.children):
        return
    main.dep_, main.head = verb.dep_, main if verb.dep_ == "ROOT" else verb.head
    for child in [c for c in verb.children if c.i < verb.i or c.i > main.i]:
        child.head = main
    verb.dep_, verb.head = "acl", verb.nbor(-2)


def _give_day_to_verb(day: Token) -> None:
    """Hang a day between a subject and its verb on the verb: "Aid groups on Tuesday condemned the attack"."""
    verb = day.head.head
    if _is_day(day) and verb.pos_ in ("VERB", "AUX") and day.right_edge.i + 1 == verb.i:
        day.head = verb


def _charge(charges: Iterable[Token]) -> None:
    """Hang what somebody is accused of on the accusing: "accused Boko Haram fighters of killing nine people"."""
    for of in [deed.head for deed in charges if deed.head.lower_ == "of" and deed.head.head.dep_ == "dobj"]:
        accusing = of.head.head
        if accusing.lemma_.lower() in saying().accuse:
            of.head = accusing


def _give_day_to_speaker(clause: Token) -> None:
    """Hang a day that stands right behind a verb of saying on that: "said on Tuesday he knew of no strike"."""
    speaking = clause.head
    if speaking.lemma_.lower() not in saying().say | saying().accuse | saying().deny:
        return
    own = [c for c in clause.children if c.left_edge.i > speaking.i]
    first = min(own, key=lambda c: c.left_edge.i, default=None)
    if first is None or first.left_edge.i > clause.i or not _is_day(first):
        return
    if any(c.dep_ in SUBJECTS for c in own if c.i < clause.i):
        first.head = speaking


def _is_day(word: Token) -> bool:
    """Whether it is "on Tuesday" or "Tuesday" beside a verb."""
    day = next((c for c in word.children if c.dep_ == "pobj"), None) if word.lower_ == "on" else word
    return day is not None and day.text in time_words().weekdays and word.dep_ in ("prep", "npadvmod")


def _free_from_fighters(first: Token) -> None:
    """Part a state from the rebels beside it, where the parser makes both names theirs: "Congo and M23 rebels"."""
    rebels = first.head
    if rebels.i - first.i < len(("and", "M23", "rebels")):
        return
    group, joint = rebels.nbor(-1), rebels.nbor(-2)
    if joint.dep_ != "cc" or group.dep_ != "conj" or not (joint.head == first or joint.head.is_ancestor(group)):
        return
    if rebels.lemma_.lower() not in status_words().shooters or not _is_acronym(group) or _is_acronym(first):
        return
    for word in [c for c in rebels.children if c.i < first.i]:
        word.head = first
    first.dep_, first.head = rebels.dep_, rebels.head
    rebels.dep_, rebels.head = "conj", first
    group.dep_, group.head = "compound", rebels
    joint.head = first


def _speak_after_all(mark: Token) -> None:
    """Make what several say a verb: "The RSF claim that …", "The army (SAF) state that …"."""
    said, clause = mark.nbor(-1), mark.head
    top = said.head if said.dep_ in ("appos", "dobj") else said
    if said.tag_ != "NN" or top.dep_ != "ROOT" or top.pos_ == "VERB" or said.lower_ not in saying().say:
        return
    before = next((t for t in reversed(list(said.doc[: said.i])) if t.text not in "()" and not _in_brackets(t)), None)
    if before is None or before.pos_ != "PROPN" or not (before.tag_ == "NNPS" or _is_acronym(before)):
        return
    for word in [c for c in top.children if c.i < before.i]:
        word.head = before
    for word in [c for c in said.children if c not in (before, clause)]:
        word.head = before if word.i < said.i else said
    said.dep_, said.head = "ROOT", said
    said.tag_, said.pos_ = "VBP", "VERB"
    before.dep_, before.head = "nsubj", said
    clause.dep_, clause.head = "ccomp", said


def _in_brackets(word: Token) -> bool:
    return word.i > 0 and word.nbor(-1).text == "("


def _is_acronym(word: Token) -> bool:
    """Whether a word is written as the short names of armed groups are: "M23", "ELN"."""
    return word.text.isupper() and len(word.text) > 1


def _suffer(doc: Doc) -> None:
    """Make a participle behind "was" that is written as a noun a passive: "the post was overrun on Monday"."""
    for word in [t for t in doc[1:] if t.lower_ in status_words().nounlike and t.pos_ != "VERB"]:
        predicate = word.dep_ in ("attr", "acomp")
        be = word.head if predicate else next((c for c in word.children if c.dep_ == "auxpass"), None)
        if be is None or be.lemma_ != "be" or any(c.dep_ in ARTICLES for c in word.children):
            continue
        for child in [c for c in be.children if c != word]:
            child.head = word
            child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
        for agent in [c for c in word.children if c.lower_ == "by"]:
            agent.dep_ = "agent"
        if predicate:
            word.dep_, word.head = be.dep_, word if be.dep_ == "ROOT" else be.head
            be.dep_, be.head = "auxpass", word
        word.lemma_, word.tag_, word.pos_ = word.lower_, "VBN", "VERB"


def _share_passive(verb: Token) -> None:
    """Make those who suffer what is told beside a passive suffer it: "a post was burned and nine guards wounded"."""
    for other in verb.children:
        if other.dep_ == "conj" and other.tag_ == "VBN" and not any(c.dep_ in NO_PASSIVE for c in other.children):
            for subject in [c for c in other.children if c.dep_ == "nsubj"]:
                subject.dep_ = "nsubjpass"


def _suffered_by_number(participle: Token) -> None:
    """Make what a number of people got its verb's object, not the counted: "four died and seven suffered burns"."""
    number, noun = participle.nbor(-1), participle.head
    verb = participle.lower_.removesuffix("ed") if participle.tag_ == "JJ" else participle.lemma_.lower()
    if f"{verb} {noun.lemma_.lower()}" not in count_words().told_by or number.head not in (participle, noun):
        return
    for word in [c for c in noun.children if c.i < number.i and c.dep_ in ("det", "amod", "advmod")]:
        word.head = number
    top = noun.dep_ == "ROOT"
    participle.dep_, participle.head = (
        noun.dep_ if top or noun.dep_ == "conj" else "dep",
        participle if top else noun.head,
    )
    participle.lemma_, participle.tag_, participle.pos_ = verb, "VBD", "VERB"
    noun.dep_, noun.head = "dobj", participle
    number.dep_, number.head = "nsubj", participle


def _free_from_day(doc: Doc) -> None:
    """Make a noun that the parser takes for a part of a day the subject: "On Friday RSF drones hit a mosque".

    Also "At sunset on Tuesday gunmen lay in wait".
    """
    on = next((t for t in doc[:OPENS] if t.lower_ == "on"), None)
    day = doc[on.i + 1] if on is not None and on.i + 1 < len(doc) else None
    if on is None or day is None or day.text not in time_words().weekdays:
        return
    noun = next((t for t in doc[on.i + 2 :] if t.dep_ == "pobj" and t.head == on), None)
    verb = next((t for t in on.ancestors if t.pos_ == "VERB"), None)
    if noun is None or verb is None or day.head != noun or noun.i > verb.i:
        return
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    noun.head, day.dep_, day.head = verb, "pobj", on


def _unlabel(verb: Token) -> None:
    """Make what stands behind a label the subject that the label was taken for: "Konotop: a locomotive was damaged".

    Where the parse gives a verb both, the label is none: "Mexico: A drone hit a patrol".
    """
    label = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
    colon = next((t for t in verb.doc[:LABEL] if t.text == ":"), None)
    if label is None or colon is None or label.i > colon.i or colon.i > verb.i:
        return
    meant = next((t for t in label.subtree if t.dep_ == "appos" and colon.i < t.i < verb.i), None)
    if any(c.dep_ == label.dep_ and colon.i < c.i < verb.i for c in verb.children):
        label.dep_ = "dep"
    elif meant is not None:
        meant.dep_, meant.head = label.dep_, verb
        label.dep_ = "dep"


def _taken_for_apposition(verb: Token) -> Token | None:
    """The outermost apposition that reaches up to the verb, behind a comma; none where the verb opens the sentence.

    Speakers are taken for the last of a list too: "killing 55 people, residents and a commander said".
    """
    links = ("appos", "conj") if verb.lemma_.lower() in saying().say else ("appos",)
    above = [t for t in verb.subtree if t.i < verb.i and t.dep_ in links and t.pos_ != "VERB" and _behind_comma(t)]
    reaching = [t for t in above if all(_light(w, verb) for w in verb.doc[t.right_edge.i + 1 : verb.i])]
    return min(reaching, key=lambda t: (len(list(t.ancestors)), t.i), default=None)


def _behind_comma(word: Token) -> bool:
    first = word.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def _light(word: Token, verb: Token) -> bool:
    """Whether a word may stand between subject and verb: an adverb, an auxiliary, "last night"."""
    return word.pos_ in LIGHT or any(t.dep_ == "npadvmod" and t.head == verb for t in (word, *word.ancestors))
