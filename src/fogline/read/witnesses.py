"""Who speaks in the paragraph behind the one that tells a deed, as one who lived through it?

"'They did not even look,' a market woman said": a witness without a side, quoted where nothing else is told.
"""

from collections.abc import Sequence

from fogline.lexicon.titles import titles
from fogline.model import Voice
from fogline.read.about import Story, likeliest
from fogline.read.contribution import VIOLENT_GROUPS
from fogline.read.text import Sentence

QUOTES = ('"', "“", "”")
PERSON = ("private",)
FEW = 3  # words of a name


def witnessed(sentence: Sentence, story: Story, last: Sequence[int]) -> int | None:
    """The deed of the paragraph before that a quotation is about whose own paragraph tells of none."""
    if sentence.part != "body" or not any(mark in sentence.text for mark in QUOTES):
        return None
    told = {n: {t.sentence.paragraph for t in story.happenings[n].tellings} for n in last}
    if any(sentence.paragraph in paragraphs for paragraphs in told.values()):
        return None
    before = [n for n in last if sentence.paragraph - 1 in told[n] and story.happenings[n].group in VIOLENT_GROUPS]
    return likeliest(before, sentence, story)


def is_witness(voice: Voice) -> bool:
    """Whether a voice without a side is one person: a full name, or a word for somebody who speaks for himself."""
    words = (voice.by or "").split()
    if voice.side is not None or voice.stance != "asserts" or not words:
        return False
    named = 1 < len(words) <= FEW and all(word[:1].isupper() for word in words)
    plain = any(titles().sorts.get((word.lower(),)) in PERSON and not word.endswith("s") for word in words)
    body = any(titles().sorts.get((word.lower(),)) == "private_body" for word in words)
    return (named or plain) and not body
