"""Which counts contradict each other, beside the plain definition, which looks at every pair and at every word."""

import datetime as dt
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from merge_builders import claim, counts, report

from fogline.merge.figure_disputes import Contradictions
from fogline.merge.figure_words import STEP, FigureWord, figure_word, unlike
from fogline.merge.order import in_time
from fogline.merge.wholes import AMONG_OTHERS, may_be_all, of_the_same
from fogline.model import Claim, Figure, Report

START = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)


class Plain:
    """Every word of an event on one figure; each question is asked of all of them."""

    def __init__(self, name: str, words: Sequence[FigureWord]) -> None:
        self.shrinking = name == "missing"
        self.words = words

    def contradict(self, one: FigureWord, other: FigureWord) -> bool:
        a, b = sorted((one, other), key=lambda word: (word.at, word.report))
        if not of_the_same(a.value, a.kind, b.value, b.kind):
            return False
        whole = all(may_be_all(word.value, word.kind) for word in (a, b)) or (
            a.kind != b.kind and any(may_be_all(word.value, word.kind) for word in (a, b))
        )
        kind = "" if whole else a.kind if a.kind not in AMONG_OTHERS or a.kind == b.kind else b.kind
        company = [w for w in self.words if (may_be_all(w.value, w.kind) if whole else w.kind == kind)]
        none = 0 in (a.value.high, b.value.high) and not a.value.overlaps(b.value)
        if a.side and b.side and a.side != b.side:
            return unlike(a.value, b.value) and not self.in_step(a, b, company, kind)
        if (a.side, a.by) == (b.side, b.by):
            return none and a.report == b.report and not a.by
        if a.side and b.side:
            return a.report == b.report and not a.value.overlaps(b.value)
        if a.report == b.report:
            far = any(
                floor.high is None and exact.high is not None and exact.low >= 1.5 * floor.low > 0
                for exact, floor in ((a.value, b.value), (b.value, a.value))
            )
            return (far or not a.value.overlaps(b.value)) and not self.steps(a, b, company)
        if a.value.overlaps(b.value):
            return False
        sinks = not self.shrinking and a.at.date() < b.at.date() and b.value.low < a.value.low
        return (sinks or none) and not (self.steps(a, b, company) and not (none and b.value.high == 0 and a.at < b.at))

    def in_step(self, a: FigureWord, b: FigureWord, company: Sequence[FigureWord], kind: str) -> bool:
        if self.stands(a.side, b, a, company, kind) or (a.at == b.at and self.stands(b.side, a, b, company, kind)):
            return True
        if a.at == b.at or 0 in (a.value.high, b.value.high) or not self.further(a.value, b.value):
            return False
        before = [w.value for w in company if w.side == b.side and w.at < a.at and w.value.high != 0]
        after = [w.value for w in company if w.side == a.side and b.at < w.at <= b.at + STEP]
        passed = b.at - a.at <= STEP and any(self.further(value, a.value) for value in before)
        return passed or any(value.overlaps(b.value) or self.further(b.value, value) for value in after)

    def stands(self, side: str, word: FigureWord, beside: FigureWord, company: Sequence[FigureWord], kind: str) -> bool:
        told = [w for w in company if w.side == side and w.at <= word.at]
        last = [w for w in told if w.at == max(other.at for other in told if other.by == w.by)]
        of_a_part = word.kind in AMONG_OTHERS and word.kind != kind
        return any(
            (last_word.value.high is None or last_word.value.high >= word.value.low)
            if of_a_part
            else not unlike(last_word.value, word.value)
            for last_word in last
            if last_word.at != beside.at
        )

    def further(self, before: Figure, after: Figure) -> bool:
        return after.low < before.low if self.shrinking else after.low > before.low

    def steps(self, a: FigureWord, b: FigureWord, company: Sequence[FigureWord]) -> bool:
        return any(self.in_range(word, other.side, company) for word, other in ((a, b), (b, a)) if other.side)

    def in_range(self, word: FigureWord, side: str, company: Sequence[FigureWord]) -> bool:
        own = {w.value for w in company if w.side == side and (not word.by or w.by != word.by)}
        lows = [value.low for value in own]
        high = word.value.high
        return len(own) > 1 and high is not None and min(lows) <= word.value.low and high <= max(lows)


def part(kind: str) -> dict[str, Any]:
    return {"spans": {"killed": (0, 9), f"killed:{kind}": (0, 9)}} if kind else {}


figures = st.builds(
    lambda low, more: (low, None if more is None else low + more),
    st.integers(0, 7),
    st.sampled_from((0, 0, 0, 2, None)),
)
told_by = st.fixed_dictionaries(
    {"side": st.sampled_from(("Russia", "Ukraine", None)), "by": st.sampled_from(("governor", "mayor", "Russia", None))}
)
a_claim = st.tuples(st.integers(0, 6), told_by, figures, st.sampled_from(("", "", "", "children", "civilians")))
moments = st.lists(st.sampled_from((0, 1, 1, 20, 30, 50, 90, 200)), min_size=7, max_size=7)


def counting(words: Sequence[Any], hours: Sequence[int], name: str) -> tuple[list[Claim], dict[str, Report]]:
    reports = {f"r{at}": report(f"r{at}", (START + dt.timedelta(hours=h)).isoformat()) for at, h in enumerate(hours)}
    told = [
        claim(f"r{of}/a/{at}", figures=counts(**{name: value}), **part(kind if name == "killed" else ""), **who)
        for at, (of, who, value, kind) in enumerate(words)
    ]
    return in_time(told, reports), reports


@given(st.lists(a_claim, min_size=2, max_size=9), moments, st.sampled_from(("killed", "missing")))
def test_what_contradicts_what_is_as_every_pair_has_it(words: list[Any], hours: list[int], name: str):
    told, reports = counting(words, hours, name)
    found = Contradictions(name, told, reports, {})
    said = {one.id: figure_word(one, name, reports) for one in told}
    plain = Plain(name, list(said.values()))
    pairs = [(one, other) for one, other in combinations(said, 2) if plain.contradict(said[one], said[other])]

    assert list(found.pairs(found.words)) == pairs
    two_voices = [other for one, other in pairs if said[one].voice != said[other].voice]
    order = list(said)
    seconds = two_voices or [other for _, other in pairs]
    assert found.second() == (min(seconds, key=order.index) if seconds else None)


@given(st.lists(a_claim, min_size=2, max_size=9), moments, st.sets(st.integers(0, 8)))
def test_two_groups_clash_where_a_pair_of_theirs_does(words: list[Any], hours: list[int], chosen: set[int]):
    told, reports = counting(words, hours, "killed")
    said = [figure_word(one, "killed", reports) for one in told]
    ones = [word for at, word in enumerate(said) if at in chosen]
    others = [word for at, word in enumerate(said) if at not in chosen]
    plain = Plain("killed", said)

    clash = Contradictions("killed", told, reports, {}).clash(ones, others)
    assert clash == any(plain.contradict(one, other) for one in ones for other in others)
