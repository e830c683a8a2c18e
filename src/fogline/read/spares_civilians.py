"""Who says that he does not target civilians: of which deed is that a denial, and of none where it is only a creed?

"The army denied targeting civilians", behind a strike that it is said to have made, denies what that was aimed at.
"Moscow denies targeting civilians" and "both sides deny it" tell what a side always says.
"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.saying import saying
from fogline.read.about import Story
from fogline.read.contribution import VIOLENT_GROUPS, Contribution
from fogline.read.said import Attribution
from fogline.read.text import Sentence
from fogline.read.things import find_things

PAST = "VBD"
NEAR = 1  # paragraphs back to the deed that he denies
PEOPLE = "people"


def says_he_spares(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether what somebody says is that civilians are not what he aims at."""
    found = saying().sparing.search(sentence.text)
    if found is None or attribution.voice.start is None or attribution.voice.stance == "no_comment":
        return False
    last = sentence.start + found.end() - 1
    return attribution.start <= last < attribution.end


def denied_aim(attribution: Attribution, sentence: Sentence, story: Story, last: Sequence[int]) -> list[Contribution]:
    """His denial of a deed told right before that he is accused of, else of one of which nobody is."""
    side = attribution.voice.side
    if side is None or not _said_once(attribution, sentence, story):
        return []
    near = [n for n in last if story.happenings[n].group in VIOLENT_GROUPS and _back(sentence, n, story) <= NEAR]
    accused = [n for n in near if side in story.accused(n)]
    meant = accused or [n for n in near if not story.accused(n)]
    if not meant:
        return []
    voice = replace(attribution.voice, stance="denies")
    people = tuple(t for t in find_things(sentence.text) if t.kind == "against" and t.value == PEOPLE)
    return [Contribution(meant[-1], sentence, voice, None, (), people)]


def _said_once(attribution: Attribution, sentence: Sentence, story: Story) -> bool:
    """Whether it is told as said then, and not as what a side always says: "denied", not "denies", "has denied"."""
    first, end = attribution.voice.start or 0, attribution.voice.end or 0
    doc = story.parsed.docs[sentence.index]
    return any(t.tag_ == PAST and first <= sentence.start + t.idx < end for t in doc)


def _back(sentence: Sentence, number: int, story: Story) -> int:
    """How many paragraphs back a deed was told last."""
    told = [t.sentence.paragraph for t in story.happenings[number].tellings if t.sentence.index <= sentence.index]
    return sentence.paragraph - max(told) if told else sentence.paragraph + 1
