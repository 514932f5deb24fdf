"""Near duplicates: reprints of an article with small edits.

Candidates come from locality-sensitive hashing of word 5-grams (MinHash; Broder 1997), so that not every
pair is compared; the similarity of each candidate pair is then computed exactly.
"""

import hashlib
from collections import defaultdict

import numpy as np
import pandas as pd

from discourselab.corpus.language import words

SHINGLE = 5  # words
PERMUTATIONS = 64
BAND = 2  # rows: 32 bands of 2 find a pair of similarity 0.45 with probability 0.999, of 0.005 with 0.0008
SIMILAR_FROM = 0.6  # Jaccard similarity of a reprint
CONTAINED_FROM = 0.9  # share of the shorter text's shingles found in the longer: a shortened reprint
LEAST_CONTAINED = 30  # shingles; shorter texts are contained by chance (a flash, a correction)
SEED = 2026


def find(documents: pd.DataFrame) -> pd.DataFrame:
    """Reprints among the documents, one row each: document, duplicate_of, similarity, contained.

    ``documents`` has the columns document, text and, if known, date. Of two similar articles the earlier one
    is the original (then the smaller id; an article without a date comes last); a chain of reprints leads to
    its first. ``similarity`` is the Jaccard similarity of the sets of word 5-grams, ``contained`` the share
    of the smaller set that the larger one holds. A pair counts from a similarity of 0.6, or where at least
    0.9 of at least 30 shingles are contained. Case, punctuation and spacing do not matter.
    """
    shingles = _shingles(documents["text"].tolist())
    dates = pd.to_datetime(documents["date"]) if "date" in documents else pd.Series(pd.NaT, documents.index)
    ids = documents["document"].tolist()
    keys = [(stamp if not pd.isna(stamp) else pd.Timestamp.max, name) for stamp, name in zip(dates, ids)]
    order = [k for k in sorted(range(len(ids)), key=keys.__getitem__) if len(shingles[k])]
    rows = []
    for later, earlier in _candidates(shingles, order):
        jaccard, contained, _, original = max(
            (*_likeness(shingles[later], shingles[k]), -place, k) for place, k in enumerate(earlier)
        )
        rows.append((later, original, jaccard, contained))
    found = pd.DataFrame(
        [
            (ids[later], ids[original], jaccard, contained)
            for later, original, jaccard, contained in sorted(rows)
        ],
        columns=["document", "duplicate_of", "similarity", "contained"],
    )
    return found.astype({"document": "str", "duplicate_of": "str", "similarity": float, "contained": float})


def _candidates(shingles: list[np.ndarray], order: list[int]):
    """Each reprint with the originals before it that it resembles; a reprint is itself no original."""
    buckets: dict[bytes, list[int]] = defaultdict(list)
    place = {k: n for n, k in enumerate(order)}
    for k, signature in zip(order, _signatures([shingles[k] for k in order])):
        bands = [bytes([n]) + band.tobytes() for n, band in enumerate(signature.reshape(-1, BAND))]
        near = sorted({j for band in bands for j in buckets.get(band, ())}, key=place.__getitem__)
        alike = [j for j in near if _is_reprint(shingles[k], shingles[j])]
        if alike:
            yield k, alike
        else:
            for band in bands:
                buckets[band].append(k)


def _is_reprint(one: np.ndarray, other: np.ndarray) -> bool:
    jaccard, contained = _likeness(one, other)
    return jaccard >= SIMILAR_FROM or (
        contained >= CONTAINED_FROM and min(len(one), len(other)) >= LEAST_CONTAINED
    )


def _likeness(one: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common), common / min(len(one), len(other))


def _shingles(texts: list[str]) -> list[np.ndarray]:
    """The sorted, distinct hashes of each text's word 5-grams; a shorter text is one shingle as a whole."""
    known: dict[str, int] = {}
    weights = np.random.default_rng(SEED).integers(1, 2**63, SHINGLE, dtype=np.uint64) | np.uint64(1)
    out = []
    for text in texts:
        tokens = [token.casefold() for token in words(text)]
        for token in tokens:
            if token not in known:
                known[token] = int.from_bytes(
                    hashlib.blake2b(token.encode(), digest_size=8).digest(), "little"
                )
        hashes = np.array([known[t] for t in tokens], dtype=np.uint64)
        width = max(1, len(hashes) - SHINGLE + 1) if len(hashes) else 0
        total = np.zeros(width, dtype=np.uint64)
        for k, weight in enumerate(weights[: len(hashes)]):
            total += hashes[k : k + width] * weight
        out.append(np.unique(total ^ (total >> np.uint64(31))))
    return out


def _signatures(shingles: list[np.ndarray]):
    """MinHash values of each set, for all shingles of a text at once: upper half of (a x + b) mod 2^64."""
    rng = np.random.default_rng(SEED)
    a = rng.integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    b = rng.integers(0, 2**63, PERMUTATIONS, dtype=np.uint64)
    for values in shingles:
        lowest = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
        for start in range(0, len(values), 4096):
            part = values[start : start + 4096, None] * a + b
            np.minimum(lowest, part.min(axis=0), out=lowest)
        yield lowest >> np.uint64(32)
