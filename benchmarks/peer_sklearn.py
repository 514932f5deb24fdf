"""The tasks with scikit-learn: a matrix of counts per document, kept on disk without compression."""

import fnmatch
import json
import re
import time
from pathlib import Path

import numpy as np
import scipy.sparse as sp


def make(corpus: str, state: str) -> tuple[float, dict]:
    """Count the words of texts that are in memory already; only ``fit_transform`` is timed."""
    import pyarrow.parquet as pq
    from sklearn.feature_extraction.text import CountVectorizer

    texts = pq.read_table(corpus, columns=["text"]).column("text").to_pylist()
    begin = time.perf_counter()
    vectorizer = CountVectorizer()
    counts = vectorizer.fit_transform(texts)
    seconds = time.perf_counter() - begin
    sp.save_npz(Path(state) / "counts.npz", counts, compressed=False)
    (Path(state) / "terms.txt").write_text("\n".join(vectorizer.get_feature_names_out()))
    return seconds, {"tokens": int(counts.sum()), "terms": counts.shape[1]}


def load(state: str, tasks: list[str], warm: bool) -> dict:
    """Read the matrix and its terms, and import what a reader's notebook would."""
    import sklearn.feature_extraction.text  # noqa: F401

    counts = sp.load_npz(Path(state) / "counts.npz")
    terms = (Path(state) / "terms.txt").read_text()
    questions = json.loads((Path(state) / "questions.json").read_text())
    return {
        "counts": counts,
        "terms": terms,
        "questions": questions,
        "target": np.load(Path(state) / "target.npy"),
    }


def keyness(loaded: dict) -> dict:
    """G2 of every term, one outlet against the others."""
    counts, target = loaded["counts"], loaded["target"]
    a = np.asarray(counts[target].sum(axis=0)).ravel()
    b = np.asarray(counts.sum(axis=0)).ravel() - a
    n1, n2 = a.sum(), b.sum()
    share = (a + b) / (n1 + n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [np.where(x > 0, x * np.log(x / (share * n)), 0.0) for x, n in ((a, n1), (b, n2))]
    g2 = 2 * (parts[0] + parts[1])
    return {"terms": len(g2), "highest": round(float(g2.max()), 1)}


def dictionary(loaded: dict) -> dict:
    """Counts of 1,000 wildcard entries in each document: a regular expression each over the vocabulary."""
    terms, counts = loaded["terms"], loaded["counts"]
    begins = np.array([0] + [m.end() for m in re.finditer("\n", terms)])
    rows, columns = [], []
    for place, entry in enumerate(loaded["questions"]["entries"]):
        body = fnmatch.translate(entry).removeprefix("(?s:").removesuffix(")\\Z").replace(".*", "[^\n]*")
        found = [m.start() for m in re.finditer(f"(?m)^{body}$", terms)]
        rows += np.searchsorted(begins, found).tolist()
        columns += [place] * len(found)
    chosen = sp.csr_array(
        (np.ones(len(rows), dtype=np.int64), (rows, columns)),
        shape=(counts.shape[1], len(loaded["questions"]["entries"])),
    )
    found = counts @ chosen
    return {"hits": int(found.sum()), "cells": found.nnz}


TASKS = {"keyness": keyness, "dictionary": dictionary}
