"""Counting in the index: by group, by document, as n-grams."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from discourselab.index.store import Index

if TYPE_CHECKING:
    import scipy.sparse as sp

_BLOCK = 16_000_000  # tokens counted together
_CACHED = 65_536  # tokens that are copied together to be counted


def count(
    idx: Index, labels: np.ndarray | None = None, n_labels: int | None = None, mask: np.ndarray | None = None
) -> np.ndarray:
    """How often each term occurs under each label: int64 array [labels, terms].

    labels
        a whole number per document, or per token; -1 leaves it out. Without labels all count as one.
    mask
        tokens to count (see :func:`select`).
    """
    labels = np.zeros(len(idx.ids), dtype=np.int64) if labels is None else np.asarray(labels)
    n_labels = int(labels.max(initial=-1)) + 1 if n_labels is None else n_labels
    if len(labels) != len(idx.ids):
        return _count_at(idx, _per_token(idx, labels), n_labels, mask)
    if mask is None:
        return _count_documents(idx, labels, n_labels)
    if 2 * np.count_nonzero(mask) > len(mask):  # fewer are left out than counted: take those away
        out = _count_at(idx, _per_token(idx, labels), n_labels, ~mask)
        return _count_documents(idx, labels, n_labels) - out
    return _count_at(idx, _per_token(idx, labels), n_labels, mask)


def document_terms(idx: Index, mask: np.ndarray | None = None) -> sp.csr_matrix:
    """How often each term occurs in each document: a sparse matrix, documents x terms."""
    import scipy.sparse as sp

    if mask is None:
        return sp.csr_matrix(_vectors(idx)).astype(np.int64)
    few = 2 * np.count_nonzero(mask) > len(mask)  # fewer are left out than counted: take those away
    kept = ~mask if few else mask
    starts = np.concatenate([[0], np.cumsum(words_per_document(idx, kept))])
    ones = np.ones(int(starts[-1]), dtype=np.int64)
    # Two counting sorts, to columns and back, put the terms of each document in order.
    shape = (len(idx.ids), len(idx.terms))
    found = sp.csr_matrix((ones, idx.token[kept], starts), shape=shape).tocsc().tocsr()
    found.sum_duplicates()
    if few:
        found = document_terms(idx) - found
        found.eliminate_zeros()
    return found


def document_frequency(
    idx: Index, labels: np.ndarray | None = None, n_labels: int | None = None, mask: np.ndarray | None = None
) -> np.ndarray:
    """In how many documents each term occurs, under each label of a document: int64 array [labels, terms]."""
    if mask is None and labels is None:
        return np.diff(idx.occurrence_start)[None, :]
    import scipy.sparse as sp

    present = document_terms(idx, mask)
    present.data[:] = 1
    if labels is None:
        return np.asarray(present.sum(axis=0), dtype=np.int64).reshape(1, -1)
    labels = np.asarray(labels)
    n_labels = int(labels.max(initial=-1)) + 1 if n_labels is None else n_labels
    known = labels >= 0
    rows = sp.csr_matrix(
        (np.ones(known.sum()), (labels[known], np.flatnonzero(known))), shape=(n_labels, len(labels))
    )
    return np.rint((rows @ present).toarray()).astype(np.int64)


def words_per_document(idx: Index, mask: np.ndarray) -> np.ndarray:
    """How many of the tokens of a mask each document holds."""
    size = np.diff(idx.document_start)
    found = np.zeros(len(size), dtype=np.int64)
    if len(idx):
        found[size > 0] = np.add.reduceat(mask, idx.document_start[:-1][size > 0], dtype=np.int64)
    return found


def _count_documents(idx: Index, labels: np.ndarray, n_labels: int) -> np.ndarray:
    """Counts under labels of documents; the largest label gets what the others leave, and is not read."""
    size = np.diff(idx.document_start)
    share = [int(size[labels == label].sum()) for label in range(n_labels)]
    largest = int(np.argmax([size.sum() - sum(share), *share])) - 1
    if largest == -1:  # what is left out need not be known
        found = [_sums(idx, labels == label) for label in range(n_labels)]
        return np.array(found, dtype=np.int64).reshape(n_labels, len(idx.terms))
    found = np.zeros((n_labels + 1, len(idx.terms)), dtype=np.int64)  # the last row is label -1
    for label in range(-1, n_labels):
        if label != largest:
            found[label] = _sums(idx, labels == label)
    found[largest] = np.diff(idx.posting_start) - found.sum(axis=0)
    return found[:n_labels]


def _sums(idx: Index, documents: np.ndarray) -> np.ndarray:
    """How often each term occurs in the documents of a mask."""
    if "scipy.sparse" in sys.modules:  # four times as fast, but it takes longer to load than one count lasts
        chosen = _vectors(idx)[np.flatnonzero(documents)]
        return chosen.T @ np.ones(chosen.shape[0], dtype=chosen.dtype)
    found = np.zeros(len(idx.terms), dtype=np.int64)
    for tokens in _tokens(idx, documents):
        np.add.at(found, tokens, 1)
    return found


def _vectors(idx: Index) -> sp.csr_array:
    """How often each term occurs in each document, as the index holds it: not to be written to."""
    import scipy.sparse as sp

    start = idx.vector_start
    # Numbers of two sizes would be brought to the larger one at every call.
    if len(idx.vector_term) <= np.iinfo(np.int32).max:
        start = start.astype(np.int32)
    return sp.csr_array((idx.vector_count, idx.vector_term, start), shape=(len(idx.ids), len(idx.terms)))


def _tokens(idx: Index, documents: np.ndarray) -> Iterator[np.ndarray]:
    """The tokens of the documents of a mask, some at a time: as many as fit the processor's cache."""
    edges = np.flatnonzero(np.diff(documents, prepend=False, append=False))
    starts = idx.document_start[edges].tolist()
    parts, size = [], 0
    for low, high in zip(starts[::2], starts[1::2]):
        for begin in range(low, high, _CACHED):
            parts.append(idx.token[begin : min(high, begin + _CACHED)])
            size += len(parts[-1])
            if size >= _CACHED:
                yield np.concatenate(parts, dtype=np.intp)  # the numbers that an index takes without a copy
                parts, size = [], 0
    if parts:
        yield np.concatenate(parts, dtype=np.intp)


def _count_at(idx: Index, labels: np.ndarray, n_labels: int, mask: np.ndarray | None) -> np.ndarray:
    """Counts under labels of tokens, a block of tokens at a time."""
    size = len(idx.terms)
    found = np.zeros(n_labels * size, dtype=np.int64)
    for low in range(0, len(idx), _BLOCK):
        here = slice(low, low + _BLOCK)
        keep = labels[here] >= 0 if mask is None else mask[here] & (labels[here] >= 0)
        if keep.any():
            cells = labels[here][keep].astype(np.int64) * size + idx.token[here][keep]
            found += np.bincount(cells, minlength=len(found))
    return found.reshape(n_labels, size)


def ngram_counts(
    idx: Index, n: int, labels: np.ndarray | None = None, mask: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The n-grams of the words of a mask: runs of n such tokens with nothing between, inside one sentence.

    Returns ``grams`` [k, n] (term ids, in order), ``label`` [k], ``count`` [k] and ``documents`` [k]: one row
    per distinct n-gram and label.
    """
    keep = np.ones(len(idx), dtype=bool) if mask is None else mask
    label_of = np.zeros(len(idx), dtype=np.int64) if labels is None else _per_token(idx, np.asarray(labels))
    size = len(idx) - n + 1
    if size <= 0:
        nothing = np.empty(0, dtype=np.int64)
        return nothing.reshape(0, n), nothing, nothing, nothing
    starts = np.ones(size, dtype=bool)
    for step in range(n):
        starts &= keep[step : step + size]
    starts &= label_of[:size] >= 0
    at = np.flatnonzero(starts)
    sentence = np.searchsorted(idx.sentence_start, at, side="right")
    at = at[at + n <= idx.sentence_start[np.minimum(sentence, len(idx.sentence_start) - 1)]]
    label = label_of[at]
    document = np.searchsorted(idx.document_start, at, side="right") - 1
    code = label.astype(np.int64)
    for step in range(n):
        code = _dense(code * len(idx.terms) + idx.token[at + step])
    order = np.lexsort((document, code))
    code, document, at, label = code[order], document[order], at[order], label[order]
    new = np.ones(len(code), dtype=bool)
    new[1:] = code[1:] != code[:-1]
    first = np.flatnonzero(new)
    counts = np.diff(np.append(first, len(code)))
    fresh = new.copy()
    fresh[1:] |= document[1:] != document[:-1]
    running = np.concatenate([[0], np.cumsum(fresh)])
    documents = np.diff(running[np.append(first, len(code))])
    grams = np.stack([idx.token[at[first] + step] for step in range(n)], axis=1)
    return grams.astype(np.int64), label[first], counts, documents


def _dense(code: np.ndarray) -> np.ndarray:
    """Ranks of the codes: small numbers again, in the same order, so that the next word cannot overflow."""
    return np.unique(code, return_inverse=True)[1]


def _per_token(idx: Index, labels: np.ndarray) -> np.ndarray:
    if len(labels) == len(idx.ids):
        return np.repeat(labels.astype(np.int32), np.diff(idx.document_start))
    if len(labels) == len(idx):
        return labels
    raise ValueError(
        f"labels should be one per document ({len(idx.ids)}) or per token ({len(idx)}); got {len(labels)}"
    )
