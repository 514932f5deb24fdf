"""Terms over time."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables

PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
MOST = 24  # periods that "auto" allows: more make a line of single articles


def trends(
    idx: index.Index,
    documents: pd.DataFrame,
    terms: Sequence[str],
    counted: np.ndarray,
    every: str = "auto",
    voice: str = "all",
) -> pd.DataFrame:
    """How often each term occurs per period: the table ``term_trends``.

    documents
        in the order of the index; only those with a date known to the day (or to the period) are used.
    every
        day, week, month, quarter, year, or ``auto``: the shortest of them with at most 24 periods.

    One row is a term in a period, periods without articles left out: ``period`` (its first day), ``every``,
    ``count``, ``documents`` (of the period, with a word counted), ``words`` and ``per_10k``. Empty when all
    dates fall into one period. Raises ValueError for an unknown ``every``.
    """
    if every not in (*PERIODS, "auto"):
        raise ValueError(f"every should be auto or one of {', '.join(PERIODS)}; got {every!r}")
    dates = documents["date"].where(counted)
    every = _shortest(dates) if every == "auto" else every
    periods = dates.dt.to_period(PERIODS[every])
    labels, names = pd.factorize(periods, sort=True)
    if len(names) < 2:
        return tables.frame("term_trends")
    mask = index.select(idx, documents=labels >= 0, voice=voice) & index.is_word(idx)[np.asarray(idx.token)]
    words = index.words_per_document(idx, mask)
    per_period = np.bincount(labels[labels >= 0], weights=words[labels >= 0], minlength=len(names))
    articles = np.bincount(labels[(labels >= 0) & (words > 0)], minlength=len(names))
    rows = []
    for term in dict.fromkeys(terms):
        first, _ = index.phrase(idx, term.split())
        first = first[mask[first]]
        count = np.bincount(labels[index.document_of(idx, first)], minlength=len(names))
        rows.append(
            pd.DataFrame(
                {
                    "term": term,
                    "period": names.to_timestamp(),
                    "every": every,
                    "count": count,
                    "documents": articles,
                    "words": per_period.astype(np.int64),
                    "per_10k": count / np.maximum(per_period, 1) * 1e4,
                }
            )
        )
    return tables.frame("term_trends", pd.concat(rows, ignore_index=True) if rows else ())


def _shortest(dates: pd.Series) -> str:
    known = dates.dropna()
    if known.empty:
        return "month"
    for name, code in PERIODS.items():
        first, last = known.min().to_period(code), known.max().to_period(code)
        if (last - first).n + 1 <= MOST:
            return name
    return "year"
