"""Where the indicators of a codebook occur: the table ``frame_matches``."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.occurrences import occurrences
from discourselab.frames.scheme import Codebook


def match(
    idx: index.Index, codebook: Codebook, documents: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """Every occurrence of every indicator of a codebook: the table ``frame_matches``.

    One row is an indicator found. Datelines and notes are left out. Within a frame the longer match goes
    first, and one whose words are all covered is not counted again; matches of different frames may share
    words (see :mod:`discourselab.frames.occurrences`). ``voice`` and ``speaker`` are those of the match's
    first token; ``negated`` says that a negation stands up to three tokens before it; ``weight`` is the
    indicator's.
    """
    found = occurrences(idx, codebook)
    if found.empty:
        return tables.frame("frame_matches")
    found = found.iloc[np.lexsort((found["frame"], found["last"], found["first"]))].reset_index(drop=True)
    first, last = found["first"].to_numpy(), found["last"].to_numpy()
    at = index.document_of(idx, first)
    speaker = np.asarray(idx.speaker)[first]
    frame, indicator = _columns(codebook, found)
    columns = {
        "document": np.array(idx.ids, dtype=object)[at],
        "sentence": sentences["sentence"].to_numpy()[index.sentence_of(idx, first)],
        "start": np.asarray(idx.start)[first].astype(np.int64),
        "end": np.asarray(idx.end)[last].astype(np.int64),
        "codebook": codebook.name,
        "frame": frame,
        "function": indicator["function"].to_numpy(),
        "indicator": indicator["pattern"].to_numpy(),
        "speaker": np.array([*idx.speakers, None], dtype=object)[speaker],
        "voice": np.array(index.VOICES, dtype=object)[np.asarray(idx.voice)[first]],
        "negated": found["negated"].to_numpy(),
        "weight": indicator["weight"].to_numpy(),
    }
    table = pd.DataFrame(columns)
    return tables.frame("frame_matches", table.assign(matched=_matched(idx, first, last, table, documents)))


def match_all(
    idx: index.Index, codebooks: Sequence[Codebook], documents: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """The matches of several codebooks, one after the other; see :func:`match`."""
    parts = [match(idx, book, documents, sentences) for book in codebooks]
    return tables.frame("frame_matches", pd.concat(parts, ignore_index=True) if parts else ())


def _columns(codebook: Codebook, found: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """The frame's name and the indicator of each match."""
    names = np.array([frame.name for frame in codebook.frames], dtype=object)
    sizes = [len(frame.indicators) for frame in codebook.frames]
    rows = [(i.function, i.pattern, i.weight) for frame in codebook.frames for i in frame.indicators]
    indicators = pd.DataFrame(rows, columns=["function", "pattern", "weight"])
    begins = np.concatenate([[0], np.cumsum(sizes)])
    frame = found["frame"].to_numpy()
    return names[frame], indicators.iloc[begins[frame] + found["indicator"].to_numpy()]


def _matched(
    idx: index.Index, first: np.ndarray, last: np.ndarray, table: pd.DataFrame, documents: pd.DataFrame
) -> np.ndarray:
    """The words of each match: single words from the vocabulary, longer ones cut from their text."""
    words = np.array(idx.surfaces.take(np.asarray(idx.surface)[first]), dtype=object)
    longer = np.flatnonzero(last > first)
    texts = dict(zip(documents["document"], documents["text"]))
    rows = table.iloc[longer]
    words[longer] = [texts[d][a:b] for d, a, b in zip(rows["document"], rows["start"], rows["end"])]
    return words
