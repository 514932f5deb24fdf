"""Which words set one selection of the corpus apart from another, or from a frequency list."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms import dispersion_measures, resampling
from discourselab.terms import keyness_measures as measures
from discourselab.terms.naming import named
from discourselab.terms.said import counted_words, shared_voice, without, words_of

TESTED = 500  # terms per comparison that are resampled: those with the largest G2
INFERRED = (
    "log_ratio_low", "log_ratio_high", "difference_low", "difference_high", "p_permutation", "p_adjusted",
)  # fmt: skip
_MIRRORED = ("log_likelihood", "log_ratio", "log_odds_z", "difference")


@accepts("min_count", "resamples", "seed", stop="stop_words")
def compare(
    idx: index.Index,
    target: np.ndarray,
    reference: np.ndarray,
    names: tuple[str, str],
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """Every term of two selections of tokens (masks), seen at least ``min_count`` times in both together.

    target, reference
        masks over the tokens, as :func:`discourselab.index.select` gives them: any groups, periods, voices,
        speakers or documents against any others.

    One row is a term, by falling two-cell G2. Beside the contract's columns: ``form``, ``stop``,
    ``documents_target``, ``documents_reference``, ``words_target``, ``words_reference`` (the basis),
    ``difference`` per 10,000 words with its interval, and ``log_likelihood_four``, ``chi_squared``,
    ``chi_squared_yates``, ``percent_difference``, ``odds_ratio``, ``bic``, ``simple_maths``, ``pmi``,
    ``log_odds_z`` (see :mod:`discourselab.terms.keyness_measures`), and ``log_likelihood_p``, the p of G2 if
    words were independent draws, which they are not: far too small. ``log_likelihood`` is negative where the
    target has fewer than expected. The intervals of log ratio and difference and the permutation p are over
    documents and given for the ``tested`` terms (those with the largest G2); p is adjusted for them.
    ``dispersion`` is DPnorm in the target (0 even, 1 clumped), ``dispersion_reference`` in the reference.
    ``note`` says why nothing was inferred.
    """
    matrices = [counted_words(idx, mask) for mask in (target, reference)]
    return compare_counts(idx, *matrices, names, min_count, resamples, seed, stop)


def compare_parts(
    idx: index.Index,
    target: tuple[np.ndarray, str],
    reference: tuple[np.ndarray, str],
    names: tuple[str, str],
    **settings,
) -> pd.DataFrame:
    """As :func:`compare`, of two parts of the corpus, each the words of some documents in a voice.

    target, reference
        a mask over the documents, and a voice (all, narrator, quoted, direct, indirect). What lies in both
        counts for the target alone.
    settings
        ``min_count``, ``resamples``, ``seed``, ``stop``, with the defaults of :func:`compare`.
    """
    sides = [words_of(idx, *side) for side in (target, reference)]
    voice = shared_voice(target[1], reference[1])
    if voice and (target[0] & reference[0]).any():
        sides[1] = without(sides[1], words_of(idx, target[0] & reference[0], voice))
    return compare_counts(idx, *sides, names, **settings)


def overused(table: pd.DataFrame, most: int | None = None) -> pd.DataFrame:
    """The words, without function words, that a target has more of, at most so many of each; in their order.

    From any table with the columns of ``keywords``.
    """
    rows = table[~table["stop"] & (table["log_ratio"] > 0)]
    return rows if most is None else rows.groupby("target", sort=False).head(most)


def compare_counts(
    idx: index.Index,
    target: sp.csc_matrix,
    reference: sp.csc_matrix,
    names: tuple[str, str],
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """As :func:`compare`, of two matrices as :mod:`discourselab.terms.said` gives them."""
    matrices = [target, reference]
    per_document = [np.asarray(m.sum(axis=1)).ravel() for m in matrices]
    a, b = (np.asarray(m.sum(axis=0)).ravel() for m in matrices)
    n1, n2 = (int(w.sum()) for w in per_document)
    kept = np.flatnonzero(a + b >= max(min_count, 1))
    if not len(kept) or not n1 or not n2:
        return tables.frame("keywords")
    z = measures.log_odds_prior(a, b, n1, n2)[kept]
    matrices = [m[:, kept] for m in matrices]
    rows = measured(a[kept], b[kept], n1, n2).assign(
        term_id=kept,
        log_odds_z=z,
        documents_target=np.diff(matrices[0].indptr),
        documents_reference=np.diff(matrices[1].indptr),
        dispersion=spread(matrices[0], per_document[0]),
        dispersion_reference=spread(matrices[1], per_document[1]),
    )
    rows = _inferred(rows, matrices, per_document, resamples, seed)
    return ranked(named(idx, rows, stop), names)


def both_ways(
    idx: index.Index, one: sp.csc_matrix, other: sp.csc_matrix, names: tuple[str, str], *settings
) -> pd.DataFrame:
    """Two sides compared once and told from either: :func:`compare_counts`, then :func:`mirrored`."""
    rows = compare_counts(idx, one, other, names, *settings)
    return pd.concat([rows, mirrored(rows)], ignore_index=True) if len(rows) else rows


def mirrored(rows: pd.DataFrame) -> pd.DataFrame:
    """The same comparison seen from the reference."""
    swapped = {}
    for name in rows.columns:
        stem, _, side = name.rpartition("_")
        if side in ("target", "reference"):
            swapped[name] = f"{stem}_{'reference' if side == 'target' else 'target'}"
    swapped |= {"target": "reference", "reference": "target"}
    swapped |= {"dispersion": "dispersion_reference", "dispersion_reference": "dispersion"}
    for name in ("log_ratio", "difference"):
        swapped |= {f"{name}_low": f"{name}_high", f"{name}_high": f"{name}_low"}
    out = rows.rename(columns=swapped)[rows.columns]
    turned = [*_MIRRORED, "log_ratio_low", "log_ratio_high", "difference_low", "difference_high"]
    out[turned] = -out[turned]
    counts = [out[name] for name in ("count_target", "count_reference", "words_target", "words_reference")]
    for name in ("percent_difference", "odds_ratio", "simple_maths", "pmi"):
        out[name] = measures.MEASURES[name](*counts)
    return out


def measured(a: np.ndarray, b: np.ndarray, n1: int, n2: int) -> pd.DataFrame:
    """Every measure of some terms that occur ``a`` times in ``n1`` words and ``b`` times in ``n2``."""

    def each(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.stack([measure(a, b, n1, n2) for measure in measures.MEASURES.values()])

    whole = np.issubdtype(a.dtype, np.integer) and np.issubdtype(b.dtype, np.integer)
    values = dict(zip(measures.MEASURES, index.of_pairs(each, a, b) if whole else each(a, b)))
    values["log_likelihood"] = measures.signed(values["log_likelihood"], a, b, n1, n2)
    basis = {"count_target": a, "count_reference": b, "words_target": n1, "words_reference": n2}
    rates = {"per_10k_target": a / n1 * 1e4, "per_10k_reference": b / n2 * 1e4}
    return pd.DataFrame(basis | rates | values).assign(difference=(a / n1 - b / n2) * 1e4)


def ranked(rows: pd.DataFrame, names: tuple[str, str]) -> pd.DataFrame:
    """The rows, which come by term, as the table ``keywords`` for these two sides: by falling G2."""
    order = np.argsort(-rows["log_likelihood"].abs().to_numpy(), kind="stable")
    rows = rows.take(order).reset_index(drop=True)
    return tables.frame("keywords", rows.assign(target=names[0], reference=names[1]))


def tested(rows: pd.DataFrame) -> np.ndarray:
    """The places of the terms that are worth resampling: those with the largest G2."""
    g2 = rows["log_likelihood"].abs().to_numpy()
    return np.sort(np.argsort(-g2, kind="stable")[:TESTED])


def spread(matrix: sp.csc_matrix, words: np.ndarray) -> np.ndarray | float:
    """DPnorm of each term over the documents, missing where there is only one."""
    several = int((words > 0).sum()) > 1
    return dispersion_measures.dp_norm(matrix, words) if several else np.nan


def _inferred(rows, matrices, per_document, resamples, seed) -> pd.DataFrame:
    """The rows with intervals, p and note; resampled only where there are documents enough."""
    out = rows.assign(**dict.fromkeys(INFERRED, np.nan), tested=False)
    why = resampling.too_few(*per_document) if resamples else "no interval and no p: resamples is 0"
    out["note"] = why
    if not why:
        rng = np.random.default_rng(seed)
        chosen = tested(rows)
        some = [m[:, chosen].tocsr() for m in matrices]
        words = [w.astype(float) for w in per_document]
        ends = resampling.bootstrap_rates(*some, *words, resamples, rng)
        place = out.index[chosen]
        for name, values in ends.items():
            out.loc[place, name] = values
        out.loc[place, "p_permutation"] = resampling.permutation_p(*some, *words, resamples, rng)
        out.loc[place, "tested"] = True
        out["p_adjusted"] = resampling.adjusted(out["p_permutation"].to_numpy(dtype=float))
    return out
