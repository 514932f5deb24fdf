"""Word shifts: how much each term adds to the difference of two selections of the corpus."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy.sparse as sp
from scipy.special import xlogy

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms.counts import members
from discourselab.terms.keywords import REST
from discourselab.terms.naming import named
from discourselab.terms.said import of_documents, words_of

KINDS = ("proportion", "shannon", "jsd")
OTHERS = "(all other terms)"


@accepts(stop="stop_words")
def word_shift(
    idx: index.Index,
    target: np.ndarray,
    reference: np.ndarray,
    names: tuple[str, str],
    kind: str = "jsd",
    top: int = 200,
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """What the difference of two selections of tokens is made of: the table ``word_shifts``.

    kind
        proportion: share in the target minus share in the reference (total 0); shannon: what a term adds to
        the entropy of the target less what it adds to that of the reference (total: the difference of the
        entropies, bits); jsd: its part of the Jensen-Shannon divergence of the two (bits; 0 to 1), with equal
        weights. After Gallagher et al. (2021).
    top
        terms listed, those that add most; all others together are the last row, so that ``contribution``
        sums to ``total``.

    One row is a term, the largest contribution first: ``share_target``, ``share_reference`` (of the words of
    each side), ``contribution``, ``more_in`` (the side with the larger share), ``total``. Empty where a side
    has no words. Raises ValueError for an unknown ``kind``.
    """
    words = index.words(idx)
    counts = (index.count(idx, mask=mask & words)[0] for mask in (target, reference))
    return _shift(idx, *counts, names, kind, top, stop)


@accepts(stop="stop_words")
def group_shifts(
    idx: index.Index,
    groups: pd.Series,
    kind: str = "jsd",
    top: int = 200,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """The shift of each group against all others together; empty with fewer than two groups."""
    sides = members(groups)
    said = words_of(idx, groups.notna().to_numpy(), voice)
    whole = _totals(said)
    parts = []
    for group, chosen in sides if len(sides) > 1 else ():
        own = _totals(of_documents(said, chosen))
        parts.append(_shift(idx, own, whole - own, (group, REST), kind, top, stop))
    parts = [part for part in parts if len(part)]
    return tables.frame("word_shifts", pd.concat(parts, ignore_index=True) if parts else ())


def _totals(said: sp.csc_matrix) -> np.ndarray:
    return np.asarray(said.sum(axis=0)).ravel()


def _shift(
    idx: index.Index, a: np.ndarray, b: np.ndarray, names: tuple[str, str], kind: str, top: int, stop
) -> pd.DataFrame:
    """The shift of two vectors of counts, one count a term."""
    if kind not in KINDS:
        raise ValueError(f"kind should be one of {', '.join(KINDS)}; got {kind!r}")
    if not a.sum() or not b.sum():
        return tables.frame("word_shifts")
    seen = np.flatnonzero(a + b)
    p, q = a[seen] / a.sum(), b[seen] / b.sum()
    value = _contributions(p, q, kind)
    order = np.lexsort((seen, -np.abs(value)))
    listed, rest = order[:top], order[top:]
    rows = pd.DataFrame(
        {
            "term_id": seen[listed],
            "count_target": a[seen[listed]],
            "count_reference": b[seen[listed]],
            "share_target": p[listed],
            "share_reference": q[listed],
            "contribution": value[listed],
        }
    )
    rows = named(idx, rows, stop)
    if len(rest):
        counts = {"count_target": a[seen[rest]].sum(), "count_reference": b[seen[rest]].sum()}
        shares = {"share_target": p[rest].sum(), "share_reference": q[rest].sum()}
        others = {"term": OTHERS, "form": OTHERS, "stop": False, "reporting": False}
        summed = counts | shares | others | {"contribution": value[rest].sum()}
        rows = pd.concat([rows, pd.DataFrame([summed])], ignore_index=True)
    more = np.where(rows["share_target"] >= rows["share_reference"], *names)
    rows = rows.assign(target=names[0], reference=names[1], kind=kind, more_in=more, total=value.sum())
    return tables.frame("word_shifts", rows)


def _contributions(p: np.ndarray, q: np.ndarray, kind: str) -> np.ndarray:
    if kind == "proportion":
        return p - q
    if kind == "shannon":
        return (xlogy(q, q) - xlogy(p, p)) / np.log(2)
    middle = (p + q) / 2
    return (xlogy(p, p / middle) + xlogy(q, q / middle)) / 2 / np.log(2)
