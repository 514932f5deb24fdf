"""Frames counted: per group and voice with intervals, per function, per speaker, and the rest.

What a sentence counts for is said in :mod:`discourselab.frames.presence`, intervals are those of
:mod:`discourselab.frames.resampling`.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.presence import VOICES, members, sentences_by_voice, sentences_with
from discourselab.frames.resampling import draws, interval, share
from discourselab.frames.scheme import Codebook
from discourselab.settings import accepts


@accepts("resamples", "seed")
def counts(
    idx: index.Index,
    matches: pd.DataFrame,
    codebooks: Sequence[Codebook],
    sentences: pd.DataFrame,
    groups: pd.Series,
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """Frames per group and voice: the table ``frame_counts``.

    groups
        the group of each document, in the order of the index; missing leaves it out.

    One row is a frame in a group, in one voice (all, narrator, quoted, direct, indirect). Beside the columns
    of the contract: ``codebook``, ``label``, and the basis ``n_sentences`` (of the group, with a word in that
    voice) and ``n_documents``.
    """
    base = sentences_by_voice(idx)
    hits = sentences_with(matches, idx.ids)
    rng = np.random.default_rng(seed)
    none = np.zeros(len(idx.ids))
    rows = []
    for group, chosen in members(groups):
        for voice in VOICES:
            per_document = base[voice][chosen]
            drawn = draws(per_document, resamples, rng)
            for book in codebooks:
                for frame in book.frames:
                    found = hits.get((book.name, frame.name, voice), none)[chosen]
                    low, high = interval(found, per_document, drawn)
                    rows.append(
                        {
                            "group": group,
                            "voice": voice,
                            "codebook": book.name,
                            "frame": frame.name,
                            "label": frame.label,
                            "sentences": int(found.sum()),
                            "documents": int((found > 0).sum()),
                            "share": share(found, per_document),
                            "share_low": low,
                            "share_high": high,
                            "n_sentences": int(per_document.sum()),
                            "n_documents": int((per_document > 0).sum()),
                        }
                    )
    return tables.frame("frame_counts", rows)


def functions(
    matches: pd.DataFrame, codebooks: Sequence[Codebook], groups: pd.Series, ids: Sequence[str]
) -> pd.DataFrame:
    """Frames by Entman's functions: the table ``frame_functions``.

    One row is a function of a frame in a group: ``matches`` (indicators found), ``sentences`` and
    ``documents`` with at least one. Indicators without a function count under ``(none)``.
    """
    rows = _labelled(matches, groups, ids)
    labels = {(book.name, frame.name): frame.label for book in codebooks for frame in book.frames}
    rows["function"] = rows["function"].fillna("(none)")
    rows["label"] = [labels[key] for key in zip(rows["codebook"], rows["frame"])]
    return tables.frame("frame_functions", _tally(rows, ["group", "codebook", "frame", "label", "function"]))


def speakers(matches: pd.DataFrame, groups: pd.Series, ids: Sequence[str]) -> pd.DataFrame:
    """Frames by speaker: the table ``frame_speakers``; one row is a frame in the words of a speaker."""
    rows = _labelled(matches[matches["speaker"].notna()], groups, ids)
    return tables.frame("frame_speakers", _tally(rows, ["group", "speaker", "codebook", "frame"]))


def uncoded(
    idx: index.Index,
    matches: pd.DataFrame,
    codebooks: Sequence[Codebook],
    sentences: pd.DataFrame,
    groups: pd.Series,
) -> pd.DataFrame:
    """What no indicator reaches: the table ``frame_uncoded``; one row is a codebook in a group."""
    base = sentences_by_voice(idx)["all"]
    coded = sentences_with(matches, idx.ids, ["codebook"])
    rows = []
    for book in codebooks:
        found = coded.get((book.name,), np.zeros(len(idx.ids)))
        for group, chosen in members(groups):
            rows.append(
                {
                    "group": group,
                    "codebook": book.name,
                    "sentences": int(base[chosen].sum()),
                    "uncoded": int((base - found)[chosen].sum()),
                    "share": share((base - found)[chosen], base[chosen]),
                }
            )
    return tables.frame("frame_uncoded", rows)


def _labelled(matches: pd.DataFrame, groups: pd.Series, ids: Sequence[str]) -> pd.DataFrame:
    """The matches of the documents that are in a group, with the group of each."""
    rows = matches.assign(group=matches["document"].map(dict(zip(ids, groups))))
    return rows[rows["group"].notna()]


def _tally(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    where = rows["document"].astype("str") + "\0" + rows["sentence"].astype("str")
    grouped = rows.assign(where=where).groupby(keys, sort=True)
    return grouped.agg(
        matches=("document", "size"), sentences=("where", "nunique"), documents=("document", "nunique")
    ).reset_index()
