"""Where frames are, as counts per document: sentences of each voice, of each speaker, and with each frame.

The unit is the sentence (without datelines and notes). A sentence counts for a voice when it holds a word in
that voice, and for a frame in that voice when one of the frame's indicators begins in a word of it.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index

VOICES = ("all", "narrator", "quoted", "direct", "indirect")


def sentences_by_voice(idx: index.Index) -> dict[str, np.ndarray]:
    """Sentences with a word in each voice, per document: voice -> float array [documents]."""
    at = np.searchsorted(idx.document_start, idx.sentence_start[:-1], side="right") - 1
    words = index.words(idx)
    out = {}
    for voice in VOICES:
        mask = index.select(idx, voice=voice) & words
        running = np.concatenate([[0], np.cumsum(mask)])
        holds = np.diff(running[idx.sentence_start]) > 0
        out[voice] = np.bincount(at[holds], minlength=len(idx.ids)).astype(float)
    return out


def sentences_by_speaker(idx: index.Index) -> dict[str, np.ndarray]:
    """Sentences with a word quoted from each speaker, per document: speaker -> float array [documents]."""
    words = index.words(idx) & index.select(idx, voice="quoted")
    words &= np.asarray(idx.speaker) >= 0
    at = np.flatnonzero(words)
    size = max(len(idx.speakers), 1)
    cells = np.unique(index.sentence_of(idx, at) * size + np.asarray(idx.speaker)[at])
    documents = index.document_of(idx, np.asarray(idx.sentence_start)[cells // size])
    found = pd.DataFrame({"speaker": cells % size, "document": documents})
    return {
        idx.speakers[speaker]: np.bincount(rows, minlength=len(idx.ids)).astype(float)
        for speaker, rows in found.groupby("speaker")["document"]
    }


def sentences_with(
    matches: pd.DataFrame, ids: Sequence[str], keys: Sequence[str] = ("codebook", "frame", "voice")
) -> dict[tuple, np.ndarray]:
    """Sentences with a match of each kind, per document: values of the key columns -> array [documents].

    With ``voice`` among the keys, matches count under their own voice, under ``quoted`` and under ``all``.
    """
    rows = matches
    if "voice" in keys:
        quoted = matches[matches["voice"] != "narrator"].assign(voice="quoted")
        rows = pd.concat([matches, matches.assign(voice="all"), quoted])
    rows = rows[[*keys, "document", "sentence"]].drop_duplicates().reset_index(drop=True)
    places = rows["document"].map({name: place for place, name in enumerate(ids)}).to_numpy(dtype=np.int64)
    return {
        key if isinstance(key, tuple) else (key,): np.bincount(places[at], minlength=len(ids)).astype(float)
        for key, at in rows.groupby(list(keys), sort=False).indices.items()
    }


def members(groups: pd.Series) -> list[tuple[str, np.ndarray]]:
    """Each group, in order, with its documents (a mask)."""
    return [(name, (groups == name).to_numpy()) for name in sorted(groups.dropna().unique())]
