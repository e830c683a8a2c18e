"""Is a deed another kind of happening than its words say: an attempt to take a town, a retreat that gives up none?"""

from spacy.tokens import Token

from fogline.lexicon.status import status_words
from fogline.model import TYPE_GROUPS, Place
from fogline.read.company import Around, party_acts, subject_words
from fogline.read.status import Reality, reality

STEPS = 8  # up the parse from a truce to "without"
OUT = ("from", "of", "out")
ORDERED = ("mobilisation", "sanction", "aid")  # what those who can have it done announce


def instead(kind: str, done: Reality, verb: Token, around: Around) -> tuple[str, Reality]:
    """The type of a deed and whether it was done, as what stands around its verb has it."""
    tried = done == "unreal" and attempted(verb)
    if tried and TYPE_GROUPS.get(kind) == "ground":
        return kind, "real"
    if kind == "agreement":
        nothing = done == "real" and (_only_proposed(verb) or _came_to_nothing(verb))
        return ("negotiation" if nothing else kind), done
    if kind in ORDERED and done == "future" and _only_possible(verb):
        return kind, "unreal"
    if (kind == "mobilisation" and done == "unreal" and _resolved_on(verb)) or (
        kind == "sanction" and done == "real" and _only_to_be_done(verb)
    ):
        return kind, "future"
    if kind != "territory_change":
        return ("territory_change" if kind == "mobilisation" and _leaves_a_town(verb, around) else kind), done
    taking = tried and verb.lemma_.lower() in status_words().taking and party_acts(verb, around)
    left = "mobilisation" if _leaves_a_country(verb, around) else kind
    return ("ground_battle", "real") if taking else (left, done)


def attempted(verb: Token) -> bool:
    """Whether an assault was tried, and so was one: "tried to break through", "is trying to take Toretsk"."""
    above = verb.head
    tried = verb.dep_ == "xcomp" and above.lemma_.lower() in status_words().attempting
    return tried and above.tag_ not in ("VB", "NN") and reality(above) == "real"


def _only_proposed(noun: Token) -> bool:
    """Whether a truce is only what somebody proposes: "a new proposal for a truce", "a truce offer"."""
    link = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "of", "on") else noun
    whole = link.head if link.dep_ in ("prep", "compound") else noun
    if whole.lemma_.lower() not in status_words().proposals:
        return False
    return not any(up.lemma_.lower() in status_words().agreeing for up in whole.ancestors if up.pos_ == "VERB")


def _came_to_nothing(noun: Token) -> bool:
    """Whether those who talk part without it: "left Cairo without a deal on a truce", "without agreeing to it"."""
    above = [noun, *noun.ancestors][:STEPS]
    verbs = next((n for n, up in enumerate(above) if up.pos_ == "VERB" and up.dep_ != "pcomp"), len(above))
    return any(up.lower_ == "without" for up in above[:verbs])


def _only_possible(verb: Token) -> bool:
    """Whether a deed might be done, which announces nothing: "could deploy troops to Niger"."""
    return any(c.dep_ == "aux" and c.lower_ in ("could", "may", "might", "can") for c in verb.children)


def _only_to_be_done(verb: Token) -> bool:
    """Whether somebody only means to do it: "was ready to sanction any side", "threatened to freeze their assets"."""
    noun = verb.head if verb.dep_ == "compound" else verb
    taken_for_noun = noun.dep_ == "pobj" and noun.head.lower_ == "to"
    above = (noun.head.head if taken_for_noun else verb.head).lemma_.lower()
    meant = above in status_words().meaning_to or above in status_words().unreal_verbs
    return meant and (taken_for_noun or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children))


def _resolved_on(verb: Token) -> bool:
    """Whether those who can have it done have settled on it: "decided to raise a force of 10,000 volunteers"."""
    above = verb.head
    settled = verb.dep_ == "xcomp" and above.lemma_.lower() in status_words().ordering_verbs
    return settled and reality(above) == "real"


def _leaves_a_town(verb: Token, around: Around) -> bool:
    """Whether forces are withdrawn from a town, which so is given up: "had pulled its men out of Kyaukme"."""
    places = _left(verb, around) if verb.tag_ != "VBG" else []
    mission = any(t.lemma_.lower() in status_words().missions for t in verb.subtree)
    return bool(places) and not mission and all(p.precision == "settlement" for p in places)


def _left(verb: Token, around: Around) -> list[Place]:
    """The places that forces leave, where a verb says that they do."""
    if verb.lemma_.lower() not in status_words().leaving:
        return []
    left = [t for t in verb.subtree if (t.dep_ == "pobj" and t.head.lower_ in OUT) or (t.dep_ == "dobj")]
    shift = around.sentence.start
    return [p.place for p in around.places if p.place and any(p.start - shift <= t.idx < p.end - shift for t in left)]


def _leaves_a_country(verb: Token, around: Around) -> bool:
    """Whether forces leave a whole state, or a mission its area: no town changes hands."""
    places = _left(verb, around)
    if not places or any(p.precision == "settlement" for p in places):
        return False
    mission = subject_words(verb) & status_words().missions
    return bool(mission) or all(p.precision == "country" for p in places)
