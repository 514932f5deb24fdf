"""How alike groups are, counted by hand; the divergence is the one that word shifts take apart."""

import numpy as np
import pandas as pd
import pytest

from discourselab import index, terms

GROUPS = pd.Series(["A", "B", "C"])
# Shares of peace, war, talks: A 1/2 1/4 1/4, B 1/2 0 1/2, C 0 1 0; "the" is no content word.
TEXTS = [["peace", "peace", "war", "talks", "the"], ["peace", "talks", "the", "the"], ["war"]]


@pytest.fixture
def pairs():
    return terms.similarities(index.from_tokens(TEXTS), GROUPS).set_index(["group", "other"])


def test_each_pair_once_with_its_basis(pairs):
    assert list(pairs.index) == [("A", "B"), ("A", "C"), ("B", "C")]
    assert pairs.loc[("A", "B"), ["words", "words_other", "types_shared", "types"]].tolist() == [4, 2, 2, 3]


def test_similarities_by_hand(pairs):
    row = pairs.loc[("A", "B")]
    assert row["cosine"] == pytest.approx((1 / 4 + 1 / 8) / np.sqrt(3 / 8 * 1 / 2))
    a, b = np.array([1 / 6, -1 / 12, -1 / 12]), np.array([1 / 6, -1 / 3, 1 / 6])  # from their mean of 1/3
    assert row["correlation"] == pytest.approx((a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum()))
    assert row["jaccard"] == pytest.approx(2 / 3)
    assert row["dice"] == pytest.approx(4 / 5)


def test_distances_by_hand(pairs):
    assert pairs["euclidean"].tolist() == pytest.approx([np.sqrt(1 / 8), np.sqrt(7 / 8), np.sqrt(3 / 2)])
    assert pairs["manhattan"].tolist() == pytest.approx([0.5, 1.5, 2])
    assert pairs.loc[("B", "C"), ["cosine", "jaccard", "dice", "jensen_shannon"]].tolist() == pytest.approx(
        [0, 0, 0, 1]
    )


def test_the_divergence_is_the_one_that_word_shifts_take_apart(pairs):
    two = index.from_tokens(TEXTS[:2])
    shift = terms.group_shifts(two, GROUPS[:2], stop=None)
    apart = terms.similarities(two, GROUPS[:2], stop=None)
    assert apart["jensen_shannon"].tolist() == pytest.approx([shift["total"].iloc[0]])


def test_equal_groups_are_alike_and_one_group_has_no_pair():
    same = terms.similarities(index.from_tokens([["peace", "war"]] * 2), GROUPS[:2]).iloc[0]
    assert same[["cosine", "jaccard", "dice"]].tolist() == pytest.approx([1, 1, 1])
    assert same[["euclidean", "manhattan", "jensen_shannon"]].tolist() == pytest.approx([0, 0, 0])
    assert terms.similarities(index.from_tokens([["peace"]]), GROUPS[:1]).empty
