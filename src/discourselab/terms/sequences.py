"""Runs of words in the token stream: where they are, with or without gaps, how often their words agree."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import scipy.sparse as sp

from discourselab import index


@dataclass(frozen=True)
class Sequences:
    """Sequences of n words: ``grams`` [k, n] the distinct ones (term ids, sorted), and for each of the m
    occurrences ``which`` of them it is and ``at``, the position of its first word."""

    grams: np.ndarray
    which: np.ndarray
    at: np.ndarray


def sequences(idx: index.Index, n: int, words: np.ndarray, gaps: int = 0) -> Sequences:
    """Every sequence of ``n`` words of a mask inside one sentence, with at most ``gaps`` words left out.

    Skipped words lie inside the mask too: punctuation ends a sequence. Each way to leave words out is an
    occurrence (skip-grams; Guthrie et al. 2006).
    """
    token, found, places = np.asarray(idx.token), [], []
    run = _run_ends(idx, words)
    for inner in combinations(range(1, n + gaps), n - 1):
        offsets = np.array([0, *inner])
        at = np.flatnonzero(words)
        at = at[at + offsets[-1] < run[at]]
        found.append(token[at[:, None] + offsets])
        places.append(at)
    columns, at = np.concatenate(found).astype(np.int64), np.concatenate(places)
    code = code_of(columns, range(n), len(idx.terms))
    _, first, which = np.unique(code, return_index=True, return_inverse=True)
    return Sequences(columns[first], which, at)


def agreements(found: Sequences, chosen: np.ndarray, vocabulary: int) -> np.ndarray:
    """For some n-grams (places in ``grams``) how many of all occurrences agree with each in just which words.

    Returns [chosen, 2 ** n]: the bit of a word that agrees is set, the first word being the highest bit.
    These are the cells that :func:`discourselab.terms.association_measures.lambda_score` takes.
    """
    n = found.grams.shape[1]
    columns = found.grams[found.which]
    some = np.zeros(len(found.grams), dtype=np.int64)
    some[found.which] = np.arange(len(found.which))  # one occurrence of each gram
    cells = np.full((len(chosen), 2**n), len(found.which), dtype=np.int64)
    for agreeing in range(1, 2**n):
        code = code_of(columns, [i for i in range(n) if agreeing >> (n - 1 - i) & 1], vocabulary)
        values, count = np.unique(code, return_counts=True)
        cells[:, agreeing] = count[np.searchsorted(values, code[some[chosen]])]
    # From "agrees at least in these words" to "just in these": take off what agrees in one more, bit by bit.
    for bit in range(n):
        without = [i for i in range(2**n) if not i >> bit & 1]
        cells[:, without] -= cells[:, [i | 1 << bit for i in without]]
    return cells


def per_document(idx: index.Index, which: np.ndarray, at: np.ndarray, size: int) -> sp.csc_matrix:
    """How often each document has each of ``size`` kinds of sequence: documents x kinds.

    ``which`` is the kind of each occurrence, -1 for none, and ``at`` where it begins.
    """
    inside = which >= 0
    cells = (np.ones(inside.sum(), dtype=np.int64), (index.document_of(idx, at[inside]), which[inside]))
    matrix = sp.csc_matrix(cells, shape=(len(idx.ids), size))
    matrix.sum_duplicates()
    return matrix


def code_of(columns: np.ndarray, which: list[int] | range, vocabulary: int) -> np.ndarray:
    """One number per row for its values in some columns, in their order."""
    code, largest = np.zeros(len(columns), dtype=np.int64), 1
    for column in which:
        if (
            largest * vocabulary >= 2**63
        ):  # too many words for one number: small ones again, in the same order
            values, code = np.unique(code, return_inverse=True)
            largest = len(values)
        code, largest = code * vocabulary + columns[:, column], largest * vocabulary
    return code


def _run_ends(idx: index.Index, words: np.ndarray) -> np.ndarray:
    """For each position the end of the run of words that it stands in: the next other token or sentence."""
    stops = np.union1d(np.flatnonzero(~words), np.asarray(idx.sentence_start))
    stops = np.append(stops, len(words))
    return stops[np.searchsorted(stops, np.arange(len(words)), side="right")]
