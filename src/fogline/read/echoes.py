"""Who speaks of a deed told before in a paragraph that tells none: what he saw, heard or counted of it?

"Residents said the attackers wore uniforms", "three of the nine were children, a nurse said", "'we ran into the
fields,' a trader said": a paragraph of a speaker's own behind the news. What is no word on a deed, that somebody
condemns it, asks for something, speaks of what will be or of other days, is none here.
"""

from collections.abc import Sequence

from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import titles
from fogline.model import Voice
from fogline.read.about import Story, tie
from fogline.read.contribution import VIOLENT_GROUPS
from fogline.read.goes_on import Attribution
from fogline.read.quotes import find_quotes
from fogline.read.status import is_habitual
from fogline.read.text import Sentence
from fogline.read.witnesses import is_witness

NEAR = 3  # paragraphs back to a deed that somebody goes on speaking of
LONG = 3  # days: what is told of more of them is told of more than a deed
SAME_PLACE = 2.0  # of `tie`, from which on a sentence names the place of a deed


def echoed(
    sentence: Sentence, spoken: Sequence[Attribution], story: Story, last: Sequence[int]
) -> tuple[int, list[Voice]] | None:
    """The deed that the speakers of a sentence say something of, and who they are; None where they do not."""
    asserted = (a.voice for a in spoken if a.voice.by and a.voice.stance == "asserts" and not a.carried)
    voices = [v for v in dict.fromkeys(asserted) if saying().judging.isdisjoint((v.by or "").lower().split())]
    if sentence.part != "body" or not voices or not _of_a_deed(sentence, voices, story):
        return None
    near = {n: back for n in last if (back := _back(sentence, n, story)) <= NEAR}
    near = {n: back for n, back in near.items() if story.happenings[n].group in VIOLENT_GROUPS}
    ties = {n: tie(sentence, n, story) for n in near}
    there = [n for n in near if ties[n] >= SAME_PLACE]
    if not there and len(near) != 1:
        return None
    return max(there or near, key=lambda n: ties[n]), voices


def _back(sentence: Sentence, number: int, story: Story) -> int:
    """How many paragraphs back a deed was told last."""
    told = [t.sentence.paragraph for t in story.happenings[number].tellings if t.sentence.index < sentence.index]
    return sentence.paragraph - max(told) if told else NEAR + 1


def _of_a_deed(sentence: Sentence, voices: Sequence[Voice], story: Story) -> bool:
    """Whether a sentence has words for a deed, for who did it or for those hit, or is a witness's "we"."""
    lexicon = saying()
    keys = words(sentence.text).present
    if lexicon.reacting.search(sentence.text) or is_habitual(sentence.text):
        return False
    days = [d.days for d in story.found.dates.get(sentence.index, ()) if d.days]
    if any(one.length > LONG for one in days):
        return False
    if keys & lexicon.echoing or lexicon.echoing_some.search(sentence.text):
        return True
    lived = bool(find_quotes(sentence.text)) and bool(keys & (titles().first_person | {"i", "my", "me", "they"}))
    return lived and any(is_witness(v) for v in voices)
