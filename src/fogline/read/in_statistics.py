"""Are deeds only counted over weeks: "74 attacks took place in the province in July", "since January, 104 attacks"?

What is counted so is no happening, but for a bulletin of some days.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from fogline.model import DateMention
from fogline.read.trigger import Trigger

PLURALS = ("NNS", "NNPS")
FEW = 10  # deeds; fewer of one kind may be told one by one
STRETCH = 25  # days of a month or more


def only_counted(trigger: Trigger, word: Token, dates: Sequence[DateMention]) -> bool:
    """Whether a noun counts ten deeds or more, in a sentence that names only stretches of a month or more."""
    if word.tag_ not in PLURALS or trigger.frame.sort == "word" or not dates or not all(map(_is_stretch, dates)):
        return False
    numbers = [c.text.replace(",", "") for c in word.children if c.dep_ == "nummod"]
    return any(n.isdigit() and int(n) >= FEW for n in numbers)


def _is_stretch(date: DateMention) -> bool:
    return date.days is None or date.days.length >= STRETCH
