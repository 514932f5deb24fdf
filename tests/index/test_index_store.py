"""An index on disk is read as it was written, or refused with the file and the next step named."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import index
from discourselab.index import manifest, postings
from discourselab.index.strings import strings

TEXTS = [("a", "One peace.  Two PEACE treaties."), ("b", "Three — “peaces”.")]


@pytest.fixture
def folder(tmp_path):
    index.build(TEXTS, folder=tmp_path / "index")
    return tmp_path / "index"


def arrays():
    names = [f.name for f in index.Index.__dataclass_fields__.values() if f.name != "folder"]
    return [n for n in names if n not in ("voice", "speaker")]


def test_an_index_on_disk_equals_the_one_in_memory(folder):
    memory, again = index.build(TEXTS), index.open_index(folder)
    assert again.terms[:] == memory.terms[:]
    assert again.ids == ["a", "b"]
    for name in ("token", "postings", "occurrence_count", "sentence_start", "voice"):
        assert np.array_equal(getattr(again, name), getattr(memory, name))


@pytest.mark.parametrize("name", arrays())
@pytest.mark.parametrize("damage", ["truncated", "longer", "altered", "gone"])
def test_any_damaged_file_is_refused_and_named(folder, name, damage):
    place = folder / f"{name}.npy"
    content = place.read_bytes()
    if damage == "altered":
        changed = bytearray(content)
        changed[-1] ^= 1
        place.write_bytes(changed)
    elif damage == "gone":
        place.unlink()
    else:
        place.write_bytes(content[:-1] if damage == "truncated" else content + b"\0")
    with pytest.raises(index.IndexDamaged, match=rf"{name}.npy .*notebook 01"):
        index.open_index(folder)


@pytest.mark.parametrize("at", [0, 0.3, 0.6, 1])
def test_a_damaged_manifest_is_refused(folder, at):
    place = folder / "manifest.json"
    content = bytearray(place.read_bytes())
    content[int(at * (len(content) - 1))] ^= 8
    place.write_bytes(content)
    with pytest.raises(index.IndexDamaged, match=r"manifest\.json is damaged"):
        index.open_index(folder)


def test_a_truncated_manifest_and_one_of_another_version_are_refused(folder):
    place = folder / "manifest.json"
    text = place.read_text()
    place.write_text(text[: len(text) // 2])
    with pytest.raises(index.IndexDamaged, match=r"manifest\.json is damaged"):
        index.open_index(folder)
    body = json.loads(text) | {"version": 1}
    del body["checksum"]
    place.write_text(json.dumps(body | {"checksum": manifest._checksum(body)}))
    with pytest.raises(index.IndexDamaged, match="version 1, expected 3"):
        index.open_index(folder)


def test_a_build_that_breaks_off_leaves_no_index_and_no_scratch_files(folder, monkeypatch):
    def broken(*_):
        raise OSError("disk full")

    monkeypatch.setattr(postings.Postings, "add", broken)
    with pytest.raises(OSError, match="disk full"):
        index.build(TEXTS, folder=folder)
    with pytest.raises(index.IndexDamaged, match="no finished index"):
        index.open_index(folder)
    assert not (folder / ".building").exists()


def test_a_new_build_replaces_whatever_index_was_there(folder):
    (folder / "old.npy").write_bytes(b"left over")
    (folder / "token.npy").write_bytes(b"damaged")
    again = index.build([("c", "New.")], folder=folder)
    assert again.ids == ["c"]
    assert not (folder / "old.npy").exists()


def test_verify_reads_every_file_whatever_its_time_of_change(folder):
    index.verify(folder)
    place = folder / "token.npy"
    changed = bytearray(place.read_bytes())
    changed[-1] ^= 1
    place.write_bytes(changed)
    later = (folder / "manifest.json").stat().st_mtime_ns
    os.utime(place, ns=(later - 10**9, later - 10**9))
    index.open_index(folder)  # nothing tells: the size and the time fit
    with pytest.raises(index.IndexDamaged, match=r"token\.npy is damaged"):
        index.verify(folder)


def test_arrays_that_do_not_fit_the_terms_are_refused():
    idx = index.from_tokens([["a", "b"]])
    with pytest.raises(ValueError, match="with_terms"):
        replace(idx, terms=index.from_tokens([["a"]]).terms)


def test_asking_an_index_loads_nothing_that_only_building_needs(folder):
    code = (
        "import sys; from discourselab import index; idx = index.open_index(sys.argv[1]);"
        "index.dictionary_counts(idx, ['peac*', '*s', '*eat*', 'two peace']);"
        "first, last = index.phrase(idx, ['peace']);"
        "index.concordance_order(idx, first, last, ['1R'], limit=5); index.count(idx, [0, 1], 2);"
        "index.window_counts(idx, first, last, 5, 5, words=index.is_word(idx));"
        "print([m for m in ('pandas', 'pyarrow', 'scipy', 'tqdm') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.lists(st.text(max_size=3), min_size=1, max_size=20), st.data())
def test_many_strings_are_read_at_once_whatever_they_hold(values, data):
    laid = strings(values)
    ids = data.draw(st.lists(st.integers(0, len(values) - 1), max_size=80))
    assert laid.take(ids) == [laid[i] for i in ids]
