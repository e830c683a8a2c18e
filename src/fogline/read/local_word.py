"""Does who speaks of a deed tell where it was: "officials in Kherson said that shelling killed a couple"?

Local bodies speak of their own town. So where neither the sentence nor its paragraph says where, and a town's own
officials, police or residents tell of it, it was there.
"""

import re
from functools import cache

from fogline.lexicon.places import place_words
from fogline.model import PlaceMention
from fogline.read.company import Around
from fogline.read.nearby import is_town

BACK = 60  # characters before a name in which its people can stand


def told_locally(around: Around, story: PlaceMention | None, paragraph: int) -> tuple[PlaceMention, ...]:
    """The one place of a sentence, where its own people speak; none where its paragraph has named a town (`story`)."""
    if story is not None and story.start >= paragraph:
        return ()
    named = [p for p in around.places if p.place is not None and p.role != "demonym" and p.place.precision != "country"]
    if len({p.place.name for p in named if p.place}) != 1:
        return ()
    place, text, start = named[0], around.sentence.text, around.sentence.start
    behind, before = text[place.end - start :], text[max(0, place.start - start - BACK) : place.start - start]
    if not (_people_of().search(before) or _its_people().match(behind)):
        return ()
    return (place,) if is_town(place) or (place.place and place.place.precision == "region") else ()


@cache
def _people_of() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_any(place_words().local_people)}) (?:in|of|at|for) "
        r"(?:(?:the|town|city|village|district|region|province|of) )*$",
        re.I,
    )


@cache
def _its_people() -> re.Pattern[str]:
    words = place_words()
    area, kinds = rf"(?:(?:{_any(words.local_areas)})(?:['’]s)? )?", rf"(?:(?:{_any(words.local_kinds)})[ -])*"
    return re.compile(rf"(?:['’]s?)? {area}{kinds}(?:{_any(words.local_people)})\b", re.I)


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
