"""Which things that a sentence names were not hit: those denied, near by, fired from, only shut, or that fired?"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.read.things import Thing

PART_OF = ("compound", "amod", "nmod", "poss", "conj", "appos")  # words that stand for what they hang on
STEPS = 5
WITHIN = frozenset({"in", "at", "to"})
FAR_FROM = frozenset({"to", "from"})
NONE = frozenset({"no", "neither"})
BEARERS = frozenset({"military", "ship", "transport"})  # what can fire itself
AID = "aid"
BEHIND = frozenset({"after", "following"})  # "fire after the raids as well as ambulances evacuating the hurt"
SHUT = frozenset({"airport", "port"})


def without_spared(found: Sequence[Thing], doc: Doc) -> tuple[Thing, ...]:
    """The things but for those that the words around them say were not what was hit."""
    return tuple(t for t in found if t.kind != "against" or not _is_spared(t, found, doc))


def _is_spared(thing: Thing, found: Sequence[Thing], doc: Doc) -> bool:
    word = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    if word is None:
        return False
    top = word
    for _ in range(STEPS):
        if top.dep_ not in PART_OF or top.head == top:
            break
        top = top.head
    return (
        _only_names(word, thing.value, found)
        or _is_denied(word, top)
        or (thing.value in SHUT and _only_shut(top))
        or (thing.value in BEARERS and _fired(top))
        or (thing.value == AID and _helps(word, top))
        or (top.dep_ == "pobj" and _is_elsewhere(thing, top.head, found))
    )


def _is_elsewhere(thing: Thing, prep: Token, found: Sequence[Thing]) -> bool:
    """Whether a thing behind a preposition is where the hurt were brought, what fired, or what lies near by."""
    holder = prep.head.lemma_.lower()
    if prep.lower_ == "off" and thing.value == "port":
        return True  # "sunk off the port"
    if prep.lower_ in WITHIN and thing.value == "hospital":
        return holder in deeds().caring
    if prep.lower_ == "of":
        return holder in deeds().munitions  # "shells of the mercenaries"
    return _fired_from(prep) or _lies_by(prep, found)


def _only_names(word: Token, value: str, found: Sequence[Thing]) -> bool:
    """Whether a thing only helps to name another or who speaks: "the railway college", "a parish priest"."""
    if word.dep_ not in ("compound", "amod", "nmod", "poss"):
        return False
    owner = word.head
    if owner.lemma_.lower() in deeds().named_by:
        return True
    named = [t for t in found if t.kind == "against" and t.value != "people" and t.head == owner.idx]
    return any(t.value != value and not t.start <= word.idx < t.end for t in named)


def _is_denied(word: Token, top: Token) -> bool:
    """Whether the words say that there was none, or that it was not hit: "no vessel", "denies targeting a school"."""
    if any(c.lower_ in NONE for t in (word, top) for c in t.children):
        return True
    verb = top.head.head if top.dep_ == "pobj" else top.head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    return any(c.dep_ == "neg" for c in verb.children)


def _fired(word: Token) -> bool:
    """Whether a word is who fires: "tanks began to shell the town", "hit by boats", but not "a truck hit a mine"."""
    if word.dep_ != "nsubj":
        return word.dep_ == "pobj" and word.head.dep_ == "agent"
    verb = word.head
    inner = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    told = {verb.lemma_.lower(), inner.lemma_.lower()}
    objects = [c for t in (verb, inner) for c in t.children if c.dep_ == "dobj"]
    if not told & deeds().shooting and not (objects and told & deeds().striking):
        return False  # "bus struck in Gao", as headlines have it
    return not any(c.lemma_.lower() in deeds().bombs for c in objects)


def _helps(word: Token, top: Token) -> bool:
    """Whether a word is of those who see to the hurt, or what these are brought in: "an ambulance took them away"."""
    if word.lemma_.lower() not in deeds().helpers:
        return False
    done = deeds().caring | deeds().helping
    if top.dep_ == "nsubj" or (top.dep_ == "pobj" and top.head.dep_ == "agent"):
        verb = top.head if top.dep_ == "nsubj" else top.head.head
        return verb.lemma_.lower() in done
    if top.dep_ == "pobj" and top.head.lower_ in ("by", "in"):
        return top.head.head.lemma_.lower() in deeds().caring
    seen = top.head.lemma_.lower() in deeds().seeing if top.dep_ == "dobj" else top.head.lower_ in BEHIND
    return seen and any(c.dep_ in ("acl", "relcl") and c.lemma_.lower() in done for c in word.children)


def _fired_from(prep: Token) -> bool:
    """Whether something was fired or lies so far from a thing: "the shells came from the positions"."""
    if prep.lower_ != "from":
        return False
    return prep.head.lemma_.lower() in deeds().launching or any(c.pos_ == "NUM" for c in prep.head.children)


def _lies_by(prep: Token, found: Sequence[Thing]) -> bool:
    """Whether what was hit only lies by a thing: "a house near the market", "two flats close to the station"."""
    holder = prep.head
    if prep.lower_ in FAR_FROM and holder.lower_ in deeds().near_to:
        holder = holder.head
    elif prep.lower_ not in deeds().beside:
        return False
    if holder.pos_ in ("NOUN", "PROPN"):
        return not any(t.kind == "weapon" and t.start <= holder.idx < t.end for t in found)
    hit = [c.idx for c in holder.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(t.kind == "against" and t.start <= at < t.end for at in hit for t in found)


def _only_shut(top: Token) -> bool:
    """Whether a thing was only shut: "closing one of the airports", "traffic at the port was halted"."""
    if top.dep_ == "pobj" and top.head.head.pos_ in ("NOUN", "NUM"):
        top = top.head.head
    return top.dep_ in ("dobj", "nsubj", "nsubjpass") and top.head.lemma_.lower() in deeds().shutting
