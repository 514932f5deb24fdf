"""Word shifts: contributions sum to the difference, by hand and for any texts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from discourselab import index, terms

ONE, OTHER = ["war", "war", "peace", "talks"], ["peace", "peace", "talks", "talks"]


def shift(one, other, kind, top=200):
    built = index.from_tokens([one, other])
    sides = [index.select(built, documents=np.array(mask)) for mask in ([True, False], [False, True])]
    return terms.word_shift(built, *sides, ("one", "other"), kind, top)


def test_shares_subtract():
    table = shift(ONE, OTHER, "proportion").set_index("term")
    assert table["contribution"].to_dict() == pytest.approx({"war": 0.5, "peace": -0.25, "talks": -0.25})
    assert table["more_in"].to_dict() == {"war": "one", "peace": "other", "talks": "other"}


def test_entropies_subtract():
    # 1/2 1/4 1/4 has 1.5 bits, 1/2 1/2 has 1.
    table = shift(ONE, OTHER, "shannon").set_index("term")
    assert table["total"].tolist() == pytest.approx([0.5] * 3)
    assert table["contribution"].to_dict() == pytest.approx({"war": 0.5, "peace": 0.0, "talks": 0.0})


def test_the_divergence_is_the_square_of_scipys_distance():
    table = shift(ONE, OTHER, "jsd")
    assert table["total"].iloc[0] == pytest.approx(jensenshannon([2, 1, 1], [0, 2, 2], base=2) ** 2)
    assert table["term"].iloc[0] == "war"


@settings(deadline=None)
@given(
    *[st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=30)] * 2,
    st.sampled_from(["proportion", "shannon", "jsd"]),
)
def test_contributions_sum_to_the_total_whatever_is_listed(one, other, kind):
    table = shift(one, other, kind, top=3)
    assert len(table) <= 4
    assert table["contribution"].sum() == pytest.approx(table["total"].iloc[0], abs=1e-12)
    p, q = (np.array([side.count(c) for c in "abcdefgh"]) / len(side) for side in (one, other))
    assert table["share_target"].sum() == pytest.approx(p.sum())
    if kind == "jsd":
        assert table["total"].iloc[0] == pytest.approx(jensenshannon(p, q, base=2) ** 2, abs=1e-9)
        assert (table["contribution"] >= -1e-12).all()


def test_each_group_is_shifted_against_all_others(idx, groups):
    table = terms.group_shifts(idx, groups)
    assert set(table["target"]) == {"A", "B"}
    assert terms.group_shifts(idx, groups.where(groups == "A")).empty


def test_an_unknown_kind_names_those_there_are():
    with pytest.raises(ValueError, match="proportion, shannon, jsd"):
        shift(ONE, OTHER, "kl")
