"""Which report copies which?

Agencies, outlets and channels print one text many times over. Two reports are one origin where most of the later one's
runs of five words stand in the earlier one too (shingles: Broder, "On the resemblance and containment of documents",
1997). Reports are taken in order of publication, so that the answer does not depend on the order of the input; which
earlier ones a report is compared with is found by `near_copies`.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from fogline.merge.near_copies import Runs, earlier_likenesses
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
    in_order = sorted(by_id.values(), key=lambda r: (told_at(r), r.id))
    first = _first_of_same_words(in_order)
    told = [report for report in in_order if first[report.id] == report.id]
    runs = [shingles(report.full_text) for report in told]
    found = {told[at].id: told[origin].id for at, origin in enumerate(_origins_of(runs))}
    return {key: found[first[key]] for key in sorted(first)}


def shingles(text: str) -> Runs:
    """The runs of five words of a text, sorted, each as a 32-bit checksum, without regard to case and punctuation."""
    words = _WORD.findall(text.casefold())
    runs = {
        zlib.crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode()) for at in range(len(words) - SHINGLE_WORDS + 1)
    }
    return np.array(sorted(runs), dtype=np.uint32)


def _first_of_same_words(in_order: Sequence[Report]) -> dict[str, str]:
    """For each report the first one with the very same words."""
    first: dict[str, str] = {}
    return {report.id: first.setdefault(report.text_key, report.id) for report in in_order}


def _origins_of(runs: Sequence[Runs]) -> list[int]:
    """For each text, by publication, the position of its origin: an earlier one that copies none, or itself."""
    long = [at for at, own in enumerate(runs) if len(own) >= FEWEST_SHINGLES]
    likenesses = earlier_likenesses([runs[at] for at in long])
    common = _common([runs[at] for at in long])
    held: Counter[int] = Counter()  # of the common runs, in how many origins they stand so far
    found = list(range(len(runs)))
    for at, alike in zip(long, likenesses, strict=True):
        own = runs[at]
        shared_with_many = np.intersect1d(own, common, assume_unique=True).tolist()
        boilerplate = np.array([run for run in shared_with_many if held[run] > BOILERPLATE_ORIGINS], dtype=np.uint32)
        telling = np.setdiff1d(own, boilerplate, assume_unique=True) if len(boilerplate) else own
        before = sorted({found[long[other]] for other in alike})
        shares = [(-len(np.intersect1d(telling, runs[other], assume_unique=True)), other) for other in before]
        count, origin = min(shares, default=(0, at))
        if count and -count >= COPIED_SHARE * len(own):
            found[at] = origin
        else:
            held.update(shared_with_many)
    return found


def _common(runs: Sequence[Runs]) -> Runs:
    """The runs that stand in so many texts that they may be boilerplate."""
    if not runs:
        return np.array([], dtype=np.uint32)
    every, counts = np.unique(np.concatenate(runs), return_counts=True)
    return every[counts > BOILERPLATE_ORIGINS]
