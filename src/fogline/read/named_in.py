"""Which parties stand in a noun phrase: "Ukrainian positions", "a convoy of the army and its allies"."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from fogline.lexicon.conflicts import conflicts
from fogline.lexicon.deeds import deeds
from fogline.lexicon.names import keys
from fogline.lexicon.parties import party_named
from fogline.lexicon.places import place_words
from fogline.lexicon.status import status_words
from fogline.lexicon.titles import titles
from fogline.model import PartyMention
from fogline.read.text import Sentence

# Behind these, the ground of a state is where something was, and nobody it was done to.
WHERE_BEFORE = re.compile(
    r"\b(?:from|near|off|along|across|outside|beyond|towards?|close to) (?:inside |within )?(?:the )?$", re.I
)
AT_BORDER = re.compile(r" (?:border|frontier)\b")
BESIDE = ("-", "–", "/", " and ", " & ")  # between two adjectives of one blow
LISTED = (*BESIDE, ", ", ", and ")  # between the adjectives of forces that act together
HYPHENS = ("-", "–")
CROWDS = ("people",)  # of whom a side arrests those "linked to" its foe
OWNING = ("amod", "compound", "poss", "nmod")
MODIFIERS = ("amod", "compound", "poss", "nmod", "appos", "conj", "quantmod", "nummod")


class Mentions:
    """The mentions of a sentence by the tokens that they cover."""

    def __init__(self, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> None:
        """`doc` is the parse of the sentence."""
        self.at: dict[int, PartyMention] = {}
        for token in doc if mentions else ():
            start = sentence.start + token.idx
            end = start + len(token)
            for mention in mentions:
                if mention.start < end and start < mention.end:
                    self.at.setdefault(token.i, mention)
        self.joined = {b: a for a, b in pairwise(mentions) if self._are_one(sentence, doc, a, b)}
        self.before = {b: a for a, b in pairwise(mentions) if self._are_listed(sentence, doc, a, b)}

    def _are_one(self, sentence: Sentence, doc: Doc, one: PartyMention, other: PartyMention) -> bool:
        """Whether two adjectives say whose one blow or force is: "US and British aircraft", "US-British forces"."""
        between = sentence.text[max(0, one.end - sentence.start) : max(0, other.start - sentence.start)]
        if between not in BESIDE or {one.form, other.form} - {"name", "demonym"} or _are_foes(one, other):
            return False
        first, second = (next((t for t in doc if self.at.get(t.i) is m), None) for m in (one, other))
        if first is None or second is None:
            return False
        noun = second.head if second.dep_ in OWNING else first.head
        both_ends = between in HYPHENS and noun.lower_ in titles().forces | deeds().allied
        if not (both_ends or noun.lower_ in place_words().blows):
            return False
        return second.head == first or first.head == second or (first.head == second.head and between != " and ")

    def _are_listed(self, sentence: Sentence, doc: Doc, one: PartyMention, other: PartyMention) -> bool:
        """Whether an adjective stands before another in a list of whose some forces are: "US and British warships"."""
        between = sentence.text[max(0, one.end - sentence.start) : max(0, other.start - sentence.start)]
        if between.removeprefix(".") not in LISTED or one.form not in ("name", "demonym"):
            return False
        whose = next((t for t in doc if self.at.get(t.i) is one), None)
        theirs = [t for t in doc if self.at.get(t.i) is other]
        return whose is not None and _first_above(whose) in {t.i for t in theirs} | {_first_above(t) for t in theirs}

    def of(self, token: Token) -> list[PartyMention]:
        """The mention that covers a token, and those joined to it by "and"."""
        found = [self.at[token.i]] if token.i in self.at else []
        found = [self.joined[m] for m in found if m in self.joined] + found
        if found and token.pos_ == "NOUN":
            found = self._listed_before(found[0]) + found
        if found:  # "leaders of the UPC and 3R"
            owners = [o for p in token.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
            found += [self.at[c.i] for o in owners for c in o.conjuncts if c.i in self.at]
        for child in token.children:
            if child.dep_ in ("conj", "appos"):
                found += self.of(child)
        return found

    def _listed_before(self, mention: PartyMention) -> list[PartyMention]:
        """Those whose forces are named in one list with a mention's, before it: "French, US and British forces"."""
        out: list[PartyMention] = []
        while mention in self.before:
            mention = self.before[mention]
            out.insert(0, mention)
        return out

    def within(self, token: Token) -> list[PartyMention]:
        """Mentions of a noun phrase: its head's, else those before it ("Ukrainian positions"), else its owner's."""
        if sworn := self._sworn(token):
            return sworn
        found = self.of(token)
        if found and token.i not in self.at:  # "Israeli tanks and troops": whose the tanks are says whose the troops
            owned = [c for c in token.children if c.dep_ in OWNING]
            owners = [m for c in owned for m in self.within(c)] or self._belonging(token)
            found = owners + [m for m in found if m.form in ("name", "demonym", "metonym")] if owners else found
        if found:
            return found
        for child in token.children:
            if child.dep_ in MODIFIERS:
                beside = self.within(child)
                found += [*self._belonging(token), *beside] if beside and child.dep_ == "conj" else beside
        return found or self._belonging(token) or self._carried(token)

    def _carried(self, token: Token) -> list[PartyMention]:
        """Those whom a vehicle or a ship carries: "a lorry carrying Indian soldiers"."""
        loads = [c for c in token.children if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBG", "VBD")]
        loads = [c for c in loads if c.lemma_.lower() in deeds().carrying]
        return [m for load in loads for c in load.children if c.dep_ == "dobj" for m in self.within(c)]

    def _belonging(self, token: Token) -> list[PartyMention]:
        """Those whose a thing is by the words behind it: "positions of the army", "a camp belonging to the ELN"."""
        links = [c for c in token.children if c.dep_ == "prep" and c.lower_ in deeds().belonging]
        return [m for link in links for m in self.after(link)]

    def _sworn(self, token: Token) -> list[PartyMention]:
        """Those whose forces are so by what they are called: "loyal to Haftar", "suspected of belonging to the ELN"."""
        armed = token.lower_ in titles().forces and token.lower_ not in CROWDS
        called = [c for c in token.children if armed and c.i > token.i and c.lower_ in deeds().sworn]
        suspected = (c for c in token.children if c.dep_ == "acl" and c.lemma_.lower() in status_words().charging)
        called += [
            g for c in suspected for p in c.children if p.lower_ == "of" for g in p.children if g.dep_ == "pcomp"
        ]
        links = [c for word in called for c in word.children if c.dep_ == "prep" and c.lower_ in ("to", "with")]
        return [m for link in links for m in self.after(link)]

    def after(self, preposition: Token) -> list[PartyMention]:
        """Mentions of what follows a preposition; a state's bare name after "in" or "into" is where, and left out."""
        inner_words = [c for c in preposition.children if c.dep_ in ("pobj", "pcomp")]
        if preposition.lower_ == "in":  # "fired rockets in support of the rebels": nobody is hit
            inner_words = [c for c in inner_words if c.lower_ not in deeds().friendship]
        found = [m for inner in inner_words for m in self.within(inner)]
        if preposition.lower_ not in deeds().where:
            return found
        return [m for m in found if not is_bare_state(m)]


def _first_above(token: Token) -> int:
    """The noun that an adjective belongs to, by its number; itself where it is none."""
    while token.dep_ in ("conj", *OWNING) and token.head != token:
        if token.dep_ in OWNING and token.head.pos_ in ("NOUN", "PROPN"):
            return token.head.i
        token = token.head
    return token.i


def _are_foes(one: PartyMention, other: PartyMention) -> bool:
    """Whether two parties have been at war with each other, so that "Thai-Cambodian fire" is of both sides."""
    return any({one.party, other.party} == set(c.sides) for c in conflicts())


def is_only_where(mention: PartyMention, sentence: Sentence) -> bool:
    """Whether a state's adjective or name only tells where it is: "near the Somali border", "at the Belarus border".

    So it does of men in arms who serve no state: "Sudanese armed men".
    """
    before, behind = sentence.text[: mention.start - sentence.start], sentence.text[mention.end - sentence.start :]
    if is_bare_state(mention):
        return AT_BORDER.match(behind) is not None
    if mention.form != "demonym":
        return False
    if _bands().match(behind):
        return True
    return WHERE_BEFORE.search(before) is not None and behind.lstrip(" ").split(" ")[0].strip(",.;:") in deeds().soil


@cache
def _bands() -> re.Pattern[str]:
    """Behind the adjective of a state: men in arms who are none of its own, as "armed elements", "pirates"."""
    carrying = "|".join(sorted(deeds().carrying_arms | {"element", "bandit", "person", "individual"}))
    return re.compile(
        rf" (?:armed (?:{carrying})s?|pirates?|smugglers?|poachers?|rustlers?|raiders?|herders?"
        r"|restaurants?|cafes?|bakery|bakeries|takeaways?)\b"
    )


def is_bare_state(mention: PartyMention) -> bool:
    """Whether a mention is a state's bare name, which may be a place as well; its army's name is none."""
    if mention.party is None or mention.form != "name" or mention.text != mention.name:
        return False
    party = party_named(mention.party)
    return party.kind == "state" and keys(mention.text) not in _forces(party.name)


@cache
def _forces(party: str) -> frozenset[tuple[str, ...]]:
    """The names of a party's forces, folded: "Zapad Group of Forces" is written in small letters as well."""
    return frozenset(map(keys, party_named(party).forces))
