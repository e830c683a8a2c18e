"""Counts as the words of voices: what does a side say by then, what had it said, and what does it come to?

All words on one figure are sorted by time once, so that no question about a side looks at each of them.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from fogline.merge.order import told_at
from fogline.merge.wholes import AMONG_OTHERS, kind_counted
from fogline.model import Claim, Figure, Report

# From this multiple on, the floor of one side contradicts that of the other.
SCALE = 3
# Counts that fall as people are found.
SHRINKING = frozenset({"missing"})
# So long after one side's count the other side may reach or pass it for the two to grow in step.
STEP = dt.timedelta(days=3)
OPEN = float("inf")
MANY = 10**12  # more than anybody counts: the end of a count that is only held against what lies under it


@dataclass(frozen=True, slots=True)
class FigureWord:
    """One voice's count: when its report came out, which report, the voice's side and name, the kind of people."""

    at: dt.datetime
    report: str
    side: str
    by: str
    value: Figure
    kind: str = ""

    @property
    def voice(self) -> str:
        """The side, or the voice without one; the outlet's own word is that of its report."""
        return self.side or self.by or self.report


def figure_word(claim: Claim, name: str, reports: Mapping[str, Report]) -> FigureWord:
    """What a claim says on a figure that it gives."""
    return FigureWord(
        told_at(reports.get(claim.report)),
        claim.report,
        claim.side or "",
        claim.by or "",
        claim.figures[name],
        kind_counted(claim, name),
    )


def in_order(words: Iterable[FigureWord]) -> list[FigureWord]:
    """The words by time, then report, then what they say."""
    return sorted(words, key=lambda one: (one.at, one.report, one.side, one.by, one.kind, _order(one.value)))


class Words:
    """The words on one figure that speak of the same people, and what a side says by then."""

    def __init__(self, name: str, every: Sequence[FigureWord], kind: str) -> None:
        """`name` is the figure's, `kind` that of the people, "" for all; the words come in order of time."""
        sides: defaultdict[str, list[FigureWord]] = defaultdict(list)
        for word in every:
            sides[word.side].append(word)
        self.name = name
        self._kind = kind
        self._sides = {side: _Side(told, name in SHRINKING) for side, told in sides.items() if side}

    def stands(self, side: str, word: FigureWord, beside: FigureWord) -> bool:
        """Whether what a voice of this side said last by the time of a word leaves room for it.

        What it said at the very moment of `beside`, another word of the side, is of something else: the enemy's dead.
        """
        return bool(self.room(side, word) - {beside.at})

    def room(self, side: str, word: FigureWord) -> frozenset[dt.datetime]:
        """When a side's voices told those of their last words that leave room for a word; two moments are enough.

        What is a part of these people leaves room for itself wherever at least as many are counted.
        """
        if side not in self._sides:
            return frozenset()
        part = word.kind in AMONG_OTHERS and word.kind != self._kind
        return self._sides[side].room(word.at, Figure(word.value.low, MANY) if part else word.value)

    def told_fewer(self, side: str, word: FigureWord) -> bool:
        """Whether this side, before a word, told a count from which its own has gone on."""
        return side in self._sides and self._sides[side].told_fewer(word)

    def comes_to(self, side: str, word: FigureWord) -> bool:
        """Whether this side, within days after a word, tells its count or one further on."""
        return side in self._sides and self._sides[side].comes_to(word)

    def in_range(self, word: FigureWord, side: str) -> bool:
        """Whether a count lies between the lowest and the highest that a side has told: one more step of its growth.

        What the same voice tells elsewhere as the side's is no growth: it only says its own count again.
        """
        return side in self._sides and self._sides[side].in_range(word)


class _Side:
    """What one side tells on a figure, in order of time."""

    def __init__(self, told: Sequence[FigureWord], shrinking: bool) -> None:
        self._way = -1 if shrinking else 1  # in which direction the figure goes with time
        self._times = [word.at for word in told]
        self._begun = _running_least(
            OPEN if word.value.high == 0 else self._way * word.value.low for word in told
        )  # the least that it had told by each word; that there were none is no beginning
        self._reached = _spans_of_most([-word.value.low if shrinking else _top(word.value) for word in told])
        self._last = _last_words(told)
        self._rooms: dict[tuple[dt.datetime, Figure], frozenset[dt.datetime]] = {}
        self._tellers: defaultdict[Figure, set[str]] = defaultdict(set)
        for word in told:
            self._tellers[word.value].add(word.by)
        self._values = sorted(self._tellers, key=_order)

    def room(self, at: dt.datetime, value: Figure) -> frozenset[dt.datetime]:
        if (at, value) not in self._rooms:
            found: set[dt.datetime] = set()
            for told, (changed, standing) in self._last.items():
                if not unlike(told, value) and (changes := bisect_right(changed, at)):
                    found.update(standing[changes - 1])
                    if len(found) > 1:
                        break
            self._rooms[at, value] = frozenset(found)
        return self._rooms[at, value]

    def told_fewer(self, word: FigureWord) -> bool:
        before = bisect_left(self._times, word.at)
        return before > 0 and self._begun[before - 1] < self._way * word.value.low

    def comes_to(self, word: FigureWord) -> bool:
        """A count is reached where one that overlaps it or goes beyond it is told: one that ends no lower."""
        first = bisect_right(self._times, word.at)
        end = bisect_right(self._times, STEP, lo=first, key=lambda at: at - word.at)
        if first == end:
            return False
        return _most(self._reached, first, end) >= (word.value.low if self._way > 0 else -_top(word.value))

    def in_range(self, word: FigureWord) -> bool:
        lowest, highest = self._extreme(self._values, word.by), self._extreme(reversed(self._values), word.by)
        if lowest is None or highest is None or lowest == highest or word.value.high is None:
            return False
        return lowest.low <= word.value.low and word.value.high <= highest.low

    def _extreme(self, values: Iterable[Figure], by: str) -> Figure | None:
        """The first of some counts that another voice than one of this name tells."""
        return next((value for value in values if not by or self._tellers[value] != {by}), None)


# For each count the moments at which its standing changed, and from then on when two voices at most told it last.
_Last = dict[Figure, tuple[list[dt.datetime], list[tuple[dt.datetime, ...]]]]


def _last_words(told: Sequence[FigureWord]) -> _Last:
    """What each voice of a side had said last at each moment, by count."""
    found: defaultdict[Figure, tuple[list[dt.datetime], list[tuple[dt.datetime, ...]]]] = defaultdict(lambda: ([], []))
    last: dict[str, list[FigureWord]] = {}
    held: defaultdict[Figure, Counter[dt.datetime]] = defaultdict(Counter)
    for at, words in groupby(told, key=lambda word: word.at):
        changed: dict[Figure, None] = {}
        for word in words:
            before = last.get(word.by, [])
            if before and before[0].at != at:
                for old in before:
                    _let_go(held[old.value], old.at)
                    changed[old.value] = None
                before = []
            before.append(word)
            last[word.by] = before
            held[word.value][at] += 1
            changed[word.value] = None
        for value in changed:
            found[value][0].append(at)
            found[value][1].append(tuple(islice(held[value], 2)))
    return dict(found)


def _let_go(times: Counter[dt.datetime], at: dt.datetime) -> None:
    times[at] -= 1
    if not times[at]:
        del times[at]


def _running_least(values: Iterable[float]) -> list[float]:
    least, found = OPEN, []
    for value in values:
        least = min(least, value)
        found.append(least)
    return found


def _spans_of_most(values: list[float]) -> list[list[float]]:
    """The most of each run of 1, 2, 4, … neighbours, by where it begins."""
    found = [values]
    while len(found[-1]) > 2 ** (len(found) - 1):
        half = 2 ** (len(found) - 1)
        found.append([max(one, other) for one, other in zip(found[-1], found[-1][half:], strict=False)])
    return found


def _most(spans: list[list[float]], first: int, end: int) -> float:
    """The most of a stretch: of two runs that cover it."""
    size = (end - first).bit_length() - 1
    runs = spans[size]
    return max(runs[first], runs[end - (1 << size)])


def further(before: Figure, after: Figure, name: str) -> bool:
    """Whether a count has gone on from another the way that it goes with time."""
    return after.low < before.low if name in SHRINKING else after.low > before.low


def unlike(a: Figure, b: Figure) -> bool:
    """Whether nobody who counted the one would tell the other: no number fits both, or they are of another scale."""
    return not a.overlaps(b) or _other_scale(a, b)


def _other_scale(a: Figure, b: Figure) -> bool:
    """ "At least nine" and "more than 60": two floors that overlap, but nobody who counted 60 speaks of nine."""
    low, high = sorted((a.low, b.low))
    return a.high is None and b.high is None and high >= SCALE * low > 0


def _top(value: Figure) -> float:
    return OPEN if value.high is None else value.high


def _order(value: Figure) -> tuple[int, float]:
    return (value.low, _top(value))
