"""With which earlier texts is a text worth comparing, where there are too many to compare all?

MinHash signatures in bands (Broder, "On the resemblance and containment of documents", 1997; Leskovec, Rajaraman and
Ullman, "Mining of Massive Datasets", chapter 3): two texts meet where in one band all of their smallest hashes agree.
Of 64 bands of 3 hashes a pair of likeness J (shared runs over all runs) misses none with the chance (1 - J³)^64: a copy
without its last third (J = 0.67) and one with as much added (0.5) are found, of copies cut to a third 9 of 10; texts
with a twentieth in common meet in 1 of 125 cases. The hashes are fixed, so the same texts give the same answer.
"""

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Runs = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.uint64]

BANDS, ROWS = 64, 3
# Of the texts that meet in a band, each is compared with the first ones and the one before it: copies copy the first.
MOST_FIRST = 4
# Runs that are hashed at a time: 8 bytes each, thrice.
AT_A_TIME = 2_000_000
HIGH = np.uint64(32)


def earlier_likenesses(runs: Sequence[Runs]) -> list[list[int]]:
    """For each text, given as its runs and none of them empty, the positions of earlier ones that it may be like."""
    found: list[set[int]] = [set() for _ in runs]
    for band in range(BANDS if len(runs) > 1 else 0):
        for alike in _meeting(_band_keys(runs, band)):
            for place, at in enumerate(alike[1:], start=1):
                found[at].update(alike[: min(place, MOST_FIRST)])
                found[at].add(alike[place - 1])
    return [sorted(earlier) for earlier in found]


def _band_keys(runs: Sequence[Runs], band: int) -> Keys:
    """For each text the smallest hashes of a band, as one number."""
    keys = np.zeros(len(runs), dtype=np.uint64)
    for start, end in _slices(runs):
        texts = runs[start:end]
        whole = np.concatenate(texts).astype(np.uint64)
        begins = np.cumsum([0, *(len(text) for text in texts[:-1])])
        for row in range(ROWS):
            factor, offset = _constants(band * ROWS + row)
            smallest = np.minimum.reduceat((whole * factor + offset) >> HIGH, begins)
            keys[start:end] = keys[start:end] * _constants(-1 - row)[0] + smallest
    return keys


def _slices(runs: Sequence[Runs]) -> Iterator[tuple[int, int]]:
    start, size = 0, 0
    for at, text in enumerate(runs):
        size += len(text)
        if size >= AT_A_TIME:
            yield start, at + 1
            start, size = at + 1, 0
    if start < len(runs):
        yield start, len(runs)


def _constants(number: int) -> tuple[np.uint64, np.uint64]:
    """An odd factor and an offset for a multiply-shift hash (Dietzfelbinger and others, 1997), always the same."""
    drawn = hashlib.blake2b(f"hash {number}".encode(), digest_size=16).digest()
    factor, offset = (int.from_bytes(drawn[at : at + 8], "big") for at in (0, 8))
    return np.uint64(factor | 1), np.uint64(offset)


def _meeting(keys: Keys) -> Iterator[list[int]]:
    """The positions that have a key in common, in rising order."""
    order = np.argsort(keys, kind="stable")
    ends = np.flatnonzero(keys[order][1:] != keys[order][:-1]) + 1
    bounds = np.r_[0, ends, len(keys)]
    for at in np.flatnonzero(np.diff(bounds) > 1).tolist():
        yield order[bounds[at] : bounds[at + 1]].tolist()
