"""Terms over time: how often per period, smoothed, and how much more or less than in the period before."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts, rules
from discourselab.terms.keyness_measures import log_ratio
from discourselab.terms.periods import comparable, periods
from discourselab.terms.resampling import FEWEST_DOCUMENTS, TAILS, draws
from discourselab.terms.said import word_mask

_ENDS = ["low", "high"]


@accepts("every", "resamples", "seed", terms="nodes", smooth=rules.whole(1))
def trends(
    idx: index.Index,
    documents: pd.DataFrame,
    terms: Sequence[str],
    counted: np.ndarray,
    every: str = "auto",
    voice: str = "all",
    smooth: int = 3,
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """How often each term occurs per period: the table ``term_trends``.

    documents
        in the order of the index; only those with a date known to the day (or to the period) are used.
    terms
        words, wildcard patterns or phrases.
    every
        day, week, month, quarter, year, or ``auto``: the shortest of them with at most 24 periods.
    smooth
        periods that ``smoothed`` takes together around each (a centred moving average of the rate, weighted
        by words; at the ends of the line as many as there are); 1 for none.

    One row is a term in a period, periods without articles left out: ``period`` (its first day), ``every``,
    ``count``, ``documents`` (of the period, with a word counted), ``words``, ``per_10k``, its 95 % percentile
    interval over resampled articles (``per_10k_low``, ``per_10k_high``; missing for fewer than 5) and
    ``smoothed``. Empty when all dates fall into one period. Raises ValueError for an unknown ``every``.
    """
    line = _line(idx, documents, terms, counted, every, voice, resamples, seed)
    if line is None:
        return tables.frame("term_trends")
    together = np.maximum(_around(line.words, smooth), 1)
    rows = []
    for place, term in enumerate(line.terms):
        count = line.counts[:, place]
        rows.append(
            pd.DataFrame(
                {
                    "term": term,
                    "period": line.periods,
                    "every": line.every,
                    "count": count,
                    "documents": line.documents,
                    "words": line.words,
                    "per_10k": count / np.maximum(line.words, 1) * 1e4,
                    "smoothed": _around(count, smooth) / together * 1e4,
                }
                | dict(zip(("per_10k_low", "per_10k_high"), _interval(line.drawn[:, place] * 1e4)))
            )
        )
    return tables.frame("term_trends", pd.concat(rows, ignore_index=True) if rows else ())


@accepts("every", "resamples", "seed", terms="nodes")
def changes(
    idx: index.Index,
    documents: pd.DataFrame,
    terms: Sequence[str],
    counted: np.ndarray,
    every: str = "auto",
    voice: str = "all",
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """Each period against the one before it: the table ``term_changes``; arguments as for :func:`trends`.

    every
        as there, but ``auto`` takes longer periods where they are needed for intervals: the shortest of which
        at least half of the neighbouring pairs have 5 articles each.

    One row is a term in a period that has one before it: ``period`` and ``before`` (their first days),
    counts, rates, ``documents`` and ``words`` of both, ``difference`` per 10,000 words and ``log_ratio``
    (Hardie 2014) with 95 % percentile intervals over articles resampled within each period; missing, as
    ``note`` says, where a period has fewer than 5 articles.
    """
    every = comparable(documents, counted, FEWEST_DOCUMENTS) if every == "auto" else every
    line = _line(idx, documents, terms, counted, every, voice, resamples, seed)
    if line is None:
        return tables.frame("term_changes")
    enough = (line.documents[1:] >= FEWEST_DOCUMENTS) & (line.documents[:-1] >= FEWEST_DOCUMENTS)
    note = np.where(enough, None, f"no interval: a period has fewer than {FEWEST_DOCUMENTS} articles")
    rows = []
    for place, term in enumerate(line.terms):
        count, rate, drawn = line.counts[:, place], line.rate[:, place], line.drawn[:, place]
        half = 0.5 / np.maximum(line.words, 1)[:, None]  # stands in for no occurrence, as in the log ratio
        logs = np.log2(np.where(drawn > 0, drawn, half))
        ratio = dict(zip(_ENDS, _interval(np.diff(logs, axis=0))))
        difference = dict(zip(_ENDS, _interval(np.diff(drawn, axis=0) * 1e4)))
        rows.append(
            pd.DataFrame(
                {
                    "term": term,
                    "period": line.periods[1:],
                    "before": line.periods[:-1],
                    "every": line.every,
                    "count": count[1:],
                    "count_before": count[:-1],
                    "per_10k": rate[1:] * 1e4,
                    "per_10k_before": rate[:-1] * 1e4,
                    "difference": np.diff(rate) * 1e4,
                    "log_ratio": log_ratio(count[1:], count[:-1], line.words[1:], line.words[:-1]),
                    "documents": line.documents[1:],
                    "documents_before": line.documents[:-1],
                    "words": line.words[1:],
                    "words_before": line.words[:-1],
                    "note": note,
                }
                | {f"difference_{end}": difference[end] for end in _ENDS}
                | {f"log_ratio_{end}": ratio[end] for end in _ENDS}
            )
        )
    return tables.frame("term_changes", pd.concat(rows, ignore_index=True) if rows else ())


def clear_changes(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``term_changes`` whose interval of the difference leaves out zero, the largest first.

    They are picked out of many: with 95 % intervals one in twenty would be here by chance.
    """
    rows = table[(table["difference_low"] > 0) | (table["difference_high"] < 0)]
    order = np.argsort(-rows["difference"].abs().to_numpy(), kind="stable")
    return rows.iloc[order]


@dataclass(frozen=True)
class _Line:
    """Counts of terms in the periods, and their rates in resampled articles ([periods, terms, resamples])."""

    terms: list[str]
    periods: pd.DatetimeIndex
    every: str
    counts: np.ndarray
    words: np.ndarray
    documents: np.ndarray
    drawn: np.ndarray

    @property
    def rate(self) -> np.ndarray:
        return self.counts / np.maximum(self.words, 1)[:, None]


def _line(idx, documents, terms, counted, every, voice, resamples, seed) -> _Line | None:
    """The line of each term, or None where there are fewer than two periods."""
    of_document, every = periods(documents, counted, every)
    labels, names = pd.factorize(of_document, sort=True)
    if len(names) < 2:
        return None
    mask = word_mask(idx, labels >= 0, voice)
    words = index.words_per_document(idx, mask)
    terms = list(dict.fromkeys(terms))
    found = np.zeros((len(words), len(terms)), dtype=np.int64)
    for place, term in enumerate(terms):
        first, _ = index.phrase(idx, term.split())
        found[:, place] = np.bincount(index.document_of(idx, first[mask[first]]), minlength=len(words))
    rng = np.random.default_rng(seed)
    counts = np.zeros((len(names), len(terms)), dtype=np.int64)
    drawn = np.full((len(names), len(terms), max(resamples, 1)), np.nan)
    sizes, articles = np.zeros((2, len(names)), dtype=np.int64)
    for place in range(len(names)):
        here = np.flatnonzero((labels == place) & (words > 0))
        counts[place], sizes[place], articles[place] = found[here].sum(axis=0), words[here].sum(), len(here)
        if len(here) >= FEWEST_DOCUMENTS and resamples:
            often = draws(np.ones(len(here), dtype=bool), resamples, rng)
            often_found = found[here].astype(float).T @ often
            drawn[place] = often_found / (words[here] @ often)
    return _Line(terms, names.to_timestamp(), every, counts, sizes, articles, drawn)


def _around(values: np.ndarray, size: int) -> np.ndarray:
    """The sum of so many neighbouring values around each, at the ends of those that there are."""
    size = max(1, size)
    return np.convolve(values, np.ones(size))[(size - 1) // 2 :][: len(values)]


def _interval(values: np.ndarray) -> np.ndarray:
    """The ends of the percentile interval of each row: [2, rows]; missing where nothing was resampled."""
    out = np.full((2, len(values)), np.nan)
    known = ~np.isnan(values).any(axis=1)
    if known.any():
        out[:, known] = np.percentile(values[known], TAILS, axis=1)
    return out
