"""Whose word is a report that only hands on what one body announced, in that body's own words?"""

from collections.abc import Mapping, Sequence

from fogline.lexicon.telltales import telltales
from fogline.model import Voice
from fogline.read.goes_on import Attribution
from fogline.read.text import ParsedText

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
    return first if any(telltales().taking_sides.search(s.text) for s in own) else None
