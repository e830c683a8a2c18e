"""Does a capital or a palace act here, or is it a place? "Kyiv accused" acts, "in Kyiv" and "Kyiv's outskirts" are places."""

from bisect import bisect_right

from spacy.tokens import Token

from fogline.lexicon.saying import saying
from fogline.lexicon.titles import metonyms, titles
from fogline.read.offices import Scene
from fogline.read.text import ParsedText

def acts(scene: Scene, parsed: ParsedText, first: int, last: int) -> bool:
    """Whether the metonym at pieces first..last stands for its party."""
    ps = scene.ps
    role = scene.place_at[first].role if first in scene.place_at else None
    before = ps[first - 1].key if first and scene.gap(first - 1).strip(" ’'\"“") == "" else ""
    after = ps[last + 1].key if last + 1 < len(ps) and scene.gap(last).strip() == "" else ""
    if before == "the" and first > 1:
        before = ps[first - 2].key
    if before in metonyms().with_party:
        return True
    if before == "from" and first > 1 and ps[first - 2].key in metonyms().from_party:
        return True
    if before in metonyms().in_place:
        return False
    if last + 2 < len(ps) and ps[last + 1].key == "s" and scene.gap(last) in ("'", "’"):
        noun = _noun_after(scene, last + 2)
        return noun in metonyms().nouns or noun in titles().forces or (noun,) in titles().sorts
    token = token_at(parsed, ps[first].start)
    if token is not None:
        verdict = _parsed(token)
        if verdict is not None:
            return verdict
    if role == "party":
        return True
    return after in saying().forms and role != "place"


def _noun_after(scene: Scene, k: int) -> str:
    """The head of a short noun phrase: the last word before one that is no modifier."""
    lexicon = titles()
    for _ in range(3):
        key = scene.ps[k].key
        if key not in lexicon.modifiers or k + 1 >= len(scene.ps):
            return key
        k += 1
    return scene.ps[k].key


def token_at(parsed: ParsedText, offset: int) -> Token | None:
    """The token of the parse that holds the character at `offset`; None where the sentence is not parsed."""
    at = bisect_right(parsed.sentences, offset, key=lambda s: s.start) - 1
    doc = parsed.docs.get(at) if at >= 0 else None
    if doc is None:
        return None
    inner = offset - parsed.sentences[at].start
    span = doc.char_span(inner, inner + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _parsed(token: Token) -> bool | None:
    """What the parse says: True as the subject of a verb that needs a mind, False as a place, None where it cannot tell."""
    if token.dep_ in ("nsubj", "agent") and token.head.pos_ in ("VERB", "AUX"):
        if token.head.lemma_ == "be":
            return None
        return token.head.lemma_ in metonyms().minds or token.head.lemma_ in saying().say or token.head.lemma_ in saying().deny
    if token.dep_ == "nsubjpass":
        return False
    if token.dep_ == "pobj" and token.head.lower_ in metonyms().with_party:
        return True
    if token.dep_ == "pobj":
        return False
    if token.dep_ == "conj" and token.head is not token:
        return _parsed(token.head)
    if token.dep_ in ("dobj", "iobj", "dative") and token.head.lemma_ in metonyms().objects_of:
        return True
    return None
