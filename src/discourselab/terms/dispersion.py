"""How evenly terms are spread: the table of all dispersion measures."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms import dispersion_measures as measures
from discourselab.terms.naming import named
from discourselab.terms.said import word_mask


@accepts("min_count", stop="stop_words")
def dispersion(
    idx: index.Index,
    documents: np.ndarray | None = None,
    parts: int | None = None,
    min_count: int = 5,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """How evenly each term is spread over documents or equal parts: the table ``term_dispersion``.

    documents
        a mask over the documents; all when not given.
    parts
        cut the words counted, in the order of the corpus, into so many parts of equal size; None takes each
        document as a part, whatever its length.

    One row is a term seen at least ``min_count`` times, by falling count: ``unit`` (document or part),
    ``parts`` (with any word), ``parts_with`` (the range: those with the term), ``dp``, ``dp_norm``,
    ``juilland_d``, ``carroll_d2``, ``rosengren_s``, ``kl_divergence`` (see
    :mod:`discourselab.terms.dispersion_measures`; missing in a single part) and ``arf``, the average reduced
    frequency, which needs no parts. Raises ValueError for fewer than two parts.
    """
    if parts is not None and parts < 2:
        raise ValueError(f"dispersion needs at least two parts; got {parts}")
    words = word_mask(idx, documents, voice)
    at = np.flatnonzero(words)
    term = idx.token[at]
    owner = index.document_of(idx, at) if parts is None else np.arange(len(at)) * parts // max(len(at), 1)
    sizes = np.bincount(owner, minlength=1)
    count = np.bincount(term, minlength=len(idx.terms))
    kept = np.flatnonzero(count >= max(min_count, 1))
    if not len(kept):
        return tables.frame("term_dispersion")
    cells = (np.ones(len(at), dtype=np.int64), term, np.concatenate([[0], np.cumsum(sizes)]))
    matrix = sp.csr_matrix(cells, shape=(len(sizes), len(idx.terms))).tocsc()[:, kept]
    matrix.sum_duplicates()
    several = int((sizes > 0).sum()) > 1
    spread = {
        name: measure(matrix, sizes) if several else np.nan for name, measure in measures.MEASURES.items()
    }
    frequent = np.isin(np.arange(len(count)), kept)[term]
    order = np.flatnonzero(frequent)[_by_term(term[frequent], len(count))]
    rows = pd.DataFrame(
        {
            "term_id": kept,
            "unit": "document" if parts is None else "part",
            "count": count[kept],
            "parts": int((sizes > 0).sum()),
            "parts_with": np.diff(matrix.indptr),
            "per_10k": count[kept] / len(at) * 1e4,
            "words": len(at),
        }
        | spread
        | {"arf": measures.average_reduced_frequency(order, count[kept], len(at))}
    )
    rows = rows.sort_values(["count", "term_id"], ascending=[False, True]).reset_index(drop=True)
    return tables.frame("term_dispersion", named(idx, rows, stop))


def _by_term(term: np.ndarray, size: int) -> np.ndarray:
    """The places of the first term in order, then of the second, ...: scipy's counting sort of columns."""
    cells = (np.arange(len(term)), term, np.array([0, len(term)]))
    return sp.csr_matrix(cells, shape=(1, size)).tocsc().data
