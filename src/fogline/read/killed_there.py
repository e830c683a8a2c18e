"""Do words only say that people were killed in a town on a day: "the nine killed in Gao on Friday were traders"?

Such words name a deed by its dead. How they died is left open, so that any attack there on that day is meant.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.lexicon.places import place_words
from fogline.lexicon.saying import saying
from fogline.read.company import Around, object_classes
from fogline.read.nearby import is_town
from fogline.read.status import is_definite

KILLED_THERE = "killed_there"  # what the frame of such words needs
HURT_IN_REGION = "hurt_in_region"  # … and that of an item of a day's news, as a list has them
HANGING = ("pobj", "prep", "compound", "poss", "nmod", "appos", "npadvmod", "amod")  # links between a town and a deed
FIGHTER = "fighter"
THOSE = "those"  # who were killed
WHERE = "where"
SUCCUMB = "succumb"
DIE = "die"
TOLL = "toll"
CLAUSES = ("when", "as", "after", "while", "because")  # that tell what killed them
SUBJECTS = ("nsubj", "nsubjpass")
PURSUED = ("while", "as", "when", "whilst")  # before what the dead were about …
ING = "ing"
THEY = ("they", "he", "she")  # … and who was
CAUSES = ("in", "by", "from", "of", "during", "under", "after", "with", "amid", "while")  # before what killed them
TIMES = ("DATE", "TIME", "CARDINAL")
# Before the region that a sentence is on.
OPENING = re.compile(r"\W*(?:In|Across|Throughout) (?:the )?(?:[A-Z]?[\w-]+ )?")


def killed_there(word: Token, around: Around) -> bool:
    """Whether it is told, or known, that people were killed in a town, and nothing says by whom or of what."""
    if not around.armed or _acts_itself(word) or died_late(word) or _alone(word) or _of_what(word):
        return False
    known = is_known(word)
    if not (known or (around.has_day and around.has_harm)):
        return False
    if not known and FIGHTER in object_classes(word, around):
        return False  # soldiers fell in a fight
    harmed = (word, *_joined(word))
    pursuits = [c for v in harmed for c in v.children if _is_pursuit(c)]
    told_by = [link for v in harmed for link in _links(v, around)]
    told_by += [clause for clause in pursuits if _holds_a_town(clause, around)]
    return bool(told_by) and not any(_is_cause(c, told_by) for c in word.children if c not in pursuits)


def hurt_in_region(word: Token, around: Around) -> bool:
    """Whether a region opens the sentence and people are counted who were killed or hurt there, nobody says by what.

    "In Kharkiv Oblast, one person was killed and 13 were injured": an item of the news of a day's attacks.
    """
    if not (around.armed and around.has_harm) or word.head.dep_ == "pobj":  # "an attack in which nine were killed"
        return False
    shift = around.sentence.start
    heads = (p for p in around.places if p.role == "place" and p.place is not None and p.place.precision == "region")
    headed = any(OPENING.fullmatch(around.sentence.text[: p.start - shift]) for p in heads)
    suffered = any(c.dep_ == "nsubjpass" for c in word.children) and not _acts_itself(word)
    return headed and suffered and not any(_is_cause(c, []) for c in word.children if c.i > word.i)


def _holds_a_town(clause: Token, around: Around) -> bool:
    """Whether a clause names a town: "while harvesting sorghum near Bara"."""
    spans = [(p.start - around.sentence.start, p) for p in around.places if p.role == "place" and is_town(p)]
    return any(start <= t.idx < start + len(p.text) for start, p in spans for t in clause.subtree)


def _joined(verb: Token) -> list[Token]:
    """The word for the hurt behind one for the dead: "were killed and nine injured while waiting"."""
    hurt = count_words().figures["injured"].states
    behind = [c for c in verb.children if c.dep_ == "conj"]
    counted = [a for c in behind if c.pos_ == "NUM" for a in c.children if a.dep_ == "acl"]  # as the parse may have it
    return [c for c in (*behind, *counted) if c.lower_ in hurt]


def _is_pursuit(clause: Token) -> bool:
    """Whether a clause only tells what the dead were about: "while waiting for aid", "as they harvested sorghum"."""
    if clause.dep_ == "prep" and clause.lower_ in PURSUED:
        return _does(clause.nbor(1)) if clause.i + 1 < len(clause.doc) else False
    if clause.dep_ != "advcl" or clause.lemma_.lower() not in deeds().pursuits:
        return False
    subjects = [c for c in clause.children if c.dep_ in SUBJECTS]
    marked = any(c.lower_ in PURSUED for c in clause.children)
    return marked and (clause.tag_ == "VBG" if not subjects else all(s.lower_ in THEY for s in subjects))


def _does(word: Token) -> bool:
    """Whether the parse takes a pursuit for a noun: the "harvesting" of "while harvesting sorghum"."""
    stem = word.lower_.removesuffix(ING)
    return word.lower_.endswith(ING) and not deeds().pursuits.isdisjoint((stem, stem + "e"))


def _alone(word: Token) -> bool:
    """Whether one man died, as people do: "a former minister died in Kinshasa on Sunday"."""
    if word.pos_ != "VERB" or any(c.dep_ == "dobj" for c in word.children):
        return False
    subjects = [c for c in word.children if c.dep_ == "nsubj"]
    one = [s for s in subjects if s.tag_ in ("NN", "NNP", "PRP") or s.lower_ in number_words().ordinals]
    return any(not any(c.dep_ == "nummod" for c in s.children) for s in one)


def died_late(word: Token) -> bool:
    """Whether who died had been hurt before, perhaps elsewhere: "two of the wounded died in Peshawar"."""
    hurt = count_words().figures["injured"].states
    subjects = [c for c in word.children if c.dep_ in SUBJECTS and word.pos_ == "VERB"]
    if word.lemma_.lower() == SUCCUMB or any(t.lower_ in hurt for c in subjects for t in c.subtree):
        return True
    return word.lemma_.lower() == DIE and any(_of_those(c) for c in subjects)


def _of_those(noun: Token) -> bool:
    """Whether some of those told of before are meant: "two of them", "another of the nurses"."""
    of = [c for link in noun.children if link.lower_ == "of" for c in link.children if c.dep_ == "pobj"]
    return any(c.lower_ in ("them", "those", "these") for c in of)


def _of_what(toll: Token) -> bool:
    """Whether it is said of what a toll is, and not of whom: "the toll of accidents in Lagos"."""
    if toll.pos_ != "NOUN" or toll.lemma_.lower() != TOLL:
        return False
    told = [g for c in toll.children if c.lower_ in ("of", "from") for g in c.children if g.dep_ == "pobj"]
    return any("person" not in count_words().classes.get(g.lemma_.lower(), ()) and g.pos_ != "NUM" for g in told)


def is_known(word: Token) -> bool:
    """Whether the dead or the deaths are told of as known: "the nine people killed in Gao", "the deaths in Gao".

    So is what somebody denies: others told it.
    """
    if word.pos_ in ("NOUN", "PROPN"):
        return is_definite(word)
    if _is_denied(word):
        return True
    if word.dep_ == "xcomp" and word.head.lemma_.lower() in count_words().marks["held_dead"]:
        return any(c.dep_ == "aux" and c.lower_ == "have" for c in word.children)  # "are now known to have died in Gao"
    return word.dep_ in ("acl", "relcl") and (is_definite(word.head) or word.head.lower_ == THOSE or _where(word))


def _where(word: Token) -> bool:
    """Whether a clause says what was done in the town before it: "in Gao, where nine people were killed on Friday"."""
    return word.dep_ == "relcl" and any(c.lower_ == WHERE for c in word.children)


def _acts_itself(verb: Token) -> bool:
    """Whether a verb has somebody kill: other words say who that is."""
    return any(c.dep_ in ("dobj", "agent") for c in verb.children) and not _is_denied(verb)


def _is_denied(verb: Token) -> bool:
    """Whether somebody says that he killed nobody: "denied having killed anyone in Gao"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.dep_ in ("xcomp", "ccomp", "pcomp") and above.lemma_.lower() in saying().deny


def _links(word: Token, around: Around) -> Iterator[Token]:
    """The words by which a town of the sentence hangs on a word: the "in" of "killed in the village of Bama"."""
    for place in around.places:
        if place.role != "place" or not is_town(place):
            continue
        start, end = place.start - around.sentence.start, place.end - around.sentence.start
        name = [t for t in around.doc if start <= t.idx < end]
        if _where(word) and word.head in name:
            yield next(c for c in word.children if c.lower_ == WHERE)
        last = next((link for t in name if t.head not in name and (link := _last_link(t, word, around))), None)
        if last is not None:
            yield last


def _last_link(named: Token, word: Token, around: Around) -> Token | None:
    """The word that hangs on `word` itself, of those between it and a town; None where other words stand between."""
    at = named
    while at.head != word:
        if at.dep_ not in HANGING or at.head == at or at.head.pos_ in ("VERB", "AUX"):
            return None
        at = at.head
        if at.pos_ == "NOUN" and not (_is_ground(at, around) or _is_of(at, word)):
            return None
    return at if at.dep_ in HANGING else None


def _is_of(noun: Token, word: Token) -> bool:
    """Whether a noun says whose death it was: "the deaths of nine people in Gao"."""
    people = "person" in count_words().classes.get(noun.lemma_.lower(), ())
    return people and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head == word


def _is_ground(noun: Token, around: Around) -> bool:
    """Whether a noun is where somebody can be: a village, a market, the north."""
    if any(t.start <= noun.idx < t.end and (t.kind == "against" or t.value == "settlement") for t in around.things):
        return True
    return noun.lower_ in place_words().possessed_places


def _is_cause(link: Token, told_by: list[Token]) -> bool:
    """Whether words say of what they died: "killed in a flood in Gao", "died of cholera"."""
    if link.dep_ == "advcl" and any(c.lower_ in CLAUSES for c in link.children):
        return True
    if link.lower_ not in CAUSES or link in told_by or link.dep_ not in ("prep", "agent"):
        return False
    return any(c.dep_ in ("pobj", "pcomp") and c.ent_type_ not in TIMES for c in link.children)
