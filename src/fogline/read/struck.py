"""Which of the things that a sentence names were hit, and which only carry the bomb, lie by, or name a town?"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.model import PlaceMention
from fogline.read.spared import without_spared
from fogline.read.things import Thing

ON_BOARD = frozenset({"on", "in", "inside", "under", "beneath", "to", "aboard"})
ALONG = frozenset({"on", "along", "near", "off", "beside", "by", "between", "above"})
AIMED_WITH = frozenset({"on", "at", "against", "outside", "near", "into", "behind", "beside", "inside"})
FALLEN_ON = frozenset({"on", "at", "to", "into", "against"})
OWNERS = frozenset({"aid", "media", "military", "government", "hospital"})  # whose vehicles are what they are
STEPS = 3  # from a word up to what it belongs to
SHOT = frozenset({"ground", "abuse", "unrest", "mutiny"})  # groups of deeds that are done with guns
# What is hit in a killing where it is attacked itself, and not where people are killed beside it; but who is shot where
# aid is handed out or waited for is shot at that.
BUILT = frozenset(
    {"residential", "school", "hospital", "transport", "aid", "media", "office", "energy", "airport", "port"}
)
TAKEN = frozenset({"military", "government", "aid", "media"})  # those who are taken away, as what they stand for
RIDDEN = frozenset({"on", "in", "aboard"})
CARRIERS = frozenset({"transport", "ship"})
TRANSPORT, MILITARY, GOVERNMENT, AID = "transport", "military", "government", "aid"


def only_those_hit(found: Sequence[Thing], doc: Doc, places: Sequence[PlaceMention], offset: int) -> tuple[Thing, ...]:
    """The things without the roads by which something lies and the words that open a town's name."""
    towns = [(p.start - offset, p.end - offset) for p in places if p.place]
    hit = [t for t in found if t.kind == "against"]
    arms = [t for t in found if t.kind == "weapon"]

    def is_none(thing: Thing) -> bool:
        if _opens_a_name(thing, towns) or _is_port_of_name(thing, doc) or any(_is_in(thing, weapon) for weapon in arms):
            return True
        word = _token(thing, doc) if thing.value in CARRIERS else None
        if word is not None and _carries_the_doers(word):
            return True
        return word is not None and thing.value == TRANSPORT and (_is_by_the_way(word, len(hit)) or _came_with(word))

    return tuple(t for t in found if t.kind != "against" or not is_none(t))


def _came_with(word: Token) -> bool:
    """Whether somebody does the deed with a vehicle: "attacked with over 200 cars"."""
    return word.dep_ == "pobj" and word.head.lower_ == "with" and word.head.head.pos_ == "VERB"


def _carries_the_doers(word: Token) -> bool:
    """Whether those who do the deed come in it: "bandits on motorcycles raided", "attacked by men in a pick-up"."""
    if word.dep_ != "pobj" or word.head.dep_ != "prep" or word.head.lower_ not in RIDDEN:
        return False
    doer = word.head.head
    acts = doer.dep_ == "nsubj" or (doer.dep_ == "pobj" and doer.head.dep_ == "agent")
    return acts and doer.tag_ in ("NNS", "NN", "NNPS") and doer.lemma_.lower() not in deeds().bombs


def _of_whom(thing: Thing, found: Sequence[Thing], armed: Sequence[tuple[int, int]], doc: Doc) -> Thing | None:
    """A vehicle as what those are whom it belongs to or carries: of soldiers, of an aid group, of the press.

    "A World Food Programme truck", "a car with reporters", "a bus carrying policemen", "a pick-up of the rebels".
    `armed` is where armed parties are named. Nothing where the sentence names those by themselves.
    """
    word = _token(thing, doc) if thing.kind == "against" and thing.value == TRANSPORT else None
    if word is None:
        return thing
    spans = _what_belongs(word)
    if any(t.kind == "against" and t.value in OWNERS for t in _within(found, spans)):
        return None
    return replace(thing, value=MILITARY) if _of_fighters(found, spans, armed) else thing


def _what_belongs(word: Token) -> list[tuple[int, int]]:
    """Where the words stand that say whose a thing is, or what it carries."""
    near = [c for c in word.children if c.dep_ in ("compound", "amod", "nmod", "poss") or c.lower_ in ("of", "with")]
    near += [c for c in word.children if c.dep_ == "acl" and c.lemma_.lower() in deeds().carrying]
    return [(c.left_edge.idx, c.right_edge.idx + len(c.right_edge.text)) for c in near]


def _within(found: Sequence[Thing], spans: Sequence[tuple[int, int]]) -> list[Thing]:
    return [t for t in found if any(a <= t.start and t.end <= b for a, b in spans)]


def _of_fighters(found: Sequence[Thing], spans: Sequence[tuple[int, int]], armed: Sequence[tuple[int, int]]) -> bool:
    """Whether fighters or an armed party are named in the words that say whose a thing is."""
    fights = any(t.kind == "person" and t.value == "fighter" for t in _within(found, spans))
    return fights or any(a <= start and end <= b for a, b in spans for start, end in armed)


def _sites_of_arms(found: Sequence[Thing], doc: Doc, armed: Sequence[tuple[int, int]]) -> list[Thing]:
    """What is military for being an armed group's: "hit a Hezbollah site", "a camp of the rebels"."""
    out = []
    for word in doc:
        if word.pos_ not in ("NOUN", "PROPN") or word.lemma_.lower() not in deeds().sites:
            continue
        site = Thing(word.idx, word.idx + len(word.text), "against", MILITARY, word.idx)
        if is_aimed_at(site, doc) and _of_fighters(found, _what_belongs(word), armed):
            out.append(site)
    return out


def used_and_hit(
    found: Sequence[Thing], doc: Doc, group: str, armed: Sequence[tuple[int, int]], afar: bool
) -> tuple[Thing, ...]:
    """What a deed of a group of types was done with and to; `afar` whether it strikes from afar or with a bomb.

    `armed` is where the sentence names armed parties.
    """
    found = without_spared(found, doc)
    if afar:
        hit = [_of_whom(t, found, armed, doc) for t in found if not _carries_the_bomb(t, doc)]
        return (*(t for t in hit if t is not None), *_sites_of_arms(found, doc, armed), *those_hurt(found, doc))
    if group == "detention":
        return (
            *(t for t in found if t.value not in TAKEN or _object(t, doc) or _serve(t, doc)),
            *those_taken(found, doc),
        )
    if group == "abuse":
        found = tuple(t for t in found if t.kind != "against" or t.value not in BUILT - {AID} or _is_set_upon(t, doc))
    hurt = those_hurt(found, doc) if group == "ground" else ()
    return (*(_with_shots(found) if group in SHOT else found), *hurt)


def _carries_the_bomb(thing: Thing, doc: Doc) -> bool:
    """Whether a vehicle brings the bomb: "a truck exploded", "a bomb on a motorcycle", "a car packed with TNT"."""
    word = _token(thing, doc) if thing.kind == "against" and thing.value == TRANSPORT else None
    if word is None:
        return False
    if word.dep_ == "nsubj" and word.head.lemma_.lower() in deeds().bursting:
        on = [o.lemma_.lower() for c in word.head.children if c.lower_ == "on" for o in c.children]
        return not deeds().bombs & set(on) and not any(
            c.dep_ == "dobj" for c in word.head.children
        )  # "blew up on a mine"
    if any(c.dep_ in ("acl", "amod") and c.lemma_.lower() in deeds().packed for c in word.children):
        return True
    prep = word.head
    if word.dep_ != "pobj" or prep.lower_ not in ON_BOARD:
        return False
    holder = prep.head
    hidden = holder.lemma_.lower() in deeds().packed
    return hidden or (holder.lemma_.lower() in deeds().bombs and prep.lower_ in ("on", "in", "inside", "aboard"))


def _with_shots(found: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things, the words by which guns are fired as the weapon where no other is named."""
    if any(t.kind == "weapon" for t in found):
        return tuple(found)
    return tuple(replace(t, kind="weapon") if t.kind == "shots" else t for t in found)


def is_struck(thing: Thing, doc: Doc, group: str, afar: bool) -> bool:
    """Whether a word that may name a speaker ("the church") stands where what a deed falls on does."""
    if afar or group == "detention":
        return is_aimed_at(thing, doc)
    return group in ("abuse", "property") and _is_set_upon(thing, doc)


def is_aimed_at(thing: Thing, doc: Doc) -> bool:
    """Whether the word stands where what is hit does: "hit the public hospital", "burst outside a police station"."""
    word = _token(thing, doc)
    if word is None:
        return False
    for _ in range(STEPS):
        if word.dep_ in ("compound", "nmod", "poss"):
            word = word.head  # "a World Food Programme truck"
        elif word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.pos_ == "NOUN":
            word = word.head.head  # "the surgical wing of a hospital"
        elif word.dep_ in ("conj", "appos"):
            word = word.head
    if word.dep_ == "pobj":
        return word.head.lower_ in AIMED_WITH
    return word.dep_ in ("dobj", "nsubjpass") and word.head.pos_ == "VERB"


def those_hurt(found: Sequence[Thing], doc: Doc) -> tuple[Thing, ...]:
    """What the dead and wounded stand for where they bear arms: soldiers for what is military, police for the state."""
    out = []
    of_the_state = any(t.kind == "against" and t.value == GOVERNMENT for t in found)
    for thing in found:
        word = _token(thing, doc) if thing.kind == "person" and thing.value == "fighter" else None
        if word is None or not _is_hurt(word):
            continue
        names = {word.lemma_.lower(), *(c.lemma_.lower() for c in word.children if c.dep_ == "compound")}
        value = GOVERNMENT if names & deeds().police or (of_the_state and "officer" in names) else MILITARY
        out.append(Thing(thing.start, thing.end, "against", value, thing.head))
    return tuple(out)


def _is_hurt(word: Token) -> bool:
    while word.dep_ in ("conj", "appos") and word.head != word:
        word = word.head
    if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.pos_ in ("NUM", "NOUN"):
        word = word.head.head  # "three of their fighters"
    verb = word.head.lemma_.lower()
    return (word.dep_ in ("dobj", "nsubjpass") and verb in deeds().casualty) or (
        word.dep_ == "nsubj" and verb in deeds().lost
    )


def those_taken(found: Sequence[Thing], doc: Doc) -> tuple[Thing, ...]:
    """What those who are taken away stand for where they serve a state: "two policemen were held"."""
    out = []
    for thing in found:
        word = _token(thing, doc) if thing.kind == "person" and thing.value == "fighter" else None
        if word is None or not {word.lower_, word.lemma_.lower()} & deeds().forces or not _object(thing, doc):
            continue
        police = {word.lemma_.lower(), *(c.lemma_.lower() for c in word.children if c.dep_ == "compound")}
        value = GOVERNMENT if police & deeds().police else MILITARY
        out.append(Thing(thing.start, thing.end, "against", value, thing.head))
    return tuple(out)


def _object(thing: Thing, doc: Doc) -> bool:
    """Whether a word names to whom a verb was done, alone, in a list or as those of whom a number is counted."""
    word = _token(thing, doc)
    if word is None:
        return False
    while word.dep_ in ("conj", "appos") and word.head != word:
        word = word.head
    if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lemma_.lower() in deeds().several:
        word = word.head.head
    return word.dep_ in ("dobj", "nsubjpass")


def _serve(thing: Thing, doc: Doc) -> bool:
    """Whether those who are taken serve an aid group: "four staff of an NGO were taken away"."""
    word = _token(thing, doc) if thing.value == AID else None
    return word is not None and word.dep_ == "pobj" and word.head.head.lemma_.lower() in deeds().servants


def _is_set_upon(thing: Thing, doc: Doc) -> bool:
    """Whether a building or a vehicle is attacked itself: "burned nine houses", "opened fire on a bus"."""
    word = _token(thing, doc)
    if word is None:
        return False
    for _ in range(STEPS):
        if word.dep_ not in ("compound", "nmod", "poss", "conj", "appos") or word.head == word:
            break
        word = word.head
    if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lemma_.lower() in deeds().several:
        word = word.head.head
        while word.dep_ == "conj" and word.head != word:  # "the clinic, the church and dozens of houses"
            word = word.head
    if word.dep_ == "pobj":
        return word.head.lower_ in FALLEN_ON and _tells_attack(word.head.head)
    return word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_.lower() in deeds().set_upon


def _tells_attack(word: Token) -> bool:
    """Whether a verb or a noun is an attack, a fire or shots on something."""
    return bool({word.lemma_.lower(), word.head.lemma_.lower()} & deeds().set_upon)


def _opens_a_name(thing: Thing, towns: Sequence[tuple[int, int]]) -> bool:
    """Whether a word is the first of a town's name: "Port Sudan", "Camp Ramadi"."""
    return any(start == thing.start and thing.end < end for start, end in towns)


def _is_port_of_name(thing: Thing, doc: Doc) -> bool:
    """Whether "Port" begins a name that is none of a harbour: "a patrol on Port Said Street"."""
    if doc.text[thing.start : thing.end] != "Port" or doc.text.istitle():
        return False
    return doc.text[thing.end : thing.end + 1] == " " and doc.text[thing.end + 1 : thing.end + 2].isupper()


def _is_in(thing: Thing, weapon: Thing) -> bool:
    """Whether a word is a part of a weapon's name: the car of a "car bomb"."""
    return (
        weapon.start <= thing.start and thing.end <= weapon.end and thing.end - thing.start < weapon.end - weapon.start
    )


def _is_by_the_way(word: Token | None, named: int) -> bool:
    """Whether something else was hit on a road: "hit a jeep on the road to Gao"."""
    if word is None or named < 2 or word.dep_ != "pobj" or word.lemma_.lower() not in deeds().along:
        return False
    return word.head.lower_ in ALONG


def _token(thing: Thing, doc: Doc) -> Token | None:
    """The token that carries the grammar of a thing."""
    return next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
