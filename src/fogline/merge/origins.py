"""Which report copies which?

Agencies, outlets and channels print one text many times over. Two reports are one origin where most of the later one's
runs of five words stand in the earlier one too (shingles: Broder, "On the resemblance and containment of documents",
1997). Reports are taken in order of publication, so that the answer does not depend on the order of the input.
"""

import re
import zlib
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
    """The same for set after set of reports: of a set like the last one only what follows the first change is read."""

    def __init__(self) -> None:
        """No report is known yet."""
        self._order: list[Report] = []
        self._first: list[bool] = []  # whether each of these was the first with its words
        self._found: dict[str, str] = {}
        self._same_words: dict[str, str] = {}
        self._holders: defaultdict[int, list[str]] = defaultdict(list)

    def of(self, reports: Iterable[Report]) -> dict[str, str]:
        """The origin of each of these reports."""
        by_id = {report.id: report for report in sorted(reports, key=lambda r: (r.id, r.full_text))}
        order = sorted(by_id.values(), key=lambda r: (told_at(r), r.id))
        beside = enumerate(zip(order, self._order, strict=False))
        ends = min(len(order), len(self._order))
        same = next((at for at, (new, old) in beside if new is not old and new != old), ends)
        while len(self._order) > same:
            self._forget()
        for report in order[same:]:
            self._take(report)
        return dict(sorted(self._found.items()))

    def _take(self, report: Report) -> None:
        runs, words = shingles(report.full_text), report.text_key
        origin = self._same_words.get(words) or _copied(runs, self._holders)
        self._order.append(report)
        self._first.append(words not in self._same_words)
        self._found[report.id] = origin or report.id
        self._same_words.setdefault(words, self._found[report.id])
        if origin is None and len(runs) >= FEWEST_SHINGLES:
            for run in runs:
                self._holders[run].append(report.id)

    def _forget(self) -> None:
        """Undo the last taking."""
        report = self._order.pop()
        if self._first.pop():
            del self._same_words[report.text_key]
        if self._found.pop(report.id) != report.id:
            return
        for run in shingles(report.full_text):
            held = self._holders.get(run)
            if held and held[-1] == report.id:
                held.pop()
                if not held:
                    del self._holders[run]


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
