"""Asking the index: selections, counts, windows, n-grams, the order of concordance lines."""

import sys
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import index
from discourselab.index import counting, query


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


def test_windows_of_a_document_cross_its_sentences_and_no_further():
    idx = index.build(
        [("a", "War ends. Peace begins now."), ("b", "Peace."), ("c", "No peace yet. Peace talks.")]
    )

    def around(**window):
        which, where = index.window_positions(idx, *index.phrase(idx, ["peace"]), 2, 9, words=True, **window)
        return [sorted(idx.terms.take(idx.token[where[which == match]])) for match in range(4)]

    assert around() == [["begins", "now"], [], ["no", "yet"], ["talks"]]
    whole = [["begins", "ends", "now", "war"], [], ["no", "peace", "talks", "yet"], ["peace", "talks", "yet"]]
    assert around(bounded=False) == whole


CORPUS = st.lists(st.lists(st.sampled_from("a b c , .".split()), max_size=12), min_size=1, max_size=6)


@settings(deadline=None)
@given(CORPUS, st.data())
def test_counts_are_those_of_counting_one_by_one(texts, data):
    idx = index.from_tokens(texts)
    labels = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=len(texts), max_size=len(texts))))
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=len(idx), max_size=len(idx))), dtype=bool)
    terms, document = idx.terms[:], index.document_of(idx, np.arange(len(idx)))
    for chosen in (None, mask, np.ones(len(idx), dtype=bool)):
        expected = np.zeros((3, len(terms)), dtype=int)
        present = [[set() for _ in terms] for _ in range(3)]
        per_document = np.zeros((len(texts), len(terms)), dtype=int)
        for at in range(len(idx)):
            if chosen is not None and not chosen[at]:
                continue
            per_document[document[at], idx.token[at]] += 1
            if labels[document[at]] >= 0:
                expected[labels[document[at]], idx.token[at]] += 1
                present[labels[document[at]]][idx.token[at]].add(document[at])
        assert index.count(idx, labels, 3, chosen).tolist() == expected.tolist()
        if len(idx) != len(texts):
            assert index.count(idx, labels[document], 3, chosen).tolist() == expected.tolist()
        assert index.document_terms(idx, chosen).toarray().tolist() == per_document.tolist()
        found = index.document_frequency(idx, labels, 3, chosen)
        assert found.tolist() == [[len(seen) for seen in row] for row in present]
        assert index.count(idx, mask=chosen).tolist() == [per_document.sum(axis=0).tolist()]
        assert index.document_frequency(idx, mask=chosen).tolist() == [
            (per_document > 0).sum(axis=0).tolist()
        ]


@settings(deadline=None)
@given(CORPUS, st.data(), st.sampled_from([1, 2, 5, 1000]))
def test_counts_are_the_same_before_scipy_is_loaded_and_behind(texts, data, together):
    idx = index.from_tokens(texts)
    labels = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=len(texts), max_size=len(texts))))
    index.document_terms(idx)  # loads scipy
    behind = index.count(idx, labels, 3)
    with pytest.MonkeyPatch.context() as patched:
        patched.delitem(sys.modules, "scipy.sparse")
        patched.setattr(counting, "_CACHED", together)
        assert index.count(idx, labels, 3).tolist() == behind.tolist()


@settings(deadline=None)
@given(CORPUS, st.data())
def test_what_is_selected_at_some_places_is_what_the_mask_says(texts, data):
    idx = index.from_tokens(texts)

    def some(values, size):
        return np.array(data.draw(st.lists(values, min_size=size, max_size=size)), dtype=int)

    idx = replace(
        idx,
        voice=some(st.integers(0, 2), len(idx)),
        speaker=some(st.integers(-1, 0), len(idx)),
        speakers=["Orla"],
        sentence_kind=some(st.integers(0, 3), len(idx.sentence_kind)),
    )
    documents = some(st.booleans(), len(texts)).astype(bool)
    at = some(st.integers(0, max(len(idx) - 1, 0)), 5 if len(idx) else 0)
    for chosen in (None, documents):
        for voice in ("all", "narrator", "quoted", "indirect"):
            for kinds in (index.COUNTED_KINDS, ("note",)):
                settings = {"documents": chosen, "voice": voice, "kinds": kinds}
                mask = index.select(idx, **settings)
                assert index.selected(idx, at, **settings).tolist() == mask[at].tolist()
                told = index.select(idx, speaker="Orla", **settings)
                assert index.selected(idx, at, speaker="Orla", **settings).tolist() == told[at].tolist()
                found = index.selected_counts(idx, **settings)
                assert found.tolist() == index.count(idx, mask=mask)[0].tolist()


@settings(deadline=None)
@given(CORPUS, st.integers(0, 20), st.integers(0, 20), st.booleans())
def test_windows_hold_the_nearest_words_of_the_document(texts, left, right, by_token):
    idx = index.from_tokens(texts)
    words = index.is_word(idx)
    first, last = index.phrase(idx, ["a"])
    chosen = {"mask": words[idx.token]} if by_token else {"words": words}
    which, where = index.window_positions(idx, first, last, left, right, **chosen)
    expected = []
    for match, at in enumerate(first.tolist()):
        low, high = idx.document_start[index.document_of(idx, at) :][:2].tolist()
        kept = [p for p in range(low, high) if words[idx.token[p]]]
        before, behind = [p for p in kept if p < at], [p for p in kept if p > at]
        expected += [(match, p) for p in before[len(before) - min(left, len(before)) :] + behind[:right]]
    assert sorted(zip(which.tolist(), where.tolist())) == sorted(expected)
    counted = index.window_counts(idx, first, last, left, right, **chosen)
    assert counted.sum() == len(where)


@settings(deadline=None)
@given(CORPUS, st.integers(0, 5), st.permutations(["1R", "3R", "2L", "0"]), st.sampled_from([1, 3, 1000]))
def test_the_first_lines_of_a_concordance_are_those_of_sorting_all(texts, limit, keys, part):
    idx = index.from_tokens(texts)
    first, last = index.phrase(idx, ["*"])
    order = index.concordance_order(idx, first, last, keys)

    def values(at):
        low, high = idx.document_start[index.document_of(idx, at) :][:2]
        places = {"1R": at + 1, "3R": at + 3, "2L": at - 2, "0": at}
        return [int(idx.token[places[k]]) if low <= places[k] < high else -1 for k in keys]

    assert first[order].tolist() == sorted(first.tolist(), key=lambda at: (values(at), at))
    with pytest.MonkeyPatch.context() as patched:  # few lines as if they were many
        patched.setattr(query, "_PART", part)
        patched.setattr(query, "_FEW", 0)
        assert index.concordance_order(idx, first, last, keys, limit=limit).tolist() == order[:limit].tolist()


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
