"""Whom somebody who is accused of a deed accuses of it himself: "Moscow said that Ukraine had shelled its own people".

The words that say so ("its own", "misfired", "staged") tell the deed that was told before, never another one.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from fogline.lexicon.saying import saying
from fogline.model import PartyMention
from fogline.read.blame import find_blamed
from fogline.read.said import Attribution
from fogline.read.text import Sentence


def turned_on(
    attribution: Attribution, sentence: Sentence, parties: Sequence[PartyMention], doc: Doc
) -> tuple[PartyMention, ...]:
    """The one party that the words of a side give the deed to which the side is accused of.

    Who denies a deed and blames another for it ("denied the bombing and accused the ELN of it") says so in plain words.
    """
    voice = attribution.voice
    if voice.side is None or voice.stance == "no_comment":
        return ()
    named = [p for p in parties if p.party and p.party != voice.side and attribution.start <= p.start < attribution.end]
    if len({p.party for p in named}) != 1:
        return ()
    low, high = attribution.start - sentence.start, attribution.end - sentence.start
    if voice.stance == "denies" and (blamed := [p for p in find_blamed(doc, sentence, named) if p in named]):
        return tuple(blamed[:1])
    turned = saying().turned.search(sentence.text, max(0, low), max(0, high))
    return tuple(named[:1]) if turned else ()
