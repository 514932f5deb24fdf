"""Groups against a frequency list: counts by hand, intervals over the documents there are."""

import numpy as np
import pandas as pd
import pytest

from discourselab import index, terms
from discourselab.terms import keyness_measures as measures

LIST = pd.DataFrame({"term": ["Peace", "peace", "treaty"], "count": [3, 1, 96]})


def test_a_group_is_compared_with_a_frequency_list(idx, groups):
    table = terms.reference_keywords(idx, groups, LIST, "list", min_count=1)
    peace = table[(table["target"] == "A") & (table["term"] == "peace")].iloc[0]
    columns = ["count_target", "count_reference", "words_target", "words_reference", "documents_target"]
    assert peace[columns].tolist() == [5, 4, 18, 100, 2]
    assert peace["log_ratio"] == pytest.approx(np.log2((5 / 18) / (4 / 100)))
    # Four of five in the longer part (12 of 18 words): DP = |4/5 - 2/3| = 2/15, the smallest part 1/3.
    assert peace["dispersion"] == pytest.approx(2 / 15 / (2 / 3))
    treaty = table[(table["target"] == "A") & (table["term"] == "treaty")].iloc[0]
    assert (treaty["count_target"], treaty["form"], treaty["documents_target"]) == (0, "treaty", 0)
    assert np.isnan(treaty["dispersion"])
    assert terms.reference_keywords(idx, groups, None, "").empty


def test_with_few_documents_the_interval_is_from_the_counts_and_says_so(idx, groups):
    table = terms.reference_keywords(idx, groups, LIST, "list", min_count=1)
    peace = table[(table["target"] == "A") & (table["term"] == "peace")].iloc[0]
    assert (peace["log_ratio_low"], peace["log_ratio_high"]) == measures.log_ratio_interval(5, 4, 18, 100)
    assert peace["difference_low"] == measures.difference_interval(5, 4, 18, 100)[0] * 1e4
    assert "target has 2 documents, fewer than 5" in peace["note"]
    assert not table["tested"].any()
    assert table[["p_permutation", "p_adjusted"]].isna().all(axis=None)


def test_with_documents_enough_they_are_resampled_against_the_list():
    texts = [["treaty", "charter" if i < 15 else "pact", "peace"] for i in range(20)]
    one = pd.Series("A", index=range(20))
    table = terms.reference_keywords(index.from_tokens(texts), one, LIST, "list").set_index("term")
    charter, treaty = table.loc["charter"], table.loc["treaty"]
    # "treaty" is a third of every document, so of every resample.
    assert treaty["log_ratio_low"] == pytest.approx(treaty["log_ratio"])
    assert treaty["log_ratio_high"] == pytest.approx(np.log2((20 / 60) / (96 / 100)))
    assert charter["log_ratio_low"] < charter["log_ratio"] < charter["log_ratio_high"]
    # 15 of 20 documents, resampled: the count has the mean 15 and the variance 20 (3/4) (1/4) = 3.75.
    assert charter["difference_low"] == pytest.approx(11 / 60 * 1e4)
    assert charter["difference_high"] == pytest.approx(18 / 60 * 1e4, abs=1e4 / 60)
    assert table["tested"].all()
    assert table["note"].str.contains("over the target's documents").all()
    again = terms.reference_keywords(index.from_tokens(texts), one, LIST, "list").set_index("term")
    pd.testing.assert_frame_equal(table, again)


def test_without_resamples_the_counts_are_all_there_is():
    texts = [["treaty", "peace"]] * 6
    one = pd.Series("A", index=range(6))
    table = terms.reference_keywords(index.from_tokens(texts), one, LIST, "list", resamples=0)
    assert table["note"].str.contains("resamples is 0").all()
    assert table["log_ratio_low"].notna().all()
