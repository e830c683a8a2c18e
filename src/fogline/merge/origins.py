"""Which report copies which?

Agencies, outlets and channels print one text many times over. Two reports are one origin where most of the later one's
runs of five words stand in the earlier one too (shingles: Broder, "On the resemblance and containment of documents",
1997), unless they are one formula with another town or day in it (`formulas`). Reports are taken in order of
publication, so that the answer does not depend on the order of the input; which earlier ones a report is compared with
is found by `near_copies`.
"""

import re
import zlib
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from fogline.merge.formulas import Counts, filled_in, recounted
from fogline.merge.near_copies import Bands, Keys, Runs, band_keys, earlier_likenesses
from fogline.merge.order import told_at
from fogline.model import Report

SHINGLE_WORDS = 5
# Most of the words: a judgement, not a measurement. A long quotation that two outlets share should stay below it.
COPIED_SHARE = 0.5
# Below this many runs a text is a line or two, and only the very same words make it a copy.
FEWEST_SHINGLES = 12
# A run of words in more origins than this is boilerplate ("This story is developing …") and shows no copying.
BOILERPLATE_ORIGINS = 50

NO_COUNTS: Counts = MappingProxyType({})
NOTHING_READ: Mapping[str, Counts] = MappingProxyType({})

_WORD = re.compile(r"\w+")


def origins(reports: Iterable[Report], counts: Mapping[str, Counts] = NOTHING_READ) -> dict[str, str]:
    """Map each report's id to that of the report whose words it copies, or to its own.

    The origin is the earliest published of the copies, then the one with the smallest id. `counts` are those that were
    read of the reports, by id.
    """
    order = _in_order(reports)
    runs = [shingles(report.full_text) for report in order]
    once = dict(reversed([(report.text_key, at) for at, report in enumerate(order)]))
    long = [at for at in sorted(once.values()) if len(runs[at]) >= FEWEST_SHINGLES]
    alike = dict(zip(long, earlier_likenesses([runs[at] for at in long]), strict=True))
    told = _Told(_common([runs[at] for at in long]))
    for at, report in enumerate(order):
        told.take(report, counts.get(report.id, NO_COUNTS), runs[at], [long[other] for other in alike.get(at, ())])
    return told.origins()


class Origins:
    """The same for set after set of reports: of a set like the last one only what follows the first change is read."""

    def __init__(self) -> None:
        """No report is known yet."""
        self._order: list[tuple[Report, Counts, Runs, Keys | None]] = []
        self._told = _Told(None)
        self._bands = Bands()

    def of(self, reports: Iterable[Report], counts: Mapping[str, Counts] = NOTHING_READ) -> dict[str, str]:
        """The origin of each of these reports; `counts` as for `origins`."""
        order = _in_order(reports)
        beside = enumerate(zip(order, self._order, strict=False))
        ends = min(len(order), len(self._order))
        same = next((at for at, (new, old) in beside if _differs(new, counts, old[0], old[1])), ends)
        read = self._forget(same)
        for at, report in enumerate(order[same:], start=same):
            runs, keys = read.get(id(report)) or _read(report)
            new = keys is not None and self._told.is_new(report)
            given = counts.get(report.id, NO_COUNTS)
            self._told.take(report, given, runs, self._bands.take(at, keys) if new and keys is not None else ())
            self._order.append((report, given, runs, keys))
        return self._told.origins()

    def _forget(self, start: int) -> dict[int, tuple[Runs, Keys | None]]:
        """Take back what was told from here on; what was read of it, by the report's identity, while that is held."""
        forgotten = self._order[start:]
        for *_, keys in reversed(forgotten):
            if self._told.forget() and keys is not None:
                self._bands.forget(keys)
        del self._order[start:]
        return {id(report): (runs, keys) for report, _, runs, keys in forgotten}


class _Told:
    """What was told so far, in order of publication: which texts are origins, and which runs are boilerplate."""

    def __init__(self, counted: Container[int] | None) -> None:
        """`counted` are the runs that can be in so many origins as to be boilerplate, None where any can."""
        self._counted = counted
        self._reports: list[Report] = []
        self._counts: list[Counts] = []
        self._runs: list[Runs] = []
        self._origin: list[int] = []
        self._first: dict[str, int] = {}  # by its words, the first text with them
        self._held: Counter[int] = Counter()  # of the runs, in how many origins they stand

    def is_new(self, report: Report) -> bool:
        """Whether nobody told these very words before."""
        return report.text_key not in self._first

    def take(self, report: Report, counts: Counts, runs: Runs, alike: Iterable[int]) -> None:
        """Tell the next report; `alike` are the positions of earlier ones that it may be a copy of."""
        at = len(self._reports)
        first = self._first.setdefault(report.text_key, at)
        origin = self._origin[first] if first < at else self._copied(report, counts, runs, alike)
        self._reports.append(report)
        self._counts.append(counts)
        self._runs.append(runs)
        self._origin.append(origin)
        if origin == at and len(runs) >= FEWEST_SHINGLES:
            self._held.update(self._countable(runs))

    def forget(self) -> bool:
        """Take back the last report; whether nobody told its words before."""
        report, runs, origin = self._reports.pop(), self._runs.pop(), self._origin.pop()
        self._counts.pop()
        at = len(self._reports)
        if origin == at and len(runs) >= FEWEST_SHINGLES:
            self._held.subtract(self._countable(runs))
        new = self._first[report.text_key] == at
        if new:
            del self._first[report.text_key]
        return new

    def origins(self) -> dict[str, str]:
        """The origin of each report, by id."""
        found = {report.id: self._reports[at].id for report, at in zip(self._reports, self._origin, strict=True)}
        return dict(sorted(found.items()))

    def _copied(self, report: Report, counts: Counts, runs: Runs, alike: Iterable[int]) -> int:
        """The earlier origin that holds the most of these runs, where that is enough for a copy; else its own place."""
        at = len(self._reports)
        before = sorted({self._origin[other] for other in alike})
        if not before:
            return at
        boilerplate = [run for run in self._countable(runs) if self._held[run] > BOILERPLATE_ORIGINS]
        telling = np.setdiff1d(runs, np.array(boilerplate, dtype=np.uint32), assume_unique=True)
        shares = [(-len(np.intersect1d(telling, self._runs[other], assume_unique=True)), other) for other in before]
        enough = sorted(share for share in shares if share[0] and -share[0] >= COPIED_SHARE * len(runs))
        fresh = (filled_in(report, self._reports[o], recounted(counts, self._counts[o])) for _, o in enough)
        return next((other for (_, other), new in zip(enough, fresh, strict=True) if not new), at)

    def _countable(self, runs: Runs) -> list[int]:
        every: list[int] = runs.tolist()
        return every if self._counted is None else [run for run in every if run in self._counted]


def shingles(text: str) -> Runs:
    """The runs of five words of a text, sorted, each as a 32-bit checksum, without regard to case and punctuation."""
    words = _WORD.findall(text.casefold())
    runs = {
        zlib.crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode()) for at in range(len(words) - SHINGLE_WORDS + 1)
    }
    return np.array(sorted(runs), dtype=np.uint32)


def _differs(new: Report, counts: Mapping[str, Counts], old: Report, given: Counts) -> bool:
    """Whether a report or what was counted in it is another than the last time."""
    return (new is not old and new != old) or counts.get(new.id, NO_COUNTS) != given


def _read(report: Report) -> tuple[Runs, Keys | None]:
    """The runs of a report, and the keys by which its likes are found where it is long enough to have any."""
    runs = shingles(report.full_text)
    return runs, band_keys(runs) if len(runs) >= FEWEST_SHINGLES else None


def _in_order(reports: Iterable[Report]) -> list[Report]:
    """Each report once, by publication."""
    by_id = {report.id: report for report in sorted(reports, key=lambda r: (r.id, r.full_text))}
    return sorted(by_id.values(), key=lambda r: (told_at(r), r.id))


def _common(runs: Sequence[Runs]) -> frozenset[int]:
    """The runs that stand in so many texts that they may be boilerplate."""
    if not runs:
        return frozenset()
    every, counts = np.unique(np.concatenate(runs), return_counts=True)
    return frozenset(every[counts > BOILERPLATE_ORIGINS].tolist())
