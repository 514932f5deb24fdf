"""The tasks with discourselab: the index alone, and the tables of ``terms`` on top of it."""

import json
import time
from pathlib import Path

import numpy as np

from discourselab import index


def make(corpus: str, state: str) -> tuple[float, dict]:
    """Build the whole index from a Parquet file: sentences, tokens, offsets, postings, documents per term."""
    begin = time.perf_counter()
    idx = index.build(corpus, None, Path(state) / "index")
    seconds = time.perf_counter() - begin
    size = sum(file.stat().st_size for file in (Path(state) / "index").iterdir())
    return seconds, {"tokens": len(idx), "terms": len(idx.terms), "bytes": size}


def load(state: str, tasks: list[str], warm: bool) -> dict:
    """Open the index; for warm measurements with scipy, as it is where ``discourselab.terms`` is at work."""
    if warm:
        import scipy.sparse  # noqa: F401
    questions = json.loads((Path(state) / "questions.json").read_text())
    loaded = {"idx": index.open_index(Path(state) / "index"), "questions": questions}
    if any(task.endswith(" table") for task in tasks):
        import pandas as pd

        documents = pd.read_parquet(questions["corpus"])
        whose = (documents["outlet"] == questions["target"]).map({True: "target", False: "rest"})
        loaded |= {"documents": documents, "groups": whose.set_axis(documents["document"])}
    loaded["target"] = np.load(Path(state) / "target.npy")
    # Known beforehand: to tell how much a task reads is no part of the task.
    loaded["read"] = _bytes(loaded["idx"], loaded["target"])
    return loaded


def keyness(loaded: dict) -> dict:
    """G2 of every term, one outlet against the others; 0 for what is no word."""
    idx = loaded["idx"]
    target = index.count(idx, np.where(loaded["target"], 0, -1), 1)[0]
    total = np.diff(idx.posting_start)
    other = np.flatnonzero(idx.kind > 1)
    n1 = target.sum() - target[other].sum()
    n2 = len(idx) - total[other].sum() - n1
    g2 = index.of_pairs(lambda a, both: log_likelihood(a, both - a, n1, n2), target, total)
    g2[other] = 0
    return {
        "terms": len(g2) - len(other),
        "highest": round(float(g2.max()), 1),
        "read": loaded["read"],
    }


def collocations(loaded: dict) -> dict:
    """Counts, G2 and logDice of all collocates within five words of a frequent node."""
    idx, node = loaded["idx"], loaded["questions"]["node"]
    first, last = index.phrase(idx, [node])
    near = index.window_counts(idx, first, last, 5, 5, words=True)
    words = len(idx) - _total(idx, np.flatnonzero(idx.kind > 1)).sum()
    found = np.flatnonzero(near >= 5)
    total = _total(idx, found)
    g2 = association(near[found], near.sum(), total, words)
    log_dice = 14 + np.log2(2 * near[found] / (len(first) + total))
    order = np.argsort(-log_dice)
    columns = {"count": near[found], "g2": g2, "log_dice": log_dice}
    table = {name: values[order] for name, values in columns.items()}
    table["collocate"] = idx.terms.take(found[order])
    return {"node": len(first), "collocates": len(table["collocate"]), "read": 4 * 14 * len(first)}


def concordance(loaded: dict, which: str) -> dict:
    """The first 50 lines, sorted by the three words to the right, with five words to either side."""
    idx = loaded["idx"]
    first, last = index.phrase(idx, [loaded["questions"][which]])
    order = index.concordance_order(idx, first, last, ["1R", "2R", "3R"], limit=50)
    at = (first[order][:, None] + np.arange(-5, 6)).ravel()
    words = idx.surfaces.take(idx.surface.take(at, mode="clip"))
    lines = [" ".join(words[line : line + 11]) for line in range(0, len(words), 11)]
    return {"lines": len(first), "first": lines[0], "read": 12 * len(first)}


def dictionary(loaded: dict) -> dict:
    """Counts of 1,000 wildcard entries in each document."""
    found = index.dictionary_counts(loaded["idx"], loaded["questions"]["entries"])
    return {"hits": int(found.count.sum()), "cells": len(found.count), "read": 8 * len(found.count)}


def keyness_table(loaded: dict) -> dict:
    """The table ``keywords`` of one outlet against the others and the other way round, without resampling."""
    from discourselab import terms

    return {"rows": len(terms.keywords(loaded["idx"], loaded["groups"], min_count=1, resamples=0))}


def collocations_table(loaded: dict) -> dict:
    """The table ``collocations`` of the node."""
    from discourselab import terms

    return {"rows": len(terms.collocations(loaded["idx"], [loaded["questions"]["node"]], 5, 5))}


def log_likelihood(a: np.ndarray, b: np.ndarray, n1: int, n2: int) -> np.ndarray:
    """G2 (Rayson and Garside 2000) of counts in two corpora, written as the peers write it."""
    share = (a + b) / (n1 + n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [np.where(x > 0, x * np.log(x / (share * n)), 0.0) for x, n in ((a, n1), (b, n2))]
    return 2 * (parts[0] + parts[1])


def association(count: np.ndarray, windows: int, total: np.ndarray, n: int) -> np.ndarray:
    """G2 of a 2 x 2 table: inside and outside the windows, the collocate and other words."""
    table = np.array([[count, windows - count], [total - count, n - windows - total + count]], dtype=float)
    expected = table.sum(0, keepdims=True) * table.sum(1, keepdims=True) / n
    return 2 * np.where(table > 0, table * np.log(np.maximum(table, 1e-9) / expected), 0).sum((0, 1))


def _total(idx: index.Index, ids: np.ndarray) -> np.ndarray:
    """How often some terms occur in the corpus."""
    return idx.posting_start[ids + 1] - idx.posting_start[ids]


def _bytes(idx: index.Index, target: np.ndarray) -> int:
    return 4 * int(np.diff(idx.document_start)[target].sum()) + 8 * len(idx.terms)


TASKS = {
    "keyness": keyness,
    "collocations": collocations,
    "concordance frequent": lambda loaded: concordance(loaded, "frequent"),
    "concordance rare": lambda loaded: concordance(loaded, "rare"),
    "dictionary": dictionary,
    "keyness table": keyness_table,
    "collocations table": collocations_table,
}
