"""Which words of harm only tell what came of the deed beside them, and which tell of a deed of their own."""

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.figures import count_words
from fogline.lexicon.status import status_words
from fogline.model import Place
from fogline.read.nearby import contains, is_town, same_place
from fogline.read.placing import places_of, token_at
from fogline.read.seams import answered_apart, answered_stretches
from fogline.read.what import VIOLENT, Around, Trigger

WHEN = ("when", "as")
STRIKE = "strike"  # comes from afar, also where nothing says with what
WHERE = ("in", "at", "near", "by", "outside")  # what says where else, or by whom
MEANWHILE = ("as", "while")
PASTS = ("VBD", "VBN")
PARTICIPLES = ("acl", "relcl")


def is_outcome(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether a participle only tells what came of the deed above it: "ambushed a convoy, killing 12 of the guards".

    The same of who was killed "when fighters attacked a convoy".
    """
    word = doc[trigger.token]
    return (
        _came_when(trigger, triggers, doc)
        or _came_of_it(trigger, triggers, doc)
        or _wrecked_by_it(trigger, triggers, doc)
        or (
            word.tag_ == "VBG"
            and word.lemma_.lower() in count_words().figures["killed"].objects
            and any(t.group in VIOLENT and t is not trigger and doc[t.token].is_ancestor(word) for t in triggers)
        )
    )


def _wrecked_by_it(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether a participle only tells what a strike destroyed: "struck a convoy, destroying nine vehicles"."""
    word = doc[trigger.token]
    if word.tag_ != "VBG" or word.dep_ not in ("advcl", "conj") or word.lemma_.lower() not in deeds().wrecking:
        return False
    told = (t for t in triggers if t.frame.sort == "deed" and t is not trigger)
    blows = (t for t in told if t.group == "remote" or doc[t.token].lemma_.lower() == STRIKE)
    return any(_does_the_blow(doc[t.token], word) for t in blows)


def _does_the_blow(blow: Token, wrecking: Token) -> bool:
    """Whether a participle hangs on the verb of a blow: "struck, destroying", "carried out strikes, destroying"."""
    verb = blow if blow.pos_ == "VERB" else blow.head
    return verb.is_ancestor(wrecking) and verb.lemma_.lower() in {blow.lemma_.lower(), *status_words().light_verbs}


def _came_of_it(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether those killed, by nobody named and nowhere else, died of the blow before: "had shelled a hospital in Gao
    and that three nurses were killed there".
    """
    verb, harm = doc[trigger.token], count_words().figures
    if trigger.group != "abuse" or verb.lemma_.lower() not in harm["killed"].objects or verb.dep_ != "conj":
        return False
    links = {c.dep_ for c in verb.children}
    where = any(c.dep_ == "prep" and c.lower_ in WHERE for c in verb.children)
    if "nsubjpass" not in links or "agent" in links or where:
        return False
    return any(t.group == "remote" and t.frame.sort == "deed" and doc[t.token] == verb.head for t in triggers)


def _came_when(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether a killing came of the deed of its clause of time: "30 were killed when fighters attacked a convoy"."""
    verb, harm = doc[trigger.token], count_words().figures
    hurt = verb.lemma_.lower() in harm["killed"].objects | harm["injured"].objects
    suffered = any(c.dep_ == "nsubjpass" for c in verb.children)
    if not hurt or (trigger.group not in ("abuse", "ground", ATTACK) and not suffered):
        return False
    clauses = _clauses_of_time(verb, WHEN)
    told = [t for t in triggers if t is not trigger and t.group in VIOLENT | {ATTACK} and t.frame.sort == "deed"]
    told = [t for t in told if doc[t.token].lemma_.lower() not in deeds().entering]  # the way to the killing
    told = [t for t in told if not _shot_meanwhile(verb, t, doc)]
    return any(t.reality == "real" and doc[t.token] in (c, *c.conjuncts) for t in told for c in clauses)


def _shot_meanwhile(verb: Token, deed: Trigger, doc: Doc) -> bool:
    """Whether somebody was shot while others shelled or bombed: "were shot dead as shells fell on the town"."""
    meanwhile = any(doc[deed.token] in (c, *c.conjuncts) for c in _clauses_of_time(verb, MEANWHILE))
    return meanwhile and deed.group == "remote" and verb.lemma_.lower() in deeds().face_to_face


def _clauses_of_time(verb: Token, by: Collection[str]) -> list[Token]:
    """The verbs of the clauses behind a verb that such words open."""
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i)
    return [c for c in clauses if any(w.lower_ in by for w in c.children)]


def _hurt_by(verb: Token, deed: Token) -> bool:
    """Whether a deed is that by which somebody was hurt: "In Taiz, two were wounded when a mine went off near X"."""
    hurt = any(c.dep_ == "nsubjpass" for c in verb.children)
    return hurt and any(deed in (c, *c.conjuncts) for c in _clauses_of_time(verb, WHEN[:1]))


def done_elsewhere(harm: Trigger, triggers: Sequence[Trigger], around: Around) -> bool:
    """Whether a killing has a town of its own: "a sniper killed a baker in Gao, and rockets hit Ansongo"."""
    if harm.group not in VIOLENT | {ATTACK} or harm.frame.sort != "harm" or harm.reality != "real":
        return False
    word = around.doc[harm.token]
    if word.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children):
        return False  # "attacked Moscow, injuring one in the capital"
    told = [t for t in triggers if t.frame.sort == "deed" and t.group in VIOLENT | {ATTACK}]
    if told and word.pos_ == "VERB" and all(_days_after(word, around.doc[t.token]) for t in told):
        return True
    answers = word.pos_ == "VERB" and all(_answered_by(harm, t, around.doc) for t in told)  # "in reprisal for a raid"
    hurt = not answers and any(_hurt_by(word, around.doc[t.token]) for t in told)
    if told and (hurt or answers or all(_shot_meanwhile(word, t, around.doc) for t in told)):
        return not hurt
    there = [towns for t in told if (towns := _towns(t, triggers, around))]
    here = _towns(harm, triggers, around, below=word)
    if here and told and all(answered_apart(around.doc, t.start, t.end, harm.start) for t in told):
        return word.pos_ == "NOUN"  # "the strike was in retaliation for the killing of six men in Gao"
    return bool(here and there) and not any(one_place(a, b) for a in here for towns in there for b in towns)


def _days_after(harm: Token, deed: Token) -> bool:
    """Whether a clause tells how long after a deed somebody was killed: "killed 27, two days after 31 were shot"."""
    clause = next((t for t in (deed, *deed.ancestors) if t.head == harm and t != harm), None)
    if clause is None or clause.dep_ != "advcl":
        return False
    marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ == "after"]
    return any(c.dep_ == "npadvmod" for mark in marks for c in mark.children)


def _answered_by(harm: Trigger, deed: Trigger, doc: Doc) -> bool:
    """Whether a deed stands in the words for what a killing is said to answer."""
    return any(low <= deed.start < high and not low <= harm.start < high for low, high in answered_stretches(doc))


def _towns(trigger: Trigger, triggers: Sequence[Trigger], around: Around, below: Token | None = None) -> list[Place]:
    """The towns of a trigger, only those that hang on a word where one is given."""
    out = []
    for place in places_of(trigger, triggers, around):
        word = token_at(around, place.start, place.end)
        if place.place and is_town(place) and (below is None or (word is not None and _hangs_on(word, below))):
            out.append(place.place)
    return out


def _hangs_on(word: Token, above: Token) -> bool:
    """Whether a word hangs on another without a clause between: not "in Gao said that none was injured"."""
    between = [up for up in word.ancestors if above.is_ancestor(up)]
    return above.is_ancestor(word) and all(up.pos_ not in ("VERB", "AUX") for up in between)


def one_place(a: Place, b: Place) -> bool:
    """Whether two places are the same or one holds the other."""
    return same_place(a, b) or contains(a, b) or contains(b, a)


def taken_to_be_killed(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether those who are taken are those who are killed: "were dragged off the bus and shot", which is one deed."""
    verb = doc[trigger.token]
    if trigger.group != "detention" or not any(c.dep_ == "nsubjpass" for c in verb.children):
        return False
    own = ("nsubj", "nsubjpass", "dobj")
    return any(
        t.group == "abuse" and doc[t.token] in verb.conjuncts and not any(c.dep_ in own for c in doc[t.token].children)
        for t in triggers
    )


def taken_of_the_fallen(trigger: Trigger, around: Around) -> bool:
    """Whether those who are taken are of the fighters who fell: "nine gunmen were killed and two arrested"."""
    verb = around.doc[trigger.token]
    if trigger.group != "detention" or any(c.dep_ == "nsubjpass" and c.pos_ != "NUM" for c in verb.children):
        return False
    if not any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return False
    killing = count_words().figures["killed"].objects
    fell = [v for v in verb.conjuncts if v.i < verb.i and v.lemma_.lower() in killing]
    armed = {t.head for t in around.things if t.kind == "person" and t.value in ("fighter", "attacker")}
    return any(c.dep_ == "nsubjpass" and c.idx in armed for v in fell for c in v.children)


def tells_who_is_freed(verb: Token) -> bool:
    """Whether it only tells which soldiers come home: "the release of 115 servicemen captured near Kursk"."""
    known, noun = status_words(), verb.head
    if verb.dep_ not in ("acl", "relcl") or verb.lemma_.lower() not in known.caught:
        return False
    if verb.lemma_ == "hold" and _kept_there(verb):
        return True
    if verb.lemma_ == "hold" and noun.lemma_.lower() in deeds().captives | known.uniformed | {"prisoner", "detainee"}:
        return True  # "the hostages held in Gaza"
    governor = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
    if verb.lemma_ == "hold" and governor is not None and governor.tag_ in PASTS and sets_free(governor):
        return True  # "children who had been held for two years were rescued"
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun.lemma_.lower() in known.uniformed and above.lemma_.lower() in known.letting_go


def _kept_there(verb: Token) -> bool:
    """Whether a clause only tells who is kept in a place: "the wing where members of a gang are held"."""
    kept = any(c.dep_ == "auxpass" and c.tag_ in ("VBP", "VBZ") for c in verb.children)
    return verb.dep_ == "relcl" and kept and any(c.lower_ == "where" for c in verb.children)


def all_set_free(cluster: Sequence[Trigger], doc: Doc) -> bool:
    """Whether every trigger gets captives out, or only tells of whom: "freed 12 women abducted in May"."""
    free = [doc[t.token] for t in cluster if sets_free(doc[t.token])]
    freeing = [verb for verb in free if any(c.dep_ == "dobj" for c in verb.children)]
    others = [doc[t.token] for t in cluster if doc[t.token] not in free]
    told = all(t.dep_ in PARTICIPLES and any(verb.is_ancestor(t) for verb in freeing) for t in others)
    return bool(free) and told


def sets_free(verb: Token) -> bool:
    """Whether captives are got out, and nobody is taken: "troops rescued 12 women"."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in status_words().setting_free
