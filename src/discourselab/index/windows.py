"""The words around a match."""

import numpy as np

from discourselab.index.query import bounds
from discourselab.index.store import Index


def window_positions(
    idx: Index,
    first: np.ndarray,
    last: np.ndarray,
    left: int,
    right: int,
    mask: np.ndarray | None = None,
    bounded: bool = True,
    words: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """The tokens around each match: (which match, position), ``left`` words before and ``right`` behind.

    Only tokens of the mask, and of the terms of the mask ``words``, count as words of the window (``words``
    alone is much faster: nothing is looked at but what stands near a match). The window stops at the edges of
    the sentence (``bounded``) or else of the document. One side after the other, in the order of distance.
    """
    low, high = bounds(idx, first, bounded)
    before = _beside(idx, first, low, left, -1, mask, words)
    behind = _beside(idx, last, high - 1, right, 1, mask, words)
    return tuple(np.concatenate(pair) for pair in zip(before, behind))


def window_counts(idx: Index, first: np.ndarray, last: np.ndarray, *window, **kept) -> np.ndarray:
    """How often each term stands in the windows around the matches: int64 [terms].

    Takes what :func:`window_positions` takes.
    """
    _, where = window_positions(idx, first, last, *window, **kept)
    return np.bincount(idx.token[where], minlength=len(idx.terms)).astype(np.int64)


def _beside(
    idx: Index,
    edge: np.ndarray,
    bound: np.ndarray,
    size: int,
    step: int,
    mask: np.ndarray | None,
    words: np.ndarray | None,
) -> tuple[np.ndarray, np.ndarray]:
    """Up to ``size`` words from each edge towards its bound (included): (which edge, position).

    All edges walk outwards together, a token at a time, until each has its words or has reached its bound.
    """
    which, where = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    row = np.arange(len(edge)) if size > 0 else np.empty(0, dtype=np.int64)
    at, wanted = edge[row], np.full(len(row), size)
    while len(row):
        at = at + step
        inside = at * step <= bound[row] * step
        row, at, wanted = row[inside], at[inside], wanted[inside]
        counted = np.ones(len(row), dtype=bool) if mask is None else mask[at]
        if words is not None:
            counted = counted & words[idx.token[at]]
        which.append(row[counted])
        where.append(at[counted])
        wanted = wanted - counted
        more = wanted > 0
        if not more.all():
            row, at, wanted = row[more], at[more], wanted[more]
    return np.concatenate(which), np.concatenate(where)
