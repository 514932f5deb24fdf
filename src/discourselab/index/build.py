"""Building the index: texts in, token arrays out.

No token crosses white space. So a batch of texts is cut at white space in one vectorised step, its distinct
chunks are found (Arrow's dictionary encoding), the token pattern runs once per distinct chunk, and chunk ids
are expanded to tokens and offsets by gathers. Cost grows with the vocabulary more than with the text.
"""

import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import scipy.sparse as sp
from tqdm import tqdm

from discourselab.index import store, tokens

BATCH = 8_000_000  # characters looked at together; bounds the memory of a step
_SPACES = np.array([c for c in range(0x3001) if chr(c).isspace()], dtype=np.uint32)
_IS_SPACE = np.zeros(0x3002, dtype=bool)
_IS_SPACE[_SPACES] = True


class _Chunks:
    """The distinct chunks met so far, each with its tokens; grows from batch to batch."""

    def __init__(self):
        self.ids: dict[str, int] = {}
        self.surface_ids: dict[str, int] = {}
        self.kinds: list[int] = []
        self.lengths: list[int] = []
        self.first: list[int] = [0]
        self.surface: list[int] = []
        self.offset: list[int] = []

    def id_of(self, chunk: str) -> int:
        known = self.ids.get(chunk)
        if known is None:
            known = self.ids[chunk] = len(self.ids)
            for piece in tokens.pieces(chunk):
                place = self.surface_ids.get(piece.surface)
                if place is None:
                    place = self.surface_ids[piece.surface] = len(self.surface_ids)
                    self.kinds.append(piece.kind)
                    self.lengths.append(len(piece.surface))
                self.surface.append(place)
                self.offset.append(piece.start)
            self.first.append(len(self.surface))
        return known


def build(
    documents: pd.DataFrame, sentences: pd.DataFrame, folder: str | Path | None = None, batch: int = BATCH
) -> store.Index:
    """Index the texts of ``documents`` (in table order), with the boundaries of the table ``sentences``.

    Written to ``folder`` and opened from there, or kept in memory without one. The narrator speaks every
    token until :func:`set_voices` says otherwise. The result does not depend on ``batch``.
    """
    ids, texts = list(documents["document"]), documents["text"].tolist()
    chunks = _Chunks()
    parts = [_tokenise(chunks, texts[low:high]) for low, high in _batches(texts, batch)]
    surface = _joined([p[0] for p in parts], np.int32)
    start = _joined([p[1] for p in parts], np.int32)
    document_start = _starts(_joined([p[2] for p in parts], np.int64))
    lengths = np.array(chunks.lengths, dtype=np.int32)
    arrays = {
        "surface": surface,
        "start": start,
        "end": start + lengths[surface] if len(surface) else start,
        "document_start": document_start,
    }
    arrays |= _sentence_arrays(ids, sentences, document_start, start)
    idx = _finish(ids, arrays, list(chunks.surface_ids), np.array(chunks.kinds, dtype=np.uint8))
    return store.save(idx, Path(folder)) if folder is not None else idx


def from_tokens(documents: Sequence[Sequence[str]], ids: Sequence[str] | None = None) -> store.Index:
    """An index in memory of texts that are tokenised already; each document is one sentence.

    Offsets are those of the tokens joined by single spaces.
    """
    ids = list(ids) if ids is not None else [str(i + 1) for i in range(len(documents))]
    surface_ids: dict[str, int] = {}
    surface, start, counts = [], [], []
    for words in documents:
        at = 0
        for word in words:
            surface.append(surface_ids.setdefault(word, len(surface_ids)))
            start.append(at)
            at += len(word) + 1
        counts.append(len(words))
    kinds = [_kind(word) for word in surface_ids]
    lengths = np.array([len(word) for word in surface_ids], dtype=np.int32)
    surface = np.array(surface, dtype=np.int32)
    start = np.array(start, dtype=np.int32)
    document_start = _starts(np.array(counts, dtype=np.int64))
    arrays = {
        "surface": surface,
        "start": start,
        "end": start + lengths[surface] if len(surface) else start,
        "document_start": document_start,
        "sentence_start": document_start,
        "sentence_kind": np.zeros(len(ids), dtype=np.uint8),
    }
    return _finish(ids, arrays, list(surface_ids), np.array(kinds, dtype=np.uint8))


def set_voices(idx: store.Index, voice_spans: pd.DataFrame) -> store.Index:
    """The index with the voice and speaker of each token, from ``voice_spans``; saved if on disk."""
    voice = np.zeros(len(idx), dtype=np.uint8)
    speaker = np.full(len(idx), -1, dtype=np.int32)
    speakers = sorted(set(voice_spans["speaker"].dropna()))
    number = {name: place for place, name in enumerate(speakers)}
    place = {name: i for i, name in enumerate(idx.ids)}
    for name, rows in voice_spans.groupby("document", sort=False):
        low, high = idx.document_start[place[name] : place[name] + 2]
        starts = idx.start[low:high]
        firsts = low + np.searchsorted(starts, rows["start"])
        lasts = low + np.searchsorted(starts, rows["end"])
        for first, last, kind, who in zip(firsts, lasts, rows["voice"], rows["speaker"]):
            voice[first:last] = store.VOICES.index(kind)
            speaker[first:last] = number.get(who, -1)
    return store.update(idx, voice=voice, speaker=speaker, speakers=speakers)


def _tokenise(chunks: _Chunks, texts: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Surface ids and start offsets of the tokens of some texts, and how many each text has."""
    joined = "\n".join(texts)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    begins = _starts(np.array([len(t) + 1 for t in texts], dtype=np.int64))[:-1]
    low, high = _chunk_edges(points)
    encoded = _distinct(points, low, high)
    known = np.array([chunks.id_of(c) for c in encoded.dictionary.to_pylist()], dtype=np.int64)
    ids = known[encoded.indices.to_numpy()] if len(low) else np.empty(0, dtype=np.int64)
    first = np.array(chunks.first, dtype=np.int64)
    counts = np.diff(first)[ids]
    ends = np.cumsum(counts)
    pick = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first[ids] - (ends - counts), counts)
    surface = np.array(chunks.surface, dtype=np.int32)[pick]
    absolute = np.repeat(low, counts) + np.array(chunks.offset, dtype=np.int64)[pick]
    owner = np.searchsorted(begins, absolute, side="right") - 1
    start = (absolute - begins[owner]).astype(np.int32)
    return surface, start, np.bincount(owner, minlength=len(texts))


def _chunk_edges(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    solid = np.empty(len(points) + 2, dtype=np.int8)
    solid[0] = solid[-1] = 0
    solid[1:-1] = ~_IS_SPACE[np.minimum(points, 0x3001)]
    steps = np.diff(solid)
    return np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)


def _distinct(points: np.ndarray, low: np.ndarray, high: np.ndarray) -> pa.DictionaryArray:
    """The chunks as ids into their distinct values; white space is squeezed out between them."""
    solid = points[~_IS_SPACE[np.minimum(points, 0x3001)]]
    solid = np.where((solid >= 0xD800) & (solid < 0xE000), 0xFFFD, solid).astype("<u4")
    data = solid.tobytes().decode("utf-32-le").encode()
    sizes = 1 + (solid >= 0x80).astype(np.int8) + (solid >= 0x800) + (solid >= 0x10000)
    bytes_before = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
    characters = np.concatenate([[0], np.cumsum(high - low)])
    offsets = bytes_before[characters]
    array = pa.LargeStringArray.from_buffers(len(low), pa.py_buffer(offsets), pa.py_buffer(data))
    return array.dictionary_encode()


def _sentence_arrays(
    ids: list[str], sentences: pd.DataFrame, document_start: np.ndarray, start: np.ndarray
) -> dict[str, np.ndarray]:
    """Where each sentence begins in the token stream, and its kind."""
    place = {name: i for i, name in enumerate(ids)}
    owner = sentences["document"].map(place).to_numpy(dtype=np.int64)
    # One number per character of the corpus: documents side by side, each as wide as the widest.
    width = int(max(start.max(initial=0), sentences["end"].max() if len(sentences) else 0)) + 1
    token_owner = np.repeat(np.arange(len(ids)), np.diff(document_start))
    wanted = owner * width + sentences["start"].to_numpy(dtype=np.int64)
    begins = np.searchsorted(token_owner * width + start, wanted)
    kinds = sentences["kind"].map({k: i for i, k in enumerate(store.SENTENCE_KINDS)})
    return {
        "sentence_start": np.append(begins, len(start)).astype(np.int64),
        "sentence_kind": kinds.to_numpy(dtype=np.uint8),
    }


def _finish(
    ids: list[str], arrays: dict[str, np.ndarray], surfaces: list[str], surface_kind: np.ndarray
) -> store.Index:
    """Rank the vocabularies, rewrite ids as ranks, sort the postings."""
    order = sorted(range(len(surfaces)), key=surfaces.__getitem__)
    rank = np.empty(len(surfaces), dtype=np.int32)
    rank[order] = np.arange(len(surfaces), dtype=np.int32)
    surfaces = [surfaces[i] for i in order]
    terms = [tokens.term(s) for s in surfaces]
    distinct = sorted(set(terms))
    number = {t: i for i, t in enumerate(distinct)}
    term_of = np.array([number[t] for t in terms], dtype=np.int32)
    kind = np.zeros(len(distinct), dtype=np.uint8)
    kind[term_of] = surface_kind[order] if len(order) else []
    arrays["surface"] = rank[arrays["surface"]] if len(rank) else arrays["surface"]
    token = term_of[arrays["surface"]] if len(term_of) else arrays["surface"]
    posting_start, postings = _postings(token, len(distinct))
    n = len(token)
    return store.Index(
        ids=list(ids),
        **arrays,
        token=token,
        voice=np.zeros(n, dtype=np.uint8),
        speaker=np.full(n, -1, dtype=np.int32),
        kind=kind,
        posting_start=posting_start,
        postings=postings,
        terms=store.strings(distinct),
        surfaces=store.strings(surfaces),
    )


def _postings(token: np.ndarray, terms: int) -> tuple[np.ndarray, np.ndarray]:
    """One counting sort (scipy's change from columns to rows): the positions of each term, in order."""
    n = len(token)
    columns = sp.csc_array((np.ones(n, dtype=np.int8), token, np.arange(n + 1)), shape=(terms, n))
    rows = columns.tocsr()
    return rows.indptr.astype(np.int64), rows.indices.astype(np.int64)


def _batches(texts: list[str], size: int) -> Iterable[tuple[int, int]]:
    """Runs of texts of about ``size`` characters together, with progress shown when there are many."""
    edges, filled = [0], 0
    for place, text in enumerate(texts):
        filled += len(text)
        if filled >= size:
            edges.append(place + 1)
            filled = 0
    if edges[-1] < len(texts):
        edges.append(len(texts))
    pairs = list(itertools.pairwise(edges))
    return tqdm(pairs, desc="index", unit="batch", disable=len(pairs) < 4)


def _joined(parts: list[np.ndarray], dtype: type) -> np.ndarray:
    return np.concatenate(parts).astype(dtype, copy=False) if parts else np.empty(0, dtype=dtype)


def _starts(counts: np.ndarray) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def _kind(word: str) -> int:
    kinds = {piece.kind for piece in tokens.pieces(word)} if word else {tokens.PUNCTUATION}
    if len(kinds) == 1:
        return kinds.pop()
    return tokens.WORD if tokens.WORD in kinds else min(kinds)
