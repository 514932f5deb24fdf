"""Association measures equal NLTK's, quanteda's lambda, and hand calculations."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures as Nltk

from discourselab.terms import association_measures as am


@st.composite
def contingencies(draw):
    n = draw(st.integers(20, 500))
    f_x, f_y = draw(st.integers(1, n // 2)), draw(st.integers(1, n // 2))
    f_xy = draw(st.integers(1, min(f_x, f_y)))
    return f_xy, f_x, f_y, n


@settings(deadline=None)
@given(contingencies())
def test_every_shared_measure_equals_nltk(counts):
    f_xy, f_x, f_y, n = counts
    given_to_nltk = (f_xy, (f_x, f_y), n)
    assert am.mutual_information(*counts) == pytest.approx(Nltk.pmi(*given_to_nltk))
    assert am.t_score(*counts) == pytest.approx(Nltk.student_t(*given_to_nltk), abs=1e-6)
    assert am.dice(f_xy, f_x, f_y) == pytest.approx(Nltk.dice(*given_to_nltk))
    assert am.chi_squared(*counts) == pytest.approx(Nltk.chi_sq(*given_to_nltk), abs=1e-6)
    assert am.log_likelihood(*counts) == pytest.approx(Nltk.likelihood_ratio(*given_to_nltk), abs=1e-6)
    cubed = am.mutual_information(*counts, power=3)
    assert 2**cubed * n == pytest.approx(Nltk.mi_like(f_xy, (f_x, f_y), n) * n * n)


def test_a_pair_counted_by_hand():
    # node 10 times, collocate 20 times, together 4 times, in 1,000 words
    counts = (4, 10, 20, 1000)
    assert am.expected(10, 20, 1000) == pytest.approx(0.2)
    assert am.mutual_information(*counts) == pytest.approx(np.log2(20))
    assert am.mutual_information(*counts, power=2) == pytest.approx(np.log2(80))
    assert am.t_score(*counts) == pytest.approx(1.9)
    assert am.z_score(*counts) == pytest.approx(3.8 / np.sqrt(0.2))
    assert am.log_dice(4, 10, 20) == pytest.approx(14 + np.log2(8 / 30))
    assert am.delta_p(*counts) == pytest.approx(0.4 - 16 / 990)
    assert am.delta_p(4, 20, 10, 1000) == pytest.approx(0.2 - 6 / 980)


def test_lambda_of_two_words_is_their_log_odds_ratio():
    # cells: neither, second only, first only, both
    value, z = am.lambda_score([90, 5, 3, 2])
    assert value == pytest.approx(np.log(2.5 * 90.5 / (3.5 * 5.5)))
    assert z == pytest.approx(value / np.sqrt(1 / 2.5 + 1 / 90.5 + 1 / 3.5 + 1 / 5.5))


def test_lambda_of_a_trigram_of_the_inaugural_addresses_equals_quanteda():
    # "all of us" among the trigrams of the 60 addresses: agreement by word, as bits first-second-third
    value, z = am.lambda_score([131916, 453, 7199, 35, 807, 4, 22, 15])
    assert value == pytest.approx(4.4564953786070385)
    assert z == pytest.approx(7.397330039847585)
