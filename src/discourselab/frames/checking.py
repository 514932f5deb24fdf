"""Checking a codebook against a corpus: what never occurs, what rests on one word, what is missed nearby.

A dictionary is valid for a corpus, not as such (Grimmer and Stewart 2013; Muddiman, McGregor and Stroud
2019): these tables say where to look before its counts are believed.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.occurrences import occurrences
from discourselab.frames.patterns import parse
from discourselab.frames.scheme import Codebook, Frame
from discourselab.frames.vocabulary import Vocabulary

ALONE = 0.5  # an indicator carries its frame when it alone reaches this share of the frame's sentences
FEWEST = 5  # sentences below which no indicator is said to carry a frame
SHORTEST = 5  # letters that words of one stem share at least
LEAST = 6.63  # G2 of a collocate: chance gives as much to one word in a hundred
ENDING = 3  # letters at the end of a word that another form may change


def indicators(idx: index.Index, codebook: Codebook) -> pd.DataFrame:
    """How each indicator works in a corpus: the table ``codebook_indicators``.

    One row is an indicator of a frame: ``matches`` and ``documents``; ``sentences`` that hold it and those it
    reaches ``alone``, without any other of its frame, with ``share_alone`` of all the frame's sentences;
    ``also_in``, the frames of which at least half its matches are matches too; ``finding`` (dead, carries the
    frame alone, in several frames; empty when there is nothing to say).
    """
    found = occurrences(idx, codebook)
    found["document"] = index.document_of(idx, found["first"].to_numpy())
    found["sentence"] = index.sentence_of(idx, found["first"].to_numpy())
    known = found.groupby(["frame", "indicator"]).agg(
        matches=("first", "size"), documents=("document", "nunique"), sentences=("sentence", "nunique")
    )
    pairs = found[["frame", "indicator", "sentence"]].drop_duplicates()
    single = pairs[~pairs.duplicated(["frame", "sentence"], keep=False)]
    known["alone"] = single.groupby(["frame", "indicator"]).size()
    reached = pairs.groupby("frame")["sentence"].nunique()
    others = _others(found, codebook)
    rows = []
    for number, frame in enumerate(codebook.frames):
        for place, indicator in enumerate(frame.indicators):
            key = (number, place)
            counts = known.loc[key].fillna(0).astype(int) if key in known.index else dict.fromkeys(known, 0)
            share = counts["alone"] / reached[number] if number in reached.index else 0.0
            also = others.get(key, [])
            rows.append(
                {
                    "codebook": codebook.name,
                    "frame": frame.name,
                    "function": indicator.function,
                    "indicator": indicator.pattern,
                    **dict(counts),
                    "share_alone": share,
                    "also_in": ", ".join(also),
                    "finding": _finding(counts, share, also),
                }
            )
    return tables.frame("codebook_indicators", rows)


def missed(idx: index.Index, codebook: Codebook, per_frame: int = 10, fewest: int = 3) -> pd.DataFrame:
    """Words near the codebook's that it misses: the table ``codebook_missed``.

    One row is a word for a frame. ``kind`` is ``same stem`` (it shares its beginning with the word ``near``
    of an indicator, up to three letters at the end) or ``collocate`` (it is overrepresented in the sentences
    that hold the frame: ``log_likelihood``, G2 of the four-cell table of words inside and outside them, at
    least 6.63). Only words seen at least ``fewest`` times that no indicator of the frame reaches; the
    ``per_frame`` most frequent of one stem, the ``per_frame`` strongest collocates.
    """
    vocabulary, found = Vocabulary(idx), occurrences(idx, codebook)
    totals = np.diff(idx.posting_start)
    usable = index.is_word(idx, numbers=False) & (totals >= fewest)
    usable &= np.array([len(term) > 3 for term in idx.terms[:]], dtype=bool)
    parts = []
    for number, frame in enumerate(codebook.frames):
        own = found[found["frame"] == number]
        free = usable.copy()
        free[np.asarray(idx.token)[_positions(own)]] = False
        stems = _same_stem(idx, frame, vocabulary, free)
        stems = stems.sort_values(["count", "word"], ascending=[False, True]).head(per_frame)
        near = _collocates(idx, own, totals, free).head(per_frame)
        parts += [part.assign(frame=frame.name) for part in (stems, near)]
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    return tables.frame("codebook_missed", rows.assign(codebook=codebook.name) if len(rows) else ())


def _finding(counts, share: float, also: list[str]) -> str:
    said = []
    if not counts["matches"]:
        said.append("dead")
    if share >= ALONE and counts["alone"] >= FEWEST:
        said.append("carries the frame alone")
    if also:
        said.append("in several frames")
    return ", ".join(said)


def _others(found: pd.DataFrame, codebook: Codebook) -> dict[tuple[int, int], list[str]]:
    """The other frames that match at least half of what an indicator matches, or hold the same pattern."""
    own = found[["frame", "indicator", "first", "last"]]
    both = own.merge(
        own[["frame", "first", "last"]].drop_duplicates(), on=["first", "last"], suffixes=("", "_other")
    )
    both = both[both["frame"] != both["frame_other"]]
    shared = both.groupby(["frame", "indicator", "frame_other"]).size()
    whole = own.groupby(["frame", "indicator"]).size()
    names: dict[tuple[int, int], set[str]] = {}
    for (frame, indicator, other), number in shared.items():
        if number >= whole[(frame, indicator)] / 2:
            names.setdefault((frame, indicator), set()).add(codebook.frames[other].name)
    written: dict[str, list[tuple[int, int]]] = {}
    for number, frame in enumerate(codebook.frames):
        for place, indicator in enumerate(frame.indicators):
            written.setdefault(indicator.pattern, []).append((number, place))
    for places in written.values():
        for key in places:
            frames = {codebook.frames[other].name for other, _ in places if other != key[0]}
            if frames:
                names.setdefault(key, set()).update(frames)
    return {key: sorted(frames) for key, frames in names.items()}


def _same_stem(idx: index.Index, frame: Frame, vocabulary: Vocabulary, free: np.ndarray) -> pd.DataFrame:
    rows = {}
    for word in _plain_words(frame):
        beginning = word.casefold()[: max(SHORTEST, len(word) - ENDING)]
        for term in vocabulary.ids(f"{beginning}*"):
            if free[term] and term not in rows:
                count = int(idx.posting_start[term + 1] - idx.posting_start[term])
                rows[term] = {"word": idx.terms[term], "kind": "same stem", "near": word, "count": count}
    return pd.DataFrame(list(rows.values()), columns=["word", "kind", "near", "count"])


def _plain_words(frame: Frame) -> Iterator[str]:
    """The words of a frame's indicators without wildcards that are long enough to have other forms."""
    for indicator in frame.indicators:
        variants = parse(indicator.pattern)
        if len(variants) > 1 or len(variants[0]) > 1 or len(variants[0][0].words) > 1:
            continue  # the words of a phrase mean the frame only together
        for word in variants[0][0].words[0]:
            if word.isalpha() and len(word) >= SHORTEST:
                yield word


def _collocates(idx: index.Index, own: pd.DataFrame, totals: np.ndarray, free: np.ndarray) -> pd.DataFrame:
    sentences = np.unique(index.sentence_of(idx, own["first"].to_numpy()))
    starts = np.asarray(idx.sentence_start)
    inside = np.zeros(len(starts) - 1, dtype=bool)
    inside[sentences] = True
    mask = np.repeat(inside, np.diff(starts))
    here = np.bincount(np.asarray(idx.token)[mask], minlength=len(totals))
    size, rest = int(mask.sum()), int(len(mask) - mask.sum())
    if not size or not rest:
        return pd.DataFrame(columns=["word", "kind", "count", "log_likelihood"])
    there = totals - here
    strength = _g2(here, there, size, rest)
    good = free & (here / size > there / rest) & (strength >= LEAST)
    ids = np.flatnonzero(good)
    ids = ids[np.lexsort((ids, -strength[ids]))]
    return pd.DataFrame(
        {
            "word": idx.terms.take(ids),
            "kind": "collocate",
            "count": here[ids],
            "log_likelihood": strength[ids],
        }
    )


def _g2(here: np.ndarray, there: np.ndarray, size: int, rest: int) -> np.ndarray:
    """G2 of the table of a word and all others, inside and outside (Dunning 1993)."""
    observed = np.stack([here, there, size - here, rest - there]).astype(float)
    total, word = size + rest, here + there
    expected = np.stack([word * size, word * rest, (total - word) * size, (total - word) * rest]) / total
    with np.errstate(divide="ignore", invalid="ignore"):
        return 2 * np.where(observed > 0, observed * np.log(observed / expected), 0.0).sum(axis=0)


def _positions(found: pd.DataFrame) -> np.ndarray:
    """The token positions that matches hold."""
    first, size = found["first"].to_numpy(), (found["last"] - found["first"]).to_numpy() + 1
    ends = np.cumsum(size)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - size), size)
