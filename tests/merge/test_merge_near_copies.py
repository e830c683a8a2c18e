"""Which earlier texts a text is compared with: near copies are found, strangers are not, and order decides nothing."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.merge.near_copies import Bands, Runs, band_keys, earlier_likenesses
from fogline.merge.origins import Origins, origins
from fogline.model import Report

PAIRS = 100
LENGTH = 120  # runs of a text: a short news item


def runs_of(chance: random.Random, count: int) -> set[int]:
    return set(chance.sample(range(1 << 32), count))


def as_runs(runs: set[int]) -> Runs:
    return np.array(sorted(runs), dtype=np.uint32)


def share_found(kept: float, added: float) -> float:
    """Of many texts, the share whose copy, cut to a part and with words added, is found."""
    chance, found = random.Random(7), 0
    for _ in range(PAIRS):
        text = runs_of(chance, LENGTH)
        copy = set(chance.sample(sorted(text), round(LENGTH * kept))) | runs_of(chance, round(LENGTH * added))
        found += earlier_likenesses([as_runs(text), as_runs(copy)])[1] == [0]
    return found / PAIRS


@pytest.mark.parametrize(
    ("kept", "added", "least"),
    [(1.0, 0.0, 1.0), (1.0, 0.3, 1.0), (0.67, 0.0, 1.0), (1.0, 0.9, 0.99), (0.5, 0.0, 0.99), (0.34, 0.0, 0.85)],
)
def test_copies_cut_or_lengthened_are_found(kept, added, least):
    assert share_found(kept, added) >= least


def test_texts_with_a_line_in_common_are_seldom_compared():
    assert share_found(0.1, 0.9) <= 0.05


WORDS = st.sampled_from(
    ("rain", "on", "bridges", "guns", "moved", "north", "while", "talks", "went", "nowhere", "again")
)
PIECES = st.lists(WORDS, min_size=14, max_size=18).map(" ".join)
TEXTS = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=4), min_size=1, max_size=8)


@given(st.lists(PIECES, min_size=5, max_size=5), TEXTS, TEXTS)
def test_what_is_remembered_gives_what_is_worked_out_anew(pieces, once, again):
    remembered = Origins()
    for version in (once, again, once):
        reports = [
            Report(f"r{n}", None, None, "", " ".join(pieces[part] for part in parts), f"2024-05-{1 + n % 9:02}", "en")
            for n, parts in enumerate(version)
        ]
        assert remembered.of(reports) == origins(reports) == origins(reports[::-1])


def test_many_copies_of_one_text_are_each_compared_with_few():
    text = as_runs(runs_of(random.Random(3), LENGTH))

    alike = earlier_likenesses([text] * 200)

    assert max(map(len, alike)) <= 5
    bands = Bands()
    assert [bands.take(at, band_keys(text)) for at in range(200)] == alike
