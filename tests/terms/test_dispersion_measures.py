"""Dispersion measures meet the digits of Gries's five-part example."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab.terms import dispersion_measures as dm

COUNTS, WORDS = sp.csr_matrix([[1], [2], [3], [4], [5]]), np.array([9, 10, 10, 10, 11])


@pytest.mark.parametrize(
    "measure, value",
    [
        (dm.dp, 0.18),
        (dm.dp_norm, 0.219512),
        (dm.juilland_d, 0.785150),
        (dm.carroll_d2, 0.925634),
        (dm.rosengren_s, 0.949816),
        (dm.kl_divergence, 0.136972),
    ],
)
def test_the_five_part_example_of_gries(measure, value):
    assert measure(COUNTS, WORDS)[0] == pytest.approx(value, abs=5e-7)


def test_juilland_d_with_the_sample_deviation():
    assert dm.juilland_d(COUNTS, WORDS, sample=True)[0] == pytest.approx(0.759791, abs=5e-7)


def test_a_term_in_one_part_only_is_as_clumped_as_can_be():
    counts, words = sp.csr_matrix([[4, 0], [0, 0]]), np.array([50, 50])
    assert dm.dp_norm(counts, words)[0] == pytest.approx(1.0)
    assert dm.juilland_d(counts, words)[0] == pytest.approx(0.0)
    assert np.isnan(dm.dp(counts, words)[1])  # never occurs


def test_a_single_part_has_no_dispersion():
    counts, words = sp.csr_matrix([[3]]), np.array([100])
    assert np.isnan(dm.dp_norm(counts, words)[0])
    assert np.isnan(dm.juilland_d(counts, words)[0])


def test_parts_without_words_do_not_count():
    padded = sp.csr_matrix([[1], [0], [2], [3], [4], [5]])
    words = np.array([9, 0, 10, 10, 10, 11])
    for measure in dm.MEASURES.values():
        assert measure(padded, words)[0] == pytest.approx(measure(COUNTS, WORDS)[0])


def test_average_reduced_frequency_by_hand():
    # N = 12. First term at 0, 4, 8: distances 4, 4, 4, gap 4 -> 3 x 12 / 12 = 3.
    # Second at 5, 6, 7: distances 10, 1, 1 -> (4 + 1 + 1) x 3 / 12 = 1.5. Third never.
    value = dm.average_reduced_frequency([0, 4, 8, 5, 6, 7], [3, 3, 0], 12)
    assert value[:2] == pytest.approx([3.0, 1.5])
    assert np.isnan(value[2])


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=12).filter(sum), st.integers(31, 60))
def test_measures_stay_within_their_bounds(counts, size):
    matrix = sp.csr_matrix(np.array(counts)[:, None])
    words = np.full(len(counts), size)
    for name in ("dp", "dp_norm", "juilland_d", "carroll_d2", "rosengren_s"):
        assert -1e-9 <= dm.MEASURES[name](matrix, words)[0] <= 1 + 1e-9
    assert dm.kl_divergence(matrix, words)[0] >= -1e-9
