"""The index leads every token back to its text, however it was built."""

import threading

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import index
from discourselab.index import building

TEXTS = ["One peace.  Two PEACE\u00a0treaties.\nThree", "", "Don’t — e\u0301t\u00e9 É\U0001f600x."]
ARRAYS = ("token", "surface", "start", "end", "document_start", "sentence_start", "postings")
BY_DOCUMENT = (
    "occurrence_start", "occurrence_document", "occurrence_count",
    "vector_start", "vector_term", "vector_count",
)  # fmt: skip
TEXT = st.text(max_size=30) | st.lists(
    st.sampled_from("Mr. U.S. He \u3000 走。她 “no”! a-b\n 5.5".split(" "))
).map(" ".join)


def corpus(texts):
    documents = pd.DataFrame({"document": [f"d{i}" for i in range(len(texts))], "text": texts})
    rows = []
    for name, text in zip(documents["document"], texts):
        spans = index.boundaries(text)
        rows += [(name, n + 1, 1, low, high, "body") for n, (low, high) in enumerate(spans)]
    columns = ["document", "sentence", "paragraph", "start", "end", "kind"]
    sentences = pd.DataFrame(rows, columns=columns).astype({"start": "int64", "end": "int64"})
    return documents, sentences


def written(idx, texts):
    owners = index.document_of(idx, np.arange(len(idx)))
    return [texts[o][a:b] for o, a, b in zip(owners, idx.start, idx.end)]


def files(folder):
    return {place.name: place.read_bytes() for place in folder.iterdir()}


def test_offsets_slice_back_to_the_surface_form_of_each_token():
    idx = index.build(*corpus(TEXTS))
    assert written(idx, TEXTS) == idx.surfaces.take(idx.surface)
    assert idx.document_start.tolist() == [0, 8, 8, 15]
    assert idx.terms.take(idx.token[:8]) == ["one", "peace", ".", "two", "peace", "treaties", ".", "three"]


def test_terms_are_ranks_of_the_sorted_vocabulary():
    idx = index.build(*corpus(TEXTS))
    assert idx.terms[:] == sorted(set(idx.terms[:]))
    assert "don't" in idx.terms[:]
    assert "été" in idx.terms[:]


def test_postings_are_the_positions_of_each_term_in_order():
    idx = index.from_tokens([["a", "b", "A"], ["b", "a"]])
    assert index.positions(idx, index.term_ids(idx, "a")).tolist() == [0, 2, 4]
    assert index.positions(idx, index.term_ids(idx, "*")).tolist() == [0, 1, 2, 3, 4]


def test_occurrences_are_the_documents_of_each_term_and_how_often():
    idx = index.from_tokens([["a", "b", "A"], ["b"], ["a"]])
    assert idx.occurrence_start.tolist() == [0, 2, 4]
    assert idx.occurrence_document.tolist() == [0, 2, 0, 1]
    assert idx.occurrence_count.tolist() == [2, 1, 1, 1]


def test_the_vector_of_a_document_is_its_terms_and_how_often_each_occurs():
    idx = index.from_tokens([["b", "a", "b"], [], ["c", "b"]])
    assert idx.vector_start.tolist() == [0, 2, 2, 4]
    assert idx.terms.take(idx.vector_term) == ["a", "b", "b", "c"]
    assert idx.vector_count.tolist() == [1, 2, 1, 1]


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, max_size=5), st.integers(1, 40), st.integers(1, 3))
def test_any_batch_size_and_number_of_threads_give_the_same_index_and_nothing_is_lost(texts, batch, threads):
    whole = index.build(*corpus(texts), threads=1)
    parts = index.build(*corpus(texts), batch=batch, threads=threads)
    for name in (*ARRAYS, *BY_DOCUMENT, "kind", "form", "by_ending"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))
    assert written(whole, texts) == whole.surfaces.take(whole.surface)
    assert "".join(written(whole, texts)) == "".join("".join(t.split()) for t in texts)
    for low, high in zip(whole.document_start, whole.document_start[1:]):
        starts, ends = whole.start[low:high], whole.end[low:high]
        assert np.all(starts[1:] >= ends[:-1])  # tokens never overlap


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, max_size=5), st.integers(1, 40))
def test_without_a_table_each_line_is_a_paragraph_with_the_sentences_of_the_rules(texts, batch):
    documents, _ = corpus(texts)
    idx = index.build(documents, batch=batch)
    expected = [
        (place, offset + low)
        for place, text in enumerate(texts)
        for offset, line in lines(text)
        for low, _ in index.boundaries(line)
    ]
    first = idx.sentence_start[:-1]
    assert list(zip(index.document_of(idx, first).tolist(), idx.start[first].tolist())) == expected


def lines(text):
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def test_a_stream_gives_the_same_bytes_as_a_table(tmp_path):
    documents, sentences = corpus(TEXTS)
    documents.to_parquet(tmp_path / "documents.parquet", row_group_size=1)
    sentences.to_parquet(tmp_path / "sentences.parquet")
    index.build(documents, sentences, tmp_path / "table")
    index.build(tmp_path / "documents.parquet", tmp_path / "sentences.parquet", tmp_path / "file", batch=5)
    index.build(zip(documents["document"], TEXTS), sentences, tmp_path / "pairs", batch=9, threads=3)
    assert files(tmp_path / "table") == files(tmp_path / "file") == files(tmp_path / "pairs")


def test_a_missing_text_is_empty_and_a_lone_surrogate_is_replaced():
    idx = index.build([("a", None), ("b", "x \ud800y")])
    assert idx.document_start.tolist() == [0, 0, 3]
    assert idx.surfaces.take(idx.surface) == ["x", "\ufffd", "y"]


def test_positions_beyond_four_bytes_are_written_with_eight(tmp_path, monkeypatch):
    monkeypatch.setattr("discourselab.index.postings._LAST", 3)
    idx = index.build(*corpus(TEXTS))
    assert idx.postings.dtype == np.int64
    assert index.positions(idx, index.term_ids(idx, "peace")).tolist() == [1, 4]


def test_sentences_out_of_order_or_of_unknown_documents_are_refused():
    documents, sentences = corpus(["One. Two.", "Three."])
    with pytest.raises(ValueError, match=r"row 1 \(of 'd0'\) is not"):
        index.build(documents, sentences.iloc[[1, 0, 2]])
    with pytest.raises(ValueError, match="'d9', which is no document"):
        index.build(documents, sentences.assign(document="d9"))


def test_voices_are_set_per_token_and_kept_on_disk(tmp_path):
    idx = index.build(*corpus(["He said “no war now” again."]), tmp_path / "index")
    assert set(idx.speaker) == {-1}
    spans = pd.DataFrame(
        {"document": ["d0"], "start": [8], "end": [20], "voice": ["direct"], "speaker": ["Ana Orla"]}
    )
    index.set_voices(idx, spans)
    again = index.open_index(tmp_path / "index")
    assert again.surfaces.take(again.surface[again.voice == 1]) == ["“", "no", "war", "now", "”"]
    assert again.speakers == ["Ana Orla"]
    assert set(again.speaker[again.voice == 1]) == {0}


def test_other_terms_for_the_same_tokens_carry_everything_that_hangs_on_terms():
    idx = index.from_tokens([["runs", "Run", "far"], ["far", "runs"]])
    stems = index.with_terms(idx, ["far", "run", "run"])
    again = index.from_tokens([["run", "run", "far"], ["far", "run"]])
    for name in ("token", "postings", "posting_start", "by_ending", "kind"):
        assert np.array_equal(getattr(stems, name), getattr(again, name))
    for name in BY_DOCUMENT:
        assert np.array_equal(getattr(stems, name), getattr(again, name))
    assert index.forms(stems, np.array([0, 1])) == ["far", "runs"]
    with pytest.raises(ValueError, match="one string per term"):
        index.with_terms(idx, ["far"])


def test_progress_is_shown_only_when_a_build_takes_long(capsys):
    index.build(*corpus(TEXTS))
    assert capsys.readouterr().err == ""
    assert building.BATCH <= 16_000_000


def test_headers_of_arrays_are_parsed_in_one_thread(monkeypatch, tmp_path):
    """In Python 3.11 two threads that parse at once fail now and then."""
    seen = []

    def load(*given, real=np.load, **how):
        seen.append(threading.current_thread())
        return real(*given, **how)

    monkeypatch.setattr(np, "load", load)
    index.build(*corpus(TEXTS), folder=tmp_path)
    assert set(seen) == {threading.current_thread()}
