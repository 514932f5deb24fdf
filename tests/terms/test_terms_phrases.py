"""Skip-grams, bundles, associations and clusters, counted by hand and against quanteda."""

import numpy as np
import pandas as pd
import pytest

from discourselab import index, terms
from discourselab.terms.sequences import agreements, sequences


def test_skipgrams_leave_words_out_inside_the_sentence():
    built = index.from_tokens([["a", "b", "c", ".", "d"]])
    table = terms.skipgrams(built, (2,), gaps=1, min_count=1, stop=None)
    assert dict(zip(table["ngram"], table["count"])) == {"a b": 1, "a c": 1, "b c": 1}
    assert set(table["gaps"]) == {1}


def test_without_gaps_skipgrams_are_the_ngrams(idx, groups):
    skips = terms.skipgrams(idx, (2, 3), gaps=0, min_count=1)
    plain = terms.ngrams(idx, groups.mask(groups.notna(), "all"), (2, 3), min_count=1)
    ours, theirs = (table.set_index("ngram")[["count", "documents"]].sort_index() for table in (skips, plain))
    pd.testing.assert_frame_equal(ours, theirs)


def test_a_skipgram_with_two_gaps_in_three_words():
    built = index.from_tokens([list("abcde")])
    table = terms.skipgrams(built, (3,), gaps=2, min_count=1, stop=None)
    # The first word and any two of the next four; "a" has 6, "b" 3, "c" 1.
    assert table["ngram"].str[0].value_counts().to_dict() == {"a": 6, "b": 3, "c": 1}


def test_bundles_recur_across_documents():
    texts = [["on", "the", "other", "hand"]] * 3 + [["in", "the", "same", "way"] * 3]
    table = terms.bundles(index.from_tokens(texts), (3, 4), min_count=3, min_documents=3)
    assert table["ngram"].tolist() == ["on the other", "the other hand", "on the other hand"]
    assert table["documents"].tolist() == [3, 3, 3]
    assert table["range"].tolist() == [0.75] * 3
    # Shares 1/3 of the bundle in parts of 4/24: DP = (3 (1/3 - 1/6) + 1/2) / 2 = 1/2; smallest part 1/6.
    assert table["dp_norm"].tolist() == pytest.approx([0.5 / (1 - 1 / 6)] * 3)
    assert terms.bundles(index.from_tokens(texts), (3,), 3, 3, max_dp=0.5).empty


def test_agreements_by_hand():
    # a b c three times, a x c once: of the 4 trigrams "a b c" agrees fully with 3, in first and last with 1.
    built = index.from_tokens([list("abc")] * 3 + [list("axc")])
    found = sequences(built, 3, np.ones(len(built), dtype=bool))
    (place,) = [i for i, gram in enumerate(found.grams) if built.terms.take(gram) == list("abc")]
    cells = agreements(found, np.array([place]), len(built.terms))[0]
    assert cells.tolist() == [0, 0, 0, 0, 0, 1, 0, 3]


@pytest.fixture(scope="module")
def associations(shared_data):
    """Over quanteda's tokens; a dollar sign, which it counts as a word, is spelt out."""
    rows = pd.read_json(shared_data / "statistics/inaugural_tokens.jsonl", lines=True)
    texts = [["dollarsign" if word == "$" else word for word in words] for words in rows["tokens"]]
    return terms.ngram_associations(index.from_tokens(texts), (2, 3), min_count=5, stop=None)


def test_lambda_and_z_of_every_collocation_equal_quanteda(associations, shared_data):
    gold = pd.read_csv(shared_data / "statistics/collocations_inaugural.csv", keep_default_na=False)
    gold["ngram"] = gold["collocation"].str.replace("’", "'")
    both = gold.merge(associations, on="ngram", suffixes=("_gold", ""))
    assert len(both) == len(gold) == 5375
    # Curly and straight apostrophes are one letter here: a few words with one are counted together.
    alike = ~both["ngram"].str.contains("'")
    assert (both["count_gold"] == both["count"])[alike].all()
    np.testing.assert_allclose(both["lambda_gold"][alike], both["lambda"][alike], rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(both["z_gold"][alike], both["z"][alike], rtol=1e-6, atol=1e-6)


def test_clusters_hold_the_word_whole(idx, groups):
    table = terms.ngrams(idx, groups, (2, 3), min_count=1)
    found = terms.clusters(table[table["group"] == "A"], "peace")
    assert {"peace talks", "charter is peace"} <= set(found["ngram"])
    assert all("peace" in ngram.split() for ngram in found["ngram"])
    assert terms.clusters(table, "peac").empty


def test_parts_of_a_longer_phrase_are_left_out_unless_they_occur_elsewhere():
    rows = [("the other hand", 3), ("on the other", 5), ("on the other hand", 3)]
    table = pd.DataFrame(rows, columns=["ngram", "count"])
    assert terms.unnested(table)["ngram"].tolist() == ["on the other", "on the other hand"]
