"""The index: arrays that lie in a folder and are memory-mapped when opened.

A folder holds one ``.npy`` file per array, the vocabularies, and ``manifest.json``, which is written last and
carries the version, the sizes and a checksum: a half-written or damaged index is refused, never read wrongly.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pyarrow as pa

VERSION = 1
VOICES = ("narrator", "direct", "indirect")
SENTENCE_KINDS = ("body", "heading", "dateline", "note")
COUNTED_KINDS = ("body", "heading")  # the article's own words
ARRAYS = {
    "document_start": "int64",
    "token": "int32",
    "surface": "int32",
    "start": "int32",
    "end": "int32",
    "sentence_start": "int64",
    "sentence_kind": "uint8",
    "voice": "uint8",
    "speaker": "int32",
    "kind": "uint8",
    "posting_start": "int64",
    "postings": "int64",
}
STRINGS = ("ids", "terms", "surfaces", "speakers")


class IndexDamaged(ValueError):
    """An index on disk is missing, of another version, or damaged; build it again."""


class Strings(Sequence):
    """A sequence of strings that lies in Arrow memory: little space, fast to search as a whole."""

    def __init__(self, arrow: pa.LargeStringArray):
        self.arrow = arrow

    def __len__(self) -> int:
        return len(self.arrow)

    def __getitem__(self, at):
        if isinstance(at, slice):
            return self.arrow[at].to_pylist()
        return self.arrow[int(at)].as_py()

    def take(self, ids: np.ndarray) -> list[str]:
        """The strings of many ids at once."""
        return self.arrow.take(pa.array(np.asarray(ids, dtype=np.int64))).to_pylist()


@dataclass(frozen=True)
class Index:
    """The tokens of a corpus, n of them in d documents and s sentences, with V terms.

    ids
        the documents, in the order of the ``documents`` table.
    document_start
        [d + 1] position of each document's first token.
    token, surface
        [n] id of the term (its rank in the sorted ``terms``) and of the form as written.
    start, end
        [n] character offsets of the token in its document.
    sentence_start, sentence_kind
        [s + 1] position of each sentence's first token (row i is row i of the ``sentences`` table), and
        [s] its kind: 0 body, 1 heading, 2 dateline, 3 note.
    voice, speaker
        [n] 0 narrator, 1 direct, 2 indirect; and the speaker's place in ``speakers``, -1 for none.
    kind
        [V] 0 word, 1 number, 2 punctuation, 3 address, 4 handle.
    posting_start, postings
        [V + 1], [n] positions of each term, in order.
    """

    ids: list[str]
    document_start: np.ndarray
    token: np.ndarray
    surface: np.ndarray
    start: np.ndarray
    end: np.ndarray
    sentence_start: np.ndarray
    sentence_kind: np.ndarray
    voice: np.ndarray
    speaker: np.ndarray
    kind: np.ndarray
    posting_start: np.ndarray
    postings: np.ndarray
    terms: Strings
    surfaces: Strings
    speakers: list[str] = field(default_factory=list)
    folder: Path | None = None

    def __len__(self) -> int:
        return len(self.token)


def strings(values: Sequence[str]) -> Strings:
    """Put strings into Arrow memory; a lone surrogate, which no file can hold, becomes U+FFFD."""
    try:
        return Strings(pa.array(values, type=pa.large_string()))
    except UnicodeEncodeError:
        clean = [v.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for v in values]
        return Strings(pa.array(clean, type=pa.large_string()))


def save(idx: Index, folder: Path) -> Index:
    """Write all arrays of an index to a folder and return it as opened from there."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "manifest.json").unlink(missing_ok=True)
    for name in ARRAYS:
        write_array(folder, name, getattr(idx, name))
    for name in STRINGS:
        write_strings(folder, name, getattr(idx, name))
    seal(folder, idx)
    return open_index(folder)


def update(idx: Index, **arrays) -> Index:
    """The index with some arrays replaced, on disk too where it lies in a folder."""
    changed = replace(idx, **arrays)
    if idx.folder is None:
        return changed
    (idx.folder / "manifest.json").unlink(missing_ok=True)
    for name, value in arrays.items():
        (write_strings if name in STRINGS else write_array)(idx.folder, name, value)
    seal(idx.folder, changed)
    return open_index(idx.folder)


def write_array(folder: Path, name: str, values: np.ndarray) -> None:
    """Write one array: to a file beside, then moved, so that an open map of the old one stays whole."""
    beside = folder / f".{name}.npy"
    np.save(beside, np.asarray(values, dtype=ARRAYS[name]))
    beside.replace(folder / f"{name}.npy")


def write_strings(folder: Path, name: str, values: Sequence[str] | Strings) -> None:
    """Write a vocabulary as one column of an Arrow file."""
    arrow = values.arrow if isinstance(values, Strings) else strings(list(values)).arrow
    beside = folder / f".{name}.arrow"
    table = pa.table({name: arrow})
    with pa.OSFile(str(beside), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    beside.replace(folder / f"{name}.arrow")


def seal(folder: Path, idx: Index) -> None:
    """Write the manifest that makes the folder an index."""
    body = {"version": VERSION, "sizes": {name: len(getattr(idx, name)) for name in (*ARRAYS, *STRINGS)}}
    text = json.dumps(body, sort_keys=True)
    body["checksum"] = hashlib.sha256(text.encode()).hexdigest()
    beside = folder / ".manifest.json"
    beside.write_text(json.dumps(body, indent=1, sort_keys=True), encoding="utf-8")
    beside.replace(folder / "manifest.json")


def open_index(folder: str | Path) -> Index:
    """Open the index in a folder, memory-mapped: nothing is read until it is looked at.

    Raises IndexDamaged when it is absent, of another version, half-written or of the wrong size.
    """
    folder = Path(folder)
    sizes = _sizes(folder)
    arrays = {name: _open_array(folder, name, sizes[name]) for name in ARRAYS}
    words = {name: _open_strings(folder, name, sizes[name]) for name in STRINGS}
    lists = {name: words[name][:] for name in ("ids", "speakers")}
    return Index(**arrays, **(words | lists), folder=folder)


def _sizes(folder: Path) -> dict[str, int]:
    advice = "Run notebook 01 again (`discourselab run … --from 01_ingestion`)."
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        raise IndexDamaged(f"{folder} holds no finished index (manifest.json is not there). {advice}")
    try:
        body = json.loads(manifest.read_text(encoding="utf-8"))
        checksum = body.pop("checksum")
        sound = checksum == hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
        version, sizes = body["version"], body["sizes"]
    except (ValueError, KeyError, TypeError, AttributeError):
        sound, version, sizes = False, None, {}
    if not sound:
        raise IndexDamaged(f"{manifest} is damaged: its checksum does not fit its content. {advice}")
    if version != VERSION:
        raise IndexDamaged(f"{folder} holds an index of version {version}, expected {VERSION}. {advice}")
    return sizes


def _open_array(folder: Path, name: str, size: int) -> np.ndarray:
    place = folder / f"{name}.npy"
    try:
        array = np.load(place, mmap_mode="r" if size else None)
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"{place} cannot be read ({error}); run notebook 01 again.") from error
    if len(array) != size or array.dtype != ARRAYS[name]:
        raise IndexDamaged(
            f"{place} should hold {size} {ARRAYS[name]}, holds {len(array)} {array.dtype}; "
            "run notebook 01 again."
        )
    return array


def _open_strings(folder: Path, name: str, size: int) -> Strings:
    place = folder / f"{name}.arrow"
    try:
        column = pa.ipc.open_file(pa.memory_map(str(place))).read_all()[name]
        arrow = column.chunk(0) if column.num_chunks else pa.array([], type=pa.large_string())
    except (OSError, pa.ArrowInvalid, KeyError) as error:
        raise IndexDamaged(f"{place} cannot be read ({error}); run notebook 01 again.") from error
    if len(arrow) != size:
        raise IndexDamaged(f"{place} should hold {size} strings, holds {len(arrow)}; run notebook 01 again.")
    return Strings(arrow)
