"""Counting in the index: by group, by document, in windows, as n-grams."""

import numpy as np
import scipy.sparse as sp

from discourselab.index.store import Index


def count(
    idx: Index, labels: np.ndarray | None = None, n_labels: int | None = None, mask: np.ndarray | None = None
) -> np.ndarray:
    """How often each term occurs under each label: int64 array [labels, terms].

    labels
        a whole number per document, or per token; -1 leaves it out. Without labels all count as one.
    mask
        tokens to count (see :func:`select`).
    """
    size = len(idx.terms)
    per_token = _per_token(idx, labels)
    keep = np.ones(len(idx), dtype=bool) if mask is None else mask
    if per_token is None:
        return np.bincount(idx.token[keep], minlength=size)[None, :].astype(np.int64)
    n_labels = int(per_token.max(initial=-1)) + 1 if n_labels is None else n_labels
    keep = keep & (per_token >= 0)
    cells = per_token[keep].astype(np.int64) * size + idx.token[keep]
    return np.bincount(cells, minlength=n_labels * size).reshape(n_labels, size).astype(np.int64)


def document_terms(idx: Index, mask: np.ndarray | None = None) -> sp.csr_matrix:
    """How often each term occurs in each document: a sparse matrix, documents x terms."""
    keep = slice(None) if mask is None else mask
    token = np.asarray(idx.token[keep])
    if mask is None:
        starts = np.asarray(idx.document_start)
    else:
        starts = np.concatenate([[0], np.cumsum(mask)])[idx.document_start]
    shape = (len(idx.ids), len(idx.terms))
    matrix = sp.csr_matrix((np.ones(len(token), dtype=np.int64), token, starts), shape=shape)
    matrix.sum_duplicates()
    return matrix


def document_frequency(
    idx: Index, labels: np.ndarray | None = None, n_labels: int | None = None, mask: np.ndarray | None = None
) -> np.ndarray:
    """In how many documents each term occurs, under each label of a document: int64 array [labels, terms]."""
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
    running = np.concatenate([[0], np.cumsum(mask)])
    return np.diff(running[idx.document_start]).astype(np.int64)


def window_positions(
    idx: Index,
    first: np.ndarray,
    last: np.ndarray,
    left: int,
    right: int,
    mask: np.ndarray,
    bounded: bool = True,
) -> tuple[np.ndarray, np.ndarray]:
    """The tokens around each match: (which match, position), ``left`` words before and ``right`` behind.

    Only tokens of the mask count as words of the window; it stops at the edges of the sentence (``bounded``)
    or else of the document.
    """
    kept = np.flatnonzero(mask)
    starts = idx.sentence_start if bounded else idx.document_start
    owner = np.searchsorted(starts, first, side="right") - 1
    low = np.searchsorted(kept, starts[owner])
    high = np.searchsorted(kept, starts[owner + 1])
    before = np.searchsorted(kept, first)
    behind = np.searchsorted(kept, last, side="right")
    which, where = [], []
    for step in range(1, left + 1):
        at = before - step
        inside = np.flatnonzero(at >= low)
        which.append(inside)
        where.append(kept[at[inside]])
    for step in range(right):
        at = behind + step
        inside = np.flatnonzero(at < high)
        which.append(inside)
        where.append(kept[at[inside]])
    if not which:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    return np.concatenate(which), np.concatenate(where)


def window_counts(
    idx: Index,
    first: np.ndarray,
    last: np.ndarray,
    left: int,
    right: int,
    mask: np.ndarray,
    bounded: bool = True,
) -> np.ndarray:
    """How often each term stands in the windows around the matches: int64 [terms]. See window_positions."""
    _, where = window_positions(idx, first, last, left, right, mask, bounded)
    return np.bincount(idx.token[where], minlength=len(idx.terms)).astype(np.int64)


def ngram_counts(
    idx: Index, n: int, labels: np.ndarray | None = None, mask: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The n-grams of the words of a mask: runs of n such tokens with nothing between, inside one sentence.

    Returns ``grams`` [k, n] (term ids, in order), ``label`` [k], ``count`` [k] and ``documents`` [k]: one row
    per distinct n-gram and label.
    """
    keep = np.ones(len(idx), dtype=bool) if mask is None else mask
    per_token = _per_token(idx, labels)
    label_of = np.zeros(len(idx), dtype=np.int64) if per_token is None else per_token
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


def _per_token(idx: Index, labels: np.ndarray | None) -> np.ndarray | None:
    if labels is None:
        return None
    labels = np.asarray(labels)
    if len(labels) == len(idx.ids):
        return np.repeat(labels, np.diff(idx.document_start))
    if len(labels) == len(idx):
        return labels
    raise ValueError(
        f"labels should be one per document ({len(idx.ids)}) or per token ({len(idx)}); got {len(labels)}"
    )
