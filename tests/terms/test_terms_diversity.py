"""Lexical diversity equals quanteda's on every inaugural address; the windowed measures by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import index, terms
from discourselab.terms import diversity_measures as dm

QUANTEDA = {
    "TTR": "ttr", "C": "herdan_c", "R": "guiraud_r", "CTTR": "cttr", "U": "uber_u", "S": "summer_s",
    "K": "yule_k", "I": "yule_i", "D": "simpson_d", "Vm": "herdan_vm", "Maas": "maas_a",
    "lgV0": "maas_lgv0", "lgeV0": "maas_lgev0",
}  # fmt: skip


def test_every_measure_of_every_address_equals_quanteda(inaugural, shared_data):
    ours = terms.lexical_diversity(inaugural[0]).set_index("document")
    gold = pd.read_csv(shared_data / "statistics/lexdiv_readability_inaugural.csv").set_index("document")
    assert len(ours) == len(gold) == 60
    for theirs, name in QUANTEDA.items():
        np.testing.assert_allclose(ours[name], gold[theirs].loc[ours.index], rtol=1e-12, err_msg=name)


def test_a_moving_average_by_hand():
    # a b a c: windows of 3 hold 2, 3 types.
    assert dm.mattr(np.array([0, 1, 0, 2]), 3) == pytest.approx((2 / 3 + 3 / 3) / 2)
    assert np.isnan(dm.mattr(np.array([0, 1]), 3))


@given(st.lists(st.integers(0, 6), min_size=5, max_size=40), st.integers(1, 5))
def test_a_moving_average_is_the_mean_over_all_windows(words, window):
    words = np.array(words)
    windows = [len(set(words[i : i + window])) / window for i in range(len(words) - window + 1)]
    assert dm.mattr(words, window) == pytest.approx(np.mean(windows))


def test_entropy_by_hand():
    assert dm.entropy(np.array([2, 1, 1])) == pytest.approx(1.5)
    assert dm.evenness(np.array([2, 1, 1])) == pytest.approx(1.5 / np.log2(3))
    assert dm.evenness(np.array([5, 5, 5, 5])) == pytest.approx(1)


def test_mtld_by_hand():
    # x x falls to 0.5 at the second word: 60 equal words make 30 factors of 2 words, either way.
    assert dm.mtld(np.zeros(60, dtype=int)) == pytest.approx(2.0)
    # 51 different words, the last one twice. Forwards TTR is 51/52 at the end, a part of a factor of
    # (1/52) / 0.28; backwards the first two make a factor and the rest, all different, none.
    once = np.append(np.arange(51), 50)
    assert dm.mtld(once) == pytest.approx((52 / ((1 / 52) / 0.28) + 52) / 2)
    assert np.isnan(dm.mtld(np.arange(49)))


def test_hdd_is_the_type_token_ratio_of_a_text_of_the_samples_length():
    counts = np.array([20, 12, 5, 3, 2])
    assert dm.hdd(counts) == pytest.approx(5 / 42)
    # One type three times and 41 once each, drawn 42 of 44: a single one is missed with 2/44.
    assert dm.hdd(np.array([3] + [1] * 41)) == pytest.approx((41 * (1 - 2 / 44) + 1) / 42)
    assert np.isnan(dm.hdd(np.array([41])))


def test_numbers_and_marks_do_not_count_and_short_texts_have_no_windowed_measure():
    table = terms.lexical_diversity(index.from_tokens([["peace", "1945", ",", "peace", "talks"], ["."]]))
    assert table["document"].tolist() == ["1"]
    assert table.loc[0, ["tokens", "types"]].tolist() == [3, 2]
    assert table["ttr"].tolist() == pytest.approx([2 / 3])
    assert table[["mattr", "mtld", "hdd"]].isna().all(axis=None)
