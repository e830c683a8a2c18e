"""Which counts contradict each other, and which only grow with time?

A side is held to what its voices say at the time, not to what they said before: who tells what the other side has
come to by then, or comes to within days, is in step with it.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from fogline.merge.figures import without_copies
from fogline.merge.order import told_at
from fogline.merge.wholes import without_parts_that_fit
from fogline.model import Claim, Figure, Report

# From this multiple of a floor on, an exact count of another voice in the same report contradicts the floor.
FAR = 1.5
# From this multiple on, the floor of one side contradicts that of the other.
SCALE = 3
# Counts that fall as people are found.
SHRINKING = frozenset({"missing"})
# So long after one side's count the other side may reach or pass it for the two to grow in step.
STEP = dt.timedelta(days=3)


@dataclass(frozen=True, slots=True, order=True)
class FigureWord:
    """One voice's count: when its report came out, which report, the voice's side and name."""

    at: dt.datetime
    report: str
    side: str
    by: str
    value: Figure


_Said = Mapping[Figure, Sequence[dt.datetime]]  # counts, and when they were told: at most two moments of each


class _Words:
    """All words on one figure in order of time, and what a side says by then; each question is answered once."""

    def __init__(self, name: str, every: Sequence[FigureWord]) -> None:
        """`name` is the figure's."""
        self.name = name
        self.every = every
        self._by_side: defaultdict[str, list[FigureWord]] = defaultdict(list)
        for word in every:
            self._by_side[word.side].append(word)
        self._last: dict[str, dict[dt.datetime, _Said]] = {}
        self._moments: dict[tuple[str, dt.datetime, Figure], frozenset[dt.datetime]] = {}
        self._known: dict[tuple[object, ...], bool] = {}

    def stands(self, side: str, word: FigureWord, beside: FigureWord) -> bool:
        """Whether what a voice of this side said last by the time of a word leaves room for it.

        What it said at the very moment of `beside`, another word of the side, is of something else: the enemy's dead.
        """
        return bool(self._room(side, word) - {beside.at})

    def always_stands(self, side: str, word: FigureWord) -> bool:
        """Whether it leaves room for the word whichever other word of the side is asked about."""
        return len(self._room(side, word)) > 1

    def _room(self, side: str, word: FigureWord) -> frozenset[dt.datetime]:
        """When a side's voices told those of their last words that leave room for a word; two moments are enough."""
        if side not in self._last:
            self._last[side] = _last_words(self._by_side[side], self.every)
        key = (side, word.at, word.value)
        if key not in self._moments:
            last = self._last[side][word.at]
            self._moments[key] = frozenset(
                at for value, when in last.items() if not unlike(value, word.value) for at in when
            )
        return self._moments[key]

    def told_fewer(self, side: str, word: FigureWord) -> bool:
        """Whether this side, before a word, told a count from which its own has gone on."""

        def find() -> bool:
            before = (w.value for w in self._by_side[side] if w.at < word.at and w.value.high != 0)
            return any(_further(value, word.value, self.name) for value in before)

        return self._once(("fewer", side, word.at, word.value), find)

    def comes_to(self, side: str, word: FigureWord) -> bool:
        """Whether this side, within days after a word, tells its count or one further on."""

        def find() -> bool:
            after = (w.value for w in self._by_side[side] if word.at < w.at <= word.at + STEP)
            return any(value.overlaps(word.value) or _further(word.value, value, self.name) for value in after)

        return self._once(("comes", side, word.at, word.value), find)

    def in_range(self, word: FigureWord, side: str) -> bool:
        """Whether a count lies between the lowest and the highest that a side has told: one more step of its growth.

        What the same voice tells elsewhere as the side's is no growth: it only says its own count again.
        """
        top = word.value.high
        if not side or top is None:
            return False

        def find() -> bool:
            own = {other.value for other in self._by_side[side] if not word.by or other.by != word.by}
            lows = [value.low for value in own]
            return len(own) > 1 and min(lows) <= word.value.low and top <= max(lows)

        return self._once(("range", side, word.by, word.value), find)

    def _once(self, question: tuple[object, ...], find: Callable[[], bool]) -> bool:
        if question not in self._known:
            self._known[question] = find()
        return self._known[question]


def _last_words(own: Sequence[FigureWord], every: Sequence[FigureWord]) -> dict[dt.datetime, _Said]:
    """What each voice of a side had said last at each moment of any word; both in order of time."""
    found: dict[dt.datetime, _Said] = {}
    last: dict[str, list[FigureWord]] = {}
    behind = iter([*own, None])
    coming = next(behind)
    held: defaultdict[Figure, Counter[dt.datetime]] = defaultdict(Counter)
    said: _Said = {}
    for at in dict.fromkeys(word.at for word in every):
        spoke = False
        while coming is not None and coming.at <= at:
            before = last.get(coming.by, [])
            if before and before[0].at != coming.at:
                for word in before:
                    _let_go(held[word.value], word.at)
                before = []
            last[coming.by] = [*before, coming]
            held[coming.value][coming.at] += 1
            coming, spoke = next(behind), True
        if spoke:
            said = {value: tuple(islice(times, 2)) for value, times in held.items()}
        found[at] = said
    return found


def _let_go(times: Counter[dt.datetime], at: dt.datetime) -> None:
    times[at] -= 1
    if not times[at]:
        del times[at]


def disputed_figures(told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]) -> Iterator[str]:
    """The names of the figures on which two voices contradict each other."""
    camps = _camps(told)
    for name in sorted({name for claim in told for name in claim.figures}):
        if next(_opposed_words(name, told, reports, origins, camps), None):
            yield name


def opposed_counts(
    name: str, told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]
) -> frozenset[tuple[FigureWord, FigureWord]]:
    """The pairs of words on a figure that contradict each other, both ways round."""
    pairs = list(_opposed_words(name, told, reports, origins, _camps(told)))
    return frozenset([*pairs, *((b, a) for a, b in pairs)])


def opposed_claims(
    name: str, told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]
) -> list[tuple[str, str]]:
    """The ids of each two claims whose words on a figure contradict each other."""
    giving = [claim for claim in without_parts_that_fit(told) if name in claim.figures]
    pairs = opposed_counts(name, giving, reports, origins)
    words = {claim.id: figure_word(claim, name, reports) for claim in without_copies(giving, name, origins)}
    return [(one, other) for one, other in combinations(words, 2) if (words[one], words[other]) in pairs]


def figure_word(claim: Claim, name: str, reports: Mapping[str, Report]) -> FigureWord:
    """What a claim says on a figure that it gives, as the pairs of `opposed_counts` hold it."""
    return FigureWord(
        told_at(reports.get(claim.report)), claim.report, claim.side or "", claim.by or "", claim.figures[name]
    )


def _opposed_words(
    name: str,
    told: Sequence[Claim],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    camps: Mapping[str, str],
) -> Iterator[tuple[FigureWord, FigureWord]]:
    giving = without_copies([claim for claim in told if name in claim.figures], name, origins)
    words = _Words(name, sorted({figure_word(claim, name, reports) for claim in giving}, key=_key))
    earlier: defaultdict[tuple[str, Figure], list[FigureWord]] = defaultdict(list)
    reported: defaultdict[str, list[FigureWord]] = defaultdict(list)
    for b in words.every:
        yield from ((a, b) for a in reported[b.report] if _contradict(a, b, words, camps))
        for alike in earlier.values():
            if _may_part(alike[0], b, words, camps):
                yield from ((a, b) for a in alike if _between(a, b, words, camps))
        earlier[b.side, b.value].append(b)
        reported[b.report].append(b)


def _may_part(first: FigureWord, b: FigureWord, words: _Words, camps: Mapping[str, str]) -> bool:
    """Whether any word of the same side and count as `first`, their earliest, may contradict a later one.

    Of an event of many reports nearly all pairs are settled so, without a look at each.
    """
    if _opposed(first, b, camps):
        return not words.always_stands(first.side, b)
    if (first.side and b.side) or first.value.overlaps(b.value):
        return False
    return _sinks(first, b, words.name) or _none_and_some(first.value, b.value)


def _between(a: FigureWord, b: FigureWord, words: _Words, camps: Mapping[str, str]) -> bool:
    """Whether two counts contradict each other, the first told no later: later and higher is an update."""
    if _opposed(a, b, camps):
        return not _in_step(a, b, words)
    if (a.side and b.side) or (a.side, a.by) == (b.side, b.by) or a.value.overlaps(b.value):
        return False
    return (_sinks(a, b, words.name) or _none_and_some(a.value, b.value)) and not _steps(a, b, words)


def _sinks(a: FigureWord, b: FigureWord, name: str) -> bool:
    """Whether a count that only grows is lower on a later day."""
    return name not in SHRINKING and a.at.date() < b.at.date() and b.value.low < a.value.low


def _in_step(a: FigureWord, b: FigureWord, words: _Words) -> bool:
    """Whether two sides' counts, the first told no later, only grow with time: one tells what the other tells too.

    The first side stands by such a count when the second is told, or it reaches it within days; or the second side,
    which told fewer before, has passed the first within days. That there were none is no step of a growth.
    """
    if words.stands(a.side, b, a) or (a.at == b.at and words.stands(b.side, a, b)):
        return True
    if a.at == b.at or 0 in (a.value.high, b.value.high) or not _further(a.value, b.value, words.name):
        return False
    return (b.at - a.at <= STEP and words.told_fewer(b.side, a)) or words.comes_to(a.side, b)


def _further(before: Figure, after: Figure, name: str) -> bool:
    """Whether a count has gone on from another the way that it goes with time."""
    return after.low < before.low if name in SHRINKING else after.low > before.low


def _contradict(a: FigureWord, b: FigureWord, words: _Words, camps: Mapping[str, str]) -> bool:
    """Whether two counts of one report cannot both be right."""
    if a.side and b.side and a.side != b.side:
        return _opposed(a, b, camps) and not _in_step(a, b, words)
    if (a.side, a.by) == (b.side, b.by):
        return _none_and_some(a.value, b.value)
    if a.side and a.side == b.side:
        return not a.value.overlaps(b.value)
    far = _far_above(a.value, b.value) or _far_above(b.value, a.value)
    return (far or not a.value.overlaps(b.value)) and not _steps(a, b, words)


def _opposed(a: FigureWord, b: FigureWord, camps: Mapping[str, str]) -> bool:
    """Two sides that are not of one camp, with different numbers, whenever they were told."""
    if not a.side or not b.side or not unlike(a.value, b.value):
        return False
    return camps.get(a.side, a.side) != camps.get(b.side, b.side)


def _steps(a: FigureWord, b: FigureWord, words: _Words) -> bool:
    """Whether either count, the first told no later, lies within the growth that the other's side tells.

    Who says that there were none when another has counted some takes that back where he counts some himself.
    """
    if _none_and_some(a.value, b.value) and b.value.high == 0 and a.at < b.at:
        return False
    return words.in_range(a, b.side) or words.in_range(b, a.side)


def unlike(a: Figure, b: Figure) -> bool:
    """Whether nobody who counted the one would tell the other: no number fits both, or they are of another scale."""
    return not a.overlaps(b) or _other_scale(a, b)


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


def _key(word: FigureWord) -> tuple[dt.datetime, str, str, str, int, bool, int]:
    value = word.value
    return (word.at, word.report, word.side, word.by, value.low, value.high is None, value.high or 0)
