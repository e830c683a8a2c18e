"""Whose word is a sentence of which the next one says who told it: "So says the union", "This was reported by …"?"""

from dataclasses import replace
from itertools import pairwise

from fogline.lexicon.saying import saying
from fogline.read.goes_on import Attribution
from fogline.read.text import ParsedText


def takes_back(parsed: ParsedText, found: dict[int, list[Attribution]]) -> None:
    """Give a sentence that nobody vouches for to whom the next one of its paragraph names as its source."""
    for before, sentence in pairwise(parsed.sentences):
        if before.paragraph != sentence.paragraph or found[before.index]:
            continue
        if saying().told_back.match(sentence.text.strip()) is None:
            continue
        told = [a for a in found[sentence.index] if a.voice.by and a.voice.stance == "asserts"]
        found[before.index] = [replace(a, start=before.start, end=before.end) for a in told]
