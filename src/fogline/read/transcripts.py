"""Whose words are the answers of an interview: "Q: … A: …", "HOST: … KANYUKA: …"."""

import re
from collections import Counter
from collections.abc import Sequence

from fogline.lexicon.names import keys
from fogline.lexicon.saying import saying
from fogline.model import PartyMention, Voice
from fogline.read.goes_on import Attribution
from fogline.read.text import ParsedText, Sentence

# What stands before the colon at the head of a paragraph: a letter, or a name or a part in capitals.
TURN = re.compile(
    r"\s*(?:\*\*)?(Q|A|[A-Z\u00C0-\u00DE][A-Z\u00C0-\u00DE'’. -]{2,30}|Question|Answer|Interviewer)(?:\*\*)?: "
)
LEAST = 2  # turns of a speaker by which lines with a colon are an interview
OPENING = 3  # paragraphs from the top in which an interview tells whom it is with


def answers_of(
    parsed: ParsedText, parties: Sequence[PartyMention], found: dict[int, list[Attribution]]
) -> dict[int, list[Attribution]]:
    """For each sentence of an answer that names no speaker of its own, who answers; nothing where nobody is asked.

    "A" is the one person of a side that the opening names, anybody else the one whose surname stands before the colon.
    """
    turns: dict[int, str] = {}
    starts: dict[int, Sentence] = {}
    for sentence in parsed.sentences:
        match = TURN.match(sentence.text) if sentence.paragraph not in starts else None
        starts.setdefault(sentence.paragraph, sentence)
        if match is not None:
            turns[sentence.paragraph] = match[1].casefold().strip(" .")
    counts = Counter(turns.values())
    if not any(counts[name] >= LEAST for name in saying().asking) or len(counts) < LEAST:
        return {}
    said: dict[int, list[Attribution]] = {}
    for sentence in parsed.sentences:
        name = turns.get(sentence.paragraph)
        if name is None or name in saying().asking or any(a.voice.by for a in found[sentence.index]):
            continue
        who = _who(parsed, parties, name)
        if who is not None:
            voice = Voice(who.name, who.party, "asserts", who.start, who.end)
            said[sentence.index] = [Attribution(voice, sentence.start, sentence.end)]
    return said


def _who(parsed: ParsedText, parties: Sequence[PartyMention], name: str) -> PartyMention | None:
    people = [m for m in parties if m.form == "person"]
    if name not in saying().answering:
        return next((m for m in people if keys(m.name)[-1:] == keys(name)[-1:]), None)
    ends = [s.end for s in parsed.sentences if s.paragraph < OPENING]
    top = [m for m in people if m.party and m.start < max(ends, default=0)]
    return top[0] if len({m.name for m in top}) == 1 else None
