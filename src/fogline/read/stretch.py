"""Do two places mark off one stretch that something happened on: "hit a mine between Gao and Ansongo"?"""

from spacy.tokens import Token

from fogline.lexicon.places import place_words

BORDERS = frozenset({"border", "boundary", "confines", "confluence"})
OVER = frozenset({"over", "above"})  # what flew over several towns was one flight


def one_stretch(a: Token, b: Token) -> bool:
    """Whether two listed places are the ends of one road or lie under one flight, so that neither is a second scene."""
    return any(_governs(word, a) and _governs(word, b) for word in (*a.ancestors, *b.ancestors) if _marks(word))


def _marks(word: Token) -> bool:
    shared = word.lower_ in BORDERS and any(c.lower_ == "of" for c in word.children)  # "on the border of X and Y"
    return shared or word.lower_ in place_words().between_ends or (word.lower_ in OVER and word.pos_ == "ADP")


def _governs(word: Token, place: Token) -> bool:
    """Whether a place hangs on the word by nouns alone."""
    for up in place.ancestors:
        if up == word:
            return True
        if up.pos_ in ("VERB", "AUX"):
            return False
    return False
