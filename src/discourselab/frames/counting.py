"""Frames counted: per group and voice with intervals, per document, per function, per speaker, and the rest.

The unit is the sentence (without datelines and notes). A sentence counts for a voice when it holds a word
in that voice, and for a frame in that voice when one of the frame's indicators begins in a word of it.
Intervals are 95 % percentile intervals over resampled documents (Efron and Tibshirani 1993), since
sentences of one article are not independent; with fewer than five documents there is none.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.scheme import Codebook

VOICES = ("all", "narrator", "quoted", "direct", "indirect")
FEWEST_DOCUMENTS = 5


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
    base = _base(idx, sentences)
    hits = _hits(matches, idx, sentences)
    rng = np.random.default_rng(seed)
    rows = []
    for group, chosen in _groups(groups):
        for voice in VOICES:
            per_document = base[voice][chosen]
            draws = _draws(per_document, resamples, rng)
            for book in codebooks:
                for frame in book.frames:
                    found = hits.get((book.name, frame.name, voice), np.zeros(len(idx.ids)))[chosen]
                    low, high = _interval(found, per_document, draws)
                    rows.append(
                        {
                            "group": group,
                            "voice": voice,
                            "codebook": book.name,
                            "frame": frame.name,
                            "label": frame.label,
                            "sentences": int(found.sum()),
                            "documents": int((found > 0).sum()),
                            "share": found.sum() / per_document.sum() if per_document.sum() else 0.0,
                            "share_low": low,
                            "share_high": high,
                            "n_sentences": int(per_document.sum()),
                            "n_documents": int((per_document > 0).sum()),
                        }
                    )
    return tables.frame("frame_counts", rows)


def differences(
    idx: index.Index,
    matches: pd.DataFrame,
    codebooks: Sequence[Codebook],
    sentences: pd.DataFrame,
    groups: pd.Series,
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """Each group against all others: the table ``frame_differences``.

    One row is a frame in a group: its share of sentences there and in the rest, and the difference in
    percentage points with its interval, documents resampled within each side. Empty with a single group.
    """
    names = sorted(groups.dropna().unique())
    if len(names) < 2:
        return tables.frame("frame_differences")
    base = _base(idx, sentences)["all"]
    hits = _hits(matches, idx, sentences)
    rng = np.random.default_rng(seed)
    rows = []
    for group in names:
        inside = (groups == group).to_numpy()
        outside = (groups.notna() & (groups != group)).to_numpy()
        here, there = _draws(base[inside], resamples, rng), _draws(base[outside], resamples, rng)
        for book in codebooks:
            for frame in book.frames:
                found = hits.get((book.name, frame.name, "all"), np.zeros(len(idx.ids)))
                one, other = _shares(found[inside], base[inside]), _shares(found[outside], base[outside])
                low, high = None, None
                if here is not None and there is not None:
                    ratio = _resampled(found[inside], base[inside], here)
                    gap = ratio - _resampled(found[outside], base[outside], there)
                    low, high = np.nanpercentile(gap, [2.5, 97.5])
                rows.append(
                    {
                        "group": group,
                        "codebook": book.name,
                        "frame": frame.name,
                        "label": frame.label,
                        "share": one,
                        "share_rest": other,
                        "difference": one - other,
                        "difference_low": low,
                        "difference_high": high,
                        "n_sentences": int(base[inside].sum()),
                        "n_documents": int(inside.sum()),
                    }
                )
    return tables.frame("frame_differences", rows)


def document_frames(
    idx: index.Index, matches: pd.DataFrame, codebooks: Sequence[Codebook], sentences: pd.DataFrame
) -> pd.DataFrame:
    """Each frame in each document: the table ``document_frames``.

    ``score`` is the share of the document's sentences that hold the frame, ``matches`` the indicators found.
    """
    base = _base(idx, sentences)["all"]
    hits = _hits(matches, idx, sentences)
    sizes = matches.groupby(["codebook", "frame", "document"]).size()
    parts = []
    for book in codebooks:
        for frame in book.frames:
            found = hits.get((book.name, frame.name, "all"), np.zeros(len(idx.ids)))
            known = sizes.get((book.name, frame.name))
            number = known.reindex(idx.ids, fill_value=0).to_numpy() if known is not None else 0
            rows = {"document": idx.ids, "score": found / np.maximum(base, 1), "matches": number}
            parts.append(pd.DataFrame(rows).assign(codebook=book.name, frame=frame.name))
    return tables.frame("document_frames", pd.concat(parts, ignore_index=True) if parts else ())


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
    base = _base(idx, sentences)["all"]
    owner = {name: place for place, name in enumerate(idx.ids)}
    rows = []
    for book in codebooks:
        coded = matches.loc[matches["codebook"] == book.name, ["document", "sentence"]].drop_duplicates()
        found = np.bincount(coded["document"].map(owner).to_numpy(dtype=np.int64), minlength=len(idx.ids))
        for group, chosen in _groups(groups):
            whole, left = base[chosen].sum(), (base - found)[chosen].sum()
            share = left / whole if whole else 0.0
            rows.append(
                {
                    "group": group,
                    "codebook": book.name,
                    "sentences": int(whole),
                    "uncoded": int(left),
                    "share": share,
                }
            )
    return tables.frame("frame_uncoded", rows)


def _base(idx: index.Index, sentences: pd.DataFrame) -> dict[str, np.ndarray]:
    """Sentences with a word in each voice, per document."""
    at = np.searchsorted(idx.document_start, idx.sentence_start[:-1], side="right") - 1
    words = index.is_word(idx)[np.asarray(idx.token)]
    out = {}
    for voice in VOICES:
        mask = index.select(idx, voice=voice) & words
        running = np.concatenate([[0], np.cumsum(mask)])
        holds = np.diff(running[idx.sentence_start]) > 0
        out[voice] = np.bincount(at[holds], minlength=len(idx.ids)).astype(float)
    return out


def _hits(matches: pd.DataFrame, idx: index.Index, sentences: pd.DataFrame) -> dict[tuple, np.ndarray]:
    """Sentences with each frame in each voice, per document: (codebook, frame, voice) -> array."""
    owner = {name: place for place, name in enumerate(idx.ids)}
    quoted = matches[matches["voice"] != "narrator"].assign(voice="quoted")
    rows = pd.concat([matches, matches.assign(voice="all"), quoted])
    rows = rows[["codebook", "frame", "voice", "document", "sentence"]].drop_duplicates()
    places = rows["document"].map(owner).to_numpy(dtype=np.int64)
    keys = rows[["codebook", "frame", "voice"]].reset_index(drop=True)
    return {
        key: np.bincount(places[at], minlength=len(idx.ids)).astype(float)
        for key, at in keys.groupby(["codebook", "frame", "voice"], sort=False).indices.items()
    }


def _groups(groups: pd.Series) -> list[tuple[str, np.ndarray]]:
    return [(name, (groups == name).to_numpy()) for name in sorted(groups.dropna().unique())]


def _draws(per_document: np.ndarray, resamples: int, rng: np.random.Generator) -> np.ndarray | None:
    n = int((per_document > 0).sum())
    if n < FEWEST_DOCUMENTS:
        return None
    weights = np.where(per_document > 0, 1 / n, 0.0)
    return rng.multinomial(n, weights / weights.sum(), size=resamples).astype(float)


def _interval(found: np.ndarray, base: np.ndarray, draws: np.ndarray | None) -> tuple:
    if draws is None:
        return None, None
    return tuple(np.nanpercentile(_resampled(found, base, draws), [2.5, 97.5]))


def _resampled(found: np.ndarray, base: np.ndarray, draws: np.ndarray) -> np.ndarray:
    return (draws @ found) / (draws @ base)


def _shares(found: np.ndarray, base: np.ndarray) -> float:
    return float(found.sum() / base.sum()) if base.sum() else 0.0


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
