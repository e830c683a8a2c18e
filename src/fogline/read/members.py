"""Are those who are told of as some of an armed group its fighters: "six presumed members of Boko Haram"?"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.parties import party_named
from fogline.model import PartyMention
from fogline.read.things import Thing

ARMED = "armed_group"
WHOSE = ("compound", "nmod", "amod", "poss")  # how the group hangs on its members


def with_members(found: Sequence[Thing], doc: Doc, parties: Sequence[PartyMention], shift: int) -> tuple[Thing, ...]:
    """The things of a sentence, with members of an armed group as fighters."""
    groups = [(p.start - shift, p.end - shift) for p in parties if p.party and party_named(p.party).kind == ARMED]
    called = count_words().marks["members"]
    members = [t for t in doc if t.lemma_.lower() in called and t.pos_ == "NOUN"] if groups else []
    taken = {t.head for t in found if t.kind == "person"}
    told = [t for t in members if t.idx not in taken and any(_names(w, groups) for w in _of_whom(t))]
    return (*found, *(Thing(t.idx, t.idx + len(t.text), "person", "fighter", t.idx) for t in told))


def _of_whom(member: Token) -> list[Token]:
    """The words that say of what somebody is a member."""
    of = [c for link in member.children if link.lower_ == "of" for c in link.children if c.dep_ == "pobj"]
    return of + [c for c in member.children if c.dep_ in WHOSE]


def _names(word: Token, groups: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.idx < end for start, end in groups)
