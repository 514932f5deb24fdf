"""Asking the index: positions, phrases, context."""

from collections.abc import Sequence

import numpy as np

from discourselab.index import tokens
from discourselab.index.marks import BEGINS_DOCUMENT, BEGINS_SENTENCE, ENDS_DOCUMENT, ENDS_SENTENCE, WORD
from discourselab.index.store import Index

_FEW = 1_024  # lines up to here are sorted by all their keys at once
_PART = 16_384  # lines that are looked through for a first bound


def document_of(idx: Index, positions: np.ndarray) -> np.ndarray:
    """The document (its place in ``ids``) of each token position."""
    return np.searchsorted(idx.document_start, positions, side="right") - 1


def sentence_of(idx: Index, positions: np.ndarray) -> np.ndarray:
    """The sentence (its row in the table ``sentences``) of each token position."""
    return np.searchsorted(idx.sentence_start, positions, side="right") - 1


def tokens_of(idx: Index, sentences: np.ndarray) -> np.ndarray:
    """The positions of the tokens of some sentences (rows of ``sentences``), one after the other."""
    start, size = idx.sentence_start[sentences], np.diff(idx.sentence_start)[sentences]
    return np.arange(size.sum()) + np.repeat(start - np.cumsum(size) + size, size)


def positions(idx: Index, ids: np.ndarray) -> np.ndarray:
    """Where any of the terms occurs, in order."""
    ids = np.asarray(ids, dtype=np.int64)
    if not len(ids):
        return np.empty(0, dtype=np.int64)
    if len(ids) == 1 or np.all(np.diff(ids) == 1):
        found = np.asarray(
            idx.postings[idx.posting_start[ids[0]] : idx.posting_start[ids[-1] + 1]], dtype=np.int64
        )
        return found if len(ids) == 1 else np.sort(found)
    slices = [idx.postings[idx.posting_start[i] : idx.posting_start[i + 1]] for i in ids]
    return np.sort(np.concatenate(slices)).astype(np.int64)


def phrase_of(idx: Index, sets: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """First and last position of each place where words follow each other within one sentence.

    Each word is given as the sorted ids of the terms that it may be. The search starts from the rarest.
    """
    empty = np.empty(0, dtype=np.int64)
    if not sets or any(len(s) == 0 for s in sets):
        return empty, empty
    if len(sets) == 1:
        return (positions(idx, sets[0]),) * 2
    sizes = [int((idx.posting_start[s + 1] - idx.posting_start[s]).sum()) for s in sets]
    rarest = int(np.argmin(sizes))
    first = positions(idx, sets[rarest]) - rarest
    last = first + len(sets) - 1
    inside = (first >= 0) & (last < len(idx))
    first, last = first[inside], last[inside]
    for offset, ids in enumerate(sets):
        if offset != rarest:
            keep = is_one_of(idx.token[first + offset], ids)
            first, last = first[keep], last[keep]
    together = sentence_of(idx, first) == sentence_of(idx, last)
    return first[together], last[together]


def is_one_of(values: np.ndarray, ids: np.ndarray) -> np.ndarray:
    """Whether each term id is in the sorted ``ids``."""
    if len(ids) and ids[-1] - ids[0] + 1 == len(ids):
        return (values >= ids[0]) & (values <= ids[-1])
    place = np.searchsorted(ids, values)
    return ids[np.minimum(place, len(ids) - 1)] == values if len(ids) else np.zeros(len(values), bool)


def is_word(idx: Index, numbers: bool = True) -> np.ndarray:
    """Which terms are words (and numbers, if wanted): a mask over the vocabulary."""
    return (idx.kind == tokens.WORD) | ((idx.kind == tokens.NUMBER) & numbers)


def words(idx: Index) -> np.ndarray:
    """Which tokens are words or numbers: a mask over all of them."""
    return (idx.marks & WORD).view(bool)


def forms(idx: Index, ids: np.ndarray) -> list[str]:
    """The form in which each term is most often written ("OSCE" for the term "osce"); ties: the first."""
    return idx.surfaces.take(idx.form[np.asarray(ids, dtype=np.int64)])


def concordance_order(
    idx: Index,
    first: np.ndarray,
    last: np.ndarray,
    keys: Sequence[str],
    bounded: bool = True,
    limit: int | None = None,
) -> np.ndarray:
    """The order of concordance lines sorted by the words around them.

    keys
        positions such as ``1R``, ``2R``, ``1L`` (first to last word right or left of the match) or ``0`` (the
        match itself); the first key is the strongest. Places beyond the document (``bounded``: the sentence)
        sort first. Ties keep the order of the corpus.
    limit
        give only the first so many; of many lines that is much faster than sorting all.
    """
    if len(first) <= _FEW:
        order = np.lexsort((first, *reversed(_values(idx, keys, first, last, bounded))))
        return order[:limit]
    alive, values = None, []  # the lines that can be among the first, and what they sort by
    for key in keys:
        lines = (first, last) if alive is None else (first[alive], last[alive])
        values.append(_value(idx, key, *lines, bounded))
        if limit is not None and limit < len(lines[0]):
            within = _smallest(values, limit)
            alive = within if alive is None else alive[within]
            values = [value[within] for value in values]
    kept = first if alive is None else first[alive]
    order = np.lexsort((kept, *reversed(values)))[:limit]
    return order if alive is None else alive[order]


def _smallest(values: list[np.ndarray], limit: int) -> np.ndarray:
    """Which lines cannot be left out of the first ``limit``, known by some values, the strongest first."""
    strongest, *others = values
    # The smallest of a part are no smaller than those of the whole, and leave little of it to look through.
    part = strongest[: max(_PART, limit)]
    bound = np.partition(part, limit - 1)[limit - 1] if limit else -1
    found = np.flatnonzero(strongest <= bound)
    if limit and len(found) > limit:
        bound = np.partition(strongest[found], limit - 1)[limit - 1]
        found = found[strongest[found] <= bound]
    if others and len(found) > limit:  # those below the bound are in; of those at it the next value decides
        at_bound = strongest[found] == bound
        tied = found[at_bound]
        room = limit - (len(found) - len(tied))
        if room < len(tied):
            tied = tied[_smallest([value[tied] for value in others], room)]
            found = np.sort(np.concatenate([found[~at_bound], tied]))
    return found


def _value(idx: Index, key: str, first: np.ndarray, last: np.ndarray, bounded: bool) -> np.ndarray:
    """What each line sorts by at a position: 0 beyond the edge, else the rank of the term and 1."""
    side, far = _place(key)
    if not side:
        return idx.token[first] + 1
    # What lies between the match and the place that is looked at.
    passed = np.zeros(len(first), dtype=np.uint8)
    for step in range(far):
        passed |= idx.marks.take(last + step if side > 0 else first - step, mode="clip")
    value = idx.token.take(last + far if side > 0 else first - far, mode="clip")
    value += 1
    value[(passed & _edge(side, bounded)) > 0] = 0
    return value


def _values(
    idx: Index, keys: Sequence[str], first: np.ndarray, last: np.ndarray, bounded: bool
) -> list[np.ndarray]:
    """What ``_value`` gives for each key, by reading the words on a side once for all keys."""
    places, beside = [_place(key) for key in keys], {}
    for side, begin in ((1, last), (-1, first)):
        far = max((far for on, far in places if on == side), default=0)
        if far:
            at = begin[:, None] + side * np.arange(far + 1)
            passed = np.bitwise_or.accumulate(idx.marks.take(at[:, :-1], mode="clip"), axis=1)
            beside[side] = idx.token.take(at[:, 1:], mode="clip") + 1
            beside[side][(passed & _edge(side, bounded)) > 0] = 0
    return [beside[side][:, far - 1] if side else idx.token[first] for side, far in places]


def _place(key: str) -> tuple[int, int]:
    """Side (1 right, -1 left, 0 the match) and distance of a sort position."""
    side, size = {"R": 1, "L": -1}.get(key[-1:].upper(), 0), key[:-1]
    if key != "0" and not (side and size.isdigit() and int(size) >= 1):
        raise ValueError(f"a sort position is like 1R, 2L or 0; got {key!r}")
    return (side, int(size)) if side else (0, 0)


def _edge(side: int, bounded: bool) -> int:
    begins, ends = (BEGINS_SENTENCE, ENDS_SENTENCE) if bounded else (BEGINS_DOCUMENT, ENDS_DOCUMENT)
    return ends if side > 0 else begins
