"""Does a text in the same words as an earlier one tell of something else: another town, another day, another count?

Bulletins and army reports have one wording for every raid. A copy is cut or added to; a formula is filled in anew:
where the words before and behind agree, a name stands for another. Only bodies are compared, since every outlet has a
headline of its own, and no list of one language's words is used: that "four" and "seven" are two counts is seen by the
figures that were read of both texts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from fogline.merge.order import told_at
from fogline.model import Claim, Figure, Report

# Words filled in at one place at most, and words around them that agree.
FILLED, AROUND = 3, 3
# One name filled in for every so many words: fewer are an editor's, who changes a spelling or a day.
WORDS_A_NAME = 60
# A text of so few words is a formula where it is told again on another day with any word filled in.
SHORT = 45
# Longer texts are no formulas, and take long to compare.
LONGEST = 600
# From this share of letters in common two names with one initial are one, spelled otherwise: Kharkiv, Kharkov.
ONE_NAME = 0.7

Counts = Mapping[str, frozenset[Figure]]  # each figure of a report, with every value that its claims give

_WORD = re.compile(r"\w+")
_BEGINS = frozenset('.!?:;"“”«»‘(')


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of a text, whether it has a capital or a digit, and whether a sentence begins with it."""

    folded: str
    capital: bool
    number: bool
    begins: bool


def counts_of(claims: Iterable[Claim]) -> dict[str, Counts]:
    """The counts of each report that has any, by its id."""
    found: defaultdict[str, defaultdict[str, set[Figure]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        for name, figure in claim.figures.items():
            found[claim.report][name].add(figure)
    return {report: {name: frozenset(given) for name, given in named.items()} for report, named in found.items()}


def recounted(later: Counts, earlier: Counts) -> bool:
    """Whether a figure that both have has no value in common."""
    return any(later[name].isdisjoint(earlier[name]) for name in later.keys() & earlier.keys())


def filled_in(later: Report, earlier: Report, other_count: bool) -> bool:
    """Whether the later text is the earlier one's formula with something else in it; both are nearly the same.

    `other_count` says that another number was read of it.
    """
    old, new = _said(earlier.text), _said(later.text)
    if max(len(old), len(new)) > LONGEST or {s.folded for s in new} <= {s.folded for s in old}:
        return False
    short = max(len(old), len(new)) <= SHORT
    told_anew = short and (other_count or told_at(later).date() != told_at(earlier).date())
    pairs = _replaced(old, new)
    others = sum(_others(before, after, short) for before, after in pairs)
    return others * WORDS_A_NAME >= len(new) if others else told_anew and bool(pairs)


def _said(text: str) -> list[_Said]:
    said = []
    for found in _WORD.finditer(text):
        word, before = found.group(), text[: found.start()].rstrip()[-1:]
        number = any(letter.isdigit() for letter in word)
        said.append(_Said(word.casefold(), word[0].isupper(), number, not before or before in _BEGINS))
    return said


def _replaced(old: Sequence[_Said], new: Sequence[_Said]) -> list[tuple[Sequence[_Said], Sequence[_Said]]]:
    """The few words that stand for a few others where the words around them agree."""
    codes = SequenceMatcher(None, [s.folded for s in old], [s.folded for s in new], autojunk=False).get_opcodes()
    equal = [end - start if kind == "equal" else 0 for kind, start, end, *_ in codes]
    return [
        (old[start:end], new[new_start:new_end])
        for at, (kind, start, end, new_start, new_end) in enumerate(codes)
        if kind == "replace" and max(end - start, new_end - new_start) <= FILLED
        if sum(equal[max(at - 1, 0) : at + 2]) >= AROUND
    ]


def _others(before: Sequence[_Said], after: Sequence[_Said], short: bool) -> bool:
    """Whether both have names, or in a formula numbers, and none of the one is one of the other, spelled otherwise."""
    ours, theirs = ([s.folded for s in words if _telling(s, short)] for words in (before, after))
    return bool(ours and theirs) and not any(_one_name(a, b) for a in ours for b in theirs)


def _telling(said: _Said, short: bool) -> bool:
    return (said.capital and (short or not said.begins)) or (said.number and short)


def _one_name(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= ONE_NAME
