"""Phrases: skip-grams, lexical bundles, n-grams whose words attract each other, clusters around a word."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts, rules
from discourselab.terms import association_measures as measures
from discourselab.terms.dispersion_measures import dp_norm
from discourselab.terms.said import word_mask
from discourselab.terms.sequences import Sequences, agreements, per_document, sequences
from discourselab.terms.stop_words import resolve


@accepts("gaps", "min_count", sizes="ngram_sizes", stop="stop_words")
def skipgrams(
    idx: index.Index,
    sizes: Sequence[int] = (2, 3),
    gaps: int = 2,
    min_count: int = 3,
    documents: np.ndarray | None = None,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """Sequences of n words of one sentence with at most ``gaps`` words left out: the table ``skipgrams``.

    Every way to leave words out is an occurrence (Guthrie et al. 2006); those with nothing left out are among
    them. One row is a skip-gram seen at least ``min_count`` times: ``n``, ``gaps``, ``ngram``, ``count``,
    ``documents``, ``per_10k``, ``words``, ``edge_stop`` (begins or ends with a function word).
    """
    words = word_mask(idx, documents, voice)
    parts = []
    for n in sizes:
        parts.append(_table(idx, sequences(idx, n, words, gaps), words, min_count, stop).assign(gaps=gaps))
    return _sorted("skipgrams", parts)


@accepts(
    "min_count", sizes="ngram_sizes", min_documents=rules.whole(0), max_dp=rules.share(), stop="stop_words"
)
def bundles(
    idx: index.Index,
    sizes: Sequence[int] = (3, 4),
    min_count: int = 3,
    min_documents: int = 3,
    max_dp: float = 1.0,
    documents: np.ndarray | None = None,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """Lexical bundles: runs of words that recur across documents (Biber et al. 1999), ``lexical_bundles``.

    min_count, min_documents, max_dp
        seen so often, in so many documents, and spread with a DPnorm of at most so much (0 even, 1 clumped).
        Biber asks for 10 to 40 per million words and 5 documents; small corpora allow less.

    One row is a bundle: ``n``, ``ngram``, ``count``, ``documents``, ``per_10k``, ``words``, ``range`` (share
    of the documents), ``dp_norm``, ``edge_stop``.
    """
    words = word_mask(idx, documents, voice)
    parts = []
    for n in sizes:
        rows = _table(idx, sequences(idx, n, words), words, min_count, stop, spread=True)
        parts.append(rows[(rows["documents"] >= min_documents) & ~(rows["dp_norm"] > max_dp)])
    return _sorted("lexical_bundles", parts)


@accepts("min_count", sizes="ngram_sizes", stop="stop_words")
def ngram_associations(
    idx: index.Index,
    sizes: Sequence[int] = (2, 3),
    min_count: int = 3,
    documents: np.ndarray | None = None,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """N-grams whose words occur together more often than their parts suggest: ``ngram_associations``.

    One row is an n-gram seen at least ``min_count`` times: ``lambda`` (Blaheta and Johnson 2001, smoothing
    0.5; the interaction of all n words) and its ``z``, as quanteda's ``textstat_collocations``, besides the
    columns of ``skipgrams``. By falling z within n.
    """
    words = word_mask(idx, documents, voice)
    parts = []
    for n in sizes:
        found = sequences(idx, n, words)
        rows = _table(idx, found, words, min_count, stop)
        kept = rows.pop("place").to_numpy()
        value, z = measures.lambda_score(agreements(found, kept, len(idx.terms)))
        parts.append(rows.assign(**{"lambda": value, "z": z}))
    return _sorted("ngram_associations", parts, by="z")


def unnested(table: pd.DataFrame, share: float = 1.0) -> pd.DataFrame:
    """The rows of a table of n-grams that are not merely part of a longer one: at least this share of their
    occurrences lies inside it (1: all of them)."""
    longer: dict[str, int] = {}
    for ngram, count in zip(table["ngram"], table["count"]):
        words = ngram.split(" ")
        for part in (" ".join(words[1:]), " ".join(words[:-1])):
            longer[part] = max(count, longer.get(part, 0))
    alone = [longer.get(ngram, 0) < share * count for ngram, count in zip(table["ngram"], table["count"])]
    return table[np.array(alone, dtype=bool)]


def clusters(table: pd.DataFrame, node: str) -> pd.DataFrame:
    """The rows of a table of n-grams that hold a word or phrase (AntConc's clusters), in their order."""
    return table[(" " + table["ngram"] + " ").str.contains(f" {node.lower()} ", regex=False)]


def _table(idx, found: Sequences, words, min_count, stop, spread=False) -> pd.DataFrame:
    """Counts of the sequences seen often enough; ``place`` is each one's number among the distinct ones."""
    k, n = len(found.grams), found.grams.shape[1]
    count = np.bincount(found.which, minlength=k)
    kept = np.flatnonzero(count >= max(min_count, 1))
    new = np.full(k, -1)
    new[kept] = np.arange(len(kept))
    matrix = per_document(idx, new[found.which], found.at, len(kept))
    sizes = index.words_per_document(idx, words)
    names = [idx.terms.take(found.grams[kept, step]) for step in range(n)]
    rows, flags = list(zip(*names)), resolve(stop)
    table = pd.DataFrame(
        {
            "place": kept,
            "n": n,
            "ngram": [" ".join(row) for row in rows],
            "count": count[kept],
            "documents": np.diff(matrix.indptr),
            "per_10k": count[kept] / max(words.sum(), 1) * 1e4,
            "words": int(words.sum()),
            "edge_stop": np.array([row[0] in flags or row[-1] in flags for row in rows], dtype=bool),
        }
    )
    table["range"] = table["documents"] / max((sizes > 0).sum(), 1)
    return table.assign(dp_norm=dp_norm(matrix, sizes)) if spread else table


def _sorted(name: str, parts: list[pd.DataFrame], by: str = "count") -> pd.DataFrame:
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    if table.empty:
        return tables.frame(name)
    table = table.sort_values(["n", by, "ngram"], ascending=[True, False, True]).reset_index(drop=True)
    return tables.frame(name, table.drop(columns="place", errors="ignore"))
