"""The words around a match."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

import numpy as np

from discourselab.index.marks import (
    BEGINS_DOCUMENT,
    BEGINS_SENTENCE,
    ENDS_DOCUMENT,
    ENDS_SENTENCE,
    WORD,
)
from discourselab.index.store import Index
from discourselab.index.threads import in_order

_BLOCK = 8  # tokens that are read at once: one bit of a byte each
_MANY = 4096  # matches whose two sides are read at once, in two threads


def window_positions(
    idx: Index,
    first: np.ndarray,
    last: np.ndarray,
    left: int,
    right: int,
    mask: np.ndarray | None = None,
    bounded: bool = True,
    words: np.ndarray | bool = False,
) -> tuple[np.ndarray, np.ndarray]:
    """The tokens around each match: (which match, position), ``left`` words before and ``right`` behind.

    mask
        tokens that count as words of the window; all when not given.
    words
        terms that do: a mask over the vocabulary, or True for words and numbers, which is the fastest.
    bounded
        whether the window stops at the edges of the sentence; else at those of the document.

    Those before the matches come first.
    """

    def places(near: _Near) -> tuple[np.ndarray, np.ndarray]:
        block, further = np.divmod(np.flatnonzero(near.counted), _BLOCK)
        return near.row[block], near.start[block] + further

    around = _around(places, idx, first, last, left, right, mask, bounded, words)
    which, where = zip((np.empty(0, dtype=np.int64),) * 2, *around)
    return np.concatenate(which), np.concatenate(where)


def window_counts(idx: Index, first: np.ndarray, last: np.ndarray, *window, **kept) -> np.ndarray:
    """How often each term stands in the windows around the matches: int64 [terms].

    Takes what :func:`window_positions` takes.
    """

    def terms(near: _Near) -> np.ndarray:
        return near.term.ravel().compress(near.counted).astype(np.int64)  # as bincount counts them

    around = _around(terms, idx, first, last, *window, **kept)
    return np.bincount(np.concatenate([np.empty(0, dtype=np.int64), *around]), minlength=len(idx.terms))


class _Near(NamedTuple):
    """Blocks beside some matches: which match (``row``), where in the corpus a block begins (``start``),
    the ``term`` of each token [matches, tokens], and whether it is ``counted`` [matches * tokens].
    """

    row: np.ndarray
    start: np.ndarray
    term: np.ndarray
    counted: np.ndarray


def _around(
    step: Callable[[_Near], object], idx, first, last, left, right, mask=None, bounded=True, words=False
) -> list:
    """What a step makes of the blocks before the matches, and then of those behind.

    The rest is what :func:`window_positions` takes.
    """
    begins, ends = (BEGINS_SENTENCE, ENDS_SENTENCE) if bounded else (BEGINS_DOCUMENT, ENDS_DOCUMENT)
    sides = [(first - 1, left, -1, ends), (last + 1, right, 1, begins)]

    def read(side: tuple) -> list:
        return [step(near) for near in _beside(idx, *side, mask, words)]

    return list(chain.from_iterable(in_order(read, sides, 2 if len(first) > _MANY else 1)))


def _beside(
    idx: Index,
    at: np.ndarray,
    size: int,
    step: int,
    edge: int,
    mask: np.ndarray | None,
    words: np.ndarray | bool,
) -> Iterator[_Near]:
    """Up to ``size`` words from each position on, backwards (step -1) or onwards, short of marks of ``edge``.

    A block is read at once for all positions, and what is known of its tokens are the bits of a byte, the
    nearest token's the lowest: so the words to keep are looked up by the byte. Positions that lack words then
    read the next block.
    """
    order = "little" if step > 0 else "big"
    row = np.arange(len(at)) if size > 0 else np.empty(0, dtype=np.int64)
    wanted = np.full(len(at), size)
    while len(row):
        begin = at if step > 0 else at - _BLOCK + 1
        start = np.clip(begin, 0, max(len(idx) - _BLOCK, 0))
        outside = np.minimum(np.abs(start - begin), _BLOCK).astype(np.uint8)  # tokens beyond the corpus
        term, marks = _blocks(idx.token, start), _blocks(idx.marks, start, edge)
        if isinstance(words, bool):
            counted = marks & WORD if words else np.ones_like(marks)
        else:
            counted = words.take(term)
        if mask is not None:
            counted = counted & _blocks(mask, start)
        stop = np.packbits(marks & edge, bitorder=order) >> outside
        within = (stop & -stop) - np.uint8(1)  # all below the lowest bit that is set
        bits = np.packbits(counted, bitorder=order) >> outside & within
        kept = _LOWEST.take(256 * np.minimum(wanted, _BLOCK) + bits)
        yield _Near(row, start, term, np.unpackbits(kept << outside, bitorder=order).view(bool))
        wanted -= np.bitwise_count(kept)
        more = np.flatnonzero((wanted > 0) & (within == 255) & (outside == 0))
        row, at, wanted = row[more], at[more] + step * _BLOCK, wanted[more]


def _blocks(array: np.ndarray, start: np.ndarray, lacking: int = 0) -> np.ndarray:
    """The block of items from each place on: [places, items], with a value for what an array lacks to one."""
    if len(array) < _BLOCK:
        array = np.pad(array, (0, _BLOCK - len(array)), constant_values=lacking)
    array = np.ascontiguousarray(array)
    # Every item as the beginning of one large item, so that a block is copied in one go.
    whole = f"V{_BLOCK * array.itemsize}"
    blocks = np.ndarray(len(array) - _BLOCK + 1, whole, buffer=array, strides=(array.itemsize,))
    return blocks[start].view(array.dtype).reshape(-1, _BLOCK)


def _lowest() -> np.ndarray:
    """For each number of bits to keep, up to a block, and each byte: the byte with only its lowest bits."""
    rest = np.arange(256, dtype=np.uint8)
    kept = np.zeros((_BLOCK + 1, 256), dtype=np.uint8)
    for few in range(1, _BLOCK + 1):
        lowest = rest & -rest
        kept[few] = kept[few - 1] | lowest
        rest ^= lowest
    return kept.ravel()


_LOWEST = _lowest()
