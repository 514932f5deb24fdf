"""Keyness measures meet the published digits and quanteda's results."""

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats.contingency import relative_risk

from discourselab.terms import keyness_measures as km

EXAMPLE = (10, 5, 100, 200)  # 10 of 100 words against 5 of 200


@pytest.mark.parametrize(
    "measure, value",
    [
        (km.log_likelihood, 6.931472),
        (km.log_likelihood_four, 7.329812),
        (km.log_ratio, 2.0),
        (km.percent_difference, 300),
        (km.odds_ratio, 4.333333),
        (km.bic, 1.22769),
    ],
)
def test_ten_of_a_hundred_against_five_of_two_hundred(measure, value):
    assert measure(*EXAMPLE) == pytest.approx(value, abs=5e-6)


def test_chi_squared_equals_scipy_with_and_without_yates():
    table = [[10, 5], [90, 195]]
    for correction, yates in (("none", False), ("yates", True)):
        expected = scipy.stats.chi2_contingency(table, correction=yates).statistic
        assert km.chi_squared(*EXAMPLE, correction) == pytest.approx(expected)


def test_four_cell_likelihood_equals_scipy_with_yates():
    expected = scipy.stats.chi2_contingency(
        [[10, 5], [90, 195]], correction=True, lambda_="log-likelihood"
    ).statistic
    assert km.log_likelihood_four(*EXAMPLE, "yates") == pytest.approx(expected)


def test_a_count_of_zero_is_half_an_occurrence_in_a_log_ratio():
    assert km.log_ratio(8, 0, 100, 100) == pytest.approx(4.0)
    assert km.log_ratio(0, 8, 100, 100) == pytest.approx(-4.0)
    assert np.isnan(km.log_ratio(0, 0, 100, 100))


def test_an_empty_cell_adds_a_half_to_every_cell_of_the_odds_ratio():
    assert km.odds_ratio(10, 0, 100, 200) == pytest.approx((10.5 / 90.5) / (0.5 / 200.5))


def test_simple_maths_compares_smoothed_frequencies_per_million():
    assert km.simple_maths(10, 5, 100, 200, smoothing=100) == pytest.approx(100_100 / 25_100)


def test_log_odds_with_a_given_prior_follows_the_formula():
    a, b, alpha = np.array([3.0, 7.0]), np.array([6.0, 4.0]), np.array([1.0, 2.0])
    delta = np.log(4 / (13 - 4)) - np.log(7 / (13 - 7))
    assert km.log_odds_prior(a, b, 10, 10, alpha)[0] == pytest.approx(delta / np.sqrt(1 / 4 + 1 / 7))


def test_an_unknown_correction_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="none, yates, default, williams"):
        km.chi_squared(*EXAMPLE, "bonferroni")


@settings(deadline=None)
@given(st.integers(0, 50), st.integers(0, 50), st.integers(51, 500), st.integers(51, 500))
def test_equal_shares_score_nothing_and_swapping_sides_keeps_the_likelihood(a, b, n1, n2):
    assert km.log_likelihood(a, b, n1, n2) == pytest.approx(km.log_likelihood(b, a, n2, n1), abs=1e-9)
    assert km.log_likelihood(a, a, n1, n1) == pytest.approx(0, abs=1e-9)
    assert km.log_likelihood(a, b, n1, n2) >= -1e-9


@pytest.fixture(scope="module")
def quanteda(shared_data):
    table = pd.read_csv(
        shared_data / "statistics/keyness_inaugural_post1945_vs_pre1945.csv", keep_default_na=False
    )
    counts = [table[c].to_numpy(float) for c in ("n_target", "n_reference", "N_target", "N_reference")]
    return table, counts


@pytest.mark.parametrize("correction", ["none", "default"])
@pytest.mark.parametrize("name, measure", [("chi2", km.chi_squared), ("lr", km.log_likelihood_four)])
def test_keyness_of_the_inaugural_addresses_equals_quanteda(quanteda, name, measure, correction):
    table, counts = quanteda
    ours = km.signed(measure(*counts, correction), *counts)
    np.testing.assert_allclose(ours, table[f"{name}_{correction}"], atol=0.005)
    p_of_theirs = km.chi_squared_p(table[f"{name}_{correction}"])
    np.testing.assert_allclose(p_of_theirs, table[f"p_{name}_{correction}"], atol=1e-9)


def test_williams_correction_of_the_likelihood_equals_quanteda(quanteda):
    table, counts = quanteda
    ours = km.signed(km.log_likelihood_four(*counts, "williams"), *counts)
    np.testing.assert_allclose(ours, table["lr_williams"], atol=0.005)


def test_williams_correction_of_chi_squared_divides_where_quanteda_multiplies(quanteda):
    # Williams (1976) divides by q; the file's column is chi-squared times q. Ours agrees up to that.
    table, counts = quanteda
    plain = km.signed(km.chi_squared(*counts), *counts)
    ours = km.signed(km.chi_squared(*counts, "williams"), *counts)
    np.testing.assert_allclose(plain**2 / ours, table["chi2_williams"], atol=0.005)


def test_pointwise_mutual_information_equals_quanteda(quanteda):
    table, counts = quanteda
    seen = table["n_target"] > 0
    ours = km.pointwise_mutual_information(*counts)[seen]
    np.testing.assert_allclose(ours, table["pmi_default"][seen], atol=1e-6)


@pytest.mark.parametrize("cells", [(10, 5, 100, 200), (1, 400, 30, 90_000), (7, 7, 50, 50)])
def test_the_interval_of_the_log_ratio_is_that_of_a_relative_risk(cells):
    a, b, n1, n2 = cells
    ends = relative_risk(a, n1, b, n2).confidence_interval()
    assert km.log_ratio_interval(*cells) == pytest.approx((np.log2(ends.low), np.log2(ends.high)))


def test_half_an_occurrence_stands_in_for_none_in_the_interval_too():
    low, high = km.log_ratio_interval(0, 8, 1000, 1000)
    half = 1.959964 * np.sqrt(1 / 0.5 - 1 / 1000 + 1 / 8 - 1 / 1000) / np.log(2)
    assert (low, high) == (pytest.approx(-4 - half), pytest.approx(-4 + half))


@pytest.mark.parametrize(
    ("a", "n1", "b", "n2", "low", "high"),
    [  # Newcombe (1998), table II, method 10
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (5, 56, 0, 29, -0.0381, 0.1926),
    ],
)
def test_the_interval_of_a_difference_meets_newcombes_examples(a, n1, b, n2, low, high):
    assert km.difference_interval(a, b, n1, n2) == pytest.approx((low, high), abs=5e-5)
