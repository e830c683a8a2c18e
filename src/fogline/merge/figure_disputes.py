"""Which counts contradict each other, and which only grow with time?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from fogline.merge.order import told_at
from fogline.model import Claim, Figure, Report

# From this multiple of a floor on, an exact count of another voice in the same report contradicts the floor.
FAR = 1.5
# From this multiple on, the floor of one side contradicts that of the other.
SCALE = 3
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
        if _within_reports(words, camps) or _between_reports(words, camps, name):
            yield name


def _within_reports(words: Sequence[_Word], camps: Mapping[str, str]) -> bool:
    """Whether one report tells two counts that contradict each other."""
    by_report: defaultdict[str, list[_Word]] = defaultdict(list)
    for word in words:
        by_report[word.report].append(word)
    return any(_contradict(a, b, words, camps) for own in by_report.values() for a, b in combinations(own, 2))


def _between_reports(words: Sequence[_Word], camps: Mapping[str, str], name: str) -> bool:
    """Whether counts of different reports contradict each other: later and higher, or of one side, is an update."""
    once = sorted({replace(word, report="") for word in words}, key=_key)
    for a, b in combinations(once, 2):
        if _opposed(a, b, camps):
            return True
        if (a.side and b.side) or (a.side, a.by) == (b.side, b.by) or a.value.overlaps(b.value):
            continue
        sinks = name not in SHRINKING and a.day < b.day and b.value.low < a.value.low
        if (sinks or _none_and_some(a.value, b.value)) and not _steps(a, b, words):
            return True
    return False


def _contradict(a: _Word, b: _Word, words: Sequence[_Word], camps: Mapping[str, str]) -> bool:
    """Whether two counts of one report cannot both be right."""
    if a.side and b.side and a.side != b.side:
        return _opposed(a, b, camps)
    if (a.side, a.by) == (b.side, b.by):
        return _none_and_some(a.value, b.value)
    if a.side and a.side == b.side:
        return not a.value.overlaps(b.value)
    far = _far_above(a.value, b.value) or _far_above(b.value, a.value)
    return (far or not a.value.overlaps(b.value)) and not _steps(a, b, words)


def _opposed(a: _Word, b: _Word, camps: Mapping[str, str]) -> bool:
    """Two sides that are not of one camp, with different numbers, whenever they were told."""
    if not a.side or not b.side or (a.value.overlaps(b.value) and not _other_scale(a.value, b.value)):
        return False
    return camps.get(a.side, a.side) != camps.get(b.side, b.side)


def _steps(a: _Word, b: _Word, words: Sequence[_Word]) -> bool:
    """Whether either count lies within the growth that the other's side tells."""
    return _in_range(a, b.side, words) or _in_range(b, a.side, words)


def _in_range(word: _Word, side: str, words: Sequence[_Word]) -> bool:
    """Whether a count lies between the lowest and the highest that a side has told: one more step of its growth."""
    own = [other.value for other in words if side and other.side == side]
    if len(set(own)) < 2 or word.value.high is None:
        return False
    return min(value.low for value in own) <= word.value.low and word.value.high <= max(value.low for value in own)


def unlike(a: Figure, b: Figure) -> bool:
    """Whether nobody who counted the one would tell the other: no number fits both, or they are of another scale."""
    return not a.overlaps(b) or _far_above(a, b) or _far_above(b, a) or _other_scale(a, b)


def _far_above(exact: Figure, floor: Figure) -> bool:
    """ "61" beside another voice's "more than 30": it overlaps, but nobody who counted 61 would say so."""
    return floor.high is None and exact.high is not None and exact.low >= FAR * floor.low > 0


def _other_scale(a: Figure, b: Figure) -> bool:
    """ "At least nine" and "more than 60": two floors that overlap, but nobody who counted 60 speaks of nine."""
    low, high = sorted((a.low, b.low))
    return a.high is None and b.high is None and high >= SCALE * low > 0


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
