"""Measures of dispersion: how evenly a term is spread over the parts of a corpus.

Every function takes the counts of terms as a sparse matrix, parts x terms, and the words in each part, and
returns one number per term; terms that never occur get a missing value. v is a term's count in a part, f its
total, s a part's share of all words, p = v over the part's words, n the number of parts.
"""

import numpy as np
import scipy.sparse as sp


def dp(counts: sp.spmatrix, words: np.ndarray) -> np.ndarray:
    """DP, deviation of proportions (Gries 2008): half the sum of abs(v / f - s). 0 even, 1 clumped."""
    c = _Cells(counts, words)
    absent = 1 - c.sum(c.share)  # parts without the term each deviate by their own share
    return c.known(0.5 * (c.sum(np.abs(c.v / c.f - c.share)) + absent))


def dp_norm(counts: sp.spmatrix, words: np.ndarray) -> np.ndarray:
    """DPnorm (Gries 2008; Lijffijt and Gries 2012): DP / (1 - smallest s), which reaches 1 in a single part.

    Missing where the corpus has one part only.
    """
    words = np.asarray(words, dtype=float)
    smallest = words[words > 0].min() / words.sum() if words.sum() else 1.0
    value = dp(counts, words)
    return value / (1 - smallest) if smallest < 1 else np.full_like(value, np.nan)


def juilland_d(counts: sp.spmatrix, words: np.ndarray, sample: bool = False) -> np.ndarray:
    """Juilland's D (Juilland et al. 1970): 1 - sd(p) / mean(p) / sqrt(n - 1). 1 even, 0 in a single part.

    ``sample`` takes the standard deviation with n - 1 in its denominator instead of n. Missing for one part.
    """
    c = _Cells(counts, words)
    if c.parts < 2:
        return np.full(c.terms, np.nan)
    mean = c.sum(c.p) / c.parts
    variance = np.maximum(c.sum(c.p**2) / c.parts - mean**2, 0)
    if sample:
        variance = variance * c.parts / (c.parts - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return c.known(1 - np.sqrt(variance) / mean / np.sqrt(c.parts - 1))


def carroll_d2(counts: sp.spmatrix, words: np.ndarray) -> np.ndarray:
    """Carroll's D2 (1970) after Gries (2008): the entropy of v / f over log2 n. Missing for one part."""
    c = _Cells(counts, words)
    if c.parts < 2:
        return np.full(c.terms, np.nan)
    q = c.v / c.f
    return c.known(-c.sum(q * np.log2(q)) / np.log2(c.parts))


def rosengren_s(counts: sp.spmatrix, words: np.ndarray) -> np.ndarray:
    """Rosengren's S (1971), adjusted for the parts' sizes: (sum sqrt(s v)) ** 2 / f. 1 even."""
    c = _Cells(counts, words)
    with np.errstate(divide="ignore", invalid="ignore"):
        return c.known(c.sum(np.sqrt(c.share * c.v)) ** 2 / c.total)


def kl_divergence(counts: sp.spmatrix, words: np.ndarray) -> np.ndarray:
    """Kullback-Leibler divergence of v / f from s in bits (Gries 2020). 0 even."""
    c = _Cells(counts, words)
    q = c.v / c.f
    return c.known(c.sum(q * np.log2(q / c.share)))


def average_reduced_frequency(positions: np.ndarray, lengths: np.ndarray, size: int) -> np.ndarray:
    """Average reduced frequency (Savický and Hlaváčová 2002): (f / N) sum min(distance, N / f).

    positions
        places (0 to ``size`` - 1) of the occurrences of the first term in order, then of the second, ...
    lengths
        the number of occurrences of each term.
    size
        words N of the corpus; the distance before the first occurrence wraps around from the last.

    Equals the frequency when occurrences are evenly spaced, and about 1 when they are all in one place.
    """
    lengths = np.asarray(lengths, dtype=np.int64)
    positions = np.asarray(positions, dtype=np.int64)
    out = np.full(len(lengths), np.nan)
    present = lengths > 0
    if not present.any():
        return out
    starts = (np.cumsum(lengths) - lengths)[present]
    ends = starts + lengths[present] - 1
    distance = np.empty(len(positions), dtype=np.float64)
    distance[1:] = np.diff(positions)
    distance[starts] = positions[starts] - positions[ends] + size
    gap = np.repeat(size / lengths[present], lengths[present])
    reached = np.add.reduceat(np.minimum(distance, gap), starts)
    out[present] = reached * lengths[present] / size
    return out


MEASURES = {
    "dp": dp,
    "dp_norm": dp_norm,
    "juilland_d": juilland_d,
    "carroll_d2": carroll_d2,
    "rosengren_s": rosengren_s,
    "kl_divergence": kl_divergence,
}


class _Cells:
    """The non-zero cells of the matrix with the quantities of the formulas; parts without words drop."""

    def __init__(self, counts: sp.spmatrix, words: np.ndarray):
        words = np.asarray(words, dtype=float)
        cells = sp.csc_matrix(counts)  # by term, so that sums over its parts lie close together
        if len(cells.data) and cells.data.min() <= 0:
            cells = cells.copy()
            cells.eliminate_zeros()
        self.terms, self.parts = counts.shape[1], int((words > 0).sum())
        self.v, self._place = cells.data.astype(float), (cells.indices, cells.indptr)
        self._shape = cells.shape[::-1]
        self.total = self.sum(self.v)
        self.f = np.repeat(self.total, np.diff(cells.indptr))
        self.words = words.take(cells.indices)
        self.share = self.words / words.sum() if words.sum() else np.zeros(len(self.v))

    @property
    def p(self) -> np.ndarray:
        return self.v / self.words

    def sum(self, values: np.ndarray) -> np.ndarray:
        """The sum of one value a cell, for each term."""
        return sp.csr_matrix((values, *self._place), shape=self._shape) @ np.ones(self._shape[1])

    def known(self, values: np.ndarray) -> np.ndarray:
        return np.where(self.total > 0, values, np.nan)
