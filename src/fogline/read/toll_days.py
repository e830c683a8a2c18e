"""Is a day that on which a toll rose, or from which one counts: "the toll of the strike on Gao rose on Thursday"?

Then it is no day of the strike. What stands between the deed and the verb is the deed's own: "the toll of Monday's
strike", "of the strike on Monday rose". Nor is that from which a deed is called the first or the worst: "the heaviest
barrage since the war began three weeks ago".
"""

import itertools
from functools import cache

from spacy.tokens import Token

from fogline.lexicon.figures import count_words
from fogline.model import NIGHT, DateMention

COUNTED = ("nsubj", "nsubjpass", "dobj")


def is_of_a_toll(word: Token, trigger: Token) -> bool:
    """Whether a day hangs on what is said of a toll, in whose words a deed is told, or which stands for the deed."""
    verb = _verb_over(word)
    if verb is None or verb == trigger or trigger.is_ancestor(word) or trigger.i < word.i < verb.i:
        return False
    return any(toll == trigger or toll.is_ancestor(trigger) for toll in _tolls_of(verb))


def only_counted(word: Token) -> bool:
    """Whether a day is that on which a toll stood or rose: "the toll stood at 11 on Wednesday"."""
    verb = _verb_over(word)
    return verb is not None and verb.i < word.i and any(toll.i < verb.i for toll in _tolls_of(verb))


def _verb_over(word: Token) -> Token | None:
    return next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)


def _tolls_of(verb: Token) -> list[Token]:
    """The words for a toll or a number of which a verb says something."""
    return [c for c in verb.children if c.dep_ in COUNTED and c.lemma_.lower() in _tolls()]


def counts_from_it(date: DateMention, word: Token, trigger: Token) -> bool:
    """Whether from a day on others are counted with the deed's: "killed two, bringing to 53 the number since 2013".

    One day in such words may be the deed's: "taking the toll of Friday's raid to nine".
    """
    long = date.days is None or date.days.length > NIGHT or date.text.lower().startswith("since ")
    over = {trigger, *trigger.ancestors}
    path = itertools.takewhile(lambda up: up not in over, (word, *word.ancestors))
    if word.dep_ in ("nsubj", "mark"):  # "fighting since 7 March has forced them out", as the parse has it
        return False
    return any((long and _is_tallied(up)) or _tells_since(up) for up in path)


def _is_tallied(token: Token) -> bool:
    """Whether a word is of a number, or the verb that brings one to so many."""
    if token.pos_ == "NOUN":
        return token.lemma_.lower() in _tolls()
    brings = token.dep_ in ("advcl", "conj") and token.lemma_.lower() in count_words().marks["bringing"]
    return brings and any(t.lemma_.lower() in _tolls() for t in token.subtree)


def _tells_since(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and any(c.dep_ == "mark" and c.lower_ == "since" for c in token.children)


@cache
def _tolls() -> frozenset[str]:
    marks = count_words().marks
    return frozenset((*marks["toll"], *marks["count"]))
