"""tf-idf equals quanteda's on the inaugural addresses."""

import numpy as np
import pandas as pd

from discourselab import index, terms


def test_weights_equal_quanteda(inaugural, shared_data):
    gold = pd.read_csv(shared_data / "statistics/tfidf_inaugural_selected.csv").set_index("doc")
    ours = terms.tf_idf(inaugural[0], top=None, stop=None)
    sizes = np.diff(inaugural[0].document_start)
    for word in ("security", "freedom", "war", "peace", "america", "union"):
        mine = ours[ours["term"] == word].set_index("document").reindex(gold.index).fillna({"tf_idf": 0})
        assert (mine["count"].fillna(0) == gold[word]).all()
        np.testing.assert_allclose(mine["tf_idf"], gold[f"{word}_tfidf"], atol=1e-12)
        share = mine["tf_idf"] / sizes
        np.testing.assert_allclose(share, gold[f"{word}_tfidf_prop"], rtol=2e-4, atol=1e-12)


def test_the_heaviest_terms_of_each_document_come_first():
    table = terms.tf_idf(index.from_tokens([["war", "war", "peace"], ["peace", "talks"]]), top=1)
    assert table["term"].tolist() == ["war", "talks"]
    assert table["tf_idf"].tolist() == [2 * np.log10(2), np.log10(2)]


def test_typical_terms_are_the_content_words_that_not_every_document_has():
    texts = [["the", "talks", "talks", "charter", "said"], ["the", "talks", "war"], ["the", "talks", "war"]]
    table = terms.typical_terms(terms.tf_idf(index.from_tokens(texts, ["a", "b", "c"])))
    assert table.values.tolist() == [["a", "charter (1)"], ["b", "war (1)"], ["c", "war (1)"]]
    assert terms.typical_terms(terms.tf_idf(index.from_tokens([["talks"]]))).empty
