"""Looking words up: exact ones, wildcard patterns, and whole dictionaries of them.

Terms lie sorted, and sorted by their last letters as well, so ``prefix*`` and ``*suffix`` are two binary
searches each, and ``*inside*`` is one search through the bytes of the vocabulary. The text is never looked
at, and no pattern can hang.
"""

import bisect
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from discourselab.index import tokens
from discourselab.index.query import document_of, is_one_of, phrase_of, positions
from discourselab.index.store import Index
from discourselab.index.strings import Strings

_FEW = 1_000  # candidates up to here are compared one by one
_ABOVE = b"\xff"  # behind every byte of UTF-8


class DictionaryCounts(NamedTuple):
    """One item per entry and document in which it occurs: the entry's place, the document's, and how often.

    In the order of entries, then documents.
    """

    entry: np.ndarray
    document: np.ndarray
    count: np.ndarray


def term_ids(idx: Index, pattern: str) -> np.ndarray:
    """The terms that a word or a wildcard pattern names (``secur*``, ``*tion``, ``in*ity``), in order.

    The pattern is case-folded; ``*`` stands for any number of characters. Nothing found: an empty array.
    """
    head, *between = tokens.term(pattern).encode().split(b"*")
    terms = idx.terms
    low = bisect.bisect_left(range(len(terms)), head, key=terms.bytes_at)
    if not between:
        found = low < len(terms) and terms.bytes_at(low) == head
        return np.array([low] if found else [], dtype=np.int64)
    tail = between.pop()
    inside = [part for part in between if part]
    high = (
        bisect.bisect_left(range(len(terms)), head + _ABOVE, low, key=terms.bytes_at) if head else len(terms)
    )
    ids = np.arange(low, high) if not tail else _ending(idx, tail, low, high)
    if not inside and not (head and tail):
        return ids
    if head and tail:  # which may not share letters
        ids = ids[terms.start[ids + 1] - terms.start[ids] >= len(head) + len(tail)]
    if len(ids) > _FEW:
        for part in inside:
            holding = _containing(terms, part)
            ids = holding[is_one_of(holding, ids)]
    if len(inside) > 1 or (inside and (head or tail or len(ids) <= _FEW)):
        ids = ids[[_has(terms.bytes_at(i), head, inside, tail) for i in ids.tolist()]]
    return ids


def phrase(idx: Index, patterns: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """First and last position of each place where the words follow each other within one sentence.

    Each word may hold wildcards. The search starts from the rarest of them.
    """
    return phrase_of(idx, [term_ids(idx, pattern) for pattern in patterns])


def entry_ids(idx: Index, patterns: str | Sequence[str]) -> np.ndarray:
    """The terms that any of some one-word patterns name, in order, each once."""
    if isinstance(patterns, str):
        return term_ids(idx, patterns)
    found = [term_ids(idx, pattern) for pattern in patterns]
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


def dictionary_counts(
    idx: Index, entries: Sequence[str | Sequence[str]], mask: np.ndarray | None = None
) -> DictionaryCounts:
    """How often each entry of a dictionary occurs in each document, for many entries at once.

    entries
        each a word, a wildcard pattern, or a phrase of them with blanks between (which stays inside a
        sentence); or several of these, counted together: a token that two one-word patterns name counts once.
    mask
        tokens to count, a phrase by its first (see :func:`select`); all when not given.
    """
    parts = []
    for place, entry in enumerate(entries):
        several = [entry] if isinstance(entry, str) else list(entry)
        phrases = [pattern.split() for pattern in several if len(pattern.split()) > 1]
        words = [pattern.strip() for pattern in several if len(pattern.split()) == 1]
        ids = entry_ids(idx, words)
        document, count = _by_document(idx, ids, phrases, mask)
        parts.append((np.full(len(document), place, dtype=np.int32), document, count))
    if not parts:
        nothing = np.empty(0, dtype=np.int32)
        return DictionaryCounts(nothing, nothing, nothing.astype(np.int64))
    return DictionaryCounts(*(np.concatenate(column) for column in zip(*parts)))


def _by_document(
    idx: Index, ids: np.ndarray, phrases: list[list[str]], mask: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray]:
    """In which documents the terms or phrases occur, and how often."""
    if mask is None:
        document, count = _occurrences(idx, ids)
    else:
        at = positions(idx, ids)
        document = document_of(idx, at[mask[at]])
        count = np.ones(len(document), dtype=np.int64)
    for words in phrases:
        first, _ = phrase_of(idx, [term_ids(idx, word) for word in words])
        first = first if mask is None else first[mask[first]]
        document = np.concatenate([document, document_of(idx, first)])
        count = np.concatenate([count, np.ones(len(first), dtype=np.int64)])
    if len(ids) == 1 and mask is None and not phrases:
        return document, count.astype(np.int64)
    if len(document) > len(idx.ids) // 4:
        total = np.bincount(document, weights=count, minlength=len(idx.ids))
        found = np.flatnonzero(total > 0)
        return found.astype(np.int32), total[found].astype(np.int64)
    order = np.argsort(document, kind="stable")
    document, count = document[order], count[order]
    new = np.flatnonzero(np.diff(document, prepend=-1))
    total = np.add.reduceat(count, new, dtype=np.int64) if len(new) else count.astype(np.int64)
    return document[new].astype(np.int32), total


def _occurrences(idx: Index, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if not len(ids):
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32)
    breaks = np.flatnonzero(np.diff(ids) != 1) + 1
    lows = idx.occurrence_start[ids[np.concatenate([[0], breaks])]].tolist()
    highs = idx.occurrence_start[ids[np.concatenate([breaks, [len(ids)]]) - 1] + 1].tolist()
    columns = (idx.occurrence_document, idx.occurrence_count)
    if len(lows) == 1:
        return tuple(column[lows[0] : highs[0]] for column in columns)
    return tuple(np.concatenate([column[a:b] for a, b in zip(lows, highs)]) for column in columns)


def _ending(idx: Index, tail: bytes, low: int, high: int) -> np.ndarray:
    """The terms between two places that end in some way, in order."""
    tail, order, terms = tail[::-1], idx.by_ending, idx.terms

    def key(place: int) -> bytes:
        return terms.bytes_at(order[place])[::-1]

    first = bisect.bisect_left(range(len(order)), tail, key=key)
    last = bisect.bisect_left(range(len(order)), tail + _ABOVE, first, key=key)
    ids = order[first:last]
    return np.sort(ids[(ids >= low) & (ids < high)]).astype(np.int64)


def _containing(terms: Strings, part: bytes) -> np.ndarray:
    """The strings that contain some bytes, found in all of them at once, from the rarest byte."""
    data = terms.data
    size = len(data) - len(part) + 1
    seen = np.bincount(data[::64], minlength=256)
    order = sorted(range(len(part)), key=lambda place: seen[part[place]])
    fits = np.zeros(max(size, 0) + 8, dtype=bool)
    fits[:size] = data[order[0] : order[0] + size] == part[order[0]]
    for place in order[1:3]:
        fits[:size] &= data[place : place + size] == part[place]
    # Few bytes fit, so eight are looked at together.
    eight = np.flatnonzero(fits[: len(fits) // 8 * 8].view(np.uint64))
    at = (eight[:, None] * 8 + np.arange(8)).ravel()
    at = at[fits[at]]
    for place in order[3:]:
        at = at[data[at + place] == part[place]]
    owner = np.searchsorted(terms.start, at, side="right") - 1
    return np.unique(owner[at + len(part) <= terms.start[owner + 1]])


def _has(term: bytes, head: bytes, inside: list[bytes], tail: bytes) -> bool:
    """Whether the parts follow each other between the term's head and tail."""
    at, end = len(head), len(term) - len(tail)
    for part in inside:
        place = term.find(part, at, end)
        if place < 0:
            return False
        at = place + len(part)
    return at <= end
