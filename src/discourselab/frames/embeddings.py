"""Word vectors trained on the corpus itself: the same corpus gives the same vectors.

Positive pointwise mutual information of words within five words of each other, reduced by singular value
decomposition (Levy, Goldberg and Dagan 2015: context distribution smoothed by 0.75, singular values weighed
by their square root). No pretrained model: the vectors say how *these* texts use words.
"""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from discourselab import index

WINDOW, SMOOTHING, MOST_TERMS, FEWEST = 5, 0.75, 20_000, 5


@dataclass(frozen=True)
class Vectors:
    """Vectors of length 1: ``terms`` are term ids, in order, ``values`` one row for each of them."""

    terms: np.ndarray
    values: np.ndarray

    def rows(self, ids: np.ndarray) -> np.ndarray:
        """The rows of those of the term ids that have a vector."""
        return np.flatnonzero(np.isin(self.terms, ids))


def train(idx: index.Index, mask: np.ndarray, dimensions: int = 50) -> Vectors:
    """Vectors of the words of the mask that occur at least five times (the 20,000 most frequent)."""
    token = np.asarray(idx.token)
    words = mask & index.is_word(idx, numbers=False)[token]
    counts = np.bincount(token[words], minlength=len(idx.terms))
    kept = np.flatnonzero(counts >= FEWEST)
    if len(kept) > MOST_TERMS:
        kept = np.sort(kept[np.argsort(-counts[kept], kind="stable")[:MOST_TERMS]])
    if len(kept) < 10:
        return Vectors(kept[:0], np.zeros((0, 0)))
    place = np.full(len(idx.terms), -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    at = np.flatnonzero(words)
    together = _together(place[token[at]], index.sentence_of(idx, at), len(kept))
    return Vectors(kept, _reduced(_ppmi(together), min(dimensions, len(kept) // 3)))


def _together(row: np.ndarray, sentence: np.ndarray, size: int) -> sp.csr_matrix:
    """How often two words stand within the window of one sentence, both ways."""
    total = sp.csr_matrix((size, size))
    for step in range(1, WINDOW + 1):
        left, right = row[:-step], row[step:]
        near = (sentence[:-step] == sentence[step:]) & (left >= 0) & (right >= 0)
        ones = np.ones(int(near.sum()))
        total = total + sp.coo_matrix((ones, (left[near], right[near])), shape=(size, size)).tocsr()
    return (total + total.T).tocsr()


def _ppmi(together: sp.csr_matrix) -> sp.csr_matrix:
    rows = np.asarray(together.sum(axis=1)).ravel()
    context = rows**SMOOTHING
    cells = together.tocoo()
    expected = rows[cells.row] * context[cells.col] / context.sum()
    value = np.log(cells.data / expected)
    kept = value > 0
    return sp.csr_matrix((value[kept], (cells.row[kept], cells.col[kept])), shape=together.shape)


def _reduced(matrix: sp.csr_matrix, dimensions: int) -> np.ndarray:
    """The left singular vectors, weighed, each row of length 1."""
    from scipy.sparse.linalg import svds  # slow to import

    # A fixed start: the same corpus gives the same vectors.
    u, s, _ = svds(matrix, k=dimensions, v0=np.ones(matrix.shape[0]))
    values = u * np.sqrt(s)
    return values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-12)
