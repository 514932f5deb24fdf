"""N-grams inside sentences, counted by hand."""

from discourselab import terms


def counts(table, group, n):
    rows = table[(table["group"] == group) & (table["n"] == n)]
    return dict(zip(rows["ngram"], rows["count"]))


def test_bigrams_of_a_group(idx, groups):
    table = terms.ngrams(idx, groups, (2,), min_count=1)
    found = counts(table, "A", 2)
    assert found["peace talks"] == 2
    assert found["the charter"] == 1
    assert "word peace" not in found


def test_punctuation_ends_an_ngram(idx, groups):
    found = counts(terms.ngrams(idx, groups, (2,), min_count=1), "A", 2)
    assert "talks peace" not in found


def test_sizes_and_the_least_count(idx, groups):
    table = terms.ngrams(idx, groups, (2, 3), min_count=2)
    assert set(table["n"]) <= {2, 3}
    assert counts(table, "A", 2) == {"peace talks": 2}
    assert table["count"].min() >= 2


def test_function_words_at_the_edge_are_flagged(idx, groups):
    table = terms.ngrams(idx, groups, (2,), min_count=1).set_index(["group", "ngram"])
    assert table.loc[("B", "the war"), "edge_stop"]
    assert table.loc[("B", "on the"), "stop_only"]
    assert not table.loc[("A", "peace talks"), "edge_stop"]
