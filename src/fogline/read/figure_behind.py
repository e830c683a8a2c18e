"""What is said of a count behind words that the parse loses its way in.

"Up to 40 militants, among them two instructors, were eliminated": the verb stands behind an aside or a list, and the
parse ties it to something else. Read in the order of the words: the count, what it is of, an aside, then the verb.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.read.figure_tellings import Telling

ASIDE = frozenset(
    {"among", "amongst", "including", "mostly", "most", "many", "some", "half", "all", "both", "one", "two", "three"}
)
ASIDE_REACH = 24  # tokens from the comma that opens an aside to the one that closes it
LIST_REACH = 10  # tokens of "43 of our mothers, fathers and children"
LISTED = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT", "NUM")
HELPING = frozenset({"be", "have"})


def said_behind(doc: Doc, end: int) -> Iterator[Telling]:
    """The verb behind a count that ends before token `end`, over its list and an aside in commas."""
    if end < len(doc) and doc[end].lower_ == "of" and doc[end - 1].lemma_.lower() in count_words().marks["kin"]:
        return
    at = _over_list(doc, end)
    at = _over_aside(doc, at)
    helped = False
    for token in doc[at:]:
        if token.pos_ == "ADV" or (token.pos_ == "AUX" and token.lemma_ in HELPING):
            helped = helped or token.pos_ == "AUX"
            continue
        if helped and token.tag_ == "VBN":
            yield Telling("object", token)
            yield Telling("subject", token)  # "have died"
        elif helped and token.lower_ in _states():
            yield Telling("state", token)
        elif at > end and token.tag_ == "VBN":
            yield Telling("object", token)  # "were killed and scores of others, mostly women, abducted"
        elif at > end and token.tag_ == "VBD" and not helped:
            yield Telling("subject", token)
        return


def _states() -> frozenset[str]:
    return frozenset().union(*(figure.states for figure in count_words().figures.values()))


def _over_list(doc: Doc, at: int) -> int:
    """The token behind "of our mothers, fathers and children"."""
    if at >= len(doc) or doc[at].lower_ != "of":
        return at
    for token in doc[at + 1 : at + 1 + LIST_REACH]:
        if token.pos_ not in LISTED or (token.pos_ == "PUNCT" and token.text != ","):
            return token.i
    return at


def _over_aside(doc: Doc, at: int) -> int:
    """The token behind an aside in commas that says who some of the counted are."""
    if at + 1 >= len(doc) or doc[at].text != "," or not _opens(doc[at + 1]):
        return at
    closing = [token.i for token in doc[at + 2 : at + ASIDE_REACH] if token.text == "," and token.i + 1 < len(doc)]
    return next((i + 1 for i in closing if doc[i + 1].pos_ in ("AUX", "VERB", "ADV")), at)


def _opens(token: Token) -> bool:
    return token.lower_ in ASIDE or token.like_num
