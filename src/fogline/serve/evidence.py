"""Which sentences besides its own hold the words behind what a claim counts?

A claim has one sentence, the one that tells the deed; "three of them died" may stand three sentences later. A figure
shown beside a sentence that does not hold it would be a number without its words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from fogline.model import FIGURES
from fogline.model.claim import Claim

Json = dict[str, Any]
Span = tuple[int, int]
# What the page tells of a claim beside its sentence.
COUNTED: Final = frozenset((*FIGURES, "weapon"))
# The end of a sentence, with the quotes and brackets that close with it, before what can begin one.
END: Final = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])|\n+")
# Words whose dot ends no sentence.
SHORT: Final = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|St|No|vs|approx|Jan"
    r"|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
LONGEST_SHORT: Final = 12
# Characters beyond which a text without ends is not searched.
FAR: Final = 600


def further(claims: Iterable[Claim], full_text: Callable[[str], str | None]) -> dict[str, list[Json]]:
    """For each claim, by its id, the sentences with figures or weapons that its own lacks, in the order of the text.

    `full_text` gives that of a report, None where it may not be shown; it is asked only where something is lacking.
    """
    found: dict[str, list[Json]] = {}
    for claim in claims:
        outside = lacking(claim)
        text = full_text(claim.report) if outside else None
        if text is not None:
            found[claim.id] = _sentences(text, outside, _own(claim))
    return found


def lacking(claim: Claim) -> dict[str, Span]:
    """The spans of figures and weapons that are not within the claim's sentence, by their keys."""
    start, end = _own(claim)
    return {
        key: (first, last)
        for key, (first, last) in claim.spans.items()
        if key.split(":")[0] in COUNTED and not start <= first <= last <= end
    }


def _own(claim: Claim) -> Span:
    return claim.sentence_start, claim.sentence_start + len(claim.sentence)


def _sentences(text: str, outside: Mapping[str, Span], own: Span) -> list[Json]:
    of: dict[Span, list[str]] = {}
    for key, span in outside.items():
        of.setdefault(_beside(text, sentence_around(text, span), span, own), []).append(key)
    return [
        {"sentence": text[start:end], "sentence_span": [start, end], "of": sorted(of[start, end])}
        for start, end in sorted(of)
    ]


def _beside(text: str, found: Span, span: Span, own: Span) -> Span:
    """A sentence less the claim's own, where the two run into each other."""
    start, end = found
    if start < own[1] <= span[0]:
        start = span[0] - len(text[own[1] : span[0]].lstrip())
    if span[1] <= own[0] < end:
        end = span[1] + len(text[span[1] : own[0]].rstrip())
    return start, end


def sentence_around(text: str, span: Span) -> Span:
    """Where the sentence that holds a span begins and ends; a span over two sentences has both."""
    first, last = span
    begin, stop = max(0, first - FAR), min(len(text), last + FAR)
    ends = list(_ends(text, begin, stop))
    start = max((after for _, after in ends if after <= first), default=_word_from(text, begin))
    end = min((before for before, _ in ends if before >= last), default=len(text[:stop].rstrip()))
    return start, end


def _word_from(text: str, at: int) -> int:
    """Where the first whole word from a place on begins."""
    blank = text.find(" ", at)
    return at if at == 0 or blank < 0 else blank + 1


def _ends(text: str, begin: int, stop: int) -> Iterator[Span]:
    """Where sentences end, closing marks included, and where the next ones begin."""
    for found in END.finditer(text, begin, stop):
        if not (found[0][0] == "." and SHORT.search(text[max(0, found.start() - LONGEST_SHORT) : found.start()])):
            yield found.start() + len(found[0].rstrip()), found.end()


def with_further(claims: Sequence[Json], found: Mapping[str, list[Json]]) -> list[Json]:
    """Claims as the API tells them, each with those sentences."""
    return [{**claim, "further": found.get(claim["id"], [])} for claim in claims]
