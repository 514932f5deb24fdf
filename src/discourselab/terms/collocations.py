"""Words that keep company with a node, in a window or in a sentence, and the network that they form."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.settings import accepts, rules
from discourselab.terms import association_measures as measures
from discourselab.terms.naming import named
from discourselab.terms.said import word_mask

SENTENCE = "sentence"


@accepts("nodes", "window", "min_count", stop="stop_words")
def collocations(
    idx: index.Index,
    nodes: Sequence[str],
    window: int | tuple[int, int] = 5,
    min_count: int = 3,
    documents: np.ndarray | None = None,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """The collocates of each node: the table ``collocations``.

    nodes
        words, wildcard patterns (``secur*``) or phrases (``post-soviet space``).
    window
        words to either side, or (left, right); 0 takes the whole sentence.
    documents
        a mask over the documents; all when not given.

    Windows do not leave the sentence; punctuation does not count as a word of the window. One row is a pair
    seen at least ``min_count`` times, by falling logDice within its node. f_x below is the node's frequency,
    w the words in all its windows, f_y the collocate's frequency, n all words: ``expected`` = w f_y / n, and
    MI, t, z, G2, delta P and lambda measure ``count`` against it (Evert 2008); Dice and logDice take f_x
    itself (Rychlý 2008). ``documents`` counts those in which the pair stands. A collocate that is part of the
    node is left out. In whole sentences all of these are numbers of sentences: that hold the pair, the node
    (f_x and w), the collocate, any word.

    Columns beside the contract's: ``form``, ``stop``, ``count_left`` and ``count_right`` of the node,
    ``count_node``, ``count_collocate``, ``words`` (n), ``window_words`` (w), ``documents``, ``mi2``, ``mi3``,
    ``z_score``, ``dice``, ``delta_p_backward`` (of the node given the collocate), ``chi_squared``, ``lambda``
    and ``lambda_z`` (Blaheta and Johnson 2001, smoothing 0.5).
    """
    left, right = (window, window) if isinstance(window, int) else window
    whole = not left and not right
    selection, distinct = {"documents": documents, "voice": voice}, dict.fromkeys(nodes)
    if whole:
        words = word_mask(idx, **selection)
        totals = _sentences_with(idx, words)
        parts = [_in_sentences(idx, node, selection, words, *totals) for node in distinct]
    else:
        totals = index.selected_counts(idx, **selection) * index.is_word(idx)
        parts = [_in_windows(idx, node, left, right, selection, totals) for node in distinct]
    parts = [_measured(part[part["count"] >= max(min_count, 1)]) for part in parts]
    parts = [part for part in parts if len(part)]
    if not parts:
        return tables.frame("collocations")
    rows = named(idx, pd.concat(parts, ignore_index=True), stop).rename(columns={"term": "collocate"})
    return tables.frame("collocations", rows.assign(window=SENTENCE if whole else f"{left}L{right}R"))


@accepts("nodes", "window", "min_count", per_node=rules.whole(0), stop="stop_words")
def collocation_network(
    idx: index.Index,
    nodes: Sequence[str],
    window: int | tuple[int, int] = 5,
    min_count: int = 3,
    per_node: int = 8,
    documents: np.ndarray | None = None,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """The nodes, their collocates, and the collocates of these: the table ``collocation_network``.

    After Brezina, McEnery and Wattam (2015). ``per_node`` collocates are followed from each word, those of
    the largest logDice that are no function words and no reporting verbs. One row is an edge: ``source``,
    ``target`` (the collocate), ``count``, ``log_dice``, ``log_likelihood``, ``step`` (1 from a node, 2 from
    one of its collocates). A pair that is found from both ends is one edge.
    """
    settings = (window, min_count, documents, voice, stop)
    first = _strongest(collocations(idx, nodes, *settings), per_node)
    others = [word for word in dict.fromkeys(first["collocate"]) if word not in set(nodes)]
    second = _strongest(collocations(idx, others, *settings), per_node)
    rows = pd.concat([first.assign(step=1), second.assign(step=2)], ignore_index=True)
    if rows.empty:
        return tables.frame("collocation_network")
    ends = pd.Series([frozenset(pair) for pair in zip(rows["node"], rows["collocate"])], index=rows.index)
    rows = rows[~ends.duplicated()].rename(columns={"node": "source", "collocate": "target"})
    columns = ["source", "target", "count", "log_dice", "log_likelihood", "step"]
    return tables.frame("collocation_network", rows[columns].reset_index(drop=True))


def _strongest(table: pd.DataFrame, per_node: int) -> pd.DataFrame:
    if table.empty:
        return table
    return table[~table["stop"] & ~table["reporting"]].groupby("node", sort=False).head(per_node)


def _in_windows(
    idx: index.Index, node: str, left: int, right: int, selection: dict, totals: np.ndarray
) -> pd.DataFrame:
    """How often each term stands in the windows around a node, and what that is measured against."""
    first, last = _matches(idx, node, selection)
    # A window stays in the sentence, and so in the document; but a voice may begin or end inside of it.
    mask = None if selection["voice"] == "all" else index.select(idx, **selection)
    around = {"mask": mask, "words": True}
    which, where = index.window_positions(idx, first, last, left, right, **around)
    terms, size = idx.token[where], len(idx.terms)
    count = np.bincount(terms, minlength=size)
    count_left = np.bincount(terms[where < first[which]], minlength=size)
    documents = _distinct(terms, index.document_of(idx, first)[which], size)
    seen = np.setdiff1d(np.flatnonzero(count), _own(idx, node, first), assume_unique=True)
    return pd.DataFrame(
        {
            "node": node,
            "count": count[seen],
            "count_left": count_left[seen],
            "count_right": (count - count_left)[seen],
            "count_node": len(first),
            "count_collocate": totals[seen],
            "words": int(totals.sum()),
            "window_words": len(where),
            "documents": documents[seen],
            "term_id": seen,
        }
    )


def _in_sentences(
    idx: index.Index, node: str, selection: dict, words: np.ndarray, totals: np.ndarray, sentences: int
) -> pd.DataFrame:
    """As ``_in_windows``, in sentences: how many hold the pair, the node, the collocate, any word."""
    first, _ = _matches(idx, node, selection)
    # Left and right of the first occurrence of the node in the sentence.
    held, opening = np.unique(index.sentence_of(idx, first), return_index=True)
    which = np.repeat(np.arange(len(held)), np.diff(idx.sentence_start)[held])
    near = index.tokens_of(idx, held)
    which, near = which[words[near]], near[words[near]]
    terms, size, before = idx.token[near], len(idx.terms), near < first[opening][which]
    count = _distinct(terms, which, size)
    documents = _distinct(terms, index.document_of(idx, near), size)
    count_left = _distinct(terms[before], which[before], size)
    count_right = _distinct(terms[~before], which[~before], size)
    seen = np.setdiff1d(np.flatnonzero(count), _own(idx, node, first), assume_unique=True)
    return pd.DataFrame(
        {
            "node": node,
            "count": count[seen],
            "count_left": count_left[seen],
            "count_right": count_right[seen],
            "count_node": len(held),
            "count_collocate": totals[seen],
            "words": sentences,
            "window_words": len(held),
            "documents": documents[seen],
            "term_id": seen,
        }
    )


def _sentences_with(idx: index.Index, words: np.ndarray) -> tuple[np.ndarray, int]:
    """How many sentences hold each term within a mask over the tokens, and how many hold any word of it."""
    starts = np.concatenate([[0], np.cumsum(words)])[idx.sentence_start]
    cells = (np.ones(starts[-1], dtype=bool), idx.token[words], starts)
    held = sp.csr_matrix(cells, shape=(len(starts) - 1, len(idx.terms))).tocsc()
    held.sum_duplicates()
    return np.diff(held.indptr), int((np.diff(starts) > 0).sum())


def _matches(idx: index.Index, node: str, selection: dict) -> tuple[np.ndarray, np.ndarray]:
    first, last = index.phrase(idx, node.split())
    kept = index.selected(idx, first, **selection) & index.is_word(idx)[idx.token[first]]
    return first[kept], last[kept]


def _own(idx: index.Index, node: str, first: np.ndarray) -> np.ndarray:
    """The terms that are part of the node, which are no collocates of it."""
    return np.unique(np.asarray(idx.token)[first[:, None] + np.arange(len(node.split()))].ravel())


def _distinct(terms: np.ndarray, unit: np.ndarray, size: int) -> np.ndarray:
    """In how many units (documents, sentences) each term occurs."""
    pairs = np.sort(unit.astype(np.int64) * size + terms)
    new = np.diff(pairs, prepend=-1) > 0
    return np.bincount(pairs[new] % size, minlength=size)


def _measured(rows: pd.DataFrame) -> pd.DataFrame:
    f_xy, f_x, f_y, n, w = (
        rows[name].to_numpy(dtype=float)
        for name in ("count", "count_node", "count_collocate", "words", "window_words")
    )
    cells = np.stack([n - w - f_y + f_xy, f_y - f_xy, w - f_xy, f_xy], axis=-1)
    # Overlapping windows see an occurrence twice, which would empty a cell below zero.
    value, z = measures.lambda_score(np.maximum(cells, 0))
    rows = rows.assign(
        expected=measures.expected(w, f_y, n),
        log_likelihood=measures.log_likelihood(f_xy, w, f_y, n),
        chi_squared=measures.chi_squared(f_xy, w, f_y, n),
        mi=measures.mutual_information(f_xy, w, f_y, n),
        mi2=measures.mutual_information(f_xy, w, f_y, n, power=2),
        mi3=measures.mutual_information(f_xy, w, f_y, n, power=3),
        t_score=measures.t_score(f_xy, w, f_y, n),
        z_score=measures.z_score(f_xy, w, f_y, n),
        dice=measures.dice(f_xy, f_x, f_y),
        log_dice=measures.log_dice(f_xy, f_x, f_y),
        delta_p=measures.delta_p(f_xy, w, f_y, n),
        delta_p_backward=measures.delta_p(f_xy, f_y, w, n),
        lambda_z=z,
        **{"lambda": value},
    )
    return rows.sort_values(["log_dice", "count", "term_id"], ascending=[False, False, True])
