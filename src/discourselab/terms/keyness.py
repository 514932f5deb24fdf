"""Which words set one selection of the corpus apart from another."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.terms import dispersion_measures, resampling
from discourselab.terms import keyness_measures as measures
from discourselab.terms.counts import members
from discourselab.terms.stop_words import resolve

TESTED = 500  # terms per comparison that are resampled: those with the largest G2
REST = "(rest)"


def keywords(
    idx: index.Index,
    groups: pd.Series,
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """Each group against all others together: the table ``keywords``; empty with fewer than two groups.

    groups
        the group of each document, in the order of the index; a missing one leaves the document out.
    voice
        whose words are compared (all, narrator, quoted, direct, indirect).

    See :func:`compare` for the columns. The reference is named ``(rest)``.
    """
    parts = []
    sides = members(groups)
    if len(sides) > 1:
        counted = groups.notna().to_numpy()
        for group, chosen in sides:
            target = index.select(idx, documents=chosen, voice=voice)
            reference = index.select(idx, documents=counted & ~chosen, voice=voice)
            names = (group, REST)
            parts.append(compare(idx, target, reference, names, min_count, resamples, seed, stop))
    return tables.frame("keywords", pd.concat(parts, ignore_index=True) if parts else ())


def voice_keywords(
    idx: index.Index,
    groups: pd.Series,
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
    speakers: int = 5,
) -> pd.DataFrame:
    """The narrator against quoted speech and back, and the most quoted speakers against the others.

    The table ``voice_keywords``, with the columns of ``keywords``. Documents have words on both sides here:
    see :mod:`discourselab.terms.resampling` for how that is respected. Empty when nothing is quoted.
    """
    counted = groups.notna().to_numpy()
    narrator, quoted = (index.select(idx, documents=counted, voice=v) for v in ("narrator", "quoted"))
    parts = []
    if narrator.any() and quoted.any():
        settings = (min_count, resamples, seed, stop)
        parts.append(compare(idx, narrator, quoted, ("narrator", "quoted"), *settings))
        parts.append(compare(idx, quoted, narrator, ("quoted", "narrator"), *settings))
    said = np.bincount(np.asarray(idx.speaker)[quoted] + 1, minlength=len(idx.speakers) + 1)[1:]
    order = np.lexsort((np.arange(len(said)), -said))[:speakers]
    for place in order[said[order] > 0]:
        mine = quoted & (np.asarray(idx.speaker) == place)
        others = quoted & ~mine
        if others.any():
            names = (idx.speakers[place], "(other speakers)")
            parts.append(compare(idx, mine, others, names, min_count, resamples, seed, stop))
    return tables.frame("voice_keywords", pd.concat(parts, ignore_index=True) if parts else ())


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

    One row is a term, by falling two-cell G2. Beside the contract's columns: ``form``, ``stop``,
    ``documents_target``, ``documents_reference``, ``words_target``, ``words_reference`` (the basis), and
    ``log_likelihood_four``, ``chi_squared``, ``percent_difference``, ``odds_ratio``, ``bic``,
    ``simple_maths``, ``log_odds_z`` (see :mod:`discourselab.terms.keyness_measures`). ``log_likelihood`` is
    negative where the target has fewer than expected. The interval of the log ratio and the permutation p are
    over documents and given for the ``tested`` terms (those with the largest G2); p is adjusted for them.
    ``dispersion`` is DPnorm in the target (0 even, 1 clumped). ``note`` says why nothing was inferred.
    """
    words = index.is_word(idx)
    of_token = words[np.asarray(idx.token)]
    sides = [mask & of_token for mask in (target, reference)]
    matrices = [index.document_terms(idx, mask) for mask in sides]
    per_document = [index.words_per_document(idx, mask) for mask in sides]
    a, b = (np.asarray(m.sum(axis=0)).ravel() for m in matrices)
    n1, n2 = (int(w.sum()) for w in per_document)
    kept = np.flatnonzero(a + b >= max(min_count, 1))
    if not len(kept) or not n1 or not n2:
        return tables.frame("keywords")
    z = measures.log_odds_prior(a, b, n1, n2)[kept]
    a, b = a[kept], b[kept]
    g2 = measures.log_likelihood(a, b, n1, n2)
    rows = pd.DataFrame(
        {
            "term_id": kept,
            "count_target": a,
            "count_reference": b,
            "per_10k_target": a / n1 * 1e4,
            "per_10k_reference": b / n2 * 1e4,
            "log_likelihood": measures.signed(g2, a, b, n1, n2),
            "log_ratio": measures.log_ratio(a, b, n1, n2),
            "documents_target": np.diff(matrices[0][:, kept].tocsc().indptr),
            "documents_reference": np.diff(matrices[1][:, kept].tocsc().indptr),
            "words_target": n1,
            "words_reference": n2,
            "log_likelihood_four": measures.log_likelihood_four(a, b, n1, n2),
            "chi_squared": measures.chi_squared(a, b, n1, n2),
            "percent_difference": measures.percent_difference(a, b, n1, n2),
            "odds_ratio": measures.odds_ratio(a, b, n1, n2),
            "bic": measures.bic(a, b, n1, n2),
            "simple_maths": measures.simple_maths(a, b, n1, n2),
            "log_odds_z": z,
        }
    )
    several = int((per_document[0] > 0).sum()) > 1
    spread = dispersion_measures.dp_norm(matrices[0][:, kept], per_document[0]) if several else np.nan
    rows["dispersion"] = spread
    rows = _inferred(rows, [m[:, kept] for m in matrices], per_document, g2, resamples, seed)
    rows["term"], rows["form"] = idx.terms.take(kept), index.forms(idx, kept)
    flags = resolve(stop)
    rows["stop"] = [term in flags for term in rows["term"]]
    rows = rows.assign(target=names[0], reference=names[1], size=g2)
    rows = rows.sort_values(["size", "term_id"], ascending=[False, True]).drop(columns=["size", "term_id"])
    return tables.frame("keywords", rows.reset_index(drop=True))


def _inferred(rows, matrices, per_document, g2, resamples, seed) -> pd.DataFrame:
    """The rows with interval, p and note; resampled only where there are documents enough."""
    out = rows.assign(log_ratio_low=np.nan, log_ratio_high=np.nan, p_permutation=np.nan, tested=False)
    why = resampling.too_few(*per_document) if resamples else "no interval and no p: resamples is 0"
    out["note"] = why
    if not why:
        rng = np.random.default_rng(seed)
        chosen = np.sort(np.lexsort((np.arange(len(g2)), -g2))[:TESTED])
        some = [m[:, chosen].tocsr() for m in matrices]
        words = [w.astype(float) for w in per_document]
        ends = resampling.bootstrap_rates(*some, *words, resamples, rng)
        place = out.index[chosen]
        for name in ("log_ratio_low", "log_ratio_high"):
            out.loc[place, name] = ends[name]
        out.loc[place, "p_permutation"] = resampling.permutation_p(*some, *words, resamples, rng)
        out.loc[place, "tested"] = True
    out["p_adjusted"] = resampling.adjusted(out["p_permutation"].to_numpy(dtype=float))
    return out
