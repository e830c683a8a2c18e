"""Is a happening only the sum of others that the report tells one by one: "two attacks that killed nine"?"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK, frames
from fogline.lexicon.numbers import number_words
from fogline.lexicon.phrases import words
from fogline.model import Claim
from fogline.read.happening import HEADINGS, Happening
from fogline.read.nearby import is_town
from fogline.read.telling import Telling
from fogline.read.what import VIOLENT

BEFORE = 3  # words before a deed among which its number stands: "two | separate | drone | strikes"
FEW = 6  # more than so many are not told one by one


def share_doers(found: Sequence[Happening]) -> list[Happening]:
    """The happenings, those that a sum counts with its doers where they are told without any."""
    for whole in found:
        for part in _parts_of(whole, found):
            _take_doers(part, whole)
    return list(found)


def without_sums(happenings: Sequence[Happening], claims: Sequence[Claim]) -> list[Claim]:
    """The claims but for those on what is told only as so many deeds, where that many are told one by one.

    What is counted for all of them is counted for none.
    """
    sums = {number for number, whole in enumerate(happenings) if _parts_of(whole, happenings)}
    return [claim for claim in claims if int(claim.happening) not in sums]


def _parts_of(whole: Happening, found: Sequence[Happening]) -> list[Happening]:
    """The deeds that a sum counts; none where a happening is no sum, or not all of it is told."""
    counts = [_how_many(t) for t in whole.tellings if t.sentence.part not in HEADINGS]
    if whole.group not in VIOLENT | {ATTACK} or min(counts, default=1) < 2 or not all(map(_are_many, whole.tellings)):
        return []
    others = [h for h in found if h is not whole and h.group in VIOLENT | {ATTACK} and h.status == "occurred"]
    parts = [h for h in others if _stands_by_itself(h)]
    return parts if len(parts) >= min(counts) else []


def _stands_by_itself(part: Happening) -> bool:
    """Whether a deed is told as one, with its town and its day."""
    body = [t for t in part.tellings if t.sentence.part not in HEADINGS]
    return any(map(is_town, part.places)) and part.date is not None and all(_how_many(t) < 2 for t in body)


def _take_doers(part: Happening, whole: Happening) -> None:
    doers = next((t.actors for t in whole.tellings if t.actors and t.sentence.part not in HEADINGS), ())
    if doers and not part.actors:
        part.tellings[0] = replace(part.tellings[0], actors=doers)
        part.actors = {p.party for p in doers if p.party}


def _are_many(telling: Telling) -> bool:
    """Whether a telling begins with the plural of a noun for a deed."""
    low, high = (at - telling.sentence.start for at in telling.span)
    first = telling.sentence.text[low:high].lower().split()[:1]
    return bool(first) and first[0].endswith("s") and first[0].removesuffix("s") in frames().by_noun


def _how_many(telling: Telling) -> int:
    """Of how many deeds the words of a telling speak: 2 for "two attacks", 1 where they give no number."""
    low = telling.span[0] - telling.sentence.start
    before = [word.key for word in words(telling.sentence.text[:low])][-BEFORE:]
    units = number_words().units
    counts = [units[key] for key in before if 1 < units.get(key, 0) <= FEW]
    return max(counts, default=1) if _are_many(telling) else 1
