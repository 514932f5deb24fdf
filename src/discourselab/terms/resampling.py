"""Resampling whole documents: intervals and p values that respect that words of one text hang together.

A comparison is given as two matrices, documents x terms (``target`` and ``reference``, sparse counts), and
two vectors of words per document. Either each document is on one side (outlets, periods), or documents have
words on both sides (narrator against quoted speech); both are handled, as each function says.
"""

import numpy as np
import scipy.sparse as sp

from discourselab.terms.keyness_measures import ZERO

# Below this number of documents on a side, resampling them says nothing worth reading.
FEWEST_DOCUMENTS = 5
# Cells of one dense block of resamples x terms; bounds memory to some tens of megabytes.
BLOCK = 4_000_000
TOGETHER = 64  # resamples drawn in one go: few enough that their counts stay in the processor's cache
TAILS = (2.5, 97.5)  # the percentiles that bound a 95 % interval


def too_few(words_target: np.ndarray, words_reference: np.ndarray) -> str | None:
    """Why nothing can be inferred (fewer than 5 documents on a side), or None when it can."""
    sides = (("target", words_target), ("reference", words_reference))
    faults = [fault for side, words in sides if (fault := few_documents(side, words))]
    return f"no interval and no p: {' and '.join(faults)}, fewer than {FEWEST_DOCUMENTS}" if faults else None


def few_documents(side: str, words: np.ndarray) -> str | None:
    """How many documents a side has, where these are fewer than resampling needs; else None."""
    n = int((np.asarray(words) > 0).sum())
    return None if n >= FEWEST_DOCUMENTS else f"{side} has {n} document{'' if n == 1 else 's'}"


def permutation_p(
    target: sp.csr_matrix,
    reference: sp.csr_matrix,
    words_target: np.ndarray,
    words_reference: np.ndarray,
    resamples: int,
    rng: np.random.Generator,
) -> np.ndarray:
    """Two-sided permutation p of the difference of relative frequencies, one per term.

    Documents on one side each: their labels are shuffled, the number on each side kept. Documents on both
    sides: the sign of each document's contribution to the difference is flipped at random (the sign-flipped
    score test; Kline and Santos 2012). p = (1 + resamples at least as extreme) / (1 + resamples), so that it
    is never 0 (Phipson and Smyth 2010).
    """
    there = np.flatnonzero(words_target + words_reference)  # others must not take part in the shuffling
    target, reference = target.tocsr()[there], reference.tocsr()[there]
    words_target, words_reference = words_target[there], words_reference[there]
    n1, n2 = words_target.sum(), words_reference.sum()
    a, b = _sums(target), _sums(reference)
    observed = np.abs(a / n1 - b / n2)
    extreme = np.zeros(len(observed), dtype=np.int64)
    paired = ((words_target > 0) & (words_reference > 0)).any()
    side = words_target > 0
    both = (target + reference).T.tocsr()
    words = words_target + words_reference
    score = (target.multiply(1 / n1) - reference.multiply(1 / n2)).T.tocsr()
    score_words = words_target / n1 - words_reference / n2
    rate = (a + b) / (n1 + n2)
    for size in _blocks(resamples, len(observed)):
        if paired:
            flips = rng.choice([-1.0, 1.0], size=(len(words), size))
            difference = score @ flips - rate[:, None] * (score_words @ flips)
        else:
            labels = _shuffled(side, size, rng)
            m1 = words @ labels
            inside = both @ labels
            difference = inside / m1 - ((a + b)[:, None] - inside) / (words.sum() - m1)
        # A hair below, so that the observed arrangement counts as at least as extreme as itself.
        extreme += (np.abs(difference) >= observed[:, None] * (1 - 1e-9)).sum(axis=1)
    return (1 + extreme) / (1 + resamples)


def bootstrap_rates(
    target: sp.csr_matrix,
    reference: sp.csr_matrix,
    words_target: np.ndarray,
    words_reference: np.ndarray,
    resamples: int,
    rng: np.random.Generator,
) -> dict[str, np.ndarray]:
    """95 % percentile intervals over documents of the log ratio and of the difference per 10,000 words.

    Documents are drawn with replacement, within each side (Efron and Tibshirani 1993); documents with words
    on both sides are drawn whole. A count of zero is replaced by 0.5 in the log ratio (Hardie 2014).
    Returns ``log_ratio_low``, ``log_ratio_high``, ``difference_low``, ``difference_high``, one per term.
    """
    paired = ((words_target > 0) & (words_reference > 0)).any()
    columns, out = target.shape[1], {}
    # Few terms at a time rather than few resamples: a percentile needs all resamples of its term.
    draws_target = draws(words_target > 0, resamples, rng, whole=paired, other=words_reference > 0)
    draws_reference = draws_target if paired else draws(words_reference > 0, resamples, rng)
    m1, m2 = words_target @ draws_target, words_reference @ draws_reference
    with np.errstate(divide="ignore", invalid="ignore"):
        m1, m2 = np.where(m1 > 0, m1, np.nan), np.where(m2 > 0, m2, np.nan)
    step = max(1, BLOCK // max(resamples, 1))
    pieces = []
    rows_target, rows_reference = target.T.tocsr(), reference.T.tocsr()
    for start in range(0, columns, step):
        a = rows_target[start : start + step] @ draws_target
        b = rows_reference[start : start + step] @ draws_reference
        difference = (a / m1 - b / m2) * 1e4
        ratio = np.log2(np.where(a > 0, a, ZERO) / m1) - np.log2(np.where(b > 0, b, ZERO) / m2)
        pieces.append(np.concatenate([_percentiles(ratio), _percentiles(difference)]))
    stacked = np.concatenate(pieces, axis=1) if pieces else np.empty((4, 0))
    for name, row in zip(
        ("log_ratio_low", "log_ratio_high", "difference_low", "difference_high"), stacked, strict=True
    ):
        out[name] = row
    return out


def draws(
    side: np.ndarray,
    resamples: int,
    rng: np.random.Generator,
    whole: bool = False,
    other: np.ndarray | None = None,
) -> np.ndarray:
    """How often each document is drawn in each resample: float array [documents, resamples].

    Only documents of ``side`` are drawn, as many as there are; with ``whole`` those of either side.
    """
    members = np.flatnonzero(side | other if whole and other is not None else side)
    out = np.zeros((len(side), resamples))
    n = len(members)
    for start in range(0, resamples if n else 0, TOGETHER):
        size = min(TOGETHER, resamples - start)
        # Numbering the cells of all these resamples in one line lets one count serve them all.
        cells = rng.integers(n, size=(size, n)) + np.arange(size)[:, None] * n
        often = np.bincount(cells.ravel(), minlength=size * n).reshape(size, n)
        out[members, start : start + size] = often.T
    return out


def adjusted(p: np.ndarray) -> np.ndarray:
    """p values adjusted for how many there are (Benjamini and Hochberg 1995); missing ones stay missing."""
    p = np.asarray(p, dtype=float)
    out = np.full(p.shape, np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    ranks = np.arange(1, len(order) + 1)
    steps = np.minimum.accumulate((p[order] * len(order) / ranks)[::-1])[::-1]
    out[order] = np.minimum(steps, 1.0)
    return out


def _shuffled(side: np.ndarray, resamples: int, rng: np.random.Generator) -> np.ndarray:
    """The documents' sides (1 or 0) in random order, again and again: [documents, resamples]."""
    out = np.empty((len(side), resamples))
    for start in range(0, resamples, TOGETHER):
        size = min(TOGETHER, resamples - start)
        rows = np.broadcast_to(side, (size, len(side)))
        out[:, start : start + size] = rng.permuted(rows, axis=1).T
    return out


def _percentiles(values: np.ndarray) -> np.ndarray:
    if np.isnan(values).any():
        return np.nanpercentile(values, TAILS, axis=1)
    return np.percentile(values, TAILS, axis=1)


def _sums(counts: sp.csr_matrix) -> np.ndarray:
    return np.asarray(counts.sum(axis=0)).ravel().astype(float)


def _blocks(resamples: int, terms: int) -> list[int]:
    size = max(1, min(resamples, BLOCK // max(terms, 1)))
    return [min(size, resamples - start) for start in range(0, resamples, size)]
