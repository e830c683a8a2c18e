"""On which happening does somebody keep silent: "Moscow has not commented" says of none by itself."""

from collections.abc import Sequence

from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.model import Voice
from fogline.read.about import Story, tie
from fogline.read.text import Sentence

SAID = frozenset({"talks", "pledge", "threat"})
SAID_AND_DONE = frozenset({"talks", "pledge", "threat", "aid", "sanction", "mobilisation", "other"})
# Weights beside those that tie a count to a happening: whose deed or loss it was, and what the report is about.
INVOLVED = 1.0
FIRST = 1.0
TOLD_HERE = 0.7  # in the same paragraph, beside what that counts for anyway


def silent_on(voice: Voice, told: Sequence[int], sentence: Sentence, story: Story) -> int | None:
    """Of the happenings told so far the one that somebody has no word on.

    It is what the silence names ("declined to comment on the proposal", "on these words"); else the deed that the
    sentence is tied to, the silent side had a part in, or that the report is about: the first told.
    """
    spoken = {word.key for word in words(sentence.text)}
    groups = {n: story.happenings[n].group for n in told}
    offered = [n for n in told if groups[n] in SAID_AND_DONE]
    if spoken & saying().offered and offered:
        return offered[-1]
    said = [n for n in told if groups[n] in SAID]
    if said and saying().on_words.search(sentence.text):
        return said[-1]
    deeds = sorted(n for n in told if groups[n] not in SAID_AND_DONE)
    if not deeds:
        return told[-1] if told else None
    first = min(deeds, key=lambda n: story.happenings[n].tellings[0].span)

    def weight(number: int) -> float:
        happening = story.happenings[number]
        targets = {m.party for t in happening.tellings for m in t.targets}
        involved = voice.side is not None and voice.side in happening.actors | targets
        here = any(t.sentence.paragraph == sentence.paragraph for t in happening.tellings)
        return tie(sentence, number, story) + INVOLVED * involved + FIRST * (number == first) + TOLD_HERE * here

    return max(deeds, key=weight)
