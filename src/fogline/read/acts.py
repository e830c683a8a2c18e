"""Does a capital or a palace act here, or is it a place? "Kyiv accused" acts, "in Kyiv" is a place."""

from bisect import bisect_right

from spacy.tokens import Token

from fogline.lexicon.saying import saying
from fogline.lexicon.titles import metonyms, titles
from fogline.read.scene import Scene
from fogline.read.text import ParsedText
from fogline.read.things import find_things

# What a city has, and no state: "the Kabul mosque", not "the Kabul government".
IN_A_CITY = frozenset({"religious", "market", "hospital", "school", "transport", "residential"})


def acts(scene: Scene, parsed: ParsedText, first: int, last: int) -> bool:
    """Whether the metonym at pieces first..last stands for its party."""
    behind = scene.ps[last + 1].text if last + 1 < len(scene.ps) and scene.gap(last) == " " else ""
    if behind.islower() and any(t.kind == "against" and t.value in IN_A_CITY for t in find_things(behind)):
        return False
    for verdict in (_by_word_before(scene, first), _by_possession(scene, last)):
        if verdict is not None:
            return verdict
    token = token_at(parsed, scene.ps[first].start)
    verdict = _by_parse(token) if token is not None else None
    if verdict is not None:
        return verdict
    role = scene.place_at[first].role if first in scene.place_at else None
    after = scene.ps[last + 1].key if last + 1 < len(scene.ps) and not scene.gap(last).strip() else ""
    return role == "party" or (after in saying().forms and role != "place")


def _by_word_before(scene: Scene, first: int) -> bool | None:
    """Who stands behind "by" or "against" acts, what stands behind "in" is a place."""
    words = metonyms()
    at = first - 1
    if at < 0 or scene.gap(at).strip(" ’'\"“"):
        return None
    if scene.ps[at].key == "the" and at > 0:
        at -= 1
    before = scene.ps[at].key
    if before in words.with_party or (before == "from" and at > 0 and scene.ps[at - 1].key in words.from_party):
        return True
    return False if before in words.in_place else None


def _by_possession(scene: Scene, last: int) -> bool | None:
    """Allies are a party's, outskirts a town's; None without a possessive."""
    if last + 2 >= len(scene.ps) or scene.ps[last + 1].key != "s" or scene.gap(last) not in ("'", "’"):
        return None
    noun = _noun_after(scene, last + 2)
    return noun in metonyms().nouns or noun in titles().forces or (noun,) in titles().sorts


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


def _by_parse(token: Token) -> bool | None:
    """What the parse says: True for one that acts, False for a place, None where it cannot tell."""
    if token.dep_ == "conj" and token.head != token:
        return _by_parse(token.head)
    head = token.head.lemma_
    if token.dep_ in ("nsubj", "agent") and token.head.pos_ in ("VERB", "AUX"):
        thinks = head in metonyms().minds or head in saying().say or head in saying().deny
        return None if head == "be" else thinks
    if token.dep_ == "pobj":
        return token.head.lower_ in metonyms().with_party
    if token.dep_ in ("dobj", "iobj", "dative") and head in metonyms().objects_of:
        return True
    return False if token.dep_ == "nsubjpass" else None
