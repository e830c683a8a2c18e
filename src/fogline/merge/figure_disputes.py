"""Which counts contradict each other, and which only grow with time?"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.merge.order import told_at
from fogline.model import Claim, Figure, Report

# From this multiple of a floor on, an exact count of another voice in the same report contradicts the floor.
FAR = 1.5
# Counts that fall as people are found.
SHRINKING = frozenset({"missing"})


@dataclass(frozen=True, slots=True, order=True)
class _Word:
    """One voice's count: when its report came out, which report, the voice's side and name."""

    day: dt.date
    report: str
    side: str
    by: str
    value: Figure


def disputed_figures(told: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[str]:
    """The names of the figures on which two voices contradict each other."""
    camps = _camps(told)
    for name in sorted({name for claim in told for name in claim.figures}):
        words = sorted(
            {_word(claim, claim.figures[name], reports) for claim in told if name in claim.figures}, key=_key
        )
        if any(_contradict(a, b, words, camps, name) for at, a in enumerate(words) for b in words[at + 1 :]):
            yield name


def _contradict(a: _Word, b: _Word, words: Sequence[_Word], camps: Mapping[str, str], name: str) -> bool:
    """Whether two counts, `a` told no later than `b`, cannot both be right."""
    if a.side and a.side == b.side:
        return _within_side(a, b)
    if a.side and b.side:
        return not a.value.overlaps(b.value) and camps.get(a.side, a.side) != camps.get(b.side, b.side)
    if (a.side, a.by) == (b.side, b.by):
        return a.report == b.report and _none_and_some(a.value, b.value)
    return _with_independent(a, b, words, name)


def _within_side(a: _Word, b: _Word) -> bool:
    """One side's counts are updates, unless two of its voices stand against each other in one report."""
    if a.report != b.report or a.value.overlaps(b.value):
        return False
    return a.by != b.by or _none_and_some(a.value, b.value)


def _with_independent(a: _Word, b: _Word, words: Sequence[_Word], name: str) -> bool:
    """A count by an outlet, a witness, a doctor against another voice's: later and higher is an update."""
    if _in_range(a, b.side, words) or _in_range(b, a.side, words):
        return False
    if a.report == b.report:
        return not a.value.overlaps(b.value) or _far_above(a.value, b.value) or _far_above(b.value, a.value)
    if a.value.overlaps(b.value):
        return False
    if _none_and_some(a.value, b.value):
        return True
    return name not in SHRINKING and a.day < b.day and b.value.low < a.value.low


def _in_range(word: _Word, side: str, words: Sequence[_Word]) -> bool:
    """Whether a count lies between the lowest and the highest that a side has told: one more step of its growth."""
    own = [other.value for other in words if side and other.side == side]
    if len(set(own)) < 2 or word.value.high is None:
        return False
    return min(value.low for value in own) <= word.value.low and word.value.high <= max(value.low for value in own)


def _far_above(exact: Figure, floor: Figure) -> bool:
    """ "61" beside another voice's "more than 30": it overlaps, but nobody who counted 61 would say so."""
    return floor.high is None and exact.high is not None and exact.low >= FAR * floor.low > 0


def _none_and_some(a: Figure, b: Figure) -> bool:
    """ "Nobody was hurt" and "one was hurt": no partial count explains both."""
    return 0 in (a.high, b.high) and not a.overlaps(b)


def _camps(told: Sequence[Claim]) -> dict[str, str]:
    """Sides that act together or are hit together, each under one name."""
    camps: dict[str, str] = {}
    for field in ("actor", "target"):
        for claim in told:
            parties = sorted(getattr(claim, field))
            for party in parties[1:]:
                camps.setdefault(party, camps.get(parties[0], parties[0]))
    return camps


def _word(claim: Claim, value: Figure, reports: Mapping[str, Report]) -> _Word:
    return _Word(told_at(reports.get(claim.report)).date(), claim.report, claim.side or "", claim.by or "", value)


def _key(word: _Word) -> tuple[dt.date, str, str, str, int, bool, int]:
    value = word.value
    return (word.day, word.report, word.side, word.by, value.low, value.high is None, value.high or 0)
