"""The comparisons that a run makes: groups, voices, speakers, periods, and a reference frequency list."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.index.tokens import term as folded
from discourselab.terms.counts import members
from discourselab.terms.keyness import (
    INFERRED,
    both_ways,
    compare_counts,
    counted_words,
    measured,
    mirrored,
    ranked,
)
from discourselab.terms.naming import named
from discourselab.terms.periods import halves
from discourselab.terms.stop_words import resolve, resolve_reporting

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

    See :func:`discourselab.terms.compare` for the columns. The reference is named ``(rest)``.
    """
    sides, settings = members(groups), (min_count, resamples, seed, stop)
    if len(sides) < 2:
        return tables.frame("keywords")
    counted = groups.notna().to_numpy()
    said = counted_words(idx, index.select(idx, documents=counted, voice=voice))
    parts = []
    for group, chosen in sides if len(sides) > 2 else sides[:1]:
        both = (_of_documents(said, which) for which in (chosen, ~chosen))
        parts.append(compare_counts(idx, *both, (group, REST), *settings))
    if len(sides) == 2 and len(parts[0]):  # of two groups the second sees what the first sees, mirrored
        parts.append(mirrored(parts[0]).assign(target=sides[1][0], reference=REST))
    return _joined("keywords", parts)


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
    counted, settings = groups.notna().to_numpy(), (min_count, resamples, seed, stop)
    quoted_at = np.flatnonzero(index.select(idx, documents=counted, voice="quoted"))
    if not len(quoted_at):
        return tables.frame("voice_keywords")
    speaker = idx.speaker[quoted_at]
    everything = counted_words(idx, index.select(idx, documents=counted))
    quoted = _at(idx, quoted_at)
    narrated = _without(everything, quoted)
    parts = [both_ways(idx, narrated, quoted, ("narrator", "quoted"), *settings)]
    said = np.bincount(speaker + 1, minlength=len(idx.speakers) + 1)[1:]
    order = np.lexsort((np.arange(len(said)), -said))[:speakers]
    for place in order[said[order] > 0]:
        mine = _at(idx, quoted_at[speaker == place])
        sides = (mine, _without(quoted, mine))
        parts.append(compare_counts(idx, *sides, (idx.speakers[place], "(other speakers)"), *settings))
    return _joined("voice_keywords", parts)


def period_keywords(
    idx: index.Index,
    documents: pd.DataFrame,
    counted: np.ndarray,
    turn: str = "",
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """What the later articles have more of, and what the earlier ones: the table ``period_keywords``.

    documents, turn
        as for :func:`discourselab.terms.halves`, which names the two sides.

    The columns of ``keywords``, and ``turn``, the first day of the later side. Empty when all dated articles
    are on one side.
    """
    side, day = halves(documents, counted, turn)
    names = members(side)
    if len(names) < 2:
        return tables.frame("period_keywords")
    said = counted_words(idx, index.select(idx, documents=side.notna().to_numpy(), voice=voice))
    sides = {name: _of_documents(said, chosen) for name, chosen in names}
    earlier, later = sorted(sides, reverse=True, key=lambda name: name.startswith("before"))
    settings = (min_count, resamples, seed, stop)
    rows = both_ways(idx, sides[later], sides[earlier], (later, earlier), *settings)
    return tables.frame("period_keywords", rows.assign(turn=day))


def reference_keywords(
    idx: index.Index,
    groups: pd.Series,
    reference: pd.DataFrame | None,
    name: str,
    min_count: int = 5,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """Each group against a plain frequency list: the table ``reference_keywords``, as ``keywords``.

    reference
        a term and its ``count`` a row (see :func:`discourselab.terms.frequency_list`), called ``name``; None
        gives an empty table.

    A list knows no documents: there are no intervals, no p and no dispersion, and ``note`` says so.
    """
    if reference is None:
        return tables.frame("reference_keywords")
    listed = (
        reference.assign(term=[folded(word) for word in reference["term"]]).groupby("term")["count"].sum()
    )
    words = index.is_word(idx)[np.asarray(idx.token)]
    parts = []
    for group, chosen in members(groups):
        here = index.count(idx, mask=words & index.select(idx, documents=chosen, voice=voice))[0]
        seen = np.flatnonzero(here)
        ours = named(idx, pd.DataFrame({"term_id": seen, "a": here[seen]}), stop).set_index("term")
        both = ours.join(listed.rename("b"), how="outer").reset_index(names="term")
        a, b = both["a"].fillna(0).to_numpy(float), both["b"].fillna(0).to_numpy(float)
        if not a.sum() or not b.sum():
            continue
        rows = measured(a, b, int(a.sum()), int(b.sum()))
        rows["term"], rows["form"] = both["term"], both["form"].fillna(both["term"])
        rows["stop"], rows["reporting"] = (both["term"].isin(f(stop)) for f in (resolve, resolve_reporting))
        rows = rows[a + b >= max(min_count, 1)].astype({"count_target": int, "count_reference": int})
        note = "no interval and no p: a frequency list has no documents"
        rows = rows.assign(**dict.fromkeys((*INFERRED, "dispersion"), np.nan), note=note)
        parts.append(ranked(rows, (group, name)))
    return _joined("reference_keywords", parts)


def _of_documents(said: sp.csc_matrix, chosen: np.ndarray) -> sp.csc_matrix:
    """The counts of some documents, in the place that they have among all."""
    kept = chosen[said.indices]
    starts = np.concatenate([[0], np.cumsum(kept)])[said.indptr]
    return sp.csc_matrix((said.data[kept], said.indices[kept], starts), shape=said.shape)


def _at(idx: index.Index, at: np.ndarray) -> sp.csc_matrix:
    """The counts of the words among the tokens at some positions: documents x terms."""
    token = idx.token[at]
    words = index.is_word(idx)[token]
    cells = (index.document_of(idx, at[words]), token[words])
    ones = np.ones(len(cells[0]), dtype=np.int64)
    return sp.coo_matrix((ones, cells), shape=(len(idx.ids), len(idx.terms))).tocsc()


def _without(said: sp.csc_matrix, part: sp.csc_matrix) -> sp.csc_matrix:
    """The counts that are left when a part of them is taken away."""
    rest = said - part
    rest.eliminate_zeros()
    return rest


def _joined(name: str, parts: list[pd.DataFrame]) -> pd.DataFrame:
    parts = [part for part in parts if len(part)]
    return tables.frame(name, pd.concat(parts, ignore_index=True) if parts else ())
