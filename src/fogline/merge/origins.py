"""Which report copies which?

Agencies, outlets and channels print one text many times over. Two reports are one origin where most of the later one's
runs of five words stand in the earlier one too (shingles: Broder, "On the resemblance and containment of documents",
1997). Reports are taken in order of publication, so that the answer does not depend on the order of the input.
"""

import datetime as dt
import re
import zlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable

from fogline.merge.order import told_at
from fogline.model import Report

SHINGLE_WORDS = 5
# Most of the words: a judgement, not a measurement. A long quotation that two outlets share should stay below it.
COPIED_SHARE = 0.5
# Below this many runs a text is a line or two, and only the very same words make it a copy.
FEWEST_SHINGLES = 12
# A run of words in more origins than this is boilerplate ("This story is developing …") and shows no copying.
BOILERPLATE_ORIGINS = 50

_WORD = re.compile(r"\w+")


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """Map each report's id to that of the report whose words it copies, or to its own.

    The origin is the earliest published of the copies, then the one with the smallest id.
    """
    return Origins().of(reports)


class Origins:
    """The same as reports come and go: only what follows the first change, in order of publication, is read again."""

    def __init__(self) -> None:
        """No report is known yet."""
        self._order: list[tuple[dt.datetime, str]] = []
        self._reports: dict[str, Report] = {}
        self._first: list[bool] = []  # whether each of these was the first with its words
        self._same_words: dict[str, str] = {}
        self._holders: defaultdict[int, list[str]] = defaultdict(list)
        self.found: dict[str, str] = {}

    def of(self, reports: Iterable[Report]) -> dict[str, str]:
        """The origin of each of these reports, where none was known before."""
        by_id = {report.id: report for report in sorted(reports, key=lambda r: (r.id, r.full_text))}
        self.change((), by_id.values())
        return dict(sorted(self.found.items()))

    def change(self, gone: Iterable[Report], come: Iterable[Report]) -> set[str]:
        """Take reports out and others in; the ids of those that have another origin than before, or none."""
        out = {_moment(report) for report in gone}
        new = {_moment(report): report for report in come}
        if not out and not new:
            return set()
        at = bisect_left(self._order, min((*out, *new)))
        again = {key: self._reports[key[1]] for key in self._order[at:] if key not in out}
        before = {key[1]: self.found[key[1]] for key in self._order[at:]}
        while len(self._order) > at:
            self._forget()
        for key, report in sorted((again | new).items()):
            self._take(key, report)
        later = {key[1] for key in self._order[at:]}
        return {key for key in before.keys() | later if before.get(key) != self.found.get(key)}

    def _take(self, key: tuple[dt.datetime, str], report: Report) -> None:
        runs, words = shingles(report.full_text), report.text_key
        origin = self._same_words.get(words) or _copied(runs, self._holders)
        self._order.append(key)
        self._reports[report.id] = report
        self._first.append(words not in self._same_words)
        self.found[report.id] = origin or report.id
        self._same_words.setdefault(words, self.found[report.id])
        if origin is None and len(runs) >= FEWEST_SHINGLES:
            for run in runs:
                self._holders[run].append(report.id)

    def _forget(self) -> None:
        """Undo the last taking."""
        report = self._reports.pop(self._order.pop()[1])
        if self._first.pop():
            del self._same_words[report.text_key]
        if self.found.pop(report.id) != report.id:
            return
        for run in shingles(report.full_text):
            held = self._holders.get(run)
            if held and held[-1] == report.id:
                held.pop()
                if not held:
                    del self._holders[run]


def _moment(report: Report) -> tuple[dt.datetime, str]:
    return told_at(report), report.id


def shingles(text: str) -> frozenset[int]:
    """The runs of five words of a text, each as a 32-bit checksum, without regard to case and punctuation."""
    words = _WORD.findall(text.casefold())
    return frozenset(
        zlib.crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode()) for at in range(len(words) - SHINGLE_WORDS + 1)
    )


def _copied(runs: frozenset[int], holders: defaultdict[int, list[str]]) -> str | None:
    """The earlier origin that holds the most of these runs, where that is enough to call it a copy."""
    if len(runs) < FEWEST_SHINGLES:
        return None
    shared: Counter[str] = Counter()
    for run in runs:
        if run in holders and len(holders[run]) <= BOILERPLATE_ORIGINS:
            shared.update(holders[run])
    if not shared:
        return None
    count, origin = min((-count, origin) for origin, count in shared.items())
    return origin if -count >= COPIED_SHARE * len(runs) else None
