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
    by_id = {report.id: report for report in sorted(reports, key=lambda r: (r.id, r.full_text))}
    found: dict[str, str] = {}
    same_words: dict[str, str] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for report in sorted(by_id.values(), key=lambda r: (told_at(r), r.id)):
        runs = shingles(report.full_text)
        origin = same_words.get(report.text_key) or _copied(runs, holders)
        found[report.id] = origin or report.id
        same_words.setdefault(report.text_key, found[report.id])
        if origin is None and len(runs) >= FEWEST_SHINGLES:
            for run in runs:
                holders[run].append(report.id)
    return dict(sorted(found.items()))


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
