"""Asking the index: words, wildcards, phrases, selections, counts, windows, n-grams."""

import numpy as np
import pandas as pd
import pytest

from discourselab import index


@pytest.fixture
def idx():
    texts = [
        ["The", "secure", "border", "."],
        ["Security", "of", "the", "border"],
        ["secure", "border", "now"],
    ]
    return index.from_tokens(texts, ids=["a", "b", "c"])


def names(idx, pattern):
    return idx.terms.take(index.term_ids(idx, pattern))


def test_wildcards_stand_for_any_characters(idx):
    assert names(idx, "SECUR*") == ["secure", "security"]
    assert names(idx, "*der") == ["border"]
    assert names(idx, "s*e") == ["secure"]
    assert names(idx, "%") == []
    assert names(idx, "*o*") == ["border", "now", "of"]


def test_a_phrase_is_found_where_its_words_follow_each_other_in_a_sentence(idx):
    first, last = index.phrase(idx, ["secur*", "border"])
    assert first.tolist() == [1, 8]
    assert last.tolist() == [2, 9]
    # "border" ends one document and "secure" begins the next: no phrase.
    assert index.phrase(idx, ["border", "secure"])[0].tolist() == []


def test_select_keeps_documents_voices_and_speakers(idx):
    spans = pd.DataFrame(
        {"document": ["b"], "start": [0], "end": [11], "voice": ["indirect"], "speaker": ["Orla"]}
    )
    idx = index.set_voices(idx, spans)
    assert np.flatnonzero(index.select(idx, documents=[1])).tolist() == [4, 5, 6, 7]
    assert np.flatnonzero(index.select(idx, voice="quoted")).tolist() == [4, 5]
    assert np.flatnonzero(index.select(idx, voice="narrator", documents=[1])).tolist() == [6, 7]
    assert index.select(idx, speaker="Orla").sum() == 2
    assert index.select(idx, speaker="nobody").sum() == 0
    with pytest.raises(ValueError, match="voice should be one of"):
        index.select(idx, voice="loud")


def test_counts_by_label_and_documents(idx):
    labels = np.array([0, 1, 1])
    border = index.term_ids(idx, "border")[0]
    assert index.count(idx, labels, 2)[:, border].tolist() == [1, 2]
    assert index.document_frequency(idx, labels, 2)[:, border].tolist() == [1, 2]
    assert index.count(idx, np.array([0, -1, -1]), 1).sum() == 4
    assert index.document_terms(idx).toarray().sum() == 11


def test_windows_stop_at_the_sentence_and_skip_what_is_not_counted(idx):
    first, last = index.phrase(idx, ["border"])
    words = index.is_word(idx)[idx.token]
    counts = index.window_counts(idx, first, last, 2, 2, words)
    seen = {idx.terms[i]: int(n) for i, n in enumerate(counts) if n}
    assert seen == {"the": 2, "secure": 2, "of": 1, "now": 1}


def test_ngrams_do_not_cross_sentences_or_what_is_left_out(idx):
    grams, label, count, documents = index.ngram_counts(idx, 2, np.array([0, 0, 1]))
    table = {
        (g, *idx.terms.take(row)): (int(c), int(d)) for row, g, c, d in zip(grams, label, count, documents)
    }
    assert table[(0, "the", "border")] == (1, 1)
    assert table[(1, "secure", "border")] == (1, 1)
    assert (0, ".", "security") not in table
    assert sum(c for c, _ in table.values()) == 3 + 3 + 2


def test_a_concordance_sorts_by_the_words_beside_the_match(idx):
    first, last = index.phrase(idx, ["border"])
    order = index.concordance_order(idx, first, last, ["1R"])
    assert first[order].tolist() == [7, 2, 9]  # nothing, ".", "now"
    order = index.concordance_order(idx, first, last, ["1L", "2L"])
    assert first[order].tolist() == [9, 2, 7]  # (sentence's edge) secure, the secure, of the
    with pytest.raises(ValueError, match="1R"):
        index.concordance_order(idx, first, last, ["R1"])


def test_forms_are_as_most_often_written(idx):
    assert index.forms(idx, index.term_ids(idx, "sec*")) == ["secure", "Security"]
