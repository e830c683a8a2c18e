"""Is a count of what a sentence tells only beside a later deed, or as what that answers?"""

from collections.abc import Sequence

from fogline.model import FigureMention
from fogline.read.about import Story
from fogline.read.seams import in_what_is_answered
from fogline.read.telling import Telling
from fogline.read.text import Sentence


def before_others(number: int, here: Sequence[tuple[int, Telling]], story: Story) -> bool:
    """Whether a sentence tells a later deed than one that it counts for: "struck A, a day after B killed one in C"."""
    mine = story.happenings[number].date
    days = mine.days if mine else None
    dates = (story.happenings[n].date for n, _ in here if n != number)
    return days is not None and any(d is not None and d.days and d.days.first > days.last for d in dates)


def of_what_is_answered(
    figure: FigureMention, told: Sequence[Telling], others: Sequence[Telling], sentence: Sentence, story: Story
) -> bool:
    """Whether a count stands in the words for what a deed answers: "the attack was a reprisal for two killings".

    What is told of as answered keeps its own: "struck A in retaliation for a missile that hit B, wounding six".
    """
    doc, at = story.parsed.docs[sentence.index], sentence.start
    if any(in_what_is_answered(doc, o.span[0] - at, t.span[0] - at) for o in others for t in told):
        return False
    return bool(told) and all(in_what_is_answered(doc, t.span[0] - at, figure.start - at) for t in told)


def news_of(
    numbers: Sequence[int], here: Sequence[tuple[int, Telling]], sentence: Sentence, story: Story
) -> tuple[int, Sentence] | None:
    """The happening that a sentence counted for last, of those told beside no later one, and the sentence."""
    news = [number for number in numbers if not before_others(number, here, story)]
    return (news[-1], sentence) if news else None
