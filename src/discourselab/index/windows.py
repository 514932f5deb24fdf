"""The words around a match."""

import numpy as np

from discourselab.index.query import bounds
from discourselab.index.store import Index

_CELLS = 2_000_000  # places looked at together


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

    Only tokens of the mask, and of the terms of the mask ``words``, count as words of the window (``words`` alone
    is much faster: nothing is looked at but what stands near a match). The window stops at the edges of the
    sentence (``bounded``) or else of the document. In the order of matches, then positions.
    """
    low, high = bounds(idx, first, bounded)
    before = _beside(idx, first, low, left, -1, mask, words)
    behind = _beside(idx, last, high - 1, right, 1, mask, words)
    which, where = (np.concatenate(pair) for pair in zip(before, behind))
    order = np.lexsort((where, which))
    return which[order], where[order]


def window_counts(
    idx: Index,
    first: np.ndarray,
    last: np.ndarray,
    left: int,
    right: int,
    mask: np.ndarray | None = None,
    bounded: bool = True,
    words: np.ndarray | None = None,
) -> np.ndarray:
    """How often each term stands in the windows around the matches: int64 [terms]. See window_positions."""
    low, high = bounds(idx, first, bounded)
    _, before = _beside(idx, first, low, left, -1, mask, words)
    _, behind = _beside(idx, last, high - 1, right, 1, mask, words)
    tokens = idx.token[np.concatenate([before, behind])]
    return np.bincount(tokens, minlength=len(idx.terms)).astype(np.int64)


def _beside(
    idx: Index,
    edge: np.ndarray,
    bound: np.ndarray,
    size: int,
    step: int,
    mask: np.ndarray | None,
    words: np.ndarray | None,
) -> tuple[np.ndarray, np.ndarray]:
    """Up to ``size`` words from each edge towards its bound (included): (which edge, position)."""
    which, where = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    waiting, width = np.arange(len(edge)) if size > 0 else np.empty(0, dtype=np.int64), size + 2
    while len(waiting):
        unfilled = []
        rows = max(1, _CELLS // width)
        for some in (waiting[a : a + rows] for a in range(0, len(waiting), rows)):
            at = edge[some, None] + step * np.arange(1, width + 1)
            inside = at * step <= bound[some, None] * step
            counted = inside & _counts(idx, np.where(inside, at, edge[some, None]), mask, words)
            reached = np.cumsum(counted, axis=1, dtype=np.int32)
            # Rows that neither have all their words nor reached their bound are looked at again, wider.
            more = (reached[:, -1] < size) & inside[:, -1]
            unfilled.append(some[more])
            row, column = np.nonzero(counted & (reached <= size) & ~more[:, None])
            which.append(some[row])
            where.append(at[row, column])
        waiting, width = np.concatenate(unfilled), width * 3
    return np.concatenate(which), np.concatenate(where)


def _counts(idx: Index, at: np.ndarray, mask: np.ndarray | None, words: np.ndarray | None) -> np.ndarray:
    found = np.ones(at.shape, dtype=bool) if mask is None else mask[at]
    return found if words is None else found & words[idx.token[at]]
