"""The mentions that have one part in a happening, each with the rule that gave it the part."""

from collections.abc import Iterable

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.model import PartyMention


class Part(list[PartyMention]):
    """The mentions in one part, and the rule that gave each the part."""

    def __init__(self) -> None:
        """None yet."""
        super().__init__()
        self.rules: dict[int, str] = {}

    def take(self, rule: str, mentions: Iterable[PartyMention]) -> None:
        """Add mentions; the first rule that gives a mention the part is the one that counts."""
        for mention in mentions:
            self.append(mention)
            self.rules.setdefault(mention.start, rule)

    def only(self, rule: str, mentions: Iterable[PartyMention]) -> None:
        """Put mentions in place of those that are there."""
        self.clear()
        self.rules.clear()
        self.take(rule, mentions)


def walked_into(noun: Token) -> bool:
    """Whether somebody got into a deed of others: "the patrol fell into an ambush of the gang"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "into" else None
    return verb is not None and verb.lemma_.lower() in deeds().getting_into


def raid_in(verb: Token) -> Token | None:
    """The raid in which people were taken: "37 were whisked away when bandits invaded a mosque"."""
    if verb.lemma_.lower() not in deeds().carried_away:
        return None
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and c.pos_ == "VERB")
    return next((c for c in clauses if any(w.lower_ in ("when", "as") for w in c.children)), None)
