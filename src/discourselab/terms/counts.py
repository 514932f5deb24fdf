"""How often each term occurs: per group, and per group and voice."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms import dispersion_measures
from discourselab.terms.naming import named
from discourselab.terms.said import word_mask, words_of


@accepts(stop="stop_words")
def term_counts(
    idx: index.Index, groups: pd.Series, stop: str | Collection[str] | None = "en", voice: str = "all"
) -> pd.DataFrame:
    """Every word and number in every group: the table ``term_counts``.

    groups
        the group of each document, in the order of the index; a missing one leaves the document out.
    stop
        a language whose function words are flagged (nothing is left out), or words of one's own.
    voice
        all, narrator, quoted, direct or indirect: whose words are counted.

    One row is a term in a group, by falling count. Beside the contract's columns: ``form`` (as most often
    written), ``rank`` in the group (equal counts share the first), ``stop`` (a function word), ``reporting``
    (a neutral reporting verb), ``words`` (of the group and voice: the basis of ``per_10k``),
    ``group_documents`` (with any word counted), ``range`` (the share of them that has the term), and the
    dispersion over them: ``dp`` and ``dp_norm`` (Gries 2008), ``juilland_d``; missing in a single document.
    Datelines and notes are not counted. For counts by period, take as groups what
    :func:`discourselab.terms.periods` gives.
    """
    said = words_of(idx, groups.notna().to_numpy(), voice).tocsr()
    parts = [_of_group(group, said[np.flatnonzero(chosen)].tocsc()) for group, chosen in members(groups)]
    return tables.frame("term_counts", named(idx, pd.concat(parts), stop) if parts else ())


@accepts(stop="stop_words")
def voice_counts(
    idx: index.Index, groups: pd.Series, stop: str | Collection[str] | None = "en"
) -> pd.DataFrame:
    """The table ``voice_term_counts``: as :func:`term_counts`, one row a term in a group in one voice.

    Voices are narrator, direct and indirect; together they are all words.
    """
    parts = [
        term_counts(idx, groups, stop, voice).assign(voice=voice)
        for voice in ("narrator", "direct", "indirect")
    ]
    return tables.frame("voice_term_counts", pd.concat(parts, ignore_index=True))


@accepts(stop="stop_words")
def speaker_counts(
    idx: index.Index, groups: pd.Series, stop: str | Collection[str] | None = "en"
) -> pd.DataFrame:
    """The table ``speaker_terms``: one row is a term in the quoted words of a speaker, over all groups.

    ``words`` are the speaker's, the basis of ``per_10k``; ``documents`` those in which the speaker uses it.
    """
    counted = groups.notna().to_numpy()
    at = np.flatnonzero(word_mask(idx, counted) & (idx.speaker >= 0))
    who, term = np.asarray(idx.speaker)[at].astype(np.int64), np.asarray(idx.token)[at].astype(np.int64)
    document = index.document_of(idx, at)
    table = pd.DataFrame({"who": who, "term_id": term, "document": document})
    grouped = table.groupby(["who", "term_id"], sort=True)["document"]
    rows = grouped.agg(count="size", documents="nunique").reset_index()
    total = np.bincount(who, minlength=len(idx.speakers))
    rows["words"] = total[rows["who"]]
    rows["per_10k"] = rows["count"] / rows["words"] * 1e4
    rows["speaker"] = [idx.speakers[i] for i in rows["who"]]
    rows = rows.sort_values(["words", "speaker", "count", "term_id"], ascending=[False, True, False, True])
    return tables.frame("speaker_terms", named(idx, rows.drop(columns="who"), stop))


def members(groups: pd.Series) -> list[tuple[str, np.ndarray]]:
    """Each group, in alphabetical order, with the mask of its documents."""
    return [(str(name), (groups == name).to_numpy()) for name in sorted(groups.dropna().unique())]


def _of_group(group: str, said: sp.csc_matrix) -> pd.DataFrame:
    """The rows of a group, from how often each of its documents says each term."""
    words, count = (np.asarray(said.sum(axis=axis)).ravel() for axis in (1, 0))
    seen = np.flatnonzero(count)
    matrix = said[:, seen]
    articles, present = int((words > 0).sum()), np.diff(matrix.indptr)
    spread = {
        name: dispersion_measures.MEASURES[name](matrix, words) if articles > 1 else np.nan
        for name in ("dp", "dp_norm", "juilland_d")
    }
    total = int(words.sum())
    rows = pd.DataFrame(
        {
            "term_id": seen,
            "count": count[seen],
            "documents": present,
            "range": present / max(articles, 1),
            "per_10k": count[seen] / max(total, 1) * 1e4,
            "words": total,
            "group_documents": articles,
        }
        | spread
    )
    rows = rows.sort_values(["count", "term_id"], ascending=[False, True])
    rank = rows["count"].rank(method="min", ascending=False).astype(int)
    return rows.assign(group=group, rank=rank)
