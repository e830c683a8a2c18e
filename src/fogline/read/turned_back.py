"""Whom somebody who is accused of a deed accuses of it himself: "Moscow said that Ukraine had shelled its own people".

The words that say so ("its own", "misfired", "staged") tell the deed that was told before, never another one.
"""

from collections.abc import Sequence

from fogline.lexicon.saying import saying
from fogline.model import PartyMention
from fogline.read.said import Attribution
from fogline.read.text import Sentence


def turned_on(
    attribution: Attribution, sentence: Sentence, parties: Sequence[PartyMention]
) -> tuple[PartyMention, ...]:
    """The one party that the words of a side give the deed to which the side is accused of."""
    voice = attribution.voice
    if voice.side is None or voice.stance == "no_comment":
        return ()
    named = [p for p in parties if p.party and p.party != voice.side and attribution.start <= p.start < attribution.end]
    if len({p.party for p in named}) != 1:
        return ()
    low, high = attribution.start - sentence.start, attribution.end - sentence.start
    turned = saying().turned.search(sentence.text, max(0, low), max(0, high))
    return tuple(named[:1]) if turned else ()
