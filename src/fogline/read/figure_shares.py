"""Of which deed are those that were shot down over its region: "54 drones were destroyed, 22 of them over Saratov"?

A count of a whole night names its shares by region; the share is of the strike in that region, where one is told.
"""

import re
from collections.abc import Sequence

from fogline.lexicon.events import ATTACK
from fogline.model import FigureMention, PlaceMention
from fogline.read.about import Story, places_told
from fogline.read.happenings import Happening
from fogline.read.nearby import contains, same_place
from fogline.read.text import Sentence

OVER = re.compile(
    r"(?:\s+of\s+(?:them|these|those|which))?(?:\s+(?:were|was|having\s+been)\s+\w+(?:\s+down)?)?(?:\s+\w+)?"
    r"\s+(?:over|above|in|within)\s+(?:the\s+)?(?:\w+\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


def is_share(figure: FigureMention, figures: Sequence[FigureMention], sentence: Sentence, story: Story) -> bool:
    """Whether a count is of those shot down over one region, of more that the sentence counts before."""
    if figure.figure != "intercepted":
        return False
    more = (f.value.low > figure.value.low for f in figures if f.figure == figure.figure and f.start < figure.start)
    return any(more) and _over(figure, sentence, story.found.places.get(sentence.index, ())) is not None


def deed_over(figure: FigureMention, sentence: Sentence, story: Story) -> int | None:
    """The happening in whose region some of those shot down were; None where none is told."""
    region = _over(figure, sentence, story.found.places.get(sentence.index, ()))
    if region is None:
        return None
    return next((n for n, h in enumerate(story.happenings) if _was_in(h, region)), None)


def _over(figure: FigureMention, sentence: Sentence, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place right behind a share: "22 of them over the Saratov region"."""
    behind = [p for p in places if p.place and p.start >= figure.end]
    between = (sentence.text[figure.end - sentence.start : p.start - sentence.start] for p in behind[:1])
    return next((p for p, words in zip(behind, between, strict=False) if OVER.fullmatch(words)), None)


def _was_in(happening: Happening, region: PlaceMention) -> bool:
    """Whether a strike was at a place or in it."""
    if happening.group not in ("remote", ATTACK) or happening.status != "occurred" or region.place is None:
        return False
    theirs = [p.place for p in places_told(happening) if p.place and p.place.precision != "country"]
    return any(same_place(region.place, place) or contains(region.place, place) for place in theirs)
