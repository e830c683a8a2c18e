"""Why has a claim a weapon, a thing hit or an effect? The word for it, or what the happening is without one."""

from collections.abc import Sequence

from fogline.model import Claim, Reason
from fogline.read.contribution import Contribution
from fogline.read.happening import Happening
from fogline.read.settled import struck_by_a_state
from fogline.read.text import Sentence
from fogline.read.things import find_things
from fogline.read.why_entries import thing_entry

KINDS = {"weapon": "a weapon", "against": "a thing hit", "effects": "an effect"}


def word_reasons(
    sentence: Sentence, given: Sequence[Contribution], name: str, value: str, span: tuple[int, int]
) -> list[Reason]:
    """The reason for a value that a word of a sentence gives; `given` is what was told of the happening."""
    here = [c for c in given if c.sentence.index == sentence.index]
    for thing in find_things(sentence.text):
        at = (sentence.start + thing.start, sentence.start + thing.end)
        if (thing.kind, thing.value, at) == (name, value, span):
            giving = [c for c in here if thing in c.things]
            entry = thing_entry(sentence.text, thing.start, thing.end, name, value)
            rule = f"word for {KINDS[name]}" if any(c.telling for c in giving) else "told in a sentence after it"
            return [Reason(rule if giving else "told in another sentence of the report", entry, span)]
    again = [t for c in here for t in c.things]
    if any((t.kind, t.value, sentence.start + t.start) == (name, value, span[0]) for t in again):
        return [Reason("stands for the arms named before", None, span)]
    return []


def unworded_reasons(claim: Claim, happening: Happening, name: str, value: str, span: tuple[int, int]) -> list[Reason]:
    """The reason for a value that no word gives, but what kind of happening it is."""
    for counted in ("displaced", "evacuated"):
        if name == "effects" and span == claim.spans.get(counted):
            return [Reason(f"people counted as {counted}", None, span)]
    if (name, value) == ("weapon", "airstrike") and struck_by_a_state(happening):
        return [Reason("strike of a state from the air", None, span)]
    if (name, value) != ("against", "people"):
        return []
    if claim.type == "protest":
        return [Reason("crowd that somebody fired on", None, span)]
    return [Reason("done to people by its type", None, span)] if span == happening.tellings[0].span else []
