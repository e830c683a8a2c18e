"""Which counts contradict each other, and which only grow with time?

A side is held to what its voices say at the time, not to what they said before: who tells what the other side has
come to by then, or comes to within days, is in step with it.

An event may have thousands of reports, so that a word is not compared with each other one: of words that differ in
nothing that decides it only the first is asked about.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations, groupby

from fogline.merge.figure_words import (
    SHRINKING,
    STEP,
    FigureWord,
    Words,
    figure_word,
    further,
    in_order,
    unlike,
)
from fogline.merge.figures import without_copies
from fogline.merge.outlets import one_outlet
from fogline.merge.wholes import AMONG_OTHERS, may_be_all, of_the_same
from fogline.model import Claim, Figure, Report

# From this multiple of a floor on, an exact count of another voice in the same report contradicts the floor.
FAR = 1.5
_Class = tuple[str, Figure]  # the kind of people and the count


class Contradictions:
    """Every word on one figure of an event, and which of them contradict each other."""

    def __init__(
        self, name: str, told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]
    ) -> None:
        """`told` in order of time; late copies of early counts are left out."""
        self.name = name
        giving = without_copies([claim for claim in told if name in claim.figures], name, origins)
        self.words = _one_name_each({c.id: figure_word(c, name, reports) for c in giving})  # by claim, in order of time
        self._every = in_order(set(self.words.values()))
        self._camps = _camps(told)
        self._companies: dict[str, Words] = {}
        sided = [word for word in self._every if word.side]
        self._named = {word.by for word in sided} | {word.side for word in sided}

    def opposed(self, one: FigureWord, other: FigureWord) -> bool:
        """Whether two words contradict each other."""
        if not of_the_same(one.value, one.kind, other.value, other.kind):
            return False
        a, b = (one, other) if (one.at, one.report) <= (other.at, other.report) else (other, one)
        words = self._company(_company_of(a, b))
        if a.report == b.report:
            return _contradict(a, b, words, self._camps)
        return _between(a, b, words, self._camps)

    def second(self) -> str | None:
        """The first claim whose word contradicts an earlier one of another voice, or else one of its own voice."""
        own: str | None = None
        earlier = _Told(self._named)
        for _, told in groupby(self.words.items(), key=lambda item: item[1].report):
            beside: list[FigureWord] = []
            for claim, word in told:
                for other in chain(beside, self._deciding(word, earlier)):
                    if self.opposed(other, word):
                        if other.voice != word.voice:
                            return claim
                        own = own or claim
                beside.append(word)
            earlier.add(beside)
        return own

    def clash(self, ones: Iterable[FigureWord], others: Iterable[FigureWord]) -> bool:
        """Whether any of some words contradicts any of some others."""
        groups = (set(ones), set(others))
        earlier = (_Told(self._named), _Told(self._named))
        for _, told in groupby(in_order(groups[0] | groups[1]), key=lambda word: word.report):
            beside = list(told)
            for group, facing, before in ((groups[0], groups[1], earlier[1]), (groups[1], groups[0], earlier[0])):
                for word in beside:
                    if word not in group:
                        continue
                    near = (other for other in beside if other in facing and other != word)
                    if any(self.opposed(other, word) for other in chain(near, self._deciding(word, before))):
                        return True
            for group, before in zip(groups, earlier, strict=True):
                before.add(word for word in beside if word in group)
        return False

    def pairs(self, among: Collection[str]) -> Iterator[tuple[str, str]]:
        """The ids of each two of these claims that contradict each other, in order of time."""
        for one, other in combinations((claim for claim in self.words if claim in among), 2):
            if self.opposed(self.words[one], self.words[other]):
                yield one, other

    def in_dispute(self) -> set[str]:
        """The claims that take part: not those of a part of all over whose number nobody quarrels."""
        parts = defaultdict(list)
        for word in self._every:
            if not may_be_all(word.value, word.kind):
                parts[word.kind].append(word)
        open_kinds = {kind for kind, words in parts.items() if self.clash(words, self._every)}
        return {
            claim for claim, word in self.words.items() if may_be_all(word.value, word.kind) or word.kind in open_kinds
        }

    def _company(self, key: str) -> Words:
        if key not in self._companies:
            own = [word for word in self._every if (word.kind == key if key else may_be_all(word.value, word.kind))]
            self._companies[key] = Words(self.name, own, key)
        return self._companies[key]

    def _deciding(self, word: FigureWord, told: "_Told") -> Iterator[FigureWord]:
        """Those words of earlier reports of which one contradicts this one if any of them does."""
        for side, line in told.sides.items():
            if not side or not word.side:
                if line.may_fall(word.value, self.name):
                    yield from line.first.values()
            elif self._camps.get(side, side) != self._camps.get(word.side, word.side):
                rooms = [self._company(key).room(side, word) for key in _companies_of(word)]
                if any(len(room) < 2 for room in rooms):
                    yield from line.first.values()
                    for at in {word.at}.union(*rooms):
                        yield from line.at.get(at, {}).values()


def _one_name_each(words: dict[str, FigureWord]) -> dict[str, FigureWord]:
    """The words with a voice without a side called by its name wherever a report has its initials: "MSF"."""
    names = {word.by for word in words.values() if not word.side and word.by}
    short = [by for by in names if by.isupper() and " " not in by]
    written = {s: min(long) for s in short if (long := [n for n in names if n != s and one_outlet(s, n)])}
    if not written:
        return words
    return {claim: replace(word, by=written.get(word.by, word.by)) for claim, word in words.items()}


@dataclass(slots=True)
class _Line:
    """What a side has told, or all voices without one: the first word of each count, also at each moment."""

    first: dict[tuple[object, ...], FigureWord] = field(default_factory=dict)
    at: defaultdict[dt.datetime, dict[_Class, FigureWord]] = field(default_factory=lambda: defaultdict(dict))
    highest: int = 0
    none: bool = False

    def may_fall(self, value: Figure, name: str) -> bool:
        """Whether a later word can be lower than one of these, or one of the two say that there were none."""
        return self.none or value.high == 0 or (name not in SHRINKING and value.low < self.highest)


class _Told:
    """The words of earlier reports, of those that differ in nothing that decides only the first."""

    def __init__(self, named: set[str]) -> None:
        """`named` are the names that a side or one of its voices has: who bears one without a side stands apart."""
        self.sides: defaultdict[str, _Line] = defaultdict(_Line)
        self._named = named

    def add(self, words: Iterable[FigureWord]) -> None:
        for word in words:
            line, kind = self.sides[word.side], (word.kind, word.value)
            if word.side:
                line.first.setdefault(kind, word)
                line.at[word.at].setdefault(kind, word)
            elif word.by in self._named:
                line.first.setdefault((*kind, word.by), word)
            else:  # a voice says its own again, so that another's is needed
                first = line.first.setdefault((*kind, 0), word)
                if first.by != word.by:
                    line.first.setdefault((*kind, 1), word)
            line.highest = max(line.highest, word.value.low)
            line.none = line.none or word.value.high == 0


def disputed_figures(told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]) -> Iterator[str]:
    """The names of the figures on which two voices contradict each other."""
    for name in sorted({name for claim in told for name in claim.figures}):
        if Contradictions(name, told, reports, origins).second():
            yield name


def _companies_of(word: FigureWord) -> set[str]:
    """In which companies a word may meet others: all, its own kind, the civilians whom it may be one of."""
    if word.kind in AMONG_OTHERS:
        return {"", "civilians", word.kind}
    return {"", word.kind} if may_be_all(word.value, word.kind) else {word.kind}


def _company_of(a: FigureWord, b: FigureWord) -> str:
    """The widest company of which both words are, or the one beside whose counts a part's is set."""
    of_all = [word for word in (a, b) if may_be_all(word.value, word.kind)]
    if len(of_all) == 2 or (of_all and a.kind != b.kind):
        return ""
    return a.kind if a.kind == b.kind or b.kind in AMONG_OTHERS else b.kind


def _between(a: FigureWord, b: FigureWord, words: Words, camps: Mapping[str, str]) -> bool:
    """Whether two counts contradict each other, the first told no later: later and higher is an update."""
    if _opposed(a, b, camps):
        return not _in_step(a, b, words)
    if (a.side and b.side) or (a.side, a.by) == (b.side, b.by) or a.value.overlaps(b.value):
        return False
    return (_sinks(a, b, words.name) or _none_and_some(a.value, b.value)) and not _steps(a, b, words)


def _sinks(a: FigureWord, b: FigureWord, name: str) -> bool:
    """Whether a count that only grows is lower on a later day."""
    return name not in SHRINKING and a.at.date() < b.at.date() and b.value.low < a.value.low


def _in_step(a: FigureWord, b: FigureWord, words: Words) -> bool:
    """Whether two sides' counts, the first told no later, only grow with time: one tells what the other tells too.

    The first side stands by such a count when the second is told, or it reaches it within days; or the second side,
    which told fewer before, has passed the first within days. That there were none is no step of a growth.
    """
    if words.stands(a.side, b, a) or (a.at == b.at and words.stands(b.side, a, b)):
        return True
    if a.at == b.at or 0 in (a.value.high, b.value.high) or not further(a.value, b.value, words.name):
        return False
    return (b.at - a.at <= STEP and words.told_fewer(b.side, a)) or words.comes_to(a.side, b)


def _contradict(a: FigureWord, b: FigureWord, words: Words, camps: Mapping[str, str]) -> bool:
    """Whether two counts of one report cannot both be right."""
    if a.side and b.side and a.side != b.side:
        return _opposed(a, b, camps) and not _in_step(a, b, words)
    if (a.side, a.by) == (b.side, b.by):
        return not a.by and _none_and_some(a.value, b.value)  # who has a name has heard more since
    if a.side and a.side == b.side:
        return not a.value.overlaps(b.value)
    far = _far_above(a.value, b.value) or _far_above(b.value, a.value)
    return (far or not a.value.overlaps(b.value)) and not _steps(a, b, words)


def _opposed(a: FigureWord, b: FigureWord, camps: Mapping[str, str]) -> bool:
    """Two sides that are not of one camp, with different numbers, whenever they were told."""
    if not a.side or not b.side or not unlike(a.value, b.value):
        return False
    return camps.get(a.side, a.side) != camps.get(b.side, b.side)


def _steps(a: FigureWord, b: FigureWord, words: Words) -> bool:
    """Whether either count, the first told no later, lies within the growth that the other's side tells.

    Who says that there were none when another has counted some takes that back where he counts some himself.
    """
    if _none_and_some(a.value, b.value) and b.value.high == 0 and a.at < b.at:
        return False
    return words.in_range(a, b.side) or words.in_range(b, a.side)


def _far_above(exact: Figure, floor: Figure) -> bool:
    """ "61" beside another voice's "more than 30": it overlaps, but nobody who counted 61 would say so."""
    return floor.high is None and exact.high is not None and exact.low >= FAR * floor.low > 0


def _none_and_some(a: Figure, b: Figure) -> bool:
    """ "Nobody was hurt" and "one was hurt": no partial count explains both."""
    return 0 in (a.high, b.high) and not a.overlaps(b)


def _camps(told: Sequence[Claim]) -> dict[str, str]:
    """Sides that act together or are hit together, each under one name."""
    camps: dict[str, str] = {}
    for role in ("actor", "target"):
        for claim in told:
            parties = sorted(getattr(claim, role))
            for party in parties[1:]:
                camps.setdefault(party, camps.get(parties[0], parties[0]))
    return camps
