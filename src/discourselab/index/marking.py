"""Whose words the tokens are: voices and speakers, set once the attributions are known."""

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.index import store


def set_voices(idx: store.Index, voice_spans: pd.DataFrame) -> store.Index:
    """The index with the voice and speaker of each token, from ``voice_spans``; saved if on disk."""
    voice = np.zeros(len(idx), dtype=np.uint8)
    speaker = np.full(len(idx), -1, dtype=np.int32)
    speakers = sorted(set(voice_spans["speaker"].dropna()))
    number = {name: place for place, name in enumerate(speakers)}
    place = {name: i for i, name in enumerate(idx.ids)}
    columns = ["start", "end", "voice", "speaker"]
    for name, rows in tables.rows_by(voice_spans, "document", columns).items():
        low, high = idx.document_start[place[name] : place[name] + 2].tolist()
        edges = np.array([row[:2] for row in rows], dtype=idx.start.dtype)
        tokens = low + np.searchsorted(np.asarray(idx.start[low:high]), edges)
        for (first, last), (_, _, kind, who) in zip(tokens.tolist(), rows):
            voice[first:last] = store.VOICES.index(kind)
            speaker[first:last] = number.get(who, -1)
    return store.update(idx, voice=voice, speaker=speaker, speakers=speakers)
