"""The words around a match."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from discourselab.index.query import bounds
from discourselab.index.store import Index

_SPARE = 3  # tokens looked at beyond the window's size, for those in it that are no words


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
    which, where = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for near in _around(idx, first, last, left, right, mask, bounded, words):
        distance, place = np.divmod(np.flatnonzero(near.counted), len(near.row))
        which.append(near.row[place])
        where.append(near.at[place] + near.step * distance)
    return np.concatenate(which), np.concatenate(where)


def window_counts(idx: Index, first: np.ndarray, last: np.ndarray, *window, **kept) -> np.ndarray:
    """How often each term stands in the windows around the matches: int64 [terms].

    Takes what :func:`window_positions` takes.
    """
    around = _around(idx, first, last, *window, **kept)
    terms = [near.term.ravel()[np.flatnonzero(near.counted)] for near in around]
    terms = np.concatenate([np.empty(0, dtype=np.int64), *terms], dtype=np.int64)
    return np.bincount(terms, minlength=len(idx.terms))


class _Near(NamedTuple):
    """Some tokens beside some edges, both [tokens, edges]: their ``term``, whether they are ``counted``.

    ``row`` says which edge; its first token stands at ``at``, each other a ``step`` (-1 or 1) further.
    """

    row: np.ndarray
    at: np.ndarray
    step: int
    term: np.ndarray
    counted: np.ndarray


def _around(idx, first, last, left, right, mask=None, bounded=True, words=None) -> Iterator[_Near]:
    low, high = bounds(idx, first, bounded)
    yield from _beside(idx, first, low, left, -1, mask, words)
    yield from _beside(idx, last, high - 1, right, 1, mask, words)


def _beside(
    idx: Index,
    edge: np.ndarray,
    bound: np.ndarray,
    size: int,
    step: int,
    mask: np.ndarray | None,
    words: np.ndarray | None,
) -> Iterator[_Near]:
    """Up to ``size`` words from each edge towards its bound (included).

    A block of tokens is read at once for all edges; those that lack words then read the next.
    """
    row = np.arange(len(edge)) if size > 0 else np.empty(0, dtype=np.int64)
    at, room = edge + step, (bound - edge) * step
    wanted = np.full(len(edge), min(size, len(idx)), dtype=np.int32)
    reach = min(size + _SPARE, len(idx))
    while len(row):
        cells = at + step * np.arange(reach)[:, None]
        term = idx.token.take(cells, mode="clip")  # what lies beyond the corpus lies beyond the bound
        counted = np.ones(term.shape, dtype=bool) if words is None else words.take(term)
        if mask is not None:
            counted &= mask.take(cells, mode="clip")
        for distance, here in enumerate(counted):
            here &= (room > distance) & (wanted > 0)
            wanted -= here
        yield _Near(row, at, step, term, counted)
        more = np.flatnonzero((wanted > 0) & (room > reach))
        row, at, room, wanted = row[more], at[more] + step * reach, room[more] - reach, wanted[more]
