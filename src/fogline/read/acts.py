"""Does a capital or a palace act here, or is it a place? "Kyiv accused" acts, "in Kyiv" and "Kyiv's outskirts" are places."""

from functools import cache

from spacy.tokens import Token

from fogline.lexicon.phrases import verb_forms
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import titles
from fogline.read.offices import Scene
from fogline.read.text import ParsedText

IN_PLACE = frozenset(
    {
        "in",
        "at",
        "to",
        "near",
        "of",
        "around",
        "toward",
        "towards",
        "outside",
        "over",
        "on",
        "into",
        "through",
        "across",
        "inside",
        "from",
        "under",
        "above",
        "off",
        "via",
        "leave",
        "reach",
        "city",
        "capital",
        "central",
        "eastern",
        "western",
        "southern",
        "northern",
        "downtown",
        "south",
        "north",
        "east",
        "west",
        "km",
        "miles",
    }
)
WITH_PARTY = frozenset({"by", "with", "against", "between", "for", "upon"})
# What only those with a mind or an army do; verbs of saying come from the lexicon.
MINDS = frozenset(
    """want seek agree refuse accept launch attack fire order deploy send withdraw try attempt plan intend prepare
negotiate sign support back impose ban offer decide hope expect consider use target bomb shell invade occupy annex strike
shoot carry retaliate respond react control seize capture receive supply arm train fight struggle lose win need let allow
know blame accuse deny reject dismiss decline claim pay buy sell help ease step raise cut suspend halt resume break hand
release swap arrest expel recall summon close open move push press ask get make take give keep view see regard have
remain say be""".split()
)
NOUNS_OF_MINDS = frozenset(
    """claim claims decision demand demands offer refusal position response answer plan plans invasion
offensive war aggression allies ally partners intention intentions side version view behalf attack attacks strike strikes
ambitions goals terms conditions consent silence account allegation allegations accusation accusations ultimatum proposal
use occupation leaders rulers generals request warning threat policy interests envoy delegation control counteroffensive
spy rule backing support help approval""".split()
)
SPEAKING_OF = (
    "comment",
    "reaction",
    "response",
    "word",
    "reply",
    "statement",
    "help",
    "support",
    "orders",
    "claims",
    "denial",
)


@cache
def _said_forms() -> frozenset[str]:
    irregular = {
        "said",
        "told",
        "gave",
        "wrote",
        "held",
        "found",
        "put",
        "spoke",
        "says",
        "has",
        "had",
        "denied",
        "did",
        "does",
        "is",
        "was",
        "will",
        "would",
    }
    return frozenset(
        irregular
        | {form for verb in sorted(saying().say | saying().deny | saying().accuse) for form in verb_forms(verb)}
    )


def acts(scene: Scene, parsed: ParsedText, first: int, last: int) -> bool:
    """Whether the metonym at pieces first..last stands for its party."""
    ps = scene.ps
    role = scene.place_at[first].role if first in scene.place_at else None
    before = ps[first - 1].key if first and scene.gap(first - 1).strip(" ’'\"“") == "" else ""
    after = ps[last + 1].key if last + 1 < len(ps) and scene.gap(last).strip() == "" else ""
    if before == "the" and first > 1:
        before = ps[first - 2].key
    if before in WITH_PARTY:
        return True
    if before == "from" and first > 1 and ps[first - 2].key in SPEAKING_OF:
        return True
    if before in IN_PLACE:
        return False
    if last + 2 < len(ps) and ps[last + 1].key == "s" and scene.gap(last) in ("'", "’"):
        noun = _noun_after(scene, last + 2)
        return noun in NOUNS_OF_MINDS or noun in titles().forces or (noun,) in titles().sorts
    token = token_at(parsed, ps[first].start)
    if token is not None:
        verdict = _parsed(token)
        if verdict is not None:
            return verdict
    if role == "party":
        return True
    return after in _said_forms() and role != "place"


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
    for index, doc in parsed.docs.items():
        sentence = parsed.sentences[index]
        if sentence.start <= offset < sentence.end:
            span = doc.char_span(offset - sentence.start, offset - sentence.start + 1, alignment_mode="expand")
            return span[0] if span is not None and len(span) else None
    return None


def _parsed(token: Token) -> bool | None:
    """What the parse says: True as the subject of a verb that needs a mind, False as a place, None where it cannot tell."""
    if token.dep_ in ("nsubj", "agent") and token.head.pos_ in ("VERB", "AUX"):
        if token.head.lemma_ == "be":
            return None
        return token.head.lemma_ in MINDS or token.head.lemma_ in saying().say or token.head.lemma_ in saying().deny
    if token.dep_ == "nsubjpass":
        return False
    if token.dep_ == "pobj" and token.head.lower_ in WITH_PARTY:
        return True
    if token.dep_ == "pobj":
        return False
    if token.dep_ == "conj" and token.head is not token:
        return _parsed(token.head)
    if token.dep_ in ("dobj", "iobj", "dative") and token.head.lemma_ in (
        "accuse",
        "blame",
        "urge",
        "warn",
        "tell",
        "threaten",
        "help",
        "arm",
        "supply",
        "call",
        "ask",
        "promise",
        "give",
    ):
        return True
    return None
