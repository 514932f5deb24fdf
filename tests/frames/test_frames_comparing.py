"""Differences between groups, their p values, and single indicators taken out."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import false_discovery_control

from discourselab import frames
from discourselab.frames import codebook, resampling

BOOK = codebook.read(
    "{name: tiny, frames: {peace: {indicators: {remedy: [peace, treaty]}}, war: {indicators: {any: [war]}}}}",
    "tiny.yml",
)


def test_permutation_p_is_the_share_of_arrangements_at_least_as_far_apart():
    found = np.array([3, 2, 3, 2, 3, 0, 1, 0, 0, 1.0])
    base = np.array([4, 4, 4, 4, 4, 4, 4, 4, 4, 4.0])
    inside = np.arange(10) < 5
    gaps = [
        abs(found[list(part)].sum() / 20 - (found.sum() - found[list(part)].sum()) / 20)
        for part in combinations(range(10), 5)
    ]
    exact = np.mean(np.array(gaps) >= gaps[0] - 1e-12)
    p = resampling.permuted(found[:, None], base, inside, 20_000, np.random.default_rng(1))
    assert p[0] == pytest.approx(exact, abs=0.003)


def test_fewer_than_five_documents_on_a_side_give_no_p():
    inside = np.arange(8) < 4
    p = resampling.permuted(np.ones((8, 1)), np.ones(8), inside, 99, np.random.default_rng(1))
    assert np.isnan(p).all()


def test_adjusted_p_values_are_those_of_benjamini_and_hochberg_and_missing_ones_stay():
    p = np.array([0.01, np.nan, 0.04, 0.03, 0.2])
    adjusted = resampling.adjusted(p)
    assert np.isnan(adjusted[1])
    assert adjusted[[0, 2, 3, 4]] == pytest.approx(false_discovery_control(p[[0, 2, 3, 4]]))
    assert adjusted[0] == pytest.approx(0.04)
    assert adjusted[3] == pytest.approx(0.04 * 4 / 3)


@pytest.fixture(scope="module")
def made(read_texts):
    return read_texts(["Peace now. Rain fell."] * 6 + ["War now. Rain fell. A treaty of peace."] * 6)


def test_without_resamples_there_are_shares_and_neither_interval_nor_p(made):
    groups = pd.Series(["x"] * 6 + ["y"] * 6)
    table = frames.differences(made.idx, made.match(BOOK), [BOOK], made.sentences, groups, resamples=0)
    assert table[["difference_low", "difference_high", "p_permutation", "p_adjusted"]].isna().all(axis=None)
    counts = frames.counts(made.idx, made.match(BOOK), [BOOK], made.sentences, groups, resamples=0)
    assert counts["share_low"].isna().all()
    assert counts["share"].max() == pytest.approx(1 / 2)


def test_differences_have_interval_p_and_basis(made):
    groups = pd.Series(["x"] * 6 + ["y"] * 6)
    table = frames.differences(made.idx, made.match(BOOK), [BOOK], made.sentences, groups, 199, seed=1)
    war = table.set_index(["group", "frame"]).loc[("y", "war")]
    assert war["difference"] == pytest.approx(1 / 3)
    assert war["difference_low"] == pytest.approx(1 / 3)
    assert (war["n_documents"], war["n_documents_rest"]) == (6, 6)
    assert war["p_permutation"] == pytest.approx(1 / 200, abs=0.011)
    assert (table["p_adjusted"] >= table["p_permutation"]).all()


def test_leaving_an_indicator_out_keeps_the_sentences_that_another_one_holds(made):
    groups = pd.Series(["y"] * 12)
    table = frames.leave_one_out(made.idx, made.match(BOOK), [BOOK], made.sentences, groups)
    rows = table.set_index("indicator")
    # Peace is alone in six sentences and beside treaty in six; treaty is never alone.
    assert rows.loc["peace", ["sentences", "sentences_without", "lost"]].tolist() == [12, 6, 0.5]
    assert rows.loc["treaty", ["sentences", "sentences_without", "lost"]].tolist() == [12, 12, 0.0]
    assert rows.loc["war", "lost"] == 1
    assert rows.loc["peace", ["rank", "rank_without"]].tolist() == [1, 1]
    assert rows.loc["war", ["rank", "rank_without"]].tolist() == [2, 2]
