"""Whose ships, jets or positions was something fired from: "missiles fired from British warships"?"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.model import PartyMention
from fogline.read.named_in import Mentions, is_bare_state


def is_launched_from(link: Token) -> bool:
    """Whether a preposition leads to what something was fired from, which is no foe's."""
    return link.lower_ == "from" and link.head.lemma_.lower() in deeds().discharging


def owners_of_launchers(known: Mentions, trigger: Token) -> list[PartyMention]:
    """Those whose the launchers are; a state's bare name is only the land that it came from."""
    verb = trigger.head if trigger.dep_ in ("nsubj", "nsubjpass") else trigger
    links = [c for c in verb.children if c.dep_ == "prep" and is_launched_from(c)]
    return [m for link in links for m in known.after(link) if not is_bare_state(m)]
