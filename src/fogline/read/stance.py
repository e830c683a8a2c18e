"""Does a speaker assert or deny: what the verb of saying and the words after it make of it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.read.status import is_recalled

NOBODY = frozenset({"none", "nothing", "nobody"})
NO = frozenset({"no", "none"})
OTHERWISE = "otherwise"
AUXILIARIES = frozenset({"have", "do", "be"})
PRESENT = ("VBP", "VBZ")
PERFECT = frozenset({"have", "'ve", "’ve"})
SUBJECTS = ("nsubj", "nsubjpass")
ONE = ("NNP", "NN", "PRP")  # tags of a speaker who is one
UNABLE = frozenset({"position"})  # who "was not in a position to" say so was not away
OURS = frozenset({"we", "our", "ours", "us"})


def stance_of(verb: Token, subject: Token, own: AbstractSet[int] = frozenset()) -> str:
    """`asserts` or `denies` for a verb of saying with its subject; `own` are the words that name the speaker's side."""
    lexicon = saying()
    lemma = verb.lemma_.lower()
    denies = lemma in lexicon.deny
    if denies and (is_recalled(verb) or _disputes_count(verb)):
        return "asserts"  # "has long denied it" is no answer to what is told now
    if denies and not any(c.dep_ == "neg" for c in verb.children):
        return "denies"
    if lemma in lexicon.refuse:
        return "no_comment" if any(t.lemma_ in lexicon.commenting for t in verb.subtree) else "denies"
    return "denies" if _denied(verb, subject, own) else "asserts"


def _disputes_count(verb: Token) -> bool:
    """Whether it is only how many that somebody disputes: "the mayor disputes the toll"."""
    disputed = [c for c in verb.children if c.dep_ == "dobj"]
    return bool(disputed) and all(c.lemma_.lower() in count_words().marks["correctable"] for c in disputed)


def _denied(verb: Token, subject: Token, own: AbstractSet[int]) -> bool:
    """Whether it denies: "said its forces had not fired", "called it a lie", "had nothing to do with it"."""
    lexicon = saying()
    if verb.lemma_ in lexicon.light and any(c.lemma_ == "denial" for c in verb.children):
        return True
    if any(c.dep_ == "advmod" and c.lower_ == OTHERWISE and c.i == verb.i + 1 for c in verb.children):
        return True  # "Kyiv says otherwise"
    words = " ".join(t.text for t in verb.subtree)
    if verb.lemma_ in saying().labelling:
        if any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "for") and c.i == verb.i + 1 for c in verb.children):
            return False  # "calls upon the media to air no propaganda"
        named = _first_named(verb)
        accused = any(t.lemma_ in lexicon.charges and t.i > verb.i and t != subject for t in named)
        return accused or lexicon.denial.search(words) is not None or _derided(verb, named)
    alone = not own and subject.tag_ in ONE  # nobody of whose side "they" could be
    return any(
        _denies(clause, own, others=frozenset({"they", "their"}) if alone else frozenset()) for clause in _clauses(verb)
    )


def _derided(verb: Token, named: Sequence[Token]) -> bool:
    """Whether a verb calls a claim, not a deed, something that nobody believes: "called it a movie"."""
    lexicon = saying()
    if not any(t.lemma_.lower() in lexicon.claimed | lexicon.charges for t in named):
        return False
    behind = [t for t in verb.subtree if t.i > named[0].i and t.pos_ in ("NOUN", "ADJ", "PROPN")]
    return any(t.lemma_.lower() in lexicon.derided for t in behind)


def denies_itself(doc: Doc, start: int = 0) -> bool:
    """Whether a side's own words, from offset `start` of a sentence, say that what is told of it is not so.

    "We had no part in it" in its own paper, "The army: We bombed no school" in a post.
    """
    roots = [t for t in doc if t.idx >= start and (t.dep_ == "ROOT" or t.head.idx < start)]
    mine = frozenset(token.i for token in doc if token.lower_ in OURS)
    return any(_denies(root, mine) or _denied(root, root, mine) for root in roots)


def _clauses(verb: Token) -> list[Token]:
    """The verbs of what somebody says, those joined by "and" among them: "said that … and that it fired nothing"."""
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "parataxis")]
    joined = [c for clause in clauses for c in clause.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")]
    return clauses + [clause for clause in joined if any(c.dep_ in SUBJECTS for c in clause.children)]


def _denies(clause: Token, own: AbstractSet[int], others: AbstractSet[str] = frozenset()) -> bool:
    """Whether a clause of somebody's speech says that his own side did not, or that what was told is untrue.

    `others` are the pronouns that are not his own side's: a villager's "they did not fire a shot" denies nothing.
    """
    if _to_come(clause):
        return False
    if _none_there(clause, own) or _had_none(clause, own) or _takes_back(clause):
        return True
    lexicon = saying()
    said = " ".join(t.text for t in _without_joined(clause))
    if lexicon.disowned.search(said):
        return True
    subjects = [t for c in clause.children if c.dep_ in SUBJECTS for t in c.subtree]
    mine = any(t.lower_ in lexicon.own - others or t.i in own for t in subjects)
    away = any(t.lemma_.lower() in lexicon.absent for t in subjects) and lexicon.elsewhere.search(said)
    if mine and (away or lexicon.in_the_air.search(said)):
        return True  # who is accused of shooting: "its men had only fired in the air", "had been 40 km away"
    mine = mine and not any(t.lower_ in saying().the_dead for t in subjects)  # "none of the dead was armed"
    deed = clause.lemma_ not in lexicon.states | lexicon.deny
    if mine and _negated(clause) and (deed or _cut_short(clause) or _not_present(clause)):
        return not (_never_does(clause) or _spared(clause))
    charged = any(t.dep_ in SUBJECTS and t.lemma_ in lexicon.charges for t in subjects)
    return (mine or charged or clause.lemma_ == "be") and lexicon.denial.search(said) is not None


def _takes_back(clause: Token) -> bool:
    """Whether it says of news or a claim, not of a count in it, that it is wrong: "the announcement was premature"."""
    lexicon = saying()
    told = [c for c in clause.children if c.dep_ in SUBJECTS and c.lemma_.lower() in lexicon.charges | lexicon.tidings]
    if clause.lemma_ != "be" or _negated(clause) or any(t.like_num for s in told for t in s.subtree):
        return False
    said = {c.lemma_.lower() for c in clause.children if c.dep_ in ("acomp", "attr")}
    said |= {c.lower_ for c in clause.children if c.dep_ in ("acomp", "attr")}
    return bool(told) and not said.isdisjoint(lexicon.untold)


def _to_come(clause: Token) -> bool:
    """Whether it says what will not or cannot be, which is no word on what was: "would not rest until …"."""
    helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    return bool(helpers & saying().to_come) and not helpers & PERFECT


def _without_joined(clause: Token) -> list[Token]:
    """The words of a clause without the clauses joined to it by "and"."""
    joined = {t.i for c in clause.children if c.dep_ == "conj" for t in c.subtree}
    return [t for t in clause.subtree if t.i not in joined]


def _never_does(clause: Token) -> bool:
    """Whether it says what somebody never does, or will not do: "we do not negotiate", "are not going to return"."""
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    ahead = clause.lemma_ == "go" and any(c.dep_ == "xcomp" for c in clause.children)
    habit = clause.lemma_ != "be" and any(c.lemma_ == "do" and c.tag_ in PRESENT for c in helpers)
    return ahead or habit or (not helpers and clause.tag_ in PRESENT and clause.lemma_ != "be")


def _spared(clause: Token) -> bool:
    """Whether it says that somebody's own people or goods came to no harm: "none of its crew was hurt"."""
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in clause.children)
    return passive and clause.lemma_ in saying().suffered


def _cut_short(clause: Token) -> bool:
    """Whether only the "not" of what was told is said: "the army said it had not"."""
    rest = [c for c in clause.children if c.dep_ not in (*SUBJECTS, "neg", "punct", "mark", "cc", "conj")]
    return clause.lemma_ in AUXILIARIES and not rest


def _not_present(clause: Token) -> bool:
    """Whether it says that somebody was not at a place: "none of its units was in the town", "had been there"."""
    past = clause.tag_ == "VBD" or any(c.dep_ == "aux" and c.tag_ == "VBD" for c in clause.children)
    place = [c for c in clause.children if c.dep_ in ("prep", "advmod", "acomp")]
    where = {c.lower_ for c in place if not any(o.lower_ in UNABLE for o in c.children)}
    return clause.lemma_ == "be" and past and bool(where & saying().presence)


def _none_there(clause: Token, own: AbstractSet[int]) -> bool:
    """ "There had been no strikes", "there were none of our men": that what was told, or one's own side, was not there.

    Whoever was hit says of the place that "there were no soldiers", or "there was no fighting, but they came and bombed
    us", and denies no deed.
    """
    if clause.lemma_ != "be" or not any(child.dep_ == "expl" for child in clause.children):
        return False
    if any(child.dep_ == "cc" and child.lower_ == "but" for child in clause.children):
        return False
    lexicon = saying()
    never = any(c.dep_ == "neg" for c in clause.children)
    for thing in (child for child in clause.children if child.dep_ == "attr"):
        none = never or any(c.lower_ in NO for c in [thing, *thing.children])
        mine = any(t != thing and (t.i in own or t.lower_ in lexicon.own) for t in thing.subtree)
        gone = mine and any(t.lemma_.lower() in lexicon.absent for t in thing.subtree)
        if none and (gone or thing.lemma_.lower() in status_words().anaphors):
            return True
    return False


def _had_none(clause: Token, own: AbstractSet[int]) -> bool:
    """ "The army said it had no forces in the town": its own men, in the past, were not where the deed was done."""
    lexicon = saying()
    mine = any(t.lower_ in lexicon.own or t.i in own for c in clause.children if c.dep_ in SUBJECTS for t in c.subtree)
    if clause.lemma_ != "have" or not mine:
        return False
    lacked = [c for c in clause.children if c.dep_ == "dobj" and any(d.lower_ in NO for d in c.children)]
    where = any(c.dep_ in ("prep", "advmod") for t in (clause, *lacked) for c in t.children)
    return where and any(t.lemma_.lower() in lexicon.absent for t in lacked)


def _first_named(verb: Token) -> list[Token]:
    """What a verb calls something else: the first noun phrase behind it."""
    objects = [t for t in verb.subtree if t.i > verb.i and t.dep_ in ("dobj", "nsubj", "oprd")]
    return objects[:1]


def _negated(verb: Token) -> bool:
    """Whether a clause says no: "had not fired", "none of its units had fired", "fired no shell"."""
    for child in verb.children:
        if child.lower_ in ("at", "in", "under", "by") and any(
            c.lower_ in NO for o in child.children for c in o.children
        ):
            return True  # "had at no time fired"
        if child.dep_ == "neg" or (child.dep_ in (*SUBJECTS, "dobj") and child.lower_ in NOBODY):
            return True
        if child.dep_ in (*SUBJECTS, "dobj") and any(c.dep_ == "det" and c.lower_ == "no" for c in child.children):
            return True
    return False
