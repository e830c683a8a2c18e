"""Which towns stand in an aside on another: "Krasne, the market town on the road between X and Y"?

They only tell where the other lies, so neither a deed nor the story is put there.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.lexicon.places import place_words
from fogline.model import PlaceMention
from fogline.read.nearby import is_town
from fogline.read.text import ParsedText, Sentence


def mark_asides(places: Sequence[PlaceMention], parsed: ParsedText) -> list[PlaceMention]:
    """The mentions, the towns that stand in an aside on another town with the role `other`."""
    towns = [p for p in places if p.role == "place" and is_town(p)]
    aside: set[PlaceMention] = set()
    for sentence in parsed.sentences:
        here = [p for p in towns if sentence.start <= p.start < sentence.end]
        doc = parsed.docs.get(sentence.index)
        if doc is not None and len({p.place.name for p in here if p.place}) > 1:
            aside |= {p for p in here if _in_aside(p, here, sentence, doc)}
    return [replace(p, role="other") if p in aside else p for p in places]


def _in_aside(place: PlaceMention, others: Sequence[PlaceMention], sentence: Sentence, doc: Doc) -> bool:
    """Whether a town hangs on words that explain a town named before it."""
    earlier = [p for p in others if p.end <= place.start]
    word = _head(place, sentence, doc)
    if word is None or not earlier:
        return False
    for up in (word, *word.ancestors):
        explains = (up.dep_ == "appos" and up != word) or (up.dep_ == "relcl" and _locates(up))
        if explains and any(_names(up.head, p, sentence) for p in earlier):
            return True
    return False


def _locates(verb: Token) -> bool:
    return verb.lemma_.lower() in place_words().locating


def _names(noun: Token, place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a noun is a town's name, or has it behind "of": "the trading centre of Krasne"."""
    words = [noun, *(c for p in noun.children if p.lower_ == "of" for c in p.children)]
    return any(place.start <= sentence.start + w.idx < place.end for w in words)


def _head(place: PlaceMention, sentence: Sentence, doc: Doc) -> Token | None:
    inside = [t for t in doc if place.start <= sentence.start + t.idx < place.end]
    return next((t for t in inside if t.head not in inside or t.head == t), None)
