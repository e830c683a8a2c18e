"""Whom somebody who is accused of a deed accuses of it himself: "Moscow said that Ukraine had shelled its own people".

The words that say so ("its own", "misfired", "staged") tell the deed that was told before, never another one.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from fogline.lexicon.saying import saying
from fogline.model import PartyMention
from fogline.read.blame import find_blamed
from fogline.read.contribution import Contribution
from fogline.read.happenings import BLOWS, Happening
from fogline.read.said import Attribution
from fogline.read.telling import Telling
from fogline.read.text import Sentence
from fogline.read.things import find_things

NEXT = 1  # sentences on from a denial in which somebody goes on to say whose deed it was


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


def disowned(
    attribution: Attribution,
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    out: Sequence[Contribution],
) -> int | None:
    """The happening that the side of somebody who speaks has just denied, in this sentence or the one before."""
    side = attribution.voice.side
    if side is None or attribution.voice.stance != "asserts":
        return None
    denying = [a for a in spoken if a.voice.stance == "denies" and a.voice.side == side and a != attribution]
    own = [n for n, t in here if t.span[0] < attribution.start and any(_within(t, a) for a in denying)]
    if own:
        return own[-1]
    for word in reversed(out):
        near = 0 < sentence.index - word.sentence.index <= NEXT and word.sentence.paragraph == sentence.paragraph
        if not near:
            return None
        if word.voice.stance == "denies" and word.voice.side == side:
            return word.happening
    return None


def hit_by_another(
    attribution: Attribution,
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    parties: Sequence[PartyMention],
    happenings: Sequence[Happening],
    *,
    doc: Doc,
) -> tuple[PartyMention, ...]:
    """The one party that somebody who has denied a deed says did it: "and said that it had been hit by their shell".

    Also "and said the army had done it".

    What he tells with a town or a day of its own is another deed.
    """
    told = [(n, t) for n, t in here if _within(t, attribution)]
    other = any(t.places or t.date or happenings[n].group not in BLOWS for n, t in told)
    named = [p for p in parties if p.party and p.party != attribution.voice.side and _covers(attribution, p.start)]
    if other or len({p.party for p in named}) != 1:
        return ()
    if not _hits_it(attribution, sentence, told) and (told or not find_blamed(doc, sentence, named)):
        return ()
    return tuple(named[:1])


def _hits_it(attribution: Attribution, sentence: Sentence, told: Sequence[tuple[int, Telling]]) -> bool:
    """Whether words tell a blow, or where arms came down: "a rocket of theirs had landed on the clinic"."""
    low, high = max(0, attribution.start - sentence.start), max(0, attribution.end - sentence.start)
    sent = saying().sent.search(sentence.text, low, high) is not None
    if told:
        return sent or any(t.actors for _, t in told)
    armed = any(t.kind == "weapon" and low <= t.start < high for t in find_things(sentence.text))
    return armed and (sent or saying().landed.search(sentence.text, low, high) is not None)


def _within(telling: Telling, attribution: Attribution) -> bool:
    return _covers(attribution, telling.span[0])


def _covers(attribution: Attribution, at: int) -> bool:
    return attribution.start <= at < attribution.end
