"""Sequences of words that recur."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms.counts import members
from discourselab.terms.said import word_mask
from discourselab.terms.stop_words import resolve


@accepts("min_count", sizes="ngram_sizes", stop="stop_words")
def ngrams(
    idx: index.Index,
    groups: pd.Series,
    sizes: Sequence[int] = (2, 3, 4),
    min_count: int = 3,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """Runs of n words with nothing between them, inside one sentence: the table ``ngrams``.

    One row is an n-gram in a group that is seen there at least ``min_count`` times, by falling count within
    group and n. ``per_10k`` is per 10,000 words of the group (``words``); ``stop_only`` says that all its
    words are function words, ``edge_stop`` that it begins or ends with one.
    """
    words = word_mask(idx, voice=voice)
    sides = members(groups)
    labels = np.full(len(idx.ids), -1)
    for place, (_, chosen) in enumerate(sides):
        labels[chosen] = place
    per_token = np.repeat(labels, np.diff(idx.document_start))
    sizes_of = np.bincount(per_token[words & (per_token >= 0)], minlength=len(sides))
    flags = resolve(stop)
    parts = []
    for n in sizes:
        grams, label, count, documents = index.ngram_counts(idx, n, labels, words)
        kept = count >= max(min_count, 1)
        grams, label, count, documents = grams[kept], label[kept], count[kept], documents[kept]
        columns = [idx.terms.take(grams[:, step]) for step in range(n)]
        rows = list(zip(*columns))
        parts.append(
            pd.DataFrame(
                {
                    "group": [sides[i][0] for i in label],
                    "n": n,
                    "ngram": [" ".join(row) for row in rows],
                    "count": count,
                    "documents": documents,
                    "per_10k": count / np.maximum(sizes_of[label], 1) * 1e4,
                    "words": sizes_of[label],
                    "stop_only": [all(word in flags for word in row) for row in rows],
                    "edge_stop": [row[0] in flags or row[-1] in flags for row in rows],
                }
            )
        )
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    if table.empty:
        return tables.frame("ngrams")
    table = table.sort_values(["group", "n", "count", "ngram"], ascending=[True, True, False, True])
    return tables.frame("ngrams", table.reset_index(drop=True))
