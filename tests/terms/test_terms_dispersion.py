"""The table of dispersion: over documents, over equal parts, by hand."""

import numpy as np
import pytest

from discourselab import index, terms


@pytest.fixture
def four():
    """Four documents of ten words: "even" once in each, "clumped" four times in the first."""
    texts = [["even", *["clumped"] * 4, *["x"] * 5], *[["even", *["x"] * 9]] * 3]
    return index.from_tokens(texts)


def row(table, term):
    return table.set_index("term").loc[term]


def test_an_even_word_and_a_clumped_one(four):
    table = terms.dispersion(four, min_count=1)
    even, clumped = row(table, "even"), row(table, "clumped")
    assert (even["count"], even["parts"], even["parts_with"]) == (4, 4, 4)
    assert even[["dp", "dp_norm", "kl_divergence"]].tolist() == pytest.approx([0, 0, 0])
    assert even[["juilland_d", "carroll_d2", "rosengren_s"]].tolist() == pytest.approx([1, 1, 1])
    assert even["arf"] == pytest.approx(4.0)
    assert clumped["parts_with"] == 1
    assert clumped[["dp", "dp_norm"]].tolist() == pytest.approx([0.75, 1.0])
    assert clumped["kl_divergence"] == pytest.approx(2.0)
    assert clumped["juilland_d"] == pytest.approx(0.0)
    # Distances 1, 1, 1 and 37 in 40 words, gap 10: (3 + 10) x 4 / 40.
    assert clumped["arf"] == pytest.approx(1.3)


def test_equal_parts_cut_across_documents(four):
    table = terms.dispersion(four, parts=8, min_count=1)
    assert row(table, "clumped")["unit"] == "part"
    assert row(table, "clumped")["parts_with"] == 1
    assert row(table, "even")["parts_with"] == 4
    assert row(table, "even")["dp"] == pytest.approx(0.5)


def test_a_single_document_has_no_dispersion_but_a_reduced_frequency(four):
    table = terms.dispersion(four, np.array([True, False, False, False]), min_count=1)
    assert np.isnan(row(table, "even")["dp"])
    assert row(table, "even")["arf"] == pytest.approx(1.0)


def test_rare_words_are_left_out_and_one_part_is_refused(four):
    assert set(terms.dispersion(four, min_count=5)["term"]) == {"x"}
    assert terms.dispersion(four, min_count=99).empty
    with pytest.raises(ValueError, match="two parts"):
        terms.dispersion(four, parts=1)
