"""Did it happen: whether a trigger word tells of something done, or denied, feared, planned, habitual."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from spacy.tokens import Token

from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.read.due import is_due, is_set_for, round_of

Reality = Literal["real", "negated", "unreal", "future"]
CLAUSE_DEPS = frozenset({"xcomp", "acl", "relcl", "ccomp", "advcl", "pcomp", "csubj"})
NOUN_LINKS = frozenset({"pobj", "prep", "dobj", "nsubjpass", "compound", "conj", "pcomp"})
NUMBERED = (
    r"(?:Incident|INCIDENT|Event|EVENT|Case|CASE) (?:[A-Z]|(?:[Nn]o\.? ?)?\d{1,3})[.:]"  # "INCIDENT B. At dawn …"
)
INVERTED = "should"  # the auxiliary that opens a condition
WEIGHING = "would"  # the auxiliary under which a deed is only thought of
ANY = frozenset({"any", "every", "whichever", "whatever"})
RELATIVE = ("that", "which")  # subjects of a clause on a deed
NOR = ("nor", "neither")
NOUN_STEPS = 4  # how far up a noun's governors are looked at
WHILES = frozenset({"week", "month", "year", "decade", "century"})  # for which something has gone on


def reality(token: Token) -> Reality:
    """Whether the happening that `token` names was done.

    `negated` where the text says it was not, `unreal` where it is wished, feared or conditional, `future` where it is
    announced.
    """
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token)
    kind = _of_noun(token)
    appointed = kind == "real" and token.lemma_.lower() in status_words().appointments
    due = appointed and (is_due(token) or _is_to_be(token))
    return "future" if due else kind


def _is_to_be(noun: Token) -> bool:
    """Whether a verb says of its subject that it will be: "a march will take place", "rallies will go out"."""
    told = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ == "VERB"
    return told and any(aux.lower_ in status_words().modals for aux in _auxiliaries(noun.head))


def _of_verb(token: Token) -> Reality:
    if _negated(token):
        return "negated"
    return next((kind for kind in map(_mood, _chain(token)) if kind != "real"), "real")


def _negated(verb: Token) -> bool:
    """ "did not strike", "no shell hit", "nobody attacked", "arrested nobody"."""
    words = status_words()
    if any(child.dep_ == "neg" or (child.lower_ in words.negations and child.i < verb.i) for child in verb.children):
        return True
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if any(child.dep_ == "dobj" and child.lower_ in ("nothing", "nobody", "none") for child in verb.children):
        return True  # "promised nothing"
    return any(s.lower_ in words.negations or _det(s) == "no" for s in subjects)


def _mood(verb: Token) -> Reality:
    """What auxiliaries and governing words say of a verb: "will strike", "if they strike", "plans to strike"."""
    words = status_words()
    auxiliaries = _auxiliaries(verb)
    if _only_asked(verb, auxiliaries) or (verb.dep_ == "relcl" and _det(verb.head) in ANY):
        return "unreal"  # "any port that receives arms"
    if any(aux.lower_ in words.modals for aux in auxiliaries) and not _owned_up(verb, auxiliaries):
        return "unreal" if _is_hoped(verb) else "future"
    governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
    asked = governor.lemma_.lower() in words.wanting_verbs and verb.tag_ in ("VB", "VBP") and not auxiliaries
    if verb.dep_ == "ccomp" and (asked or _bare(verb, auxiliaries)):  # "demand that the government agree"
        return _as_told(governor)
    infinitive = any(aux.lower_ == "to" for aux in auxiliaries)
    refrained = verb.dep_ == "pcomp" and governor.lemma_.lower() in words.refraining
    if refrained or _wished_for(verb, governor, auxiliaries):
        return "unreal"
    if (infinitive and verb.dep_ in CLAUSE_DEPS) or verb.dep_ == "pcomp":
        return _as_governed(verb, governor, auxiliaries, infinitive)
    return "real"


def _owned_up(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether who may have done a thing owns up to it: "acknowledged that a pilot may have bombed a convoy"."""
    done = verb.tag_ == "VBN" and any(aux.lower_ == "have" for aux in auxiliaries)
    return done and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in status_words().admitting


def _wished_for(verb: Token, governor: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether a clause is what somebody fears or asks for: "feared being arrested", "demanded the captives freed"."""
    words, lemma = status_words(), governor.lemma_.lower()
    gerund = verb.dep_ in ("xcomp", "ccomp") and (verb.tag_ == "VBG" or any(a.lower_ == "being" for a in auxiliaries))
    bare = verb.tag_ == "VBN" and verb.dep_ in ("ccomp", "xcomp", "oprd") and not auxiliaries
    return (gerund and lemma in words.averting_verbs) or (bare and lemma in words.wanting_verbs)


def _only_asked(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether a clause is a condition or a question: "if they strike", "should the road remain closed", "did they?"."""
    if any(child.dep_ == "mark" and child.lower_ in status_words().unreal_marks for child in verb.children):
        return True
    if verb.tag_ in ("VBP", "VBZ") and any(c.dep_ in ("mark", "advmod") and c.lower_ == "once" for c in verb.children):
        return verb.dep_ == "advcl"  # "once the guns fall silent"
    opening = {aux.lower_ for aux in auxiliaries if _opens(aux, verb)}
    whole = verb.dep_ == "ROOT" or _behind_label(verb)
    return INVERTED in opening or (bool(opening) and whole and verb.doc[-1].text == "?")


def _as_told(order: Token) -> Reality:
    """What a verb of asking or ordering says of what it wants done: who is told to send soldiers has yet to do so."""
    lemma = order.lemma_.lower()
    if lemma in status_words().ordering_verbs:
        return "future"
    return "unreal" if lemma in status_words().unreal_verbs else "real"


def _as_governed(verb: Token, governor: Token, auxiliaries: Sequence[Token], infinitive: bool) -> Reality:
    """What the word above an infinitive or a gerund says of it: "plans to strike", "are to meet"."""
    words = status_words()
    done = any(aux.lower_ == "have" for aux in auxiliaries)  # "the claim to have taken the town"
    fixed = governor.lemma_ == "set" and governor.tag_ == "VBN"  # "the two were set to meet"
    if infinitive and (fixed or governor.lemma_ == "be") and verb.dep_ == "xcomp" and not done:
        return "future"
    if infinitive and verb.dep_ == "xcomp" and is_set_for(governor):
        return "future"
    if infinitive and governor.lemma_ == "have" and verb.dep_ == "xcomp" and governor.tag_ != "VBD":
        return "unreal"  # "they have to airlift supplies"; who had to withdraw did so
    lemma = governor.lemma_.lower()
    wished = lemma in words.unreal_verbs | words.unreal_nouns and (infinitive or lemma not in words.charging)
    return "unreal" if wished or (infinitive and verb.dep_ == "acl" and not done) else "real"


def _behind_label(verb: Token) -> bool:
    """Whether a verb is the whole that stands behind a label, whatever the parse: "HOST: Did troops enter Bukavu?"."""
    label = verb.head
    return label.dep_ == "ROOT" and label.i + 1 < verb.i and verb.doc[label.i + 1].text == ":"


def _opens(auxiliary: Token, verb: Token) -> bool:
    """Whether an auxiliary stands before the subject of its verb."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(auxiliary.i < s.left_edge.i for s in subjects)


def _bare(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether a verb or its "be" stands without an ending: "that the army agree", "that men be sent"."""
    if auxiliaries:
        return len(auxiliaries) == 1 and auxiliaries[0].lower_ == "be"
    one = any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") and not any(c.conjuncts) for c in verb.children)
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and one)


def _chain(token: Token) -> list[Token]:
    """The verb, and the verbs that it is coordinated with or is the complement of by an infinitive."""
    out = [token]
    while out[-1].dep_ in ("conj", "xcomp") and out[-1].head.pos_ in ("VERB", "AUX") and len(out) < NOUN_STEPS:
        out.append(out[-1].head)
    return out


def _of_noun(token: Token) -> Reality:
    words = status_words()
    named = token.head if token.dep_ == "compound" else token  # "no combat clashes"
    denied = (token, named, *_joined_before(named))  # "neither a truce nor an exchange"
    if token.lemma_.lower() in words.appointments:
        denied = (*denied, round_of(token))  # "no round of talks"
    if any(child.lower_ in words.negations for word in denied for child in word.children):
        return "negated"
    if any(child.dep_ in ("det", "amod") and child.lower_ in words.unreal_modifiers for child in token.children):
        return "real" if _planned_and_done(token) else "unreal"
    if token.dep_ in ("compound", "nmod") and token.head.lemma_.lower() in words.unreal_heads:
        return "unreal"  # "riot police", "an arrest warrant"
    governor, behind = token, ""
    for _ in range(NOUN_STEPS):
        if governor.head == governor or governor.dep_ not in NOUN_LINKS:
            break
        behind = governor.lower_ if governor.dep_ == "prep" else ""
        link, governor = governor.dep_, governor.head
        if governor.pos_ == "VERB":
            ends = link == "dobj" and governor == token.head and _is_to_end(governor)
            return "unreal" if ends and not is_definite(token) else _under_verb(token, governor, link, behind)
        if (said := _under_noun(governor, link)) is not None:
            return said
    return "real"


def _joined_before(noun: Token) -> list[Token]:
    """What "nor" joins a noun to, which is denied with it."""
    first = noun.head
    joined = noun.dep_ == "conj" and any(c.dep_ in ("cc", "preconj") and c.lower_ in NOR for c in first.children)
    return [first] if joined else []


def _is_to_end(verb: Token) -> bool:
    """Whether a verb says what is to stop: "a deal to end fighting"."""
    return verb.lemma_.lower() in status_words().ending and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in verb.children
    )


def _under_noun(governor: Token, link: str) -> Reality | None:
    """What the noun above a noun says of it: "an inquiry into the killing" is into a real one, "fear of it" is not."""
    if governor.pos_ not in ("NOUN", "PROPN") or link == "compound":
        return None
    lemma = governor.lemma_.lower()
    if link == "prep" and lemma in status_words().looking_into | saying().charges:
        return "real"  # what is done to reports of it is not done to it: "called reports of a strike fake"
    if link == "prep" and lemma in saying().claimed and _called_untrue(governor):
        return "real"  # nor is what is called untrue only talked of: "talk of the fall of the town is a lie"
    return "unreal" if lemma in status_words().unreal_nouns else None


def _called_untrue(claim: Token) -> bool:
    """Whether somebody says that what is told is not so: "the story is an invention", "described the talk as lies"."""
    known, verb = saying(), claim.head
    told = [t for t in verb.subtree if not claim.is_ancestor(t)] if verb.pos_ in ("VERB", "AUX") else []
    derided = any(t.lemma_.lower() in known.derided and t != claim for t in told)
    return derided or known.denial.search(" ".join(t.text for t in told)) is not None


def _planned_and_done(noun: Token) -> bool:
    """Whether what was planned was done: "carried out a planned airstrike"."""
    verb = noun.head
    planned = any(child.lower_ == "planned" for child in noun.children)
    light = noun.dep_ == "dobj" and verb.lemma_.lower() in status_words().light_verbs
    return planned and light and verb.tag_ in ("VBD", "VBN") and _of_verb(verb) == "real"


def _has_done(noun: Token) -> bool:
    """Whether a clause tells what a deed did: "the attack that killed nine had been planned for months"."""
    clauses = (c for c in noun.children if c.dep_ == "relcl" and c.tag_ in ("VBD", "VBN"))
    return is_definite(noun) and any(t.lower_ in RELATIVE for c in clauses for t in c.children)


def _under_verb(noun: Token, verb: Token, link: str, preposition: str) -> Reality:
    """What the verb above a noun says of it: "prevented a strike" is none, "will carry out a strike" is to come."""
    words = status_words()
    lemma = verb.lemma_.lower()
    if any(c.dep_ == "oprd" and c.pos_ == "NOUN" for c in verb.children):
        return "real"  # "called the strike an answer to another"
    if link in ("dobj", "nsubjpass") and lemma in words.averting_verbs | words.wanting_verbs:
        return "real" if lemma in words.wanting_verbs and _has_done(noun) else "unreal"
    broken = lemma in words.breaching_verbs and (link in ("dobj", "nsubjpass") or preposition in ("of", "in"))
    if broken and not any(child.dep_ == "prt" for child in verb.children):  # who "broke off the talks" held some
        return "unreal"
    cautioned = preposition in ("of", "about") and lemma in words.cautioning and not is_definite(noun)
    refrained = preposition == "from" and lemma in words.refraining and noun.head.head == verb
    if cautioned or refrained:
        return "unreal"  # "intelligence warned of attacks on Kharkiv", "refrained from strikes"
    if preposition == "for" and lemma in words.wanting_verbs:
        return "unreal"  # "called for a truce", "scouting a site for a raid"
    return _of_verb(verb) if link in ("dobj", "prep") and lemma in words.light_verbs else "real"


def only_weighed(noun: Token) -> bool:
    """Whether a deed is only thought of: "an assault would take weeks", not "the attack would have cost lives"."""
    if noun.dep_ not in ("nsubj", "nsubjpass") or is_definite(noun):
        return False
    auxiliaries = {c.lower_ for c in noun.head.children if c.dep_ in ("aux", "auxpass")}
    return WEIGHING in auxiliaries and "have" not in auxiliaries


def only_supposed(word: Token) -> bool:
    """Whether words stand in a condition, a question, or what somebody fears or hopes: "if the talks fail"."""
    verb = next((t for t in (word, *word.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_.lower() in status_words().endangering:
        return True  # "risked derailing the talks"
    return verb is not None and any(_only_asked(v, _auxiliaries(v)) or _is_hoped(v) for v in _chain(verb))


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def _is_hoped(verb: Token) -> bool:
    """Whether a clause is what somebody fears, doubts or hopes: "fear that Hamas could reject the offer"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in status_words().hoping


def only_rehearsed(word: Token) -> bool:
    """Whether a deed is done for practice: "fired missiles in its annual drill", "storming a mock village"."""
    verb = word if word.pos_ in ("VERB", "AUX") else word.head
    return any(_in_exercise(child) or _on_sham(child) for child in verb.children)


def _in_exercise(child: Token) -> bool:
    """Whether words that hang on a verb say that it was done in an exercise, or "as part of" one."""
    if child.dep_ != "prep" or child.lower_ not in ("in", "during", "as", "at"):
        return False
    aims = [c for c in child.children if c.dep_ == "pobj"]
    aims += [c for a in aims for p in a.children if p.lower_ == "of" for c in p.children]
    return any(a.lemma_.lower() in status_words().rehearsals for a in aims)


def _on_sham(child: Token) -> bool:
    """Whether what is struck, or fired at, stands in for the real."""
    struck = child.children if child.dep_ == "prep" else [child] if child.dep_ in ("dobj", "nsubjpass") else []
    return any(c.dep_ in ("amod", "compound") and c.lower_ in status_words().sham for o in struck for c in o.children)


def only_greeted(noun: Token) -> bool:
    """Whether somebody only says what he thinks of what is named and no more: "welcomed the truce"."""
    greeted = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in status_words().greeting
    return greeted and is_definite(noun) and not any(c.i > noun.i for c in noun.children)


def is_definite(token: Token) -> bool:
    """Whether a noun points back: "the strike", "this attack", "Monday's shelling"."""
    definite = status_words().definite
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in definite) for c in token.children)


def is_recalled(verb: Token) -> bool:
    """Whether a verb recalls what was done before, or time and again: "has previously threatened"."""
    return any(child.dep_ == "advmod" and child.lower_ in status_words().recalling for child in verb.children)


def only_told_of(verb: Token) -> bool:
    """Whether a clause in the present says what somebody does as a rule: "gangs who raid villages"."""
    if verb.dep_ != "relcl" or verb.tag_ not in ("VBP", "VBZ"):
        return False
    before = [c for c in verb.children if c.dep_ == "prep" and c.i < verb.i]
    shown = any(c.lower_ != "from" for c in before)  # "a video in which soldiers shoot a man"
    return not shown and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def only_goes_on(verb: Token) -> bool:
    """Whether a clause on somebody or a place tells what has gone on for long: "the town, besieged for a year"."""
    if verb.dep_ not in ("relcl", "acl") or verb.tag_ not in ("VBN", "VBG"):
        return False
    lasting = [c for p in verb.children if p.dep_ == "prep" and p.lower_ == "for" for c in p.children]
    return any(c.dep_ == "pobj" and c.lemma_.lower() in WHILES for c in lasting)


def only_known_for(verb: Token) -> bool:
    """Whether a clause on somebody tells what he has done before, and on no day: "China, which has brokered truces"."""
    done = verb.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    return done and not names_a_day(verb)


def names_a_day(verb: Token) -> bool:
    """Whether a day, a year or a while hangs on a verb: "on Monday", "in 2023", "last week"."""
    when = [(p.lower_, c) for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    dated = any(by == "on" or (by in ("in", "since") and (c.like_num or c.pos_ == "PROPN")) for by, c in when)
    return dated or any(c.dep_ == "npadvmod" for c in verb.children)


def only_since(verb: Token) -> bool:
    """Whether a verb only tells since when something has been: "has housed the fleet since it left Sevastopol"."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children)


@cache
def _habitual() -> re.Pattern[str]:
    longest_first = sorted(status_words().habitual, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")


def is_habitual(sentence: str) -> bool:
    """Whether a sentence tells of a series or a habit: "has come under almost daily fire"."""
    return bool(_habitual().search(sentence.lower()))


@cache
def _apart() -> re.Pattern[str]:
    opening = "|".join(map(re.escape, sorted(status_words().apart)))
    return re.compile(rf"\W*(?:(?i:{opening})\b|{NUMBERED})")


def sets_apart(sentence: str) -> bool:
    """Whether a sentence opens on another happening than those before it: "Separately on Friday, a mine …".

    So does one that tells of one more of the kind: "the city came under a similar attack on Monday".
    """
    return bool(_apart().match(sentence) or _similar().search(sentence))


@cache
def _similar() -> re.Pattern[str]:
    deeds = "|".join(map(re.escape, sorted(status_words().anaphors)))
    return re.compile(rf"\ba similar (?:[\w-]+ )?(?:{deeds})\b")


def _det(token: Token) -> str | None:
    return next((child.lower_ for child in token.children if child.dep_ == "det"), None)
