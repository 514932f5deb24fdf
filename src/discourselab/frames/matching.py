"""Where the indicators of a codebook occur: the table ``frame_matches``."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.patterns import find
from discourselab.frames.scheme import Codebook, Frame, Indicator

NEGATIONS = ("not", "no", "never", "without", "nor", "neither", "cannot", "*n't")
REACH = 3  # tokens before a match in which a negation counts


def match(
    idx: index.Index, codebook: Codebook, documents: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """Every occurrence of every indicator of a codebook: the table ``frame_matches``.

    One row is an indicator found. Datelines and notes are left out. Where matches of one frame overlap, the
    longest is kept (of equals the first, then the first in the codebook); matches of different frames may
    share words. ``voice`` and ``speaker`` are those of the match's first token; ``negated`` says that a
    negation stands within three tokens before it.
    """
    negations = _positions_of_negations(idx)
    parts = [_frame(idx, codebook.name, frame, negations) for frame in codebook.frames]
    found = pd.concat(parts, ignore_index=True) if parts else _empty()
    if found.empty:
        return tables.frame("frame_matches")
    first, last = found["first"].to_numpy(), found["last"].to_numpy()
    at = index.document_of(idx, first)
    speaker = np.asarray(idx.speaker)[first]
    found["document"] = [idx.ids[i] for i in at]
    found["sentence"] = sentences["sentence"].to_numpy()[index.sentence_of(idx, first)]
    found["start"] = np.asarray(idx.start)[first].astype(np.int64)
    found["end"] = np.asarray(idx.end)[last].astype(np.int64)
    texts = dict(zip(documents["document"], documents["text"]))
    found["matched"] = [texts[d][a:b] for d, a, b in zip(found["document"], found["start"], found["end"])]
    found["voice"] = np.array(index.VOICES)[np.asarray(idx.voice)[first]]
    found["speaker"] = [idx.speakers[i] if i >= 0 else None for i in speaker]
    order = np.lexsort((found.index, last, first))
    return tables.frame(
        "frame_matches", found.iloc[order].drop(columns=["first", "last"]).reset_index(drop=True)
    )


def match_all(
    idx: index.Index, codebooks: Sequence[Codebook], documents: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """The matches of several codebooks, one after the other; see :func:`match`."""
    parts = [match(idx, book, documents, sentences) for book in codebooks]
    return tables.frame("frame_matches", pd.concat(parts, ignore_index=True) if parts else ())


def _frame(idx: index.Index, codebook: str, frame: Frame, negations: np.ndarray) -> pd.DataFrame:
    parts = [_indicator(idx, indicator, negations) for indicator in frame.indicators]
    found = pd.concat(parts, ignore_index=True) if parts else _empty()
    found = _longest(found)
    return found.assign(codebook=codebook, frame=frame.name)


def _indicator(idx: index.Index, indicator: Indicator, negations: np.ndarray) -> pd.DataFrame:
    first, last = find(idx, indicator.pattern)
    sentence = index.sentence_of(idx, first)
    keep = index.sentences_of(idx)[sentence]
    voice = np.asarray(idx.voice)[first]
    if indicator.voice != "any":
        keep &= (voice == 0) if indicator.voice == "narrator" else (voice > 0)
    for pattern in indicator.unless:
        keep &= ~np.isin(sentence, index.sentence_of(idx, find(idx, pattern)[0]))
    negated = _negated(idx, first, sentence, negations)
    if indicator.negation == "skip":
        keep &= ~negated
    rows = {"first": first[keep], "last": last[keep], "negated": negated[keep]}
    return pd.DataFrame(rows).assign(function=indicator.function, indicator=indicator.pattern)


def _positions_of_negations(idx: index.Index) -> np.ndarray:
    ids = np.unique(np.concatenate([index.term_ids(idx, word) for word in NEGATIONS]))
    return index.positions(idx, ids)


def _negated(idx: index.Index, first: np.ndarray, sentence: np.ndarray, negations: np.ndarray) -> np.ndarray:
    if not len(negations):
        return np.zeros(len(first), dtype=bool)
    before = np.searchsorted(negations, first) - 1
    nearest = negations[np.maximum(before, 0)]
    near = (before >= 0) & (first - nearest <= REACH)
    return near & (index.sentence_of(idx, nearest) == sentence)


def _longest(found: pd.DataFrame) -> pd.DataFrame:
    """Of overlapping matches the longest, then the first."""
    if found.empty:
        return found
    size = found["last"] - found["first"]
    order = np.lexsort((found.index, found["first"], -size))
    taken: set[int] = set()
    kept = []
    for row, low, high in zip(order, found["first"].to_numpy()[order], found["last"].to_numpy()[order]):
        span = range(low, high + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(row)
    return found.iloc[sorted(kept)]


def _empty() -> pd.DataFrame:
    return pd.DataFrame({"first": [], "last": [], "negated": [], "function": [], "indicator": []})
