"""Where groups differ in their frames, and whether that hangs on a single indicator."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.presence import members, sentences_by_voice, sentences_with
from discourselab.frames.resampling import adjusted, draws, percentiles, permuted, resampled, share
from discourselab.frames.scheme import Codebook
from discourselab.settings import accepts


@accepts("resamples", "seed")
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

    One row is a frame in a group: its share of sentences there and in the rest, and the difference with its
    95 % interval (documents resampled within each side). ``p_permutation`` comes from documents permuted
    between the two sides, ``p_adjusted`` corrects it for all frames and groups of the table (Benjamini and
    Hochberg 1995). Empty with a single group; no interval or p with fewer than five documents on a side.
    """
    parts = members(groups)
    labels = [(book.name, frame.name, frame.label) for book in codebooks for frame in book.frames]
    if len(parts) < 2 or not labels:
        return tables.frame("frame_differences")
    base = sentences_by_voice(idx)["all"]
    hits = sentences_with(matches, idx.ids)
    none = np.zeros(len(idx.ids))
    found = np.column_stack([hits.get((book, frame, "all"), none) for book, frame, _ in labels])
    counted = groups.notna().to_numpy()
    rng = np.random.default_rng(seed)
    made = []
    for group, inside in parts:
        outside = counted & ~inside
        low, high = _gap(found, base, inside, outside, resamples, rng)
        p = permuted(found[counted], base[counted], inside[counted], resamples, rng)
        for place, (book, frame, label) in enumerate(labels):
            here = share(found[inside, place], base[inside])
            there = share(found[outside, place], base[outside])
            made.append(
                {
                    "group": group,
                    "codebook": book,
                    "frame": frame,
                    "label": label,
                    "share": here,
                    "share_rest": there,
                    "difference": here - there,
                    "difference_low": low[place],
                    "difference_high": high[place],
                    "p_permutation": p[place],
                    "n_sentences": int(base[inside].sum()),
                    "n_documents": int(inside.sum()),
                    "n_documents_rest": int(outside.sum()),
                }
            )
    table = pd.DataFrame(made)
    return tables.frame("frame_differences", table.assign(p_adjusted=adjusted(table["p_permutation"])))


def leave_one_out(
    idx: index.Index,
    matches: pd.DataFrame,
    codebooks: Sequence[Codebook],
    sentences: pd.DataFrame,
    groups: pd.Series,
) -> pd.DataFrame:
    """How far each frame hangs on its indicators: the table ``frame_sensitivity``.

    One row is an indicator of a frame in a group. ``sentences`` are those of the frame, ``sentences_without``
    those left when the indicator is taken out of the codebook, ``lost`` the part of them that goes with it: a
    frame whose ``lost`` is near 1 is a single word. ``rank`` and ``rank_without`` are the places of the frame
    among the frames of its codebook in that group (1: most sentences; ties share the better place), so that a
    ranking that turns on one word is seen. What the indicator hid by overlapping it is not brought back.
    """
    owner = dict(zip(idx.ids, groups))
    rows = matches.assign(group=matches["document"].map(owner))
    rows = rows[rows["group"].notna()]
    if rows.empty:
        return tables.frame("frame_sensitivity")
    frame_keys, unit = ["group", "codebook", "frame"], ["document", "sentence"]
    whole = rows.drop_duplicates([*frame_keys, *unit]).groupby(frame_keys).size()
    # A sentence goes with an indicator when no other indicator of the frame is in it.
    each = rows.drop_duplicates([*frame_keys, *unit, "indicator"])
    alone = each[~each.duplicated([*frame_keys, *unit], keep=False)]
    keys = [*frame_keys, "indicator"]
    table = each.groupby(keys).size().to_frame("sentences_indicator")
    table["gone"] = alone.groupby(keys).size().reindex(table.index, fill_value=0)
    table = table.reset_index()
    table["sentences"] = [int(whole[key]) for key in zip(*(table[k] for k in frame_keys))]
    table["sentences_without"] = table["sentences"] - table["gone"]
    table["lost"] = table["gone"] / table["sentences"]
    sizes = {key: part.to_numpy() for key, part in whole.groupby(["group", "codebook"])}
    for name, column in (("rank", "sentences"), ("rank_without", "sentences_without")):
        table[name] = [
            _rank(sizes[row.group, row.codebook], row.sentences, getattr(row, column))
            for row in table.itertuples()
        ]
    labels = {(book.name, frame.name): frame.label for book in codebooks for frame in book.frames}
    table["label"] = [labels[key] for key in zip(table["codebook"], table["frame"])]
    table = table.sort_values([*frame_keys, "lost", "indicator"], ascending=[True, True, True, False, True])
    return tables.frame("frame_sensitivity", table.drop(columns="gone").reset_index(drop=True))


def _gap(
    found: np.ndarray,
    base: np.ndarray,
    inside: np.ndarray,
    outside: np.ndarray,
    resamples: int,
    rng: np.random.Generator,
) -> tuple[list, list]:
    """Interval of the difference of shares, one for each column of ``found``."""
    here, there = draws(base[inside], resamples, rng), draws(base[outside], resamples, rng)
    if here is None or there is None:
        return [None] * found.shape[1], [None] * found.shape[1]
    gap = resampled(found[inside], base[inside], here) - resampled(found[outside], base[outside], there)
    return percentiles(gap)


def _rank(sizes: np.ndarray, before: int, after: int) -> int:
    """The place of a frame among its codebook's when it has ``after`` sentences instead of ``before``."""
    bigger = int((sizes > after).sum())
    return 1 + bigger - int(before > after)
