"""Duplicates: the same text again, a reprint with small edits, the same copy under another lead.

Candidates come from two sketches of word 5-grams (see :mod:`shingles`), so that not every pair is compared;
the likeness of each candidate pair is then computed exactly.
"""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd

from discourselab.corpus.language import words
from discourselab.corpus.shingles import bands, likeness, sample, shingles

SIMILAR_FROM = 0.6  # Jaccard similarity of a near duplicate
CONTAINED_FROM = 0.65  # share of the shorter text's shingles found in the longer: a partial duplicate
LEAST_COMMON = 60  # shingles that a partial duplicate shares
SHORTENED_FROM = 0.9  # share from which fewer shingles in common are enough: a shortened reprint
LEAST_SHORTENED = 30
MOST_HOLDERS = 60  # texts that hold a shingle; what more of them hold is a phrase or boilerplate
COLUMNS = {
    "document": "str",
    "duplicate_of": "str",
    "duplicate_kind": "str",
    "similarity": float,
    "contained": float,
}


def find(documents: pd.DataFrame, hashed: list[np.ndarray] | None = None) -> pd.DataFrame:
    """The duplicates among the documents, one row each.

    Columns: document, duplicate_of, duplicate_kind, similarity, contained.

    ``documents`` has the columns document, text (unless ``hashed`` gives the shingles of each) and, if known,
    date. Each duplicate is compared with the representative of its cluster and names it in ``duplicate_of``:
    the earliest of the cluster, then the longest, then the smallest id; an article without a date comes last.
    ``similarity`` is the Jaccard similarity of the sets of word 5-grams, ``contained`` the share of the
    smaller set that the larger one holds. ``duplicate_kind`` is ``exact`` (the same words; case,
    punctuation and spacing do not matter), ``near`` (similarity of at least 0.6) or ``partial`` (of the
    shorter at least 0.65 with at least 60 shingles, or 0.9 with at least 30, stand in the longer: the same
    copy shortened, or under another lead).
    """
    sets = hashed if hashed is not None else [shingles(words(text)) for text in documents["text"]]
    ids = documents["document"].tolist()
    dates = pd.to_datetime(documents["date"]) if "date" in documents else pd.Series(pd.NaT, documents.index)
    when = [stamp if not pd.isna(stamp) else pd.Timestamp.max for stamp in dates]
    order = sorted(range(len(ids)), key=lambda k: (when[k], -len(sets[k]), ids[k]))
    found = _clustered([k for k in order if len(sets[k])], sets)
    rows = [
        (ids[k], ids[first], kind, similar, held) for k, (first, kind, similar, held) in sorted(found.items())
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _clustered(order: list[int], sets: list[np.ndarray]) -> dict[int, tuple[int, str, float, float]]:
    """For each duplicate its representative, kind, similarity and containment."""
    found: dict[int, tuple[int, str, float, float]] = {}
    same: dict[bytes, int] = {}
    by_band: dict[bytes, list[int]] = defaultdict(list)
    by_shingle: dict[int, list[int]] = defaultdict(list)
    for k in order:
        key = sets[k].tobytes()
        if key in same:
            first = same[key]
            found[k] = (first, "exact", 1.0, 1.0) if first not in found else _kept(sets, k, found[first][0])
            continue
        same[key] = k
        banded, sampled = bands(sets[k]), sample(sets[k])
        near = {j for band in banded for j in by_band.get(band, ())}
        shared = Counter(j for shingle in sampled for j in by_shingle.get(shingle, ()))
        near |= {j for j, number in shared.items() if number > 1 or len(sampled) < 8}
        alike = [(*_alike(sets[k], sets[j]), j) for j in near]
        best = max((pair for pair in alike if pair[0]), key=lambda pair: (*pair[1:3], -pair[3]), default=None)
        if best:
            kind, similar, held, first = best
            found[k] = (first, kind, similar, held)
            continue
        for band in banded:
            by_band[band].append(k)
        for shingle in sampled:
            if len(by_shingle[shingle]) < MOST_HOLDERS:
                by_shingle[shingle].append(k)
    return found


def _kept(sets: list[np.ndarray], k: int, first: int) -> tuple[int, str, float, float]:
    """The relation of a text to a representative that another text of the same words has."""
    kind, similar, held = _alike(sets[k], sets[first])
    return first, kind or "near", similar, held


def _alike(one: np.ndarray, other: np.ndarray) -> tuple[str | None, float, float]:
    """The kind of duplicate that two texts are (None: none), their similarity and containment."""
    similar, held, common = likeness(one, other)
    if similar >= SIMILAR_FROM:
        return "near", similar, held
    enough = held >= CONTAINED_FROM and common >= LEAST_COMMON
    shortened = held >= SHORTENED_FROM and min(len(one), len(other)) >= LEAST_SHORTENED
    return ("partial" if enough or shortened else None), similar, held
