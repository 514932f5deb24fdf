"""From matches to scores: how strongly a sentence or a document holds each frame.

The rule: every match adds the weight of its indicator (1 unless the codebook says otherwise). A sentence's
score is their sum; a document's score is their sum per 1,000 words, so that long articles do not score by
their length. Beside it stand the share of sentences that hold the frame and the number of different
indicators found, since many different words are better evidence than one repeated. Datelines and notes are
left out.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.scheme import Codebook

PER = 1000


def document_frames(
    idx: index.Index, matches: pd.DataFrame, codebooks: Sequence[Codebook], sentences: pd.DataFrame
) -> pd.DataFrame:
    """Each frame in each document: the table ``document_frames``, zeros too.

    ``score`` is the weight of the matches per 1,000 words; ``matches`` their number, ``indicators`` how many
    different ones; ``sentences`` hold the frame, ``share`` of the ``n_sentences`` that have a word; ``words``
    is the basis of the score.
    """
    mask = index.select(idx) & index.words(idx)
    running = np.concatenate([[0], np.cumsum(mask)])
    words = np.diff(running[idx.document_start])
    holds = np.diff(running[idx.sentence_start]) > 0
    at = index.document_of(idx, np.asarray(idx.sentence_start)[:-1][holds])
    n_sentences = np.bincount(at, minlength=len(idx.ids))
    keys = ["codebook", "frame", "document"]
    found = matches.groupby(keys, sort=False).agg(
        matches=("start", "size"), weight=("weight", "sum"), indicators=("indicator", "nunique")
    )
    found["sentences"] = matches.drop_duplicates([*keys, "sentence"]).groupby(keys, sort=False).size()
    cells = [(book.name, frame.name, name) for book in codebooks for frame in book.frames for name in idx.ids]
    every = pd.MultiIndex.from_tuples(cells, names=keys)
    table = found.reindex(every).fillna(0).reset_index()
    repeats = len(table) // max(len(idx.ids), 1)
    table["words"], table["n_sentences"] = np.tile(words, repeats), np.tile(n_sentences, repeats)
    table["score"] = table["weight"] / np.maximum(table["words"], 1) * PER
    table["share"] = table["sentences"] / np.maximum(table["n_sentences"], 1)
    whole = dict.fromkeys(("matches", "indicators", "sentences"), "int64")
    return tables.frame("document_frames", table.drop(columns="weight").astype(whole))


def sentence_frames(matches: pd.DataFrame) -> pd.DataFrame:
    """Each frame in each sentence that holds it: the table ``sentence_frames``.

    ``score`` is the weight of the matches together, ``matches`` their number, ``negated`` those that a
    negation stands before.
    """
    keys = ["document", "sentence", "codebook", "frame"]
    found = matches.groupby(keys, sort=False).agg(
        score=("weight", "sum"), matches=("start", "size"), negated=("negated", "sum")
    )
    return tables.frame("sentence_frames", found.reset_index())
