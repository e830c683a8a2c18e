"""What somebody who denies a deed says that he hit instead: "denied hitting a school, saying it had struck a depot".

What he denies and what he says he did stand in one sentence and are told of one deed: each of the things hit goes to
the words in which it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.saying import saying
from fogline.model import PartyMention, Voice
from fogline.read.contribution import Contribution
from fogline.read.said import Attribution
from fogline.read.telling import Telling

NO = re.compile(r"\b(?:no|not|never|none|neither|nobody|nothing)\b", re.I)  # he says what he did not do


def and_struck_instead(
    said: Contribution, spoken: Sequence[Attribution], parties: Sequence[PartyMention]
) -> list[Contribution]:
    """What a telling contributes in one voice; of a denial, apart, what the same speaker asserts in words behind it."""
    voice, telling = said.voice, said.telling
    if telling is None:
        return [said]
    at = telling.sentence.start
    own = next((a for a in spoken if voice.stance == "denies" and _says_more(a, voice, telling)), None)
    if own is None:
        return [said]
    inside = tuple(t for t in telling.things if own.start <= at + t.start < own.end)
    hit = any(t.kind == "against" for t in inside)
    first = min((at + t.start for t in inside), default=own.end)
    others = any(p.party != voice.side for p in parties if own.start <= p.start < first and p.form != "demonym")
    if (
        not hit
        or others
        or saying().unhurt.search(telling.sentence.text)
        or NO.search(telling.sentence.text, own.start - at)
    ):
        return [said]
    rest = tuple(t for t in telling.things if t not in inside)
    own_word = Contribution(said.happening, telling.sentence, own.voice, None, (), inside, owned=True)
    return [replace(said, things=rest), own_word]


def _says_more(attribution: Attribution, denial: Voice, telling: Telling) -> bool:
    """Whether the one who denies a deed says something in words of his own behind it."""
    voice = attribution.voice
    return voice.stance == "asserts" and voice.side == denial.side and attribution.start > telling.span[0]
