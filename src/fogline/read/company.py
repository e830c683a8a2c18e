"""What stands with the words of a frame: who acts, what is done to whom, and what else the sentence has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from fogline.lexicon.events import frames
from fogline.lexicon.figures import count_words
from fogline.lexicon.status import status_words
from fogline.lexicon.things import things
from fogline.model import TYPE_GROUPS, PartyMention, PlaceMention
from fogline.read.doers import accused_of, doers_of, sworn_to_pay
from fogline.read.talks import takers, with_mediators
from fogline.read.text import Sentence
from fogline.read.things import Thing

OBJECT_DEPS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "obj"})
LINKED = frozenset({"advcl", "conj", "pcomp"})  # how a verb hangs on the one whose object "it" stands for
OBJECT_PREPS = frozenset({"of", "on", "against", "at", "in", "into", "over", "to", "near", "from"})
FIRED_ON = ("on", "at", "against", "into")  # "opened fire in a market near a post" was not on the post
PEOPLE = frozenset({"him", "her", "them", "us", "me"})  # who words of persons are left out for: "shot them"
PEOPLES = ("is", "ans", "ns", "ese", "ites")  # how the plural of a people ends: Punjabis, Nigerians, Hazaras do
TRADES = ("ologist", "woman", "oonist", "naut", "-goer", "monger", "smith", "herd")  # and the name of a trade
HANGING = frozenset({"prt", "prep", "advmod", "agent", "npadvmod"})
CLIMB = 3  # steps up the parse to a subject that verbs share


@dataclass(frozen=True, slots=True)
class Around:
    """What else was found in the sentence: mentions with offsets in the report, things with offsets in the sentence."""

    sentence: Sentence
    doc: Doc
    places: tuple[PlaceMention, ...]
    parties: tuple[PartyMention, ...]
    things: tuple[Thing, ...]
    has_date: bool
    has_harm: bool
    armed: bool = True  # whether the report has any word that only war reporting uses
    has_day: bool = False  # whether the sentence names one day or night
    headed: bool = False  # whether a town that is a sentence by itself heads the paragraph
    asked: dict[tuple[Callable[..., set[str]], int, frozenset[str]], set[str]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What was asked of the words of the sentence before, by the question, the word and what else it depends on."""
    hung: dict[tuple[int, ...], int] = field(default_factory=dict, compare=False, repr=False)
    """On which of some words a word hangs, as far as it was asked: the word and those, and the position among them."""

    def once(self, question: Callable[..., set[str]], word: Token, *more: frozenset[str]) -> set[str]:
        """The answer to a question about a word that depends on the parse alone: many frames ask the same."""
        key = (question, word.i, more[0] if more else frozenset())
        if key not in self.asked:
            self.asked[key] = question(word, *more)
        return self.asked[key]


def is_remote(thing: Thing) -> bool:
    """Whether a thing is a weapon that kills from afar: a missile, a drone, a bomb."""
    return thing.kind == "weapon" and TYPE_GROUPS[things().weapon_type[thing.value]] == "remote"


def acts(verb: Token, doing: Sequence[Thing]) -> bool:
    """Whether one of these (gunmen, a missile) does what the verb says, as its subject or behind "by"."""
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if passive:
        doers = [p for c in verb.children if c.dep_ == "agent" for p in (c, *c.children)]
    else:
        doers = [c for c in verb.children if c.dep_ == "nsubj"]
    others = any(c.dep_ == "nsubjpass" for c in verb.children)  # "a bomb went off, and five men were seized"
    if not doers and not others and verb.dep_ in ("advcl", "conj", "xcomp"):
        doers = [c for c in verb.head.children if c.dep_ == "nsubj"]
    heads = {word.idx for doer in doers for word in (doer, *doer.conjuncts, *_counted(doer))}
    return any(thing.head in heads for thing in doing)


def party_acts(verb: Token, around: Around) -> bool:
    """Whether a party, or fighters of any, do what the verb says."""
    shift = around.sentence.start
    armed = [(t.start, t.end) for t in around.things if t.kind == "person" and t.value in ("fighter", "attacker")]
    armed += [(p.start - shift, p.end - shift) for p in around.parties if p.party]
    doers = doers_of(verb)
    return any(start <= d.idx < end for d in doers for start, end in armed)


def parties_of(words: Sequence[Token], around: Around) -> set[str]:
    """The parties that these words, or what stands right before them, name: "Russian forces"."""
    shift = around.sentence.start
    spans = [(w.left_edge.idx, w.idx + len(w.text)) for w in words]
    return {p.party for p in around.parties if p.party and any(a <= p.start - shift < b for a, b in spans)}


def town_suffers(verb: Token, around: Around) -> bool:
    """Whether a place is the subject of a verb that says no more of it: "Goma fell on Monday", not "fell silent"."""
    if any(c.dep_ in ("acomp", "attr", "dobj", "npadvmod", "oprd") and c.ent_type_ != "DATE" for c in verb.children):
        return False
    named = [n for s in subjects_of(verb) for n in (s, *_counted(s))]  # "the town of Lashio"
    shift, subjects = around.sentence.start, [n.idx for n in named]
    return any(p.start - shift <= at < p.end - shift and p.role == "place" for p in around.places for at in subjects)


def two_talk(token: Token, around: Around) -> bool:
    """Whether two parties at least take part: "Kiir and Machar met", "spoke with Netanyahu", "a call between them"."""
    return len({p.party for p in takers(token, with_mediators(around.parties), around.sentence.start)}) > 1


def _counted(noun: Token) -> list[Token]:
    """What a word of number counts: "five of its drones", "a group of gunmen"."""
    return [c for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]


def _says_whose(noun: Token) -> bool:
    """Whether a place behind "of" only says whose official or resident somebody is: "seized the mayor of Goma"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return "person" in count_words().classes.get(noun.head.head.lemma_.lower(), ())


def menaces(verb: Token, conditional: bool = False) -> bool:
    """Whether a verb of saying announces harm: "vowed to strike back", "said that they would pay".

    With `conditional`, harm that could come on a condition counts too: "bases could be hit if they are used". What
    would have been done was not.
    """
    words = status_words()
    announcing = words.announcing | (words.menacing if conditional and _on_condition(verb) else frozenset())
    told = verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN"  # "jets, said to have hit a depot"
    if verb.lemma_.lower() in ("tell", "say") and (told or any(c.dep_ == "auxpass" for c in verb.children)):
        return False  # "the pilots hit what they were told to hit", "a truck was said to have been hit"
    for token in verb.subtree if verb.dep_ != "ROOT" else verb.doc:
        if token == verb or token.lemma_.lower() not in words.menace or not harms(token):
            continue
        auxiliaries = auxiliaries_of(token)
        if (auxiliaries & announcing and "have" not in auxiliaries) or ("to" in auxiliaries and token.head == verb):
            return True
    return False


def _on_condition(verb: Token) -> bool:
    return any(t.dep_ == "mark" and t.lower_ in ("if", "unless", "should", "until") for t in verb.doc)


def harms(verb: Token) -> bool:
    """Whether a verb of menace tells of harm by somebody: not "cholera would hit", not "would pay for its oil".

    Nor "will take part", "would enter into force".
    """
    agents = [
        c for a in verb.children if a.dep_ == "agent" for c in a.children
    ]  # "would be hit by the cost of the war"
    if any(s.lemma_.lower() in frames().peace.no_attackers for s in (*subjects_of(verb), *agents)):
        return False
    lemma = verb.lemma_.lower()
    if lemma == "pay" and any(c.dep_ == "auxpass" for c in verb.children):
        return False  # "will be paid in June"
    if lemma != "pay":
        into = [c for p in verb.children if p.lower_ == "into" for c in p.children]
        spoken = {f"{lemma} {t.lemma_.lower()}" for t in (*direct_objects(verb), *into)}
        return spoken.isdisjoint(status_words().harmless)
    paid = [c for c in verb.children if c.dep_ in ("dobj", "prep") and c.lower_ not in ("with", "in")]
    paid += [c for p in paid if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    return not paid or any(p.lemma_.lower() in status_words().dear for p in paid) or sworn_to_pay(verb)


def announced(verb: Token) -> bool:
    """Whether a verb tells what will be done: "we will strike", "they will be found and punished", not "it will rain".

    "Are going to strike" announces as "will strike" does.
    """
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not auxiliaries_of(verb) and not subjects_of(verb):
        verb = verb.head
    announcing = bool(auxiliaries_of(verb) & status_words().announcing)
    if verb.dep_ == "xcomp" and verb.head.lower_ == "going" and "to" in auxiliaries_of(verb):
        verb, announcing = verb.head, True
    return announcing and harms(verb) and all(s.lower_ not in ("you", "i", "it") for s in subjects_of(verb))


def subject_words(verb: Token) -> set[str]:
    """Lemmas of who or what does what a verb says: "hundreds of women", "the lorries that crossed", "felled by men"."""
    found: set[str] = set()
    seen = False  # "columns were seen heading east": whoever is seen does it
    for _ in range(CLIMB):
        agents = [c for a in verb.children if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"]
        if not seen and (agents or any(child.dep_ == "nsubjpass" for child in verb.children)):
            agents = [t for a in agents for t in (a, *a.conjuncts)]
            return found | {w for a in agents for t in (a, *_counted(a)) for w in _lemmas(t)}
        heads = [c for s in subjects_of(verb) for c in (s, *s.conjuncts)]
        active = verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
        if verb.dep_ in ("acl", "relcl") and active and not any(h.pos_ == "NOUN" for h in heads):
            heads.append(verb.head)
        for head in heads:
            counted = [c for p in head.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
            found |= {w for t in (head, *counted) for w in _lemmas(t)}
        if not heads and (accused := accused_of(verb)):
            return found | {w for t in accused for w in _lemmas(t)}
        above = verb.head.head if verb.head.dep_ == "acomp" else verb.head  # "delegations are due to meet"
        if heads or verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or above.pos_ not in ("VERB", "AUX"):
            return found
        seen = verb.dep_ == "xcomp"
        verb = above
    return found


def object_words(token: Token, along: frozenset[str]) -> set[str]:
    """Lemmas of what a deed is done to: "closed the crossing", "the closure of schools", "border closures".

    With `along`, what stands behind one of these prepositions counts as well: "passed into the hands of the rebels".
    """
    done_to = direct_objects(token)
    if token.pos_ in ("NOUN", "PROPN"):
        done_to += [c for c in token.children if c.dep_ in ("compound", "nmod")]
    links = [c for c in token.children if c.lower_ in along and c.dep_ in HANGING]
    links += [c for link in links for c in link.children if c.dep_ == "prep"]  # "out of the town"
    done_to += [c for link in links for c in link.children if c.dep_ == "pobj"]
    return {w for head in done_to for t in (head, *head.conjuncts) for w in _lemmas(t)}


def _lemmas(noun: Token) -> set[str]:
    """The lemma of a noun; of what the parse takes for a name, as "Guerrillas" at the head, the singular too."""
    lemma = noun.lemma_.lower()
    return {lemma, lemma.removesuffix("s")} if noun.pos_ == "PROPN" else {lemma}


def hanging_words(verb: Token) -> set[str]:
    """Particles, prepositions and adverbs of a verb, and the one right behind it: "pulled out of", "won back"."""
    behind = [t for t in verb.doc[verb.i + 1 : verb.i + 2] if t.pos_ in ("ADP", "ADV", "PART")]
    behind += [c for o in direct_objects(verb) for c in o.children if c.dep_ in ("advmod", "prt")]  # "sent them back"
    return {t.lower_ for t in (*(c for c in verb.children if c.dep_ in HANGING), *behind)}


def auxiliaries_of(verb: Token) -> set[str]:
    """The auxiliaries of a verb in small letters."""
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def subjects_of(verb: Token) -> list[Token]:
    """The heads of the subjects of a verb."""
    return [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]


def stands_there(need: str, around: Around) -> bool:
    """Whether the sentence has one of a class of words."""
    if need == "weapon_remote":
        return any(is_remote(t) for t in around.things)
    if need in ("harm", "date", "party", "voice", "place"):
        return {
            "place": around.headed or any(p.role == "place" for p in around.places),
            "party": bool(around.parties),
            "voice": bool(around.parties),
            "harm": around.has_harm,
            "date": around.has_date,
        }[need]
    if need in ("weapon", "person", "thing"):
        return any(t.kind == ("against" if need == "thing" else need) for t in around.things)
    return any(t.kind in ("against", "person") and t.value == need for t in around.things)


def _behind(verb: Token) -> int:
    """Where the word right behind a verb begins, a closing quotation mark passed over: 'had "liberated" Horlivka'."""
    behind = verb.i + 1
    if behind < len(verb.doc) and verb.doc[behind].is_quote:
        behind += 1
    return verb.doc[behind].idx if behind < len(verb.doc) else -1


def object_classes(verb: Token, around: Around, straight: bool = False) -> set[str]:
    """What the thing is that a deed is done to: place, party, person, thing, or a word class of the lexicon.

    With `straight`, what stands behind a preposition is left out.
    """
    found: set[str] = set()
    shift = around.sentence.start
    direct = direct_objects(verb)
    towns = [t for t in direct if not _says_whose(t)]
    if verb.pos_ == "VERB" and any(p.start - shift == _behind(verb) and p.role == "place" for p in around.places):
        found |= {"place", "settlement_object"}  # "seized Horlivka, elements of …": the parse may lose it
    for token in _with_counted((*direct, *(() if straight else indirect_objects(verb, direct)))):
        left, right = token.left_edge.idx, token.right_edge.idx + len(token.right_edge.text)
        for place in around.places:
            start, end = place.start - shift, place.end - shift
            if place.role == "demonym" and start <= token.idx < end and _is_people(token):
                found |= {"person", "civilian", "hostage"}  # "expelled 300 Haitians", "shot a Palestinian"
            if left <= start and end <= right and place.role in ("place", "party"):
                found.add("place")
                if start <= token.idx < end:
                    found.add("settlement_object" if token in towns else "town_entered")
        if any(left <= p.start - shift and p.end - shift <= right for p in around.parties):
            found.add("party")
        found |= {"person", "fighter"} if token.lower_ == "forces" else set()  # "US forces", "the security forces"
        if token in direct:
            found |= _by_itself(token, verb, around)
        for thing in around.things:
            if left < thing.end and thing.start < token.idx + len(token.text):
                found |= _classes(thing) if token in towns else _classes(thing) - {"settlement_object"}
    return found


def _is_people(demonym: Token) -> bool:
    """Whether a word for a people is one or some of them: "Haitians", "a Palestinian"."""
    one = any(c.lower_ in ("a", "an", "another", "one") for c in demonym.children if c.dep_ in ("det", "nummod"))
    bare = demonym.dep_ in ("dobj", "nsubjpass") and not any(c.dep_ == "det" for c in demonym.children)  # a headline
    return demonym.tag_ == "NNPS" or one or bare


def _with_counted(objects: Sequence[Token]) -> list[Token]:
    """What is done to, with those of whom it is a number: "a group of soldiers", "members of the security forces"."""
    many = count_words().many | {"member"}
    return [t for o in objects for t in (o, *(_counted(o) if o.lemma_.lower() in many else ()))]


def _by_itself(token: Token, verb: Token, around: Around) -> set[str]:
    """What an object's own word says that it is: "it" the town that the verb above takes, "who" a person."""
    if token.lower_ == "it":
        return {"place", "settlement_object"} & _told_above(verb, around)
    if _is_somebody(token) or (token.lower_ in PEOPLE and not any(is_remote(t) for t in around.things)):
        return {"person", "civilian", "hostage"}
    return {"person"} if token.lower_ == "who" or token.ent_type_ == "PERSON" else set()


def _told_above(verb: Token, around: Around) -> set[str]:
    """What the verb above deals with, for "it": "held the town for a day before rebels won it back"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return object_classes(above, around, True) if verb.dep_ in LINKED and above.pos_ == "VERB" else set()


def _is_somebody(token: Token) -> bool:
    """Whether its clause, its ending or its count says that a noun is a person.

    "A motorist who failed to stop", "a balloonist", "shot seven Punjabis".
    """
    if token.tag_ == "NNPS" and any(c.dep_ == "nummod" for c in token.children):
        return token.lower_.endswith(PEOPLES)
    clauses = [c for c in token.children if c.dep_ == "relcl"]
    told = any(w.lower_ in ("who", "whom") for c in clauses for w in c.children)
    return token.pos_ == "NOUN" and (told or token.lemma_.lower().endswith(TRADES))


def _classes(thing: Thing) -> set[str]:
    if thing.kind == "against":
        people = {"person", "civilian", "hostage"} if thing.value == "people" else set()
        return {"thing", thing.value} | people
    if thing.kind == "person":
        return {"settlement_object"} if thing.value == "settlement" else {"person", thing.value}
    return {"weapon"} if thing.kind == "weapon" else set()


def direct_objects(token: Token) -> list[Token]:
    """The heads of what is done to: objects and passive subjects, for a noun what stands behind "of"."""
    out = [child for child in token.children if child.dep_ in OBJECT_DEPS]
    out += _shared_object(token, out)
    if any(c.dep_ == "nsubjpass" and c.tag_ in ("WP", "WDT") for c in out):
        clause = next((up for up in (token, *token.ancestors) if up.dep_ == "relcl"), None)
        out += [clause.head] if clause is not None else []  # "a man who was dragged out and shot"
    if token.pos_ in ("NOUN", "PROPN"):
        out += [
            c for p in token.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"
        ]
    # "two soldiers who had shot a trader", not "the men whom it had taken"
    active = any(c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT") for c in token.children)
    if token.dep_ in ("acl", "relcl") and token.tag_ == "VBN" and not active:
        out.append(token.head)
    for head in list(out):
        also = [c for c in head.conjuncts if c.i > head.i]
        # "control of the village", "tents and two tonnes of food": what counts stands behind "of"
        out += [*also, *(c for h in (head, *also) for c in _counted(h) if c.dep_ == "pobj")]
    return out


def _shared_object(verb: Token, own: Sequence[Token]) -> list[Token]:
    """What verbs share: "were taken off the bus and shot", "shot and wounded a Palestinian": one has the object."""
    if own:
        return []
    behind = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.tag_ == verb.tag_]
    if behind and all(t.dep_ in ("cc", "advmod", "punct") for t in verb.doc[verb.i + 1 : behind[0].i]):
        return [c for c in behind[0].children if c.dep_ == "dobj"]
    if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or any(c.dep_ == "nsubj" for c in verb.children):
        return []
    return [c for c in verb.head.children if c.dep_ == "nsubjpass"]


def indirect_objects(token: Token, direct: Sequence[Token]) -> list[Token]:
    """What stands behind "on", "against", "at" and the like, beside the direct objects."""
    preps = [c for c in token.children if c.dep_ == "prep" and c.lower_ in OBJECT_PREPS]
    if any(
        t.lemma_ == "fire" for t in direct
    ):  # "opened fire with rifles [on a convoy]", which the parse hangs on them
        arms = [c for p in token.children if p.lower_ == "with" for c in p.children if c.dep_ == "pobj"]
        preps = [c for c in (*preps, *(c for a in arms for c in a.children)) if c.lower_ in FIRED_ON]
    return [c for p in preps for c in p.children if c.dep_ == "pobj" and c not in direct]


def weapon_acts(verb: Token, around: Around) -> bool:
    """Whether a missile, a drone or a jet does what the verb says."""
    return acts(verb, [t for t in around.things if is_remote(t)])
