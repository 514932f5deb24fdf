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

_BLOCK = 8  # tokens whose marks are one byte of bits
_MANY = 4096  # matches that are read in two threads


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
        block, further = np.divmod(np.flatnonzero(near.counted), near.term.shape[1])
        return near.row[block], near.start[block] + further

    around = _around(places, idx, first, last, left, right, mask, bounded, words)
    which, where = map(np.concatenate, zip((np.empty(0, dtype=np.int64),) * 2, *around))
    behind = where > first[which]
    return tuple(np.concatenate([found[~behind], found[behind]]) for found in (which, where))


def window_counts(idx: Index, first: np.ndarray, last: np.ndarray, *window, **kept) -> np.ndarray:
    """How often each term stands in the windows around the matches: int64 [terms].

    Takes what :func:`window_positions` takes.
    """

    def terms(near: _Near) -> np.ndarray:
        return near.term.ravel().compress(near.counted)

    around = _around(terms, idx, first, last, *window, **kept)
    # As whole numbers of 64 bits, as bincount counts them.
    found = np.concatenate([np.empty(0, dtype=np.int64), *around], dtype=np.int64)
    return np.bincount(found, minlength=len(idx.terms))


class _Near(NamedTuple):
    """Blocks beside some matches: which match (``row``), where in the corpus a block begins (``start``),
    the ``term`` of each token [matches, tokens], and whether it is ``counted`` [matches * tokens].
    """

    row: np.ndarray
    start: np.ndarray
    term: np.ndarray
    counted: np.ndarray


class _Side(NamedTuple):
    """One side of the matches: backwards (-1) or onwards (1), up to how many words, short of which mark; and
    how the bits of a block are put into a byte, so that the nearest token's is the lowest."""

    step: int
    size: int
    edge: int

    @property
    def order(self) -> str:
        return "little" if self.step > 0 else "big"


class _Told(NamedTuple):
    """Which tokens count as words: ``mask`` and ``words`` as :func:`window_positions` takes them."""

    mask: np.ndarray | None
    words: np.ndarray | bool

    def counted(self, term: np.ndarray, marks: np.ndarray, start: np.ndarray) -> np.ndarray:
        """Which tokens of some blocks are words: not 0."""
        if isinstance(self.words, bool):
            found = marks & WORD if self.words else np.ones_like(marks)
        else:
            found = self.words.take(term).view(np.uint8)
        return found if self.mask is None else found & _blocks(self.mask, start, term.shape[1]).view(np.uint8)


def _around(
    step: Callable[[_Near], object], idx, first, last, left, right, mask=None, bounded=True, words=False
) -> list:
    """What a step makes of the blocks around the matches. The rest is what :func:`window_positions` takes."""
    begins, ends = (BEGINS_SENTENCE, ENDS_SENTENCE) if bounded else (BEGINS_DOCUMENT, ENDS_DOCUMENT)
    sides, told = (_Side(-1, left, ends), _Side(1, right, begins)), _Told(mask, words)
    inside = np.zeros(len(first), dtype=bool)
    if first is last or np.array_equal(first, last):
        inside = (first >= _BLOCK) & (first <= len(idx) - _BLOCK)
    together, alone = np.flatnonzero(inside), np.flatnonzero(~inside)

    def both(row: np.ndarray) -> list:
        near, lacking = _both(idx, row, first[row], sides, told)
        return [
            step(near),
            *(step(near) for rest in zip(sides, lacking) for near in _beside(idx, *rest, told)),
        ]

    def one(side: _Side) -> list:
        at = (last + 1 if side.step > 0 else first - 1)[alone]
        return [step(near) for near in _beside(idx, side, (alone, at, np.full(len(at), side.size)), told)]

    threads = [2 if len(rows) > _MANY else 1 for rows in (together, alone)]
    halves = np.array_split(together, threads[0]) if len(together) else []
    return [
        *chain.from_iterable(in_order(both, halves, threads[0])),
        *chain.from_iterable(in_order(one, sides if len(alone) else [], threads[1])),
    ]


def _both(
    idx: Index, row: np.ndarray, at: np.ndarray, sides: tuple[_Side, _Side], told: _Told
) -> tuple[_Near, list]:
    """The blocks before and from each position on, read at once; and for each side what still lacks words, as
    :func:`_beside` takes it. The blocks lie side by side in memory, where most of the time goes."""
    start = at - _BLOCK
    term, marks = _blocks(idx.token, start, 2 * _BLOCK), _blocks(idx.marks, start, 2 * _BLOCK)
    counted = told.counted(term, marks, start)
    kept, lacking = np.empty((len(at), 2), dtype=np.uint64), []
    for place, (side, own) in enumerate(zip(sides, (0, 1))):  # the match itself is the first of its block
        edges, bits = (
            np.packbits(
                np.ascontiguousarray(found.view(np.uint64)[:, place]).view(np.uint8), bitorder=side.order
            )
            for found in (marks & side.edge, counted)
        )
        within = _below(edges & np.uint8(255 - own))
        bits = bits & within & np.uint8(255 - own)
        chosen = _LOWEST[min(max(side.size, 0), _BLOCK)].take(bits)
        kept[:, place] = np.unpackbits(chosen, bitorder=side.order).view(np.uint64)
        wanted = side.size - np.bitwise_count(chosen).astype(np.int64)
        more = np.flatnonzero((wanted > 0) & (within == 255))
        further = at[more] + (_BLOCK if side.step > 0 else -_BLOCK - 1)
        lacking.append((row[more], further, wanted[more]))
    return _Near(row, start, term, kept.view(bool).ravel()), lacking


def _beside(idx: Index, side: _Side, lacking: tuple[np.ndarray, ...], told: _Told) -> Iterator[_Near]:
    """The blocks on one side of the matches that lack words there: which match, from which position on, and
    how many words it lacks.

    A block is read at once for all positions, and what is known of its tokens are the bits of a byte, the
    nearest token's the lowest: so the words to keep are looked up by the byte. Positions that lack words then
    read the next block.
    """
    row, at, wanted = (found[lacking[2] > 0] for found in lacking)
    while len(row):
        begin = at if side.step > 0 else at - _BLOCK + 1
        start = np.clip(begin, 0, max(len(idx) - _BLOCK, 0))
        outside = np.minimum(np.abs(start - begin), _BLOCK).astype(np.uint8)  # tokens beyond the corpus
        term, marks = _blocks(idx.token, start), _blocks(idx.marks, start, lacking=side.edge)
        bits = np.packbits(told.counted(term, marks, start), bitorder=side.order) >> outside
        within = _below(np.packbits(marks & side.edge, bitorder=side.order) >> outside)
        kept = _LOWEST.ravel().take(256 * np.minimum(wanted, _BLOCK) + (bits & within))
        counted = np.unpackbits(kept << outside, bitorder=side.order).view(bool)
        yield _Near(row, start, term, counted)
        wanted = wanted - np.bitwise_count(kept)
        more = np.flatnonzero((wanted > 0) & (within == 255) & (outside == 0))
        row, at, wanted = row[more], at[more] + side.step * _BLOCK, wanted[more]


def _below(bits: np.ndarray) -> np.ndarray:
    """All bits below the lowest one that is set; all where none is."""
    return (bits & -bits) - np.uint8(1)


def _blocks(array: np.ndarray, start: np.ndarray, size: int = _BLOCK, lacking: int = 0) -> np.ndarray:
    """The block of items from each place on: [places, items], with a value for what an array lacks to one."""
    if len(array) < size:
        array = np.pad(array, (0, size - len(array)), constant_values=lacking)
    array = np.ascontiguousarray(array)
    # Every item as the beginning of one large item, so that a block is copied in one go.
    whole = f"V{size * array.itemsize}"
    blocks = np.ndarray(len(array) - size + 1, whole, buffer=array, strides=(array.itemsize,))
    return blocks[start].view(array.dtype).reshape(-1, size)


def _lowest() -> np.ndarray:
    """For each number of bits to keep, up to a block, and each byte: the byte with only its lowest bits."""
    rest = np.arange(256, dtype=np.uint8)
    kept = np.zeros((_BLOCK + 1, 256), dtype=np.uint8)
    for few in range(1, _BLOCK + 1):
        lowest = rest & -rest
        kept[few] = kept[few - 1] | lowest
        rest ^= lowest
    return kept


_LOWEST = _lowest()
