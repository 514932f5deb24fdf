"""All occurrences of all indicators of a codebook as token positions: the fast floor of matching.

Rules of overlap, within one frame: longer matches go first, of equals the one that begins first, then the
indicator with conditions, then the first in the codebook; a match whose words are all covered by those before
it is not counted again (quanteda's rule, ``nested_scope = "key"``). Matches of different frames may share
words, unless ``scope="codebook"`` asks that the longer of two matches wins over all frames
(``nested_scope = "dictionary"``).
"""

import numpy as np
import pandas as pd

from discourselab import index
from discourselab.frames.conditions import Conditions
from discourselab.frames.patterns import find, single_word
from discourselab.frames.scheme import Codebook
from discourselab.frames.vocabulary import Vocabulary

_COLUMNS = ("frame", "indicator", "first", "last")


def occurrences(idx: index.Index, codebook: Codebook, scope: str = "frame") -> pd.DataFrame:
    """One row is a match: ``first`` and ``last`` token position, and whether it is ``negated``.

    ``frame`` is the frame's place in the codebook, ``indicator`` the indicator's place in the frame. Rows are
    in the order of the codebook, not of the texts. Datelines and notes are left out.
    """
    if scope not in ("frame", "codebook"):
        raise ValueError(f"scope should be frame or codebook; got {scope!r}")
    vocabulary, conditions = Vocabulary(idx), Conditions(idx)
    spans, words = _looked_up(idx, codebook, vocabulary, conditions)
    spans = spans[:, conditions.in_the_text(spans[2])]
    spans = spans[:, _uncovered(spans, len(idx))]
    words = words[:, conditions.in_the_text(words[2])]
    words = words[:, _free(spans, words, len(idx))]
    found = np.concatenate([spans, words], axis=1)
    if scope == "codebook":
        found = found[:, _outermost(found, len(idx))]
    table = pd.DataFrame(dict(zip(_COLUMNS, found)))
    return table.assign(negated=conditions.negated(found[2]))


def per_document(idx: index.Index, found: pd.DataFrame, frames: int) -> np.ndarray:
    """Matches of each frame in each document: int64 array [documents, frames]."""
    cells = index.document_of(idx, found["first"].to_numpy()) * frames + found["frame"].to_numpy()
    return np.bincount(cells, minlength=len(idx.ids) * frames).reshape(len(idx.ids), frames)


def _looked_up(
    idx: index.Index, codebook: Codebook, vocabulary: Vocabulary, conditions: Conditions
) -> tuple[np.ndarray, np.ndarray]:
    """Matches as rows of frame, indicator, first, last: of phrases and conditions, and of plain words."""
    spans, terms = [], []
    for number, frame in enumerate(codebook.frames):
        plain = []
        for place, indicator in enumerate(frame.indicators):
            word = single_word(indicator.pattern)
            if word and not indicator.conditioned:
                plain.append((place, vocabulary.either(word)))
                continue
            first, last = find(idx, indicator.pattern, vocabulary)
            keep = conditions.hold(indicator, first, last, vocabulary)
            spans.append(_rows(number, place, first[keep], last[keep]))
        if plain:
            ids = np.concatenate([found for _, found in plain])
            places = np.repeat([place for place, _ in plain], [len(found) for _, found in plain])
            ids, chosen = np.unique(ids, return_index=True)  # a word of several indicators: the first
            terms.append(_rows(number, places[chosen], ids, ids))
    return _joined(spans), _postings(idx, _joined(terms))


def _postings(idx: index.Index, terms: np.ndarray) -> np.ndarray:
    """Every position of every term: rows of frame, indicator, position, position."""
    ids = terms[2]
    starts = np.asarray(idx.posting_start)[ids]
    counts = np.asarray(idx.posting_start)[ids + 1] - starts
    ends = np.cumsum(counts)
    pick = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - counts), counts)
    at = np.asarray(idx.postings)[pick]
    return np.stack([np.repeat(terms[0], counts), np.repeat(terms[1], counts), at, at])


def _uncovered(spans: np.ndarray, size: int) -> np.ndarray:
    """Which spans hold a word that no span before them in the order of the rules holds, in their frame."""
    frame, _, first, last = spans
    length = last - first
    low, high = frame * (size + 1) + first, frame * (size + 1) + last
    keep = np.zeros(len(low), dtype=bool)
    longer = np.empty((2, 0), dtype=np.int64)
    for size_now in np.unique(length)[::-1]:
        at = np.flatnonzero(length == size_now)
        at = at[np.argsort(low[at], kind="stable")]
        begins, ends = low[at], high[at]
        # Of spans of one length only the nearest before covers a part; the rest must lie in longer ones.
        before = np.concatenate([[-1], ends[:-1]])
        rest = np.maximum(begins, before + 1)
        keep[at] = (rest <= ends) & ~_inside(rest, ends, longer)
        longer = _merged(np.concatenate([longer, np.stack([begins, ends])], axis=1))
    return keep


def _free(spans: np.ndarray, words: np.ndarray, size: int) -> np.ndarray:
    """Which single words are not covered by a span of their frame."""
    covered = _merged(np.stack([spans[0] * (size + 1) + spans[2], spans[0] * (size + 1) + spans[3]]))
    keep = np.ones(words.shape[1], dtype=bool)
    edges = np.searchsorted(words[0], np.arange(words[0].max(initial=-1) + 2))
    mask = np.zeros(size, dtype=bool)
    for frame in np.unique(spans[0]):
        if frame >= len(edges) - 1:
            continue
        low, high = np.searchsorted(covered[0], [frame * (size + 1), (frame + 1) * (size + 1)])
        tokens = _tokens(covered[:, low:high] - frame * (size + 1))
        mask[tokens] = True
        own = slice(edges[frame], edges[frame + 1])
        keep[own] = ~mask[words[2, own]]
        mask[tokens] = False
    return keep


def _outermost(found: np.ndarray, size: int) -> np.ndarray:
    """Which matches are not covered by longer matches of any frame."""
    length = found[3] - found[2]
    keep = np.zeros(found.shape[1], dtype=bool)
    longer = np.empty((2, 0), dtype=np.int64)
    for size_now in np.unique(length)[::-1]:
        at = np.flatnonzero(length == size_now)
        keep[at] = ~_inside(found[2, at], found[3, at], longer)
        longer = _merged(np.concatenate([longer, found[2:, at]], axis=1))
    return keep


def _inside(low: np.ndarray, high: np.ndarray, covered: np.ndarray) -> np.ndarray:
    if not covered.shape[1]:
        return np.zeros(len(low), dtype=bool)
    place = np.searchsorted(covered[0], low, side="right") - 1
    return (place >= 0) & (high <= covered[1, np.maximum(place, 0)])


def _merged(spans: np.ndarray) -> np.ndarray:
    """Spans in order, those that touch or overlap made into one."""
    if not spans.shape[1]:
        return spans
    low, high = spans[:, np.argsort(spans[0], kind="stable")]
    high = np.maximum.accumulate(high)
    new = np.concatenate([[True], low[1:] > high[:-1] + 1])
    return np.stack([low[new], high[np.append(np.flatnonzero(new)[1:] - 1, len(high) - 1)]])


def _tokens(spans: np.ndarray) -> np.ndarray:
    """The positions that spans hold."""
    counts = spans[1] - spans[0] + 1
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(spans[0] - (ends - counts), counts)


def _rows(frame: int, indicator: int | np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    rows = np.empty((4, len(first)), dtype=np.int64)
    rows[0], rows[1], rows[2], rows[3] = frame, indicator, first, last
    return rows


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts, axis=1) if parts else np.empty((4, 0), dtype=np.int64)
