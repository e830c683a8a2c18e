"""Is somebody said to have died later of the deed told before, perhaps elsewhere: "a fourth victim died in Goma"?"""

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.read.killed_there import SUBJECTS, died_late

ONE = "one"
INDEFINITE = ("a", "an", "another")


def tells_late_death(doc: Doc) -> bool:
    """Whether a verb of dying is said of one of the wounded, or of the next of those dead: "a fourth victim died"."""
    return tells_wounded_death(doc) or any(any(map(_is_next, _subjects(verb))) for verb in _dying(doc))


def tells_wounded_death(doc: Doc) -> bool:
    """Whether a verb of dying is said of some of those hurt before: "two of the wounded died"."""
    return any(map(died_late, _dying(doc)))


def tells_one_death(doc: Doc) -> bool:
    """Whether a verb of dying is said of one person: "a boy", "a fourth victim", "one more"."""
    return any(any(map(_is_one, _subjects(verb))) for verb in _dying(doc))


def wounded_died_there(word: Token) -> bool:
    """Whether a place hangs on a verb that tells the death of some hurt before: "two of the wounded died in Goma"."""
    verb = next((up for up in word.ancestors if up.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_.lower() in count_words().marks["late"] and died_late(verb)


def _dying(doc: Doc) -> list[Token]:
    late = count_words().marks["late"]
    return [t for t in doc if t.pos_ == "VERB" and t.lemma_.lower() in late]


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS]


def _is_next(noun: Token) -> bool:
    """Whether one more is counted by his turn: "a fourth victim", "another of the nurses", "a seventh"."""
    words = {noun.lower_, *(c.lower_ for c in noun.children)}
    return not words.isdisjoint(number_words().ordinals) and not words.isdisjoint(INDEFINITE)


def _is_one(noun: Token) -> bool:
    counted = [n for n in (noun, *noun.children) if n.pos_ == "NUM" and n.lower_ != ONE]
    return noun.tag_ != "NNS" and not counted
