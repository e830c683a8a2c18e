"""Who is meant by "he said", "the statement added", "the source said": somebody who spoke before in the report."""

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.lexicon.saying import saying
from fogline.model import Voice
from fogline.read.speakers import Speaker

PRONOUNS = frozenset({"he", "she", "it", "they"})
BACK = 3  # sentences that a "he said" may reach back for its speaker
BACK_BY_WORD = 12  # sentences that "the source said" may reach back for a source


@dataclass(frozen=True, slots=True)
class Spoke:
    """A voice heard in a sentence, and what kind of speaker it was; `nouns` are the lemmas of its noun phrase."""

    sentence: int
    voice: Voice
    person: bool
    plural: bool
    nouns: frozenset[str]


def takes_up(speaker: Speaker) -> bool:
    """Whether a speaker can only be somebody told of before."""
    return not speaker.outlet and (speaker.word in PRONOUNS or speaker.word in saying().documents)


def spoke_before(at: int, speaker: Speaker, heard: Sequence[Spoke]) -> Voice | None:
    """The voice before sentence `at` that a pronoun or a document stands for."""
    for spoke in reversed(heard):
        if at - spoke.sentence > BACK:
            return None
        if speaker.word in ("he", "she") and (not spoke.person or spoke.plural):
            continue
        if speaker.word == "it" and (spoke.person or spoke.plural):
            continue
        if speaker.word == "they" and spoke.person and not spoke.plural:
            continue
        return spoke.voice
    return None


def named_before(at: int, speaker: Speaker, heard: Sequence[Spoke]) -> Voice | None:
    """The voice that "the source", "the embassy", "one of the officers" takes up by its noun.

    Where the words alone would be another side's, it is who spoke just before.
    """
    if not speaker.taken_up:
        return None
    nouns = {speaker.taken_up, f"{speaker.taken_up}s"}  # a name keeps its plural: "Resistance Committees"
    near = [s for s in heard if at - s.sentence <= BACK_BY_WORD and nouns & s.nouns]
    if not near:
        return None
    last = near[-1]
    alike = speaker.side in (None, last.voice.side) or (last.voice.side is not None and at - last.sentence <= BACK)
    return last.voice if alike else None
