"""A page of a list is what sorting everything would give, and values are found however many are asked for."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fogline.serve.asking import FEW, among
from fogline.serve.orders import Order


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.integers(1, 20), st.randoms(use_true_random=False))
def test_the_best_rows_are_the_first_of_all_that_pass(passes, most, chance):
    rows = list(range(len(passes)))
    chance.shuffle(rows)
    rank = np.argsort(rows)
    nothing = np.zeros(len(rows), dtype=np.int64)
    found = Order("newest", np.array(rows), rank, nothing, nothing, nothing).best(np.array(passes), most)
    assert found.tolist() == [row for row in rows if passes[row]][:most]


@given(st.lists(st.integers(-1, 40), max_size=50), st.sets(st.integers(0, 60), max_size=2 * FEW))
def test_values_are_among_the_wanted(values, wanted):
    found = among(np.array(values, dtype=np.int64), sorted(wanted))
    assert found.tolist() == [value in wanted for value in values]
