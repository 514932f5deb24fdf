"""The index leads every token back to its text, however it was built, and refuses to be read wrongly."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import index

TEXTS = ["One peace.  Two PEACE\u00a0treaties.\nThree", "", "Don’t — e\u0301t\u00e9 É\U0001f600x."]


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


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=5), st.integers(1, 40))
def test_any_batch_size_gives_the_same_index_and_nothing_is_lost(texts, batch):
    whole, parts = index.build(*corpus(texts)), index.build(*corpus(texts), batch=batch)
    for name in ("token", "surface", "start", "end", "document_start", "sentence_start", "postings"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))
    clean = [t.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for t in texts]
    assert written(whole, clean) == whole.surfaces.take(whole.surface)
    assert "".join(written(whole, clean)) == "".join("".join(t.split()) for t in clean)


def test_an_index_on_disk_equals_the_one_in_memory(tmp_path):
    built = index.build(*corpus(TEXTS), tmp_path / "index")
    memory = index.build(*corpus(TEXTS))
    again = index.open_index(tmp_path / "index")
    assert again.terms[:] == memory.terms[:] == built.terms[:]
    assert np.array_equal(again.postings, memory.postings)
    assert again.ids == ["d0", "d1", "d2"]


def test_voices_are_set_per_token_and_kept_on_disk(tmp_path):
    idx = index.build(*corpus(["He said “no war now” again."]), tmp_path / "index")
    spans = pd.DataFrame(
        {"document": ["d0"], "start": [8], "end": [20], "voice": ["direct"], "speaker": ["Ana Orla"]}
    )
    index.set_voices(idx, spans)
    again = index.open_index(tmp_path / "index")
    assert again.surfaces.take(again.surface[again.voice == 1]) == ["“", "no", "war", "now", "”"]
    assert again.speakers == ["Ana Orla"]
    assert set(again.speaker[again.voice == 1]) == {0}


def test_a_half_written_index_is_refused(tmp_path):
    index.build(*corpus(TEXTS), tmp_path)
    (tmp_path / "manifest.json").unlink()
    with pytest.raises(index.IndexDamaged, match="no finished index"):
        index.open_index(tmp_path)


def test_a_damaged_array_or_manifest_is_refused(tmp_path):
    index.build(*corpus(TEXTS), tmp_path)
    np.save(tmp_path / "token.npy", np.zeros(2, dtype=np.int32))
    with pytest.raises(index.IndexDamaged, match="should have 188 bytes, has 136"):
        index.open_index(tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(json.dumps(manifest | {"version": 99}))
    with pytest.raises(index.IndexDamaged, match="checksum"):
        index.open_index(tmp_path)
