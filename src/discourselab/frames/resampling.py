"""Intervals and p values over whole documents, since sentences of one article are not independent.

Intervals are 95 % percentile intervals over resampled documents (Efron and Tibshirani 1993), with fewer than
five documents there is none; p values come from documents permuted between the groups (Pitman 1937), and are
adjusted for how many comparisons were made (Benjamini and Hochberg 1995).
"""

import numpy as np

FEWEST_DOCUMENTS = 5


def draws(per_document: np.ndarray, resamples: int, rng: np.random.Generator) -> np.ndarray | None:
    """How often each document is drawn in each resample: float [resamples, documents].

    Only documents with a unit are drawn. None when there are fewer than five of them, or no resamples.
    """
    n = int((per_document > 0).sum())
    if n < FEWEST_DOCUMENTS or not resamples:
        return None
    weights = np.where(per_document > 0, 1 / n, 0.0)
    return rng.multinomial(n, weights / weights.sum(), size=resamples).astype(float)


def resampled(found: np.ndarray, base: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """The share of ``base`` that is ``found``, in each resample; missing where a resample has no base."""
    of = drawn @ base
    part = drawn @ found
    of = of if part.ndim == 1 or of.ndim == part.ndim else of[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(of > 0, part / of, np.nan)


def interval(found: np.ndarray, base: np.ndarray, drawn: np.ndarray | None) -> tuple:
    """The 95 % interval of the share of ``base`` that is ``found``; (None, None) without draws."""
    if drawn is None:
        return None, None
    return percentiles(resampled(found, base, drawn))


def percentiles(values: np.ndarray) -> tuple:
    """The 2.5th and 97.5th percentile along the first axis; missing values are left out."""
    return tuple(np.nanpercentile(values, [2.5, 97.5], axis=0))


def share(found: np.ndarray, base: np.ndarray) -> float:
    """The part of ``base`` that is ``found``; 0 where there is no base."""
    return float(found.sum() / base.sum()) if base.sum() else 0.0


def permuted(
    found: np.ndarray, base: np.ndarray, inside: np.ndarray, resamples: int, rng: np.random.Generator
) -> np.ndarray:
    """p values of the difference between the shares of two sets of documents, two-sided.

    found
        [documents, k]: units found, for each of k comparisons.
    base
        [documents], or [documents, k] where each comparison has its own: units in all.
    inside
        which documents are in the first set; the others are in the second.

    p = (1 + permutations at least as far apart) / (1 + permutations) (Phipson and Smyth 2010). Missing where
    one of the sets has fewer than five documents, or without resamples.
    """
    if min(inside.sum(), (~inside).sum()) < FEWEST_DOCUMENTS or not resamples:
        return np.full(found.shape[1], np.nan)
    labels = np.empty((resamples + 1, len(inside)), dtype=float)
    labels[0] = inside
    labels[1:] = rng.permuted(np.repeat(inside[None, :].astype(float), resamples, axis=0), axis=1)
    base = base if base.ndim == 2 else base[:, None]
    here, whole, of = labels @ found, found.sum(axis=0), labels @ base
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = here / of - (whole - here) / (base.sum(axis=0) - of)
    # A hair below, so that an arrangement counts as at least as extreme as its own mirror image.
    extreme = np.abs(np.nan_to_num(gap[1:])) >= np.abs(gap[0]) * (1 - 1e-9)
    return (1 + extreme.sum(axis=0)) / (1 + resamples)


def adjusted(p: np.ndarray) -> np.ndarray:
    """p values adjusted for how many there are (Benjamini and Hochberg 1995); missing ones stay missing."""
    from scipy.stats import false_discovery_control  # half a second to import

    p = np.asarray(p, dtype=float)
    known = ~np.isnan(p)
    out = np.full(p.shape, np.nan)
    if known.any():
        out[known] = false_discovery_control(p[known])
    return out
