"""Which proposal of somebody else a sentence says was turned down or taken up: "rejected Qatar's offer of talks"."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import DateMention, PartyMention
from fogline.read.company import Around
from fogline.read.text import Sentence


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal that another answers: the span of its noun in the report, who made it, and on which day."""

    span: tuple[int, int]
    party: PartyMention
    date: DateMention | None


def find_offer(
    around: Around, reply: tuple[int, int], repliers: frozenset[str | None], dates: Sequence[DateMention]
) -> Offer | None:
    """The proposal that the words at `reply` answer, where the sentence names a party that made it."""
    sentence = around.sentence
    low, high = reply[0] - sentence.start, reply[1] - sentence.start
    if not any(word.key in answers().replies for word in words(sentence.text[low:high])):
        return None
    for noun in around.doc:
        if noun.idx < low or noun.pos_ != "NOUN" or noun.lower_ not in answers().proposals:
            continue
        makers = [token for token in noun.children if token.dep_ == "poss"]
        makers += [t for by in noun.children if by.lower_ in ("by", "from") for t in by.children if t.dep_ == "pobj"]
        party = next((p for maker in makers for p in around.parties if _covers(p, maker, sentence) and p.party), None)
        if party is None or party.form == "pronoun" or party.party in repliers:
            continue
        start = sentence.start + noun.idx
        own = [d for d in dates if d.days and d.start > start]
        return Offer((start, start + len(noun.text)), party, next(iter(own), None))
    return None


def _covers(mention: PartyMention | DateMention, token: Token, sentence: Sentence) -> bool:
    at = sentence.start + token.idx
    return mention.start <= at < mention.end
