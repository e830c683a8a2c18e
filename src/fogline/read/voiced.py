"""Whom the speakers mean: "we", "our forces", "the enemy" in the words of somebody whose side is known."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from fogline.lexicon.names import keys
from fogline.lexicon.parties import party_named
from fogline.lexicon.titles import titles
from fogline.model import PartyMention
from fogline.read.said import Attribution
from fogline.read.text import ParsedText, Sentence


def of_speakers(
    parsed: ParsedText, parties: Sequence[PartyMention], voices: Mapping[int, Sequence[Attribution]]
) -> list[PartyMention]:
    """The mentions of a report with those that only the speaker settles, in the order of the text.

    "We" and "our" are the speaker's side; "the enemy" and "the occupiers" its opponent, the other party that the report
    names most. What a speaker without a side, or the outlet, calls so stays without a party.
    """
    counts = Counter(m.party for m in parties if m.party and m.form != "pronoun")
    covered = sorted((m.start, m.end) for m in parties if m.form != "description" or m.party)
    out = []
    for mention in parties:
        speaker = _speaker_at(voices, parsed.sentences, mention.start) if _is_exonym(mention) else None
        out.append(_settled(mention, _opponent(counts, speaker)) if speaker else mention)
    for sentence in parsed.sentences:
        for match in _first_person().finditer(sentence.text):
            start, end, word = sentence.start + match.start(), sentence.start + match.end(), match[0]
            if (word.isupper() and len(word) > 1) or _inside(covered, start):
                continue
            side = _speaker_at(voices, parsed.sentences, start)
            if side:
                out.append(PartyMention(start, end, word, side, side, "pronoun"))
    return sorted(out, key=lambda m: (m.start, -m.end))


@cache
def _first_person() -> re.Pattern[str]:
    """A word of the lexicon for the speaker's own side, no part of a longer one."""
    words = "|".join(map(re.escape, sorted(titles().first_person)))
    return re.compile(rf"(?i:(?<![^\W_])(?:{words})(?![^\W_]))")


def _is_exonym(mention: PartyMention) -> bool:
    if mention.party is not None:
        return False
    name = keys(mention.text)
    bare = name[1:] if name[:1] == ("the",) else name
    return "exonym" in (titles().sorts.get(name), titles().sorts.get(bare))


def _settled(mention: PartyMention, party: str | None) -> PartyMention:
    return PartyMention(mention.start, mention.end, mention.text, party, party or mention.name, mention.form)


def _opponent(counts: Counter[str], side: str | None) -> str | None:
    """The state or group that the report names most beside the speaker's own side."""
    others = [(count, party) for party, count in counts.items() if party != side and party_named(party).kind != "body"]
    return max(others, key=lambda other: other[0])[1] if others else None


def _speaker_at(voices: Mapping[int, Sequence[Attribution]], sentences: Sequence[Sentence], at: int) -> str | None:
    """The side of the narrowest voice around an offset; None for the outlet and those without a side."""
    for sentence in sentences:
        if sentence.start <= at < sentence.end:
            around = [
                a for a in voices.get(sentence.index, ()) if a.start <= at < a.end and a.voice.stance != "no_comment"
            ]
            return min(around, key=lambda a: a.end - a.start).voice.side if around else None
    return None


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)
