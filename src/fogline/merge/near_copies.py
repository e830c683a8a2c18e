"""With which earlier texts is a text worth comparing, where there are too many to compare all?

MinHash signatures in bands (Broder, "On the resemblance and containment of documents", 1997; Leskovec, Rajaraman and
Ullman, "Mining of Massive Datasets", chapter 3): two texts meet where in one band all of their smallest hashes agree.
Of 64 bands of 3 hashes a pair of likeness J (shared runs over all runs) is missed with the chance (1 - J³)^64: a copy
without its last third (J = 0.67) and one with as much added (0.5) are found, of copies cut to a third 9 of 10; texts
with a twentieth in common meet in 1 of 125 cases. The hashes are fixed, so the same texts give the same answer.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Runs = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.uint64]

BANDS, ROWS = 64, 3
# Of the texts that meet in a band, each is compared with the first ones and the one before it: copies copy the first.
MOST_FIRST = 4
HIGH = np.uint64(32)


def _constants(count: int) -> tuple[Keys, Keys]:
    """Odd factors and offsets for multiply-shift hashes (Dietzfelbinger and others, 1997), always the same."""
    drawn = [hashlib.blake2b(f"hash {number}".encode(), digest_size=16).digest() for number in range(count)]
    factors = [int.from_bytes(one[:8], "big") | 1 for one in drawn]
    return np.array(factors, dtype=np.uint64), np.array([int.from_bytes(one[8:], "big") for one in drawn], np.uint64)


FACTORS, OFFSETS = _constants(BANDS * ROWS)
MIXERS = _constants(ROWS)[0]


def band_keys(runs: Runs) -> Keys:
    """For each band the smallest hashes of a text's runs, as one number; at least one run."""
    hashes = (runs.astype(np.uint64)[None, :] * FACTORS[:, None] + OFFSETS[:, None]) >> HIGH
    smallest = hashes.min(axis=1).reshape(BANDS, ROWS)
    keys: Keys = (smallest * MIXERS).sum(axis=1, dtype=np.uint64)
    return keys


def earlier_likenesses(runs: Sequence[Runs]) -> list[list[int]]:
    """For each text, given as its runs and none of them empty, the positions of earlier ones that it may be like."""
    found: list[set[int]] = [set() for _ in runs]
    if len(runs) > 1:
        keys = np.stack([band_keys(text) for text in runs])
        for band in range(BANDS):
            for alike in _meeting(keys[:, band]):
                for place, at in enumerate(alike[1:], start=1):
                    found[at].update(_worth_comparing(alike[:place]))
    return [sorted(earlier) for earlier in found]


class Bands:
    """The same for texts that come one after the other, and go again in the reverse order."""

    def __init__(self) -> None:
        """No text is known yet."""
        self._held: list[defaultdict[int, list[int]]] = [defaultdict(list) for _ in range(BANDS)]

    def take(self, at: int, keys: Keys) -> list[int]:
        """Hold the text at this position, the last so far; the positions of earlier ones that it may be like."""
        found: set[int] = set()
        for held, key in zip(self._held, keys.tolist(), strict=True):
            found.update(_worth_comparing(held[key]))
            held[key].append(at)
        return sorted(found)

    def forget(self, keys: Keys) -> None:
        """Let go of the text that was taken last."""
        for held, key in zip(self._held, keys.tolist(), strict=True):
            held[key].pop()
            if not held[key]:
                del held[key]


def _worth_comparing(before: Sequence[int]) -> Sequence[int]:
    return before if len(before) <= MOST_FIRST else [*before[:MOST_FIRST], before[-1]]


def _meeting(keys: Keys) -> Iterator[list[int]]:
    """The positions that have a key in common, in rising order."""
    order = np.argsort(keys, kind="stable")
    ends = np.flatnonzero(keys[order][1:] != keys[order][:-1]) + 1
    bounds = np.r_[0, ends, len(keys)]
    for at in np.flatnonzero(np.diff(bounds) > 1).tolist():
        yield order[bounds[at] : bounds[at + 1]].tolist()
