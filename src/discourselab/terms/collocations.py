"""Words that keep company with a node."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.terms import association_measures as measures
from discourselab.terms.stop_words import resolve


def collocations(
    idx: index.Index,
    nodes: Sequence[str],
    window: int = 5,
    min_count: int = 3,
    documents: np.ndarray | None = None,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """The collocates of each node within ``window`` words to either side: the table ``collocations``.

    nodes
        words, wildcard patterns (``secur*``) or phrases (``post-soviet space``).
    documents
        a mask over the documents; all when not given.

    Windows do not leave the sentence; punctuation does not count as a word of the window. One row is a pair
    seen at least ``min_count`` times, by falling logDice within its node. f_x below is the node's frequency,
    w the words in all its windows, f_y the collocate's frequency, n all words: ``expected`` = w f_y / n, and
    MI, t, z, G2 and delta P measure ``count`` against it (Evert 2008); Dice and logDice take f_x itself
    (Rychlý 2008). ``documents`` counts those in which the pair stands. A collocate that is part of the node
    is left out. Columns beside the contract's: ``form``, ``stop``, ``count_node``, ``count_collocate``,
    ``words``, ``window_words``, ``documents``, ``mi2``, ``mi3``, ``z_score``, ``dice``,
    ``delta_p_backward``.
    """
    words = index.select(idx, documents=documents, voice=voice) & index.is_word(idx)[np.asarray(idx.token)]
    total = np.bincount(np.asarray(idx.token)[words], minlength=len(idx.terms))
    flags = resolve(stop)
    parts = [_of_node(idx, node, window, min_count, words, total) for node in dict.fromkeys(nodes)]
    parts = [part for part in parts if len(part)]
    if not parts:
        return tables.frame("collocations")
    rows = pd.concat(parts, ignore_index=True)
    ids = rows.pop("term_id").to_numpy()
    rows["collocate"], rows["form"] = idx.terms.take(ids), index.forms(idx, ids)
    rows["stop"] = [term in flags for term in rows["collocate"]]
    return tables.frame("collocations", rows.assign(window=f"{window}L{window}R"))


def _of_node(
    idx: index.Index, node: str, window: int, min_count: int, words: np.ndarray, total: np.ndarray
) -> pd.DataFrame:
    first, last = index.phrase(idx, node.split())
    counted = words[first]
    first, last = first[counted], last[counted]
    which, where = index.window_positions(idx, first, last, window, window, words)
    terms = np.asarray(idx.token)[where]
    seen = np.bincount(terms, minlength=len(idx.terms))
    own = (
        np.unique(np.asarray(idx.token)[first[:, None] + np.arange(len(node.split()))]) if len(first) else []
    )
    seen[own] = 0
    kept = np.flatnonzero(seen >= max(min_count, 1))
    pairs = np.unique(np.stack([terms, index.document_of(idx, first)[which]]), axis=1)
    f_xy, f_x, f_y, n, w = seen[kept], len(first), total[kept], int(words.sum()), len(where)
    rows = pd.DataFrame(
        {
            "node": node,
            "term_id": kept,
            "count": f_xy,
            "expected": measures.expected(w, f_y, n),
            "log_likelihood": measures.log_likelihood(f_xy, w, f_y, n),
            "mi": measures.mutual_information(f_xy, w, f_y, n),
            "t_score": measures.t_score(f_xy, w, f_y, n),
            "log_dice": measures.log_dice(f_xy, f_x, f_y),
            "delta_p": measures.delta_p(f_xy, w, f_y, n),
            "count_node": f_x,
            "count_collocate": f_y,
            "words": n,
            "window_words": w,
            "documents": np.bincount(pairs[0], minlength=len(idx.terms))[kept],
            "mi2": measures.mutual_information(f_xy, w, f_y, n, power=2),
            "mi3": measures.mutual_information(f_xy, w, f_y, n, power=3),
            "z_score": measures.z_score(f_xy, w, f_y, n),
            "dice": measures.dice(f_xy, f_x, f_y),
            "delta_p_backward": measures.delta_p(f_xy, f_y, w, n),
        }
    )
    return rows.sort_values(["log_dice", "count", "term_id"], ascending=[False, False, True])
