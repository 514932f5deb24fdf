"""Topics: groups of terms that occur in the same articles, by non-negative matrix factorisation.

A topic is not a frame: it says what an article is about, a frame how. Shown beside the frames, topics tell
whether groups differ in what they cover or in how they cover it.
"""

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.frames.presence import members
from discourselab.frames.resampling import draws, percentiles
from discourselab.settings import accepts

FEWEST_DOCUMENTS_OF_TERM = 3
COMMONEST = 0.5  # terms in more than this share of the articles tell none apart
STEPS, ENOUGH = 300, 1e-4
LEAST_PER_TOPIC = 5  # articles: so many times more must there be than topics


@accepts("resamples", "seed", k="topics")
def topics(
    idx: index.Index, groups: pd.Series, k: int = 8, terms: int = 12, resamples: int = 1000, seed: int = 2026
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``topic_terms`` and ``topic_groups``.

    Articles by terms, weighed by tf-idf (logarithm of the term's count, each article of length 1), is taken
    apart into ``k`` topics with non-negative weights (Lee and Seung 1999; started from the singular vectors,
    Boutsidis and Gallopoulos 2008, so that nothing is random). ``topic_terms``: one row is one of the
    ``terms`` strongest terms of a topic. ``topic_groups``: one row is a topic in a group; ``share`` is its
    mean part of the group's articles, with a 95 % interval over articles. Both are empty with fewer than ``5
    k`` counted articles, and where no topic is asked for.
    """
    counted = groups.notna().to_numpy()
    if k < 1 or counted.sum() < LEAST_PER_TOPIC * k:
        return tables.frame("topic_terms"), tables.frame("topic_groups")
    matrix, ids = _weighed(index.document_terms(idx, index.select(idx, documents=counted)), idx, counted)
    if min(matrix.shape) <= k:
        return tables.frame("topic_terms"), tables.frame("topic_groups")
    articles, words = factorise(matrix, k)
    order = np.argsort(-articles.sum(axis=0) * words.sum(axis=1), kind="stable")
    articles, words = articles[:, order], words[order]
    share = np.zeros((len(counted), k))
    mass = articles * words.sum(axis=1)
    share[counted] = mass / np.maximum(mass.sum(axis=1, keepdims=True), 1e-12)
    strongest = np.argsort(-words, axis=1, kind="stable")[:, :terms]
    names = [index.forms(idx, ids[row]) for row in strongest]
    listed = [
        {"topic": topic + 1, "rank": rank + 1, "term": name, "weight": words[topic, strongest[topic, rank]]}
        for topic, row in enumerate(names)
        for rank, name in enumerate(row)
    ]
    rng = np.random.default_rng(seed)
    shares = [
        row | {"terms": ", ".join(names[row["topic"] - 1][:6])}
        for group, chosen in members(groups)
        for row in _shares(group, share[chosen], resamples, rng)
    ]
    return tables.frame("topic_terms", listed), tables.frame("topic_groups", shares)


def factorise(matrix: sp.csr_matrix, k: int) -> tuple[np.ndarray, np.ndarray]:
    """Non-negative [rows, k] and [k, columns] whose product is near the matrix (least squares).

    Multiplicative updates (Lee and Seung 1999) from a start by singular vectors, until a round of ten gains
    less than a ten thousandth.
    """
    left, right = _start(matrix, k)
    whole = float(matrix.multiply(matrix).sum())
    before = np.inf
    for step in range(STEPS):
        right *= (matrix.T @ left).T / np.maximum(left.T @ left @ right, 1e-12)
        left *= (matrix @ right.T) / np.maximum(left @ (right @ right.T), 1e-12)
        if step % 10 == 9:
            cross = float(((matrix @ right.T) * left).sum())
            error = whole - 2 * cross + float(((left.T @ left) * (right @ right.T)).sum())
            if before - error < ENOUGH * whole:
                break
            before = error
    return left, right


def _start(matrix: sp.csr_matrix, k: int) -> tuple[np.ndarray, np.ndarray]:
    """Non-negative double SVD, zeros filled with the mean (Boutsidis and Gallopoulos 2008, variant a)."""
    from scipy.sparse.linalg import svds  # slow to import

    u, s, v = svds(matrix.astype(float), k=k, v0=np.ones(min(matrix.shape)))
    u, s, v = u[:, ::-1], s[::-1], v[::-1]
    left, right = np.zeros((matrix.shape[0], k)), np.zeros((k, matrix.shape[1]))
    for place in range(k):
        sides = []
        for sign in (1, -1):
            a, b = np.maximum(sign * u[:, place], 0), np.maximum(sign * v[place], 0)
            size = np.linalg.norm(a) * np.linalg.norm(b)
            sides.append((size, a / max(np.linalg.norm(a), 1e-12), b / max(np.linalg.norm(b), 1e-12)))
        size, a, b = max(sides, key=lambda side: side[0])
        left[:, place], right[place] = np.sqrt(s[place] * size) * a, np.sqrt(s[place] * size) * b
    fill = matrix.mean()
    left[left == 0], right[right == 0] = fill, fill
    return left, right


def _weighed(
    counts: sp.csr_matrix, idx: index.Index, counted: np.ndarray
) -> tuple[sp.csr_matrix, np.ndarray]:
    """tf-idf of the content terms of the counted articles, each article of length 1; and the terms' ids."""
    documents = np.asarray((counts[counted] > 0).sum(axis=0)).ravel()
    kept = index.is_word(idx, numbers=False) & (documents >= FEWEST_DOCUMENTS_OF_TERM)
    kept &= documents <= COMMONEST * counted.sum()
    kept &= np.char.str_len(np.array(idx.terms[:], dtype="U")) > 2
    ids = np.flatnonzero(kept)
    matrix = counts[counted][:, ids].astype(float)
    matrix.data = 1 + np.log(matrix.data)
    matrix = matrix @ sp.diags(np.log(counted.sum() / documents[ids]))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (sp.diags(1 / np.maximum(length, 1e-12)) @ matrix).tocsr(), ids


def _shares(group: str, share: np.ndarray, resamples: int, rng: np.random.Generator) -> list[dict]:
    drawn = draws(np.ones(len(share)), resamples, rng)
    none = [None] * share.shape[1]
    low, high = (none, none) if drawn is None else percentiles(drawn @ share / len(share))
    return [
        {
            "group": group,
            "topic": topic + 1,
            "share": float(share[:, topic].mean()),
            "share_low": low[topic],
            "share_high": high[topic],
            "n_documents": len(share),
        }
        for topic in range(share.shape[1])
    ]
