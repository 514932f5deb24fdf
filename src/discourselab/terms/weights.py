"""What each document is about: its terms weighted by how few other documents have them."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms.naming import named
from discourselab.terms.said import words_of


@accepts(stop="stop_words")
def tf_idf(
    idx: index.Index,
    documents: np.ndarray | None = None,
    top: int | None = 10,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """The terms of each document by tf-idf (Salton and Buckley 1988): the table ``document_terms``.

    documents
        a mask over the documents; all when not given. Only they count in the document frequency.
    top
        terms kept per document, those of the largest weight; None for all.

    One row is a term in a document: ``count``, ``documents`` (that have it), ``tf_idf`` = count log10(N /
    documents), N being all documents counted, and ``tf_idf_share``, the same with the count's share of the
    document's words.
    """
    counted = np.ones(len(idx.ids), dtype=bool) if documents is None else documents
    matrix = words_of(idx, counted, voice).tocoo()
    sizes = np.bincount(matrix.row, weights=matrix.data, minlength=len(idx.ids))
    frequency = np.bincount(matrix.col, minlength=len(idx.terms))
    weight = matrix.data * np.log10((sizes > 0).sum() / frequency[matrix.col])
    rows = pd.DataFrame(
        {
            "place": matrix.row,
            "term_id": matrix.col,
            "count": matrix.data,
            "documents": frequency[matrix.col],
            "tf_idf": weight,
            "tf_idf_share": weight / sizes[matrix.row],
        }
    )
    rows = rows.sort_values(["place", "tf_idf", "term_id"], ascending=[True, False, True])
    rows = rows if top is None else rows.groupby("place").head(top)
    rows = rows.reset_index(drop=True)
    if rows.empty:
        return tables.frame("document_terms")
    rows["document"] = [idx.ids[place] for place in rows.pop("place")]
    return tables.frame("document_terms", named(idx, rows, stop))


def typical_terms(table: pd.DataFrame, k: int = 6) -> pd.DataFrame:
    """For each document the ``k`` content words that mark it off most, in one line with their counts.

    From the table ``document_terms``; one row is a document: ``document``, ``typical``. Words that every
    document has mark off none.
    """
    kept = table[~table["stop"] & ~table["reporting"].astype(bool) & (table["tf_idf"] > 0)]
    kept = kept.groupby("document", sort=False).head(k)
    told = kept["form"] + " (" + kept["count"].astype(str) + ")"
    return told.groupby(kept["document"], sort=False).agg(", ".join).rename("typical").reset_index()
