"""Which happening does a report only name as known from before: "the market bombing in Gao", "Russia's strike on Sumy"?

News is told with its day. What a report of other news names as known, without one, was done on an earlier day.
"""

from fogline.lexicon.events import ATTACK
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.what import VIOLENT

# Groups of deeds that are done at once, so that one of an earlier day is known.
KNOWN = VIOLENT | {ATTACK, "detention"}


def only_named_again(happening: Happening, opening: int) -> bool:
    """Whether all that tells of a deed points back to it and gives no day; `opening` is the body's first paragraph."""
    if happening.status != "occurred" or happening.group not in KNOWN or happening.date is not None:
        return False
    return all(
        (t.named or t.denied)
        and t.sort != "word"
        and not (t.tally or t.item)
        and (t.context is None or t.context_spoken)
        and t.sentence.part not in HEADINGS
        and t.sentence.paragraph > opening
        for t in happening.tellings
    )
