"""Measures of whole vocabularies, computed once for each pair of small counts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from discourselab import index
from discourselab.terms.keyness_measures import MEASURES


@given(st.integers(0, 2**32 - 1), st.sampled_from([3, 80, 5000]), st.sampled_from([0, 1, 5000]))
def test_a_measure_of_pairs_is_the_measure_item_by_item(seed, largest, size):
    rng = np.random.default_rng(seed)
    a, b = rng.integers(0, largest, size), rng.integers(0, largest, size)

    def all_measures(a, b):
        return np.stack([measure(a, b, 10**8, 10**7) for measure in MEASURES.values()])

    found = index.of_pairs(all_measures, a.copy(), b.copy())
    assert np.array_equal(found, all_measures(a, b), equal_nan=True)
