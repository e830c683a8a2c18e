"""Whose word is a report that only hands on what one body announced, in that body's own words?"""

import re
from collections.abc import Mapping, Sequence

from fogline.model import Voice
from fogline.read.goes_on import Attribution
from fogline.read.text import ParsedText

# Words by which a report takes a side: it calls the other one terrorists, and its own forces "our".
TAKING_SIDES = re.compile(
    r"\b(?:terrorists?|bandits|bandit|mercenaries|enemy|invaders|occupiers|martyr(?:s|ed|dom)?|apostates|infidels"
    r"|militants of|formations of"
    r"|(?:our|own) (?:[\w-]+ ){0,2}(?:forces|troops|soldiers|fighters|army|aviation|aircraft))\b",
    re.IGNORECASE,
)
LEAD = 4  # sentences of the body in which whoever is handed on is named


def handed_on(parsed: ParsedText, found: Mapping[int, Sequence[Attribution]]) -> Voice | None:
    """The one side that speaks in a report from its lead on, where the report takes that side itself."""
    body = [s for s in parsed.sentences if s.part == "body"]
    said = [(s.index, a.voice) for s in body for a in found[s.index] if a.voice.by and a.voice.stance == "asserts"]
    sides = {voice.side for _, voice in said}
    lead = {s.index for s in body[:LEAD]}
    if len(sides) != 1 or None in sides or not any(index in lead for index, _ in said):
        return None
    first = said[0][1]
    if sum(voice.by == first.by for _, voice in said) * 2 < len(said):
        return None
    own = [s for s in body if not any(a.voice.by for a in found[s.index])]
    return first if any(TAKING_SIDES.search(s.text) for s in own) else None
