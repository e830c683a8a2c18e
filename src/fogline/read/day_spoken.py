"""On which days did somebody only speak of what a report tells, and which threat was made on such a day?"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.model import DateMention
from fogline.read.dating import days_of_speech
from fogline.read.placing import Found
from fogline.read.telling import THREAT, Telling
from fogline.read.text import ParsedText


def on_days_of_speech(tellings: Sequence[Telling], parsed: ParsedText, found: Found) -> list[Telling]:
    """The tellings, marked where the day of their story is one of speech, threats on the day when they were made."""
    dated = (
        (s, parsed.docs[s.index], found.dates[s.index])
        for s in parsed.sentences
        if s.index in parsed.docs and found.dates.get(s.index)
    )
    spoken = frozenset(day for sentence, doc, dates in dated for day in days_of_speech(sentence, doc, dates))
    filed = frozenset(day for s in parsed.sentences if s.part == "byline" for day in found.dates.get(s.index, ()))
    marked = [replace(t, context_spoken=True) if t.context in spoken | filed else t for t in tellings]
    return [_threat(t, spoken, found) for t in marked]


def _threat(telling: Telling, spoken: frozenset[DateMention], found: Found) -> Telling:
    """A threat without a day of its own on the last day on which its paragraph had somebody speak before it."""
    if telling.group != THREAT or telling.date is not None:
        return telling
    told = [i for i in sorted(found.paragraphs[telling.sentence.paragraph]) if i <= telling.sentence.index]
    days = [d for i in told for d in found.dates.get(i, ()) if d in spoken and d.start < telling.span[0]]
    return replace(telling, context=days[-1]) if days else telling
