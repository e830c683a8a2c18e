"""Is a day that on which a toll rose: "the toll of the strike on Gao rose to five on Thursday"?

Then it is no day of the strike. What stands between the deed and the verb is the deed's own: "the toll of Monday's
strike", "of the strike on Monday rose".
"""

from functools import cache

from spacy.tokens import Token

from fogline.lexicon.figures import count_words

COUNTED = ("nsubj", "nsubjpass", "dobj")


def is_of_a_toll(word: Token, trigger: Token) -> bool:
    """Whether a day hangs on what is said of a toll, in whose words a deed is told."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb == trigger or trigger.is_ancestor(word) or trigger.i < word.i < verb.i:
        return False
    tolls = (c for c in verb.children if c.dep_ in COUNTED and c.lemma_.lower() in _tolls())
    return any(toll.is_ancestor(trigger) for toll in tolls)


@cache
def _tolls() -> frozenset[str]:
    marks = count_words().marks
    return frozenset((*marks["toll"], *marks["count"]))
