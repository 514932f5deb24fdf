"""Groups against a plain frequency list, such as that of a reference corpus."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.index.tokens import term as folded
from discourselab.settings import accepts
from discourselab.terms import keyness, resampling
from discourselab.terms import keyness_measures as measures
from discourselab.terms.counts import members
from discourselab.terms.keywords import joined
from discourselab.terms.naming import named
from discourselab.terms.said import of_documents, words_of
from discourselab.terms.stop_words import resolve, resolve_reporting

OVER_DOCUMENTS = (
    "interval over the target's documents, the list taken as fixed; no p: a list has no documents"
)
FROM_COUNTS = "interval from the counts alone, words taken as independent: {}; no p: a list has no documents"


@accepts("min_count", "resamples", "seed", stop="stop_words")
def reference_keywords(
    idx: index.Index,
    groups: pd.Series,
    reference: pd.DataFrame | None,
    name: str,
    min_count: int = 5,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """Each group against a plain frequency list: the table ``reference_keywords``, as ``keywords``.

    reference
        a term and its ``count`` a row (see :func:`discourselab.terms.frequency_list`), called ``name``; None
        gives an empty table.

    A list knows no documents, so that there is no permutation p and no dispersion in the reference. The
    intervals of log ratio and difference are percentile intervals over resampled documents of the target,
    with the list fixed (Efron and Tibshirani 1993), for the ``tested`` terms, those with the largest G2.
    Where the target has fewer than 5 documents (or ``resamples`` is 0) they come from the counts alone, for
    all terms: Katz et al. (1978) for the log ratio, Newcombe (1998) for the difference. ``note`` says which.
    """
    if reference is None:
        return tables.frame("reference_keywords")
    listed = (
        reference.assign(term=[folded(word) for word in reference["term"]]).groupby("term")["count"].sum()
    )
    everything = words_of(idx, groups.notna().to_numpy(), voice)
    parts = []
    for group, chosen in members(groups):
        said = of_documents(everything, chosen)
        words, both = np.asarray(said.sum(axis=1)).ravel(), _both(idx, said, listed, stop)
        a, b = both["a"].to_numpy(), both["b"].to_numpy()
        if not a.sum() or not b.sum():
            continue
        rows = keyness.measured(a, b, int(a.sum()), int(b.sum()))
        rows[["term", "form"]] = both[["term", "form"]]
        rows["stop"], rows["reporting"] = (both["term"].isin(f(stop)) for f in (resolve, resolve_reporting))
        kept = np.flatnonzero(a + b >= max(min_count, 1))
        said = _columns(said, both["term_id"].to_numpy()[kept])
        rows = rows.take(kept).reset_index(drop=True)
        rows = rows.assign(documents_target=np.diff(said.indptr), dispersion=keyness.spread(said, words))
        parts.append(keyness.ranked(_inferred(rows, said, words, resamples, seed), (group, name)))
    return joined("reference_keywords", parts)


def _both(idx: index.Index, said: sp.csc_matrix, listed: pd.Series, stop) -> pd.DataFrame:
    """Every term of the target or the list, in order: ``a`` and ``b``, its counts there, and ``term_id``."""
    here = np.asarray(said.sum(axis=0)).ravel()
    seen = np.flatnonzero(here)
    ours = named(idx, pd.DataFrame({"term_id": seen, "a": here[seen]}), stop).assign(term_id=seen)
    both = ours.set_index("term").join(listed.rename("b"), how="outer").reset_index(names="term")
    both["form"] = both["form"].fillna(both["term"])
    return both.fillna({"a": 0, "b": 0, "term_id": -1}).astype({"a": int, "b": int, "term_id": int})


def _columns(said: sp.csc_matrix, terms: np.ndarray) -> sp.csc_matrix:
    """The columns of some terms; -1 is a term that nobody here says."""
    starts = np.append(said.indptr, said.indptr[-1])
    wider = sp.csc_matrix((said.data, said.indices, starts), shape=(said.shape[0], said.shape[1] + 1))
    return wider[:, np.where(terms < 0, said.shape[1], terms)]


def _inferred(rows, said: sp.csc_matrix, words: np.ndarray, resamples: int, seed: int) -> pd.DataFrame:
    """The rows with the intervals that their documents, or else their counts, allow."""
    out = rows.assign(**dict.fromkeys(keyness.INFERRED, np.nan), tested=False, note=OVER_DOCUMENTS)
    few = resampling.few_documents("target", words)
    if few or not resamples:
        counts = [rows[f"{name}_{side}"] for name in ("count", "words") for side in ("target", "reference")]
        out["log_ratio_low"], out["log_ratio_high"] = measures.log_ratio_interval(*counts)
        low, high = measures.difference_interval(*counts)
        return out.assign(
            difference_low=low * 1e4,
            difference_high=high * 1e4,
            note=FROM_COUNTS.format(
                f"{few}, fewer than {resampling.FEWEST_DOCUMENTS}" if few else "resamples is 0"
            ),
        )
    chosen = keyness.tested(rows)
    # The list stands beside the documents as one more: drawn from alone, it is the same in every resample.
    own, listed = len(words), rows["count_reference"].to_numpy()[chosen]
    target = sp.vstack([said[:, chosen], sp.csr_matrix((1, len(chosen)))], format="csr")
    reference = sp.vstack([sp.csr_matrix((own, len(chosen))), listed[None, :]], format="csr")
    sizes = np.append(words, 0.0), np.append(np.zeros(own), float(rows["words_reference"].iloc[0]))
    rng = np.random.default_rng(seed)
    for name, values in resampling.bootstrap_rates(target, reference, *sizes, resamples, rng).items():
        out.loc[out.index[chosen], name] = values
    out.loc[out.index[chosen], "tested"] = True
    return out
