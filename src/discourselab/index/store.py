"""The index: arrays that lie in a folder and are memory-mapped when opened.

A folder holds one ``.npy`` file per array and ``manifest.json``, which is written last and carries the
version, the sizes, a digest of each file and a checksum of itself. When an index is opened every file must
have the size that the manifest tells, and one that was changed after the manifest is read through and
compared: what is half-written or damaged is refused, never read wrongly. :func:`verify` reads and compares
all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from mmap import ACCESS_READ, mmap
from pathlib import Path

import numpy as np

from discourselab.index import manifest
from discourselab.index.manifest import IndexDamaged
from discourselab.index.strings import Strings, strings

VOICES = ("narrator", "direct", "indirect")
SENTENCE_KINDS = ("body", "heading", "dateline", "note")
COUNTED_KINDS = ("body", "heading")  # the article's own words
STRINGS = ("ids", "terms", "surfaces", "speakers")


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
    marks
        [n] bits: whether it is a word or number, begins and ends its sentence and its document (see
        :mod:`discourselab.index.marks`).
    voice, speaker
        [n] 0 narrator, 1 direct, 2 indirect; and the speaker's place in ``speakers``, -1 for none.
    kind
        [V] 0 word, 1 number, 2 punctuation, 3 address, 4 handle.
    posting_start, postings
        [V + 1], [n] positions of each term, in order.
    occurrence_start, occurrence_document, occurrence_count
        [V + 1], [m], [m] the documents that each term occurs in, in order, and how often.
    vector_start, vector_term, vector_count
        [d + 1], [m], [m] the same by document: the terms of each, in order, and how often they occur in it.
    form, by_ending
        [V] the form in which each term is most often written; the terms sorted by their last letter, the last
        but one, and so on.
    """

    ids: list[str]
    document_start: np.ndarray
    token: np.ndarray
    surface: np.ndarray
    start: np.ndarray
    end: np.ndarray
    sentence_start: np.ndarray
    sentence_kind: np.ndarray
    marks: np.ndarray
    voice: np.ndarray
    speaker: np.ndarray
    kind: np.ndarray
    posting_start: np.ndarray
    postings: np.ndarray
    occurrence_start: np.ndarray
    occurrence_document: np.ndarray
    occurrence_count: np.ndarray
    vector_start: np.ndarray
    vector_term: np.ndarray
    vector_count: np.ndarray
    form: np.ndarray
    by_ending: np.ndarray
    terms: Strings
    surfaces: Strings
    speakers: list[str] = field(default_factory=list)
    folder: Path | None = None

    def __post_init__(self):
        if (
            not len(self.posting_start)
            == len(self.occurrence_start)
            == len(self.form) + 1
            == len(self.terms) + 1
        ):
            raise ValueError(
                "the arrays of an index do not fit its terms; other terms: see index.with_terms."
            )

    def __len__(self) -> int:
        return len(self.token)


def open_index(folder: str | Path, mapped: bool = True, trusted: bool = False) -> Index:
    """Open the index in a folder, memory-mapped: nothing is read until it is looked at.

    mapped
        False reads it all into memory, so that the folder may go.
    trusted
        leave the files unchecked, for who has just written them.

    Raises IndexDamaged when it is absent, of another version, half-written, or not what was written.
    """
    folder = Path(folder)
    entries = manifest.read(folder)
    for name, entry in {} if trusted else entries.items():
        manifest.glance(folder, name, entry)
    arrays = {name: _open(folder, name, entry, mapped) for name, entry in entries.items()}
    known = {f.name for f in fields(Index)} - {*STRINGS, "folder"}
    expected = known | {part for name in STRINGS for part in (name, f"{name}_start")}
    if set(arrays) != expected:
        raise IndexDamaged(f"{folder} lacks {', '.join(sorted(expected - set(arrays)))}. {manifest.ADVICE}")
    words = {name: Strings(arrays.pop(name), arrays.pop(f"{name}_start")) for name in STRINGS}
    lists = {name: words[name][:] for name in ("ids", "speakers")}
    found = Index(**arrays, **(words | lists), folder=folder if mapped else None)
    _check_ends(found, folder)
    return found


def verify(folder: str | Path) -> None:
    """Read every file of an index and compare it with its digest; IndexDamaged for the first that differs.

    Opening alone looks at sizes and times of change, which tell all but a failing disk.
    """
    folder = Path(folder)
    for name, entry in manifest.read(folder).items():
        manifest.compare(folder, name, entry)


def update(idx: Index, **arrays) -> Index:
    """The index with some arrays replaced, on disk too where it lies in a folder."""
    if idx.folder is None:
        return replace(idx, **arrays)
    entries = manifest.read(idx.folder)
    manifest.unseal(idx.folder)
    for name, values in flat(arrays).items():
        entries[name] = manifest.write(idx.folder, name, values)
    manifest.seal(idx.folder, entries)
    return open_index(idx.folder)


def flat(arrays: Mapping[str, object]) -> dict[str, np.ndarray]:
    """Arrays by name, with each list of strings as the two arrays that hold it."""
    found: dict[str, np.ndarray] = {}
    for name, values in arrays.items():
        if name in STRINGS:
            laid = values if isinstance(values, Strings) else strings(values)
            found |= {name: laid.data, f"{name}_start": laid.start}
        else:
            found[name] = np.asarray(values)
    return found


def _open(folder: Path, name: str, entry: Mapping, mapped: bool) -> np.ndarray:
    """One array; a file of no items cannot be mapped, and one that holds a single value is not written."""
    if "value" in entry:
        return np.broadcast_to(np.array(entry["value"], dtype=entry["dtype"]), (entry["size"],))
    place, size, dtype = folder / f"{name}.npy", entry["size"], np.dtype(entry["dtype"])
    # np.load parses a header that says what is known; for two dozen files that takes longer than all else.
    told = f"{{'descr': {dtype.str!r}, 'fortran_order': False, 'shape': ({size},), }}"
    begin = entry["bytes"] - size * dtype.itemsize
    try:
        with place.open("rb") as file:
            if told.encode() not in file.read(begin):
                raise IndexDamaged(f"{place} should hold {size:,} {dtype}, and does not. {manifest.ADVICE}")
            if mapped and size:
                return np.frombuffer(mmap(file.fileno(), 0, access=ACCESS_READ), dtype, size, begin)
            return np.fromfile(file, dtype, size)
    except OSError as error:
        raise IndexDamaged(f"{place} cannot be read ({error}). {manifest.ADVICE}") from error


def _check_ends(idx: Index, folder: Path) -> None:
    """Cheap facts that hold in every index: what counts tokens, terms or documents ends where they end."""
    n, size = len(idx.token), len(idx.terms)
    ends = {
        "document_start": (idx.document_start, len(idx.ids), n),
        "sentence_start": (idx.sentence_start, len(idx.sentence_kind), n),
        "posting_start": (idx.posting_start, size, n),
        "occurrence_start": (idx.occurrence_start, size, len(idx.occurrence_count)),
        "vector_start": (idx.vector_start, len(idx.ids), len(idx.vector_count)),
        "terms_start": (idx.terms.start, size, len(idx.terms.data)),
        "surfaces_start": (idx.surfaces.start, len(idx.surfaces), len(idx.surfaces.data)),
    }
    for name, (array, items, last) in ends.items():
        if len(array) != items + 1 or array[-1] != last:
            raise IndexDamaged(f"{folder / name}.npy does not end at {last:,}. {manifest.ADVICE}")
    per_token = (idx.surface, idx.start, idx.end, idx.marks, idx.voice, idx.speaker, idx.postings)
    if any(len(array) != n for array in per_token):
        raise IndexDamaged(f"{folder}: its arrays have not one item per token. {manifest.ADVICE}")
